/* Built-in themes: configs by name, as JSON. */
#include <string.h>

#include "jutu/jutu.h"
#include "theme/themes.h"

json_t *jutu_theme_config(const char *name)
{
    for (size_t i = 0; jutu_theme_rows[i].name; i++) {
        if (strcmp(jutu_theme_rows[i].name, name) == 0)
            return json_loads(jutu_theme_rows[i].config, 0, NULL);
    }
    return NULL;
}

const char *const *jutu_themes(void)
{
    return jutu_theme_names;
}
