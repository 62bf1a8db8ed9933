/* threshold: the domain lists where the next value of the range begins. */
#include "scale/steps.h"

static void prepare(JutuScale *scale)
{
    size_t n = scale->n_range > 0 ? MIN(scale->n_domain, scale->n_range - 1) : 0;
    double *thresholds = jutu_new(scale->context->arena, double, scale->n_domain);
    for (size_t i = 0; i < scale->n_domain; i++)
        thresholds[i] = jutu_to_number(scale->domain[i]);
    jutu_steps_set(scale, thresholds, n);
}

/* All, though a short range has no values for the last ones: legends list them. */
static const double *thresholds_of(const JutuScale *scale, size_t *n)
{
    const double *thresholds = jutu_steps_thresholds(scale, n);
    *n = scale->n_domain;
    return thresholds;
}

/* a <= b as JavaScript has it; false where they don't compare. */
static bool at_most(JutuValue a, JutuValue b)
{
    int less = jutu_less(a, b);
    return less == 1 || (less == 0 && jutu_less(b, a) == 0);
}

/* Texts compare as texts: "10" is below "2". */
static size_t below_text(const JutuScale *scale, JutuValue value)
{
    size_t low = 0, high;
    jutu_steps_thresholds(scale, &high);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (at_most(scale->domain[middle], value))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t pick(const JutuScale *scale, JutuValue value)
{
    bool texts = value.type == JUTU_STRING && scale->n_domain > 0 &&
                 scale->domain[0].type == JUTU_STRING;
    if (!texts)
        return jutu_steps_pick(scale, value);
    size_t below = below_text(scale, value);
    return below < scale->n_range ? below : SIZE_MAX;
}

static JutuValue map(const JutuScale *scale, JutuValue value)
{
    size_t at = pick(scale, value);
    return at != SIZE_MAX ? scale->range[at] : jutu_steps_map(scale, value);
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
    .map = map,
    .pick = pick,
    .thresholds = thresholds_of,
};
