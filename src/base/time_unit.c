/* Vega's time units: which fields of a date are kept, and what stands for the rest. */
#include "base/time_unit.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "base/tick.h"

/* A leap year that begins on a Sunday, and one whose ISO weeks go up to 53. */
#define REFERENCE_YEAR 2012
#define ISO_REFERENCE_YEAR 2015

#define ALL_MONTHS (JUTU_QUARTER | JUTU_MONTH | JUTU_DATE_OF_MONTH)
#define ALL_WEEKS (JUTU_WEEK | JUTU_ISO_WEEK | JUTU_DAY)

static const struct {
    const char *name, *format;
    JutuIntervalKind interval;
} units_table[] = {
    { "year", "%Y ", JUTU_INTERVAL_YEAR },
    { "quarter", "Q%q ", JUTU_INTERVAL_QUARTER },
    { "month", "%b ", JUTU_INTERVAL_MONTH },
    { "week", "W%U ", JUTU_INTERVAL_SUNDAY },
    { "isoweek", "W%V ", JUTU_INTERVAL_MONDAY },
    { "date", "%d ", JUTU_INTERVAL_DAY },
    { "day", "%a ", JUTU_INTERVAL_DAY },
    { "dayofyear", "%j ", JUTU_INTERVAL_DAY },
    { "hours", "%H:00", JUTU_INTERVAL_HOUR },
    { "minutes", "00:%M", JUTU_INTERVAL_MINUTE },
    { "seconds", ":%S", JUTU_INTERVAL_SECOND },
    { "milliseconds", ".%L", JUTU_INTERVAL_MILLISECOND },
};

enum { N_UNITS = G_N_ELEMENTS(units_table) };

/* Formats of units that stand together. */
static const char *const pair_formats[] = {
    "year-isoweek", "%G W%V ",       "year-month", "%Y-%m ", "year-month-date",
    "%Y-%m-%d ",    "hours-minutes", "%H:%M",      NULL,
};

const char *const jutu_time_unit_formats[] = {
    "year-month", "%b %Y ", "year-month-date", "%b %d, %Y ", NULL,
};

bool jutu_time_unit_is_valid(unsigned units)
{
    int kinds = !!(units & ALL_MONTHS) + !!(units & ALL_WEEKS) + !!(units & JUTU_DAY_OF_YEAR);
    return units && kinds <= 1 && !(units & JUTU_WEEK && units & JUTU_ISO_WEEK);
}

static bool skip(const char **text, const char *prefix)
{
    bool found = g_str_has_prefix(*text, prefix);
    *text += found ? strlen(prefix) : 0;
    return found;
}

/* The longest unit that the text begins with: "dayofyear" rather than "day". */
static unsigned take_unit(const char **text)
{
    size_t best = N_UNITS;
    for (size_t i = 0; i < N_UNITS; i++) {
        if (g_str_has_prefix(*text, units_table[i].name) &&
            (best == N_UNITS || strlen(units_table[i].name) > strlen(units_table[best].name)))
            best = i;
    }
    if (best == N_UNITS)
        return 0;
    *text += strlen(units_table[best].name);
    return 1u << best;
}

unsigned jutu_time_unit_parse(const char *text, bool *utc, bool *binned)
{
    bool is_binned = skip(&text, "binned"), is_utc = skip(&text, "utc");
    if (utc)
        *utc = is_utc;
    if (binned)
        *binned = is_binned;
    unsigned units = 0;
    while (*text) {
        unsigned unit = take_unit(&text);
        if (!unit || units & unit)
            return 0;
        units |= unit;
    }
    return jutu_time_unit_is_valid(units) ? units : 0;
}

/* The units' names with `between` between them. */
static GString *join_names(unsigned units, const char *between)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < N_UNITS; i++) {
        if (units & 1u << i)
            g_string_append_printf(out, "%s%s", out->len ? between : "", units_table[i].name);
    }
    return out;
}

const char *jutu_time_unit_name(unsigned units, JutuArena *arena)
{
    g_autoptr(GString) name = join_names(units, "");
    return jutu_arena_strdup(arena, name->str);
}

unsigned jutu_time_unit_finest(unsigned units)
{
    return units ? 1u << (g_bit_storage(units) - 1) : 0;
}

static double floor_to(JutuIntervalKind kind, double ms, const JutuZone *zone)
{
    return jutu_interval_floor(jutu_interval(kind), ms, zone);
}

static double count_units(JutuIntervalKind kind, double start, double end, const JutuZone *zone)
{
    return jutu_interval_count(jutu_interval(kind), start, end, zone);
}

static double new_year(double year, const JutuZone *zone)
{
    return jutu_date_join((JutuDateParts){ .year = year, .day = 1 }, zone);
}

static double new_year_of(double ms, const JutuZone *zone)
{
    return new_year(jutu_calendar(ms, zone).year, zone);
}

double jutu_time_day_of_year(double ms, const JutuZone *zone)
{
    return count_units(JUTU_INTERVAL_DAY, new_year_of(ms, zone) - 1, ms, zone);
}

