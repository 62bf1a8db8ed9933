#include "data/parse.h"

#include "check.h"

/* A table of JSON rows, parsed and printed; or the pointer and message of the error. */
static char *parsed(const char *rows, const char *parse)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    g_autoptr(GError) error = NULL;
    json_t *json = json_loads(rows, JSON_DECODE_ANY, NULL), *types = NULL;
    if (parse)
        types = json_loads(parse, JSON_DECODE_ANY, NULL);
    JutuValue values = jutu_value_from_json(json, arena);
    const JutuTable *table = jutu_table_from_rows(values.items, values.length, arena);
    const JutuTable *out = jutu_parse_columns(table, types, context, "/data/format/parse", &error);
    json_t *print = out ? jutu_table_to_json(out)
                        : json_sprintf("%s %s", jutu_error_where(error)->pointer, error->message);
    char *text = json_dumps(print, JSON_COMPACT | JSON_ENCODE_ANY);
    json_decref(print);
    json_decref(types);
    json_decref(json);
    jutu_arena_free(arena);
    return text;
}

/* Expectations are vega-loader's, in UTC. NaN prints as null. */
static void test_columns(void)
{
    static const struct {
        const char *row, *rows, *parse, *want;
    } table[] = {
        { "number",
          "[{\"a\":\"1.5\"},{\"a\":\" 2 \"},{\"a\":\"\"},{\"a\":null},{\"a\":true},{\"a\":\" \"}]",
          "{\"a\":\"number\"}",
          "[{\"a\":1.5},{\"a\":2},{\"a\":null},{\"a\":null},{\"a\":1},{\"a\":0}]" },
        { "not a number", "[{\"a\":\"1,024\"}]", "{\"a\":\"number\"}", "[{\"a\":null}]" },
        { "boolean",
          "[{\"a\":\"true\"},{\"a\":\"false\"},{\"a\":\"0\"},{\"a\":\"x\"},{\"a\":0},{\"a\":\"\"}]",
          "{\"a\":\"boolean\"}",
          "[{\"a\":true},{\"a\":false},{\"a\":false},{\"a\":true},{\"a\":false},{\"a\":null}]" },
        { "string", "[{\"a\":1.50},{\"a\":\"\"},{\"a\":false}]", "{\"a\":\"string\"}",
          "[{\"a\":\"1.5\"},{\"a\":null},{\"a\":\"false\"}]" },
        { "date", "[{\"a\":\"2024-01-05\"},{\"a\":2012},{\"a\":\"2012\"},{\"a\":\"\"}]",
          "{\"a\":\"date\"}",
          "[{\"a\":1704412800000},{\"a\":2012},{\"a\":1325376000000},{\"a\":null}]" },
        { "date by format", "[{\"a\":\"2024年1月\"},{\"a\":\"一月\"}]",
          "{\"a\":\"date:'%Y年%m月'\"}", "[{\"a\":1704067200000},{\"a\":null}]" },
        { "double quotes, or none", "[{\"a\":\"05.01.2024\",\"b\":2024}]",
          "{\"a\":\"utc:\\\"%d.%m.%Y\\\"\",\"b\":\"utc:%Y\"}",
          "[{\"a\":1704412800000,\"b\":1704067200000}]" },
        { "left alone", "[{\"a\":\"1\",\"b\":\"2\"}]", "{\"a\":null,\"b\":\"unknown\"}",
          "[{\"a\":\"1\",\"b\":\"2\"}]" },
        { "no such column", "[{\"a\":\"1\"}]", "{\"b\":\"number\"}", "[{\"a\":\"1\"}]" },
        { "nested", "[{\"a\":{\"b\":\"1\"}}]", "{\"a.b\":\"number\"}",
          "[{\"a\":{\"b\":\"1\"},\"a.b\":1}]" },
        { "flattened", "[{\"a\":[7,8]}]", "{\"a[1]\":\"flatten\"}", "[{\"a\":[7,8],\"a.1\":8}]" },
        { "an escaped dot", "[{\"a.b\":\"1\"}]", "{\"a\\\\.b\":\"number\"}", "[{\"a.b\":1}]" },
        { "nothing", "[{\"a\":\"1\"}]", NULL, "[{\"a\":\"1\"}]" },
        { "null", "[{\"a\":\"1\"}]", "null", "[{\"a\":\"1\"}]" },
        { "auto", "[{\"a\":\"1\",\"b\":\"x\",\"c\":\"2020-01-01\",\"d\":\"true\"}]", "\"auto\"",
          "[{\"a\":1,\"b\":\"x\",\"c\":1577836800000,\"d\":true}]" },
        { "unknown type", "[{\"a\":\"1\"}]", "{\"a\":\"datum\"}",
          "\"/data/format/parse/a unknown type \\\"datum\\\"; use \\\"number\\\", \\\"boolean\\\", "
          "\\\"string\\\", \\\"date\\\", \\\"date:'%Y-%m-%d'\\\", \\\"utc:'%Y-%m-%d'\\\" or "
          "null\"" },
        { "no type", "[]", "{\"a\":1}",
          "\"/data/format/parse/a unknown type 1; use \\\"number\\\", \\\"boolean\\\", "
          "\\\"string\\\", \\\"date\\\", \\\"date:'%Y-%m-%d'\\\", \\\"utc:'%Y-%m-%d'\\\" or "
          "null\"" },
        { "no object", "[]", "\"number\"",
          "\"/data/format/parse this should be an object of field names and types, \\\"auto\\\" or "
          "null\"" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        char *got = parsed(table[i].rows, table[i].parse);
        CHECK_STR(table[i].row, got, table[i].want);
        free(got);
    }
}

static void test_infer(void)
{
    static const struct {
        const char *cells, *want;
    } table[] = {
        { "[]", "unknown" },
        { "[\"true\",\"false\",null]", "boolean" },
        { "[\"true\",\"\"]", "string" },
        { "[\"1\",\"\",\"3\"]", "integer" },
        { "[\"1\",\"2.5\"]", "number" },
        { "[\"1\",\"Infinity\"]", "number" },
        { "[\"2020-01-01\",\"2020\"]", "date" },
        { "[\"2020-01-01\",\"\"]", "string" },
        { "[\"北京\"]", "string" },
        { "[null]", "boolean" },
    };
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    for (size_t i = 0; i < ROWS(table); i++) {
        json_t *json = json_loads(table[i].cells, 0, NULL);
        JutuValue cells = jutu_value_from_json(json, arena);
        CHECK_STR(table[i].cells, jutu_parse_infer(cells.items, cells.length, context),
                  table[i].want);
        json_decref(json);
    }
    jutu_arena_free(arena);
}

SUITE(parse, { "columns", test_columns }, { "infer", test_infer });
