#include "data/csv.h"

#include <csv.h>
#include <glib.h>
#include <string.h>

#include "base/error.h"

/* Stands for a delimiter of several bytes: it is no part of any UTF-8 text. */
enum { LONG_DELIMITER = 0xff };

/*
 * Events of the text, as libcsv reports them. Blank lines are rows without
 * fields; the line feed after a carriage return is no event.
 */
typedef struct {
    void (*field)(void *self, const char *text, size_t length);
    void (*row)(void *self);
    void *self;
    bool open;     /* there was a field since the last row ended */
    bool after_cr; /* the last row ended in a carriage return */
    bool ended;    /* libcsv has ended the last row itself */
} Events;

static void on_field(void *text, size_t length, void *data)
{
    Events *events = data;
    events->open = true;
    events->field(events->self, text, length);
}

static void on_row(int end, void *data)
{
    Events *events = data;
    bool second_half = end == '\n' && events->after_cr && !events->open;
    events->after_cr = end == '\r';
    events->ended = end == -1;
    events->open = false;
    if (!second_half)
        events->row(events->self);
}

static int never(unsigned char byte)
{
    (void)byte;
    return 0;
}

typedef struct {
    struct csv_parser parser;
    Events *events;
    char delimiter; /* what libcsv splits at */
    const char *text;
    size_t length;
} Feed;

/* Memory is all that libcsv could fail for, and running out of that ends the program, as in GLib.
 */
static void feed(Feed *to, const char *text, size_t length)
{
    if (csv_parse(&to->parser, text, length, on_field, on_row, to->events) != length)
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
            n = MIN(n + 1, to->length);
            break;
        }
        at = close + 1;
        if (at < n && !ends_field(to, text[at])) {
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

static void read_events(const char *text, size_t length, char delimiter, Events *events)
{
    if (length == 0)
        return;
    Feed feeding = { .events = events, .delimiter = delimiter, .text = text, .length = length };
    csv_init(&feeding.parser, CSV_REPALL_NL);
    csv_set_delim(&feeding.parser, (unsigned char)delimiter);
    csv_set_space_func(&feeding.parser, never);
    csv_set_blk_size(&feeding.parser, (size_t)64 * 1024);
    feed_all(&feeding, without_last_end(text, length));
    csv_fini(&feeding.parser, on_field, on_row, events);
    csv_free(&feeding.parser);
    if (!events->ended)
        events->row(events->self); /* d3 always has a row after the last line end left */
}

/*
 * Equal texts of a column mostly share one copy: the last texts are remembered
 * by their hash. A table that forgets costs the same for a column of a
 * thousand years and one of five million different numbers.
 */
typedef struct {
    uint32_t *hashes;
    JutuValue *values;
} Memory;

typedef struct {
    JutuValue *cells; /* NULL: a later column has the same name */
    Memory memory;
} Column;

typedef struct {
    JutuArena *arena;
    const JutuCsvOptions *options;
    const char *text;
    size_t length;
    GArray *names; /* of JutuValue */
    Column *columns;
    size_t n_columns; /* 0: the header isn't read yet */
    size_t n_memory;  /* entries of a column's memory, a power of 2 */
    size_t row, field, max_rows;
    char *pool; /* where the next text goes */
    size_t pool_left;
    const char *long_delimiter; /* NULL: it has one byte */
    GError *error;
} Reading;

static const JutuValue empty = { .type = JUTU_STRING, .string = "" };

static uint32_t hash(const char *text, size_t length)
{
    const uint64_t prime = 0x9e3779b97f4a7c15u;
    uint64_t sum = length * prime, word = 0;
    for (; length > sizeof(word); text += sizeof(word), length -= sizeof(word)) {
        memcpy(&word, text, sizeof(word));
        sum = (sum ^ word) * prime;
        sum ^= sum >> 29;
    }
    word = 0;
    memcpy(&word, text, length);
    sum = (sum ^ word) * prime;
    return (uint32_t)(sum >> 32);
}

/* A copy that ends in a NUL. Texts stand side by side, in blocks. */
static JutuValue store(Reading *reading, const char *text, size_t length)
{
    const size_t block = (size_t)256 * 1024;
    if (length + 1 > reading->pool_left) {
        reading->pool_left = MAX(block, length + 1);
        reading->pool = jutu_new(reading->arena, char, reading->pool_left);
    }
    char *copy = memcpy(reading->pool, text, length);
    reading->pool += length + 1;
    reading->pool_left -= length + 1;
    copy[length] = '\0';
    return jutu_string_n(copy, length);
}

static JutuValue recall(Reading *reading, Column *column, const char *text, size_t length)
{
    if (length == 0)
        return empty;
    uint32_t code = hash(text, length);
    size_t at = code & (reading->n_memory - 1);
    JutuValue *known = &column->memory.values[at];
    if (column->memory.hashes[at] == code && known->length == length &&
        memcmp(known->string, text, length) == 0)
        return *known;
    column->memory.hashes[at] = code;
    return *known = store(reading, text, length);
}

/* The text with its delimiters put back: quoted ones belong to it. */
static JutuValue restore(Reading *reading, const char *text, size_t length)
{
    g_autoptr(GString) whole = g_string_sized_new(length);
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] == LONG_DELIMITER)
            g_string_append(whole, reading->long_delimiter);
        else
            g_string_append_c(whole, text[i]);
    }
    return store(reading, whole->str, whole->len);
}

