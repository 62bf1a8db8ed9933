/* Figures, after GB/T 15835: 3.4万亿元, −5.3个百分点, 63%～68%, 2015—2024年, 100～150 kg. */
#include "text/figures.h"

#include <stdbool.h>

#include "text/break.h"

static bool among(gunichar c, const char *list)
{
    return c && g_utf8_strchr(list, -1, c) != NULL;
}

static bool is_digit(gunichar c)
{
    return (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９');
}

static gunichar at(const gunichar *text, size_t n, size_t i)
{
    return i < n ? text[i] : 0;
}

static void raise_to(guint8 *breaks, size_t from, size_t to, guint8 level)
{
    for (size_t i = from; i < to; i++)
        breaks[i] = MAX(breaks[i], level);
}

/* How many of the characters are this word; 0: they are another. */
static size_t word_length(const gunichar *text, size_t n, const char *word)
{
    size_t length = 0;
    for (; *word; word = g_utf8_next_char(word), length++)
        if (at(text, n, length) != g_utf8_get_char(word))
            return 0;
    return length;
}

static size_t unit_length(const gunichar *text, size_t n)
{
    static const char *const units[] = {
#define UNIT(unit) unit,
#define LATIN(unit)
#include "text/units.def"
#undef UNIT
#undef LATIN
    };
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        size_t length = word_length(text, n, units[i]);
        if (length > 0)
            return length;
    }
    return 0;
}

/* The same of a unit in Latin letters behind a space, which is counted. */
static size_t latin_length(const gunichar *text, size_t n)
{
    static const char *const units[] = {
#define UNIT(unit)
#define LATIN(unit) unit,
#include "text/units.def"
#undef UNIT
#undef LATIN
    };
    for (size_t i = 0; at(text, n, 0) == ' ' && i < G_N_ELEMENTS(units); i++) {
        size_t length = word_length(text + 1, n - 1, units[i]);
        if (length > 0 && !g_ascii_isalnum((char)MIN(at(text, n, length + 1), 0x7f)))
            return length + 1;
    }
    return 0;
}

/* Behind digits with marks between them: 27,956.3 1/3 10:30. */
static size_t digits_end(const gunichar *text, size_t n, size_t i)
{
    while (is_digit(at(text, n, i)) || (among(at(text, n, i), ".,:/．，") &&
                                        is_digit(at(text, n, i + 1)) && is_digit(text[i - 1])))
        i++;
    return i;
}

/* Behind a figure that begins with digits at i, with powers of ten and its unit. */
static size_t figure_end(const gunichar *text, size_t n, size_t i)
{
    i = digits_end(text, n, i);
    while (among(at(text, n, i), "%‰°℃％+"))
        i++;
    while (among(at(text, n, i), "十百千万亿萬億兆京余餘多余"))
        i++;
    size_t unit = unit_length(text + i, n - i);
    return i + (unit > 0 ? unit : latin_length(text + i, n - i));
}

/* What joins two figures to a range. @return where the second begins; 0: no range */
static size_t range_start(const gunichar *text, size_t n, size_t i)
{
    if (!among(at(text, n, i), "～~—–-〜－"))
        return 0;
    i++;
    while (among(at(text, n, i), "−+-±¥￥$"))
        i++;
    return is_digit(at(text, n, i)) ? i : 0;
}

static bool is_date_part(gunichar c)
{
    return among(c, "年月日时時分");
}

/* Glues the group that begins with digits at i. @return its end */
static size_t glue(const gunichar *text, size_t n, size_t i, guint8 *breaks)
{
    size_t start = i, end = figure_end(text, n, i), next;
    while ((next = range_start(text, n, end)) > 0)
        end = figure_end(text, n, next);
    raise_to(breaks, start + 1, end, JUTU_BREAK_SPLIT);
    if (end < n && is_digit(text[end]) && is_date_part(text[end - 1]))
        raise_to(breaks, end, end + 1, JUTU_BREAK_TORN);
    bool ordinal = start > 0 && text[start - 1] == U'第';
    if (ordinal)
        raise_to(breaks, start, start + 1, JUTU_BREAK_SPLIT);
    return end;
}

static size_t numerals_end(const gunichar *text, size_t n, size_t i)
{
    while (among(at(text, n, i), "〇零一二三四五六七八九十百千万亿萬億兆两兩"))
        i++;
    return i;
}

/* 三分之一, 第十四个: figures in Chinese, if there are at least two, or their unit follows. */
static size_t glue_han(const gunichar *text, size_t n, size_t start, guint8 *breaks)
{
    size_t end = numerals_end(text, n, start);
    bool ordinal = start > 0 && text[start - 1] == U'第';
    bool fraction = end > start && at(text, n, end) == U'分' && at(text, n, end + 1) == U'之';
    if (fraction)
        end = numerals_end(text, n, end + 2);
    if (end <= start + 1 && !(ordinal && end > start))
        return start + 1;
    end += unit_length(text + end, n - end);
    raise_to(breaks, start + !ordinal, end, JUTU_BREAK_TORN);
    return end;
}

void jutu_figures_glue(const gunichar *text, size_t n, guint8 *breaks)
{
    for (size_t i = 0; i < n;)
        i = is_digit(text[i]) ? glue(text, n, i, breaks) : glue_han(text, n, i, breaks);
}
