#include "data/dialect.h"

#include "check.h"

static void test_sep_line(void)
{
    static const struct {
        const char *text;
        size_t size;
        char delimiter;
    } table[] = {
        { "sep=;\na", 6, ';' },     { "SEP=,\r\na", 7, ',' },
        { "\"sep=|\"\na", 8, '|' }, { "sep=\t\na", 6, '\t' },
        { "sep=;", 5, ';' },        { "sep=;x\na", 0, 0 },
        { "sep=x\na", 0, 0 },       { "sepal,b\n1,2", 0, 0 },
        { "\"sep=;\na", 0, 0 },     { "", 0, 0 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        char delimiter = 0;
        size_t size = jutu_dialect_sep_line(table[i].text, strlen(table[i].text), &delimiter);
        CHECK_SIZE(table[i].text, size, table[i].size);
        if (size > 0)
            CHECK_SIZE(table[i].text, delimiter, table[i].delimiter);
    }
}

static void test_line_start(void)
{
    static const char text[] = "a\nb\r\nc\rd";
    static const size_t starts[] = { 0, 2, 5, 7, 8 };
    for (size_t i = 0; i < ROWS(starts); i++)
        CHECK_SIZE(text, jutu_dialect_line_start(text, strlen(text), i + 1), starts[i]);
}

/*
 * Invented tables, each with something that is hard about it, by four separators: the rows must be
 * those that were written, or a warning must say what they may be instead.
 */
typedef enum {
    PLAIN,
    SEPARATORS_IN_CELLS,
    LINE_ENDS_IN_CELLS,
    DECIMAL_COMMAS,
    SEP_LINE,
    TITLE_TOLD,
    EXCEL_TITLE_TOLD,
    YEARBOOK_TOLD,
    TITLE,
    EXCEL_TITLE,
    FOOTER,
    RAGGED,
    LONG_TEXTS,
    DATES,
    ONE_ROW,
    CRLF,
    EMPTY_CELLS,
    N_KINDS
} Kind;

typedef struct {
    Kind kind;
    char separator;
    GRand *chance;
    GString *file, *truth; /* truth: cells in [], rows by | */
    size_t header;         /* the line that is told; 0: none is */
    const char *warning;   /* what must be said if the rows aren't read as they are meant */
    const char *end;
} Case;

static guint32 below(const Case *it, guint32 n)
{
    return (guint32)g_rand_int_range(it->chance, 0, (gint32)n);
}

/* A cell as a spreadsheet writes it, and as it is meant. */
static void add_cell(Case *it, bool first, const char *text)
{
    bool quoted = strchr(text, it->separator) || strpbrk(text, "\"\n\r");
    if (!first)
        g_string_append_c(it->file, it->separator);
    g_auto(GStrv) parts = g_strsplit(text, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts);
    g_string_append_printf(it->file, quoted ? "\"%s\"" : "%s", doubled);
    g_string_append_printf(it->truth, "[%s]", text);
}

static void end_row(Case *it)
{
    g_string_append(it->file, it->end);
    g_string_append_c(it->truth, '|');
}

/* A line that is none of the table. @param filled  with separators, as Excel writes it */
static void add_line(Case *it, const char *text, bool filled)
{
    g_string_append(it->file, text);
    for (size_t i = 0; filled && i < 3; i++)
        g_string_append_c(it->file, it->separator);
    g_string_append(it->file, it->end);
}

static char *place_cell(const Case *it)
{
    static const char *const names[] = { "余姚", "Lyon", "瑞安", "Graz", "东阳", "Bern", "诸暨" };
    const char *name = names[below(it, G_N_ELEMENTS(names))];
    if (it->kind == SEPARATORS_IN_CELLS)
        return g_strdup_printf("%s%c 市区", name, it->separator);
    if (it->kind == LINE_ENDS_IN_CELLS)
        return g_strdup_printf("%s\n\"%s\"", name, names[0]);
    return g_strdup(name);
}

static char *number_cell(const Case *it)
{
    guint32 whole = below(it, 9000), part = below(it, 100);
    if (it->kind == DECIMAL_COMMAS)
        return g_strdup_printf("%u,%02u", whole, part);
    if (it->kind == DATES)
        return g_strdup_printf("2023-%02u-%02u", 1 + part % 12, 1 + whole % 28);
    if (it->kind == EMPTY_CELLS && part < 50)
        return g_strdup("");
    return g_strdup_printf("%u.%02u", whole, part);
}

static char *text_cell(const Case *it)
{
    if (it->kind == LONG_TEXTS)
        return g_strdup("说明：数据来自抽样调查, 与往年不同; 详见附录 | 三");
    return g_strdup_printf("类%u", below(it, 5));
}

static void add_rows(Case *it)
{
    static const char *const names[] = { "地区", "类别", "产值", "增速" };
    size_t n = it->kind == ONE_ROW ? 1 : 4 + below(it, 30);
    for (size_t c = 0; c < G_N_ELEMENTS(names); c++)
        add_cell(it, c == 0, names[c]);
    end_row(it);
    if (it->kind == YEARBOOK_TOLD) {
        const char s = it->separator;
        g_string_append_printf(it->file, "单位%c%c亿元%c%%%s", s, s, s, it->end);
    }
    for (size_t i = 0; i < n; i++) {
        g_autofree char *place = place_cell(it), *text = text_cell(it);
        g_autofree char *first = number_cell(it), *second = number_cell(it);
        bool is_short = it->kind == RAGGED && i % 4 == 3;
        add_cell(it, true, place);
        add_cell(it, false, text);
        add_cell(it, false, first);
        if (is_short)
            g_string_append(it->truth, "[]");
        else
            add_cell(it, false, second);
        end_row(it);
    }
}

static void write_case(Case *it)
{
    Kind kind = it->kind;
    it->end = kind == CRLF ? "\r\n" : "\n";
    if (kind == SEP_LINE)
        g_string_append_printf(it->file, "sep=%c\n", it->separator);
    if (kind == TITLE || kind == TITLE_TOLD || kind == YEARBOOK_TOLD)
        add_line(it, "2023年主要指标\n", false);
    if (kind == EXCEL_TITLE || kind == EXCEL_TITLE_TOLD)
        add_line(it, "2023年主要指标", true);
    it->header = kind == TITLE_TOLD || kind == YEARBOOK_TOLD ? 3 : kind == EXCEL_TITLE_TOLD ? 2 : 0;
    it->warning = kind == TITLE || kind == EXCEL_TITLE || kind == FOOTER ? "title-rows" : NULL;
    add_rows(it);
    if (kind == YEARBOOK_TOLD)
        add_line(it, "注：本表为初步数。", false);
    if (kind == YEARBOOK_TOLD || kind == FOOTER)
        add_line(it, "资料来源：省统计局", kind == FOOTER);
}

static char *print(const JutuCsv *csv)
{
    GString *out = g_string_new(NULL);
    for (size_t c = 0; c < csv->n_names; c++)
        g_string_append_printf(out, "[%s]", csv->names[c].string);
    g_string_append_c(out, '|');
    for (size_t row = 0; row < csv->table->n_rows; row++) {
        for (size_t c = 0; c < csv->table->n_columns; c++)
            g_string_append_printf(out, "[%s]", csv->table->columns[c].cells[row].string);
        g_string_append_c(out, '|');
    }
    return g_string_free(out, false);
}

static bool is_said(const JutuContext *context, const char *id)
{
    for (guint i = 0; i < context->messages->len; i++) {
        const JutuMessage *message = context->messages->pdata[i];
        if (strcmp(jutu_rules[message->rule].name, id) == 0)
            return true;
    }
    return false;
}

static bool read_case(const Case *it, size_t number)
{
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    JutuCsvOptions options = { 0 };
    JutuDialectAsked asked = { "x.csv", "", NULL, ",", it->header };
    const JutuCsv *csv = jutu_dialect_read(it->file->str, it->file->len, &asked, &options, context,
                                           NULL);
    g_autofree char *got = print(csv);
    bool is_right = strcmp(got, it->truth->str) == 0;
    bool is_warned = it->warning && is_said(context, it->warning);
    if (!is_right && !is_warned)
        fprintf(stderr, "file %zu, kind %d by '%c':\n%s\nread as %s\n", number, (int)it->kind,
                it->separator, it->file->str, got);
    if (it->warning)
        CHECK_TRUE(it->warning, is_warned);
    jutu_context_free(context);
    jutu_arena_free(arena);
    return is_right || is_warned;
}

static void test_files(void)
{
    enum { ROUNDS = 3 };
    static const char separators[] = { ',', '\t', ';', '|' };
    g_autoptr(GRand) chance = g_rand_new_with_seed(22);
    size_t n = 0, right = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        for (Kind kind = 0; kind < N_KINDS; kind++) {
            for (size_t s = 0; s < ROWS(separators); s++, n++) {
                Case it = { .kind = kind, .separator = separators[s], .chance = chance };
                it.file = g_string_new(NULL);
                it.truth = g_string_new(NULL);
                write_case(&it);
                right += read_case(&it, n);
                g_string_free(it.file, true);
                g_string_free(it.truth, true);
            }
        }
    }
    CHECK_SIZE("read right, or said", right, n);
}

SUITE(dialect, { "sep_line", test_sep_line }, { "line_start", test_line_start },
      { "files", test_files });
