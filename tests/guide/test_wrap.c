/* The theme's rule wrap-labels: labels and titles of guides in lines (estimated widths). */
#include "fixture.h"

#define BARS_X(axis) \
    "{'mark': 'bar', 'width': 300, 'encoding': {'x': {'field': 'k', 'sort': null, " \
    "'axis': {" axis "}}}}"
#define BARS_Y(step, more) \
    "{'mark': 'bar', 'width': 300, 'height': {'step': " step "}, " \
    "'encoding': {'y': {'field': 'k', 'sort': null" more "}}}"
#define SHADES(legend) \
    "{'mark': 'bar', 'width': 300, " \
    "'encoding': {'color': {'field': 'g', 'sort': null, 'legend': {" legend "}}}}"
#define CELLS \
    "{'mark': 'bar', 'width': 50, " \
    "'encoding': {'column': {'field': 'g', 'sort': null}, 'x': {'field': 'v'}}}"
#define TEXTS(more) \
    "{'mark': {'type': 'text'" more "}, 'width': 300, 'encoding': {'text': {'field': 'g'}}}"
#define VIEWS \
    "{'hconcat': [{'mark': 'bar', 'title': '农副食品加工业的总产值', 'width': 50}, " \
    "{'mark': 'bar', 'title': '批发业', 'width': 50}]}"

/* A chart, in single quotes, over two rows of long names. */
static json_t *spec_new(const char *furniture, const char *chart)
{
    static const char data[] =
        "{\"values\": ["
        "{\"k\": \"住宿和餐饮服务业\", \"g\": \"农副食品加工业的总产值\", \"v\": 3},"
        "{\"k\": \"房地产业\", \"g\": \"批发业\", \"v\": 5}]}";
    g_autofree char *quoted = g_strdup(chart);
    json_t *spec = json_loads(g_strdelimit(quoted, "'", '"'), 0, NULL);
    json_object_set_new(spec, "data", json_loads(data, 0, NULL));
    json_object_set_new(spec, "usermeta",
                        json_pack("{s:o}", "jutu", json_loads(furniture, 0, NULL)));
    return spec;
}

/* The texts of a scene with this role, lines apart, each after a bar. */
static void add_texts(const json_t *node, const char *role, GString *out)
{
    size_t i;
    json_t *child;
    if (strcmp(jutu_json_string(node, "role", ""), role) == 0 && json_object_get(node, "text"))
        g_string_append_printf(out, "|%s", jutu_json_string(node, "text", ""));
    json_array_foreach (json_object_get(node, "nodes"), i, child)
        add_texts(child, role, out);
}

static void test_wrap(void)
{
    /* 152 px of room: seven characters of 13 px across a band, five at a third of the page */
    static const char report[] = "{\"theme\": \"report\", \"width\": 200}", plain[] = "{}",
                      narrow[] = "{\"theme\": \"report\", \"width\": 150}",
                      turned[] = "{\"theme\": \"report\", \"width\": 200, "
                                 "\"without\": [\"upright-titles\"]}",
                      without[] = "{\"theme\": \"report\", \"width\": 200, "
                                  "\"without\": [\"wrap-labels\"]}";
    static const struct {
        const char *row, *furniture, *chart, *role, *want;
    } table[] = {
        { "below bars", report, BARS_X(""), "axis-label", "|住宿和餐饮|服务业|房地产业" },
        { "above bars", report, BARS_X("'orient': 'top'"), "axis-label",
          "|住宿和餐饮|服务业|房地产业" },
        { "switched off", without, BARS_X(""), "axis-label", "|住宿和餐饮服务业|房地产业" },
        { "without a theme", plain, BARS_X("'labelAngle': 0"), "axis-label",
          "|住宿和餐饮服务业|房地产业" },
        { "a limit cuts", report, BARS_X("'labelLimit': 60"), "axis-label",
          "|住宿和餐饮服务业|房地产业" },
        { "turned", report, BARS_X("'labelAngle': 90"), "axis-label",
          "|住宿和餐饮服务业|房地产业" },
        { "smaller", report, BARS_X("'labelFontSize': 28"), "axis-label",
          "|住宿|和餐饮|服务业|房地产业" },
        { "beside high bars", report, BARS_Y("40", ""), "axis-label",
          "|住宿和餐饮|服务业|房地产业" },
        { "beside low bars", report, BARS_Y("20", ""), "axis-label", "|住宿和餐饮服务业|房地产业" },
        { "title", turned, BARS_Y("20", ", 'axis': {'title': '国民经济的行业'}"), "axis-title",
          "|国民|经济的|行业" },
        { "legend", report, SHADES(""), "legend-label", "|农副食品|加工业的总产值|批发业" },
        { "legend's limit", report, SHADES("'labelLimit': 60"), "legend-label",
          "|农副食品加工业的总产值|批发业" },
        { "legend's title", report, SHADES("'title': '按照国民经济行业的分类与代码划分的行业'"),
          "legend-title", "|按照国民经济行业的|分类与代码划分的行业" },
        { "headers", narrow, CELLS, "title", "|农副食品|加工业的总产值|批发业" },
        { "texts of marks", report, TEXTS(""), "mark", "|农副食品加工业的总产值|批发业" },
        { "texts at the edge", report, TEXTS(", 'align': 'left', 'x': 100"), "mark",
          "|农副食品加工业的|总产值|批发业" },
        { "their limit", report, TEXTS(", 'align': 'left', 'x': 100, 'limit': 90"), "mark",
          "|农副食品加工业的总产值|批发业" },
        { "views' titles", narrow, VIEWS, "title", "|农副食品|加工业的总产值|批发业" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        json_t *spec = spec_new(table[i].furniture, table[i].chart);
        json_t *scene = fixture_stage(spec, "scene");
        g_autoptr(GString) got = g_string_new(NULL);
        add_texts(scene, table[i].role, got);
        CHECK_STR(table[i].row, got->str, table[i].want);
        json_decref(scene);
        json_decref(spec);
    }
}

SUITE(wrap, { "wrap", test_wrap });
