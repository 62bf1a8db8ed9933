/* sequential: an older name for a linear scale of colours. */
#include "scale/continuous.h"

/* A middle of the domain is of no account. */
static void prepare(JutuScale *scale)
{
    scale->n_domain = MIN(2, scale->n_domain);
    jutu_continuous_prepare(scale);
}

const JutuScaleType jutu_scale_sequential = {
    .name = "sequential",
    .doc = "A linear scale of colours; an older name.",
    .precedence = 1,
    .takes = "scheme interpolate bins zero",
    .continuous = true,
    .ramps = true,
    .always_ramps = true,
    .spanned = true,
    .prepare = prepare,
    .map = jutu_continuous_map,
    .map_numbers = jutu_continuous_map_numbers,
    .color = jutu_continuous_color,
    .invert = jutu_continuous_invert,
    .nice = jutu_linear_nice,
    .ticks = jutu_linear_ticks,
};
