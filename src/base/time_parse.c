/* Dates read by a d3-time-format specifier: each directive notes a field, and
 * the fields together are a date. */
#include <glib.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/date.h"
#include "base/interval.h"
#include "base/space.h"
#include "base/time_format.h"

#define MAX_DEPTH 4 /* of %c, %x and %X within each other: a locale may name itself */

/* NaN where the text didn't say. */
typedef struct {
    double year, month, day, hours, minutes, seconds, milliseconds;
    double quarter_month, period, weekday, weekday_from_monday;
    double week_from_sunday, week_from_monday, iso_week;
    double zone; /* hhmm, positive in the west */
    double unix_ms, unix_seconds;
} Fields;

typedef struct {
    const char *at;
    const JutuTimeLocale *locale;
    Fields fields;
    int depth;
} Reader;

/* A directive: how its text looks, and which field it is. */
typedef struct Directive Directive;
struct Directive {
    bool (*read)(Reader *reader, const Directive *directive);
    size_t field;    /* offset of a double in Fields */
    size_t width;    /* characters of a number, white space before it included */
    double by, plus; /* what the number becomes: number * by + plus */
    size_t names, n; /* offset of an array in JutuTimeLocale, or of a specifier */
};

static double *field(Reader *reader, const Directive *directive)
{
    return (double *)(void *)((char *)&reader->fields + directive->field);
}

static const char *const *names(const Reader *reader, const Directive *directive)
{
    return (const char *const *)(const void *)((const char *)reader->locale + directive->names);
}

static bool scan_number(Reader *reader, size_t width, double *out)
{
    const char *at = reader->at;
    for (size_t space; width > 0 && (space = jutu_space_at(at)) > 0; width--)
        at += space;
    const char *start = at;
    while (width > 0 && g_ascii_isdigit(*at)) {
        at++;
        width--;
    }
    if (at == start)
        return false;
    g_autofree char *digits = g_strndup(start, (size_t)(at - start));
    *out = g_ascii_strtod(digits, NULL);
    reader->at = at;
    return true;
}

static bool read_number(Reader *reader, const Directive *directive)
{
    double number;
    if (!scan_number(reader, directive->width, &number))
        return false;
    *field(reader, directive) = number * directive->by + directive->plus;
    return true;
}

static bool read_short_year(Reader *reader, const Directive *directive)
{
    double number;
    if (!scan_number(reader, 2, &number))
        return false;
    *field(reader, directive) = number + (number > 68 ? 1900 : 2000);
    return true;
}

static bool read_day_of_year(Reader *reader, const Directive *directive)
{
    reader->fields.month = 0;
    return read_number(reader, directive);
}

static bool read_microseconds(Reader *reader, const Directive *directive)
{
    double number;
    if (!scan_number(reader, 6, &number))
        return false;
    *field(reader, directive) = floor(number / 1000);
    return true;
}

/* Safe at the end of a text that is cut within a character. */
static const char *next_char(const char *at)
{
    do
        at++;
    while ((*at & 0xc0) == 0x80);
    return at;
}

/* As a regular expression without regard to case compares: ASCII only equals ASCII. */
static gunichar folded(gunichar c)
{
    gunichar upper = g_unichar_toupper(c);
    return c >= 0x80 && upper < 0x80 ? c : upper;
}

/* Steps over a name in any case. @return whether it was there */
static bool take_name(const char **text, const char *name)
{
    const char *at = *text;
    while (*name) {
        gunichar c = g_utf8_get_char_validated(at, -1);
        if (!*at || folded(c) != folded(g_utf8_get_char_validated(name, -1)))
            return false;
        at = next_char(at);
        name = next_char(name);
    }
    *text = at;
    return true;
}

/* The first name that fits; of two that are the same the last one counts. */
static bool read_name(Reader *reader, const Directive *directive)
{
    const char *const *list = names(reader, directive);
    for (size_t i = 0; i < directive->n; i++) {
        if (!take_name(&reader->at, list[i]))
            continue;
        for (size_t twin = i; twin < directive->n; twin++) {
            const char *end = list[i];
            if (take_name(&end, list[twin]) && !*end)
                *field(reader, directive) = (double)twin;
        }
        return true;
    }
    return false;
}

static bool read_all(Reader *reader, const char *specifier);

static bool read_nested(Reader *reader, const Directive *directive)
{
    return read_all(reader, *names(reader, directive));
}

static bool is_offset(const char *at)
{
    return (*at == '+' || *at == '-') && g_ascii_isdigit(at[1]) && g_ascii_isdigit(at[2]);
}

