/* What a chart tells of its data: units and sources, from the data package beside it. */
#include <glib/gstdio.h>

#include "check.h"
#include "jutu/jutu.h"
#include <jansson.h>

static const char csv[] = "城市,年份,产值,增速,单位,出处\n"
                          "深圳,2023,3.46,6.0,亿元,s1\n"
                          "深圳,2024,3.68,5.8,亿元,s2\n"
                          "杭州,2024,2.19,4.7,%,\"s1,s3\"\n";

static const char package[] =
    "{\"resources\": [{\"name\": \"a\", \"path\": \"a.csv\", \"sources\": ["
    "{\"name\": \"s1\", \"title\": \"年鉴\", \"publisher\": \"局\", \"date\": \"2024-05\"},"
    "{\"name\": \"s2\", \"title\": \"公报\", \"accessed\": \"2025-03-02\"},"
    "{\"name\": \"s3\", \"publisher\": \"部\", \"date\": \"约2020年\", \"accessed\": \"2025\"}],"
    "\"schema\": {\"fields\": [{\"name\": \"城市\"}, {\"name\": \"年份\", \"type\": \"year\"},"
    "{\"name\": \"产值\", \"type\": \"number\"}, {\"name\": \"增速\", \"type\": \"number\","
    "\"unit\": \"%\"}, {\"name\": \"单位\", \"role\": \"unit\"},"
    "{\"name\": \"出处\", \"role\": \"source\"}]}}]}";

/* A folder with both files; owned. */
static char *shelf(void)
{
    char *folder = g_dir_make_tmp("jutu-facts-XXXXXX", NULL);
    g_autofree char *a = g_build_filename(folder, "a.csv", NULL);
    g_autofree char *b = g_build_filename(folder, "datapackage.json", NULL);
    g_file_set_contents(a, csv, -1, NULL);
    g_file_set_contents(b, package, -1, NULL);
    return folder;
}

static void unshelf(char *folder)
{
    g_autofree char *a = g_build_filename(folder, "a.csv", NULL);
    g_autofree char *b = g_build_filename(folder, "datapackage.json", NULL);
    g_remove(a);
    g_remove(b);
    g_rmdir(folder);
    g_free(folder);
}

static void add_texts(GString *out, json_t *nodes, const char *role)
{
    size_t i;
    json_t *node;
    json_array_foreach (nodes, i, node) {
        if (g_strcmp0(json_string_value(json_object_get(node, "role")), role) == 0)
            g_string_append_printf(out, "%s%s", out->len ? "|" : "",
                                   json_string_value(json_object_get(node, "text")));
        add_texts(out, json_object_get(node, "nodes"), role);
        add_texts(out, json_object_get(node, "children"), role);
    }
}

/* All texts of a role in the picture, or the error: "[id] message". */
static char *texts_of(const char *spec, const char *role)
{
    char *folder = shelf();
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(spec, -1, NULL, &error);
    JutuOptions options = { .size = sizeof(options), .base_dir = folder, .estimate = true };
    g_autofree char *text = parsed ? jutu_explain(parsed, &options, "scene", &error) : NULL;
    GString *out = g_string_new(NULL);
    JutuNote note;
    if (error && jutu_error_note(error, &note))
        g_string_append_printf(out, "[%s] %s", note.id ? note.id : "", note.text);
    json_t *scene = text ? json_loads(text, 0, NULL) : NULL;
    add_texts(out, json_object_get(scene, "nodes"), role);
    json_decref(scene);
    unshelf(folder);
    return g_string_free(out, false);
}

static char *spec_of(const char *jutu, const char *members)
{
    return g_strdup_printf("{\"data\": {\"url\": \"a.csv\"}, \"usermeta\": {\"jutu\": {\"theme\": "
                           "\"report\"%s}}, %s}",
                           jutu, members);
}

#define Y(field) "\"y\": {\"field\": \"" field "\", \"type\": \"quantitative\"}"
#define BAR "\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"城市\"}, "

