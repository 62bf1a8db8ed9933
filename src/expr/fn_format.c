/* Numbers and dates to text, and text to dates. */
#include <math.h>
#include <string.h>

#include "base/format.h"
#include "base/time.h"
#include "expr/eval.h"

static JutuValue text_of(JutuEval *eval, const char *text)
{
    return jutu_eval_charge_text(eval, strlen(text)) ? jutu_string(text) : jutu_undefined();
}

static JutuValue format(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue value = jutu_arg(args, n, 0);
    if (value.type == JUTU_NULL)
        return jutu_string("null");
    JutuFormatSpec spec;
    const char *source = jutu_eval_string(eval, jutu_arg(args, n, 1)).string;
    if (!jutu_format_parse(source, &spec, NULL))
        return jutu_eval_fail(eval, "\"%.40s\" is no number format, such as \",.2f\"", source);
    double number = jutu_eval_number(eval, value);
    return text_of(eval,
                   jutu_format_number(&spec, number, eval->context->number_locale, eval->arena));
}

/* The format that an object gives to dates which begin a unit; NULL: the usual one. */
static const char * override(JutuEval *eval, JutuValue formats, const char *unit)
{
    JutuValue given = jutu_member(formats, unit);
    return jutu_truthy(given) ? jutu_eval_string(eval, given).string : NULL;
}

/* The format of the coarsest unit that a date begins. */
static const char *pick_format(JutuEval *eval, JutuValue formats, double ms, const JutuZone *zone)
{
    const char *date = override(eval, formats, "date");
    JutuTimeMulti multi = {
        .year = override(eval, formats, "year"),
        .quarter = override(eval, formats, "quarter"),
        .month = override(eval, formats, "month"),
        .week = override(eval, formats, "week"),
        .date = date ? date : override(eval, formats, "day"),
        .hours = override(eval, formats, "hours"),
        .minutes = override(eval, formats, "minutes"),
        .seconds = override(eval, formats, "seconds"),
        .milliseconds = override(eval, formats, "milliseconds"),
    };
    return jutu_time_multi_specifier(ms, zone, &multi);
}

static JutuValue format_date(JutuEval *eval, const JutuValue *args, size_t n, const JutuZone *zone)
{
    JutuValue value = jutu_arg(args, n, 0), spec = jutu_arg(args, n, 1);
    if (value.type == JUTU_NULL)
        return jutu_string("null");
    double ms = jutu_date_clip(jutu_eval_number(eval, value));
    const char *specifier = spec.string;
    if (spec.type != JUTU_STRING) {
        if (jutu_truthy(spec) && spec.type != JUTU_DATE && spec.type < JUTU_ARRAY)
            return jutu_eval_fail(eval, "%s() needs a format, such as \"%%Y-%%m-%%d\"",
                                  eval->called->name);
        specifier = pick_format(eval, spec, ms, zone);
    }
    return text_of(eval,
                   jutu_time_format(specifier, ms, zone, eval->context->time_locale, eval->arena));
}

static JutuValue time_format(JutuEval *eval, const JutuValue *args, size_t n)
{
    return format_date(eval, args, n, eval->context->zone);
}

static JutuValue utc_format(JutuEval *eval, const JutuValue *args, size_t n)
{
    return format_date(eval, args, n, NULL);
}

static JutuValue parse_date(JutuEval *eval, const JutuValue *args, size_t n, const JutuZone *zone)
{
    JutuValue value = jutu_arg(args, n, 0);
    if (value.type == JUTU_NULL)
        return jutu_string("null"); /* as Vega has it */
    const char *specifier = jutu_eval_string(eval, jutu_arg(args, n, 1)).string;
    double ms = jutu_time_parse(specifier, jutu_eval_string(eval, value).string, zone,
                                eval->context->time_locale);
    return isnan(ms) ? jutu_null() : jutu_date(ms);
}

static JutuValue time_parse(JutuEval *eval, const JutuValue *args, size_t n)
{
    return parse_date(eval, args, n, eval->context->zone);
}

static JutuValue utc_parse(JutuEval *eval, const JutuValue *args, size_t n)
{
    return parse_date(eval, args, n, NULL);
}

static const JutuTimeLocale *names_in(const JutuEval *eval)
{
    const JutuTimeLocale *locale = eval->context->time_locale;
    return locale ? locale : &jutu_time_locale_en;
}