/*
 * "Z" or +hh[[:]mm]. d3's pattern isn't tied to the start for the latter, so
 * that it is found within the next six characters while only its own length is
 * gone over; kept, since the reference has it.
 */
static bool read_zone(Reader *reader, const Directive *directive)
{
    double *out = field(reader, directive);
    if (*reader->at == 'Z') {
        *out = 0;
        reader->at++;
        return true;
    }
    size_t left = 6;
    const char *at = reader->at;
    while (left >= 3 && *at && !is_offset(at)) {
        left -= (unsigned char)*at >= 0xf0 ? 2 : 1; /* in UTF-16 */
        at = next_char(at);
    }
    if (left < 3 || !*at)
        return false;
    size_t length = 3, colon = at[3] == ':';
    int minutes = 0;
    if (left >= 5 + colon && g_ascii_isdigit(at[3 + colon]) && g_ascii_isdigit(at[4 + colon])) {
        minutes = (at[3 + colon] - '0') * 10 + (at[4 + colon] - '0');
        length = 5 + colon;
    }
    double west = ((at[1] - '0') * 10 + (at[2] - '0')) * 100 + minutes;
    *out = *at == '-' ? west : -west;
    for (; length > 0 && *reader->at; length--)
        reader->at = next_char(reader->at);
    return true;
}

static bool read_percent(Reader *reader, const Directive *directive)
{
    (void)directive;
    return *reader->at == '%' && reader->at++;
}

#define NUMBER(name, digits) \
    { \
        .read = read_number, .field = offsetof(Fields, name), .width = digits, .by = 1 \
    }
#define NAME(name, list) \
    { \
        .read = read_name, .field = offsetof(Fields, name), \
        .names = offsetof(JutuTimeLocale, list), \
        .n = sizeof(((JutuTimeLocale *)0)->list) / sizeof(char *) \
    }
#define NESTED(list) \
    { \
        .read = read_nested, .names = offsetof(JutuTimeLocale, list) \
    }

static const Directive directives[128] = {
    ['%'] = { .read = read_percent },
    ['A'] = NAME(weekday, days),
    ['B'] = NAME(month, months),
    ['G'] = NUMBER(year, 4),
    ['H'] = NUMBER(hours, 2),
    ['I'] = NUMBER(hours, 2),
    ['L'] = NUMBER(milliseconds, 3),
    ['M'] = NUMBER(minutes, 2),
    ['Q'] = NUMBER(unix_ms, SIZE_MAX),
    ['S'] = NUMBER(seconds, 2),
    ['U'] = NUMBER(week_from_sunday, 2),
    ['V'] = NUMBER(iso_week, 2),
    ['W'] = NUMBER(week_from_monday, 2),
    ['X'] = NESTED(time),
    ['Y'] = NUMBER(year, 4),
    ['Z'] = { .read = read_zone, .field = offsetof(Fields, zone) },
    ['a'] = NAME(weekday, short_days),
    ['b'] = NAME(month, short_months),
    ['c'] = NESTED(date_time),
    ['d'] = NUMBER(day, 2),
    ['e'] = NUMBER(day, 2),
    ['f'] = { .read = read_microseconds, .field = offsetof(Fields, milliseconds) },
    ['g'] = { .read = read_short_year, .field = offsetof(Fields, year) },
    ['j'] = { .read = read_day_of_year, .field = offsetof(Fields, day), .width = 3, .by = 1 },
    ['m'] = { .read = read_number,
              .field = offsetof(Fields, month),
              .width = 2,
              .by = 1,
              .plus = -1 },
    ['p'] = NAME(period, periods),
    ['q'] = { .read = read_number,
              .field = offsetof(Fields, quarter_month),
              .width = 1,
              .by = 3,
              .plus = -3 },
    ['s'] = NUMBER(unix_seconds, SIZE_MAX),
    ['u'] = NUMBER(weekday_from_monday, 1),
    ['w'] = NUMBER(weekday, 1),
    ['x'] = NESTED(date),
    ['y'] = { .read = read_short_year, .field = offsetof(Fields, year) },
};

static bool read_all(Reader *reader, const char *specifier)
{
    if (reader->depth == MAX_DEPTH)
        return false;
    reader->depth++;
    for (const char *at = specifier; *at; at++) {
        if (!*reader->at)
            return false;
        if (*at != '%') {
            if (*at != *reader->at++)
                return false;
            continue;
        }
        at++;
        if (*at == '-' || *at == '_' || *at == '0')
            at++;
        unsigned char name = (unsigned char)*at;
        if (name >= 128 || !directives[name].read ||
            !directives[name].read(reader, &directives[name]))
            return false;
    }
    reader->depth--;
    return true;
}

