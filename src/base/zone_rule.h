/* The rule of a zone's future: the POSIX TZ text that ends a TZif file. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

/* A day of every year, and seconds after its midnight by the clock before the change. */
typedef struct {
    char form; /* 'M': weekday of a week of a month; 'J': day 1 to 365; 'D': day 0 to 365 */
    int month, week, day;
    int64_t seconds;
} JutuZoneDay;

typedef struct {
    bool has_dst;
    int64_t offsets[2];    /* seconds to add to UTC: standard, daylight saving */
    JutuZoneDay starts[2]; /* of standard, of daylight saving */
} JutuZoneRule;

/* @return false if the text is no rule, such as "EST5EDT,M3.2.0,M11.1.0" */
bool jutu_zone_rule_parse(const char *text, JutuZoneRule *out);

/* The moment of a year, in seconds of UTC, at which standard (0) or daylight saving time starts. */
int64_t jutu_zone_rule_start(const JutuZoneRule *rule, int which, int64_t year);

int64_t jutu_zone_rule_new_year(int64_t year); /* seconds of UTC at which a year begins */
int64_t jutu_zone_rule_year(int64_t seconds);  /* the year of a moment, UTC */
