#include "data/data.h"

#include <math.h>

#include "base/json.h"
#include "check.h"
#include "data/parse.h"

/* A reader of files that are only here. */
typedef struct {
    JutuReader reader;
    size_t n_reads;
} Shelf;

static const char *const files[][2] = {
    { "a.csv", "省,n\n广东,1\n浙江,2\n" },
    { "b.tsv", "a\tb\n1\t2\n" },
    { "c.txt", "a;b\n1;2\n" },
    { "d.json", "{\"rows\": [{\"a\": 1}]}" },
    { "e.json", "[{\"a\": 1},\n {\"a\": }]" },
    { "f.csv", "a,b\n1\n\n\"x" },
    { "g.csv", "\xc4\xea,1\n" },
    { "p/gdp.csv", "年份,gdp,day\n2020,\"1,013\",05.01.2024\n2021,n/a,06.01.2024\n" },
    { "p/bad.csv", "a,b\nx,1\ny,?\nz,x\n" },
    { "p/raw.csv", "1;2\n" },
    { "p/datapackage.json",
      "{\"title\": \"GDP\", \"resources\": [{\"name\": \"gdp\", \"path\": \"gdp.csv\", \"schema\": "
      "{\"missingValues\": "
      "[\"n/a\"], \"fields\": [{\"name\": \"年份\", \"type\": \"year\"}, {\"name\": \"gdp\", "
      "\"type\": \"number\", \"groupChar\": \",\", \"unit\": \"亿元\"}, {\"name\": \"day\", "
      "\"type\": \"date\", \"format\": \"%d.%m.%Y\"}]}}, {\"name\": \"raw\", \"path\": "
      "\"raw.csv\", \"dialect\": "
      "{\"delimiter\": \";\", \"header\": false}, \"schema\": {\"fields\": [{\"name\": \"a\"}, "
      "{\"name\": \"b\", \"type\": \"integer\"}]}}, {\"name\": \"bad\", \"path\": \"bad.csv\", "
      "\"schema\": "
      "{\"fields\": [{\"name\": \"a\"}, {\"name\": \"b\", \"type\": \"integer\"}]}}]}" },
    { "q/x.csv", "a\n1\n" },
    { "q/datapackage.json", "{\n" },
};

static GBytes *read_shelf(JutuReader *self, const char *path, GError **error)
{
    ((Shelf *)self)->n_reads += !g_str_has_suffix(path, "datapackage.json");
    for (size_t i = 0; i < ROWS(files); i++) {
        if (strcmp(files[i][0], path) == 0)
            return g_bytes_new(files[i][1], strlen(files[i][1]));
    }
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "%s: there is no such file", path);
    return NULL;
}

/* What a test needs of a render. */
typedef struct {
    JutuArena *arena;
    JutuContext *context;
    Shelf shelf;
    JutuDataSources *sources;
} Render;

static void render_start(Render *render, const char *datasets)
{
    render->arena = jutu_arena_new();
    render->context = jutu_context_new(render->arena);
    render->shelf = (Shelf){ .reader.read = read_shelf };
    JutuDataOptions options = { .reader = &render->shelf.reader, .max_cells = 1000 };
    if (datasets)
        options.datasets = jutu_json_own(render->arena, json_loads(datasets, 0, NULL));
    render->sources = jutu_data_sources_new(render->context, &options);
}

static void render_end(Render *render)
{
    jutu_context_free(render->context);
    jutu_arena_free(render->arena);
}

static const JutuTable *load(Render *render, const char *data, GError **error)
{
    json_t *json = jutu_json_own(render->arena, json_loads(data, JSON_DECODE_ANY, NULL));
    return jutu_data_load(render->sources, json, "/data", error);
}

