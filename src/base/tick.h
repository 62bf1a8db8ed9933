/* d3-array's tick arithmetic and vega-statistics' binning. */
#pragma once
#include <stdbool.h>

#include "base/arena.h"

/* d3.ticks: @return *n values in the arena, a million at most */
const double *jutu_ticks(double start, double stop, double count, JutuArena *arena, size_t *n);
/* d3.tickIncrement: negative and inverted below 1; d3.tickStep: positive. */
double jutu_tick_increment(double start, double stop, double count);
double jutu_tick_step(double start, double stop, double count);
/* d3.nice */
void jutu_nice(double *start, double *stop, double count);

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

/* vega-statistics' bin(); the anchor plays no part. */
JutuBins jutu_bins(const JutuBinOptions *options);

/* What vega-transforms' Bin makes of them: a whole number of steps, one of which begins at the
 * anchor. */
JutuBins jutu_bins_aligned(const JutuBinOptions *options);

/* Where the bin of a value begins, the last bin taking what equals `stop`; infinite for values
 * outside, NaN for NaN. */
double jutu_bin_start(const JutuBins *bins, double value);
double jutu_bin_stop(const JutuBins *bins, double bin_start);
