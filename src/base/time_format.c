/* Dates as text: each directive of d3-time-format is a row of one table. */
#include "base/time_format.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/date.h"
#include "base/interval.h"

#define MAX_DEPTH 4 /* of %c, %x and %X within each other: a locale may name itself */

typedef struct {
    double ms;
    const JutuZone *zone;
    const JutuTimeLocale *locale;
    JutuCalendar date;
    int depth;
    GString *out;
} Writer;

/* `pad` is the filling character, or 0 for none. */
typedef void Directive(Writer *writer, char pad);

static void put_text(Writer *writer, const char *text)
{
    g_string_append(writer->out, text);
}

static void put_number(Writer *writer, double value, char pad, int width)
{
    char digits[32];
    int n = sizeof(digits);
    bool negative = value < 0;
    uint64_t rest = isnan(value) ? 0 : (uint64_t)fabs(value);
    if (isnan(value)) {
        n -= 3;
        memcpy(digits + n, "NaN", 3);
    } else {
        do
            digits[--n] = (char)('0' + rest % 10);
        while (rest /= 10);
    }
    while (pad && n > (int)sizeof(digits) - width)
        digits[--n] = pad;
    if (negative)
        digits[--n] = '-';
    g_string_append_len(writer->out, digits + n, (gssize)sizeof(digits) - n);
}

static bool is_invalid(const Writer *writer)
{
    return isnan(writer->ms);
}

/* A field of the calendar, which an invalid date hasn't. */
static void put_field(Writer *writer, int value, char pad, int width)
{
    put_number(writer, is_invalid(writer) ? NAN : value, pad, width);
}

static void put_name(Writer *writer, const char *name)
{
    if (!is_invalid(writer))
        put_text(writer, name);
}

static double count_between(const Writer *writer, JutuIntervalKind kind, double start, double end)
{
    return jutu_interval_count(jutu_interval(kind), start, end, writer->zone);
}

static double start_of_year(const Writer *writer, double ms)
{
    return jutu_interval_floor(jutu_interval(JUTU_INTERVAL_YEAR), ms, writer->zone);
}

/* The Thursday that is in the same ISO week: its year is the week's. */
static double thursday(const Writer *writer)
{
    JutuInterval week = jutu_interval(JUTU_INTERVAL_THURSDAY);
    int day = writer->date.weekday;
    return day >= 4 || day == 0 ? jutu_interval_floor(week, writer->ms, writer->zone)
                                : jutu_interval_ceil(week, writer->ms, writer->zone);
}

static void weekday_short(Writer *writer, char pad)
{
    (void)pad;
    put_name(writer, writer->locale->short_days[writer->date.weekday]);
}

static void weekday_long(Writer *writer, char pad)
{
    (void)pad;
    put_name(writer, writer->locale->days[writer->date.weekday]);
}

static void month_short(Writer *writer, char pad)
{
    (void)pad;
    put_name(writer, writer->locale->short_months[writer->date.month]);
}

static void month_long(Writer *writer, char pad)
{
    (void)pad;
    put_name(writer, writer->locale->months[writer->date.month]);
}

static void day(Writer *writer, char pad)
{
    put_field(writer, writer->date.day, pad, 2);
}

static void iso_year_short(Writer *writer, char pad)
{
    put_number(writer, fmod(jutu_calendar(thursday(writer), writer->zone).year, 100), pad, 2);
}

static void iso_year(Writer *writer, char pad)
{
    put_number(writer, fmod(jutu_calendar(thursday(writer), writer->zone).year, 10000), pad, 4);
}

static void hour(Writer *writer, char pad)
{
    put_field(writer, writer->date.hours, pad, 2);
}

static void hour_of_12(Writer *writer, char pad)
{
    put_number(writer, (writer->date.hours + 11) % 12 + 1, pad, 2);
}

static void day_of_year(Writer *writer, char pad)
{
    put_number(
        writer,
        1 + count_between(writer, JUTU_INTERVAL_DAY, start_of_year(writer, writer->ms), writer->ms),
        pad, 3);
}

