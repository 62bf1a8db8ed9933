/* bin-ordinal: each bin of a binned domain has its own value of the range. */
#include "scale/steps.h"

static void prepare(JutuScale *scale)
{
    size_t n = scale->n_domain;
    double *stops = jutu_new(scale->context->arena, double, n);
    for (size_t i = 0; i < n; i++)
        stops[i] = jutu_to_number(scale->domain[i]);
    jutu_steps_set(scale, stops, n);
}

/* The domain is the bins' boundaries: below the first there is no bin. But the remainder by which
 * Vega repeats a short range finds a single value there too. */
static size_t pick(const JutuScale *scale, JutuValue value)
{
    size_t below = jutu_steps_below(scale, value);
    if (below == SIZE_MAX || scale->n_range == 0 || (below == 0 && scale->n_range > 1))
        return SIZE_MAX;
    return below == 0 ? 0 : (below - 1) % scale->n_range;
}

static JutuValue map(const JutuScale *scale, JutuValue value)
{
    size_t at = pick(scale, value);
    return at == SIZE_MAX ? jutu_undefined() : scale->range[at];
}

const JutuScaleType jutu_scale_bin_ordinal = {
    .name = "bin-ordinal",
    .doc = "Each bin of a binned domain has its own value of the range.",
    .takes = "scheme interpolate bins",
    .discrete = true,
    .discretizing = true,
    .spanned = true,
    .prepare = prepare,
    .map = map,
    .pick = pick,
};
