/* Measuring: Vega's estimate, and what follows from any measure: cut lines and baselines. */
#include "text/measure.h"

#include <math.h>
#include <string.h>

/* Length in UTF-16 units, JavaScript's `length`. */
static size_t utf16_length(const char *text)
{
    size_t n = 0;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++)
        n += (*at & 0xc0) != 0x80 ? (*at >= 0xf0 ? 2 : 1) : 0;
    return n;
}

static double estimate(const JutuMeasure *self, const char *text, const JutuFont *font)
{
    (void)self;
    return text ? trunc(0.8 * (double)utf16_length(text) * font->size) : 0;
}

const JutuMeasure *jutu_measure_estimate(void)
{
    static const JutuMeasure measure = { estimate, NULL };
    return &measure;
}

/* White space and line ends of ECMAScript, which String.trim() takes off. */
static bool blank(gunichar c)
{
    return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
           c == 0x205f || c == 0x3000 || c == 0xfeff;
}

static const char *trimmed(const char *text, JutuArena *arena)
{
    while (*text && blank(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    const char *end = text + strlen(text), *last = end;
    while (last > text && blank(g_utf8_get_char(g_utf8_prev_char(last))))
        last = g_utf8_prev_char(last);
    return last == end ? text : jutu_arena_printf(arena, "%.*s", (int)(last - text), text);
}

/* What is as wide as a thousand letters is no label. Short texts needn't be measured for it. */
static double sane_limit(const char *text, const JutuFont *font, double limit)
{
    enum { SHORT = 400 };
    if (!font || strlen(text) <= SHORT)
        return limit;
    double most = JUTU_LINE_MOST * font->size;
    return limit > 0 ? fmin(limit, most) : most;
}

const char *jutu_measure_cut(const JutuMeasure *measure, const char *given, const JutuFont *font,
                             double limit, const char *ellipsis, JutuArena *arena)
{
    const char *text = trimmed(given, arena);
    limit = sane_limit(text, font, limit);
    if (!(limit > 0) || !*text || measure->width(measure, text, font) < limit)
        return text;

    if (!ellipsis)
        ellipsis = "…";
    double room = limit - measure->width(measure, ellipsis, font);
    glong fits = 0, most = g_utf8_strlen(text, -1);
    while (fits < most) {
        glong middle = 1 + (fits + most) / 2;
        g_autofree char *part = g_utf8_substring(text, 0, middle);
        if (measure->width(measure, part, font) < room)
            fits = middle;
        else
            most = middle - 1;
    }
    int bytes = (int)(g_utf8_offset_to_pointer(text, fits) - text);
    return jutu_arena_printf(arena, "%.*s%s", bytes, text, ellipsis);
}

double jutu_baseline_offset(JutuBaseline baseline, double size, double line_height)
{
    double line = line_height > 0 ? line_height : size + 2, offset = 0;
    switch (baseline) {
    case JUTU_BASELINE_ALPHABETIC:
        return 0;
    case JUTU_BASELINE_TOP:
        offset = 0.79 * size;
        break;
    case JUTU_BASELINE_MIDDLE:
        offset = 0.30 * size;
        break;
    case JUTU_BASELINE_BOTTOM:
        offset = -0.21 * size;
        break;
    case JUTU_BASELINE_LINE_TOP:
        offset = 0.29 * size + 0.5 * line;
        break;
    case JUTU_BASELINE_LINE_BOTTOM:
        offset = 0.29 * size - 0.5 * line;
        break;
    }
    return floor(offset + 0.5); /* as JavaScript rounds */
}