static void test_sources(void)
{
    static const struct {
        const char *row, *jutu, *members, *want;
    } table[] = {
        { "all rows, all sources", "", BAR Y("增速") "}",
          "资料来源：局《年鉴》（2024年5月）；《公报》（2025年3月2日访问）；部（约2020年，2025年访"
          "问）" },
        { "only those of the rows that a filter leaves", "",
          "\"transform\": [{\"filter\": \"datum['年份'] == 2023\"}], " BAR Y("增速") "}",
          "资料来源：局《年鉴》（2024年5月）" },
        { "before they are summed up", "",
          "\"transform\": [{\"filter\": \"datum['出处'] == 's2'\"}, {\"aggregate\": [{\"op\": "
          "\"sum\", \"field\": \"增速\", \"as\": \"和\"}], \"groupby\": [\"城市\"]}], " BAR Y(
              "和") "}",
          "资料来源：《公报》（2025年3月2日访问）" },
        { "in a facet", "",
          "\"transform\": [{\"filter\": \"datum['年份'] == 2023\"}], \"facet\": {\"field\": "
          "\"城市\"}, \"spec\": {" BAR Y("增速") "}}",
          "资料来源：局《年鉴》（2024年5月）" },
        { "given ones stand for all", ", \"source\": {\"title\": \"书\", \"date\": \"2020\"}",
          BAR Y("增速") "}", "资料来源：《书》（2020年）" },
        { "in English", ", \"lang\": \"en\"",
          "\"transform\": [{\"filter\": \"datum['出处'] != 's1'\"}, {\"filter\": "
          "\"datum['城市'] == '深圳'\"}], " BAR Y("增速") "}",
          "Source: “公报” (accessed 2 March 2025)" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *spec = spec_of(table[i].jutu, table[i].members);
        g_autofree char *got = texts_of(spec, "source");
        g_autoptr(GString) joined = g_string_new(got);
        g_string_replace(joined, "|", "", 0);
        CHECK_STR(table[i].row, joined->str, table[i].want);
    }
}

static void test_units(void)
{
    static const struct {
        const char *row, *jutu, *members, *role, *want;
    } table[] = {
        { "one unit stands above the chart", "", BAR Y("增速") "}", "unit", "单位：%" },
        { "and not at its axis", "", BAR Y("增速") "}", "axis-title", "增速" },
        { "two at their axes", "",
          "\"transform\": [{\"filter\": \"datum['单位'] == '亿元'\"}], \"mark\": \"point\", "
          "\"encoding\": {\"x\": {\"field\": \"产值\", \"type\": \"quantitative\"}, " Y("增速") "}",
          "axis-title", "产值（亿元）|增速（%）" },
        { "and not above", "",
          "\"transform\": [{\"filter\": \"datum['单位'] == '亿元'\"}], \"mark\": \"point\", "
          "\"encoding\": {\"x\": {\"field\": \"产值\", \"type\": \"quantitative\"}, " Y("增速") "}",
          "unit", "" },
        { "a count has none", "",
          BAR "\"y\": {\"field\": \"增速\", \"aggregate\": \"count\", \"type\": "
              "\"quantitative\"}}",
          "unit", "" },
        { "two units on one scale", "", BAR Y("产值") "}", "unit",
          "[mixed-units] y has values in \"亿元\", \"%\" on one scale; filter by the unit, give "
          "each "
          "a scale of its own (\"resolve\"), or allow \"mixed-units\"" },
        { "of two layers", "",
          "\"transform\": [{\"filter\": \"datum['单位'] == '亿元'\"}], \"layer\": [{" BAR Y(
              "产值") "}}, {" BAR Y("增速") "}}]",
          "unit",
          "[mixed-units] y has values in \"亿元\", \"%\" on one scale; filter by the unit, give "
          "each "
          "a scale of its own (\"resolve\"), or allow \"mixed-units\"" },
        { "of columns in one", "",
          "\"transform\": [{\"filter\": \"datum['单位'] == '亿元'\"}, {\"fold\": [\"产值\", "
          "\"增速\"], \"as\": [\"项\", \"数\"]}], " BAR Y("数") "}",
          "unit",
          "[mixed-units] y has values in \"亿元\", \"%\" on one scale; filter by the unit, give "
          "each "
          "a scale of its own (\"resolve\"), or allow \"mixed-units\"" },
        { "what is computed has a unit of its own", "",
          "\"transform\": [{\"calculate\": \"1\", \"as\": \"产值\"}], " BAR Y("产值") "}", "unit",
          "" },
        { "with scales of their own", "",
          "\"transform\": [{\"filter\": \"datum['单位'] == '亿元'\"}], \"resolve\": {\"scale\": "
          "{\"y\": \"independent\"}}, \"layer\": [{" BAR Y("产值") "}}, {" BAR Y("增速") "}}]",
          "axis-title", "产值（亿元）|增速（%）" },
        { "in cells of a facet, each with one", "",
          "\"facet\": {\"field\": \"单位\"}, \"resolve\": {\"scale\": {\"y\": \"independent\"}}, "
          "\"spec\": {" BAR Y("产值") "}}",
          "unit", "" },
        { "in cells that share a scale", "",
          "\"facet\": {\"field\": \"单位\"}, \"spec\": {" BAR Y("产值") "}}", "unit",
          "[mixed-units] y has values in \"亿元\", \"%\" on one scale; filter by the unit, give "
          "each "
          "a scale of its own (\"resolve\"), or allow \"mixed-units\"" },
        { "allowed", ", \"allow\": [\"mixed-units\"]", BAR Y("产值") "}", "axis-title", "产值" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *spec = spec_of(table[i].jutu, table[i].members);
        g_autofree char *got = texts_of(spec, table[i].role);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

SUITE(furniture_facts, { "sources", test_sources }, { "units", test_units });
