/* Ticks of a time domain: which interval cuts it into about so many parts. */
#include <math.h>

#include "base/date.h"
#include "base/interval.h"
#include "base/tick.h"

#define MONTH (30 * JUTU_MS_PER_DAY)
#define YEAR (365 * JUTU_MS_PER_DAY)

static const struct {
    JutuIntervalKind kind;
    double step, length;
} choices[] = {
    { JUTU_INTERVAL_SECOND, 1, JUTU_MS_PER_SECOND },
    { JUTU_INTERVAL_SECOND, 5, 5 * JUTU_MS_PER_SECOND },
    { JUTU_INTERVAL_SECOND, 15, 15 * JUTU_MS_PER_SECOND },
    { JUTU_INTERVAL_SECOND, 30, 30 * JUTU_MS_PER_SECOND },
    { JUTU_INTERVAL_MINUTE, 1, JUTU_MS_PER_MINUTE },
    { JUTU_INTERVAL_MINUTE, 5, 5 * JUTU_MS_PER_MINUTE },
    { JUTU_INTERVAL_MINUTE, 15, 15 * JUTU_MS_PER_MINUTE },
    { JUTU_INTERVAL_MINUTE, 30, 30 * JUTU_MS_PER_MINUTE },
    { JUTU_INTERVAL_HOUR, 1, JUTU_MS_PER_HOUR },
    { JUTU_INTERVAL_HOUR, 3, 3 * JUTU_MS_PER_HOUR },
    { JUTU_INTERVAL_HOUR, 6, 6 * JUTU_MS_PER_HOUR },
    { JUTU_INTERVAL_HOUR, 12, 12 * JUTU_MS_PER_HOUR },
    { JUTU_INTERVAL_DAY, 1, JUTU_MS_PER_DAY },
    { JUTU_INTERVAL_DAY, 2, 2 * JUTU_MS_PER_DAY },
    { JUTU_INTERVAL_SUNDAY, 1, 7 * JUTU_MS_PER_DAY },
    { JUTU_INTERVAL_MONTH, 1, MONTH },
    { JUTU_INTERVAL_MONTH, 3, 3 * MONTH },
    { JUTU_INTERVAL_YEAR, 1, YEAR },
};

enum { N_CHOICES = sizeof(choices) / sizeof(choices[0]) };

/* d3's tickInterval(): the one that cuts a time domain into about `count` parts. */
static JutuInterval tick_interval(double start, double stop, double count, const JutuZone *zone)
{
    double target = fabs(stop - start) / count;
    size_t i = 0;
    while (i < N_CHOICES && !(choices[i].length > target)) /* NaN is beyond all */
        i++;
    if (i == N_CHOICES) {
        double step = jutu_tick_step(start / YEAR, stop / YEAR, count);
        return jutu_interval_every(jutu_interval(JUTU_INTERVAL_YEAR), step);
    }
    if (i == 0) {
        double step = jutu_tick_step(start, stop, count);
        return jutu_interval_every(jutu_interval(JUTU_INTERVAL_MILLISECOND), step < 1 ? 1 : step);
    }
    if (target / choices[i - 1].length < choices[i].length / target)
        i--;
    JutuIntervalKind kind = choices[i].kind;
    if (!zone && kind == JUTU_INTERVAL_DAY)
        kind =
            JUTU_INTERVAL_UNIX_DAY; /* as d3 counts days in UTC: every other day, across months */
    return jutu_interval_every(jutu_interval(kind), choices[i].step);
}

const double *jutu_time_ticks_every(JutuInterval interval, double start, double stop,
                                    const JutuZone *zone, JutuArena *arena, size_t *n)
{
    *n = 0;
    if (!interval.type)
        return jutu_new(arena, double, 1);
    double low = stop < start ? stop : start, high = stop < start ? start : stop;
    const double *ticks = jutu_interval_range(interval, low, high + 1, 1, zone, arena, n);
    if (!(stop < start))
        return ticks;
    double *turned = jutu_new(arena, double, *n + 1);
    for (size_t i = 0; i < *n; i++)
        turned[i] = ticks[*n - 1 - i];
    return turned;
}

const double *jutu_time_ticks(double start, double stop, double count, const JutuZone *zone,
                              JutuArena *arena, size_t *n)
{
    double low = stop < start ? stop : start, high = stop < start ? start : stop;
    JutuInterval interval = tick_interval(low, high, count, zone);
    return jutu_time_ticks_every(interval, start, stop, zone, arena, n);
}

void jutu_time_nice_every(JutuInterval interval, double *start, double *stop, const JutuZone *zone)
{
    if (!interval.type)
        return;
    double *low = *stop < *start ? stop : start, *high = *stop < *start ? start : stop;
    *low = jutu_interval_floor(interval, *low, zone);
    *high = jutu_interval_ceil(interval, *high, zone);
}

void jutu_time_nice(double *start, double *stop, double count, const JutuZone *zone)
{
    jutu_time_nice_every(tick_interval(*start, *stop, count, zone), start, stop, zone);
}
