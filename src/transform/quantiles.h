/* Order statistics of plain numbers. */
#pragma once
#include <stddef.h>

/* Sorts numbers, none of them NaN. */
void jutu_sort_numbers(double *numbers, size_t n);

/* d3's quantileSorted: linear between neighbours; NaN if there are no numbers. */
double jutu_quantile(const double *sorted, size_t n, double p);

/* d3's deviation of numbers, none of them NaN; NaN of fewer than two. */
double jutu_deviation(const double *numbers, size_t n);
