/* quantile: as many values below each threshold as between the next two. */
#include <math.h>

#include "base/stats.h"
#include "scale/continuous.h"
#include "scale/steps.h"

static void prepare(JutuScale *scale)
{
    JutuArena *arena = scale->context->arena;
    double *sorted = jutu_new(arena, double, scale->n_domain);
    size_t n = 0, n_range = MAX(1, scale->n_range);
    for (size_t i = 0; i < scale->n_domain; i++) {
        double number = jutu_to_number(scale->domain[i]);
        if (!jutu_is_nullish(scale->domain[i]) && !isnan(number))
            sorted[n++] = number;
    }
    jutu_sort_numbers(sorted, n);
    scale->domain = jutu_values_of(sorted, n, false, arena);
    scale->n_domain = n;

    double *thresholds = jutu_new(arena, double, n_range - 1);
    for (size_t i = 1; i < n_range; i++)
        thresholds[i - 1] = jutu_quantile_sorted(sorted, n, (double)i / (double)n_range);
    jutu_steps_set(scale, thresholds, n_range - 1);
}

static double least_step(const JutuScale *scale)
{
    size_t n;
    const double *thresholds = jutu_steps_thresholds(scale, &n);
    return jutu_least_distance(thresholds, n);
}

/* Only numbers have a rank. */
static JutuValue ranked(JutuValue value)
{
    return jutu_is_nullish(value) ? value : jutu_number(jutu_to_number(value));
}

static size_t pick(const JutuScale *scale, JutuValue value)
{
    return jutu_steps_pick(scale, ranked(value));
}

static JutuValue map(const JutuScale *scale, JutuValue value)
{
    return jutu_steps_map(scale, ranked(value));
}

static void init(JutuScale *scale)
{
    scale->n_domain = scale->n_range = 0;
}

const JutuScaleType jutu_scale_quantile = {
    .name = "quantile",
    .doc = "Each value of the range stands for equally many data.",
    .wants_all = true,
    .takes = "scheme interpolate bins",
    .discretizing = true,
    .init = init,
    .prepare = prepare,
    .map = map,
    .pick = pick,
    .thresholds = jutu_steps_thresholds,
    .least_step = least_step,
};
