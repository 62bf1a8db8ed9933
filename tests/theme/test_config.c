#include "theme/config.h"

#include "base/json.h"
#include "check.h"
#include "fixture.h"

/* `want` is Vega-Lite's initConfig() with the signals of its shorthands replaced by their values.
 */
static void test_new(void)
{
    json_auto_t *rows = fixture_load("theme/config.json");
    json_t *row;
    size_t i;
    CHECK_TRUE("the fixture is there", json_array_size(rows) > 10);
    json_array_foreach (rows, i, row) {
        g_autoptr(GString) place = g_string_new(NULL);
        json_auto_t *before = json_deep_copy(row);
        json_auto_t *got = jutu_config_new(json_object_get(row, "user"),
                                           json_object_get(row, "theme"));
        bool equal = fixture_equal(got, json_object_get(row, "want"), place);
        CHECK_(equal, "%s: differs at %s", jutu_json_string(row, "row", "?"), place->str);
        CHECK_TRUE(jutu_json_string(row, "row", "?"), json_equal(before, row));
    }
}

static void test_vega_defaults(void)
{
    json_auto_t *vega = jutu_vega_defaults(), *lite = jutu_config_new(NULL, NULL);
    json_auto_t *both = jutu_config_merge(vega, lite);
    CHECK_NUM("Vega's", jutu_json_number(json_object_get(vega, "axis"), "labelLimit", 0), 180);
    CHECK_NUM("Vega-Lite's", jutu_json_number(both, "padding", 0), 5);
    CHECK_NUM("Vega's below", jutu_json_number(json_object_get(both, "legend"), "padding", -1), 0);
    CHECK_NUM("Vega-Lite's beside",
              jutu_json_number(json_object_get(both, "legend"), "unselectedOpacity", 0), 0.35);
}

/* `want` is the config that Vega-Lite compiles to, merged over Vega's as Vega's parser does. */
static void test_for_vega(void)
{
    json_auto_t *rows = fixture_load("theme/config_vega.json");
    json_t *row;
    size_t i;
    CHECK_SIZE("the fixture is there", json_array_size(rows), 3);
    json_array_foreach (rows, i, row) {
        g_autoptr(GString) place = g_string_new(NULL);
        json_auto_t *config = jutu_config_new(json_object_get(row, "user"), NULL);
        json_auto_t *before = json_deep_copy(config), *got = jutu_config_for_vega(config);
        bool equal = fixture_equal(got, json_object_get(row, "want"), place);
        CHECK_(equal, "%s: differs at %s", jutu_json_string(row, "row", "?"), place->str);
        CHECK_TRUE(jutu_json_string(row, "row", "?"), json_equal(before, config));
    }
}

static void test_mark_prop(void)
{
    static const struct {
        const char *row, *name, *vg_name, *mark, *want;
    } table[] = {
        { "the mark's own", "size", NULL, "{\"type\": \"bar\", \"size\": 1}", "1" },
        { "null is a choice", "size", NULL, "{\"type\": \"bar\", \"size\": null}", "null" },
        { "of its type", "size", NULL, "{\"type\": \"bar\"}", "2" },
        { "of all marks", "size", NULL, "{\"type\": \"tick\"}", "3" },
        { "style before type", "size", NULL, "{\"type\": \"bar\", \"style\": \"big\"}", "4" },
        { "the last style", "size", NULL, "{\"type\": \"bar\", \"style\": [\"big\", \"huge\"]}",
          "5" },
        { "a style without it", "size", NULL, "{\"type\": \"bar\", \"style\": [\"big\", \"red\"]}",
          "4" },
        { "the type is a style", "size", NULL, "{\"type\": \"arc\"}", "6" },
        { "Vega's name first", "size", "fontSize",
          "{\"type\": \"text\", \"size\": 1, \"fontSize\": 8}", "8" },
        { "not all marks' under another name", "size", "fontSize", "{\"type\": \"trail\"}", NULL },
        { "nobody's", "angle", NULL, "{\"type\": \"bar\"}", NULL },
    };
    json_auto_t *config = json_loads(
        "{\"mark\": {\"size\": 3}, \"bar\": {\"size\": 2}, \"style\": {"
        "\"big\": {\"size\": 4}, \"huge\": {\"size\": 5},"
        "\"red\": {\"color\": \"red\"}, \"arc\": {\"size\": 6}}}",
        0, NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        json_auto_t *mark = json_loads(table[i].mark, 0, NULL);
        const json_t *got = jutu_config_mark_prop(table[i].name, table[i].vg_name, mark, config);
        g_autofree char *text = got ? json_dumps(got, JSON_ENCODE_ANY) : g_strdup("none");
        CHECK_STR(table[i].row, text, table[i].want ? table[i].want : "none");
    }
}

SUITE(theme_config, { "new", test_new }, { "vega_defaults", test_vega_defaults },
      { "for_vega", test_for_vega }, { "mark_prop", test_mark_prop });
