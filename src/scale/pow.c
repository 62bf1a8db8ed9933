/* pow: the range grows with a power of the domain. */
#include "scale/pow.h"

#include <math.h>

#include "scale/continuous.h"

static double signed_power(double value, double exponent)
{
    if (exponent == 1)
        return value;
    if (exponent == 0.5)
        return value < 0 ? -sqrt(-value) : sqrt(value);
    if (exponent == 2)
        return value < 0 ? -value * value : value * value;
    return value < 0 ? -pow(-value, exponent) : pow(value, exponent);
}

double jutu_pow_lift(const JutuScale *scale, double value)
{
    return signed_power(value, scale->exponent);
}

double jutu_pow_ground(const JutuScale *scale, double lifted)
{
    return signed_power(lifted, 1 / scale->exponent);
}

const JutuScaleType jutu_scale_pow = {
    .name = "pow",
    .doc = "The range grows with a power of the domain, the exponent.",
    .precedence = 1,
    .takes = JUTU_TAKES_CONTINUOUS " exponent zero",
    .continuous = true,
    .ramps = true,
    .padded = true,
    .zeroed = true,
    .spanned = true,
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