/* A name from a list that goes round; "" if the number isn't whole. */
static JutuValue name_of(const char *const *names, int n_names, JutuValue which)
{
    if (which.type != JUTU_NUMBER || which.number != floor(which.number) ||
        fabs(which.number) > 1e8)
        return jutu_string("");
    int i = (int)fmod(which.number, n_names);
    return jutu_string(names[i < 0 ? i + n_names : i]);
}

#define MONTH_OF(name, list) \
    static JutuValue name(JutuEval *eval, const JutuValue *args, size_t n) \
    { \
        return name_of(names_in(eval)->list, 12, jutu_arg(args, n, 0)); \
    }

MONTH_OF(month_format, months)
MONTH_OF(short_month_format, short_months)
/* 2 + day is what must be whole: null and false count as Sunday, unlike text. */
#define DAY_OF(name, list) \
    static JutuValue name(JutuEval *eval, const JutuValue *args, size_t n) \
    { \
        JutuValue day = jutu_arg(args, n, 0); \
        if (day.type == JUTU_NULL || day.type == JUTU_BOOLEAN) \
            day = jutu_number(jutu_eval_number(eval, day)); \
        return name_of(names_in(eval)->list, 7, day); \
    }

DAY_OF(day_format, days)
DAY_OF(short_day_format, short_days)

/* The bits of the units that a value names; 0 with the error set. */
static unsigned read_units(JutuEval *eval, JutuValue value)
{
    size_t n = value.type == JUTU_ARRAY ? value.length : !jutu_is_nullish(value);
    unsigned units = 0;
    if (n == 0)
        jutu_eval_fail(eval, "timeUnitSpecifier() needs time units");
    for (size_t i = 0; i < n && !eval->failed; i++) {
        const char *name =
            jutu_eval_string(eval, value.type == JUTU_ARRAY ? value.items[i] : value).string;
        unsigned unit = jutu_time_unit_parse(name, NULL, NULL);
        if (unit == 0 || (unit & (unit - 1)) ||
            strcmp(jutu_time_unit_name(unit, eval->arena), name) != 0)
            jutu_eval_fail(eval, "\"%.40s\" is no time unit", name);
        units |= unit;
    }
    if (units && !jutu_time_unit_is_valid(units))
        jutu_eval_fail(eval, "these time units don't go together");
    return eval->failed ? 0 : units;
}

static JutuValue time_unit_specifier(JutuEval *eval, const JutuValue *args, size_t n)
{
    unsigned units = read_units(eval, jutu_arg(args, n, 0));
    JutuValue formats = jutu_arg(args, n, 1);
    if (units == 0)
        return jutu_undefined();
    size_t given = formats.type == JUTU_OBJECT ? formats.object->n : 0, pairs = 0;
    const char **overrides = jutu_new(eval->arena, const char *, 2 * given + 1);
    for (size_t i = 0; i < given; i++) {
        if (jutu_is_nullish(formats.object->values[i]))
            continue;
        overrides[2 * pairs] = formats.object->names[i];
        overrides[2 * pairs++ + 1] = jutu_eval_string(eval, formats.object->values[i]).string;
    }
    return text_of(eval, jutu_time_unit_specifier(units, overrides, eval->arena));
}

const JutuFunction jutu_functions_format[] = {
    { "format", "format(number, specifier): as d3-format writes it.", 0, JUTU_ANY, .fn = format },
    { "timeFormat", "timeFormat(date, specifier): as d3-time-format writes it.", 0, JUTU_ANY,
      .fn = time_format },
    { "utcFormat", "utcFormat(date, specifier): the same in UTC.", 0, JUTU_ANY, .fn = utc_format },
    { "timeParse", "timeParse(text, specifier): a date, or null.", 0, JUTU_ANY, JUTU_FRESH,
      .fn = time_parse },
    { "utcParse", "utcParse(text, specifier): a date, or null, read as UTC.", 0, JUTU_ANY,
      JUTU_FRESH, .fn = utc_parse },
    { "monthFormat", "monthFormat(month): the name, 0 being January.", 0, JUTU_ANY,
      .fn = month_format },
    { "monthAbbrevFormat", "monthAbbrevFormat(month): the short name, 0 being Jan.", 0, JUTU_ANY,
      .fn = short_month_format },
    { "dayFormat", "dayFormat(day): the name, 0 being Sunday.", 0, JUTU_ANY, .fn = day_format },
    { "dayAbbrevFormat", "dayAbbrevFormat(day): the short name, 0 being Sun.", 0, JUTU_ANY,
      .fn = short_day_format },
    { "timeUnitSpecifier", "timeUnitSpecifier(units, overrides): a format for them.", 0, JUTU_ANY,
      .fn = time_unit_specifier },
    { 0 },
};
