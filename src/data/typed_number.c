#include "data/typed_number.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

const char *const jutu_counts_unit[JUTU_N_COUNTS] = {
    [JUTU_COUNTS_NOTHING] = "", [JUTU_COUNTS_PERCENT] = "%",  [JUTU_COUNTS_PERMILLE] = "‰",
    [JUTU_COUNTS_YUAN] = "元",  [JUTU_COUNTS_DOLLARS] = "$",  [JUTU_COUNTS_EUROS] = "€",
    [JUTU_COUNTS_POUNDS] = "£", [JUTU_COUNTS_SECONDS] = "秒",
};

/* What may stand before a number, and after it. */
static const struct {
    const char *text;
    JutuCounts counts;
} currencies[] = {
    { "US$", JUTU_COUNTS_DOLLARS }, { "RMB", JUTU_COUNTS_YUAN }, { "CNY", JUTU_COUNTS_YUAN },
    { "USD", JUTU_COUNTS_DOLLARS }, { "¥", JUTU_COUNTS_YUAN },   { "$", JUTU_COUNTS_DOLLARS },
    { "€", JUTU_COUNTS_EUROS },     { "£", JUTU_COUNTS_POUNDS },
};

static const struct {
    const char *text;
    int tens; /* the number is multiplied by 10 so many times */
    JutuCounts counts;
} suffixes[] = {
    { "万亿", 12, JUTU_COUNTS_NOTHING }, { "千亿", 11, JUTU_COUNTS_NOTHING },
    { "百亿", 10, JUTU_COUNTS_NOTHING }, { "十亿", 9, JUTU_COUNTS_NOTHING },
    { "亿", 8, JUTU_COUNTS_NOTHING },    { "千万", 7, JUTU_COUNTS_NOTHING },
    { "百万", 6, JUTU_COUNTS_NOTHING },  { "十万", 5, JUTU_COUNTS_NOTHING },
    { "万", 4, JUTU_COUNTS_NOTHING },    { "千", 3, JUTU_COUNTS_NOTHING },
    { "%", 0, JUTU_COUNTS_PERCENT },     { "‰", 0, JUTU_COUNTS_PERMILLE },
    { "元", 0, JUTU_COUNTS_YUAN },       { "人民币", 0, JUTU_COUNTS_YUAN },
    { "美元", 0, JUTU_COUNTS_DOLLARS },  { "欧元", 0, JUTU_COUNTS_EUROS },
    { "英镑", 0, JUTU_COUNTS_POUNDS },
};

/* Digits as a program would write them, for the reader of numbers. */
typedef struct {
    const gunichar *at;
    char text[64];
    size_t n;
    size_t digits; /* before the point */
    bool negative, minus, open;
    bool padded; /* a zero before another digit */
    bool whole;  /* no point, no exponent */
    bool wrong;  /* two units that don't go together */
    bool decimal_comma;
    int tens;
    JutuTypedNumber *out;
} Reading;

static bool is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

static void skip_space(Reading *reading)
{
    while (*reading->at == ' ')
        reading->at++;
}

static void put(Reading *reading, gunichar c)
{
    if (reading->n + 1 < sizeof(reading->text))
        reading->text[reading->n++] = (char)c;
}

/* Takes note of a unit or currency; there may be one. */
static void count_by(Reading *reading, JutuCounts counts)
{
    bool percent = counts == JUTU_COUNTS_PERCENT || counts == JUTU_COUNTS_PERMILLE;
    if (counts == JUTU_COUNTS_NOTHING)
        return;
    reading->wrong |= reading->out->counts && reading->out->counts != counts;
    reading->out->counts = counts;
    reading->out->forms |= percent ? JUTU_FORM_PERCENT : JUTU_FORM_UNIT;
}

static bool take_currency(Reading *reading)
{
    for (size_t i = 0; i < G_N_ELEMENTS(currencies); i++) {
        if (jutu_cell_take(&reading->at, currencies[i].text)) {
            count_by(reading, currencies[i].counts);
            return true;
        }
    }
    return false;
}

static bool take_sign(Reading *reading)
{
    gunichar c = *reading->at;
    if ((c != '-' && c != '+') || reading->minus)
        return false;
    reading->at++;
    reading->minus = true;
    reading->negative = c == '-';
    return true;
}

static bool take_bracket(Reading *reading)
{
    if (*reading->at != '(' || reading->open)
        return false;
    reading->at++;
    reading->out->forms |= JUTU_FORM_BRACKETS;
    return reading->open = true;
}

/* Sign, currency and bracket, each at most once, in any order. */
static void read_prefix(Reading *reading)
{
    bool more = true, currency = false;
    while (more) {
        skip_space(reading);
        more = take_sign(reading) || take_bracket(reading);
        if (!more && !currency)
            more = currency = take_currency(reading);
    }
}

/* Whether three digits and no fourth stand there. */
static bool is_group(const gunichar *at)
{
    return is_digit(at[0]) && is_digit(at[1]) && is_digit(at[2]) && !is_digit(at[3]);
}

static void read_digits(Reading *reading)
{
    while (is_digit(*reading->at)) {
        reading->padded |= reading->digits == 1 && reading->text[reading->n - 1] == '0';
        reading->digits++;
        put(reading, *reading->at++);
    }
}

/* The part before the point: digits, or groups of three between commas. */
static void read_whole(Reading *reading)
{
    read_digits(reading);
    bool grouped = reading->digits >= 1 && reading->digits <= 3 && !reading->padded &&
                   !reading->decimal_comma;
    while (grouped && *reading->at == ',' && is_group(reading->at + 1)) {
        reading->at++;
        reading->out->forms |= JUTU_FORM_GROUPS;
        read_digits(reading);
    }
}

