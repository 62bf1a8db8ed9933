#include "data/csv.h"

#include <glib.h>
#include <string.h>

#include "base/error.h"
#include "data/csv_events.h"

/* Stands for a delimiter of several bytes: it is no part of any UTF-8 text. */
enum { LONG_DELIMITER = 0xff };

/*
 * Equal texts of a column mostly share one copy: the last texts are remembered
 * by their hash. A memory that forgets costs the same for a column of a
 * thousand names and for one of five million different numbers; and while
 * hardly anything repeats, it rests.
 */
typedef struct {
    uint32_t *hashes;
    JutuValue *values;
    size_t patience; /* runs out by misses */
    size_t rest;     /* fields that aren't looked up */
} Memory;

enum { PATIENCE = 1000, REST = 50000 };

typedef struct {
    JutuValue *cells; /* NULL: not kept, as a later column has the same name */
    Memory memory;
} Column;

typedef struct {
    JutuCsvEvents events;
    JutuArena *arena;
    const JutuCsvOptions *options;
    GArray *names; /* of JutuValue */
    Column *columns;
    size_t n_columns;            /* 0: the header isn't read yet */
    size_t n_memory;             /* entries of a column's memory, a power of 2 */
    size_t row, max_rows, below; /* below: rows under the header, passed over so far */
    JutuCsvRows blank, shorter, longer;
    char *pool; /* where the next text goes */
    size_t pool_left;
    const char *long_delimiter; /* NULL: it has one byte */
    GError *error;
} Reading;

static const JutuValue empty = { .type = JUTU_STRING, .string = "" };

/* All of a short text, up to 8 bytes, as a number. */
static uint64_t load_bytes(const char *text, size_t length)
{
    uint32_t first, last;
    if (length < sizeof(first)) {
        const unsigned char *byte = (const unsigned char *)text;
        return byte[0] | (uint64_t)byte[length / 2] << 8 | (uint64_t)byte[length - 1] << 16;
    }
    memcpy(&first, text, sizeof(first));
    memcpy(&last, text + length - sizeof(last), sizeof(last));
    return first | (uint64_t)last << 32;
}

static uint32_t hash(const char *text, size_t length)
{
    const uint64_t prime = 0x9e3779b97f4a7c15u;
    uint64_t sum = length * prime;
    for (; length > sizeof(sum); text += sizeof(sum), length -= sizeof(sum)) {
        sum = (sum ^ load_bytes(text, sizeof(sum))) * prime;
        sum ^= sum >> 29;
    }
    sum = (sum ^ load_bytes(text, length)) * prime;
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
    copy[length] = '\0';
    reading->pool += length + 1;
    reading->pool_left -= length + 1;
    return jutu_string_n(copy, length);
}

