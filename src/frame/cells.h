/* The cells of a facet: its rows divided by its fields, in the order in which they stand. */
#pragma once
#include "view/view.h"

typedef struct {
    const JutuTable *rows;
    JutuValue keys;     /* an object: the facet's columns and what they are sorted by */
    const char *name;   /* "a, b", for people */
    size_t row, column; /* in the grid */
} JutuCell;

typedef struct {
    const JutuCell *cells; /* in reading order */
    size_t n, columns;     /* how many cells stand side by side */
} JutuCells;

/* The column that the cells are sorted by along a channel, as their keys have it. */
const char *jutu_facet_sort_column(const JutuView *facet, const JutuChannelDef *def);

/* @param rows  all that the facet divides @return false with error set */
bool jutu_facet_cells(const JutuView *facet, const JutuTable *rows, JutuCells *out, GError **error);
