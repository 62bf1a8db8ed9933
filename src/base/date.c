/* Dates as JavaScript has them: the calendar's arithmetic, and dates as text. */
#include "base/date.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#define MAX_MS 8.64e15

/*
 * Days since 1970 of the first of a month. Years begin in March here, so that
 * the leap day is the last of its year and months have a period of 153 days in
 * five.
 */
static int64_t days_of_month(int64_t year, int month)
{
    int64_t y = year - (month < 2);
    int64_t era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
    int64_t of_year = (153 * ((month + 10) % 12) + 2) / 5;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void civil_of_days(int64_t days, JutuCalendar *out)
{
    int64_t z = days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097, of_era = z - era * 146097;
    int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
    int month = (int)((5 * of_year + 2) / 153);
    out->day = (int)(of_year - (153 * month + 2) / 5) + 1;
    out->month = (month + 2) % 12;
    out->year = (double)(y + era * 400 + (out->month < 2));
    out->weekday = (int)(((days + 4) % 7 + 7) % 7);
}

JutuCalendar jutu_calendar(double ms, const JutuZone *zone)
{
    double local = jutu_date_local(jutu_date_clip(ms), zone);
    if (isnan(local))
        return (JutuCalendar){ .year = NAN };
    JutuCalendar out;
    double days = floor(local / JUTU_MS_PER_DAY);
    int rest = (int)(local - days * JUTU_MS_PER_DAY);
    civil_of_days((int64_t)days, &out);
    out.hours = rest / 3600000;
    out.minutes = rest / 60000 % 60;
    out.seconds = rest / 1000 % 60;
    out.milliseconds = rest % 1000;
    return out;
}

double jutu_date_clip(double ms)
{
    return fabs(ms) <= MAX_MS ? trunc(ms) + 0.0 : NAN;
}

double jutu_date_local(double ms, const JutuZone *zone)
{
    return ms + jutu_zone_offset(zone, ms);
}

double jutu_date_from_local(double local, const JutuZone *zone)
{
    return jutu_date_clip(jutu_zone_to_utc(zone, local));
}

/* Local ms at the start of a day; NaN far beyond any date. */
static double start_of_day(double year, double month, double day)
{
    if (!(fabs(year) <= 1e6 && fabs(month) <= 1e7 && isfinite(day)))
        return NAN;
    int64_t months = (int64_t)month, years = (months - (months < 0 ? 11 : 0)) / 12;
    int64_t days = days_of_month((int64_t)year + years, (int)(months - years * 12));
    return ((double)days + trunc(day) - 1) * JUTU_MS_PER_DAY;
}

double jutu_date_join(JutuDateParts parts, const JutuZone *zone)
{
    double day = start_of_day(trunc(parts.year), trunc(parts.month), parts.day);
    double time = trunc(parts.hours) * JUTU_MS_PER_HOUR +
                  trunc(parts.minutes) * JUTU_MS_PER_MINUTE +
                  trunc(parts.seconds) * JUTU_MS_PER_SECOND + trunc(parts.milliseconds);
    return jutu_date_from_local(day + time, zone);
}

double jutu_date_make(JutuDateParts parts, const JutuZone *zone)
{
    double year = trunc(parts.year);
    if (year >= 0 && year <= 99)
        parts.year = 1900 + year;
    return jutu_date_join(parts, zone);
}

double jutu_date_add_days(double ms, double days, const JutuZone *zone)
{
    return jutu_date_from_local(jutu_date_local(ms, zone) + trunc(days) * JUTU_MS_PER_DAY, zone);
}

double jutu_date_add_months(double ms, double months, const JutuZone *zone)
{
    double local = jutu_date_local(ms, zone);
    JutuCalendar calendar = jutu_calendar(local, NULL);
    double day = start_of_day(calendar.year, calendar.month + trunc(months), calendar.day);
    double time = local - floor(local / JUTU_MS_PER_DAY) * JUTU_MS_PER_DAY;
    return jutu_date_from_local(day + time, zone);
}

double jutu_date_zone_minutes(double ms, const JutuZone *zone)
{
    return 0.0 - trunc((jutu_date_local(ms, zone) - ms) / JUTU_MS_PER_MINUTE);
}

const char *jutu_date_iso(double ms, JutuArena *arena)
{
    JutuCalendar date = jutu_calendar(ms, NULL);
    if (isnan(date.year))
        return "Invalid Date";
    const char *year = jutu_arena_printf(
        arena, date.year >= 0 && date.year <= 9999 ? "%04.0f" : "%+07.0f", date.year);
    return jutu_arena_printf(arena, "%s-%02d-%02dT%02d:%02d:%02d.%03dZ", year, date.month + 1,
                             date.day, date.hours, date.minutes, date.seconds, date.milliseconds);
}

const char *jutu_date_text(double ms, const JutuZone *zone, JutuArena *arena)
{
    static const char days[] = "SunMonTueWedThuFriSat";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    JutuCalendar date = jutu_calendar(ms, zone);
    if (isnan(date.year))
        return "Invalid Date";
    int minutes = (int)-jutu_date_zone_minutes(ms, zone), ahead = minutes < 0 ? -minutes : minutes;
    return jutu_arena_printf(
        arena, "%.3s %.3s %02d %s%04.0f %02d:%02d:%02d GMT%c%02d%02d (%s)",
        &days[(size_t)3 * (size_t)date.weekday], &months[(size_t)3 * (size_t)date.month], date.day,
        date.year < 0 ? "-" : "", fabs(date.year), date.hours, date.minutes, date.seconds,
        minutes < 0 ? '-' : '+', ahead / 60, ahead % 60, jutu_zone_long_name(zone, ms, arena));
}
