#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/time.h"
#include "probe.h"

/* {"$date": "2024-01-05T00:00:00.000Z"}, or what is a number */
static double read_date(const json_t *json, JutuArena *arena)
{
    if (!jutu_json_has(json, "$date"))
        return probe_number(json, arena);
    const char *text = jutu_json_string(json, "$date", NULL);
    return text ? jutu_date_parse(text, NULL) : NAN;
}

static json_t *write_date(double ms, JutuArena *arena)
{
    return isnan(ms) ? json_pack("{sn}", "$date")
                     : json_pack("{ss}", "$date", jutu_date_iso(ms, arena));
}

static json_t *write_dates(const double *dates, size_t n, JutuArena *arena)
{
    json_t *array = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(array, write_date(dates[i], arena));
    return array;
}

/* The case's "time" functions work in local time, which in UTC is still no `utc` function. */
static const JutuZone *zone_of(const char *function, JutuContext *context)
{
    bool utc = g_str_has_prefix(function, "utc") || g_str_has_prefix(function, "unix");
    return utc ? NULL : context->zone;
}

/* "timeMonday": the interval "monday" */
static JutuInterval find_interval(const char *name)
{
    if (strcmp(name, "unixDay") == 0)
        return jutu_interval(JUTU_INTERVAL_UNIX_DAY);
    size_t prefix = g_str_has_prefix(name, "utc") ? 3 : 4;
    g_autofree char *lower = g_ascii_strdown(name + MIN(prefix, strlen(name)), -1);
    return jutu_interval_find(lower);
}

/* {"interval": "timeMinute", "every": 10} */
static JutuInterval read_interval(const json_t *json, JutuArena *arena)
{
    const json_t *every = json_object_get(json, "every");
    JutuInterval interval = find_interval(jutu_json_string(json, "interval", ""));
    return every ? jutu_interval_every(interval, probe_number(every, arena)) : interval;
}

static json_t *answer_range(JutuInterval interval, const json_t *args, const JutuZone *zone,
                            JutuArena *arena)
{
    const json_t *third = json_array_get(args, 2);
    double start = read_date(json_array_get(args, 0), arena);
    double stop = read_date(json_array_get(args, 1), arena);
    size_t n;
    const double *range = jutu_interval_range(
        interval, start, stop, third ? probe_number(third, arena) : 1, zone, arena, &n);
    return write_dates(range, n, arena);
}

/* d3's interval.round(). */
static double round_to(JutuInterval interval, double ms, const JutuZone *zone)
{
    double before = jutu_interval_floor(interval, ms, zone);
    double after = jutu_interval_ceil(interval, ms, zone);
    return ms - before < after - ms ? before : after;
}

json_t *probe_time(const json_t *given, JutuContext *context, GError **error)
{
    const char *name = jutu_json_string(given, "interval", "");
    const char *op = jutu_json_string(given, "op", "");
    const json_t *args = json_object_get(given, "args");
    JutuArena *arena = context->arena;
    const JutuZone *zone = zone_of(name, context);
    JutuInterval interval = read_interval(given, arena);
    if (!interval.type)
        return probe_skip(error, "no such interval");

    double first = read_date(json_array_get(args, 0), arena);
    double second = read_date(json_array_get(args, 1), arena);
    if (strcmp(op, "floor") == 0)
        return write_date(jutu_interval_floor(interval, first, zone), arena);
    if (strcmp(op, "ceil") == 0)
        return write_date(jutu_interval_ceil(interval, first, zone), arena);
    if (strcmp(op, "round") == 0)
        return write_date(round_to(interval, first, zone), arena);
    if (strcmp(op, "count") == 0)
        return probe_json_number(jutu_interval_count(interval, first, second, zone));
    if (strcmp(op, "range") == 0)
        return answer_range(interval, args, zone, arena);
    double steps = json_array_size(args) > 1 ? second : 1;
    return write_date(jutu_interval_offset(interval, first, steps, zone), arena);
}

json_t *probe_time_ticks(const json_t *given, JutuContext *context, GError **error)
{
    (void)error;
    JutuArena *arena = context->arena;
    const JutuZone *zone = zone_of(jutu_json_string(given, "op", ""), context);
    double start = read_date(json_object_get(given, "start"), arena);
    double stop = read_date(json_object_get(given, "stop"), arena);
    const json_t *count = json_object_get(given, "count");
    size_t n;
    const double *ticks = jutu_json_has(count, "interval")
                              ? jutu_time_ticks_every(read_interval(count, arena), start, stop,
                                                      zone, arena, &n)
                              : jutu_time_ticks(start, stop, probe_number(count, arena), zone,
                                                arena, &n);
    return write_dates(ticks, n, arena);
}

static void read_names(const json_t *locale, const char *member, const char **out, size_t n)
{
    const json_t *names = json_object_get(locale, member);
    for (size_t i = 0; i < n; i++)
        out[i] = json_string_value(json_array_get(names, i));
}

static const JutuTimeLocale *read_locale(const json_t *json, JutuArena *arena)
{
    JutuTimeLocale *locale = jutu_new(arena, JutuTimeLocale, 1);
    locale->date_time = jutu_json_string(json, "dateTime", "");
    locale->date = jutu_json_string(json, "date", "");
    locale->time = jutu_json_string(json, "time", "");
    read_names(json, "periods", locale->periods, 2);
    read_names(json, "days", locale->days, 7);
    read_names(json, "shortDays", locale->short_days, 7);
    read_names(json, "months", locale->months, 12);
    read_names(json, "shortMonths", locale->short_months, 12);
    return locale;
}

json_t *probe_time_format(const json_t *given, JutuContext *context, GError **error)
{
    (void)error;
    JutuArena *arena = context->arena;
    const char *function = jutu_json_string(given, "fn", "");
    const char *specifier = jutu_json_string(given, "spec", "");
    const char *text = jutu_json_string(given, "value", "");
    const json_t *value = json_object_get(given, "value"), *own = json_object_get(given, "locale");
    const JutuTimeLocale *locale = own ? read_locale(own, arena) : NULL;
    const JutuZone *zone = zone_of(function, context);
    if (strcmp(function, "isoFormat") == 0)
        return json_string(jutu_date_iso(read_date(value, arena), arena));
    if (g_str_has_suffix(function, "Format")) {
        double ms = read_date(value, arena);
        return json_string(jutu_time_format(specifier, ms, zone, locale, arena));
    }
    double ms = strcmp(function, "isoParse") == 0 ? jutu_date_parse(text, zone)
                                                  : jutu_time_parse(specifier, text, zone, locale);
    return isnan(ms) ? json_null() : write_date(ms, arena);
}
