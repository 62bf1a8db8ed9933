/* Formats of which the precision follows from what is to be told apart. */
#include <math.h>

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

bool jutu_format_ticks(const double span[2], double count, const char *specifier,
                       JutuFormatSpec *out, bool *prefix, double *reference, GError **error)
{
    *reference = fmax(fabs(span[0]), fabs(span[1]));
    if (!jutu_format_parse(specifier ? specifier : ",f", out, error))
        return false;
    *prefix = out->type == 's';
    if (out->precision < 0)
        out->precision = precision_for(out->type, jutu_tick_step(span[0], span[1], count),
                                       *reference);
    return true;
}