static void read_field(void *self, const char *text, size_t length)
{
    Reading *reading = self;
    size_t c = reading->field++;
    if (reading->n_columns > 0 && (c >= reading->n_columns || !reading->columns[c].cells))
        return; /* too much, or lost, or in too large a table */
    bool plain = !reading->long_delimiter || !memchr(text, LONG_DELIMITER, length);
    if (reading->n_columns == 0) {
        JutuValue name = plain ? store(reading, text, length) : restore(reading, text, length);
        g_array_append_val(reading->names, name);
        return;
    }
    reading->columns[c].cells[reading->row] = plain ? recall(reading, &reading->columns[c], text,
                                                             length)
                                                    : restore(reading, text, length);
}

static size_t count(const char *text, size_t length, char byte)
{
    size_t n = 0;
    for (const char *at = text, *end = text + length;
         at < end && (at = memchr(at, byte, (size_t)(end - at))); at++)
        n++;
    return n;
}

static size_t count_line_ends(const char *text, size_t length)
{
    size_t n = count(text, length, '\n');
    for (const char *at = text, *end = text + length;
         at < end && (at = memchr(at, '\r', (size_t)(end - at))); at++)
        n += at + 1 == end || at[1] != '\n';
    return n;
}

/* Quoted line ends and, mostly, the last one are no rows. */
static size_t max_rows(const Reading *reading)
{
    size_t length = without_last_end(reading->text, reading->length);
    return count_line_ends(reading->text, length) + (reading->options->header != NULL);
}

/* JavaScript's objects have no member of this name of their own, so the reference has no such
 * column either. */
static bool is_lost(JutuValue name)
{
    return strcmp(name.string, "__proto__") == 0;
}

static void make_columns(Reading *reading)
{
    size_t n = reading->names->len, max_cells = reading->options->max_cells;
    reading->max_rows = max_rows(reading);
    if (max_cells > 0 && reading->max_rows > max_cells / n) {
        jutu_error_set(&reading->error, JUTU_ERROR_DATA, NULL,
                       "%zu rows of %zu columns are more than %zu cells; keep only what the chart "
                       "needs",
                       reading->max_rows, n, max_cells);
    }
    reading->columns = jutu_new(reading->arena, Column, n);
    reading->n_columns = n;
    reading->n_memory = n <= 64 ? 1024 : 16;
    if (reading->error)
        return;

    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t c = n; c-- > 0;) {
        JutuValue name = g_array_index(reading->names, JutuValue, c);
        if (!g_hash_table_add(seen, (gpointer)name.string) || is_lost(name))
            continue;
        Column *column = &reading->columns[c];
        column->cells = jutu_new(reading->arena, JutuValue, reading->max_rows);
        column->memory.hashes = jutu_new(reading->arena, uint32_t, reading->n_memory);
        column->memory.values = jutu_new(reading->arena, JutuValue, reading->n_memory);
    }
}

static void read_row(void *self)
{
    Reading *reading = self;
    if (reading->n_columns == 0) {
        if (reading->names->len == 0) /* a blank line: one column without a name */
            g_array_append_val(reading->names, empty);
        make_columns(reading);
    } else {
        for (size_t c = reading->field; c < reading->n_columns; c++) {
            if (reading->columns[c].cells)
                reading->columns[c].cells[reading->row] = empty;
        }
        reading->row++;
    }
    reading->field = 0;
}

