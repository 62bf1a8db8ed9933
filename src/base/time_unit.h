/* Vega's time units: the calendar's fields that a date is reduced to. */
#pragma once
#include <stdbool.h>

#include "base/interval.h"

/* As bits, coarse to fine; "yearmonthdate" is a set of them. */
typedef enum {
    JUTU_YEAR = 1 << 0,
    JUTU_QUARTER = 1 << 1,
    JUTU_MONTH = 1 << 2,
    JUTU_WEEK = 1 << 3,
    JUTU_ISO_WEEK = 1 << 4,
    JUTU_DATE_OF_MONTH = 1 << 5,
    JUTU_DAY = 1 << 6,
    JUTU_DAY_OF_YEAR = 1 << 7,
    JUTU_HOURS = 1 << 8,
    JUTU_MINUTES = 1 << 9,
    JUTU_SECONDS = 1 << 10,
    JUTU_MILLISECONDS = 1 << 11,
} JutuTimeUnit;

/* "yearmonth", "utcyearmonth", "binnedyear" …: the units' bits, 0 if it is no time unit. utc and
 * binned may be NULL. */
unsigned jutu_time_unit_parse(const char *text, bool *utc, bool *binned);
/* Whether Vega allows these units together: not "month" and "day", say. */
bool jutu_time_unit_is_valid(unsigned units);
/* "yearmonth": in Vega's order of units; in the arena. */
const char *jutu_time_unit_name(unsigned units, JutuArena *arena);
/* The finest unit of a set. */
unsigned jutu_time_unit_finest(unsigned units);

/* Vega's timeFloor(units, step): units that are missing come from 2012. zone NULL: utcFloor. */
double jutu_time_unit_floor(unsigned units, double step, double ms, const JutuZone *zone);
/* The interval of the finest unit. */
JutuInterval jutu_time_unit_interval(unsigned units);
/* timeOffset(unit, date, steps) of the finest unit. */
double jutu_time_unit_offset(unsigned units, double steps, double ms, const JutuZone *zone);

/* Vega's dayofyear(), week() and isoweek(): 1 is 1 January; weeks from Sunday, 0 before the
 * first; ISO weeks. */
double jutu_time_day_of_year(double ms, const JutuZone *zone);
double jutu_time_week(double ms, const JutuZone *zone);
double jutu_time_iso_week(double ms, const JutuZone *zone);

/* Vega-Lite's own formats in place of Vega's: "%b %Y" and "%b %d, %Y". */
extern const char *const jutu_time_unit_formats[];
/* timeUnitSpecifier(units, overrides): a d3-time-format. Pairs of `overrides` (name such as
 * "year-month", format), NULL-terminated, replace parts; NULL: none. In the arena. */
const char *jutu_time_unit_specifier(unsigned units, const char *const *overrides,
                                     JutuArena *arena);
/* vega-time's timeBin({extent, maxbins}): units and step. maxbins 0: 40. */
unsigned jutu_time_bin(double start, double stop, double maxbins, double *step);
