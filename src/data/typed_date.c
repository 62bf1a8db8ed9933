#include "data/typed_date.h"

#include <math.h>
#include <string.h>

static bool is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

/* A number of `least` to `most` digits, and no more. */
static bool take_number(const gunichar **at, int least, int most, double *out)
{
    const gunichar *c = *at;
    int n = 0;
    double number = 0;
    for (; is_digit(*c) && n <= most; n++)
        number = number * 10 + (*c++ - '0');
    if (n < least || n > most)
        return false;
    *at = c;
    *out = number;
    return true;
}

static void skip_space(const gunichar **at)
{
    while (**at == ' ')
        ++*at;
}

static bool take_han_digit(const gunichar **at, double *out)
{
    static const char *const digits[] = { "一", "二", "三", "四" };
    for (size_t i = 0; i < G_N_ELEMENTS(digits); i++) {
        if (jutu_cell_take(at, digits[i])) {
            *out = (double)i + 1;
            return true;
        }
    }
    return take_number(at, 1, 1, out);
}

/* Q1, 第1季度, 一季度, 上半年, after the year. */
static bool take_quarter(const gunichar **at, JutuTypedDate *date)
{
    const gunichar *c = *at;
    double quarter;
    if (jutu_cell_take(&c, "上半年") || jutu_cell_take(&c, "下半年")) {
        date->parts.month = c[-3] == g_utf8_get_char("下") ? 6 : 0;
        date->span = JUTU_SPAN_QUARTER;
        *at = c;
        return true;
    }
    bool letter = jutu_cell_take(&c, "Q") || jutu_cell_take(&c, "q");
    if (!letter)
        jutu_cell_take(&c, "第");
    if (!take_han_digit(&c, &quarter) || quarter < 1 || quarter > 4)
        return false;
    if (!letter && !jutu_cell_take(&c, "季度") && !jutu_cell_take(&c, "季"))
        return false;
    date->parts.month = (quarter - 1) * 3;
    date->span = JUTU_SPAN_QUARTER;
    *at = c;
    return true;
}

/* 3月5日 after 2024年. */
static bool read_han(const gunichar **at, JutuTypedDate *date)
{
    const gunichar *c = *at;
    jutu_cell_take(&c, "度"); /* 2024年度 */
    skip_space(&c);
    *at = c;
    if (!*c || take_quarter(at, date))
        return true;
    if (!take_number(at, 1, 2, &date->parts.month))
        return false;
    skip_space(at);
    if (!jutu_cell_take(at, "月"))
        return false;
    date->parts.month--;
    date->span = JUTU_SPAN_MONTH;
    skip_space(at);
    jutu_cell_take(at, "份");
    if (!is_digit(**at))
        return true;
    date->span = JUTU_SPAN_DAY;
    if (!take_number(at, 1, 2, &date->parts.day))
        return false;
    skip_space(at);
    return jutu_cell_take(at, "日") || jutu_cell_take(at, "号");
}

/* -03-05, /3/5, .3.5 after the year. */
static bool read_parts(const gunichar **at, JutuTypedDate *date)
{
    gunichar separator = **at;
    if (separator != '-' && separator != '/' && separator != '.')
        return false;
    ++*at;
    if (separator == '-' && (**at == 'Q' || **at == 'q'))
        return take_quarter(at, date);
    if (!take_number(at, 1, 2, &date->parts.month))
        return false;
    date->parts.month--;
    date->span = JUTU_SPAN_MONTH;
    date->is_number = separator == '.';
    if (**at != separator)
        return true;
    date->is_number = false;
    ++*at;
    date->span = JUTU_SPAN_DAY;
    return take_number(at, 1, 2, &date->parts.day);
}

/* 20240305 and 202403, of years that tables are about. */
static bool read_compact(const JutuCellText *cell, JutuTypedDate *date)
{
    const gunichar *at = cell->at;
    double number;
    if ((cell->n != 8 && cell->n != 6) || !take_number(&at, 6, 8, &number) || *at)
        return false;
    if (cell->n == 6)
        number = number * 100 + 1;
    date->parts = (JutuDateParts){ .year = floor(number / 10000),
                                   .month = floor(fmod(number, 10000) / 100) - 1,
                                   .day = fmod(number, 100) };
    date->span = cell->n == 6 ? JUTU_SPAN_MONTH : JUTU_SPAN_DAY;
    date->is_number = true;
    return date->parts.year >= 1900 && date->parts.year <= 2100;
}

