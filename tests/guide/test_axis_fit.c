/* Names below a view that don't fit: thinned if they count, else turned. */
#include <string.h>

#include "base/json.h"
#include "jutu/jutu.h"

#include "check.h"

/* Appends the labels within nodes: "text@angle ". */
static void print_labels(const json_t *nodes, GString *out)
{
    json_t *node;
    size_t i;
    json_array_foreach ((json_t *)nodes, i, node) {
        const json_t *text = json_object_get(node, "text"), *angle = json_object_get(node, "angle");
        print_labels(json_object_get(node, "nodes"), out);
        if (strcmp(jutu_json_string(node, "role", ""), "axis-label") != 0)
            continue;
        g_string_append_printf(out, "%s%s", out->len ? " " : "", json_string_value(text));
        if (json_number_value(angle) != 0)
            g_string_append_printf(out, "@%g", json_number_value(angle));
    }
}

/* The labels of a spec's axes. */
static char *labels_in(const char *text)
{
    g_autoptr(JutuSpec) spec = jutu_spec_parse(text, -1, NULL, NULL);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *scene = spec ? jutu_explain(spec, &options, "scene", NULL) : NULL;
    json_t *json = scene ? json_loads(scene, 0, NULL) : NULL;
    GString *out = g_string_new(NULL);
    print_labels(json_object_get(json, "nodes"), out);
    json_decref(json);
    return g_string_free(out, FALSE);
}

/* The labels of columns whose names are made by a printf format from `from` on, every `by`. */
static char *labels_of(const char *format, int n, int from, int by, const char *more,
                       const char *axis)
{
    g_autoptr(GString) rows = g_string_new(NULL);
    for (int i = 0; i < n; i++) {
        int count = from + by * i;
        bool months = strstr(format, "月") != NULL;
        g_autofree char *name = months ? g_strdup_printf(format, count / 12, count % 12 + 1)
                                       : g_strdup_printf(format, count);
        g_string_append_printf(rows, "%s{\"a\": \"%s\", \"b\": 1}", i ? ", " : "", name);
    }
    g_autofree char *text = g_strdup_printf(
        "{\"usermeta\": {\"jutu\": {\"theme\": \"report\"%s}}, \"data\": {\"values\": [%s]}, "
        "\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\", \"sort\": null%s}, \"y\": "
        "{\"field\": \"b\", \"type\": \"quantitative\", \"axis\": null}}}",
        more, rows->str, axis);
    return labels_in(text);
}

static void test_names(void)
{
    static const struct {
        const char *row, *format;
        int n, from, by;
        const char *more, *axis, *want;
    } table[] = {
        { "years that fit", "%d", 3, 2010, 1, "", "", "2010 2011 2012" },
        { "years that don't: round ones", "%d", 30, 1991, 1, "", "",
          "1995 2000 2005 2010 2015 2020" },
        { "every other year has no round ones of ten", "%d年", 20, 1981, 2, "", "",
          "1985年 1995年 2005年 2015年" },
        { "months of years", "%d年%d月", 24, 12 * 2020, 1, "", "",
          "2020年1月 2020年7月 2021年1月 2021年7月" },
        { "in an axis of its own angle", "%d", 12, 2010, 1, "", ", \"axis\": {\"labelAngle\": -90}",
          "2010@270 2011@270 2012@270 2013@270 2014@270 2015@270 2016@270 2017@270 2018@270 "
          "2019@270 2020@270 2021@270" },
        { "down they are names", "%d", 4, 2010, -1, ", \"width\": 200", "",
          "2010@315 2009@315 2008@315 2007@315" },
        { "names are turned", "Name%d", 8, 1, 1, ", \"width\": 300, \"without\": [\"thin-names\"]",
          "", "Name1@315 Name2@315 Name3@315 Name4@315 Name5@315 Name6@315 Name7@315 Name8@315" },
        { "unless it is switched off", "Name%d", 8, 1, 1,
          ", \"width\": 300, \"without\": [\"thin-names\", \"turn-names\"]", "",
          "Name1 Name2 Name3 Name4 Name5 Name6 Name7 Name8" },
        { "by a quarter where that isn't enough", "Name%d", 3, 1, 1,
          ", \"width\": 96, \"without\": [\"thin-names\"]", "", "Name1@270 Name2@270 Name3@270" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = labels_of(table[i].format, table[i].n, table[i].from, table[i].by,
                                         table[i].more, table[i].axis);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

/* Ticks of y over rows of a. */
static void test_ticks(void)
{
    static const struct {
        const char *row, *values, *members, *want;
    } table[] = {
        { "counts", "{'a': '2021'}, {'a': '2021'}",
          "'mark': 'point', 'encoding': {'y': {'aggregate': 'count'}}", "0 1 2" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *text = g_strdup_printf("{'usermeta': {'jutu': {'theme': 'report', 'lang': "
                                                "'en'}}, 'data': {'values': [%s]}, %s}",
                                                table[i].values, table[i].members);
        for (char *c = text; *c; c++)
            *c = *c == '\'' ? '"' : *c;
        g_autofree char *got = labels_in(text);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

SUITE(guide_axis_fit, { "names", test_names }, { "ticks", test_ticks });
