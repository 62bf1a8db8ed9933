/* How a line falls into cells, for vertical.c. */
#pragma once
#include <glib.h>

/* How a cell is set. */
typedef enum {
    JUTU_CELL_HAN,    /* upright, one em, in vertical forms */
    JUTU_CELL_LATIN,  /* upright, one em */
    JUTU_CELL_BESIDE, /* upright, characters side by side within one em: 12 */
    JUTU_CELL_TURNED, /* a word, a longer number, a dash */
    JUTU_CELL_SPACE,
} JutuCellKind;

typedef struct {
    JutuCellKind kind;
    size_t start, end; /* bytes */
} JutuCellSpan;

/* The cells of a line of valid UTF-8: a new array of JutuCellSpan. */
GArray *jutu_cells_split(const char *line);
