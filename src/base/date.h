/*
 * Dates as JavaScript has them: milliseconds since 1970 UTC in a double, NaN
 * if invalid, at most 8.64e15 either way; the Gregorian calendar throughout.
 */
#pragma once
#include "base/arena.h"
#include "base/zone.h"

#define JUTU_MS_PER_SECOND 1000.0
#define JUTU_MS_PER_MINUTE 60000.0
#define JUTU_MS_PER_HOUR 3600000.0
#define JUTU_MS_PER_DAY 86400000.0

/* Calendar fields of a moment, month 0 to 11, day 1 to 31, weekday 0 is Sunday. Of an invalid date
 * the year is NaN and all else 0. */
typedef struct {
    double year;
    int month, day, hours, minutes, seconds, milliseconds, weekday;
} JutuCalendar;

/* The fields of a moment's local time. zone NULL: UTC. */
JutuCalendar jutu_calendar(double ms, const JutuZone *zone);

/* The parts of a date; they may lie outside their range and overflow into the next. */
typedef struct {
    double year, month, day, hours, minutes, seconds, milliseconds;
} JutuDateParts;

/* JavaScript's new Date(y, m, d, H, M, S, ms), or Date.UTC() for zone NULL: years 0 to 99 mean 1900
 * to 1999. */
double jutu_date_make(JutuDateParts parts, const JutuZone *zone);
/* The same with years as they are. */
double jutu_date_join(JutuDateParts parts, const JutuZone *zone);

/* TimeClip: whole milliseconds, NaN beyond 8.64e15. */
double jutu_date_clip(double ms);

/* The clock on the wall as if it were UTC, and back. */
double jutu_date_local(double ms, const JutuZone *zone);
double jutu_date_from_local(double local, const JutuZone *zone);
/* setDate(getDate() + days) and setMonth(getMonth() + months), at the same time of day. */
double jutu_date_add_days(double ms, double days, const JutuZone *zone);
double jutu_date_add_months(double ms, double months, const JutuZone *zone);
/* getTimezoneOffset(): whole minutes, positive in the west. */
double jutu_date_zone_minutes(double ms, const JutuZone *zone);

/* Date.parse(): ISO 8601 (a date alone is UTC), and the forms that V8 reads besides, in local time.
 * NaN if it can't be read. */
double jutu_date_parse(const char *text, const JutuZone *zone);

/* toISOString(), and toString() as V8 prints it in English. In the arena; an invalid date is
 * "Invalid Date". */
const char *jutu_date_iso(double ms, JutuArena *arena);
const char *jutu_date_text(double ms, const JutuZone *zone, JutuArena *arena);
