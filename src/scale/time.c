/* time: dates, with ticks by the local calendar. */
#include <math.h>

#include "scale/continuous.h"
#include "scale/time_scale.h"
#include "scale/tween.h"

/* Numbers are dates too, as whole milliseconds. */
void jutu_time_prepare(JutuScale *scale)
{
    JutuValue *domain = jutu_copy(scale->context->arena, JutuValue, scale->domain, scale->n_domain);
    for (size_t i = 0; i < scale->n_domain; i++)
        if (domain[i].type != JUTU_DATE)
            domain[i] = jutu_date(jutu_round(jutu_to_number(domain[i])));
    scale->domain = domain;
    jutu_continuous_prepare(scale);
}

JutuValue jutu_time_invert(const JutuScale *scale, double out, JutuArena *arena)
{
    (void)arena;
    return jutu_date(jutu_round(jutu_continuous_invert_number(scale, out)));
}

static double step_of(JutuTickCount count)
{
    return count.step > 0 ? floor(count.step) : 1;
}

/* The next boundary: a step on from the last one before, which is perhaps shorter, as at a month's
 * end. */
static double ceil_every(JutuTickCount count, double ms, const JutuZone *zone)
{
    double step = step_of(count);
    double before = jutu_interval_floor_every(count.interval, step, ms - 1, zone);
    return jutu_interval_floor_every(count.interval, step,
                                     count.interval->offset(before, step, zone), zone);
}

void jutu_time_scale_nice(JutuScale *scale, JutuTickCount count)
{
    double extent[2];
    if (scale->n_domain == 0)
        return;
    jutu_scale_extent(scale, extent);
    int low = extent[1] < extent[0] ? 1 : 0;
    if (isnan(extent[0]) || isnan(extent[1]))
        return;
    if (count.interval) {
        extent[low] = jutu_interval_floor_every(count.interval, step_of(count), extent[low],
                                                scale->zone);
        extent[1 - low] = ceil_every(count, extent[1 - low], scale->zone);
    } else {
        jutu_time_nice(&extent[low], &extent[1 - low], jutu_count_or(count, 10), scale->zone);
    }
    jutu_scale_set_extent(scale, extent[0], extent[1]);
}

const JutuValue *jutu_time_scale_ticks(const JutuScale *scale, JutuTickCount count,
                                       JutuArena *arena, size_t *n)
{
    double extent[2];
    jutu_scale_extent(scale, extent);
    bool falls = extent[1] < extent[0];
    double start = extent[falls ? 1 : 0], stop = extent[falls ? 0 : 1];
    const double *found = count.interval
                              ? jutu_interval_range(count.interval, step_of(count), start, stop + 1,
                                                    scale->zone, arena, n)
                              : jutu_time_ticks(start, stop, jutu_count_or(count, 10), scale->zone,
                                                arena, n);
    JutuValue *values = jutu_new(arena, JutuValue, *n);
    for (size_t i = 0; i < *n; i++)
        values[i] = jutu_date(found[falls ? *n - 1 - i : i]);
    return values;
}

static void init(JutuScale *scale)
{
    const JutuZone *zone = scale->context->zone;
    double days[] = { jutu_date_make(2000, 0, 1, 0, 0, 0, 0, zone),
                      jutu_date_make(2000, 0, 2, 0, 0, 0, 0, zone) };
    scale->zone = zone;
    jutu_scale_set_domain(scale, days, 2);
}

const JutuScaleType jutu_scale_time = {
    .name = "time",
    .doc = "Dates, with ticks by the local calendar.",
    .takes = JUTU_TAKES_CONTINUOUS,
    .continuous = true,
    .temporal = true,
    .padded = true,
    .init = init,
    .prepare = jutu_time_prepare,
    .map = jutu_continuous_map,
    .map_numbers = jutu_continuous_map_numbers,
    .map_colors = jutu_continuous_map_colors,
    .invert = jutu_time_invert,
    .nice = jutu_time_scale_nice,
    .ticks = jutu_time_scale_ticks,
};
