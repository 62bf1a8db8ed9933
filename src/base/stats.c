#include "base/stats.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

/* Welford's recurrence: no difference of two great sums. */
double jutu_variance(const double *values, size_t n)
{
    size_t count = 0;
    double mean = 0, sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (isnan(values[i]))
            continue;
        double delta = values[i] - mean;
        mean += delta / (double)++count;
        sum += delta * (values[i] - mean);
    }
    return count > 1 ? sum / (double)(count - 1) : NAN;
}

double jutu_deviation(const double *values, size_t n)
{
    return sqrt(jutu_variance(values, n));
}

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

/* @return how many there are */
static size_t sort_into(double *out, const double *values, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        if (!isnan(values[i]))
            out[count++] = values[i];
    }
    jutu_sort_numbers(out, count);
    return count;
}

double jutu_quantile_sorted(const double *sorted, size_t n, double p)
{
    if (n == 0 || isnan(p))
        return NAN;
    if (p <= 0 || n < 2)
        return sorted[0];
    if (p >= 1)
        return sorted[n - 1];
    double place = (double)(n - 1) * p;
    size_t below = (size_t)place;
    double share = place - (double)below;
    return sorted[below] + (sorted[below + 1] - sorted[below]) * share;
}

double jutu_quantile(const double *values, size_t n, double p)
{
    g_autofree double *sorted = g_new(double, n);
    size_t count = sort_into(sorted, values, n);
    return jutu_quantile_sorted(sorted, count, p);
}

double jutu_median(const double *values, size_t n)
{
    return jutu_quantile(values, n, 0.5);
}

/* West (2009), "Better approximations to cumulative normal functions". */
double jutu_normal_share(double z)
{
    static const double above[] = { 3.52624965998911e-02, 0.700383064443688, 6.37396220353165,
                                    33.912866078383,      112.079291497871,  221.213596169931,
                                    220.206867912376 };
    static const double below[] = { 8.83883476483184e-02, 1.75566716318264, 16.064177579207,
                                    86.7807322029461,     296.564248779674, 637.333633378831,
                                    793.826512519948,     440.413735824752 };
    double size = fabs(z), tail = 0;
    if (!(size > 37)) { /* NaN stays NaN */
        double e = exp(-size * size / 2);
        if (size < 7.07106781186547) {
            double sum = 0, divisor = 0;
            for (size_t i = 0; i < G_N_ELEMENTS(above); i++)
                sum = sum * size + above[i];
            for (size_t i = 0; i < G_N_ELEMENTS(below); i++)
                divisor = divisor * size + below[i];
            tail = e * sum / divisor;
        } else {
            double sum = size + 0.65;
            for (int i = 4; i >= 1; i--)
                sum = size + i / sum;
            tail = e / sum / 2.506628274631;
        }
    }
    return z > 0 ? 1 - tail : tail;
}