static bool read_decimals(Reading *reading)
{
    gunichar point = reading->decimal_comma ? ',' : '.';
    if (*reading->at != point)
        return reading->digits > 0;
    reading->at++;
    reading->whole = false;
    reading->out->forms |= point == ',' ? JUTU_FORM_COMMA : 0;
    put(reading, '.');
    size_t n = reading->n;
    while (is_digit(*reading->at))
        put(reading, *reading->at++);
    return reading->digits > 0 || reading->n > n;
}

static void read_exponent(Reading *reading)
{
    const gunichar *at = reading->at;
    int sign = 1, exponent = 0, n = 0;
    if (*at != 'e' && *at != 'E')
        return;
    at++;
    if (*at == '+' || *at == '-')
        sign = *at++ == '-' ? -1 : 1;
    for (; is_digit(*at) && n < 4; n++)
        exponent = exponent * 10 + (int)(*at++ - '0');
    if (n == 0)
        return;
    reading->at = at;
    reading->whole = false;
    reading->tens += sign * exponent;
}

static bool take_suffix(Reading *reading)
{
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        bool scaled = reading->tens != 0 && suffixes[i].tens != 0;
        if (scaled || !jutu_cell_take(&reading->at, suffixes[i].text))
            continue;
        reading->tens += suffixes[i].tens;
        reading->out->forms |= suffixes[i].tens ? JUTU_FORM_UNIT : 0;
        count_by(reading, suffixes[i].counts);
        return true;
    }
    return false;
}

/* 万, then 元, then what closes the number. */
static bool read_suffix(Reading *reading)
{
    for (int i = 0; i < 2; i++) {
        skip_space(reading);
        if (!take_suffix(reading))
            break;
    }
    skip_space(reading);
    if (reading->open && *reading->at++ != ')')
        return false;
    skip_space(reading);
    if (reading->open) /* (12)%, (12)万 */
        take_suffix(reading);
    if (!reading->minus && !reading->open && take_sign(reading))
        reading->out->forms |= JUTU_FORM_SIGN;
    return *reading->at == 0 && !reading->wrong;
}

static bool read_number(const JutuCellText *cell, bool decimal_comma, JutuTypedNumber *out)
{
    Reading reading = { .at = cell->at, .decimal_comma = decimal_comma, .whole = true, .out = out };
    out->forms |= cell->wide ? JUTU_FORM_WIDE : 0;
    read_prefix(&reading);
    if (reading.open && reading.minus) /* -(300) is said twice */
        return false;
    read_whole(&reading);
    if (!read_decimals(&reading))
        return false;
    read_exponent(&reading);
    if (!read_suffix(&reading))
        return false;
    reading.text[reading.n] = '\0';
    g_autofree char *whole = g_strdup_printf("%se%d", reading.text, reading.tens);
    out->number = jutu_number_parse(whole, strlen(whole));
    if (reading.negative || reading.open)
        out->number = -out->number;
    bool bare = reading.digits == cell->n && reading.whole;
    out->identifier = (reading.padded && out->counts == JUTU_COUNTS_NOTHING) ||
                      (bare && reading.digits > 15);
    return isfinite(out->number);
}

/* A clock's two digits, below 60. */
static bool read_sixty(const gunichar **at, double *out)
{
    if (!is_digit((*at)[0]) || !is_digit((*at)[1]) || (*at)[0] > '5')
        return false;
    *out = ((*at)[0] - '0') * 10.0 + ((*at)[1] - '0');
    *at += 2;
    return true;
}

/* m:ss, mm:ss, h:mm:ss, with decimals or without, in seconds. */
static bool read_clock(const JutuCellText *cell, JutuTypedNumber *out)
{
    const gunichar *at = cell->at;
    double first = 0, parts[2] = { 0 };
    bool negative = *at == '-';
    int n = 0, digits = 0;
    for (at += negative; is_digit(*at) && digits < 4; digits++)
        first = first * 10 + (*at++ - '0');
    while (digits > 0 && n < 2 && *at == ':') {
        at++;
        if (!read_sixty(&at, &parts[n++]))
            return false;
    }
    if (n == 0)
        return false;
    double tenth = 0.1;
    if (*at == '.' && is_digit(at[1]))
        for (at++; is_digit(*at); tenth /= 10)
            parts[n - 1] += (*at++ - '0') * tenth;
    if (*at != 0)
        return false;
    out->number = n == 1 ? first * 60 + parts[0] : first * 3600 + parts[0] * 60 + parts[1];
    out->number = negative ? -out->number : out->number;
    out->counts = JUTU_COUNTS_SECONDS;
    out->forms = JUTU_FORM_CLOCK;
    return true;
}

/* Digits with or without sign and point, as programs write them. */
static bool is_plain(const char *text, size_t length, bool *whole)
{
    size_t i = length > 0 && *text == '-', digits = 0;
    *whole = true;
    for (; i < length; i++) {
        if (g_ascii_isdigit(text[i]))
            digits++;
        else if (text[i] == '.' && *whole)
            *whole = false;
        else
            return false;
    }
    return digits > 0;
}

bool jutu_typed_number(const char *text, size_t length, bool decimal_comma, JutuTypedNumber *out)
{
    bool whole;
    *out = (JutuTypedNumber){ 0 };
    if (is_plain(text, length, &whole)) {
        out->number = jutu_number_parse(text, length);
        out->identifier = (length > 1 && text[0] == '0' && text[1] != '.') ||
                          (whole && length > 15 && *text != '-');
        return isfinite(out->number) && (whole || !decimal_comma);
    }
    JutuCellText cell;
    if (!jutu_cell_fold(text, length, &cell))
        return false;
    if (read_number(&cell, decimal_comma, out))
        return true;
    *out = (JutuTypedNumber){ 0 };
    return read_clock(&cell, out);
}
