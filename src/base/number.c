#include "base/number.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/digits.h"

/* Every power of ten that a double holds exactly. */
static const double powers_of_ten[] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

enum { MAX_EXACT_POWER = 22, MAX_FAST_DIGITS = 19 };

#define MAX_EXACT_INTEGER 9007199254740992.0 /* 2^53 */

static char *print_integer(int64_t number, char *out)
{
    char reversed[24];
    int n = 0;
    uint64_t rest = number < 0 ? (uint64_t)-number : (uint64_t)number;
    do
        reversed[n++] = (char)('0' + rest % 10);
    while (rest /= 10);
    char *p = out;
    if (number < 0)
        *p++ = '-';
    while (n > 0)
        *p++ = reversed[--n];
    *p = '\0';
    return out;
}

/* Digits with the point among them, or zeros up to it. */
static char *put_plain(char *p, const JutuDigits *decimal)
{
    int point = decimal->exponent + 1;
    if (point <= 0) {
        *p++ = '0';
        *p++ = '.';
        for (int i = point; i < 0; i++)
            *p++ = '0';
    }
    for (int i = 0; i < MAX(decimal->n, point); i++) {
        if (i == point && i > 0)
            *p++ = '.';
        *p++ = i < decimal->n ? decimal->digits[i] : '0';
    }
    return p;
}

static char *put_scientific(char *p, const JutuDigits *decimal)
{
    *p++ = decimal->digits[0];
    if (decimal->n > 1)
        *p++ = '.';
    for (int i = 1; i < decimal->n; i++)
        *p++ = decimal->digits[i];
    *p++ = 'e';
    *p++ = decimal->exponent < 0 ? '-' : '+';
    print_integer(ABS(decimal->exponent), p);
    return p + strlen(p);
}

char *jutu_number_print(double number, char out[JUTU_NUMBER_SIZE])
{
    if (fabs(number) <= MAX_EXACT_INTEGER && number == (double)(int64_t)number)
        return print_integer((int64_t)number, out);
    if (isnan(number))
        return memcpy(out, "NaN", sizeof("NaN"));

    char *p = out;
    if (number < 0)
        *p++ = '-';
    if (isinf(number)) {
        memcpy(p, "Infinity", sizeof("Infinity"));
        return out;
    }
    JutuDigits decimal = jutu_digits_shortest(fabs(number));
    bool plain = decimal.exponent > -7 && decimal.exponent < 21;
    p = plain ? put_plain(p, &decimal) : put_scientific(p, &decimal);
    *p = '\0';
    return out;
}

/* Bytes of the white space or line end, in JavaScript's sense, that begins at p; 0: none. */
static size_t space_at(const char *p, const char *end)
{
    static const char *const wide[] = {
        "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\xa8", "\xe2\x80\xa9",
        "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80", "\xef\xbb\xbf",
    };
    if (p == end)
        return 0;
    unsigned char c = (unsigned char)*p;
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    size_t left = (size_t)(end - p);
    if (left >= 3 && memcmp(p, "\xe2\x80", 2) == 0 && (unsigned char)p[2] <= 0x8a)
        return 3; /* U+2000 to U+200A */
    for (size_t i = 0; i < G_N_ELEMENTS(wide); i++) {
        size_t length = strlen(wide[i]);
        if (length <= left && memcmp(p, wide[i], length) == 0)
            return length;
    }
    return 0;
}

static const char *skip_space(const char *p, const char *end)
{
    for (size_t n; (n = space_at(p, end)) > 0;)
        p += n;
    return p;
}

static const char *skip_space_back(const char *begin, const char *end)
{
    while (end > begin) {
        const char *last = end - 1;
        while (last > begin && ((unsigned char)*last & 0xc0) == 0x80)
            last--;
        if (space_at(last, end) != (size_t)(end - last))
            break;
        end = last;
    }
    return end;
}

/* A decimal literal as scanned: digits * 10^exponent. */
typedef struct {
    uint64_t digits;
    int n_digits; /* leading zeros don't count */
    int exponent;
    const char *end;
} Literal;

static const char *scan_digits(const char *p, const char *end, Literal *out)
{
    for (; p < end && g_ascii_isdigit(*p); p++) {
        if (out->n_digits < MAX_FAST_DIGITS)
            out->digits = out->digits * 10 + (uint64_t)(*p - '0');
        out->n_digits += out->n_digits > 0 || *p != '0';
    }
    return p;
}

