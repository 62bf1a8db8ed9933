/* d3-time's intervals: where the calendar's units begin, and steps of them. */
#pragma once
#include <stddef.h>

#include "base/arena.h"
#include "base/zone.h"

typedef struct JutuIntervalType JutuIntervalType;

/* An interval of the calendar; with a step above 1, what d3's every(step) makes of it. */
typedef struct {
    const JutuIntervalType *type; /* NULL: there is no such interval */
    double step;
} JutuInterval;

/* A range ends after so many values, so that no spec asks for all milliseconds of a century. */
enum { JUTU_RANGE_MAX = 1000000 };

typedef enum {
    JUTU_INTERVAL_MILLISECOND,
    JUTU_INTERVAL_SECOND,
    JUTU_INTERVAL_MINUTE,
    JUTU_INTERVAL_HOUR,
    JUTU_INTERVAL_DAY,
    JUTU_INTERVAL_UNIX_DAY, /* a day whose every() counts days since 1970 */
    JUTU_INTERVAL_SUNDAY,   /* weeks that begin on a Sunday, and so on */
    JUTU_INTERVAL_MONDAY,
    JUTU_INTERVAL_TUESDAY,
    JUTU_INTERVAL_WEDNESDAY,
    JUTU_INTERVAL_THURSDAY,
    JUTU_INTERVAL_FRIDAY,
    JUTU_INTERVAL_SATURDAY,
    JUTU_INTERVAL_MONTH,
    JUTU_INTERVAL_QUARTER, /* every third month */
    JUTU_INTERVAL_YEAR,
} JutuIntervalKind;

/* Every one of a kind; jutu_interval_every() takes steps of several. */
JutuInterval jutu_interval(JutuIntervalKind kind);

/* "millisecond" "second" "minute" "hour" "day" "week" (= "sunday") "sunday" … "saturday" "month"
 * "quarter" "year" and d3's "unixday". */
JutuInterval jutu_interval_find(const char *name);
/* interval.every(step); none if the step is below 1 or infinite. */
JutuInterval jutu_interval_every(JutuInterval interval, double step);

/* The interval must exist. All times are ms since 1970 UTC, zone NULL is UTC; NaN gives NaN. */
double jutu_interval_floor(JutuInterval interval, double ms, const JutuZone *zone);
double jutu_interval_ceil(JutuInterval interval, double ms, const JutuZone *zone);
double jutu_interval_offset(JutuInterval interval, double ms, double steps, const JutuZone *zone);
/* Starts of the interval's type (its step is of no account) after `start`, up to `end`. */
double jutu_interval_count(JutuInterval interval, double start, double end, const JutuZone *zone);
/* interval.range(start, stop, step): @return *n values in the arena, from start on, before stop */
const double *jutu_interval_range(JutuInterval interval, double start, double stop, double step,
                                  const JutuZone *zone, JutuArena *arena, size_t *n);

/* d3-scale's ticks of a time domain: about `count`, or each start of an interval. */
const double *jutu_time_ticks(double start, double stop, double count, const JutuZone *zone,
                              JutuArena *arena, size_t *n);
const double *jutu_time_ticks_every(JutuInterval interval, double start, double stop,
                                    const JutuZone *zone, JutuArena *arena, size_t *n);
/* nice() of a time domain, for about `count` ticks or out to an interval's starts. */
void jutu_time_nice(double *start, double *stop, double count, const JutuZone *zone);
void jutu_time_nice_every(JutuInterval interval, double *start, double *stop, const JutuZone *zone);
