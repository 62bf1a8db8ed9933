/* Dates: the calendar, d3-time's intervals, d3-time-format, and Vega's time units. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/zone.h"

/* Calendar fields of a moment, month 0 to 11, day 1 to 31, weekday 0 is Sunday. */
typedef struct {
    double year;
    int month, day, hours, minutes, seconds, milliseconds, weekday;
} JutuCalendar;

/* zone NULL: UTC. All times are ms since 1970 UTC; NaN is an invalid date. */
JutuCalendar jutu_calendar(double ms, const JutuZone *zone);

/* JavaScript's new Date(y, m, d, H, M, S, ms) and Date.UTC(): fields overflow into the next. Years
 * 0 to 99 mean 1900 to 1999, as there. */
double jutu_date_make(double year, double month, double day, double hours, double minutes,
                      double seconds, double ms, const JutuZone *zone);

/* Date.parse(): ISO 8601 (a date alone is UTC), and the forms that V8 reads besides, in local time.
 * NaN if it can't be read. */
double jutu_date_parse(const char *text, const JutuZone *zone);
/* toISOString(), and toString() as V8 prints it. In the arena. */
const char *jutu_date_iso(double ms, JutuArena *arena);
const char *jutu_date_text(double ms, const JutuZone *zone, JutuArena *arena);

/* d3-time's intervals. */
typedef struct JutuInterval {
    const char *name; /* "millisecond" "second" "minute" "hour" "day" "week" (= sunday) "sunday" …
                         "saturday" "month" "year" */
    double (*floor)(double ms, const JutuZone *zone);
    double (*offset)(double ms, double step, const JutuZone *zone);
    double (*count)(double start, double end, const JutuZone *zone); /* both floored; NULL: none */
    double (*field)(double ms, const JutuZone *zone);                /* for every(); NULL: none */
} JutuInterval;

const JutuInterval *jutu_interval_find(const char *name); /* NULL if there is none */
double jutu_interval_ceil(const JutuInterval *interval, double ms, const JutuZone *zone);
double jutu_interval_round(const JutuInterval *interval, double ms, const JutuZone *zone);
/* interval.every(step).floor / offset; step 1 is the interval itself. */
double jutu_interval_floor_every(const JutuInterval *interval, double step, double ms,
                                 const JutuZone *zone);
/* interval.every(step).range(start, stop) */
const double *jutu_interval_range(const JutuInterval *interval, double step, double start,
                                  double stop, const JutuZone *zone, JutuArena *arena, size_t *n);

/* d3-scale's ticks of a time domain for about `count` of them. */
const double *jutu_time_ticks(double start, double stop, double count, const JutuZone *zone,
                              JutuArena *arena, size_t *n);
/* nice() of a time domain for about `count` ticks. */
void jutu_time_nice(double *start, double *stop, double count, const JutuZone *zone);

/* Names of d3-time-format's locale. */
typedef struct {
    const char *date_time, *date, *time;
    const char *periods[2], *days[7], *short_days[7], *months[12], *short_months[12];
} JutuTimeLocale;
extern const JutuTimeLocale jutu_time_locale_en;

/* timeFormat(specifier)(ms), utcFormat for zone NULL. locale NULL: en-US. In the arena. */
const char *jutu_time_format(const char *specifier, double ms, const JutuZone *zone,
                             const JutuTimeLocale *locale, JutuArena *arena);
/* timeParse(specifier)(text); NaN where it doesn't match. */
double jutu_time_parse(const char *specifier, const char *text, const JutuZone *zone,
                       const JutuTimeLocale *locale);
/* d3-scale's and Vega's multi-format of an axis: "2020", "April", "Fri 03", "12 PM" … */
const char *jutu_time_format_multi(double ms, const JutuZone *zone, const JutuTimeLocale *locale,
                                   JutuArena *arena);

/*
 * Vega's time units: "year" "quarter" "month" "week" "date" "day" "dayofyear" "hours" "minutes"
 * "seconds" "milliseconds", as bits; a set is "yearmonthdate" and the like.
 */
typedef enum {
    JUTU_YEAR = 1 << 0,
    JUTU_QUARTER = 1 << 1,
    JUTU_MONTH = 1 << 2,
    JUTU_WEEK = 1 << 3,
    JUTU_DATE_OF_MONTH = 1 << 4,
    JUTU_DAY = 1 << 5,
    JUTU_DAY_OF_YEAR = 1 << 6,
    JUTU_HOURS = 1 << 7,
    JUTU_MINUTES = 1 << 8,
    JUTU_SECONDS = 1 << 9,
    JUTU_MILLISECONDS = 1 << 10,
} JutuTimeUnit;

/* "yearmonth", "utcyearmonth", "binnedyear" …: the units' bits, 0 if it is no time unit. utc and
 * binned may be NULL. */
unsigned jutu_time_unit_parse(const char *text, bool *utc, bool *binned);
/* "yearmonth": in Vega's order of units; in the arena. */
const char *jutu_time_unit_name(unsigned units, JutuArena *arena);
/* Vega's timeFloor(units, step): units that are missing come from 2012. */
double jutu_time_unit_floor(unsigned units, double step, double ms, const JutuZone *zone);
/* timeOffset(units, date, steps) of the smallest unit. */
double jutu_time_unit_offset(unsigned units, double step, double ms, const JutuZone *zone);
/* timeUnitSpecifier(units): the d3-time-format that Vega-Lite gives it by default ("%b %Y"). Pairs
 * of `overrides` (name, format) replace parts; NULL: none. In the arena. */
const char *jutu_time_unit_specifier(unsigned units, const char *const *overrides,
                                     JutuArena *arena);
/* vega-time's timeBin({extent, maxbins}): units and step. */
unsigned jutu_time_bin(double start, double stop, double maxbins, double *step);
