/* sqrt: the range grows with the square root of the domain. */
#include "scale/continuous.h"
#include "scale/pow.h"

static void halve(JutuScale *scale)
{
    scale->exponent = 0.5;
}

const JutuScaleType jutu_scale_sqrt = {
    .name = "sqrt",
    .doc = "The range grows with the square root of the domain.",
    .precedence = 1,
    .takes = JUTU_TAKES_CONTINUOUS " zero",
    .continuous = true,
    .ramps = true,
    .padded = true,
    .zeroed = true,
    .spanned = true,
    .init = halve,
    .prepare = jutu_continuous_prepare,
    .map = jutu_continuous_map,
    .map_numbers = jutu_continuous_map_numbers,
    .color = jutu_continuous_color,
    .invert = jutu_continuous_invert,
    .nice = jutu_linear_nice,
    .ticks = jutu_linear_ticks,
    .lift = jutu_pow_lift,
    .ground = jutu_pow_ground,
};
