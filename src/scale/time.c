/* time: dates, with ticks by the local calendar. */
#include <math.h>

#include "base/number.h"
#include "scale/continuous.h"
#include "scale/time_scale.h"

/* Numbers are dates too, as whole milliseconds. */
void jutu_time_prepare(JutuScale *scale)
{
    JutuValue *domain = jutu_new(scale->context->arena, JutuValue, scale->n_domain);
    for (size_t i = 0; i < scale->n_domain; i++) {
        JutuValue value = scale->domain[i];
        bool is_date = value.type == JUTU_DATE;
        domain[i] = is_date ? value : jutu_date(jutu_round(jutu_to_number(value)));
    }
    scale->domain = domain;
    jutu_continuous_prepare(scale);
}

JutuValue jutu_time_invert(const JutuScale *scale, double out, JutuArena *arena)
{
    (void)arena;
    static const double furthest = 8.64e15; /* JavaScript's last date */
    double ms = jutu_round(jutu_continuous_invert_number(scale, out));
    return jutu_date(fabs(ms) > furthest ? NAN : ms);
}

void jutu_time_scale_nice(JutuScale *scale, JutuTickCount count)
{
    double extent[2];
    if (scale->n_domain == 0)
        return;
    jutu_scale_extent(scale, extent);
    if (count.interval.type)
        jutu_time_nice_every(count.interval, &extent[0], &extent[1], scale->zone);
    else
        jutu_time_nice(&extent[0], &extent[1], jutu_count_or(count, 10), scale->zone);
    jutu_scale_set_extent(scale, extent[0], extent[1]);
}

const JutuValue *jutu_time_scale_ticks(const JutuScale *scale, JutuTickCount count,
                                       JutuArena *arena, size_t *n)
{
    double extent[2];
    jutu_scale_extent(scale, extent);
    const double *ticks = count.interval.type
                              ? jutu_time_ticks_every(count.interval, extent[0], extent[1],
                                                      scale->zone, arena, n)
                              : jutu_time_ticks(extent[0], extent[1], jutu_count_or(count, 10),
                                                scale->zone, arena, n);
    return jutu_values_of(ticks, *n, true, arena);
}

void jutu_time_init(JutuScale *scale, const JutuZone *zone)
{
    static const double new_year = 946684800000, day = 86400000;
    double first_day[] = { jutu_zone_to_utc(zone, new_year),
                           jutu_zone_to_utc(zone, new_year + day) };
    scale->zone = zone;
    jutu_scale_set_domain(scale, first_day, 2);
}

static void init(JutuScale *scale)
{
    jutu_time_init(scale, scale->context->zone);
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
    .color = jutu_continuous_color,
    .invert = jutu_time_invert,
    .nice = jutu_time_scale_nice,
    .ticks = jutu_time_scale_ticks,
};