double jutu_time_week(double ms, const JutuZone *zone)
{
    return count_units(JUTU_INTERVAL_SUNDAY, new_year_of(ms, zone) - 1, ms, zone);
}

/* The Monday on which week 1 begins: that of 4 January. */
static double iso_week_one(double year, const JutuZone *zone)
{
    double fourth = jutu_date_add_days(new_year(year, zone), 3, zone);
    return floor_to(JUTU_INTERVAL_MONDAY, fourth, zone);
}

static double iso_year(double ms, const JutuZone *zone)
{
    double monday = floor_to(JUTU_INTERVAL_MONDAY, ms, zone);
    return jutu_calendar(jutu_date_add_days(monday, 3, zone), zone).year;
}

double jutu_time_iso_week(double ms, const JutuZone *zone)
{
    double first = iso_week_one(iso_year(ms, zone), zone);
    return 1 + count_units(JUTU_INTERVAL_MONDAY, first, ms, zone);
}

/* The day of January on which week 1 begins; that of December before is 0 or less. */
static double iso_week_one_day(double year, const JutuZone *zone)
{
    JutuCalendar date = jutu_calendar(iso_week_one(year, zone), zone);
    return date.month ? date.day - 31 : date.day;
}

/* The day of the year that has this weekday in the week of this number. */
static double week_day(double week, double weekday, double year, const JutuZone *zone)
{
    int first = jutu_calendar(new_year(year, zone), zone).weekday;
    return weekday + week * 7 - (first + 6) % 7;
}

/* The floor of a field: a multiple of the step, counted from `phase`. */
static double stepped(double value, double step, double phase)
{
    return step <= 1 ? value : phase + step * floor((value - phase) / step);
}

/* The day of the month of a floored date: 1, or further where weeks or days of the year count. */
static double floor_day(unsigned units, double step, double ms, double year, const JutuZone *zone)
{
    JutuCalendar date = jutu_calendar(ms, zone);
    unsigned finest = jutu_time_unit_finest(units);
    double day_step = finest & (JUTU_DAY | JUTU_DATE_OF_MONTH | JUTU_DAY_OF_YEAR) ? step : 1;
    double week_step = finest & (JUTU_WEEK | JUTU_ISO_WEEK) ? step : 1;
    if (units & JUTU_DAY) {
        double day;
        if (units & JUTU_ISO_WEEK)
            day = iso_week_one_day(year, zone) + (jutu_time_iso_week(ms, zone) - 1) * 7 +
                  (date.weekday + 6) % 7;
        else
            day = week_day(units & JUTU_WEEK ? jutu_time_week(ms, zone) : 1, date.weekday, year,
                           zone);
        return stepped(day, day_step, 1);
    }
    if (units & JUTU_WEEK)
        return week_day(stepped(jutu_time_week(ms, zone), week_step, 1), 0, year, zone);
    if (units & JUTU_ISO_WEEK)
        return iso_week_one_day(year, zone) +
               (stepped(jutu_time_iso_week(ms, zone), week_step, 1) - 1) * 7;
    if (units & JUTU_DATE_OF_MONTH)
        return stepped(date.day, day_step, 1);
    return units & JUTU_DAY_OF_YEAR ? stepped(jutu_time_day_of_year(ms, zone), day_step, 1) : 1;
}

/* A field that counts from 0, if it is among the units. */
static double floor_field(unsigned units, unsigned unit, double value, double step)
{
    double own = jutu_time_unit_finest(units) == unit ? step : 1;
    return units & unit ? stepped(value, own, 0) : 0;
}

static double floor_year(unsigned units, double step, double ms, const JutuZone *zone)
{
    if (!(units & JUTU_YEAR))
        return units & JUTU_ISO_WEEK ? ISO_REFERENCE_YEAR : REFERENCE_YEAR;
    double year = units & JUTU_ISO_WEEK ? iso_year(ms, zone) : jutu_calendar(ms, zone).year;
    return floor_field(units, JUTU_YEAR, year, step);
}

double jutu_time_unit_floor(unsigned units, double step, double ms, const JutuZone *zone)
{
    ms = jutu_date_clip(ms);
    if (isnan(ms))
        return NAN;
    JutuCalendar date = jutu_calendar(ms, zone);
    double year = floor_year(units, step, ms, zone);
    double months = units & JUTU_MONTH
                        ? floor_field(units, JUTU_MONTH, date.month, step)
                        : 3 * floor_field(units, JUTU_QUARTER, floor(date.month / 3.0), step);
    JutuDateParts parts = {
        .year = year,
        .month = months,
        .day = floor_day(units, step, ms, year, zone),
        .hours = floor_field(units, JUTU_HOURS, date.hours, step),
        .minutes = floor_field(units, JUTU_MINUTES, date.minutes, step),
        .seconds = floor_field(units, JUTU_SECONDS, date.seconds, step),
        .milliseconds = floor_field(units, JUTU_MILLISECONDS, date.milliseconds, step),
    };
    return jutu_date_join(parts, zone);
}

