/* Functions of dates, in the render's time zone and in UTC. */
#include <math.h>
#include <string.h>

#include "base/time.h"
#include "base/written.h"
#include "data/typed_date.h"
#include "expr/eval.h"

/* The moment of new Date(value). */
static double moment(JutuEval *eval, JutuValue value)
{
    if (value.type == JUTU_NUMBER && jutu_is_written(value))
        return jutu_typed_date_parse(jutu_to_text(value, eval->arena), eval->context->zone);
    if (jutu_is_numeric(value))
        return jutu_date_clip(value.number);
    if (value.type >= JUTU_ARRAY)
        value = jutu_eval_string(eval, value);
    if (value.type == JUTU_STRING && jutu_rule_acts(eval->context, JUTU_RULE_typed_cells))
        return jutu_typed_date_parse(value.string, eval->context->zone);
    if (value.type == JUTU_STRING)
        return jutu_date_parse(value.string, eval->context->zone);
    return jutu_date_clip(jutu_eval_number(eval, value));
}

/* new Date(year, month, …) and Date.UTC(year, month, …) */
static double make_date(JutuEval *eval, const JutuValue *args, size_t n, const JutuZone *zone)
{
    double fields[7] = { NAN, 0, 1, 0, 0, 0, 0 };
    for (size_t i = 0; i < MIN(n, G_N_ELEMENTS(fields)); i++)
        fields[i] = jutu_eval_number(eval, args[i]);
    JutuDateParts parts = { fields[0], fields[1], fields[2], fields[3],
                            fields[4], fields[5], fields[6] };
    return jutu_date_make(parts, zone);
}

static JutuValue now(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)args, (void)n;
    return jutu_number(eval->context->now);
}

static JutuValue datetime(JutuEval *eval, const JutuValue *args, size_t n)
{
    if (n == 0)
        return jutu_date(eval->context->now);
    return jutu_date(n == 1 ? moment(eval, args[0])
                            : make_date(eval, args, n, eval->context->zone));
}

static JutuValue utc(JutuEval *eval, const JutuValue *args, size_t n)
{
    return jutu_number(make_date(eval, args, n, NULL));
}

static JutuValue milliseconds(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)n;
    return jutu_number(moment(eval, args[0]));
}

static JutuValue timezone_offset(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)n;
    return jutu_number(jutu_date_zone_minutes(moment(eval, args[0]), eval->context->zone));
}

/* A local and a utc… function of a moment and its calendar. */
#define FIELD(name, expression) FIELD_OR(name, NAN, expression)
#define FIELD_OR(name, invalid, expression) \
    static JutuValue field_##name(JutuEval *eval, JutuValue value, const JutuZone *zone) \
    { \
        double ms = moment(eval, value); \
        if (isnan(ms)) \
            return jutu_number(invalid); \
        JutuCalendar at = jutu_calendar(ms, zone); \
        return jutu_number(expression); \
    } \
    static JutuValue local_##name(JutuEval *eval, const JutuValue *args, size_t n) \
    { \
        return field_##name(eval, jutu_arg(args, n, 0), eval->context->zone); \
    } \
    static JutuValue utc_##name(JutuEval *eval, const JutuValue *args, size_t n) \
    { \
        return field_##name(eval, jutu_arg(args, n, 0), NULL); \
    }

FIELD(year, at.year)
FIELD_OR(quarter, 1, 1 + floor(at.month / 3.0)) /* as Vega has it */
FIELD(month, at.month)
FIELD(date, at.day)
FIELD(day, at.weekday)
FIELD(hours, at.hours)
FIELD(minutes, at.minutes)
FIELD(seconds, at.seconds)
FIELD(milliseconds, at.milliseconds)
FIELD(week, ((void)at, jutu_time_week(ms, zone)))
FIELD(dayofyear, ((void)at, jutu_time_day_of_year(ms, zone)))
FIELD(isoweek, ((void)at, jutu_time_iso_week(ms, zone)))

/* == Intervals == */

/* The interval of a time unit; its type is NULL if it is none. */
static JutuInterval find_unit(JutuValue name)
{
    bool utc_unit = false, binned = false;
    unsigned units = name.type == JUTU_STRING
                         ? jutu_time_unit_parse(name.string, &utc_unit, &binned)
                         : 0;
    bool single = units && (units & (units - 1)) == 0 && !utc_unit && !binned;
    return single ? jutu_time_unit_interval(units) : (JutuInterval){ 0 };
}

