/*
 * Facts about a field within a frame that slides over rows, without looking at all of
 * them again: order statistics in a tree of counts, extremes in two queues,
 * distinct cells by number. Each step costs a logarithm at most.
 */
#pragma once
#include "data/table.h"

enum {
    JUTU_SLIDE_QUANTILES = 1 << 0,
    JUTU_SLIDE_EXTENT = 1 << 1,
    JUTU_SLIDE_DISTINCT = 1 << 2,
    JUTU_SLIDE_ROWS = 1 << 3, /* the rows themselves: not kept here */
};

typedef struct JutuSlide JutuSlide;

/* @param cells   the field's column
 * @param rows    row numbers in the order in which the frame passes them; borrowed
 * @param wants   JUTU_SLIDE_ bits
 * @param arena   for texts that distinct cells are compared by */
JutuSlide *jutu_slide_new(const JutuValue *cells, const uint32_t *rows, size_t n, unsigned wants,
                          JutuArena *arena);
void jutu_slide_free(JutuSlide *slide); /* NULL is allowed */

/* The frame, positions start to end - 1, becomes another that begins and ends no earlier. */
void jutu_slide_move(JutuSlide *slide, size_t start, size_t end);

/* The quantile p of the frame's numbers; NaN of none. */
double jutu_slide_quantile(const JutuSlide *slide, double p);

/* The first position of the least (0) or greatest (1) cell, nulls and NaN apart; n if there is
 * none. */
size_t jutu_slide_extreme(const JutuSlide *slide, int which);

/* How many different cells the frame has. */
size_t jutu_slide_distinct(const JutuSlide *slide);