static void millisecond(Writer *writer, char pad)
{
    put_field(writer, writer->date.milliseconds, pad, 3);
}

static void microsecond(Writer *writer, char pad)
{
    millisecond(writer, pad);
    put_text(writer, "000");
}

static void month(Writer *writer, char pad)
{
    put_field(writer, writer->date.month + 1, pad, 2);
}

static void minute(Writer *writer, char pad)
{
    put_field(writer, writer->date.minutes, pad, 2);
}

static void second(Writer *writer, char pad)
{
    put_field(writer, writer->date.seconds, pad, 2);
}

static void period(Writer *writer, char pad)
{
    (void)pad;
    put_text(writer, writer->locale->periods[writer->date.hours >= 12]);
}

static void quarter(Writer *writer, char pad)
{
    (void)pad;
    int number = 1 + writer->date.month / 3;
    put_number(writer, number, 0, 0);
}

static void unix_ms(Writer *writer, char pad)
{
    (void)pad;
    put_number(writer, writer->ms, 0, 0);
}

static void unix_seconds(Writer *writer, char pad)
{
    (void)pad;
    put_number(writer, floor(writer->ms / JUTU_MS_PER_SECOND), 0, 0);
}

static void weekday_from_monday(Writer *writer, char pad)
{
    (void)pad;
    put_field(writer, (writer->date.weekday + 6) % 7 + 1, 0, 0);
}

static void weekday_from_sunday(Writer *writer, char pad)
{
    (void)pad;
    put_field(writer, writer->date.weekday, 0, 0);
}

static void week_from_sunday(Writer *writer, char pad)
{
    double before = start_of_year(writer, writer->ms) - 1;
    put_number(writer, count_between(writer, JUTU_INTERVAL_SUNDAY, before, writer->ms), pad, 2);
}

static void week_from_monday(Writer *writer, char pad)
{
    double before = start_of_year(writer, writer->ms) - 1;
    put_number(writer, count_between(writer, JUTU_INTERVAL_MONDAY, before, writer->ms), pad, 2);
}

static void iso_week(Writer *writer, char pad)
{
    double of_week = thursday(writer), start = start_of_year(writer, of_week);
    bool begins = jutu_calendar(start, writer->zone).weekday == 4;
    put_number(writer, count_between(writer, JUTU_INTERVAL_THURSDAY, start, of_week) + begins, pad,
               2);
}

static void year_short(Writer *writer, char pad)
{
    put_number(writer, fmod(writer->date.year, 100), pad, 2);
}

static void year(Writer *writer, char pad)
{
    put_number(writer, fmod(writer->date.year, 10000), pad, 4);
}

static void zone_offset(Writer *writer, char pad)
{
    (void)pad;
    double west = writer->zone ? jutu_date_zone_minutes(writer->ms, writer->zone) : 0;
    double minutes = fabs(west);
    put_text(writer, west > 0 ? "-" : "+");
    put_number(writer, isnan(west) ? 0 : floor(minutes / 60), '0', 2);
    put_number(writer, fmod(minutes, 60), '0', 2);
}

static void percent(Writer *writer, char pad)
{
    (void)pad;
    put_text(writer, "%");
}

static void write_all(Writer *writer, const char *specifier);

static void locale_date_time(Writer *writer, char pad)
{
    (void)pad;
    write_all(writer, writer->locale->date_time);
}

static void locale_date(Writer *writer, char pad)
{
    (void)pad;
    write_all(writer, writer->locale->date);
}

static void locale_time(Writer *writer, char pad)
{
    (void)pad;
    write_all(writer, writer->locale->time);
}