/* The columns by first appearance, each with the cells of the last of its name. */
static const JutuTable *table_of(const Reading *reading)
{
    JutuArena *arena = reading->arena;
    JutuColumn *columns = jutu_new(arena, JutuColumn, reading->n_columns);
    g_autoptr(GHashTable) last = g_hash_table_new(g_str_hash, g_str_equal);
    const JutuValue *names = (const JutuValue *)reading->names->data;
    for (size_t c = 0; c < reading->n_columns; c++)
        g_hash_table_insert(last, (gpointer)names[c].string, reading->columns[c].cells);
    size_t n = 0;
    for (size_t c = 0; c < reading->n_columns; c++) {
        const JutuValue *cells = g_hash_table_lookup(last, names[c].string);
        g_hash_table_insert(last, (gpointer)names[c].string, NULL);
        if (cells)
            columns[n++] = (JutuColumn){ names[c].string, cells };
    }
    JutuTable *table = jutu_new(arena, JutuTable, 1);
    *table = (JutuTable){ reading->row, n, columns };
    return table;
}

/* The byte that libcsv splits at; 0 with error set if this is no delimiter. */
static char delimiter_byte(const JutuCsvOptions *options, GError **error)
{
    const char *delimiter = options->delimiter ? options->delimiter : ",";
    if (g_utf8_strlen(delimiter, -1) != 1 || strchr("\"\r\n", *delimiter)) {
        jutu_error_set(error, JUTU_ERROR_SPEC, NULL,
                       "the delimiter \"%s\" isn't one character that separates cells; use \",\", "
                       "\";\", \"|\" or \"\\t\"",
                       delimiter);
        return 0;
    }
    return delimiter[1] ? (char)LONG_DELIMITER : *delimiter;
}

/* The text with delimiters of one byte each. */
static char *shorten(const char *text, size_t *length, const char *delimiter)
{
    GString *out = g_string_sized_new(*length);
    size_t size = strlen(delimiter);
    for (const char *at = text, *end = text + *length; at < end;) {
        const char *next = memmem(at, (size_t)(end - at), delimiter, size);
        g_string_append_len(out, at, (next ? next : end) - at);
        if (next)
            g_string_append_c(out, (char)LONG_DELIMITER);
        at = next ? next + size : end;
    }
    *length = out->len;
    return g_string_free(out, false);
}

const JutuCsv *jutu_csv_read(const char *text, size_t length, const JutuCsvOptions *options,
                             JutuArena *arena, GError **error)
{
    char delimiter = delimiter_byte(options, error);
    if (!delimiter)
        return NULL;
    bool is_long = (unsigned char)delimiter == LONG_DELIMITER;
    g_autofree char *shortened = is_long ? shorten(text, &length, options->delimiter) : NULL;
    g_autoptr(GArray) names = g_array_new(false, false, sizeof(JutuValue));
    Reading reading = { .arena = arena,
                        .options = options,
                        .text = shortened ? shortened : text,
                        .length = length,
                        .names = names,
                        .long_delimiter = is_long ? options->delimiter : NULL };
    for (size_t c = 0; options->header && options->header[c]; c++) {
        JutuValue name = store(&reading, options->header[c], strlen(options->header[c]));
        g_array_append_val(names, name);
    }
    if (names->len > 0)
        make_columns(&reading);

    Events events = { .field = read_field, .row = read_row, .self = &reading };
    read_events(reading.text, length, delimiter, &events);
    if (reading.error) {
        g_propagate_error(error, reading.error);
        return NULL;
    }
    JutuCsv *csv = jutu_new(arena, JutuCsv, 1);
    *csv = (JutuCsv){
        .names = names->len ? jutu_copy(arena, JutuValue, names->data, names->len) : NULL,
        .n_names = names->len,
        .table = table_of(&reading),
    };
    return csv;
}

typedef struct {
    size_t line, row, wanted;
} LineSearch;

static void search_field(void *self, const char *text, size_t length)
{
    LineSearch *search = self;
    if (search->row < search->wanted)
        search->line += count_line_ends(text, length);
}

static void search_row(void *self)
{
    LineSearch *search = self;
    search->line += search->row++ < search->wanted;
}

size_t jutu_csv_line(const char *text, size_t length, const JutuCsvOptions *options, size_t row)
{
    char delimiter = delimiter_byte(options, NULL);
    bool is_long = (unsigned char)delimiter == LONG_DELIMITER;
    g_autofree char *shortened = is_long ? shorten(text, &length, options->delimiter) : NULL;
    LineSearch search = { .line = 1, .wanted = row + !options->header };
    Events events = { .field = search_field, .row = search_row, .self = &search };
    read_events(shortened ? shortened : text, length, delimiter ? delimiter : ',', &events);
    return search.line;
}
