/* d3-array's tick arithmetic, vega-statistics' binning, and vega-scale's steps of bands. */
#pragma once
#include <stdbool.h>

#include "base/arena.h"

/* d3.ticks: @return *n values in the arena, a million at most */
const double *jutu_ticks(double start, double stop, double count, JutuArena *arena, size_t *n);
/* d3.tickIncrement: negative and inverted below 1; d3.tickStep: positive. */
double jutu_tick_increment(double start, double stop, double count);
double jutu_tick_step(double start, double stop, double count);

typedef struct {
    double extent[2];    /* required */
    double maxbins;      /* 0: 20 */
    double base;         /* 0: 10 */
    double step;         /* 0: computed */
    const double *steps; /* allowed steps; NULL: none */
    size_t n_steps;
    double minstep;       /* 0: none */
    double span;          /* 0: of extent */
    const double *divide; /* NULL: 5, 2 */
    size_t n_divide;
    bool exact; /* nice: false */
    double anchor;
    bool has_anchor;
} JutuBinOptions;

typedef struct {
    double start, stop, step;
} JutuBins;

/* vega-statistics' bin(); with an anchor, what vega-transforms' Bin makes of it: a whole number of
 * steps, one of which begins there. */
JutuBins jutu_bins(const JutuBinOptions *options);

/* How many steps n bands with these paddings, in steps, take: Vega's bandspace(). */
double jutu_band_space(double n, double padding_inner, double padding_outer);
