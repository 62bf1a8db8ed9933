/* Axes of whole specs, as the marks stage prints them. Wanted lines are what Vega-Lite draws. */
#include "guide/guide.h"

#include "base/json.h"
#include "check.h"
#include "jutu/jutu.h"

/* The marks stage of a spec; NULL if it fails. */
static json_t *scene_of(const char *spec)
{
    g_autofree char *quoted = g_strdelimit(g_strdup(spec), "'", '"');
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(quoted, -1, NULL, NULL);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *text = parsed ? jutu_explain(parsed, &options, "marks", NULL) : NULL;
    return text ? json_loads(text, 0, NULL) : NULL;
}

static void print_list(GString *out, const char *name, const json_t *list)
{
    size_t i;
    json_t *item;
    if (json_array_size(list) > 0)
        g_string_append_printf(out, " %s", name);
    json_array_foreach (list, i, item) {
        const char *text = jutu_json_string(item, "text", NULL);
        if (text)
            g_string_append_printf(out, "%s%g=%s", i ? "," : " ",
                                   jutu_json_number(item, "pos", NAN), text);
        else
            g_string_append_printf(out, "%s%g", i ? "," : " ", json_number_value(item));
    }
}

/* "bottom ticks 0,150 labels 0=0,150=1 | left …" of all views. */
static void print_axes(GString *out, const json_t *scene)
{
    size_t v, a;
    json_t *view, *axis;
    json_array_foreach (json_object_get(scene, "views"), v, view) {
        json_array_foreach (json_object_get(view, "axes"), a, axis) {
            g_string_append_printf(out, "%s%s", out->len ? " | " : "",
                                   jutu_json_string(axis, "orient", "?"));
            print_list(out, "ticks", json_object_get(axis, "ticks"));
            print_list(out, "grid", json_object_get(axis, "grid"));
            print_list(out, "labels", json_object_get(axis, "labels"));
            const char *title = jutu_json_string(axis, "title", NULL);
            if (title)
                g_string_append_printf(out, " '%s'", title);
        }
    }
}

/* A view of three categories and numbers to 4, all sizes 100. */
static char *small_spec(const char *x, const char *y, const char *rest)
{
    return g_strdup_printf("{'data': {'values': [{'a': 'A', 'b': 1, 't': '2020-01-01'},"
                           "{'a': 'B', 'b': 4, 't': '2020-03-01'}]},"
                           "'width': 100, 'height': 100, 'mark': 'point',"
                           "'encoding': {%s%s%s}%s}",
                           x, *x && *y ? ", " : "", y, rest);
}

