/* utc: dates, with ticks by the calendar of Greenwich. */
#include "scale/continuous.h"
#include "scale/time_scale.h"

static void init(JutuScale *scale)
{
    jutu_time_init(scale, NULL);
}

const JutuScaleType jutu_scale_utc = {
    .name = "utc",
    .doc = "Dates, with ticks by the calendar of Greenwich.",
    .takes = JUTU_TAKES_CONTINUOUS,
    .continuous = true,
    .temporal = true,
    .padded = true,
    .init = init,
    .prepare = jutu_time_prepare,
    .map = jutu_continuous_map,
    .map_numbers = jutu_continuous_map_numbers,
    .color = jutu_continuous_color,
    .invert = jutu_time_invert,
    .nice = jutu_time_scale_nice,
    .ticks = jutu_time_scale_ticks,
};
