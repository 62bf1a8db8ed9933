/*
 * Grids of boxes (Vega's grid and trellis layout): cells in rows and columns,
 * with headers, footers and titles around. Index 0 is along x (columns), 1 along y (rows).
 */
#pragma once
#include <stddef.h>

#include "scene/box.h"

/* A group that is placed: its origin and its bounds, both in the coordinates of what holds it. */
typedef struct {
    double x, y, width, height;
    JutuBox bounds;
} JutuGridItem;

typedef enum { JUTU_GRID_NONE, JUTU_GRID_EACH, JUTU_GRID_ALL } JutuGridAlign;

typedef struct {
    size_t columns; /* 0: all items stand in one row */
    bool hangs;     /* what is below a column stands below its last cell, not below the last row */
    bool flush;     /* counts width and height only, instead of all that was drawn */
    JutuGridAlign align[2];
    double padding[2];
    bool center[2];
    double at[2];     /* a point of the grid … */
    double anchor[2]; /* … which is at its start (0), middle (½) or end (1) */
} JutuGrid;

/* Moves the items to their places. @return bounds of all */
JutuBox jutu_grid_place(const JutuGrid *grid, JutuGridItem *items, size_t n);

/* What stands around the cells: a header before and a footer behind each row and column. */
typedef struct {
    JutuGridItem *items;
    size_t n;
    double band; /* 0 to 1: where along its cell it is anchored; NaN: at the cell's origin */
} JutuGridEdge;

typedef struct {
    JutuGridEdge headers[2], footers[2]; /* of columns, of rows */
    JutuGridItem *title[2];              /* NULL: none */
    double title_offset[2], title_band[2];
    bool title_at_end[2];
} JutuTrellis;

/* Places cells, then what is around them. */
void jutu_trellis_place(const JutuGrid *grid, JutuGridItem *cells, size_t n, JutuTrellis *around);
