/* Variables: what expressions read of them, and what they can't be. */
#include <glib.h>
#include <jansson.h>

#include "base/json.h"
#include "check.h"
#include "jutu/jutu.h"

/* The size of the only point of a chart that has these params, or the message. */
static char *size_of(const char *params, const char *size)
{
    g_autofree char *spec = g_strdup_printf(
        "{'params': [%s], 'width': 120, 'data': {'values': [{}]},"
        " 'mark': {'type': 'point', 'size': {'expr': '%s'}}, 'encoding': {}}",
        params, size);
    g_strdelimit(spec, "'", '"');
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(spec, -1, NULL, &error);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *text = parsed ? jutu_explain(parsed, &options, "marks", &error) : NULL;
    if (!text)
        return g_strdup(error ? error->message : "no error set");
    json_t *scene = json_loads(text, 0, NULL);
    const json_t *view = json_array_get(json_object_get(scene, "views"), 0);
    const json_t *mark = json_array_get(json_object_get(view, "marks"), 0);
    const json_t *item = json_array_get(json_object_get(mark, "items"), 0);
    char *got = g_strdup_printf("%g", jutu_json_number(item, "size", NAN));
    json_decref(scene);
    return got;
}

static void test_params(void)
{
    static const struct {
        const char *row, *params, *size, *want;
    } table[] = {
        { "a value", "{'name': 'a', 'value': 7}", "a", "7" },
        { "a list", "{'name': 'a', 'value': [7, 8]}", "a[1]", "8" },
        { "an expression", "{'name': 'a', 'expr': '3 * 4'}", "a", "12" },
        { "of an earlier one", "{'name': 'a', 'value': 7}, {'name': 'b', 'expr': 'a + 1'}", "b",
          "8" },
        { "of a later one", "{'name': 'b', 'expr': 'a + 1'}, {'name': 'a', 'value': 7}", "b", "8" },
        { "of the view's size", "{'name': 'a', 'expr': 'width / 2'}", "a", "60" },
        { "of a selection",
          "{'name': 'a', 'expr': 's.x[0]'},"
          " {'name': 's', 'select': {'type': 'point', 'fields': ['x']}, 'value': 9}",
          "a", "9" },
        { "by a name that ends as those of bins do", "{'name': 'my_bins', 'expr': 'width / 2'}",
          "my_bins", "60" },
        { "a widget's value", "{'name': 'a', 'value': 5, 'bind': {'input': 'range'}}", "a", "5" },
        { "itself", "{'name': 'a', 'expr': 'a + 1'}", "a",
          "\"a\" depends on itself: a → a; break the circle" },
        { "in a circle", "{'name': 'a', 'expr': 'b + 1'}, {'name': 'b', 'expr': 'a + 1'}", "a",
          "\"a\" depends on itself: a → b → a; break the circle" },
        { "in a circle that is broken",
          "{'name': 'a', 'expr': 'isValid(b) ? 1 : 2'}, {'name': 'b', 'expr': 'a', 'react': false}",
          "b ? 3 : 4", "4" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = size_of(table[i].params, table[i].size);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

SUITE(param_params, { "params", test_params });
