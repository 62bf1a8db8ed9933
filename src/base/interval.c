/* d3-time's intervals: a table of where units begin, and what follows from it. */
#include "base/interval.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/date.h"

#define MS_PER_WEEK (7 * JUTU_MS_PER_DAY)
/* Starts are tried one by one, as in d3, where a local time that a gap moves stays moved; more
 * than so many are jumped over. */
#define MAX_STEPS 1000

struct JutuIntervalType {
    const char *name;
    double (*floor)(const JutuIntervalType *type, double ms, const JutuZone *zone);
    double (*offset)(const JutuIntervalType *type, double ms, double steps, const JutuZone *zone);
    /* of two starts */
    double (*count)(const JutuIntervalType *type, double start, double end, const JutuZone *zone);
    /* what every(step) divides; NULL: the count since 1970 */
    double (*field)(double ms, const JutuZone *zone);
    double length;  /* ms, where all are equally long */
    double step;    /* of the interval of this name; 0: 1 */
    int weekday;    /* on which weeks begin */
    bool multiples; /* every(step) is computed from the step */
    bool unbounded; /* every(step) has no bound */
};

static double modulo(double x, double by)
{
    return x - floor(x / by) * by;
}

static double floor_none(const JutuIntervalType *type, double ms, const JutuZone *zone)
{
    (void)type;
    (void)zone;
    return ms;
}

/* Seconds, minutes, hours: a zone's offset may be no multiple of them. */
static double floor_clock(const JutuIntervalType *type, double ms, const JutuZone *zone)
{
    return ms - modulo(jutu_date_local(ms, zone), type->length);
}

static double floor_day(const JutuIntervalType *type, double ms, const JutuZone *zone)
{
    (void)type;
    double local = jutu_date_local(ms, zone);
    return jutu_date_from_local(local - modulo(local, JUTU_MS_PER_DAY), zone);
}

/* Two steps, as in JavaScript: going back to a day may meet a gap of its own. */
static double floor_week(const JutuIntervalType *type, double ms, const JutuZone *zone)
{
    double days = floor(jutu_date_local(ms, zone) / JUTU_MS_PER_DAY);
    double since = modulo(days + 4 - type->weekday, 7); /* 1970 began on a Thursday */
    return floor_day(type, jutu_date_add_days(ms, -since, zone), zone);
}

static double floor_month(const JutuIntervalType *type, double ms, const JutuZone *zone)
{
    double since = jutu_calendar(ms, zone).day - 1;
    return floor_day(type, jutu_date_add_days(ms, -since, zone), zone);
}

static double floor_year(const JutuIntervalType *type, double ms, const JutuZone *zone)
{
    double local = jutu_date_local(ms, zone);
    JutuDateParts parts = { .year = jutu_calendar(ms, zone).year, .day = 1 };
    double start = jutu_date_join(parts, NULL) + modulo(local, JUTU_MS_PER_DAY);
    return floor_day(type, jutu_date_from_local(start, zone), zone);
}

static double offset_ms(const JutuIntervalType *type, double ms, double steps, const JutuZone *zone)
{
    (void)zone;
    return jutu_date_clip(ms + steps * type->length);
}

static double offset_days(const JutuIntervalType *type, double ms, double steps,
                          const JutuZone *zone)
{
    return jutu_date_add_days(ms, steps * type->length / JUTU_MS_PER_DAY, zone);
}

static double offset_months(const JutuIntervalType *type, double ms, double steps,
                            const JutuZone *zone)
{
    (void)type;
    return jutu_date_add_months(ms, steps, zone);
}

static double offset_years(const JutuIntervalType *type, double ms, double steps,
                           const JutuZone *zone)
{
    (void)type;
    return jutu_date_add_months(ms, 12 * steps, zone);
}

static double count_ms(const JutuIntervalType *type, double start, double end, const JutuZone *zone)
{
    (void)zone;
    return (end - start) / type->length;
}

/* Days of the wall clock: one of 23 hours is a day as well. */
static double count_days(const JutuIntervalType *type, double start, double end,
                         const JutuZone *zone)
{
    double turned = jutu_date_zone_minutes(end, zone) - jutu_date_zone_minutes(start, zone);
    return (end - start - turned * JUTU_MS_PER_MINUTE) / type->length;
}