static Directive *const directives[128] = {
    ['%'] = percent,
    ['A'] = weekday_long,
    ['B'] = month_long,
    ['G'] = iso_year,
    ['H'] = hour,
    ['I'] = hour_of_12,
    ['L'] = millisecond,
    ['M'] = minute,
    ['Q'] = unix_ms,
    ['S'] = second,
    ['U'] = week_from_sunday,
    ['V'] = iso_week,
    ['W'] = week_from_monday,
    ['X'] = locale_time,
    ['Y'] = year,
    ['Z'] = zone_offset,
    ['a'] = weekday_short,
    ['b'] = month_short,
    ['c'] = locale_date_time,
    ['d'] = day,
    ['e'] = day,
    ['f'] = microsecond,
    ['g'] = iso_year_short,
    ['j'] = day_of_year,
    ['m'] = month,
    ['p'] = period,
    ['q'] = quarter,
    ['s'] = unix_seconds,
    ['u'] = weekday_from_monday,
    ['w'] = weekday_from_sunday,
    ['x'] = locale_date,
    ['y'] = year_short,
};

static void write_all(Writer *writer, const char *specifier)
{
    if (++writer->depth > MAX_DEPTH)
        specifier = "";
    for (const char *at = specifier; *at; at++) {
        if (*at != '%') {
            g_string_append_c(writer->out, *at);
            continue;
        }
        at++;
        char pad = *at == 'e' ? ' ' : '0';
        if (*at == '-' || *at == '_' || *at == '0') {
            pad = *at == '-' ? '\0' : *at == '_' ? ' ' : '0';
            at++;
        }
        if (!*at)
            break;
        Directive *directive = (unsigned char)*at < 128 ? directives[(unsigned char)*at] : NULL;
        if (directive)
            directive(writer, pad);
        else
            g_string_append_c(writer->out, *at); /* unknown ones stand for themselves */
    }
    writer->depth--;
}

const char *jutu_time_format(const char *specifier, double ms, const JutuZone *zone,
                             const JutuTimeLocale *locale, JutuArena *arena)
{
    g_autoptr(GString) out = g_string_sized_new(64);
    ms = jutu_date_clip(ms);
    Writer writer = { ms, zone, locale ? locale : &jutu_time_locale_en, jutu_calendar(ms, zone),
                      0,  out };
    write_all(&writer, specifier);
    return jutu_copy(arena, char, out->str, out->len + 1);
}

/* Whether a moment lies after the start of its unit. */
static bool is_inside(JutuIntervalKind unit, double ms, const JutuZone *zone)
{
    return jutu_interval_floor(jutu_interval(unit), ms, zone) < ms;
}

const char *jutu_time_multi_specifier(double ms, const JutuZone *zone, const JutuTimeMulti *multi)
{
    static const JutuTimeMulti none = { 0 };
    const JutuTimeMulti *m = multi ? multi : &none;
    if (is_inside(JUTU_INTERVAL_SECOND, ms, zone))
        return m->milliseconds ? m->milliseconds : ".%L";
    if (is_inside(JUTU_INTERVAL_MINUTE, ms, zone))
        return m->seconds ? m->seconds : ":%S";
    if (is_inside(JUTU_INTERVAL_HOUR, ms, zone))
        return m->minutes ? m->minutes : "%I:%M";
    if (is_inside(JUTU_INTERVAL_DAY, ms, zone))
        return m->hours ? m->hours : "%I %p";
    if (is_inside(JUTU_INTERVAL_MONTH, ms, zone)) {
        if (is_inside(JUTU_INTERVAL_SUNDAY, ms, zone))
            return m->date ? m->date : "%a %d";
        return m->week ? m->week : "%b %d";
    }
    if (is_inside(JUTU_INTERVAL_YEAR, ms, zone)) {
        if (is_inside(JUTU_INTERVAL_QUARTER, ms, zone))
            return m->month ? m->month : "%B";
        return m->quarter ? m->quarter : "%B";
    }
    return m->year ? m->year : "%Y";
}

const char *jutu_time_format_multi(double ms, const JutuZone *zone, const JutuTimeLocale *locale,
                                   const JutuTimeMulti *multi, JutuArena *arena)
{
    return jutu_time_format(jutu_time_multi_specifier(ms, zone, multi), ms, zone, locale, arena);
}
