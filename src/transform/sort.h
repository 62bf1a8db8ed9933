/* Orders of rows by fields, as Vega's comparators have them. */
#pragma once
#include "data/table.h"

typedef struct {
    const char *field; /* a path */
    bool descending;
    const JutuValue *cells; /* of all rows, instead of the field's; NULL */
} JutuSortKey;

/* Sort keys bound to a table. */
typedef struct {
    size_t n;
    const JutuValue *const *cells;
    const bool *descending;
} JutuOrder;

/* Binds keys to a table, the first one foremost; in the arena. */
JutuOrder jutu_order_new(const JutuTable *table, const JutuSortKey *keys, size_t n,
                         JutuArena *arena);

/* @return below, at or above 0; 0 for peers */
int jutu_order_compare(const JutuOrder *order, size_t a, size_t b);

/* Sorts row numbers; peers by row number. */
void jutu_order_sort(const JutuOrder *order, uint32_t *rows, size_t n);

/* The numbers of all rows of a table as keys sort them, peers as they stand; in the arena. */
const uint32_t *jutu_sorted_rows(const JutuTable *table, const JutuSortKey *keys, size_t n,
                                 JutuArena *arena);
