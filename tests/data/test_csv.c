#include "data/csv.h"

#include "base/error.h"
#include "check.h"

/* Cells in [], a row after another, the header first. */
static char *print(const JutuCsv *csv)
{
    GString *out = g_string_new(NULL);
    for (size_t c = 0; c < csv->n_names; c++)
        g_string_append_printf(out, "[%s]", csv->names[c].string);
    for (size_t row = 0; row < csv->table->n_rows; row++) {
        g_string_append_c(out, '|');
        for (size_t c = 0; c < csv->table->n_columns; c++)
            g_string_append_printf(out, "[%s]", csv->table->columns[c].cells[row].string);
    }
    return g_string_free(out, false);
}

/* Expectations are d3-dsv 3.0.2's. */
static void test_read(void)
{
    static const struct {
        const char *row, *text, *delimiter, *want;
    } table[] = {
        { "plain", "年份,产量\n2020,1.5\n2021,2\n", NULL, "[年份][产量]|[2020][1.5]|[2021][2]" },
        { "no end of line at the end", "a,b\n1,2", NULL, "[a][b]|[1][2]" },
        { "CRLF", "a,b\r\n1,2\r\n", NULL, "[a][b]|[1][2]" },
        { "CR", "a,b\r1,2\r", NULL, "[a][b]|[1][2]" },
        { "blank lines are rows", "a,b\n\n1,2\r\n\r\n", NULL, "[a][b]|[][]|[1][2]|[][]" },
        { "nothing", "", NULL, "" },
        { "a line end", "\n", NULL, "[]" },
        { "LF CR", "a\n\r", NULL, "[a]|[]" },
        { "blanks stay", " a , b\t\n 1 ,\t2 \n", NULL, "[ a ][ b\t]|[ 1 ][\t2 ]" },
        { "short and long rows", "a,b\n1\n1,2,3\n,\n", NULL, "[a][b]|[1][]|[1][2]|[][]" },
        { "the last of equal names", "a,b,a\n1,2,3\n4\n", NULL, "[a][b][a]|[3][2]|[][]" },
        { "a name without cells", "a,\n1,2\n", NULL, "[a][]|[1][2]" },
        { "a lost name", "__proto__,b\n1,2\n", NULL, "[__proto__][b]|[2]" },
        { "quotes", "\"a,\"\"b\"\"\",\"c\nd\"\n\"\",\"\"\"\"\n", NULL, "[a,\"b\"][c\nd]|[][\"]" },
        { "a quote inside", "a\n5\"x\"\n", NULL, "[a]|[5\"x\"]" },
        { "text after a quote", "a,b,c\n\"1\"2,3\n", NULL, "[a][b][c]|[1][][3]" },
        { "a blank after a quote", "a,b,c\n\"1\" ,3\n", NULL, "[a][b][c]|[1][][3]" },
        { "a quote after a quoted text", "a,b\n\"1\" \"2,2\"\n", NULL, "[a][b]|[1][2,2]" },
        { "a long character after a quote", "a,b\n\"1\"元2\n", NULL, "[a][b]|[1][2]" },
        { "a character after the last quote", "a,b\n\"1\"x", NULL, "[a][b]|[1][]" },
        { "an open quote", "a,b\n1,\"x\n2,3\n", NULL, "[a][b]|[1][x\n2,3\n]" },
        { "an open quote, CRLF", "a\n\"x\r\n", NULL, "[a]|[x\r]" },
        { "an open quote at the end", "a\n\"", NULL, "[a]|[]" },
        { "an open quote after a pair", "a\n\"x\"\"", NULL, "[a]|[x\"]" },
        { "tabs", "a\tb\n\"1\t\"\t2,\n", "\t", "[a][b]|[1\t][2,]" },
        { "bars", "a|b\n1|2\n", "|", "[a][b]|[1][2]" },
        { "blanks", "a b\n1 2\n", " ", "[a][b]|[1][2]" },
        { "a Chinese comma", "a、b\n1、\"2、2\"\n", "、", "[a][b]|[1][2、2]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        JutuCsvOptions options = { .delimiter = table[i].delimiter };
        const JutuCsv *csv = jutu_csv_read(table[i].text, strlen(table[i].text), &options, arena,
                                           NULL);
        g_autofree char *got = print(csv);
        CHECK_STR(table[i].row, got, table[i].want);
        jutu_arena_free(arena);
    }
}

static void test_header(void)
{
    static const char *const names[] = { "年", "a,b", NULL };
    JutuArena *arena = jutu_arena_new();
    const JutuCsv *csv = jutu_csv_read("1,2\n3,4\n", 8, &(JutuCsvOptions){ .header = names }, arena,
                                       NULL);
    g_autofree char *got = print(csv);
    CHECK_STR("names from outside", got, "[年][a,b]|[1][2]|[3][4]");
    csv = jutu_csv_read("a\0b\n1\0002\n", 8, &(JutuCsvOptions){ 0 }, arena, NULL);
    CHECK_SIZE("NUL in a name", csv->names[0].length, 3);
    CHECK_SIZE("NUL in a cell", csv->table->columns[0].cells[0].length, 3);
    jutu_arena_free(arena);
}

static void test_shared(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(GString) text = g_string_new("省,n\n");
    for (int i = 0; i < 5000; i++)
        g_string_append_printf(text, "%s,%d\n", i % 3 ? "广东" : "浙江", i);
    const JutuTable *table =
        jutu_csv_read(text->str, text->len, &(JutuCsvOptions){ 0 }, arena, NULL)->table;
    CHECK_SIZE("rows", table->n_rows, 5000);
    const JutuValue *names = table->columns[0].cells;
    CHECK_TRUE("equal texts are one", names[1].string == names[4999].string);
    CHECK_STR("others aren't", names[0].string, "浙江");
    CHECK_STR("the last cell", table->columns[1].cells[4999].string, "4999");
    jutu_arena_free(arena);
}

static void test_refuse(void)
{
    static const struct {
        const char *text;
        JutuCsvOptions options;
        const char *want;
    } table[] = {
        { "a,b\n1,2\n3,4\n5,6\n",
          { .max_cells = 4 },
          "more than 2 rows of 2 columns; keep only what the chart needs" },
        { "a",
          { .delimiter = "\"" },
          "the delimiter \"\"\" isn't one character that separates cells; use \",\", \";\", \"|\" "
          "or \"\\t\"" },
        { "a",
          { .delimiter = "::" },
          "the delimiter \"::\" isn't one character that separates cells; use \",\", \";\", \"|\" "
          "or \"\\t\"" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(GError) error = NULL;
        const JutuCsv *csv = jutu_csv_read(table[i].text, strlen(table[i].text), &table[i].options,
                                           arena, &error);
        CHECK_TRUE(table[i].want, csv == NULL && error != NULL);
        CHECK_STR(table[i].want, error ? error->message : "no error", table[i].want);
        jutu_arena_free(arena);
    }
}

static void test_line(void)
{
    static const struct {
        const char *text;
        size_t row, want;
    } table[] = {
        { "a\n1\n2\n", 0, 2 },
        { "a\n1\n2\n", 1, 3 },
        { "a\r\n\"1\r\n\r2\"\r\n3", 1, 5 },
        { "\"a\nb\"\n1\n\n2", 2, 5 },
        { "a\n\"1\"x\"\n\"\n2", 1, 4 },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_SIZE(table[i].text,
                   jutu_csv_line(table[i].text, strlen(table[i].text), &(JutuCsvOptions){ 0 },
                                 table[i].row),
                   table[i].want);
}

SUITE(csv, { "read", test_read }, { "header", test_header }, { "shared", test_shared },
      { "refuse", test_refuse }, { "line", test_line });
