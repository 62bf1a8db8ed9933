#include "data/typed.h"

#include "base/written.h"
#include "check.h"
#include "data/place.h"

/* A text as a table; bars stand for line ends. */
static JutuTable *table_of(const char *text, const char *delimiter, JutuArena *arena)
{
    char *lines = g_strdelimit(jutu_arena_strdup(arena, text), "|", '\n');
    JutuCsvOptions *options = jutu_new(arena, JutuCsvOptions, 1);
    *options = (JutuCsvOptions){ .delimiter = delimiter };
    const JutuCsv *csv = jutu_csv_read(lines, strlen(lines), options, arena, NULL);
    JutuOrigin *origin = jutu_new(arena, JutuOrigin, 1);
    *origin = (JutuOrigin){ "x.csv", lines, strlen(lines), options, csv };
    JutuTable *table = jutu_copy(arena, JutuTable, csv->table, 1);
    table->origin = origin;
    return table;
}

/* Types and units of the columns, what the cells count as, and how they look. */
static char *summary(const char *text, const char *delimiter, const char *spec)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    JutuTable *table = table_of(text, delimiter, arena);
    json_t *json = spec ? json_loads(spec, 0, NULL) : NULL;
    JutuTyping typing = { .decimal_comma = jutu_typed_has_commas(table), .spec = json };
    const JutuTable *read = jutu_typed_read(table, &typing, context);
    GString *out = g_string_new(NULL);
    for (size_t c = 0; c < read->n_columns; c++) {
        const JutuColumn *column = &read->columns[c];
        JutuColumnType type = jutu_typed_infer(table->columns[c].cells, table->n_rows,
                                               typing.decimal_comma);
        g_string_append_printf(out, "%s%s: %s%s", c ? "; " : "", column->name, type.type,
                               jutu_counts_unit[type.counts]);
        for (size_t row = 0; row < read->n_rows; row++) {
            JutuValue cell = column->cells[row], plain = cell;
            plain.length = cell.type == JUTU_STRING ? cell.length : 0;
            const char *quote = cell.type == JUTU_STRING ? "\"" : "";
            g_string_append_printf(out, " %s%s%s", quote, jutu_to_text(plain, arena), quote);
            if (jutu_is_spelt(cell))
                g_string_append_printf(out, "'%s'", jutu_to_text(cell, arena));
        }
    }
    json_decref(json);
    jutu_arena_free(arena);
    return g_string_free(out, false);
}

