#include "transform/quantiles.h"

#include <math.h>
#include <stdlib.h>

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void jutu_sort_numbers(double *numbers, size_t n)
{
    if (n > 1)
        qsort(numbers, n, sizeof(double), ascending);
}

double jutu_quantile(const double *sorted, size_t n, double p)
{
    if (n == 0 || isnan(p))
        return NAN;
    if (p <= 0 || n < 2)
        return sorted[0];
    if (p >= 1)
        return sorted[n - 1];
    double at = (double)(n - 1) * p, below = floor(at);
    size_t i = (size_t)below;
    return sorted[i] + (sorted[i + 1] - sorted[i]) * (at - below);
}

double jutu_deviation(const double *numbers, size_t n)
{
    double mean = 0, sum = 0;
    for (size_t i = 0; i < n; i++) {
        double delta = numbers[i] - mean;
        mean += delta / (double)(i + 1);
        sum += delta * (numbers[i] - mean);
    }
    return n > 1 ? sqrt(sum / (double)(n - 1)) : NAN;
}
