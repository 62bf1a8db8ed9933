/* Where the parts of legends and titles are drawn on the page. */
#include "guide/fixture.h"

static void print_node(GPtrArray *out, const json_t *node, double x, double y)
{
    const char *kind = jutu_json_string(node, "kind", "?");
    const json_t *at = json_object_get(node, "at"), *box = json_object_get(node, "box");
    if (strcmp(kind, "text") == 0) {
        double angle = fixture_round(jutu_json_number(node, "angle", 0));
        g_ptr_array_add(out,
                        g_strdup_printf("%s %g,%g+%g %s %s %g", jutu_json_string(node, "text", "?"),
                                        fixture_round(x + jutu_json_number(node, "x", NAN)),
                                        fixture_round(y + jutu_json_number(node, "y", NAN)),
                                        fixture_round(jutu_json_number(node, "dy", 0)),
                                        jutu_json_string(node, "align", "left"),
                                        jutu_json_string(node, "baseline", "alphabetic"), angle));
    } else if (at) {
        g_ptr_array_add(
            out, g_strdup_printf("symbol %g,%g",
                                 fixture_round(x + json_number_value(json_array_get(at, 0))),
                                 fixture_round(y + json_number_value(json_array_get(at, 1)))));
    } else if (box) {
        double numbers[4];
        for (size_t i = 0; i < 4; i++)
            numbers[i] = json_number_value(json_array_get(box, i));
        g_ptr_array_add(out, g_strdup_printf("rect %g,%g %gx%g", fixture_round(x + numbers[0]),
                                             fixture_round(y + numbers[1]),
                                             fixture_round(numbers[2]), fixture_round(numbers[3])));
    }
}

/* Parts of legends and titles, boxes aside, below the nodes of a group. */
static void collect(GPtrArray *out, const json_t *nodes, double x, double y)
{
    size_t i;
    json_t *node;
    json_array_foreach ((json_t *)nodes, i, node) {
        const char *role = jutu_json_string(node, "role", "");
        if (json_object_get(node, "nodes"))
            collect(out, json_object_get(node, "nodes"), x + jutu_json_number(node, "x", 0),
                    y + jutu_json_number(node, "y", 0));
        else if (g_str_has_prefix(role, "legend-") || strstr(role, "title"))
            print_node(out, node, x, y);
    }
}

static int by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void test_places(void)
{
    json_t *table = json_load_file(JUTU_TESTS_DIR "/guide/draw.json", 0, NULL), *row;
    size_t i;
    CHECK_TRUE("draw.json", json_array_size(table) > 0);
    json_array_foreach (table, i, row) {
        json_t *scene = fixture_stage(json_object_get(row, "spec"), "scene");
        g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
        collect(parts, json_object_get(scene, "nodes"), 0, 0);
        g_ptr_array_sort(parts, by_text);
        g_ptr_array_add(parts, NULL);
        g_autofree char *got = g_strjoinv("; ", (char **)parts->pdata);
        CHECK_STR(jutu_json_string(row, "row", "?"), got, jutu_json_string(row, "want", "?"));
        json_decref(scene);
    }
    json_decref(table);
}

SUITE(guide_legend_draw, { "places", test_places });
