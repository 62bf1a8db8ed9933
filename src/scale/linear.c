/* linear: equal steps of the domain are equal steps of the range. */
#include "scale/continuous.h"

const JutuScaleType jutu_scale_linear = {
    .name = "linear",
    .doc = "Equal steps of the domain are equal steps of the range.",
    .takes = JUTU_TAKES_CONTINUOUS " zero",
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
};
