/* Pages of the theme: what widths and heights plots have that fill them. */
#include <string.h>

#include "base/json.h"
#include "jutu/jutu.h"

#include "check.h"

#define X_Y \
    "'mark': 'bar', 'encoding': {'x': {'field': 'a', 'axis': null}, 'y': {'field': 'b', 'type': " \
    "'quantitative', 'axis': null}}"
#define LINE \
    "'mark': 'line', 'encoding': {'x': {'field': 'b', 'type': 'quantitative', 'axis': null}, " \
    "'y': {'field': 'b', 'type': 'quantitative', 'axis': null}}"
#define LIST \
    "'mark': 'bar', 'encoding': {'y': {'field': 'a', 'axis': null}, 'x': {'field': 'b', 'type': " \
    "'quantitative', 'axis': null}}"
#define FACET \
    "{'mark': 'line', 'encoding': {'facet': {'field': 'c', 'header': null}, 'x': {'field': 'b', " \
    "'type': 'quantitative', 'axis': null}, 'y': {'field': 'b', 'type': 'quantitative', 'axis': " \
    "null}}}"

/* The data: n rows, a of them all different, b the same number. */
static char *rows_of(int n)
{
    GString *rows = g_string_new(NULL);
    for (int i = 0; i < n; i++)
        g_string_append_printf(rows, "%s{'a': 'k%02d', 'b': %d, 'c': 'p%02d'}", i ? ", " : "", i, i,
                               i);
    return g_string_free(rows, FALSE);
}

/* A stage of a spec with these members, in ' for "; its first warning where there is one. */
static char *stage_of(const char *members, const char *furniture, int n, const char *stage)
{
    g_autofree char *rows = rows_of(n);
    g_autofree char *spec = g_strdup_printf("{'usermeta': {'jutu': {'theme': 'report'%s}}, 'data': "
                                            "{'values': [%s]}, %s}",
                                            furniture, rows, members);
    for (char *c = spec; *c; c++)
        *c = *c == '\'' ? '"' : *c;
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(spec, -1, NULL, NULL);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    return parsed ? jutu_explain(parsed, &options, stage, NULL) : NULL;
}

/* "592x300 592x300": the plots of a spec. */
static char *plots_of(const char *members, const char *furniture, int n)
{
    g_autofree char *text = stage_of(members, furniture, n, "marks");
    json_t *scene = text ? json_loads(text, 0, NULL) : NULL, *view;
    GString *out = g_string_new(NULL);
    size_t i;
    json_array_foreach (json_object_get(scene, "views"), i, view) {
        const json_t *width = json_object_get(view, "width");
        if (width)
            g_string_append_printf(out, "%s%gx%g", out->len ? " " : "", json_number_value(width),
                                   json_number_value(json_object_get(view, "height")));
    }
    json_decref(scene);
    return g_string_free(out, FALSE);
}

/* The strokes of lines reach 5 px beyond their plot. */
static void test_sizes(void)
{
    static const struct {
        const char *row, *members, *furniture;
        int n;
        const char *want;
    } table[] = {
        { "one fills the page", X_Y, "", 3, "592x300" },
        { "as wide as asked", X_Y, ", 'width': 400", 3, "352x210" },
        { "its own width is all of it", X_Y ", 'width': 100", "", 3, "592x300" },
        { "a given height stays", X_Y ", 'height': 90", "", 3, "592x90" },
        { "steps grow", X_Y ", 'width': {'step': 30}", "", 3, "592x300" },
        { "steps shrink", X_Y ", 'width': {'step': 30}", "", 40, "592x300" },
        { "beside each other", "'hconcat': [{" LINE "}, {" LINE "}]", "", 3, "266x180 266x180" },
        { "in proportion", "'hconcat': [{'width': 400, " LINE "}, {'width': 200, " LINE "}]", "", 3,
          "354x180 177x180" },
        { "below each other", "'vconcat': [{" LINE "}, {" X_Y "}]", "", 3, "582x300 587x300" },
        { "below each other, in proportion",
          "'vconcat': [{'width': 200, " LINE "}, {'width': 100, " LINE "}]", "", 3,
          "582x300 291x300" },
        { "a row within a column", "'vconcat': [{" LINE "}, {'hconcat': [{" LINE "}, {" LINE "}]}]",
          "", 3, "582x300 266x180 266x180" },
        { "panels of one width", "'facet': {'field': 'c', 'header': null}, 'spec': {" LINE "}", "",
          3, "174x140 174x140 174x140" },
        { "without the theme's heights", X_Y, ", 'without': ['page-height']", 3, "592x300" },
        { "a list", LIST, "", 6, "592x216.001" },
        { "a long list", LIST, "", 40, "592x920.001" },
        { "high as asked", X_Y ", 'height': 90", ", 'height': 500", 3, "592x448" },
        { "not too high", "'vconcat': [{" LINE "}, {" LINE "}, {" LINE "}, {" LINE "}]", "", 3,
          "582x212 582x212 582x212 582x212" },
        { "nothing of it", LINE, ", 'without': ['page-width']", 3, "582x300" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = plots_of(table[i].members, table[i].furniture, table[i].n);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

/* How many panels stand in the first row. */
static void test_columns(void)
{
    static const struct {
        int n;
        const char *furniture;
        size_t want;
    } table[] = {
        { 2, "", 2 },
        { 3, "", 3 },
        { 4, "", 2 },
        { 6, "", 3 },
        { 12, "", 4 },
        { 30, "", 5 },
        { 12, ", 'width': 320", 3 },
        { 12, ", 'without': ['page-columns']", 12 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *text = stage_of("'facet': {'field': 'c', 'header': null}, 'spec': {" LINE
                                         "}",
                                         table[i].furniture, table[i].n, "layout");
        json_t *layout = text ? json_loads(text, 0, NULL) : NULL, *cell;
        const json_t *cells = json_object_get(layout, "children");
        size_t n = 0, k;
        json_array_foreach ((json_t *)cells, k, cell)
            n += json_number_value(json_object_get(cell, "y")) ==
                 json_number_value(json_object_get(json_array_get(cells, 0), "y"));
        g_autofree char *row = g_strdup_printf("%d%s", table[i].n, table[i].furniture);
        CHECK_SIZE(row, n, table[i].want);
        json_decref(layout);
    }
}

static void test_why(void)
{
    g_autofree char *why = stage_of(X_Y ", 'width': {'step': 30}", "", 40, "why");
    CHECK_TRUE("width", why && strstr(why, "page-width: the plot is 592 px wide"));
    CHECK_TRUE("height", why && strstr(why, "page-height: the plot is 300 px high"));
}

SUITE(layout_page, { "sizes", test_sizes }, { "columns", test_columns }, { "why", test_why });
