#include "base/digits.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

/* printf(), with a point whatever the locale. */
static void print(double number, int decimals, char conversion, char out[JUTU_FIXED_SIZE])
{
    char format[16];
    g_snprintf(format, sizeof(format), "%%.%d%c", decimals, conversion);
    g_ascii_formatd(out, JUTU_FIXED_SIZE, format, number);
}

/* Reads "d.ddde+xx". */
static JutuDigits split_number(const char *text)
{
    JutuDigits result = { 0 };
    for (; *text && *text != 'e'; text++) {
        if (*text != '.')
            result.digits[result.n++] = *text;
    }
    result.exponent = *text ? (int)g_ascii_strtoll(text + 1, NULL, 10) : 0;
    return result;
}

/* Adds one to the last of the digits of "d.ddde+xx"; false if that would carry beyond the first. */
static bool bump(char *text)
{
    for (char *p = strchr(text, 'e') - 1; p >= text; p--) {
        if (*p == '.')
            continue;
        if (*p != '9') {
            ++*p;
            return true;
        }
        *p = '0';
    }
    return false;
}

static void drop_zeros(JutuDigits *result)
{
    while (result->n > 1 && result->digits[result->n - 1] == '0')
        result->digits[--result->n] = '\0';
}

/*
 * The quick way for what data mostly is: a few decimals. Division rounds right, so a whole number
 * over a power of ten that equals the number is its decimal form; up to 15 digits there is but one.
 */
static bool find_few_decimals(double number, JutuDigits *result)
{
    static const double powers[] = { 1, 10, 100, 1000, 1e4, 1e5, 1e6 };
    for (int places = 0; places < (int)G_N_ELEMENTS(powers); places++) {
        double whole = rint(number * powers[places]);
        if (!(whole > 0 && whole < 1e15) || whole / powers[places] != number)
            continue;
        char reversed[16];
        for (uint64_t rest = (uint64_t)whole; rest > 0; rest /= 10)
            reversed[result->n++] = (char)('0' + rest % 10);
        for (int i = 0; i < result->n; i++)
            result->digits[i] = reversed[result->n - 1 - i];
        result->digits[result->n] = '\0';
        result->exponent = result->n - 1 - places;
        drop_zeros(result);
        return true;
    }
    return false;
}

/*
 * 15 digits survive the way to binary and back, so they decide all shorter forms at once; below
 * the normal range, where they don't, each length is tried. A power of two has a wider gap above
 * than below it: the 16 digits that give it back needn't be the nearest ones.
 */
JutuDigits jutu_digits_shortest(double number)
{
    JutuDigits result = { .n = 0 };
    if (find_few_decimals(number, &result))
        return result;
    char text[JUTU_FIXED_SIZE];
    for (int n = number < 2.2250738585072014e-308 ? 1 : 15; n <= 17; n++) {
        print(number, n - 1, 'e', text);
        if (g_ascii_strtod(text, NULL) == number)
            break;
        if (n == 16 && bump(text) && g_ascii_strtod(text, NULL) == number)
            break;
    }
    result = split_number(text);
    drop_zeros(&result);
    return result;
}

/*
 * Whether a number stands exactly between two decimals of this many places, which
 * printf() rounds to even and JavaScript up. An odd number over 2^q has q places,
 * the last of them a 5; and no double is half of an odd multiple of 10^23, for
 * 5^23 has more than 53 bits.
 */
static bool is_tie(double number, int places)
{
    if (places >= 0)
        return fmod(ldexp(number, places + 1), 2) == 1;
    double unit = places >= -22 ? pow(10, -places) : 0;
    return unit > 0 && fmod(number, unit) == unit / 2;
}

/* The last digit of a printed number. */
static char *last_digit(char *text)
{
    char *end = strchr(text, 'e');
    for (end = end ? end : text + strlen(text); !g_ascii_isdigit(end[-1]);)
        end--;
    return end - 1;
}

/* Mends what printf() made of a tie: one more digit, a 5, makes the text exact, and where an even
 * digit stands before it, that was kept. */
static void round_up(double number, int decimals, char conversion, char text[JUTU_FIXED_SIZE])
{
    char exact[JUTU_FIXED_SIZE];
    print(number, decimals + 1, conversion, exact);
    char *before = last_digit(exact) - 1;
    before -= *before == '.';
    if ((*before - '0') % 2 == 0)
        ++*last_digit(text);
}

JutuDigits jutu_digits_rounded(double number, int n)
{
    char text[JUTU_FIXED_SIZE];
    print(number, n - 1, 'e', text);
    JutuDigits result = split_number(text);
    if (!is_tie(number, n - 1 - result.exponent))
        return result;
    round_up(number, n - 1, 'e', text);
    return split_number(text);
}

char *jutu_digits_fixed(double number, int decimals, char out[JUTU_FIXED_SIZE])
{
    print(number, decimals, 'f', out);
    if (is_tie(number, decimals))
        round_up(number, decimals, 'f', out);
    return out;
}

bool jutu_digits_exponent(double number, int *out)
{
    if (number == 0 || !isfinite(number))
        return false;
    *out = jutu_digits_shortest(fabs(number)).exponent;
    return true;
}