static JutuValue offset(JutuEval *eval, const JutuValue *args, size_t n, const JutuZone *zone)
{
    JutuInterval interval = find_unit(jutu_arg(args, n, 0));
    if (!interval.type)
        return jutu_undefined();
    double ms = jutu_date_clip(jutu_eval_number(eval, jutu_arg(args, n, 1))), steps = 1;
    if (!jutu_is_nullish(jutu_arg(args, n, 2)))
        steps = floor(jutu_eval_number(eval, args[2]));
    return jutu_date(jutu_date_clip(jutu_interval_offset(interval, ms, steps, zone)));
}

static JutuValue local_offset(JutuEval *eval, const JutuValue *args, size_t n)
{
    return offset(eval, args, n, eval->context->zone);
}

static JutuValue utc_offset(JutuEval *eval, const JutuValue *args, size_t n)
{
    return offset(eval, args, n, NULL);
}

/* interval.range(start, stop, steps) */
static JutuValue sequence(JutuEval *eval, const JutuValue *args, size_t n, const JutuZone *zone)
{
    JutuInterval interval = find_unit(jutu_arg(args, n, 0));
    if (!interval.type)
        return jutu_undefined();
    double start = jutu_date_clip(jutu_eval_number(eval, jutu_arg(args, n, 1))), steps = 1;
    double stop = jutu_eval_number(eval, jutu_arg(args, n, 2));
    if (!jutu_is_nullish(jutu_arg(args, n, 3)))
        steps = floor(jutu_eval_number(eval, args[3]));
    size_t count;
    const double *dates = jutu_interval_range(interval, start, stop, steps, zone, eval->arena,
                                              &count);
    JutuValue *items = jutu_eval_items(eval, count >= JUTU_RANGE_MAX ? count + 1 : count);
    for (size_t i = 0; items && i < count; i++)
        items[i] = jutu_date(dates[i]);
    return items ? jutu_array(items, count) : jutu_undefined();
}

static JutuValue local_sequence(JutuEval *eval, const JutuValue *args, size_t n)
{
    return sequence(eval, args, n, eval->context->zone);
}

static JutuValue utc_sequence(JutuEval *eval, const JutuValue *args, size_t n)
{
    return sequence(eval, args, n, NULL);
}

/* Two rows, for local time and UTC. */
#define FIELD_ROWS(name, min_args, what) \
    { #name,    #name "(date): " what ".", min_args, \
      JUTU_ANY, (min_args) ? JUTU_ONE : 0, .fn = local_##name }, \
    { \
        "utc" #name, "utc" #name "(date): " what ", in UTC.", min_args, JUTU_ANY, \
            (min_args) ? JUTU_ONE : 0, .fn = utc_##name \
    }

const JutuFunction jutu_functions_date[] = {
    { "now", "now(): when the chart is drawn, in milliseconds since 1970.", 0, JUTU_ANY,
      .fn = now },
    { "datetime", "datetime(year, month, day, …) or datetime(value): a date.", 0, JUTU_ANY,
      JUTU_FRESH, .fn = datetime },
    { "utc", "utc(year, month, day, …): milliseconds since 1970.", 0, JUTU_ANY, .fn = utc },
    { "time", "time(date): milliseconds since 1970.", 1, JUTU_ANY, JUTU_ONE, .fn = milliseconds },
    { "timezoneoffset", "timezoneoffset(date): minutes from local time to UTC.", 1, JUTU_ANY,
      JUTU_ONE, .fn = timezone_offset },
    FIELD_ROWS(year, 1, "the year"),
    FIELD_ROWS(quarter, 0, "the quarter, 1 to 4"),
    FIELD_ROWS(month, 1, "the month, 0 to 11"),
    FIELD_ROWS(date, 1, "the day of the month, 1 to 31"),
    FIELD_ROWS(day, 1, "the day of the week, 0 being Sunday"),
    FIELD_ROWS(hours, 1, "the hour"),
    FIELD_ROWS(minutes, 1, "the minute"),
    FIELD_ROWS(seconds, 1, "the second"),
    FIELD_ROWS(milliseconds, 1, "the millisecond"),
    FIELD_ROWS(week, 0, "the week of the year, from Sunday to Saturday"),
    FIELD_ROWS(isoweek, 0, "the week of the year as of ISO 8601"),
    FIELD_ROWS(dayofyear, 0, "the day of the year, 1 to 366"),
    { "timeOffset", "timeOffset(unit, date, step): that many units later.", 0, JUTU_ANY, JUTU_FRESH,
      .fn = local_offset },
    { "utcOffset", "utcOffset(unit, date, step): that many units later, in UTC.", 0, JUTU_ANY,
      JUTU_FRESH, .fn = utc_offset },
    { "timeSequence", "timeSequence(unit, start, stop, step): the starts of units.", 0, JUTU_ANY,
      .fn = local_sequence },
    { "utcSequence", "utcSequence(unit, start, stop, step): the starts of units in UTC.", 0,
      JUTU_ANY, .fn = utc_sequence },
    { 0 },
};