JutuInterval jutu_time_unit_interval(unsigned units)
{
    if (!units)
        return (JutuInterval){ 0 };
    return jutu_interval(units_table[g_bit_storage(units) - 1].interval);
}

double jutu_time_unit_offset(unsigned units, double steps, double ms, const JutuZone *zone)
{
    JutuInterval interval = jutu_time_unit_interval(units);
    return interval.type ? jutu_interval_offset(interval, ms, steps, zone) : NAN;
}

/* The format of a name such as "year-month" in pairs of name and format, or NULL. */
static const char *find_format(const char *const *pairs, const char *name)
{
    for (; pairs && *pairs; pairs += 2) {
        if (strcmp(*pairs, name) == 0)
            return pairs[1];
    }
    return NULL;
}

/* The format of a run of units, which has one if it is a single unit. */
static const char *format_of(unsigned run, const char *const *overrides)
{
    g_autoptr(GString) name = join_names(run, "-");
    const char *format = find_format(overrides, name->str);
    if (!format)
        format = find_format(pair_formats, name->str);
    for (size_t i = 0; i < N_UNITS && !format; i++)
        format = run == 1u << i ? units_table[i].format : NULL;
    return format;
}

const char *jutu_time_unit_specifier(unsigned units, const char *const *overrides, JutuArena *arena)
{
    g_autoptr(GString) out = g_string_new(NULL);
    while (units) {
        /* The longest run of units, from the coarsest on, that has a format. */
        unsigned run = units;
        const char *format = format_of(run, overrides);
        while (!format) {
            run &= ~jutu_time_unit_finest(run);
            format = format_of(run, overrides);
        }
        g_string_append(out, format);
        units &= ~run;
    }
    return jutu_arena_strdup(arena, g_strstrip(out->str));
}

#define DATES (JUTU_YEAR | JUTU_MONTH | JUTU_DATE_OF_MONTH)
#define UP_TO_HOURS (DATES | JUTU_HOURS)
#define UP_TO_MINUTES (UP_TO_HOURS | JUTU_MINUTES)
#define UP_TO_SECONDS (UP_TO_MINUTES | JUTU_SECONDS)
#define UP_TO_MILLISECONDS (UP_TO_SECONDS | JUTU_MILLISECONDS)
#define YEAR_MS (365 * JUTU_MS_PER_DAY)

static const struct {
    unsigned units;
    double step, length;
} bins[] = {
    { UP_TO_SECONDS, 1, JUTU_MS_PER_SECOND },
    { UP_TO_SECONDS, 5, 5 * JUTU_MS_PER_SECOND },
    { UP_TO_SECONDS, 15, 15 * JUTU_MS_PER_SECOND },
    { UP_TO_SECONDS, 30, 30 * JUTU_MS_PER_SECOND },
    { UP_TO_MINUTES, 1, JUTU_MS_PER_MINUTE },
    { UP_TO_MINUTES, 5, 5 * JUTU_MS_PER_MINUTE },
    { UP_TO_MINUTES, 15, 15 * JUTU_MS_PER_MINUTE },
    { UP_TO_MINUTES, 30, 30 * JUTU_MS_PER_MINUTE },
    { UP_TO_HOURS, 1, JUTU_MS_PER_HOUR },
    { UP_TO_HOURS, 3, 3 * JUTU_MS_PER_HOUR },
    { UP_TO_HOURS, 6, 6 * JUTU_MS_PER_HOUR },
    { UP_TO_HOURS, 12, 12 * JUTU_MS_PER_HOUR },
    { DATES, 1, JUTU_MS_PER_DAY },
    { JUTU_YEAR | JUTU_WEEK, 1, 7 * JUTU_MS_PER_DAY },
    { JUTU_YEAR | JUTU_MONTH, 1, 30 * JUTU_MS_PER_DAY },
    { JUTU_YEAR | JUTU_MONTH, 3, 90 * JUTU_MS_PER_DAY },
    { JUTU_YEAR, 1, YEAR_MS },
};

unsigned jutu_time_bin(double start, double stop, double maxbins, double *step)
{
    double count = maxbins ? maxbins : 40, target = fabs(stop - start) / count;
    size_t i = 0;
    while (i < G_N_ELEMENTS(bins) && !(bins[i].length > target)) /* NaN is beyond all */
        i++;
    if (i == G_N_ELEMENTS(bins)) {
        *step = jutu_tick_step(start / YEAR_MS, stop / YEAR_MS, count);
        return JUTU_YEAR;
    }
    if (i == 0) {
        *step = jutu_tick_step(start, stop, count);
        *step = *step < 1 ? 1 : *step;
        return UP_TO_MILLISECONDS;
    }
    if (target / bins[i - 1].length < bins[i].length / target)
        i--;
    *step = bins[i].step;
    return bins[i].units;
}
