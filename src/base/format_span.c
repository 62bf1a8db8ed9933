/* Formats of which the precision follows from what is to be told apart. */
#include <math.h>
#include <string.h>

#include "base/digits.h"
#include "base/format.h"
#include "base/tick.h"

int jutu_precision_fixed(double step)
{
    int exponent;
    return jutu_digits_exponent(step, &exponent) ? MAX(0, -exponent) : -1;
}

int jutu_precision_prefix(double step, double value)
{
    int of_step, of_value;
    if (!jutu_digits_exponent(step, &of_step) || !jutu_digits_exponent(value, &of_value))
        return -1;
    int prefix = CLAMP((int)floor(of_value / 3.0), -8, 8) * 3;
    return MAX(0, prefix - of_step);
}

int jutu_precision_round(double step, double max)
{
    int of_step, of_max;
    if (!jutu_digits_exponent(step, &of_step) ||
        !jutu_digits_exponent(fabs(max) - fabs(step), &of_max))
        return -1;
    return MAX(0, of_max - of_step) + 1;
}

/* The precision that steps need in this type of format, or -1. */
static int precision_for(char type, double step, double max)
{
    int precision = -1;
    switch (type) {
    case 's':
        return jutu_precision_prefix(step, max);
    case 'f':
        return jutu_precision_fixed(step);
    case '%':
        precision = jutu_precision_fixed(step);
        return precision < 0 ? -1 : MAX(0, precision - 2);
    case 'e':
        precision = jutu_precision_round(step, max);
        return precision < 0 ? -1 : MAX(0, precision - 1);
    case 0:
    case 'g':
    case 'p':
    case 'r':
        return jutu_precision_round(step, max);
    default:
        return -1;
    }
}

bool jutu_format_ticks(double start, double stop, double count, const char *specifier,
                       JutuTickFormat *out, GError **error)
{
    double max = fmax(fabs(start), fabs(stop));
    *out = (JutuTickFormat){ .reference = max };
    if (!jutu_format_parse(specifier ? specifier : ",f", &out->spec, error))
        return false;
    if (out->spec.precision < 0)
        out->spec.precision = precision_for(out->spec.type, jutu_tick_step(start, stop, count),
                                            max);
    out->prefix = out->spec.type == 's';
    return true;
}

bool jutu_format_span(double start, double stop, double count, const char *specifier,
                      JutuTickFormat *out, GError **error)
{
    JutuFormatSpec given;
    if (!jutu_format_parse(specifier ? specifier : ",f", &given, error))
        return false;
    bool done = jutu_format_ticks(start, stop, count, specifier, out, error);
    out->prefix = out->prefix && given.precision < 0;
    return done;
}

const char *jutu_format_tick(const JutuTickFormat *format, double value,
                             const JutuNumberLocale *locale, JutuArena *arena)
{
    return format->prefix
               ? jutu_format_prefix(&format->spec, format->reference, value, locale, arena)
               : jutu_format_number(&format->spec, value, locale, arena);
}

/* Drops the zeros at the end of the decimals, but never the text behind them. */
static const char *trim_zeros(const char *text, const char *decimal, JutuArena *arena)
{
    const char *point = strstr(text, decimal), *end = strrchr(text, 'e');
    if (!point)
        return text;
    const char *first = point + strlen(decimal);
    if (!end || end < first) {
        for (end = text + strlen(text); end > first && !g_ascii_isdigit(end[-1]);)
            end--;
    }
    const char *last = end;
    while (last > first && last[-1] == '0')
        last--;
    if (last == first)
        last = point;
    return jutu_arena_printf(arena, "%.*s%s", (int)(last - text), text, end);
}

const char *jutu_format_float(const char *specifier, double value, const JutuNumberLocale *locale,
                              JutuArena *arena, GError **error)
{
    JutuFormatSpec spec;
    locale = locale ? locale : &jutu_number_locale_en;
    if (!jutu_format_parse(specifier && *specifier ? specifier : ",", &spec, error))
        return NULL;
    if (spec.precision >= 0)
        return jutu_format_number(&spec, value, locale, arena);
    spec.precision = spec.type == '%' ? 10 : spec.type == 'e' ? 11 : 12;
    const char *text = jutu_format_number(&spec, value, locale, arena);
    return trim_zeros(text, locale->decimal ? locale->decimal : ".", arena);
}
