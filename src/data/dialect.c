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

/* How alike rows are in length: the sum over lengths L of the rows so long, times (L - 1) / L, by
 * the number of lengths. Blank lines don't count.
 * @param share  set to the share of rows of the commonest length of several cells */
static double pattern_of(const JutuRowsSeen *seen, double *share)
{
    g_autofree size_t *lengths = g_new(size_t, seen->rows->len + 1);
    size_t n = 0, n_kinds = 0;
    for (guint i = 0; i < seen->rows->len; i++) {
        const JutuRowSeen *row = &g_array_index(seen->rows, JutuRowSeen, i);
        if (row->n_filled > 0)
            lengths[n++] = row->n_cells;
    }
    qsort(lengths, n, sizeof(*lengths), compare_sizes);
    double sum = 0;
    size_t run = 0, longest = 0;
    for (size_t i = 0; i < n; i++) {
        bool is_new = i == 0 || lengths[i] != lengths[i - 1];
        n_kinds += is_new;
        run = is_new ? 1 : run + 1;
        longest = lengths[i] > 1 ? MAX(longest, run) : longest;
        sum += (double)(lengths[i] - 1) / (double)lengths[i];
    }
    *share = n > 0 ? (double)longest / (double)n : 0;
    return n_kinds > 0 ? sum / (double)n_kinds : 0;
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
    bool is_cut = length > SAMPLE;
    size_t n = sample_length(text, length);
    for (size_t i = 0; i < G_N_ELEMENTS(separators); i++) {
        g_autoptr(JutuRowsSeen) seen = jutu_rows_seen_new(text, n, *separators[i], 0);
        if (seen->open_quote && !is_cut)
            continue;
        double share, score = pattern_of(seen, &share) * seen->type;
        if (strcmp(separators[i], usual) == 0)
            of_usual = score;
        if (score > first) {
            found.second = found.best;
            second = first;
            found.best = separators[i];
            found.share = share;
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
