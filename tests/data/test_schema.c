#include "data/schema.h"

#include "base/error.h"
#include "check.h"

/* The cells and faults of one column: "[1,null] 1: a: ..." */
static char *read_column(const char *field, const char *texts)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    g_autofree char *text = g_strdup_printf("{\"fields\": [%s]}", field);
    json_t *json = json_loads(text, 0, NULL), *list = json_loads(texts, 0, NULL);
    JutuValue cells = jutu_value_from_json(list, arena);
    const JutuSchema *schema = jutu_schema_new(json, "x.json", arena, NULL);
    g_autoptr(GArray) faults = g_array_new(false, false, sizeof(JutuSchemaFault));
    const JutuValue *read = jutu_schema_read(&schema->fields[0], cells.items, cells.length, context,
                                             faults);
    json_t *print = jutu_value_to_json(jutu_array(read, cells.length));
    char *dump = json_dumps(print, JSON_COMPACT);
    GString *out = g_string_new(dump);
    for (guint i = 0; i < faults->len; i++) {
        const JutuSchemaFault *fault = &g_array_index(faults, JutuSchemaFault, i);
        g_string_append_printf(out, " %d: %s", (int)fault->row, fault->text);
    }
    free(dump);
    json_decref(print);
    json_decref(list);
    json_decref(json);
    jutu_arena_free(arena);
    return g_string_free(out, false);
}

static void test_types(void)
{
    static const struct {
        const char *field, *texts, *want;
    } table[] = {
        { "\"type\":\"number\"", "[\"1.5\",\"-2e3\",\"\",\"INF\",\"1,5\"]",
          "[1.5,-2000,null,null,null] 4: a: \"1,5\" isn't a number" },
        { "\"type\":\"number\",\"decimalChar\":\",\",\"groupChar\":\".\"", "[\"1.234,5\"]",
          "[1234.5]" },
        { "\"type\":\"number\",\"decimalChar\":\",\"", "[\"1.5\"]",
          "[null] 0: a: \"1.5\" isn't a number" },
        { "\"type\":\"number\",\"bareNumber\":false,\"groupChar\":\",\"", "[\"¥1,200元\",\"-3%\"]",
          "[1200,-3]" },
        { "\"type\":\"integer\"", "[\"12\",\"1.5\",\"0x10\",\" 1\"]",
          "[12,null,null,null] 1: a: \"1.5\" isn't a whole number 2: a: \"0x10\" isn't a whole "
          "number 3: a: \" 1\" isn't a whole number" },
        { "\"type\":\"year\"", "[\"2024\",\"2024年\"]",
          "[2024,null] 1: a: \"2024年\" isn't a year" },
        { "\"type\":\"boolean\"", "[\"true\",\"0\",\"yes\"]",
          "[true,false,null] 2: a: \"yes\" isn't true or false" },
        { "\"type\":\"boolean\",\"trueValues\":[\"是\"],\"falseValues\":[\"否\"]",
          "[\"是\",\"否\"]", "[true,false]" },
        { "\"type\":\"date\"", "[\"2024-01-05\",\"2024-02-30\",\"5.1.2024\"]",
          "[1704412800000,null,null] 1: a: \"2024-02-30\" isn't a date 2: a: \"5.1.2024\" isn't a "
          "date" },
        { "\"type\":\"date\",\"format\":\"%d.%m.%Y\"", "[\"5.1.2024\",\"2024-01-05\"]",
          "[1704412800000,null] 1: a: \"2024-01-05\" isn't a date" },
        { "\"type\":\"date\",\"format\":\"any\"", "[\"Jan 5, 2024\"]", "[1704412800000]" },
        { "\"type\":\"datetime\"", "[\"2024-01-05T12:00:00Z\",\"2024-01-05\"]",
          "[1704456000000,null] 1: a: \"2024-01-05\" isn't a date and time" },
        { "\"type\":\"yearmonth\"", "[\"2024-02\"]", "[1706745600000]" },
        { "\"type\":\"time\"", "[\"12:30:00\",\"noon\"]",
          "[\"12:30:00\",null] 1: a: \"noon\" isn't a time of day" },
        { "\"type\":\"array\"", "[\"[1,2]\",\"1\"]",
          "[[1,2],null] 1: a: \"1\" isn't a JSON array" },
        { "\"type\":\"string\",\"missingValues\":[\"-\",{\"value\":\"n/a\",\"label\":\"none\"}]",
          "[\"-\",\"n/a\",\"\",\"x\"]", "[null,null,\"\",\"x\"]" },
        { "\"title\":\"any\"", "[\"1\",\"\"]", "[\"1\",null]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *field = g_strdup_printf("{\"name\":\"a\",%s}", table[i].field);
        g_autofree char *got = read_column(field, table[i].texts);
        CHECK_STR(table[i].field, got, table[i].want);
    }
}

static void test_constraints(void)
{
    static const struct {
        const char *type, *constraints, *texts, *want;
    } table[] = {
        { "string", "\"required\":true", "[\"x\",\"\"]",
          "[\"x\",null] 1: a: the cell has no value, but one is required" },
        { "number", "\"minimum\":0,\"maximum\":\"10\"", "[\"0\",\"-1\",\"10\",\"11\",\"\"]",
          "[0,-1,10,11,null] 1: a: \"-1\" is below 0 3: a: \"11\" is above "
          "10" },
        { "number", "\"exclusiveMinimum\":0,\"exclusiveMaximum\":1", "[\"0\",\"0.5\",\"1\"]",
          "[0,0.5,1] 0: a: \"0\" isn't above 0 2: a: \"1\" isn't below 1" },
        { "date", "\"minimum\":\"2020-01-01\"", "[\"2019-12-31\",\"2020-01-01\"]",
          "[1577750400000,1577836800000] 0: a: \"2019-12-31\" is below 2020-01-01" },
        { "string", "\"enum\":[\"东\",\"西\"]", "[\"东\",\"南\"]",
          "[\"东\",\"南\"] 1: a: \"南\" is none of [\"东\",\"西\"]" },
        { "integer", "\"enum\":[1,\"2\"]", "[\"1\",\"2\",\"3\"]",
          "[1,2,3] 2: a: \"3\" is none of [1,\"2\"]" },
        { "string", "\"pattern\":\"[0-9]{6}\"", "[\"110000\",\"x110000\",\"1100001\"]",
          "[\"110000\",\"x110000\",\"1100001\"] 1: a: \"x110000\" doesn't match the pattern "
          "[0-9]{6} 2: a: \"1100001\" doesn't match the pattern [0-9]{6}" },
        { "string", "\"pattern\":\"(\"", "[\"x\"]",
          "[\"x\"] -1: a: \"(\" is no pattern that can be checked; look at its brackets" },
        { "string", "\"pattern\":\"(a+)+b\"", "[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac\"]",
          "[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac\"] 0: a: "
          "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac\" doesn't match the pattern (a+)+b" },
        { "string", "\"pattern\":\"((a|aa)+c?)+b[cd]\"",
          "[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"]",
          "[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"] 0: a: "
          "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\" is too hard for the pattern "
          "((a|aa)+c?)+b[cd]" },
        { "string", "\"minLength\":2,\"maxLength\":2", "[\"北京\",\"京\",\"北京市\"]",
          "[\"北京\",\"京\",\"北京市\"] 1: a: \"京\" has fewer characters than 2 2: a: \"北京市\" "
          "has more characters than 2" },
        { "string", "\"unique\":true", "[\"x\",\"y\",\"x\",\"\",\"\"]",
          "[\"x\",\"y\",\"x\",null,null] 2: a: \"x\" is there twice, but should be unique" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *field = g_strdup_printf(
            "{\"name\":\"a\",\"type\":\"%s\",\"constraints\":{%s}}", table[i].type,
            table[i].constraints);
        g_autofree char *got = read_column(field, table[i].texts);
        CHECK_STR(table[i].constraints, got, table[i].want);
    }
}