static double count_years(const JutuIntervalType *type, double start, double end,
                          const JutuZone *zone)
{
    (void)type;
    return jutu_calendar(end, zone).year - jutu_calendar(start, zone).year;
}

static double count_months(const JutuIntervalType *type, double start, double end,
                           const JutuZone *zone)
{
    double months = jutu_calendar(end, zone).month - jutu_calendar(start, zone).month;
    return months + 12 * count_years(type, start, end, zone);
}

/* Of UTC even for a local time, as d3 has it: no zone that is left differs in seconds. */
static double field_second(double ms, const JutuZone *zone)
{
    (void)zone;
    return jutu_calendar(ms, NULL).seconds;
}

static double field_minute(double ms, const JutuZone *zone)
{
    return jutu_calendar(ms, zone).minutes;
}

static double field_hour(double ms, const JutuZone *zone)
{
    return jutu_calendar(ms, zone).hours;
}

static double field_day(double ms, const JutuZone *zone)
{
    return jutu_calendar(ms, zone).day - 1;
}

static double field_unix_day(double ms, const JutuZone *zone)
{
    (void)zone;
    return floor(ms / JUTU_MS_PER_DAY);
}

static double field_month(double ms, const JutuZone *zone)
{
    return jutu_calendar(ms, zone).month;
}

#define CLOCK floor_clock, offset_ms, count_ms
#define DAYS(start) start, offset_days, count_days
#define MONTHS floor_month, offset_months, count_months, field_month
#define WEEK(title, day) \
    { \
        title, DAYS(floor_week), NULL, MS_PER_WEEK, .weekday = day, .unbounded = true \
    }

static const JutuIntervalType types[] = {
    [JUTU_INTERVAL_MILLISECOND] = { "millisecond", floor_none, offset_ms, count_ms, NULL, 1,
                                    .multiples = true },
    [JUTU_INTERVAL_SECOND] = { "second", CLOCK, field_second, JUTU_MS_PER_SECOND },
    [JUTU_INTERVAL_MINUTE] = { "minute", CLOCK, field_minute, JUTU_MS_PER_MINUTE },
    [JUTU_INTERVAL_HOUR] = { "hour", CLOCK, field_hour, JUTU_MS_PER_HOUR },
    [JUTU_INTERVAL_DAY] = { "day", DAYS(floor_day), field_day, JUTU_MS_PER_DAY },
    [JUTU_INTERVAL_UNIX_DAY] = { "unixday", DAYS(floor_day), field_unix_day, JUTU_MS_PER_DAY,
                                 .unbounded = true },
    [JUTU_INTERVAL_SUNDAY] = WEEK("sunday", 0),
    [JUTU_INTERVAL_MONDAY] = WEEK("monday", 1),
    [JUTU_INTERVAL_TUESDAY] = WEEK("tuesday", 2),
    [JUTU_INTERVAL_WEDNESDAY] = WEEK("wednesday", 3),
    [JUTU_INTERVAL_THURSDAY] = WEEK("thursday", 4),
    [JUTU_INTERVAL_FRIDAY] = WEEK("friday", 5),
    [JUTU_INTERVAL_SATURDAY] = WEEK("saturday", 6),
    [JUTU_INTERVAL_MONTH] = { "month", MONTHS },
    [JUTU_INTERVAL_QUARTER] = { "quarter", MONTHS, .step = 3 },
    [JUTU_INTERVAL_YEAR] = { "year", floor_year, offset_years, count_years, .multiples = true },
};

JutuInterval jutu_interval(JutuIntervalKind kind)
{
    return (JutuInterval){ &types[kind], types[kind].step > 1 ? types[kind].step : 1 };
}

JutuInterval jutu_interval_find(const char *name)
{
    if (strcmp(name, "week") == 0)
        name = types[JUTU_INTERVAL_SUNDAY].name;
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (strcmp(types[i].name, name) == 0)
            return jutu_interval((JutuIntervalKind)i);
    }
    return (JutuInterval){ 0 };
}

JutuInterval jutu_interval_every(JutuInterval interval, double step)
{
    step = floor(step);
    if (!interval.type || !isfinite(step) || step < 1)
        return (JutuInterval){ 0 };
    return (JutuInterval){ interval.type, interval.step * step };
}

static double floor_one(JutuInterval interval, double ms, const JutuZone *zone)
{
    return interval.type->floor(interval.type, ms, zone);
}