static void test_ticks(void)
{
    static const struct {
        const char *row, *x, *y, *want;
    } table[] = {
        { "numbers", "'x': {'field': 'b', 'type': 'quantitative'}", "",
          "bottom ticks 0,25,50,75,100 grid 0,25,50,75,100 labels 0=0,25=1,50=2,75=3,100=4 'b'" },
        { "points", "'x': {'field': 'a'}", "", "bottom ticks 25,75 labels 25=A,75=B 'a'" },
        { "bands move ticks", "'x': {'field': 'a', 'scale': {'type': 'band'}}", "",
          "bottom ticks 25,75 labels 24.5=A,74.5=B 'a'" },
        { "ticks between bands",
          "'x': {'field': 'a', 'scale': {'type': 'band'}, 'axis': {'tickBand': 'extent'}}", "",
          "bottom ticks 50,100,0 labels 25=A,75=B 'a'" },
        { "given values", "",
          "'y': {'field': 'b', 'type': 'quantitative', 'axis': {'values': [1, 9, 3]}}",
          "left ticks 75,25 grid 75,25 labels 75=1,25=3 'b'" },
        { "values as an expression", "",
          "'y': {'field': 'b', 'type': 'quantitative', 'axis': {'values': {'expr': '[2]'}}}",
          "left ticks 50 grid 50 labels 50=2 'b'" },
        { "one tick a month",
          "'x': {'field': 't', 'type': 'temporal', 'axis': {'tickCount': 'month'}}", "",
          "bottom ticks 0,52,100 grid 0,52,100 labels 0=2020,100=March 't'" },
        { "a format for each unit",
          "'x': {'field': 't', 'type': 'temporal', 'axis': {'tickCount': 'month', 'format': "
          "{'year': '%y', 'month': '%m'}}}",
          "", "bottom ticks 0,52,100 grid 0,52,100 labels 0=20,51.6667=02,100=03 't'" },
        { "a time unit", "'x': {'field': 't', 'timeUnit': 'yearmonth', 'type': 'ordinal'}", "",
          "bottom ticks 25,75 labels 25=Jan 2020,75=Mar 2020 't (year-month)'" },
        { "expressions for labels",
          "'x': {'field': 'a', 'axis': {'labelExpr': 'datum.label + datum.index'}}", "",
          "bottom ticks 25,75 labels 25=A0,75=B1 'a'" },
        { "lines of labels", "'x': {'field': 'a', 'axis': {'labelExpr': '[datum.label, 2]'}}", "",
          "bottom ticks 25,75 labels 25=A\n2,75=B\n2 'a'" },
        { "whole steps",
          "'x': {'field': 'b', 'type': 'quantitative', 'scale': {'domainMax': 1}, "
          "'axis': {'format': 'd', 'tickCount': 10}}",
          "", "bottom ticks 0,100 grid 0,100 labels 0=0,100=1 'b'" },
        { "on the other side", "",
          "'y': {'field': 'a', 'axis': {'orient': 'right', 'title': 'x\\u3000y'}}",
          "right ticks 25,75 labels 25=A,75=B 'x\u3000y'" },
        { "none", "'x': {'field': 'a', 'axis': null}", "", "" },
        { "only labels", "'x': {'field': 'a', 'axis': {'ticks': false, 'title': null}}", "",
          "bottom labels 25=A,75=B" },
        { "ticks for some",
          "'x': {'field': 'a', 'axis': {'tickOpacity': {'condition': {'test': "
          "'datum.value == \\'A\\'', 'value': 1}, 'value': 0}}}",
          "", "bottom ticks 25 labels 25=A,75=B 'a'" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *spec = small_spec(table[i].x, table[i].y, "");
        g_autoptr(GString) got = g_string_new(NULL);
        json_t *scene = scene_of(spec);
        CHECK_TRUE(table[i].row, scene != NULL);
        print_axes(got, scene);
        CHECK_STR(table[i].row, got->str, table[i].want);
        json_decref(scene);
    }
}

static void test_merging(void)
{
    static const struct {
        const char *row, *views, *want;
    } table[] = {
        { "titles of layers",
          "'layer': [{'mark': 'point', 'encoding': {'x': {'field': 'a'}}},"
          "{'mark': 'rule', 'encoding': {'x': {'field': 'c'}}}]",
          "bottom ticks 25,75 labels 24.5=1,74.5=2 'a, c'" },
        { "one title twice",
          "'layer': [{'mark': 'point', 'encoding': {'x': {'field': 'a'}}},"
          "{'mark': 'rule', 'encoding': {'x': {'field': 'a'}}}]",
          "bottom ticks 50 labels 49.5=1 'a'" },
        { "a given title wins",
          "'layer': [{'mark': 'point', 'encoding': {'x': {'field': 'a'}}},"
          "{'mark': 'rule', 'encoding': {'x': {'field': 'c', 'title': 'C'}}}]",
          "bottom ticks 25,75 labels 24.5=1,74.5=2 'C'" },
        { "one layer hides the axis of all",
          "'layer': [{'mark': 'point', 'encoding': {'x': {'field': 'a', 'axis': {'grid': true}}}},"
          "{'mark': 'rule', 'encoding': {'x': {'field': 'a', 'axis': null}}}]",
          "" },
        { "axes on both sides",
          "'resolve': {'scale': {'x': 'independent'}},"
          "'layer': [{'mark': 'point', 'encoding': {'x': {'field': 'a'}}},"
          "{'mark': 'rule', 'encoding': {'x': {'field': 'c'}}}]",
          "bottom ticks 50 labels 50=1 'a' | top ticks 50 labels 49.5=2 'c'" },
        { "one grid for two scales",
          "'resolve': {'scale': {'x': 'independent'}},"
          "'layer': [{'mark': 'point', 'encoding': {'x': {'field': 'a', 'type': 'quantitative'}}},"
          "{'mark': 'point', 'encoding': {'x': {'field': 'a', 'type': 'quantitative'}}}]",
          "bottom ticks 0,50,100 grid 0,50,100 labels 0=0.0,50=0.5,100=1.0 'a' | "
          "top ticks 0,50,100 labels 0=0.0,50=0.5,100=1.0 'a'" },
        { "shared axes of cells leave their grid",
          "'facet': {'column': {'field': 'a'}}, 'spec': {'width': 100, 'mark': 'point',"
          "'encoding': {'x': {'field': 'c', 'type': 'quantitative'}}}",
          "bottom grid 0,25,50,75,100" },
        { "own axes of cells",
          "'facet': {'column': {'field': 'a'}}, 'resolve': {'axis': {'x': 'independent'}},"
          "'spec': {'width': 100, 'mark': 'point', 'encoding': {'x': {'field': 'c'}}}",
          "bottom ticks 50 labels 50=2 'c'" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *spec = g_strdup_printf(
            "{'data': {'values': [{'a': 1, 'c': 2}]}, 'width': 100, %s}", table[i].views);
        g_autoptr(GString) got = g_string_new(NULL);
        json_t *scene = scene_of(spec);
        CHECK_TRUE(table[i].row, scene != NULL);
        print_axes(got, scene);
        CHECK_STR(table[i].row, got->str, table[i].want);
        json_decref(scene);
    }
}

/* Where a look may come from, the stronger below. */
static void test_cascade(void)
{
    static const struct {
        const char *row, *axis, *config, *name, *want;
    } table[] = {
        { "Vega's own", "", "", "tickColor", "\"#888888\"" },
        { "of all axes", "", "'axis': {'tickColor': 'red'}", "tickColor", "\"#ff0000\"" },
        { "of a side", "", "'axis': {'tickColor': 'red'}, 'axisBottom': {'tickColor': 'lime'}",
          "tickColor", "\"#00ff00\"" },
        { "of x", "", "'axisX': {'tickColor': 'red'}, 'axis': {'tickColor': 'lime'}", "tickColor",
          "\"#ff0000\"" },
        { "of a kind of scale", "",
          "'axisX': {'tickColor': 'red'}, "
          "'axisPoint': {'tickColor': 'lime'}",
          "tickColor", "\"#00ff00\"" },
        { "of a kind of scale on x", "",
          "'axisXDiscrete': {'tickColor': 'red'}, 'axisPoint': {'tickColor': 'lime'}", "tickColor",
          "\"#ff0000\"" },
        { "a style", "'style': 's'",
          "'axisPoint': {'tickColor': 'lime'}, 'style': {'s': {'tickColor': 'red'}}", "tickColor",
          "\"#ff0000\"" },
        { "a style of all axes", "",
          "'axis': {'style': ['s']}, 'style': {'s': {'tickColor': 'red'}}", "tickColor",
          "\"#ff0000\"" },
        { "its own", "'tickColor': 'blue'", "'axisPoint': {'tickColor': 'lime'}", "tickColor",
          "\"#0000ff\"" },
        { "text of guides", "", "'style': {'guide-label': {'fontWeight': 'bold'}}",
          "labelFontWeight", "700" },
        { "an angle sets the alignment", "'labelAngle': -45", "", "labelAlign", "\"right\"" },
        { "so does the config's", "", "'axis': {'labelAngle': 45}", "labelAlign", "\"left\"" },
        { "names stand upright", "", "", "labelAngle", "270.0" },
        { "by tick",
          "'labelColor': {'condition': {'test': 'datum.index == 1', 'value': 'red'}, "
          "'value': 'lime'}",
          "", "labelColor", "[\"#00ff00\",\"#ff0000\"]" },
        { "expressions", "'labelFontSize': {'expr': '4 + 5'}", "", "labelFontSize", "9.0" },
        { "null is as good as nothing", "'tickColor': null", "'axis': {'tickColor': 'red'}",
          "tickColor", "\"#ff0000\"" },
        { "no zindex but its own", "", "'axis': {'zindex': 1}", "zindex", "0" },
        { "a title's angle", "'titleAngle': 20", "'axis': {'titleAngle': 30}", "titleAngle",
          "30.0" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *spec = g_strdup_printf(
            "{'data': {'values': [{'a': 'A'}, {'a': 'B'}]}, 'mark': 'point', 'encoding': "
            "{'x': {'field': 'a', 'axis': {%s}}}, 'config': {%s}}",
            table[i].axis, table[i].config);
        json_t *scene = scene_of(spec);
        const json_t *view = json_array_get(json_object_get(scene, "views"), 0);
        const json_t *axis = json_array_get(json_object_get(view, "axes"), 0);
        char *got = json_dumps(jutu_json_path(axis, "style", table[i].name, NULL),
                               JSON_ENCODE_ANY | JSON_COMPACT);
        CHECK_STR(table[i].row, got ? got : "no scene", table[i].want);
        free(got);
        json_decref(scene);
    }
}

static void test_errors(void)
{
    static const char *const table[][3] = {
        { "an expression", "'labelExpr': 'datum.label +'", "/encoding/x/axis" },
        { "a format", "'format': '.2z2'", "/encoding/x/axis/format" },
        { "ticks without end", "'tickCount': 1e9", "/encoding/x/axis/tickCount" },
        { "a condition", "'tickColor': {'condition': {'test': 'nope(1)', 'value': 'red'}}",
          "/encoding/x/axis/tickColor" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *x = g_strdup_printf(
            "'x': {'field': 'b', 'type': 'quantitative', 'axis': {%s}}", table[i][1]);
        g_autofree char *spec = small_spec(x, "", "");
        g_strdelimit(spec, "'", '"');
        g_autoptr(JutuSpec) parsed = jutu_spec_parse(spec, -1, NULL, NULL);
        JutuOptions options = { .size = sizeof(options), .estimate = true };
        g_autoptr(GError) error = NULL;
        g_autofree char *text = parsed ? jutu_explain(parsed, &options, "marks", &error) : NULL;
        CHECK_TRUE(table[i][0], text == NULL && error != NULL);
        const char *pointer = error ? jutu_error_where(error)->pointer : "";
        CHECK_(pointer && g_str_has_prefix(pointer, table[i][2]), "%s: at %s", table[i][0],
               pointer ? pointer : "none");
    }
}

SUITE(axis, { "ticks", test_ticks }, { "merging", test_merging }, { "cascade", test_cascade },
      { "errors", test_errors });
