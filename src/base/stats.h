/* Summaries of numbers, as d3-array computes them. NaN is no number: it is skipped, and the answer
 * where nothing is left. */
#pragma once
#include <stddef.h>

#include "base/arena.h"

double jutu_sum(const double *values, size_t n); /* 0 of nothing */
double jutu_mean(const double *values, size_t n);
double jutu_min(const double *values, size_t n);
double jutu_max(const double *values, size_t n);

/* Of the sample, with n - 1; NaN of fewer than two. */
double jutu_variance(const double *values, size_t n);
double jutu_deviation(const double *values, size_t n);

/* The commonest value, the first of them if there are several. */
double jutu_mode(const double *values, size_t n);

/* The sums up to each value; NaN counts as 0. In the arena. */
const double *jutu_cumulate(const double *values, size_t n, JutuArena *arena);

/* A copy in the arena, sorted, without NaN. */
const double *jutu_sorted(const double *values, size_t n, JutuArena *arena, size_t *n_sorted);

/* Sorts numbers, none of them NaN, in place. */
void jutu_sort_numbers(double *numbers, size_t n);

/* The quantile p (0 to 1) by linear interpolation, R's type 7, of sorted values without NaN. */
double jutu_quantile_sorted(const double *sorted, size_t n, double p);

/* The same of values in any order; for several p, sort once. */
double jutu_quantile(const double *values, size_t n, double p);
double jutu_median(const double *values, size_t n);

/* The share of a normal distribution of mean 0 and deviation 1 that lies below z. */
double jutu_normal_share(double z);
