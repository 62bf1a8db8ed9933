#include "theme/themes.h"

#include "chart/chart.h"
#include "check.h"

/* Every theme's config is a JSON object that the grammar knows. */
static void test_configs(void)
{
    for (size_t i = 0; jutu_theme_rows[i].name; i++) {
        const char *name = jutu_theme_rows[i].name;
        json_t *config = jutu_theme_config(name);
        CHECK_TRUE(name, json_is_object(config));
        CHECK_STR(name, jutu_theme_names[i], name);
        json_t *spec = json_pack("{s:s, s:o}", "mark", "bar", "config", config);
        char *text = json_dumps(spec, 0);
        g_autoptr(GError) error = NULL;
        g_autoptr(JutuSpec) parsed = jutu_spec_parse(text, -1, NULL, &error);
        size_t n = 0;
        const JutuNote *notes = parsed ? jutu_spec_notes(parsed, &n) : NULL;
        for (size_t k = 0; k < n; k++)
            CHECK_TRUE(notes[k].text, notes[k].severity != JUTU_SEVERITY_ERROR);
        CHECK_TRUE(name, parsed != NULL);
        free(text);
        json_decref(spec);
    }
    CHECK_TRUE("no such theme", jutu_theme_config("reprot") == NULL);
}

SUITE(themes, { "configs", test_configs });
