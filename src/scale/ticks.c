#include "scale/ticks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/tick.h"
#include "scale/continuous.h"

/* Vega's units and d3's names of their intervals. */
static const char *const units[][2] = {
    { "year", "year" },      { "quarter", "quarter" }, { "month", "month" },
    { "week", "week" },      { "isoweek", "monday" },  { "date", "day" },
    { "day", "day" },        { "dayofyear", "day" },   { "hours", "hour" },
    { "minutes", "minute" }, { "seconds", "second" },  { "milliseconds", "millisecond" },
};

JutuTickCount jutu_tick_interval(const char *unit, double step)
{
    JutuTickCount count = jutu_tick_default();
    const char *name = step > 0 ? unit : NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (strcmp(unit, units[i][0]) == 0)
            name = units[i][1];
    if (name)
        count.interval = jutu_interval_find(name);
    if (step > 0 && count.interval.type)
        count.interval = jutu_interval_every(count.interval, step);
    return count;
}

JutuTickCount jutu_tick_count(const JutuScale *scale, JutuTickCount count, double min_step)
{
    double extent[2];
    if (count.interval.type || isnan(count.count))
        return count;
    if (scale->bins)
        count.count = fmax(count.count, (double)scale->n_bins);
    if (isnan(min_step))
        return count;
    jutu_scale_extent(scale, extent);
    double low = fmin(extent[0], extent[1]), high = fmax(extent[0], extent[1]);
    double most = floor((high - low) / min_step);
    if (isnan(most) || most == 0)
        most = 1;
    count.count = fmin(count.count, most + 1);
    bool even = !scale->bins && !scale->type->logarithmic && !scale->type->temporal;
    if (even && low < high) /* steps only grow as the count falls */
        while (count.count > 1 && jutu_tick_step(low, high, count.count) < min_step)
            count.count--;
    return count;
}

typedef struct {
    JutuValue value;
    double place;
    size_t index;
} Tick;

static int by_place(const void *a, const void *b)
{
    const Tick *one = a, *other = b;
    if (one->place != other->place)
        return one->place < other->place ? -1 : 1;
    return one->index < other->index ? -1 : one->index > other->index;
}

/* Every other one, until there are at most `count`; fewer than three are the two ends. */
static size_t thin_out(JutuValue *ticks, size_t n, double count)
{
    JutuValue last = ticks[n - 1];
    while ((double)n > count && n >= 3) {
        for (size_t i = 0; 2 * i < n; i++)
            ticks[i] = ticks[2 * i];
        n = (n + 1) / 2;
    }
    if (n >= 3)
        return n;
    ticks[1] = last;
    return 2;
}

const JutuValue *jutu_scale_valid_ticks(const JutuScale *scale, const JutuValue *values,
                                        JutuTickCount count, JutuArena *arena, size_t *n)
{
    double first = scale->n_range ? jutu_to_number(scale->range[0]) : NAN;
    double last = scale->n_range ? jutu_to_number(scale->range[scale->n_range - 1]) : NAN;
    bool falls = first > last;
    double low = floor(fmin(first, last)), high = ceil(fmax(first, last));
    Tick *ticks = jutu_new(arena, Tick, *n);
    size_t kept = 0;
    for (size_t i = 0; i < *n; i++) {
        double place = jutu_scale_number(scale, values[i]);
        if (low <= place && place <= high)
            ticks[kept++] = (Tick){ values[i], falls ? -place : place, i };
    }
    if (kept)
        qsort(ticks, kept, sizeof(Tick), by_place);
    JutuValue *valid = jutu_new(arena, JutuValue, kept);
    for (size_t i = 0; i < kept; i++)
        valid[i] = ticks[i].value;
    if (!count.interval.type && count.count > 0 && kept > 1)
        kept = thin_out(valid, kept, count.count);
    *n = kept;
    return valid;
}

const JutuValue *jutu_scale_ticks(const JutuScale *scale, JutuTickCount count, JutuArena *arena,
                                  size_t *n)
{
    if (scale->bins) {
        *n = scale->n_bins;
        const JutuValue *bins = jutu_values_of(scale->bins, *n, false, arena);
        return jutu_scale_valid_ticks(scale, bins, count, arena, n);
    }
    if (scale->type->ticks)
        return scale->type->ticks(scale, count, arena, n);
    *n = scale->n_domain;
    return scale->domain;
}
