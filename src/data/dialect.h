/* How a delimited text is laid out: separator, header, and what isn't data. For this folder's
 * files. */
#pragma once
#include "data/csv.h"

/* The separator that a first line like "sep=;" names, and the bytes of the line; 0: none. */
size_t jutu_dialect_sep_line(const char *text, size_t length, char *delimiter);

/* Where a line, from 1, begins; `length` if there are not so many. */
size_t jutu_dialect_line_start(const char *text, size_t length, size_t line);

typedef struct {
    const char *best;     /* of ",", "\t", ";", "|"; NULL: none splits the text */
    const char *second;   /* NULL: none */
    double lead;          /* how many times better the best is than the second */
    double lead_of_usual; /* and than the one asked about */
    bool is_table;        /* the best makes a table of the text: most rows, or a block of them */
    bool may_be_table;    /* or at least of two rows */
} JutuSeparators;

/* Which separator suits a text: how alike its rows become in length, and how much its cells look
 * like numbers, dates and short texts. @param usual  the one that is used unless another wins */
JutuSeparators jutu_dialect_separators(const char *text, size_t length, const char *usual);

/* Lines count from 1 in the text; 0: there is no such line. */
typedef struct {
    size_t header;            /* of the columns' names, below a title if that isn't the first */
    size_t units;             /* of a row of units under the names */
    size_t names;             /* of a second row of names under the first */
    size_t footer, n_footers; /* of the first one, and how many rows they are */
    size_t n_rows;            /* of data */
    char *footer_text;        /* owned; NULL */
} JutuLayout;

/* Looks for a table in a text. @param options  the separator; where the text begins, and whether
 * the header stands there for sure */
JutuLayout jutu_dialect_layout(const char *text, size_t length, const JutuCsvOptions *options,
                               bool header_is_first);

/* What is known of a file before it is looked at. */
typedef struct {
    const char *file, *pointer; /* for messages */
    const char *delimiter;      /* as somebody said; NULL: nobody did */
    const char *usual;          /* of its kind, unless another clearly fits better */
    size_t header;              /* the line of the names; 0: the first, and all below is data */
} JutuDialectAsked;

/*
 * Reads a text as it is laid out, and says what that is, or may be.
 * @param options  names and limits are given; the rest is filled in
 * @return NULL with error set
 */
const JutuCsv *jutu_dialect_read(const char *text, size_t length, const JutuDialectAsked *asked,
                                 JutuCsvOptions *options, JutuContext *context, GError **error);
