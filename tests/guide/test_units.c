#include "guide/units.h"

#include <jansson.h>

#include "jutu/jutu.h"

#include "check.h"

/* Appends the texts of a role, by bars. */
static void print_texts(const json_t *nodes, const char *role, GString *out)
{
    json_t *node;
    size_t i;
    json_array_foreach (nodes, i, node) {
        const char *own = json_string_value(json_object_get(node, "role"));
        print_texts(json_object_get(node, "nodes"), role, out);
        if (own && strcmp(own, role) == 0 && json_object_get(node, "text"))
            g_string_append_printf(out, "%s%s", out->len ? "|" : "",
                                   json_string_value(json_object_get(node, "text")));
    }
}

/* The texts of a role, or the error. */
static char *texts_of(const char *json, const char *role)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuSpec) spec = jutu_spec_parse(json, -1, NULL, &error);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *text = spec ? jutu_explain(spec, &options, "scene", &error) : NULL;
    json_t *scene = text ? json_loads(text, 0, NULL) : NULL;
    print_texts(json_object_get(scene, "nodes"), role, out);
    json_decref(scene);
    return error ? g_strdup(error->message) : g_string_free(g_steal_pointer(&out), FALSE);
}

/* One chart of the theme: a title, members of usermeta.jutu, rows, mark and encoding. */
typedef struct {
    const char *row, *title, *meta, *rows, *mark, *encoding, *role, *want;
} Case;