/* Rows of a table, or the pointer and message of the error. */
static char *loaded(Render *render, const char *data)
{
    g_autoptr(GError) error = NULL;
    const JutuTable *table = load(render, data, &error);
    if (!table)
        return g_strdup_printf("%s %s", jutu_error_where(error)->pointer, error->message);
    json_t *json = jutu_table_to_json(table);
    char *text = json_dumps(json, JSON_COMPACT | JSON_REAL_PRECISION(15));
    json_decref(json);
    char *copy = g_strdup(text);
    free(text);
    return copy;
}

static void test_load(void)
{
    static const char datasets[] =
        "{\"t\": [{\"a\":1}], \"csv\": \"a\\n1\\n\", \"one\": {\"a\":2}}";
    static const char *const table[][2] = {
        { "null", "[]" },
        { "{\"url\":\"a.csv\"}", "[{\"省\":\"广东\",\"n\":\"1\"},{\"省\":\"浙江\",\"n\":\"2\"}]" },
        { "{\"url\":\"a.csv\",\"format\":{\"parse\":{\"n\":\"number\"}}}",
          "[{\"省\":\"广东\",\"n\":\"1\"},{\"省\":\"浙江\",\"n\":\"2\"}]" },
        { "{\"url\":\"b.tsv\"}", "[{\"a\":\"1\",\"b\":\"2\"}]" },
        { "{\"url\":\"c.txt\",\"format\":{\"type\":\"dsv\",\"delimiter\":\";\"}}",
          "[{\"a\":\"1\",\"b\":\"2\"}]" },
        { "{\"url\":\"d.json\",\"format\":{\"property\":\"rows\"}}", "[{\"a\":1}]" },
        { "{\"url\":\"a.csv\",\"format\":{\"type\":\"csv\",\"header\":[\"x\",2]}}",
          "[{\"x\":\"省\",\"2\":\"n\"},{\"x\":\"广东\",\"2\":\"1\"},{\"x\":\"浙江\",\"2\":\"2\"}"
          "]" },
        { "{\"url\":\"g.csv\",\"format\":{\"encoding\":\"gbk\",\"header\":[\"a\",\"b\"]}}",
          "[{\"a\":\"年\",\"b\":\"1\"}]" },
        { "{\"url\":\"p/raw.csv\"}", "[{\"a\":\"1\",\"b\":2}]" },
        { "{\"url\":\"p/bad.csv\"}",
          "[{\"a\":\"x\",\"b\":1},{\"a\":\"y\",\"b\":null},{\"a\":\"z\",\"b\":null}]" },
        { "{\"values\":[1,2]}", "[{\"data\":1},{\"data\":2}]" },
        { "{\"values\":{\"a\":1}}", "[{\"a\":1}]" },
        { "{\"values\":\"a,b\\n1,2\",\"format\":{\"type\":\"csv\"}}",
          "[{\"a\":\"1\",\"b\":\"2\"}]" },
        { "{\"values\":\"[{\\\"a\\\":1}]\"}", "[{\"a\":1}]" },
        { "{\"values\":{\"v\":[3]},\"format\":{\"property\":\"v\"}}", "[{\"data\":3}]" },
        { "{\"name\":\"t\"}", "[{\"a\":1}]" },
        { "{\"name\":\"csv\",\"format\":{\"type\":\"csv\"}}", "[{\"a\":\"1\"}]" },
        { "{\"name\":\"one\"}", "[{\"a\":2}]" },
        { "{\"name\":\"t\",\"values\":[7]}", "[{\"a\":1}]" },
        { "{\"sequence\":{\"start\":0,\"stop\":1,\"step\":0.4,\"as\":\"x\"}}",
          "[{\"x\":0},{\"x\":0.4},{\"x\":0.8}]" },
        { "{\"sequence\":{\"start\":3,\"stop\":1,\"step\":-1}}", "[{\"data\":3},{\"data\":2}]" },
        { "{\"sequence\":{\"start\":3,\"stop\":1}}", "[]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Render render;
        render_start(&render, datasets);
        g_autofree char *got = loaded(&render, table[i][0]);
        CHECK_STR(table[i][0], got, table[i][1]);
        render_end(&render);
    }
}

static void test_refuse(void)
{
    static const char *const table[][2] = {
        { "{\"url\":\"none.csv\"}", "/data/url none.csv: there is no such file" },
        { "{\"url\":\"e.json\"}", "/data/url e.json:2:8: a value should be here" },
        { "{\"url\":\"d.json\",\"format\":{\"property\":\"a.b\"}}",
          "/data/url d.json: the JSON has no \"a\" (of the path \"a.b\")" },
        { "{\"url\":\"a.csv\",\"format\":{\"type\":\"dsv\"}}",
          "/data/url a.csv: the type \"dsv\" needs a \"delimiter\" in \"format\"" },
        { "{\"url\":\"a.csv\",\"format\":{\"type\":\"xls\"}}",
          "/data/url a.csv: unknown format type \"xls\"; use \"csv\", \"tsv\", \"dsv\", "
          "\"json\" or \"ndjson\"" },
        { "{\"url\":\"a.csv\",\"format\":{\"type\":\"topojson\"}}",
          "/data/url a.csv: TopoJSON can't be read yet" },
        { "{\"url\":\"q/x.csv\"}",
          "/data/url q/x.csv: q/datapackage.json:2:1: the text ends inside an object; add \"}\"" },
        { "{\"url\":1}", "/data \"url\" should be a string" },
        { "{\"values\":\"{\"}", "/data/values the text ends inside an object; add \"}\"" },
        { "{\"name\":\"u\"}", "/data no data are called \"u\"; add them to \"datasets\"" },
        { "{}", "/data \"data\" needs \"url\", \"values\", \"name\" or \"sequence\"" },
        { "{\"graticule\":true}", "/data \"graticule\" can't be drawn yet" },
        { "{\"sphere\":true}", "/data \"sphere\" can't be drawn yet" },
        { "{\"sequence\":{\"start\":0,\"stop\":1e9}}",
          "/data/sequence a sequence has numbers \"start\", \"stop\" and \"step\" with at most "
          "1000 "
          "steps between them" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Render render;
        render_start(&render, NULL);
        g_autofree char *got = loaded(&render, table[i][0]);
        CHECK_STR(table[i][0], got, table[i][1]);
        render_end(&render);
    }
}

static void test_once(void)
{
    Render render;
    render_start(&render, NULL);
    const JutuTable *first = load(&render, "{\"url\":\"a.csv\"}", NULL);
    const JutuTable *second = load(
        &render, "{\"url\":\"a.csv\",\"format\":{\"parse\":{\"n\":\"number\"}}}", NULL);
    CHECK_TRUE("one table", first && first == second);
    CHECK_SIZE("one read", render.shelf.n_reads, 1);
    load(&render, "{\"url\":\"a.csv\",\"format\":{\"type\":\"tsv\"}}", NULL);
    CHECK_SIZE("another format is another table", render.shelf.n_reads, 2);

    json_t *named = json_pack("{s:s,s:[i]}", "name", "mine", "values", 5);
    jutu_data_define(render.sources, jutu_json_own(render.arena, named));
    g_autofree char *got = loaded(&render, "{\"name\":\"mine\"}");
    CHECK_STR("defined before", got, "[{\"data\":5}]");
    CHECK_TRUE("a JSON tree is read once",
               jutu_data_load(render.sources, named, "/data", NULL) ==
                   jutu_data_load(render.sources, named, "/data", NULL));
    render_end(&render);
}

static void test_warn(void)
{
    static const struct {
        size_t line, column;
        const char *text;
    } want[] = {
        { 3, 1, "a blank line is a row of empty cells; remove it" },
        { 2, 2, "fewer cells than the header's 2; the missing ones are empty; 1 more rows alike" },
        { 4, 1,
          "a quoted cell begins here that has no end, and swallows the rest of the file; close it, "
          "or write a quote within it twice" },
    }, more[] = {
        { 0, 0, "there are no rows below the header" },
        { 1, 3, "several columns are called \"a\"; only the last counts" },
        { 1, 5, "column 3 has no name; give it one" },
    };
    Render render;
    render_start(&render, NULL);
    CHECK_TRUE("loaded", load(&render, "{\"url\":\"f.csv\"}", NULL) != NULL);
    CHECK_SIZE("warnings", render.context->messages->len, ROWS(want));
    for (size_t i = 0; i < MIN(ROWS(want), render.context->messages->len); i++) {
        const JutuMessage *message = render.context->messages->pdata[i];
        CHECK_STR("where", message->pointer, "/data");
        CHECK_STR("in which file", message->place.file, "f.csv");
        CHECK_SIZE("in which line", message->place.line, want[i].line);
        CHECK_SIZE("in which column", message->place.column, want[i].column);
        CHECK_STR("what", message->text, want[i].text);
    }
    render_end(&render);

    render_start(&render, NULL);
    load(&render, "{\"values\":\"a,a,\",\"format\":{\"type\":\"csv\"}}", NULL);
    CHECK_SIZE("warnings", render.context->messages->len, ROWS(more));
    for (size_t i = 0; i < MIN(ROWS(more), render.context->messages->len); i++) {
        const JutuMessage *message = render.context->messages->pdata[i];
        CHECK_STR("of which text", message->place.file, "values");
        CHECK_SIZE("in which line", message->place.line, more[i].line);
        CHECK_SIZE("in which column", message->place.column, more[i].column);
        CHECK_STR("what", message->text, more[i].text);
    }
    render_end(&render);
}

static void test_schema(void)
{
    Render render;
    render_start(&render, NULL);
    json_t *data = json_pack("{s:s}", "url", "p/gdp.csv");
    jutu_json_own(render.arena, data);
    g_autofree char *got = loaded(&render, "{\"url\":\"p/gdp.csv\"}");
    CHECK_STR("typed", got,
              "[{\"年份\":2020,\"gdp\":1013,\"day\":1704412800000},"
              "{\"年份\":2021,\"gdp\":null,\"day\":1704499200000}]");
    CHECK_SIZE("no warning", render.context->messages->len, 0);

    const JutuTable *table = jutu_data_load(render.sources, data, "/data", NULL);
    static const struct {
        const char *field, *type; /* parsed as it */
        double number;            /* NaN: a text */
        const char *text;
    } wishes[] = {
        { "年份", "date", 1577836800000, "1577836800000" },
        { "年份", "utc:'%Y'", 1577836800000,
          "Wed Jan 01 2020 00:00:00 GMT+0000 (Coordinated "
          "Universal Time)" },
        { "年份", "number", 2020, "2020" },
        { "gdp", "number", 1013, "1,013" },
        { "gdp", "string", NAN, "1,013" },
        { "day", "date", 1704412800000, "05.01.2024" },
        { "day", "string", NAN, "05.01.2024" },
    };
    for (size_t i = 0; i < ROWS(wishes); i++) {
        json_t *parse = jutu_json_own(render.arena,
                                      json_pack("{s:s}", wishes[i].field, wishes[i].type));
        const JutuTable *read = jutu_parse_columns(table, parse, render.context, "", NULL);
        JutuValue cell = jutu_table_find(read, wishes[i].field)->cells[0];
        CHECK_TRUE(wishes[i].field, jutu_is_numeric(cell) ? cell.number == wishes[i].number
                                                          : isnan(wishes[i].number));
        CHECK_STR(wishes[i].field, jutu_to_text(cell, render.arena), wishes[i].text);
    }

    const JutuDataResource *resource = jutu_data_resource(render.sources, data, NULL);
    CHECK_STR("title", resource->title, "GDP");
    CHECK_STR("unit", jutu_schema_find(resource->schema, "gdp")->unit, "亿元");
    render_end(&render);
}

SUITE(data, { "schema", test_schema }, { "load", test_load }, { "refuse", test_refuse },
      { "once", test_once }, { "warn", test_warn });
