#include "data/dialect_cells.h"

#include <string.h>

#include "data/csv_events.h"

typedef struct {
    JutuCsvEvents events;
    JutuRowsSeen *out;
    JutuRowSeen row; /* being read */
    GPtrArray *cells;
    size_t line, n_kept, n_cells;
    double types;
} Seeing;

bool jutu_cell_is_number(const char *text, size_t length)
{
    static const char around[] =
        " .,+-−–%‰/:()（）￥¥$€£'’年月日季度第万亿元Qq\xc2\xa0\xe2\x80\xaf";
    bool digit = false;
    for (const char *at = text, *end = text + length; at < end; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_isdigit(c))
            digit = true;
        else if (!g_utf8_strchr(around, -1, c))
            return false;
    }
    return digit;
}

bool jutu_cell_is_missing(const char *text, size_t length)
{
    static const char *const marks[] = { "-",    "--",   "—",  "–",  "…",    "NA", "N/A", "n/a",
                                         "null", "NULL", "无", "缺", "暂无", ".",  ".." };
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (strlen(marks[i]) == length && memcmp(marks[i], text, length) == 0)
            return true;
    }
    return length == 0;
}

static double type_of(const char *text, size_t length)
{
    enum { SHORT = 24 };
    if (jutu_cell_is_missing(text, length) || jutu_cell_is_number(text, length))
        return 1;
    return g_utf8_strlen(text, (gssize)length) <= SHORT ? 0.6 : 0.35;
}

static size_t line_ends(const char *text, size_t length)
{
    size_t n = 0;
    for (size_t i = 0; i < length; i++)
        n += text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
    return n;
}

static void see_field(void *bytes, size_t length, void *self)
{
    Seeing *seeing = self;
    JutuRowSeen *row = &seeing->row;
    const char *text = length > 0 ? bytes : "";
    size_t line_ends_in = line_ends(text, length);
    seeing->events.n_fields++;
    row->n_cells++;
    seeing->n_cells++;
    seeing->types += type_of(text, length);
    seeing->line += line_ends_in;
    g_autofree char *copy = g_strndup(text, length);
    g_strstrip(copy);
    if (*copy && row->n_filled++ == 0)
        row->first = g_strdup(copy);
    if (seeing->out->rows->len < seeing->n_kept)
        g_ptr_array_add(seeing->cells, g_steal_pointer(&copy));
}

static void see_row(JutuCsvEvents *events)
{
    Seeing *seeing = (Seeing *)events;
    JutuRowSeen row = seeing->row;
    if (seeing->out->rows->len < seeing->n_kept) {
        g_ptr_array_add(seeing->cells, NULL);
        row.cells = (char **)g_ptr_array_steal(seeing->cells, NULL);
    }
    g_array_append_val(seeing->out->rows, row);
    seeing->line++;
    seeing->row = (JutuRowSeen){ .line = seeing->line };
}

JutuRowsSeen *jutu_rows_seen_new(const char *text, size_t length, char delimiter, size_t n_kept)
{
    JutuRowsSeen *out = g_new0(JutuRowsSeen, 1);
    out->rows = g_array_new(false, false, sizeof(JutuRowSeen));
    Seeing seeing = {
        .events = { .field = see_field, .row = see_row },
        .out = out,
        .row = { .line = 1 },
        .cells = g_ptr_array_new(),
        .line = 1,
        .n_kept = n_kept,
    };
    jutu_csv_events(text, length, delimiter, &seeing.events);
    g_ptr_array_unref(seeing.cells);
    out->open_quote = seeing.events.open_quote;
    out->stray_text = seeing.events.n_stray > 0;
    out->type = seeing.n_cells > 0 ? seeing.types / (double)seeing.n_cells : 0;
    return out;
}

void jutu_rows_seen_free(JutuRowsSeen *rows)
{
    for (guint i = 0; i < rows->rows->len; i++) {
        g_free(g_array_index(rows->rows, JutuRowSeen, i).first);
        g_strfreev(g_array_index(rows->rows, JutuRowSeen, i).cells);
    }
    g_array_unref(rows->rows);
    g_free(rows);
}
