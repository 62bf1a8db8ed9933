#include "scale/labels.h"

#include <math.h>
#include <string.h>

typedef enum { AS_TEXT, AS_NUMBER, AS_PREFIXED, AS_DATE, AS_STYLED } Way;

struct JutuLabels {
    JutuLabelStyle style;
    Way way;
    JutuFormatSpec format; /* numbers */
    double reference;      /* whose SI prefix all have */
    const JutuZone *zone;  /* dates */
    double base, digits;   /* log: how many digits are labelled; base 0: all */
};

static const JutuFormatSpec plain = { .align = '>', .sign = '-', .width = -1, .precision = -1 };

static const char *date_label(const JutuLabels *labels, double ms, JutuArena *arena)
{
    const JutuTimeLocale *locale = labels->style.time_locale;
    if (labels->style.specifier)
        return jutu_time_format(labels->style.specifier, ms, labels->zone, locale, arena);
    return jutu_time_format_multi(ms, labels->zone, locale, labels->style.multi, arena);
}

double jutu_log_digits(double base, double count, size_t n)
{
    double digits = base * count / (double)n;
    return isnan(digits) ? digits : fmax(1, digits);
}

bool jutu_log_is_labelled(double base, double value, double digits)
{
    double digit = value / pow(base, floor(log(value) / log(base) + 0.5));
    if (digit * base < base - 0.5)
        digit *= base;
    return digit <= digits;
}

const char *jutu_label(const JutuLabels *labels, JutuValue value, JutuArena *arena)
{
    const JutuNumberLocale *locale = labels->style.number_locale;
    if (labels->way == AS_TEXT)
        return jutu_to_text(value, arena);
    double number = jutu_to_number(value);
    if (labels->way == AS_DATE)
        return date_label(labels, number, arena);
    if (labels->base > 0 && !jutu_log_is_labelled(labels->base, number, labels->digits))
        return "";
    if (labels->way == AS_STYLED)
        return jutu_number_text(number, labels->style.number, locale, arena);
    if (labels->way == AS_PREFIXED)
        return jutu_format_prefix(&labels->format, labels->reference, number, locale, arena);
    return jutu_format_number(&labels->format, number, locale, arena);
}

JutuValue jutu_label_value(const JutuLabels *labels, JutuValue value, JutuArena *arena)
{
    if (labels->way != AS_TEXT || value.type != JUTU_ARRAY)
        return jutu_string(jutu_label(labels, value, arena));
    JutuValue *lines = jutu_new(arena, JutuValue, value.length + 1);
    for (size_t i = 0; i < value.length; i++)
        lines[i] = jutu_string(jutu_to_text(value.items[i], arena));
    return jutu_array(lines, value.length);
}

const char *jutu_label_range(const JutuLabels *labels, double value, double limit, JutuArena *arena)
{
    const char *low = isfinite(value) ? jutu_label(labels, jutu_number(value), arena) : "";
    const char *high = isfinite(limit) ? jutu_label(labels, jutu_number(limit), arena) : "";
    if (*low && *high)
        return jutu_arena_printf(arena, "%s – %s", low, high);
    return *high ? jutu_arena_printf(arena, "< %s", high) : jutu_arena_printf(arena, "≥ %s", low);
}

/* As many decimals as `count` ticks over a span need, Vega's formatSpan(). */
static bool span_format(JutuLabels *labels, const double span[2], double count, GError **error)
{
    const char *specifier = labels->style.specifier;
    bool prefix = false;
    labels->way = AS_NUMBER;
    if (specifier && !jutu_format_parse(specifier, &labels->format, error))
        return false;
    if (specifier && labels->format.precision >= 0)
        return true;
    if (!jutu_format_ticks(span, count, specifier, &labels->format, &prefix, &labels->reference,
                           error))
        return false;
    if (prefix)
        labels->way = AS_PREFIXED;
    return true;
}

/* As many digits as each number has, up to twelve: Vega's formatFloat(). */
static bool float_format(JutuLabels *labels, GError **error)
{
    enum { DIGITS = 12 };
    const char *specifier = labels->style.specifier;
    labels->way = AS_NUMBER;
    if (!jutu_format_parse(specifier && *specifier ? specifier : ",", &labels->format, error))
        return false;
    if (labels->format.precision >= 0)
        return true;
    char type = labels->format.type;
    labels->format.precision = DIGITS - (type == '%' ? 2 : type == 'e' ? 1 : 0);
    labels->format.trim = true;
    return true;
}

static void leave_out(const JutuScale *scale, JutuLabels *labels, JutuArena *arena)
{
    size_t n;
    jutu_scale_ticks(scale, labels->style.count, arena, &n);
    labels->base = scale->base;
    labels->digits = jutu_log_digits(scale->base, labels->style.count.count, n);
}

/* Dates are asked for, or are what the scale has. */
static bool date_format(const JutuScale *scale, JutuLabels *labels)
{
    bool utc = g_strcmp0(labels->style.format_type, "utc") == 0;
    bool local = g_strcmp0(labels->style.format_type, "time") == 0;
    if (!scale->type->temporal && !utc && !local)
        return false;
    labels->way = AS_DATE;
    labels->zone = scale->type->temporal && !local ? scale->zone
                   : utc                           ? NULL
                                                   : scale->context->zone;
    return true;
}

static JutuLabels *labels_new(const JutuLabelStyle *style, JutuArena *arena)
{
    JutuLabels *labels = jutu_new(arena, JutuLabels, 1);
    *labels = (JutuLabels){ .style = *style, .way = AS_TEXT, .format = plain };
    return labels;
}

const JutuLabels *jutu_tick_labels(const JutuScale *scale, const JutuLabelStyle *style,
                                   JutuArena *arena, GError **error)
{
    JutuLabels *labels = labels_new(style, arena);
    double extent[2];
    if (date_format(scale, labels))
        return labels;
    if (style->number)
        labels->way = AS_STYLED;
    if (scale->type->logarithmic) {
        if (!style->number && !float_format(labels, error))
            return NULL;
        if (!style->all && !scale->bins)
            leave_out(scale, labels, arena);
        return labels;
    }
    if (style->number)
        return labels;
    if (scale->type->spanned) {
        jutu_scale_extent(scale, extent);
        return span_format(labels, extent, style->count.count, error) ? labels : NULL;
    }
    if (!style->specifier)
        return labels;
    labels->way = AS_NUMBER;
    return jutu_format_parse(style->specifier, &labels->format, error) ? labels : NULL;
}

const JutuLabels *jutu_legend_labels(const JutuScale *scale, const JutuLabelStyle *style,
                                     JutuArena *arena, GError **error)
{
    enum { RESOLUTION = 30 }; /* three ticks, each ten times as exact */
    bool dates = g_strcmp0(style->format_type, "utc") == 0 ||
                 g_strcmp0(style->format_type, "time") == 0;
    if (dates || !scale->type->least_step)
        return jutu_tick_labels(scale, style, arena, error);
    JutuLabels *labels = labels_new(style, arena);
    const double span[2] = { 0, scale->type->least_step(scale) };
    return span_format(labels, span, RESOLUTION, error) ? labels : NULL;
}