static void test_refuse(void)
{
    static const char *const table[][2] = {
        { "{}", "x.json: the schema has no list \"fields\"" },
        { "{\"fields\":[{}]}", "x.json: a field of the schema has no name" },
        { "{\"fields\":[{\"name\":\"a\",\"type\":\"float\"}]}",
          "x.json: the field \"a\" has the unknown type \"float\"; use \"number\", \"integer\", "
          "\"boolean\", \"date\", \"year\" or \"string\"" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(GError) error = NULL;
        json_t *json = json_loads(table[i][0], 0, NULL);
        CHECK_TRUE(table[i][0], jutu_schema_new(json, "x.json", arena, &error) == NULL);
        CHECK_STR(table[i][0], error ? error->message : "", table[i][1]);
        json_decref(json);
        jutu_arena_free(arena);
    }
}

static void test_apply(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    json_t *json = json_loads("{\"fields\":[{\"name\":\"a\",\"type\":\"integer\"},"
                              "{\"name\":\"z\"},"
                              "{\"name\":\"b\",\"type\":\"date\",\"format\":\"%Y\"}]}",
                              0, NULL);
    const JutuSchema *schema = jutu_schema_new(json, "x.json", arena, NULL);
    JutuValue a[] = { jutu_string("1"), jutu_string("") };
    JutuValue b[] = { jutu_string("x"), jutu_string("y") };
    JutuValue c[] = { jutu_string("3"), jutu_string("4") };
    JutuColumn columns[] = { { "a", a }, { "b", b }, { "c", c } };
    JutuTable table = { .n_rows = 2, .n_columns = 3, .columns = columns };
    g_autoptr(GArray) faults = g_array_new(false, false, sizeof(JutuSchemaFault));
    const JutuTable *read = jutu_schema_apply(schema, &table, context, faults);
    CHECK_EXACT("typed", read->columns[0].cells[0].number, 1.0);
    CHECK_SIZE("missing", read->columns[0].cells[1].type, JUTU_NULL);
    CHECK_STR("as it was written", jutu_to_text(read->columns[0].cells[1], arena), "");
    CHECK_TRUE("not in the schema", read->columns[2].cells == c);
    static const char *const want[] = { "b: \"x\" isn't a date", "b: \"y\" isn't a date",
                                        "the schema's field \"z\" has no column",
                                        ("the column \"c\" isn't in the schema; add it there, or "
                                         "say \"fieldsMatch\": \"subset\"") };
    CHECK_SIZE("faults", faults->len, ROWS(want));
    for (size_t i = 0; i < MIN(ROWS(want), faults->len); i++)
        CHECK_STR("by rows", g_array_index(faults, JutuSchemaFault, i).text, want[i]);
    json_decref(json);
    jutu_arena_free(arena);
}

SUITE(schema, { "types", test_types }, { "constraints", test_constraints },
      { "refuse", test_refuse }, { "apply", test_apply });
