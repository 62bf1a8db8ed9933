#include <jansson.h>

#include "jutu/jutu.h"

#include "check.h"

/* The layout stage of a spec; NULL if it fails. */
static json_t *layout_of(const json_t *spec)
{
    char *json = json_dumps(spec, 0);
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(json, -1, NULL, NULL);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *text = parsed ? jutu_explain(parsed, &options, "layout", NULL) : NULL;
    free(json);
    return text ? json_loads(text, 0, NULL) : NULL;
}

static double number(const json_t *object, const char *name)
{
    return json_number_value(json_object_get(object, name));
}

static void print_views(const json_t *view, const char *path, GString *out)
{
    g_string_append_printf(out, "; %s %g,%g", path, number(view, "x"), number(view, "y"));
    if (json_object_get(view, "width"))
        g_string_append_printf(out, " %gx%g", number(view, "width"), number(view, "height"));
    size_t i;
    json_t *legend, *child;
    json_array_foreach (json_object_get(view, "legends"), i, legend)
        g_string_append_printf(out, " legend %.0f,%.0f",
                               json_number_value(json_array_get(legend, 0)),
                               json_number_value(json_array_get(legend, 1)));
    const json_t *title = json_object_get(view, "title");
    if (title)
        g_string_append_printf(out, " title %.0f,%.0f", json_number_value(json_array_get(title, 0)),
                               json_number_value(json_array_get(title, 1)));
    json_array_foreach (json_object_get(view, "children"), i, child) {
        g_autofree char *inner = g_strdup_printf("%s/%zu", path, i);
        print_views(child, inner, out);
    }
}

/* Page, root's origin and views as Vega places them, with its own estimate of text. */
static void test_places(void)
{
    json_t *table = json_load_file(JUTU_TESTS_DIR "/layout/layout.json", 0, NULL), *row;
    size_t i;
    CHECK_TRUE("layout.json", json_array_size(table) > 0);
    json_array_foreach (table, i, row) {
        json_t *layout = layout_of(json_object_get(row, "spec"));
        const json_t *page = json_object_get(layout, "page");
        g_autoptr(GString) got = g_string_new(NULL);
        g_string_append_printf(got, "%gx%g+%g+%g", number(page, "width"), number(page, "height"),
                               number(page, "x"), number(page, "y"));
        print_views(layout, "0", got);
        CHECK_STR(json_string_value(json_object_get(row, "row")), got->str,
                  json_string_value(json_object_get(row, "want")));
        json_decref(layout);
    }
    json_decref(table);
}

SUITE(layout, { "places", test_places });