static JutuValue recall(Reading *reading, Memory *memory, const char *text, size_t length)
{
    if (length == 0)
        return empty;
    if (memory->rest > 0) {
        memory->rest--;
        return store(reading, text, length);
    }
    uint32_t code = hash(text, length);
    size_t at = code & (reading->n_memory - 1);
    JutuValue *known = &memory->values[at];
    if (memory->hashes[at] == code && known->length == length &&
        memcmp(known->string, text, length) == 0) {
        memory->patience = PATIENCE;
        return *known;
    }
    if (memory->patience-- == 0) {
        memory->patience = PATIENCE;
        memory->rest = REST;
    }
    memory->hashes[at] = code;
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

/* Makes room for more rows, by mremap() where they are many, so that nothing is copied. */
static void grow(Reading *reading)
{
    size_t max_cells = reading->options->max_cells;
    size_t limit = max_cells > 0 ? max_cells / reading->n_columns : SIZE_MAX;
    if (reading->row >= limit) {
        jutu_error_set(&reading->error, JUTU_ERROR_DATA, NULL,
                       "more than %zu rows of %zu columns; keep only what the chart needs", limit,
                       reading->n_columns);
        return;
    }
    reading->max_rows = MIN(reading->max_rows > 0 ? reading->max_rows * 2 : 64, limit);
    for (size_t c = 0; c < reading->n_columns; c++) {
        Column *column = &reading->columns[c];
        if (column->memory.values)
            column->cells = g_renew(JutuValue, column->cells, reading->max_rows);
    }
}

/* Whether the rows of data have been read. */
static bool is_over(const Reading *reading)
{
    return reading->options->most_rows > 0 && reading->row >= reading->options->most_rows;
}

/* Where the cell of the row goes that is being read; NULL if it isn't kept. */
static JutuValue *cell_of(Reading *reading, size_t c)
{
    if (is_over(reading))
        return NULL;
    if (reading->row == reading->max_rows && !reading->error)
        grow(reading);
    if (c >= reading->n_columns || !reading->columns[c].cells || reading->error)
        return NULL;
    return &reading->columns[c].cells[reading->row];
}

static void read_field(void *text, size_t length, void *self)
{
    Reading *reading = self;
    size_t c = reading->events.n_fields++;
    bool plain = !reading->long_delimiter || !memchr(text, LONG_DELIMITER, length);
    if (reading->n_columns == 0) {
        JutuValue name = plain ? store(reading, text, length) : restore(reading, text, length);
        g_array_append_val(reading->names, name);
        return;
    }
    JutuValue *cell = cell_of(reading, c);
    if (cell)
        *cell = plain ? recall(reading, &reading->columns[c].memory, text, length)
                      : restore(reading, text, length);
}

/* JavaScript's objects have no member of this name of their own, so the reference has no such
 * column either, and stops if there are two. */
static bool is_lost(JutuValue name)
{
    return strcmp(name.string, "__proto__") == 0;
}

static void make_columns(Reading *reading)
{
    size_t n = reading->names->len;
    reading->columns = jutu_new(reading->arena, Column, n);
    reading->n_columns = n;
    reading->n_memory = n <= 64 ? 1024 : 16;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t c = n; c-- > 0;) {
        JutuValue name = g_array_index(reading->names, JutuValue, c);
        bool is_new = g_hash_table_add(seen, (gpointer)name.string);
        if (is_lost(name) && !is_new && !reading->error)
            jutu_error_set(&reading->error, JUTU_ERROR_DATA, NULL,
                           "two columns are called \"%s\"; rename them", name.string);
        if (is_lost(name) || !is_new)
            continue;
        reading->columns[c].memory = (Memory){
            .hashes = jutu_new(reading->arena, uint32_t, reading->n_memory),
            .values = jutu_new(reading->arena, JutuValue, reading->n_memory),
            .patience = PATIENCE,
        };
    }
}

static void note(JutuCsvRows *rows, size_t row)
{
    if (rows->n++ == 0)
        rows->first = row;
}

static void read_row(JutuCsvEvents *events)
{
    Reading *reading = (Reading *)events;
    if (reading->n_columns == 0) {
        if (reading->names->len == 0) /* a blank line: one column without a name */
            g_array_append_val(reading->names, empty);
        make_columns(reading);
        return;
    }
    if (is_over(reading))
        return;
    if (reading->below < reading->options->below) {
        reading->below++;
        return;
    }
    if (events->n_fields != reading->n_columns)
        note(events->n_fields == 0                   ? &reading->blank
             : events->n_fields < reading->n_columns ? &reading->shorter
                                                     : &reading->longer,
             reading->row);
    for (size_t c = events->n_fields; c < reading->n_columns; c++) {
        JutuValue *cell = cell_of(reading, c);
        if (cell)
            *cell = empty;
    }
    reading->row++;
}

