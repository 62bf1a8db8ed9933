/* The rule of a zone's future: std offset [dst [offset] [,start[/time],end[/time]]]. */
#include "base/zone_rule.h"

#include <glib.h>
#include <math.h>

#include "base/date.h"
#include "base/space.h"

#define DAY 86400

/* "<+0330>" or letters. */
static bool skip_name(const char **at)
{
    const char *p = *at;
    if (*p == '<') {
        while (*p && *p != '>')
            p++;
        if (*p++ != '>')
            return false;
    } else {
        while (g_ascii_isalpha(*p))
            p++;
    }
    bool some = p - *at >= 3;
    *at = p;
    return some;
}

static bool read_number(const char **at, int max, int *out)
{
    int value = 0;
    const char *p = *at;
    for (; g_ascii_isdigit(*p); p++) {
        value = value * 10 + (*p - '0');
        if (value > max)
            return false;
    }
    *out = value;
    bool some = p > *at;
    *at = p;
    return some;
}

/* [+|-]hh[:mm[:ss]], up to a week. */
static bool read_time(const char **at, int64_t *out)
{
    int sign = **at == '-' ? -1 : 1, parts[3] = { 0 };
    if (**at == '-' || **at == '+')
        ++*at;
    for (int i = 0; i < 3; i++) {
        if (i > 0 && **at != ':')
            break;
        *at += i > 0;
        if (!read_number(at, i == 0 ? 167 : 59, &parts[i]))
            return false;
    }
    *out = sign * (parts[0] * INT64_C(3600) + parts[1] * INT64_C(60) + parts[2]);
    return true;
}

/* Mm.w.d, Jn or n, then perhaps /time. */
static bool read_day(const char **at, JutuZoneDay *out)
{
    *out = (JutuZoneDay){ .form = 'D', .seconds = INT64_C(2) * 3600 };
    bool ok;
    if (jutu_take(at, 'M')) {
        out->form = 'M';
        ok = read_number(at, 12, &out->month) && out->month > 0 && jutu_take(at, '.') &&
             read_number(at, 5, &out->week) && out->week > 0 && jutu_take(at, '.') &&
             read_number(at, 6, &out->day);
    } else {
        if (jutu_take(at, 'J'))
            out->form = 'J';
        ok = read_number(at, 365, &out->day);
    }
    if (ok && jutu_take(at, '/'))
        ok = read_time(at, &out->seconds);
    return ok;
}

bool jutu_zone_rule_parse(const char *text, JutuZoneRule *out)
{
    const char *at = text;
    int64_t west;
    *out = (JutuZoneRule){ 0 };
    if (!skip_name(&at) || !read_time(&at, &west))
        return false;
    out->offsets[0] = -west;
    if (!*at)
        return true;
    out->has_dst = true;
    out->offsets[1] = out->offsets[0] + 3600;
    if (!skip_name(&at))
        return false;
    if (*at != ',') {
        if (!read_time(&at, &west))
            return false;
        out->offsets[1] = -west;
    }
    return jutu_take(&at, ',') && read_day(&at, &out->starts[1]) && jutu_take(&at, ',') &&
           read_day(&at, &out->starts[0]) && !*at;
}

static int64_t days(int64_t year, int month)
{
    JutuDateParts parts = { .year = (double)year, .month = month, .day = 1 };
    return (int64_t)(jutu_date_join(parts, NULL) / JUTU_MS_PER_DAY);
}

int64_t jutu_zone_rule_new_year(int64_t year)
{
    return DAY * days(year, 0);
}

int64_t jutu_zone_rule_year(int64_t seconds)
{
    return (int64_t)jutu_calendar((double)seconds * JUTU_MS_PER_SECOND, NULL).year;
}

/* Days since 1970 of a rule's day; 1970-01-01 was a Thursday. */
static int64_t find_day(const JutuZoneDay *day, int64_t year)
{
    if (day->form == 'M') {
        int64_t first = days(year, day->month - 1), next = days(year, day->month);
        int64_t weekday = ((first + 4) % 7 + 7) % 7;
        int64_t found = first + (day->day - weekday + 7) % 7 + INT64_C(7) * (day->week - 1);
        return found < next ? found : found - 7; /* week 5 is the last, be it the fourth */
    }
    bool leap = days(year, 2) - days(year, 1) == 29;
    bool counts = day->form == 'D' || (leap && day->day >= 60); /* J60 is 1 March in every year */
    return days(year, 0) + day->day - !counts;
}

int64_t jutu_zone_rule_start(const JutuZoneRule *rule, int which, int64_t year)
{
    const JutuZoneDay *day = &rule->starts[which];
    return DAY * find_day(day, year) + day->seconds - rule->offsets[!which];
}
