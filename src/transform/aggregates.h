/*
 * Aggregates: what can be said of many cells in one. A row of the table is an
 * operation; accumulators are fed cell by cell, and can give cells back, which
 * sliding windows do.
 */
#pragma once
#include "data/table.h"
#include "transform/slide.h"
#include "transform/transform.h"

/* Sums and counts of one field in one group. */
typedef struct {
    double valid, missing; /* cells that are neither null, "" nor NaN; null or "" */
    double sum, product;
    double mean, delta, deviation; /* Welford's */
    double exponential, rate;
    JutuValue min, max;
} JutuTotals;

/* The cells of a field; where `part` is given, rows with another part than `key` read as NaN. */
typedef struct {
    const JutuValue *cells;
    const uint32_t *part;
    uint32_t key;
} JutuMeasureCells;

/* The rows of one group, for operations that need them all; memoises like Vega's tuple store. */
typedef struct {
    JutuContext *context;
    const JutuTable *table;
    const uint32_t *rows;
    size_t n;
    const JutuSlide *slide;   /* of the field that is evaluated, where rows are a sliding frame */
    size_t start;             /* of that frame */
    const JutuValue *objects; /* all rows that the frame passes, as objects; NULL: not made */
    const JutuMeasureCells *memo; /* whose quartiles, extent, interval these are; NULL: nobody's */
    bool has_quartiles, has_interval, has_extent;
    double quartiles[3];
    JutuValue interval[2];
    size_t extent[2]; /* rows of the table; SIZE_MAX: none */
} JutuRowStore;

typedef struct {
    const char *name;
    const char *doc;
    unsigned keeps;  /* accumulators that must be fed */
    bool rows;       /* needs the store */
    unsigned slides; /* what of a sliding frame must be kept for it: JUTU_SLIDE_ bits */
    bool counts;     /* is of the rows themselves and needs no field */
    bool tallies;    /* counts something: never null, whatever the field's type */
    bool sums;       /* parts add up, so they may be stacked */
    bool extreme;    /* a cell itself, the least or greatest: compared as numbers if they are */
    bool inside;     /* lies within the extent of its cells: scale.domain "unaggregated" */
    int order; /* Vega evaluates lower ones first, which shows in what random numbers ci gets */
    /* may keep in the totals what it had to look up in the store */
    JutuValue (*value)(JutuTotals *totals, const JutuMeasureCells *cells, JutuRowStore *store);
} JutuAggregate;

extern const JutuAggregate jutu_aggregates[]; /* ends with a NULL name */

/* @return NULL if there is none of this name */
const JutuAggregate *jutu_aggregate_find(const char *name);

/* All names, ending with NULL. */
const char *const *jutu_aggregate_names(JutuArena *arena);

/* Nothing yet; a cell more; and one less, where a window slides. @param keeps  KEEP_ bits of the
 * operations, @param rate  of exponential */
void jutu_totals_init(JutuTotals *totals, double rate);
void jutu_totals_add(JutuTotals *totals, unsigned keeps, JutuValue cell);
void jutu_totals_remove(JutuTotals *totals, unsigned keeps, JutuValue cell);

/* The cell of a row as a measure sees it. */
static inline JutuValue jutu_measure_cell(const JutuMeasureCells *cells, uint32_t row)
{
    return cells->part && cells->part[row] != cells->key ? jutu_number(__builtin_nan(""))
                                                         : cells->cells[row];
}

/*
 * The rows have changed. As in Vega, what was memoised stays for a measure that
 * looks after another one of the same field: quartiles after an interval are
 * those of the rows before.
 */
void jutu_store_move(JutuRowStore *store, const uint32_t *rows, size_t n);

/* Cells that are numbers after conversion, sorted; in a g_malloc'ed array. */
double *jutu_sorted_numbers(const JutuMeasureCells *cells, const uint32_t *rows, size_t n,
                            size_t *n_out);

/* The traits of an operation by its name, false if there is none of it. */
bool jutu_aggregate_counts(const char *name);
bool jutu_aggregate_sums(const char *name);
bool jutu_aggregate_is_extreme(const char *name);
bool jutu_aggregate_shares_domain(const char *name);