/* The columns by first appearance, each with the cells of the last of its name. */
static const JutuTable *table_of(const Reading *reading)
{
    JutuArena *arena = reading->arena;
    JutuColumn *columns = jutu_new(arena, JutuColumn, reading->n_columns);
    g_autoptr(GHashTable) last = g_hash_table_new(g_str_hash, g_str_equal);
    const JutuValue *names = (const JutuValue *)reading->names->data;
    for (size_t c = 0; c < reading->n_columns; c++)
        g_hash_table_insert(last, (gpointer)names[c].string, &reading->columns[c]);
    size_t n = 0;
    for (size_t c = 0; c < reading->n_columns; c++) {
        const Column *column = g_hash_table_lookup(last, names[c].string);
        if (column && !is_lost(names[c]))
            columns[n++] = (JutuColumn){ names[c].string, column->cells };
        g_hash_table_insert(last, (gpointer)names[c].string, NULL);
    }
    JutuTable *table = jutu_new(arena, JutuTable, 1);
    *table = (JutuTable){ .n_rows = reading->row, .n_columns = n, .columns = columns };
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

/* The text for libcsv: itself, unless its delimiter is long. */
typedef struct {
    const char *text;
    size_t length;
    char delimiter;
    char *own; /* NULL: the text itself */
} Source;

static Source source_of(const char *text, size_t length, const JutuCsvOptions *options)
{
    size_t from = MIN(options->from, length);
    Source source = { text + from, length - from, delimiter_byte(options, NULL), NULL };
    if ((unsigned char)source.delimiter == LONG_DELIMITER)
        source.text = source.own = shorten(text, &source.length, options->delimiter);
    return source;
}

/* The place of a byte; line 0 of NULL. */
static JutuCsvSpot spot_of(const Source *source, const JutuCsvOptions *options, const char *at)
{
    if (!at)
        return (JutuCsvSpot){ 0 };
    const char *start = source->text;
    size_t line = options->above + 1, column = 1;
    for (const char *end = start; end < at; end++) {
        bool ends = *end == '\n' || (*end == '\r' && end[1] != '\n');
        line += ends;
        start = ends ? end + 1 : start;
    }
    for (; start < at; start++)
        column += ((unsigned char)*start & 0xc0) != 0x80;
    return (JutuCsvSpot){ line, column };
}

const JutuCsv *jutu_csv_read(const char *text, size_t length, const JutuCsvOptions *options,
                             JutuArena *arena, GError **error)
{
    if (!delimiter_byte(options, error))
        return NULL;
    Source source = source_of(text, length, options);
    g_autoptr(GArray) names = g_array_new(false, false, sizeof(JutuValue));
    Reading reading = {
        .events = { .field = read_field, .row = read_row },
        .arena = arena,
        .options = options,
        .names = names,
        .long_delimiter = source.own ? options->delimiter : NULL,
    };
    for (size_t c = 0; options->header && options->header[c]; c++) {
        JutuValue name = store(&reading, options->header[c], strlen(options->header[c]));
        g_array_append_val(names, name);
    }
    if (names->len > 0)
        make_columns(&reading);
    jutu_csv_events(source.text, source.length, source.delimiter, &reading.events);
    JutuCsvSpot opens = spot_of(&source, options, reading.events.opens);
    JutuCsvSpot stray = spot_of(&source, options, reading.events.stray);
    g_free(source.own);
    for (size_t c = 0; c < reading.n_columns; c++) {
        if (reading.columns[c].cells)
            jutu_arena_own(arena, reading.columns[c].cells, g_free);
    }
    if (reading.error) {
        g_propagate_error(error, reading.error);
        return NULL;
    }
    JutuCsv *csv = jutu_new(arena, JutuCsv, 1);
    *csv = (JutuCsv){
        .names = names->len ? jutu_copy(arena, JutuValue, names->data, names->len) : NULL,
        .n_names = names->len,
        .table = table_of(&reading),
        .blank = reading.blank,
        .shorter = reading.shorter,
        .longer = reading.longer,
        .open_quote = opens,
        .stray = stray,
        .n_stray = reading.events.n_stray,
    };
    return csv;
}

typedef struct {
    JutuCsvEvents events;
    size_t line, row, wanted;
    GArray *lines; /* of size_t: receives where each row begins; NULL */
} LineSearch;

static size_t count_line_ends(const char *text, size_t length)
{
    size_t n = 0;
    for (size_t i = 0; i < length; i++)
        n += text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
    return n;
}

static void search_field(void *text, size_t length, void *self)
{
    LineSearch *search = self;
    search->events.n_fields++;
    if (search->row < search->wanted)
        search->line += count_line_ends(text, length);
}

static void search_row(JutuCsvEvents *events)
{
    LineSearch *search = (LineSearch *)events;
    search->line += search->row++ < search->wanted;
    if (search->lines)
        g_array_append_val(search->lines, search->line);
}

static size_t search_lines(const char *text, size_t length, const JutuCsvOptions *options,
                           size_t wanted, GArray *lines)
{
    Source source = source_of(text, length, options);
    LineSearch search = {
        .events = { .field = search_field, .row = search_row },
        .line = options->above + 1,
        .wanted = wanted,
        .lines = lines,
    };
    if (source.delimiter)
        jutu_csv_events(source.text, source.length, source.delimiter, &search.events);
    g_free(source.own);
    return search.line;
}

size_t jutu_csv_line(const char *text, size_t length, const JutuCsvOptions *options, size_t row)
{
    return search_lines(text, length, options, row + options->below + !options->header, NULL);
}

GArray *jutu_csv_lines(const char *text, size_t length, const JutuCsvOptions *options)
{
    GArray *lines = g_array_new(false, false, sizeof(size_t));
    size_t first = options->above + 1, n_above = options->below + !options->header;
    g_array_append_val(lines, first);
    search_lines(text, length, options, SIZE_MAX, lines);
    g_array_remove_range(lines, 0, (guint)MIN(n_above, lines->len));
    return lines;
}
