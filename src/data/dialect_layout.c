#include <string.h>

#include "data/dialect.h"
#include "data/dialect_cells.h"

/* Rows whose cells are looked at; titles are no longer than that. */
enum { KEPT = 60 };

typedef struct {
    const JutuRowsSeen *seen;
    size_t n;      /* rows */
    size_t length; /* cells of most rows */
    size_t header; /* the row of names */
} Table;

static const JutuRowSeen *row_at(const Table *table, size_t row)
{
    return &g_array_index(table->seen->rows, JutuRowSeen, row);
}

/* The commonest length of rows that have several cells. */
static size_t usual_length(const Table *table)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
    size_t best = 0, most = 0;
    for (size_t i = 0; i < table->n; i++) {
        const JutuRowSeen *row = row_at(table, i);
        if (row->n_cells < 2 || row->n_filled == 0)
            continue;
        gpointer key = GSIZE_TO_POINTER(row->n_cells);
        size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, key)) + 1;
        g_hash_table_insert(counts, key, GSIZE_TO_POINTER(count));
        if (count > most) {
            most = count;
            best = row->n_cells;
        }
    }
    return best;
}

static size_t find_header(const Table *table)
{
    for (size_t i = 0; i < MIN(table->n, KEPT); i++) {
        const JutuRowSeen *row = row_at(table, i);
        if (row->n_cells == table->length && row->n_filled >= 2)
            return i;
    }
    return 0;
}

static bool begins_with(const char *text, const char *const *words)
{
    for (; *words; words++) {
        if (g_ascii_strncasecmp(text, *words, strlen(*words)) == 0)
            return true;
    }
    return false;
}

/* What remarks below a table begin with. */
static bool is_remark(const char *text)
{
    static const char *const words[] = {
        "注：",   "注:",      "註：",     "註:",      "注1",       "备注：",   "备注:",
        "附注",   "说明：",   "说明:",    "說明：",   "資料來源",  "资料来源", "数据来源",
        "來源：", "来源：",   "来源:",    "資料",     "出典",      "出所",     "備考：",
        "注）",   "（注",     "(注",      "주:",      "주)",       "자료",     "출처",
        "source", "note:",    "notes:",   "quelle",   "anmerkung", "fuente",   "fonte",
        "nota",   "remarque", "источник", "Источник", "* ",        "*注",      NULL
    };
    return begins_with(text, words);
}

static bool ends_in_stop(const char *text)
{
    return g_str_has_suffix(text, "。") || g_str_has_suffix(text, ".");
}

static size_t longest_name(const Table *table)
{
    size_t longest = 0;
    for (size_t i = table->header + 1; i < MIN(table->n, KEPT); i++) {
        const JutuRowSeen *row = row_at(table, i);
        if (row->n_filled >= 2 && row->first)
            longest = MAX(longest, (size_t)g_utf8_strlen(row->first, -1));
    }
    return longest;
}

/* Below the table: a single cell, that is a remark by its place, its words or its length. */
static bool is_footer(const Table *table, const JutuRowSeen *row, size_t longest)
{
    enum { LONG = 12 };
    if (row->n_filled != 1 || table->length < 2 ||
        jutu_cell_is_number(row->first, strlen(row->first)))
        return false;
    size_t length = (size_t)g_utf8_strlen(row->first, -1);
    bool is_short = row->n_cells < table->length && longest > 0;
    size_t least = is_short ? longest : MAX(longest, LONG);
    return is_remark(row->first) || ends_in_stop(row->first) || length > least;
}

/* Whether most cells of a column are numbers, below a row. */
static bool is_number_column(const Table *table, size_t from, size_t column)
{
    size_t n = 0, numbers = 0;
    for (size_t i = from; i < MIN(table->n, KEPT); i++) {
        char **cells = row_at(table, i)->cells;
        if (!cells || g_strv_length(cells) <= column || !*cells[column])
            continue;
        n++;
        numbers += jutu_cell_is_number(cells[column], strlen(cells[column]));
    }
    return n > 0 && numbers * 2 > n;
}

/* Whether a row has short texts, and no number, over columns of numbers. */
static bool is_over_numbers(const Table *table, size_t row)
{
    enum { SHORT = 16 };
    char **cells = row < MIN(table->n, KEPT) ? row_at(table, row)->cells : NULL;
    size_t n = cells ? g_strv_length(cells) : 0, texts = 0;
    for (size_t c = 0; c < n; c++) {
        if (g_utf8_strlen(cells[c], -1) > SHORT)
            return false;
        if (jutu_cell_is_missing(cells[c], strlen(cells[c])) ||
            !is_number_column(table, row + 1, c))
            continue;
        if (jutu_cell_is_number(cells[c], strlen(cells[c])))
            return false;
        texts++;
    }
    return texts > 0;
}

static bool is_units_word(const char *text)
{
    static const char *const words[] = { "单位", "單位", "単位", "단위", "unit", "einheit", NULL };
    return !*text || begins_with(text, words);
}

/* Whether names stand under a gap in the header. */
static bool has_gap(const Table *table)
{
    char **cells = row_at(table, table->header)->cells;
    for (; cells && *cells; cells++) {
        if (!**cells)
            return true;
    }
    return false;
}

static void find_below(const Table *table, JutuLayout *layout)
{
    size_t row = table->header + 1;
    char **cells = row < MIN(table->n, KEPT) ? row_at(table, row)->cells : NULL;
    char **above = row_at(table, table->header)->cells;
    if (!cells || !*cells || !above || !*above)
        return;
    bool over_numbers = is_over_numbers(table, row);
    bool under_gap = has_gap(table) && **above && !**cells && row_at(table, row)->n_filled > 1;
    if (over_numbers && !has_gap(table) && is_units_word(*cells))
        layout->units = row_at(table, row)->line;
    else if ((over_numbers && table->n - row > 2) || under_gap)
        layout->names = row_at(table, row)->line;
}

static void find_footers(const Table *table, JutuLayout *layout)
{
    size_t longest = longest_name(table), end = table->n, first = table->n;
    while (end > table->header + 1) {
        const JutuRowSeen *row = row_at(table, end - 1);
        if (row->n_filled > 0 && !is_footer(table, row, longest))
            break;
        end--;
        if (row->n_filled > 0)
            first = end;
    }
    layout->n_rows = end - table->header - 1;
    layout->n_footers = table->n - end;
    if (first < table->n) {
        layout->footer = row_at(table, first)->line;
        layout->footer_text = g_strdup(row_at(table, first)->first);
    }
}

JutuLayout jutu_dialect_layout(const char *text, size_t length, const JutuCsvOptions *options,
                               bool header_is_first)
{
    const char *delimiter = options->delimiter ? options->delimiter : ",";
    JutuLayout layout = { 0 };
    if (delimiter[0] == '\0' || delimiter[1] != '\0')
        return layout;
    g_autoptr(JutuRowsSeen)
        seen = jutu_rows_seen_new(text + options->from, length - options->from, *delimiter, KEPT);
    Table table = { .seen = seen, .n = seen->rows->len };
    if (table.n == 0)
        return layout;
    table.length = usual_length(&table);
    table.header = header_is_first ? 0 : find_header(&table);
    layout.header = row_at(&table, table.header)->line + options->above;
    find_below(&table, &layout);
    find_footers(&table, &layout);
    layout.units += layout.units > 0 ? options->above : 0;
    layout.names += layout.names > 0 ? options->above : 0;
    layout.footer += layout.footer > 0 ? options->above : 0;
    return layout;
}
