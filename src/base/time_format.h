/* Dates as text, as d3-time-format writes and reads them. */
#pragma once
#include "base/arena.h"
#include "base/zone.h"

/* Formats by the coarsest unit that a moment is the start of; NULL members are d3's. */
typedef struct {
    const char *year, *quarter, *month, *week, *date, *hours, *minutes, *seconds, *milliseconds;
} JutuTimeMulti;

/* Names of a language, and its usual formats: d3-time-format's locale definition. */
typedef struct {
    const char *tag;                     /* BCP 47, "zh-CN"; NULL if it has none */
    const char *date_time, *date, *time; /* %c, %x, %X */
    const char *periods[2], *days[7], *short_days[7], *months[12], *short_months[12];
    /* Formats that read better in the language than d3's and Vega's formats, "2024年5月" for "May
     * 2024"; in effect only where it is passed on. NULL: nothing does. */
    const JutuTimeMulti *multi;
    const char *const *unit_formats; /* overrides of jutu_time_unit_specifier() */
} JutuTimeLocale;

extern const JutuTimeLocale jutu_time_locale_en;

/* The locale of a language tag, or of its language ("zh" and "zh-Hans" find "zh-CN", "zh-Hant"
 * "zh-TW"); NULL if jutu knows none. */
const JutuTimeLocale *jutu_time_locale_find(const char *tag);

/* timeFormat(specifier)(ms), utcFormat for zone NULL. locale NULL: en-US. In the arena. */
const char *jutu_time_format(const char *specifier, double ms, const JutuZone *zone,
                             const JutuTimeLocale *locale, JutuArena *arena);
/* timeParse(specifier)(text); NaN where it doesn't match. */
double jutu_time_parse(const char *specifier, const char *text, const JutuZone *zone,
                       const JutuTimeLocale *locale);

/* The format that an axis gives a tick: "%Y" for the start of a year, "%B" of a month, "%b %d" of a
 * week, "%a %d", "%I %p" … @param multi  NULL: d3-scale's and Vega's */
const char *jutu_time_multi_specifier(double ms, const JutuZone *zone, const JutuTimeMulti *multi);
/* The text of it: "2020", "April", "Fri 03", "12 PM" … */
const char *jutu_time_format_multi(double ms, const JutuZone *zone, const JutuTimeLocale *locale,
                                   const JutuTimeMulti *multi, JutuArena *arena);
