/* symlog: logarithmic far from zero on both sides, linear near it. */
#include <math.h>

#include "scale/continuous.h"

static double lift(const JutuScale *scale, double value)
{
    return copysign(log1p(fabs(value / scale->constant)), value);
}

static double ground(const JutuScale *scale, double lifted)
{
    return copysign(expm1(fabs(lifted)), lifted) * scale->constant;
}

const JutuScaleType jutu_scale_symlog = {
    .name = "symlog",
    .doc = "Logarithmic far from zero on both sides, linear near it.",
    .precedence = 1,
    .takes = JUTU_TAKES_CONTINUOUS " constant zero",
    .continuous = true,
    .ramps = true,
    .padded = true,
    .spanned = true,
    .crowded = true,
    .prepare = jutu_continuous_prepare,
    .map = jutu_continuous_map,
    .map_numbers = jutu_continuous_map_numbers,
    .color = jutu_continuous_color,
    .invert = jutu_continuous_invert,
    .nice = jutu_linear_nice,
    .ticks = jutu_linear_ticks,
    .lift = lift,
    .ground = ground,
};