static void test_columns(void)
{
    static const struct {
        const char *text, *want;
    } table[] = {
        { "a|1|2", "a: integer 1 2" },
        { "a|1.5|-2", "a: number 1.5 -2" },
        { "a|3.10|3.1", "a: number 3.1'3.10' 3.1" },
        { "a|1||2", "a: integer 1 null'' 2" },
        { "a|1| — |#DIV/0!|n/a", "a: integer 1 null' — ' null'#DIV/0!' null'n/a'" },
        { "a|\"1,234\"|(5)|１２", "a: integer 1234'1,234' -5'(5)' 12'１２'" },
        { "a|6.58%|-1.2%|0", "a: number% 6.58'6.58%' -1.2'-1.2%' 0" },
        { "a|1.2万|8000|￥5000|12%", "a: integer元 12000'1.2万' 8000 5000'￥5000' null'12%'" },
        { "a|12%|13%|14", "a: integer% 12'12%' 13'13%' null'14'" },
        { "a|$5|￥6|$7", "a: integer$ 5'$5' null'￥6' 7'$7'" },
        { "a|00:03:30|1:02:03", "a: integer秒 210'00:03:30' 3723'1:02:03'" },
        { "a|007|12", "a: string \"007\" \"12\"" },
        { "a|100000000000220008|7", "a: string \"100000000000220008\" \"7\"" },
        { "a|约200|100", "a: string \"约200\" \"100\"" },
        { "a|—|…", "a: string \"—\" \"…\"" },
        { "a|2024年3月|2024年4月", "a: date \"2024年3月\" \"2024年4月\"" },
        { "a|20240305|20240306", "a: date \"20240305\" \"20240306\"" },
        { "a|20240305|20249999", "a: integer 20240305 20249999" },
        { "a|2023|2024", "a: integer 2023 2024" },
        { "a|2024.03|2024.10", "a: number 2024.03 2024.1'2024.10'" },
        { "a|true|false", "a: boolean true'true' false'false'" },
        { "a| 北京\u00a0||北　京", "a: string \"北京\" null'' \"北　京\"" },
        { "a|x|　|y", "a: string \"x\" null'' \"y\"" },
        { "\u3000a ,b|1,2", "a: integer 1; b: integer 2" },
        { "a,a |1,2", "a: integer 1; a : integer 2" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        /* the last line has no end, and so isn't another row */
        g_autofree char *got = summary(table[i].text, ",", NULL);
        CHECK_STR(table[i].text, got, table[i].want);
    }
}

static void test_names(void)
{
    static const struct {
        const char *spec, *want;
    } table[] = {
        { "{}", "值: integer 1" },
        { "{\"field\": \"值 \"}", "值 : integer 1" },
        { "{\"calculate\": \"datum['值 '] * 2\"}", "值 : integer 1" },
        { "{\"parse\": {\"值 \": \"number\"}}", "值 : integer 1" },
        { "{\"calculate\": \"datum.值 > 2\"}", "值: integer 1" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = summary("值 |1", ",", table[i].spec);
        CHECK_STR(table[i].spec, got, table[i].want);
    }
}

static void test_commas(void)
{
    static const struct {
        const char *text, *delimiter, *want;
    } table[] = {
        { "a;b|3,14;x", ";", "a: number 3.14'3,14'; b: string \"x\"" },
        { "a;b|1,234;x", ";", "a: number 1.234'1,234'; b: string \"x\"" },
        { "a\tb|3,14\tx", "\t", "a: number 3.14'3,14'; b: string \"x\"" },
        { "a\tb|1,234\tx", "\t", "a: integer 1234'1,234'; b: string \"x\"" },
        { "a;b|1,234,567;1,5", ";", "a: integer 1234567'1,234,567'; b: string \"1,5\"" },
        { "a;b|3,14;1.5", ";", "a: string \"3,14\"; b: number 1.5" },
        { "a,b|\"3,14\",x", ",", "a: string \"3,14\"; b: string \"x\"" },
        { "a;b|0,123;x", ";", "a: number 0.123'0,123'; b: string \"x\"" },
        { "a;b|3,14;x. y", ";", "a: number 3.14'3,14'; b: string \"x. y\"" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = summary(table[i].text, table[i].delimiter, NULL);
        CHECK_STR(table[i].text, got, table[i].want);
    }
}

static void test_wanted(void)
{
    static const struct {
        const char *text, *number, *date; /* as JSON */
    } table[] = {
        { "1,234", "1234", "null" },
        { "约200", "null", "null" },
        { "007", "7", "null" },
        { "2024", "2024", "1704067200000" },
        { "20240305", "20240305", "1709596800000" },
        { "2024年3月", "null", "1709251200000" },
        { "45292", "45292", "null" },
        { "#N/A", "null", "null" },
    };
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuValue cell = jutu_string(table[i].text);
        JutuValue number = jutu_typed_as_number(cell, context);
        JutuValue read[] = { number, jutu_typed_as_date(cell, context) };
        const char *want[] = { table[i].number, table[i].date };
        for (int k = 0; k < 2; k++) {
            json_t *json = jutu_value_to_json(read[k]);
            g_autofree char *got = json_dumps(json, JSON_ENCODE_ANY);
            CHECK_STR(table[i].text, got, want[k]);
            CHECK_STR(table[i].text, jutu_to_text(read[k], arena), table[i].text);
            json_decref(json);
        }
    }
    CHECK_EXACT("a year of a file",
                jutu_typed_as_date(jutu_written(jutu_number(2024), "2024", arena), context).number,
                1704067200000);
    CHECK_EXACT("a number of the spec", jutu_typed_as_date(jutu_number(2024), context).number,
                2024);
    jutu_arena_free(arena);
}

SUITE(typed, { "columns", test_columns }, { "names", test_names }, { "commas", test_commas },
      { "wanted", test_wanted });