static void check_cases(const Case *table, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        g_autofree char *spec = g_strdup_printf(
            "{\"usermeta\": {\"jutu\": {\"theme\": \"report\"%s}}, \"title\": \"%s\", \"data\": "
            "{\"values\": [%s]}, \"mark\": \"%s\", \"width\": 400, \"height\": 200, "
            "\"encoding\": {%s}}",
            table[i].meta, table[i].title, table[i].rows, table[i].mark, table[i].encoding);
        g_autofree char *got = texts_of(spec, table[i].role);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

#define V(value) "{\"v\": " #value "}"
#define AXIS "\"x\": {\"field\": \"v\", \"type\": \"quantitative\"}"
#define NAMED(name) "\"x\": {\"field\": \"" name "\", \"type\": \"quantitative\"}"
#define TICKS "axis-label"

static void test_units(void)
{
    static const Case table[] = {
        { "as they are", "T", "", V(40000), "bar", AXIS, TICKS, "0|10,000|20,000|30,000|40,000" },
        { "in 万", "T", "", V(400000), "bar", AXIS, TICKS, "0|10|20|30|40" },
        { "that is said", "T", "", V(400000), "bar", AXIS, "unit", "单位：万" },
        { "of a known unit", "T", ", \"unit\": \"元\"", V(4e12), "bar", AXIS, "unit",
          "单位：万亿元" },
        { "decimals are one number, but 0 has none", "T", "", V(1000000000000), "bar",
          "\"x\": {\"field\": \"v\", \"type\": \"quantitative\", \"axis\": {\"values\": [0, "
          "500000000000, 1000000000000]}}",
          TICKS, "0|0.5|1.0" },
        { "a named unit is kept", "2023年，元", "", V(4000000), "bar", AXIS, TICKS,
          "0|1,000,000|2,000,000|3,000,000|4,000,000" },
        { "and not said again", "2023年，元", ", \"unit\": \"元\"", V(4), "bar", AXIS, "unit", "" },
        { "but an amount names none", "达到5万元", ", \"unit\": \"元\"", V(400000), "bar", AXIS,
          TICKS, "0|10|20|30|40" },
        { "a column's name", "T", "", "{\"产值（亿元）\": 400000}", "bar", NAMED("产值（亿元）"),
          "unit", "单位：万亿元" },
        { "and its title", "T", "", "{\"产值（亿元）\": 400000}", "bar", NAMED("产值（亿元）"),
          "axis-title", "产值" },
        { "English", "T", ", \"lang\": \"en\", \"unit\": \"yuan\"", V(4000000), "bar", AXIS, "unit",
          "Unit: million yuan" },
        { "Traditional", "T", ", \"lang\": \"zh-HK\", \"unit\": \"元\"", V(4e12), "bar", AXIS,
          "unit", "單位：兆元" },
        { "a format is obeyed", "T", "", V(400000), "bar",
          "\"x\": {\"field\": \"v\", \"type\": \"quantitative\", \"axis\": {\"format\": \".0s\", "
          "\"values\": [400000]}}",
          TICKS, "400k" },
        { "no unit: each has its own", "T", ", \"unit\": null", V(40000000), "bar", AXIS, TICKS,
          "0|1,000万|2,000万|3,000万|4,000万" },
        { "switched off", "T", ", \"without\": [\"units\"]", V(400000), "bar", AXIS, TICKS,
          "0|100,000|200,000|300,000|400,000" },
        { "two units are in titles", "T", "", "{\"甲（元）\": 4e8, \"乙（吨）\": 3}", "point",
          "\"x\": {\"field\": \"甲（元）\", \"type\": \"quantitative\"}, \"y\": {\"field\": "
          "\"乙（吨）\", \"type\": \"quantitative\"}",
          "axis-title", "甲（亿元）|乙（吨）" },
        { "log", "T", "", V(1) "," V(100000000), "point",
          "\"x\": {\"field\": \"v\", \"type\": \"quantitative\", \"scale\": {\"type\": \"log\"}, "
          "\"axis\": {\"values\": [1, 10000, 1000000, 100000000]}}",
          TICKS, "1|1万|100万|1亿" },
        { "years", "T", "", "{\"年份\": 2020}, {\"年份\": 2024}", "point",
          "\"x\": {\"field\": \"年份\", \"type\": \"quantitative\", \"scale\": {\"zero\": false}}",
          TICKS, "2020|2021|2022|2023|2024" },
        { "whole numbers", "T", "", V(2), "bar", AXIS, TICKS, "0|1|2" },
        { "zeros", "T", "", V(0), "bar", AXIS, TICKS, "0|1" },
        { "a pyramid", "T", "",
          "{\"a\": \"0—9岁\", \"s\": \"男\", \"v\": -2}, {\"a\": \"0—9岁\", \"s\": \"女\", \"v\": "
          "2}",
          "bar", AXIS ", \"y\": {\"field\": \"a\", \"axis\": null}, \"color\": {\"field\": \"s\"}",
          TICKS, "2|1|0|1|2" },
        { "income and expense keep signs", "T", "",
          "{\"a\": \"0—9岁\", \"s\": \"收入\", \"v\": -2}, {\"a\": \"0—9岁\", \"s\": \"支出\", "
          "\"v\": 2}",
          "bar", AXIS ", \"y\": {\"field\": \"a\", \"axis\": null}, \"color\": {\"field\": \"s\"}",
          TICKS, "−2|−1|0|1|2" },
    };
    check_cases(table, ROWS(table));
}

#define BARS(x) x ", \"y\": {\"field\": \"v\", \"type\": \"quantitative\", \"axis\": null}"

static void test_titles(void)
{
    static const Case table[] = {
        { "names have none", "T", "", V(1), "bar",
          "\"x\": {\"field\": \"v\", \"type\": \"nominal\"}", "axis-title", "" },
        { "numbers have", "T", "", "{\"收入\": 1}", "bar", NAMED("收入"), "axis-title", "收入" },
        { "unless the title says it", "各地收入", "", "{\"收入\": 1}", "bar", NAMED("收入"),
          "axis-title", "" },
        { "or it is a unit", "T", "", "{\"万人\": 1}", "bar", NAMED("万人"), "axis-title", "" },
        { "a count", "T", "", V(1), "bar", "\"x\": {\"aggregate\": \"count\"}", "axis-title",
          "记录数" },
        { "a mean", "T", "", "{\"收入\": 1}", "bar",
          "\"x\": {\"aggregate\": \"mean\", \"field\": \"收入\", \"type\": \"quantitative\"}",
          "axis-title", "平均收入" },
        { "what is given", "各地收入", "", "{\"收入\": 1}", "bar",
          "\"x\": {\"field\": \"收入\", \"type\": \"quantitative\", \"title\": \"收入\"}",
          "axis-title", "收入" },
    };
    check_cases(table, ROWS(table));
}

static void test_dates(void)
{
    static const Case table[] = {
        { "years", "T", "", "{\"d\": \"2020\", \"v\": 1}, {\"d\": \"2022\", \"v\": 2}", "line",
          BARS("\"x\": {\"field\": \"d\", \"type\": \"temporal\"}"), TICKS,
          "2020年|2021年|2022年" },
        { "the year once", "T", "",
          "{\"d\": \"2020-11-01\", \"v\": 1}, {\"d\": \"2020-12-01\", \"v\": 1}, {\"d\": "
          "\"2021-01-01\", \"v\": 1}, {\"d\": \"2021-02-01\", \"v\": 2}",
          "line", BARS("\"x\": {\"field\": \"d\", \"type\": \"temporal\"}"), TICKS,
          "2020年11月|12月|2021年1月|2月" },
        { "weeks", "T", "", "{\"d\": \"2021-01-03\", \"v\": 1}, {\"d\": \"2021-01-04\", \"v\": 1}",
          "bar",
          BARS("\"x\": {\"field\": \"d\", \"type\": \"ordinal\", \"timeUnit\": \"yearweek\"}"),
          TICKS, "2020年第53周|2021年第1周" },
        { "weekdays", "T", "",
          "{\"d\": \"2024-03-10\", \"v\": 1}, {\"d\": \"2024-03-04\", \"v\": 1}", "bar",
          BARS("\"x\": {\"field\": \"d\", \"type\": \"ordinal\", \"timeUnit\": \"day\"}"), TICKS,
          "周一|周日" },
        { "American weekdays", "T", ", \"lang\": \"en\"",
          "{\"d\": \"2024-03-10\", \"v\": 1}, {\"d\": \"2024-03-04\", \"v\": 1}", "bar",
          BARS("\"x\": {\"field\": \"d\", \"type\": \"ordinal\", \"timeUnit\": \"day\"}"), TICKS,
          "Sun|Mon" },
        { "quarters", "T", "", "{\"d\": \"2024-03-10\", \"v\": 1}", "bar",
          BARS("\"x\": {\"field\": \"d\", \"type\": \"ordinal\", \"timeUnit\": \"yearquarter\"}"),
          TICKS, "2024年第1季度" },
        { "a format is obeyed", "T", "", "{\"d\": \"2024-03-10\", \"v\": 1}", "bar",
          BARS("\"x\": {\"field\": \"d\", \"type\": \"ordinal\", \"timeUnit\": \"yearmonth\", "
               "\"axis\": {\"format\": \"%y/%m\"}}"),
          TICKS, "24/03" },
    };
    check_cases(table, ROWS(table));
}

static void test_order(void)
{
    static const Case table[] = {
        { "their own", "T", "", "{\"a\": \"十月\"}, {\"a\": \"一月\"}, {\"a\": \"二月\"}", "bar",
          "\"x\": {\"field\": \"a\", \"type\": \"nominal\"}", TICKS, "一月|二月|十月" },
        { "the data's", "T", "", "{\"a\": \"沪\"}, {\"a\": \"京\"}", "bar",
          "\"x\": {\"field\": \"a\", \"type\": \"nominal\"}", TICKS, "沪|京" },
        { "numbers by size", "T", "", "{\"a\": \"10\"}, {\"a\": \"9\"}, {\"a\": \"11\"}", "bar",
          "\"x\": {\"field\": \"a\", \"type\": \"ordinal\"}", TICKS, "9|10|11" },
        { "colours", "T", "", "{\"a\": \"乙\"}, {\"a\": \"甲\"}", "bar",
          "\"color\": {\"field\": \"a\", \"type\": \"nominal\"}", "legend-label", "乙|甲" },
        { "what is left over", "T", "",
          "{\"a\": \"其他\", \"v\": 9}, {\"a\": \"粮\", \"v\": 1}, {\"a\": \"矿\", \"v\": 2}",
          "bar", BARS("\"x\": {\"field\": \"a\", \"type\": \"nominal\", \"sort\": \"-y\"}"), TICKS,
          "矿|粮|其他" },
        { "a list stands as listed", "T", "",
          "{\"a\": \"粮\", \"v\": 1}, {\"a\": \"其他\", \"v\": 9}", "bar",
          BARS("\"x\": {\"field\": \"a\", \"type\": \"nominal\", \"sort\": [\"其他\", \"粮\"]}"),
          TICKS, "其他|粮" },
        { "a given sort", "T", "", "{\"a\": \"十月\"}, {\"a\": \"一月\"}, {\"a\": \"二月\"}", "bar",
          "\"x\": {\"field\": \"a\", \"type\": \"nominal\", \"sort\": null}", TICKS,
          "十月|一月|二月" },
    };
    check_cases(table, ROWS(table));
}

SUITE(units, { "units of axes", test_units }, { "titles of axes", test_titles },
      { "dates", test_dates }, { "order", test_order });
