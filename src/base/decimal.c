#include "base/decimal.h"

#include <math.h>
#include <string.h>

#include "base/digits.h"

enum { SURE_DIGITS = 12 }; /* of a double that sums and products have been through */

/* 0.ddd × 10^point: digits without zeros at either end; none for 0. */
typedef struct {
    char digits[JUTU_DIGITS_MAX + 1];
    int n, point;
} Decimal;

static Decimal decimal_of(const JutuDigits *from, int power)
{
    Decimal decimal = { .n = from->n, .point = from->exponent + 1 - power };
    memcpy(decimal.digits, from->digits, (size_t)from->n);
    while (decimal.n > 0 && decimal.digits[decimal.n - 1] == '0')
        decimal.n--;
    return decimal;
}

static Decimal sure_decimal(double number, int power)
{
    if (number == 0 || !isfinite(number))
        return (Decimal){ .n = 0 };
    JutuDigits digits = jutu_digits_rounded(fabs(number), SURE_DIGITS);
    return decimal_of(&digits, power);
}

int jutu_decimal_places(double number, int power)
{
    Decimal decimal = sure_decimal(number, power);
    return MAX(0, decimal.n - decimal.point);
}

int jutu_decimal_whole(double number, int power)
{
    Decimal decimal = sure_decimal(number, power);
    return decimal.n ? MAX(1, decimal.point) : 1;
}

/* Halves go away from zero; the digits are those of the shortest text. */
static void round_to(Decimal *decimal, int decimals)
{
    int kept = decimal->point + decimals;
    if (kept >= decimal->n)
        return;
    bool up = kept >= 0 && decimal->digits[kept] >= '5';
    decimal->n = MAX(kept, 0);
    while (up && decimal->n > 0 && decimal->digits[decimal->n - 1] == '9')
        decimal->n--;
    if (up && decimal->n > 0) {
        decimal->digits[decimal->n - 1]++;
    } else if (up) {
        decimal->digits[decimal->n++] = '1';
        decimal->point++;
    }
    while (decimal->n > 0 && decimal->digits[decimal->n - 1] == '0')
        decimal->n--;
}

static char digit_at(const Decimal *decimal, int i)
{
    return i >= 0 && i < decimal->n ? decimal->digits[i] : '0';
}

/* Whether a separator stands before the last `left` digits; sizes of groups are cyclic. */
static bool ends_group(const int *grouping, int left)
{
    int i = 0, sum = 0;
    while (grouping && grouping[0] > 0 && sum < left) {
        sum += grouping[i];
        i = grouping[i + 1] > 0 ? i + 1 : 0;
    }
    return sum == left && left > 0;
}

static void put_digit(GString *out, char digit, const JutuNumberLocale *locale)
{
    if (locale->numerals)
        g_string_append(out, locale->numerals[digit - '0']);
    else
        g_string_append_c(out, digit);
}

static void put_decimal(GString *out, const Decimal *decimal, int decimals, bool grouped,
                        const JutuNumberLocale *locale)
{
    int whole = decimal->n ? MAX(1, decimal->point) : 1;
    for (int i = 0; i < whole; i++) {
        put_digit(out, digit_at(decimal, decimal->point - whole + i), locale);
        if (grouped && ends_group(locale->grouping, whole - 1 - i))
            g_string_append(out, locale->thousands);
    }
    if (decimals > 0)
        g_string_append(out, locale->decimal);
    for (int i = 0; i < decimals; i++)
        put_digit(out, digit_at(decimal, decimal->point + i), locale);
}

const char *jutu_decimal_print(double number, int power, int decimals, bool grouped,
                               const JutuNumberLocale *locale, JutuArena *arena)
{
    if (!locale)
        locale = &jutu_number_locale_en;
    if (!isfinite(number))
        return isnan(number) ? locale->nan : number < 0 ? "−∞" : "∞";
    g_autoptr(GString) out = g_string_new(number < 0 ? locale->minus : NULL);
    Decimal decimal = { .n = 0 };
    if (number != 0) {
        JutuDigits digits = jutu_digits_shortest(fabs(number));
        decimal = decimal_of(&digits, power);
        round_to(&decimal, decimals);
    }
    if (number != 0 && decimal.n == 0) { /* the least that these decimals can say */
        g_string_assign(out, number < 0 ? ">" : "<");
        g_string_append(out, number < 0 ? locale->minus : "");
        decimal = (Decimal){ .digits = "1", .n = 1, .point = 1 - decimals };
    }
    put_decimal(out, &decimal, number == 0 ? 0 : decimals, grouped, locale);
    return jutu_copy(arena, char, out->str, out->len + 1);
}