/* e, a sign and digits, or nothing: "1e" is 1 with a tail. */
static const char *scan_exponent(const char *p, const char *end, Literal *out)
{
    const char *from = p;
    if (p == end || (*p != 'e' && *p != 'E'))
        return from;
    p++;
    bool negative = p < end && *p == '-';
    p += p < end && (*p == '-' || *p == '+');
    if (p == end || !g_ascii_isdigit(*p))
        return from;
    int exponent = 0;
    for (; p < end && g_ascii_isdigit(*p); p++)
        exponent = MIN(exponent * 10 + (*p - '0'), 100000);
    out->exponent += negative ? -exponent : exponent;
    return p;
}

/* An unsigned decimal literal; end is `p` itself where there is none. */
static Literal scan(const char *p, const char *end)
{
    Literal literal = { .end = p };
    const char *whole = scan_digits(p, end, &literal), *fraction = whole;
    bool any = whole > p;
    if (fraction < end && *fraction == '.') {
        const char *from = fraction + 1;
        fraction = scan_digits(from, end, &literal);
        any = any || fraction > from;
        literal.exponent = -(int)MIN(fraction - from, 100000);
    }
    if (any)
        literal.end = scan_exponent(fraction, end, &literal);
    return literal;
}

/* strtod() is exact but wants an end: numbers in a CSV cell have a comma there. */
static double convert_slow(const char *from, const char *end)
{
    char buffer[128];
    size_t length = (size_t)(end - from);
    if (length >= sizeof(buffer)) {
        g_autofree char *copy = g_strndup(from, length);
        return g_ascii_strtod(copy, NULL);
    }
    memcpy(buffer, from, length);
    buffer[length] = '\0';
    return g_ascii_strtod(buffer, NULL);
}

/* One multiplication or division of exact operands rounds once, hence right. */
static double convert_literal(const Literal *literal, const char *from)
{
    int exponent = literal->exponent;
    if (literal->n_digits == 0)
        return 0;
    if (literal->n_digits > MAX_FAST_DIGITS || literal->digits > (uint64_t)MAX_EXACT_INTEGER ||
        ABS(exponent) > MAX_EXACT_POWER)
        return convert_slow(from, literal->end);
    double digits = (double)literal->digits;
    return exponent < 0 ? digits / powers_of_ten[-exponent] : digits * powers_of_ten[exponent];
}

/* Digits of 1, 3 or 4 bits; NaN if there is another character. */
static double parse_bits(const char *p, const char *end, int bits)
{
    uint64_t mantissa = 0, lost = 0;
    int exponent = 0;
    if (p == end)
        return NAN;
    for (; p < end; p++) {
        int digit = g_ascii_xdigit_value(*p);
        if (digit < 0 || digit >> bits)
            return NAN;
        if (mantissa >> 59) {
            exponent += bits;
            lost |= (uint64_t)digit;
        } else {
            mantissa = mantissa << bits | (uint64_t)digit;
        }
    }
    return ldexp((double)(mantissa | (lost != 0)), exponent);
}

/* "0x", "0o", "0b": bits of a digit; 0 if it is none of them. */
static int radix_bits(const char *p, const char *end)
{
    if (end - p < 2 || *p != '0')
        return 0;
    switch (g_ascii_tolower(p[1])) {
    case 'x':
        return 4;
    case 'o':
        return 3;
    case 'b':
        return 1;
    default:
        return 0;
    }
}

/* A sign and a decimal literal or Infinity; *stop is where it ends, `p` if there is none. */
static double parse_signed(const char *p, const char *end, const char **stop)
{
    static const char infinity[] = "Infinity";
    size_t length = strlen(infinity);
    *stop = p;
    bool negative = p < end && *p == '-';
    p += p < end && (*p == '-' || *p == '+');
    double number = INFINITY;
    if ((size_t)(end - p) >= length && memcmp(p, infinity, length) == 0) {
        *stop = p + length;
    } else {
        Literal literal = scan(p, end);
        if (literal.end == p)
            return NAN;
        *stop = literal.end;
        number = convert_literal(&literal, p);
    }
    return negative ? -number : number;
}

double jutu_number_parse(const char *text, size_t length)
{
    const char *p = skip_space(text, text + length), *end = skip_space_back(p, text + length);
    if (p == end)
        return 0;
    int bits = radix_bits(p, end);
    if (bits > 0)
        return parse_bits(p + 2, end, bits);
    const char *stop;
    double number = parse_signed(p, end, &stop);
    return stop == end ? number : NAN;
}

double jutu_number_parse_prefix(const char *text)
{
    const char *end = text + strlen(text), *stop;
    return parse_signed(skip_space(text, end), end, &stop);
}

double jutu_round(double number)
{
    double below = floor(number); /* floor(number + 0.5) is wrong just below a half */
    return number - below >= 0.5 ? below + 1 : below;
}
