/* threshold: the domain lists where the next value of the range begins. */
#include "scale/steps.h"

static void prepare(JutuScale *scale)
{
    size_t n = scale->n_range > 0 ? MIN(scale->n_domain, scale->n_range - 1) : 0;
    double *thresholds = jutu_new(scale->context->arena, double, n);
    for (size_t i = 0; i < n; i++)
        thresholds[i] = jutu_to_number(scale->domain[i]);
    jutu_steps_set(scale, thresholds, n);
}

static void init(JutuScale *scale)
{
    static const double half = 0.5;
    jutu_scale_set_domain(scale, &half, 1);
}

const JutuScaleType jutu_scale_threshold = {
    .name = "threshold",
    .doc = "The domain lists where the next value of the range begins.",
    .takes = "scheme interpolate bins nice",
    .discretizing = true,
    .open_ended = true,
    .init = init,
    .prepare = prepare,
    .map = jutu_steps_map,
    .pick = jutu_steps_pick,
    .thresholds = jutu_steps_thresholds,
};
