/* quantize: each value of the range stands for an equal part of the domain. */
#include <math.h>

#include "scale/continuous.h"
#include "scale/steps.h"

static void prepare(JutuScale *scale)
{
    size_t n = scale->n_range > 0 ? scale->n_range - 1 : 0;
    scale->n_domain = MIN(2, scale->n_domain);
    double x0 = scale->n_domain > 0 ? jutu_to_number(scale->domain[0]) : NAN;
    double x1 = scale->n_domain > 1 ? jutu_to_number(scale->domain[1]) : NAN;
    double *thresholds = jutu_new(scale->context->arena, double, n);
    for (size_t i = 0; i < n; i++)
        thresholds[i] = ((double)(i + 1) * x1 + (double)(n - i) * x0) / (double)(n + 1);
    jutu_steps_set(scale, thresholds, n);
}

static double least_step(const JutuScale *scale)
{
    double extent[2];
    jutu_scale_extent(scale, extent);
    return jutu_least_distance(extent, 2);
}

const JutuScaleType jutu_scale_quantize = {
    .name = "quantize",
    .doc = "Each value of the range stands for an equal part of the domain.",
    .takes = "scheme interpolate bins nice zero",
    .discretizing = true,
    .spanned = true,
    .prepare = prepare,
    .map = jutu_steps_map,
    .pick = jutu_steps_pick,
    .nice = jutu_linear_nice,
    .ticks = jutu_linear_ticks,
    .thresholds = jutu_steps_thresholds,
    .least_step = least_step,
};
