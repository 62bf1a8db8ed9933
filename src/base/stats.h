/* Summaries of numbers, as d3-array computes them. NaN is no number: it is skipped, and the answer
 * where nothing is left. */
#pragma once
#include <stddef.h>

/* Of the sample, with n - 1; NaN of fewer than two. */
double jutu_variance(const double *values, size_t n);
double jutu_deviation(const double *values, size_t n);

/* Sorts numbers, none of them NaN, in place. */
void jutu_sort_numbers(double *numbers, size_t n);

/* The quantile p (0 to 1) by linear interpolation, R's type 7, of sorted values without NaN. */
double jutu_quantile_sorted(const double *sorted, size_t n, double p);

/* The same of values in any order; for several p, sort once. */
double jutu_quantile(const double *values, size_t n, double p);
double jutu_median(const double *values, size_t n);

/* The share of a normal distribution of mean 0 and deviation 1 that lies below z. */
double jutu_normal_share(double z);
