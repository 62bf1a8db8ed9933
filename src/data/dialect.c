#include "data/dialect.h"

#include <math.h>
#include <string.h>

#include "data/dialect_cells.h"

/* Of a text so much is looked at to tell its separator. */
enum { SAMPLE = 65536 };

static const char *const separators[] = { ",", "\t", ";", "|" };

size_t jutu_dialect_sep_line(const char *text, size_t length, char *delimiter)
{
    size_t at = 0;
    bool quoted = length > 0 && text[0] == '"';
    at += quoted;
    if (length < at + 5 || g_ascii_strncasecmp(text + at, "sep=", 4) != 0)
        return 0;
    *delimiter = text[at + 4];
    at += 5;
    if (quoted) {
        if (at >= length || text[at] != '"')
            return 0;
        at++;
    }
    at += at < length && text[at] == '\r';
    if (!strchr(",;\t| :", *delimiter) || (at < length && text[at] != '\n'))
        return 0;
    return MIN(at + 1, length);
}

size_t jutu_dialect_line_start(const char *text, size_t length, size_t line)
{
    size_t at = 0;
    for (; line > 1 && at < length; at++)
        line -= text[at] == '\n' ||
                (text[at] == '\r' && (at + 1 == length || text[at + 1] != '\n'));
    return line > 1 ? length : at;
}

static int compare_sizes(const void *a, const void *b)
{
    size_t one = *(const size_t *)a, other = *(const size_t *)b;
    return (one > other) - (one < other);
}

/* What rows of a text are like, when it is split by a separator. Blank lines don't count. */
typedef struct {
    size_t n, n_split; /* rows, and those of several cells */
    size_t n_alike;    /* rows of the commonest length of several cells */
    size_t block;      /* the longest run of such rows of one length */
    double pattern;    /* the sum over lengths L of the rows so long, times (L - 1) / L, by the
                          number of lengths */
} Shape;

static Shape shape_of(const JutuRowsSeen *seen)
{
    Shape shape = { 0 };
    g_autofree size_t *lengths = g_new(size_t, seen->rows->len + 1);
    size_t run = 0, n_kinds = 0;
    for (guint i = 0; i < seen->rows->len; i++) {
        const JutuRowSeen *row = &g_array_index(seen->rows, JutuRowSeen, i);
        if (row->n_filled == 0)
            continue;
        run = shape.n > 0 && lengths[shape.n - 1] == row->n_cells ? run + 1 : 1;
        if (row->n_cells > 1) {
            shape.n_split++;
            shape.block = MAX(shape.block, run);
        }
        lengths[shape.n++] = row->n_cells;
    }
    qsort(lengths, shape.n, sizeof(*lengths), compare_sizes);
    for (size_t i = 0; i < shape.n; i++) {
        bool is_new = i == 0 || lengths[i] != lengths[i - 1];
        n_kinds += is_new;
        run = is_new ? 1 : run + 1;
        shape.n_alike = lengths[i] > 1 ? MAX(shape.n_alike, run) : shape.n_alike;
        shape.pattern += (double)(lengths[i] - 1) / (double)lengths[i];
    }
    shape.pattern /= (double)MAX(n_kinds, 1);
    return shape;
}

static bool is_table(const Shape *shape)
{
    enum { ROWS = 3 };
    return shape->n_alike * 5 >= shape->n * 3 || shape->n_split * 5 >= shape->n * 4 ||
           (shape->block >= ROWS && shape->block == shape->n_split);
}

/* The text up to the last line end within the sample. */
static size_t sample_length(const char *text, size_t length)
{
    if (length <= SAMPLE)
        return length;
    const char *feed = memrchr(text, '\n', SAMPLE);
    return feed ? (size_t)(feed - text) + 1 : SAMPLE;
}

JutuSeparators jutu_dialect_separators(const char *text, size_t length, const char *usual)
{
    JutuSeparators found = { 0 };
    double first = 0, second = 0, of_usual = 0;
    size_t n = sample_length(text, length);
    for (size_t i = 0; i < G_N_ELEMENTS(separators); i++) {
        g_autoptr(JutuRowsSeen) seen = jutu_rows_seen_new(text, n, *separators[i], 0);
        Shape shape = shape_of(seen);
        double score = shape.pattern * seen->type;
        if ((seen->open_quote && length <= SAMPLE) || seen->stray_text) /* it is hardly meant so */
            score /= 2;
        if (strcmp(separators[i], usual) == 0)
            of_usual = score;
        if (score > first) {
            found.second = found.best;
            second = first;
            found.best = separators[i];
            found.is_table = is_table(&shape);
            found.may_be_table = shape.block > 1 && shape.block == shape.n_split;
            first = score;
        } else if (score > second) {
            found.second = separators[i];
            second = score;
        }
    }
    found.lead = second > 0 ? first / second : INFINITY;
    found.lead_of_usual = of_usual > 0 ? first / of_usual : INFINITY;
    return found;
}
