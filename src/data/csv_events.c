#include "data/csv_events.h"

#include <csv.h>
#include <glib.h>
#include <string.h>

static void on_row(int end, void *data)
{
    JutuCsvEvents *events = data;
    bool second_half = end == '\n' && events->after_cr && events->n_fields == 0;
    events->after_cr = end == '\r';
    events->ended = end == -1;
    if (!second_half)
        events->row(events);
    events->n_fields = 0;
}

static int never(unsigned char byte)
{
    (void)byte;
    return 0;
}

typedef struct {
    struct csv_parser parser;
    JutuCsvEvents *events;
    char delimiter; /* what libcsv splits at */
    const char *text;
    size_t length;
} Feed;

/* Memory is all that libcsv could fail for, and running out of that ends the program, as in GLib.
 */
static void feed(Feed *to, const char *text, size_t length)
{
    if (csv_parse(&to->parser, text, length, to->events->field, on_row, to->events) != length)
        g_error("csv: %s", csv_strerror(csv_error(&to->parser)));
}

static bool ends_field(const Feed *feeding, char byte)
{
    return byte == feeding->delimiter || byte == '\n' || byte == '\r';
}

/* Where the quoted field ends whose text starts at `at`: its closing quote, or `n`. */
static size_t closing_quote(const char *text, size_t at, size_t n)
{
    for (;;) {
        const char *quote = at < n ? memchr(text + at, '"', n - at) : NULL;
        if (!quote)
            return n;
        at = (size_t)(quote - text) + 1;
        if (at >= n || text[at] != '"')
            return at - 1;
        at++;
    }
}

/*
 * Where libcsv and d3 part: after a closing quote libcsv takes any other text
 * for the field's, d3 takes one character for a delimiter, whatever it is; and
 * an open quote at the end takes in the last line end. So closing quotes are
 * looked for here, and libcsv gets to see what d3 makes of them.
 */
static void feed_all(Feed *to, size_t n)
{
    const char *text = to->text, *quote;
    size_t from = 0, at = 0, start = 0; /* start: of a field, known for other reasons */
    while (at < n && (quote = memchr(text + at, '"', n - at))) {
        at = (size_t)(quote - text);
        if (at++ != start && !ends_field(to, quote[-1]))
            continue; /* within an unquoted field a quote is a character */
        size_t close = closing_quote(text, at, n);
        if (close >= n) {
            to->events->open_quote = true;
            to->events->opens = text + at - 1;
            n = MIN(n + 1, to->length);
            break;
        }
        at = close + 1;
        if (at < n && !ends_field(to, text[at])) {
            if (to->events->n_stray++ == 0)
                to->events->stray = text + at;
            feed(to, text + from, at - from);
            feed(to, &to->delimiter, 1);
            from = at = start = MIN((size_t)(g_utf8_next_char(text + at) - text), n);
        }
    }
    feed(to, text + from, n - from);
}

/* The last line end closes its row and opens none. */
static size_t without_last_end(const char *text, size_t length)
{
    length -= length > 0 && text[length - 1] == '\n';
    length -= length > 0 && text[length - 1] == '\r';
    return length;
}

void jutu_csv_events(const char *text, size_t length, char delimiter, JutuCsvEvents *events)
{
    if (length == 0)
        return;
    Feed feeding = { .events = events, .delimiter = delimiter, .text = text, .length = length };
    csv_init(&feeding.parser, CSV_REPALL_NL);
    csv_set_delim(&feeding.parser, (unsigned char)delimiter);
    if (memchr(text, ' ', length) || memchr(text, '\t', length)) /* else it's faster without */
        csv_set_space_func(&feeding.parser, never);
    csv_set_blk_size(&feeding.parser, (size_t)64 * 1024);
    feed_all(&feeding, without_last_end(text, length));
    csv_fini(&feeding.parser, events->field, on_row, events);
    csv_free(&feeding.parser);
    if (!events->ended)
        events->row(events); /* d3 always has a row after the last line end left */
}
