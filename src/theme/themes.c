/* Built-in themes: configs by name, as JSON. */
#include <string.h>

#include "jutu/jutu.h"
#include "theme/themes.h"

static const JutuTheme *find_theme(const char *name)
{
    for (size_t i = 0; jutu_theme_rows[i].name; i++) {
        if (strcmp(jutu_theme_rows[i].name, name) == 0)
            return &jutu_theme_rows[i];
    }
    return NULL;
}

bool jutu_theme_edits(const char *name)
{
    const JutuTheme *theme = find_theme(name);
    return theme && theme->edits;
}

json_t *jutu_theme_config(const char *name)
{
    const JutuTheme *theme = find_theme(name);
    return theme ? json_loads(theme->config, 0, NULL) : NULL;
}

const char *const *jutu_themes(void)
{
    return jutu_theme_names;
}
