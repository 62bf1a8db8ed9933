#include <jansson.h>

#include "jutu/jutu.h"

#include "check.h"

/* What the rows of layout_marks.json have in common. */
static const char common[] =
    "{\"width\": 100, \"height\": 60, \"config\": {\"legend\": {\"disable\": true}}, \"data\": "
    "{\"values\": [{\"a\": 1, \"b\": 28, \"c\": \"p\"}, {\"a\": 2, \"b\": 55, \"c\": \"q\"}, "
    "{\"a\": 4, \"b\": 20, \"c\": \"p\"}]}}";

static json_t *layout_of(json_t *spec)
{
    json_t *base = json_loads(common, 0, NULL);
    json_object_update_missing(spec, base);
    json_decref(base);
    char *json = json_dumps(spec, 0);
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(json, -1, NULL, NULL);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *text = parsed ? jutu_explain(parsed, &options, "layout", NULL) : NULL;
    free(json);
    return text ? json_loads(text, 0, NULL) : NULL;
}

/* Bounds of marks as vega-scenegraph has them, with its own estimate of text. */
static void test_bounds(void)
{
    json_t *table = json_load_file(JUTU_TESTS_DIR "/mark/bounds.json", 0, NULL), *row;
    size_t i;
    CHECK_TRUE("layout_marks.json", json_array_size(table) > 0);
    json_array_foreach (table, i, row) {
        json_t *layout = layout_of(json_object_get(row, "spec"));
        const json_t *box = json_array_get(json_object_get(layout, "marks"), 0);
        g_autoptr(GString) got = g_string_new(json_is_null(box) ? "none" : "");
        for (size_t n = 0; n < json_array_size(box); n++) {
            double px = json_number_value(json_array_get(box, n));
            g_string_append_printf(got, "%s%.1f", n ? "," : "", fabs(px) < 0.05 ? 0 : px);
        }
        CHECK_STR(json_string_value(json_object_get(row, "row")), got->str,
                  json_string_value(json_object_get(row, "want")));
        json_decref(layout);
    }
    json_decref(table);
}

SUITE(layout_marks, { "bounds", test_bounds });
