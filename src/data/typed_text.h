/* Cells as texts: the spaces around them, marks of what is missing, names that look alike. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* What stands in a cell in place of a value. */
typedef enum {
    JUTU_CELL_VALUE,   /* something else */
    JUTU_CELL_EMPTY,   /* nothing, or spaces */
    JUTU_CELL_MISSING, /* a mark of the author's: "—", "n/a" */
    JUTU_CELL_ERROR,   /* an error of the program that wrote the file: "#DIV/0!" */
} JutuCellKind;

/* The text without white space of any kind at its ends, U+200B and byte order marks too.
 * @param length  in and out, in bytes @return where it begins, within text */
const char *jutu_cell_trim(const char *text, size_t *length);

JutuCellKind jutu_cell_kind(const char *text, size_t length);

/* A short cell for readers: trimmed, full-width characters, dashes and traditional forms as the
 * usual ones, white space as ' '. */
typedef struct {
    gunichar at[48]; /* ends in 0 */
    size_t n;
    bool wide; /* something was full-width */
} JutuCellText;

/* @return false if the cell is empty, or longer than any number or date */
bool jutu_cell_fold(const char *text, size_t length, JutuCellText *out);

/* Steps over a text if it stands at *at. */
bool jutu_cell_take(const gunichar **at, const char *text);

/* What is equal for names that differ by width and white space only; owned. */
char *jutu_cell_likeness(const char *text);
