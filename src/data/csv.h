/*
 * Delimited text to columns of strings: libcsv below, d3-dsv's reading of the
 * doubtful cases above it.
 */
#pragma once
#include "base/context.h"
#include "data/table.h"

typedef struct {
    const char *delimiter;     /* one character in UTF-8; NULL: a comma */
    const char *const *header; /* column names, NULL-terminated, if the text has none; NULL */
    size_t max_cells;          /* more are an error; 0: no limit */
    size_t from, above;        /* the byte that the text begins at, and lines above it */
    size_t below;              /* rows under the header that are no data */
    size_t most_rows;          /* of data; what follows them is none; 0: no limit */
} JutuCsvOptions;

/* Rows of the table that aren't like the others. */
typedef struct {
    size_t n, first;
} JutuCsvRows;

/* A place in the text; line 0: there is none. */
typedef struct {
    size_t line, column;
} JutuCsvSpot;

typedef struct {
    const JutuValue *names; /* the header's cells as written: they may repeat or hold a NUL */
    size_t n_names;
    /* Cells are strings; what a short row lacks is "", what a long one has too much is dropped. Of
     * columns of one name the last counts. Equal texts mostly share one copy. */
    const JutuTable *table;
    JutuCsvRows blank, shorter, longer;
    JutuCsvSpot open_quote; /* where the last quoted cell begins that has no end */
    JutuCsvSpot stray;      /* the first text between a closing quote and a separator */
    size_t n_stray;         /* how many there are: each is read as d3 does, one character short */
} JutuCsv;

/*
 * Reads a whole text in UTF-8. A blank line is a row; nothing is trimmed.
 * @return NULL with JUTU_ERROR_DATA set if there are too many cells or the delimiter can't be one
 */
const JutuCsv *jutu_csv_read(const char *text, size_t length, const JutuCsvOptions *options,
                             JutuArena *arena, GError **error);

/* Warns of all that reads otherwise than its author may think: odd rows, quotes, names and bytes.
 */
void jutu_csv_warn(const JutuOrigin *origin, const char *pointer, JutuContext *context);

/* The line, from 1, in which a row of the table starts: for messages, as it reads the text again.
 */
size_t jutu_csv_line(const char *text, size_t length, const JutuCsvOptions *options, size_t row);

/* The same of all rows, and of the one that would come next. @return owned, of size_t */
GArray *jutu_csv_lines(const char *text, size_t length, const JutuCsvOptions *options);
