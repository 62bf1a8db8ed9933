/* Selections in the state that the spec gives them, as Vega-Lite draws them. */
#include "mark/marks_fixture.h"

static void test_specs(void)
{
    check_marks("../plan/selection.json", 33);
}

/* Entries of a legend that aren't selected are faint. */
static void test_legends(void)
{
    static const struct {
        const char *row, *param, *want;
    } table[] = {
        { "nothing is selected", "'select': {'type': 'point', 'fields': ['c']}, 'bind': 'legend'",
          "1 1" },
        { "a value", "'select': {'type': 'point', 'fields': ['c']}, 'bind': 'legend', 'value': 'v'",
          "0.35 1" },
        { "by channel",
          "'select': {'type': 'point', 'encodings': ['color']}, 'bind': 'legend',"
          " 'value': [{'color': 'u'}]",
          "1 0.35" },
        { "of another field",
          "'select': {'type': 'point', 'fields': ['a']}, 'bind': 'legend', 'value': 1", "1 1" },
        { "not bound", "'select': {'type': 'point', 'fields': ['c']}, 'value': 'v'", "1 1" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *text = g_strdup_printf(
            "{'data': {'values': [{'a': 1, 'c': 'u'}, {'a': 2, 'c': 'v'}]}, 'mark': 'bar',"
            " 'params': [{'name': 's', %s}],"
            " 'encoding': {'x': {'field': 'a'}, 'color': {'field': 'c'}}}",
            table[i].param);
        g_autoptr(JutuSpec) spec = jutu_spec_parse(g_strdelimit(text, "'", '"'), -1, NULL, NULL);
        JutuOptions options = { .size = sizeof(options), .estimate = true };
        g_autofree char *scene = jutu_explain(spec, &options, "marks", NULL);
        json_auto_t *json = scene ? json_loads(scene, 0, NULL) : NULL;
        const json_t *view = json_array_get(json_object_get(json, "views"), 0);
        const json_t *legend = json_array_get(json_object_get(view, "legends"), 0);
        g_autoptr(GString) got = g_string_new(NULL);
        size_t n;
        const json_t *symbol;
        json_array_foreach (json_object_get(legend, "symbols"), n, symbol)
            g_string_append_printf(got, "%s%g", n ? " " : "",
                                   jutu_json_number(symbol, "fillOpacity", 1));
        CHECK_STR(table[i].row, got->str, table[i].want);
    }
}

SUITE(plan_selection, { "specs", test_specs }, { "legends", test_legends });
