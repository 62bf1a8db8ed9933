/* The cells of a delimited text, row by row, as a look at its layout needs them. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct {
    size_t line, n_cells, n_filled;
    char *first;  /* the first filled cell; NULL: none is */
    char **cells; /* NULL-terminated; NULL: not kept */
} JutuRowSeen;

typedef struct {
    GArray *rows;                /* of JutuRowSeen */
    bool open_quote, stray_text; /* a quote has no end; has text behind its end */
    double type;                 /* how much cells look like something, from 0 to 1, in the mean */
} JutuRowsSeen;

/* @param n_kept  of rows whose cells are kept */
JutuRowsSeen *jutu_rows_seen_new(const char *text, size_t length, char delimiter, size_t n_kept);
void jutu_rows_seen_free(JutuRowsSeen *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuRowsSeen, jutu_rows_seen_free)

/* Whether it is digits and what stands around them in numbers, percentages and dates. */
bool jutu_cell_is_number(const char *text, size_t length);

/* Whether it is empty, or a sign that people write for no value. */
bool jutu_cell_is_missing(const char *text, size_t length);