/* new Date(year, …) with years as they are. */
static double make_date(const Fields *fields, const JutuZone *zone)
{
    JutuDateParts parts = { fields->year,    fields->month,   fields->day,         fields->hours,
                            fields->minutes, fields->seconds, fields->milliseconds };
    if (!(parts.year >= 0 && parts.year < 100))
        return jutu_date_join(parts, zone);
    /* d3 makes these in the year -1 and moves them, which has no leap day. */
    parts.year = -1;
    double years = fields->year - jutu_calendar(jutu_date_join(parts, zone), zone).year;
    return jutu_date_add_months(jutu_date_join(parts, zone), 12 * years, zone);
}

/* From the number of the week of the year to a date. */
static void apply_iso_week(Fields *fields, const JutuZone *zone)
{
    JutuInterval monday = jutu_interval(JUTU_INTERVAL_MONDAY),
                 day = jutu_interval(JUTU_INTERVAL_DAY);
    double weekday = isnan(fields->weekday) ? 1 : fields->weekday;
    double start = make_date(&(Fields){ .year = fields->year, .day = 1 }, zone);
    int first = jutu_calendar(start, zone).weekday;
    double week = first > 4 || first == 0 ? jutu_interval_ceil(monday, start, zone)
                                          : jutu_interval_floor(monday, start, zone);
    week = jutu_interval_offset(day, week, (fields->iso_week - 1) * 7, zone);
    JutuCalendar date = jutu_calendar(week, zone);
    fields->year = date.year;
    fields->month = date.month;
    fields->day = date.day + fmod(weekday + 6, 7);
}

static void apply_week(Fields *fields, const JutuZone *zone)
{
    bool by_monday = !isnan(fields->week_from_monday);
    double weekday = fields->weekday;
    if (isnan(weekday))
        weekday = isnan(fields->weekday_from_monday) ? by_monday
                                                     : fmod(fields->weekday_from_monday, 7);
    double start = make_date(&(Fields){ .year = fields->year, .day = 1 }, zone);
    int first = jutu_calendar(start, zone).weekday;
    fields->month = 0;
    fields->day = by_monday ? fmod(weekday + 6, 7) + fields->week_from_monday * 7 - (first + 5) % 7
                            : weekday + fields->week_from_sunday * 7 - (first + 6) % 7;
}

static double date_of(Fields *fields, const JutuZone *zone)
{
    if (!isnan(fields->unix_ms))
        return jutu_date_clip(fields->unix_ms);
    if (!isnan(fields->unix_seconds))
        return jutu_date_clip(fields->unix_seconds * 1000 + fields->milliseconds);
    if (!isnan(fields->zone))
        zone = NULL; /* the text names its own */
    if (!isnan(fields->period))
        fields->hours = fmod(fields->hours, 12) + fields->period * 12;
    if (isnan(fields->month))
        fields->month = isnan(fields->quarter_month) ? 0 : fields->quarter_month;
    if (!isnan(fields->iso_week)) {
        if (fields->iso_week < 1 || fields->iso_week > 53)
            return NAN;
        apply_iso_week(fields, zone);
    } else if (!isnan(fields->week_from_monday) || !isnan(fields->week_from_sunday)) {
        apply_week(fields, zone);
    }
    if (!isnan(fields->zone)) {
        fields->hours += trunc(fields->zone / 100);
        fields->minutes += fmod(fields->zone, 100);
    }
    return make_date(fields, zone);
}

double jutu_time_parse(const char *specifier, const char *text, const JutuZone *zone,
                       const JutuTimeLocale *locale)
{
    Reader reader = {
        .at = text,
        .locale = locale ? locale : &jutu_time_locale_en,
        .fields = { .year = 1900,
                    .month = NAN,
                    .day = 1,
                    .quarter_month = NAN,
                    .period = NAN,
                    .weekday = NAN,
                    .weekday_from_monday = NAN,
                    .week_from_sunday = NAN,
                    .week_from_monday = NAN,
                    .iso_week = NAN,
                    .zone = NAN,
                    .unix_ms = NAN,
                    .unix_seconds = NAN },
    };
    if (!read_all(&reader, specifier) || *reader.at)
        return NAN;
    return date_of(&reader.fields, zone);
}