static double offset_one(JutuInterval interval, double ms, double steps, const JutuZone *zone)
{
    return interval.type->offset(interval.type, ms, steps, zone);
}

double jutu_interval_count(JutuInterval interval, double start, double end, const JutuZone *zone)
{
    start = floor_one(interval, jutu_date_clip(start), zone);
    end = floor_one(interval, jutu_date_clip(end), zone);
    return floor(interval.type->count(interval.type, start, end, zone));
}

static double position_of(JutuInterval interval, double ms, const JutuZone *zone)
{
    return interval.type->field ? interval.type->field(ms, zone)
                                : jutu_interval_count(interval, 0, ms, zone);
}

/* Whether every(step) has this start. */
static bool is_chosen(JutuInterval interval, double ms, const JutuZone *zone)
{
    return fmod(position_of(interval, ms, zone), interval.step) == 0;
}

/* The start at or before a moment whose number, in units of the type, is a multiple of the step. */
static double floor_multiple(JutuInterval interval, double ms, const JutuZone *zone)
{
    if (interval.type->length == 1)
        return jutu_date_clip(floor(ms / interval.step) * interval.step);
    double year = jutu_calendar(ms, zone).year;
    double back = modulo(year, interval.step);
    return floor_one(interval, offset_one(interval, ms, -back, zone), zone);
}

/* Goes on in one direction until every(step) has the start. */
static double seek(JutuInterval interval, double ms, double direction, const JutuZone *zone)
{
    if (interval.type->unbounded && interval.step > MAX_STEPS) {
        double at = position_of(interval, ms, zone);
        double distance = direction > 0 ? interval.step - modulo(at, interval.step)
                                        : -modulo(at - 1, interval.step) - 1;
        double there = offset_one(interval, ms, distance, zone);
        if (isnan(there) || is_chosen(interval, there, zone))
            return there;
    }
    do
        ms = offset_one(interval, ms, direction, zone);
    while (!isnan(ms) && !is_chosen(interval, ms, zone));
    return ms;
}

double jutu_interval_floor(JutuInterval interval, double ms, const JutuZone *zone)
{
    ms = jutu_date_clip(ms);
    if (isnan(ms))
        return NAN;
    if (interval.step > 1 && interval.type->multiples)
        return floor_multiple(interval, ms, zone);
    double start = floor_one(interval, ms, zone);
    if (interval.step > 1 && interval.type->unbounded && !is_chosen(interval, start, zone))
        start = floor_one(interval, seek(interval, start, -1, zone), zone);
    while (interval.step > 1 && !isnan(start) && !is_chosen(interval, start, zone))
        start = floor_one(interval, jutu_date_clip(start - 1), zone);
    return start;
}

double jutu_interval_offset(JutuInterval interval, double ms, double steps, const JutuZone *zone)
{
    ms = jutu_date_clip(ms);
    steps = floor(steps);
    if (isnan(ms) || isnan(steps))
        return NAN;
    if (interval.step <= 1 || interval.type->multiples)
        return offset_one(interval, ms, steps * interval.step, zone);
    for (double left = fabs(steps); left > 0 && !isnan(ms); left--)
        ms = seek(interval, ms, steps < 0 ? -1 : 1, zone);
    return ms;
}

double jutu_interval_ceil(JutuInterval interval, double ms, const JutuZone *zone)
{
    double before = jutu_interval_floor(interval, ms - 1, zone);
    return jutu_interval_floor(interval, jutu_interval_offset(interval, before, 1, zone), zone);
}

const double *jutu_interval_range(JutuInterval interval, double start, double stop, double step,
                                  const JutuZone *zone, JutuArena *arena, size_t *n)
{
    size_t room = 32;
    double *out = jutu_new(arena, double, room);
    double at = jutu_interval_ceil(interval, start, zone), previous = -INFINITY;
    *n = 0;
    step = floor(step);
    while (step > 0 && previous < at && at < stop && *n < JUTU_RANGE_MAX) {
        if (*n == room) {
            double *more = jutu_new(arena, double, 2 * room);
            memcpy(more, out, room * sizeof(double));
            out = more;
            room *= 2;
        }
        out[(*n)++] = previous = at;
        at = jutu_interval_floor(interval, jutu_interval_offset(interval, at, step, zone), zone);
    }
    return out;
}