/* Z, +08:00, +0800, +8 */
static bool read_offset(const gunichar **at, JutuTypedDate *date)
{
    double hours = 0, minutes = 0;
    if (**at == 'Z' || **at == 'z') {
        ++*at;
        return date->has_offset = true;
    }
    if (**at != '+' && **at != '-')
        return true;
    int sign = *(*at)++ == '-' ? -1 : 1;
    if (take_number(at, 4, 4, &hours)) {
        minutes = fmod(hours, 100);
        hours = floor(hours / 100);
    } else if (!take_number(at, 1, 2, &hours) ||
               (**at == ':' && (++*at, !take_number(at, 2, 2, &minutes)))) {
        return false;
    }
    date->has_offset = true;
    date->offset = sign * (int)(hours * 60 + minutes);
    return hours <= 14 && minutes < 60;
}

/* 08:05, 8:05:00.250, T08:05Z, 8时5分 */
static bool read_time(const gunichar **at, JutuTypedDate *date)
{
    JutuDateParts *parts = &date->parts;
    if (date->span != JUTU_SPAN_DAY)
        return false;
    if (is_digit(**at) && is_digit((*at)[-1]))
        return false;
    if (!jutu_cell_take(at, "T"))
        skip_space(at);
    date->span = JUTU_SPAN_TIME;
    if (!take_number(at, 1, 2, &parts->hours) || parts->hours > 24)
        return false;
    if (jutu_cell_take(at, "时") || jutu_cell_take(at, "點") || jutu_cell_take(at, "点")) {
        if (!**at)
            return true;
        return take_number(at, 1, 2, &parts->minutes) && parts->minutes < 60 &&
               jutu_cell_take(at, "分");
    }
    if (*(*at)++ != ':' || !take_number(at, 2, 2, &parts->minutes) || parts->minutes > 59)
        return false;
    if (**at == ':' && (++*at, !take_number(at, 2, 2, &parts->seconds) || parts->seconds > 59))
        return false;
    if (**at == '.' && is_digit((*at)[1])) {
        double scale = 100;
        for (++*at; is_digit(**at); scale /= 10)
            parts->milliseconds += *(*at)++ * scale - '0' * scale;
        parts->milliseconds = floor(parts->milliseconds);
    }
    skip_space(at);
    return read_offset(at, date);
}

/* Whether the month and the day are in the calendar. */
static bool is_real(const JutuDateParts *parts)
{
    JutuDateParts day = { .year = parts->year, .month = parts->month, .day = parts->day };
    if (parts->month < 0 || parts->month > 11 || parts->day < 1)
        return false;
    return jutu_calendar(jutu_date_join(day, NULL), NULL).month == (int)parts->month;
}

bool jutu_typed_date(const char *text, size_t length, JutuTypedDate *out)
{
    JutuCellText cell;
    *out = (JutuTypedDate){ .parts.day = 1 };
    if (!jutu_cell_fold(text, length, &cell) || !is_digit(cell.at[0]))
        return false;
    if (read_compact(&cell, out))
        return is_real(&out->parts);
    *out = (JutuTypedDate){ .parts.day = 1 };
    const gunichar *at = cell.at;
    if (!take_number(&at, 4, 4, &out->parts.year))
        return false;
    out->is_number = !*at;
    skip_space(&at);
    bool read = !*at;
    if (!read)
        read = jutu_cell_take(&at, "年") ? read_han(&at, out)
                                         : take_quarter(&at, out) || read_parts(&at, out);
    if (read && *at)
        read = read_time(&at, out);
    return read && !*at && is_real(&out->parts);
}

double jutu_typed_date_ms(const JutuTypedDate *date, const JutuZone *zone)
{
    if (!date->has_offset)
        return jutu_date_join(date->parts, zone);
    return jutu_date_join(date->parts, NULL) - date->offset * JUTU_MS_PER_MINUTE;
}

double jutu_typed_date_parse(const char *text, const JutuZone *zone)
{
    JutuTypedDate date;
    size_t length = strlen(text);
    if (jutu_typed_date(text, length, &date))
        return jutu_typed_date_ms(&date, zone);
    /* Date.parse() would take any number for a year, and pass over words that it doesn't know */
    bool words = strspn(text, "0123456789.,+- ") < length;
    return words && g_str_is_ascii(text) ? jutu_date_parse(text, zone) : NAN;
}

double jutu_typed_date_serial(double number)
{
    const double epoch = 25569; /* 1970-01-01 */
    bool plausible = number >= 20090 && number < 80355;
    return plausible ? round((number - epoch) * JUTU_MS_PER_DAY) : NAN;
}
