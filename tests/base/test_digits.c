#include "base/digits.h"

#include "check.h"

static void test_shortest(void)
{
    static const struct {
        double number;
        const char *digits;
        int exponent;
    } table[] = {
        { 4514, "4514", 3 },
        { 0.1, "1", -1 },
        { 1e22, "1", 22 },
        { 5e-324, "5", -324 },
        { 5.6843418860808015e-14, "5684341886080802", -14 }, /* 2^-44 */
        { 0.30000000000000004, "30000000000000004", -1 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuDigits got = jutu_digits_shortest(table[i].number);
        CHECK_STR("digits", got.digits, table[i].digits);
        CHECK_SIZE("how many", (size_t)got.n, strlen(table[i].digits));
        CHECK_TRUE(table[i].digits, got.exponent == table[i].exponent);
    }
}

/* The exact binary value decides; ties go up. */
static void test_rounded(void)
{
    static const struct {
        double number;
        int n;
        const char *digits;
        int exponent;
    } table[] = {
        { 2.5, 1, "3", 0 },
        { 3.5, 1, "4", 0 },
        { 25, 1, "3", 1 },
        { 2450, 2, "25", 3 },
        { 9.5, 1, "1", 1 },
        { 99.5, 2, "10", 2 },
        { 0.125, 2, "13", -1 },
        { 1.005, 3, "100", 0 },
        { 717105148360133.125, 17, "71710514836013313", 14 },
        { 0, 3, "000", 0 },
        { 0.1, 21, "100000000000000005551", -1 },
        { 1.5e22, 1, "2", 22 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuDigits got = jutu_digits_rounded(table[i].number, table[i].n);
        CHECK_STR("digits", got.digits, table[i].digits);
        CHECK_TRUE(table[i].digits, got.exponent == table[i].exponent);
    }
}

static void test_fixed(void)
{
    static const struct {
        double number;
        int decimals;
        const char *want;
    } table[] = {
        { 0, 2, "0.00" },      { 0.5, 0, "1" },
        { 2.5, 0, "3" },       { 9.5, 0, "10" },
        { 1.005, 2, "1.00" },  { 0.375, 2, "0.38" },
        { 0.125, 2, "0.13" },  { 717105148360133.125, 2, "717105148360133.13" },
        { 1e-10, 3, "0.000" }, { 123456789012345680000.0, 0, "123456789012345683968" },
        { 8.345, 2, "8.35" },  { 0.1, 20, "0.10000000000000000555" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        char out[JUTU_FIXED_SIZE];
        CHECK_STR("fixed", jutu_digits_fixed(table[i].number, table[i].decimals, out),
                  table[i].want);
    }
}

static void test_exponent(void)
{
    int exponent = 7;
    CHECK_TRUE("of a negative number", jutu_digits_exponent(-0.02, &exponent) && exponent == -2);
    CHECK_TRUE("of 0", !jutu_digits_exponent(0, &exponent));
    CHECK_TRUE("of NaN", !jutu_digits_exponent(NAN, &exponent));
    CHECK_TRUE("of infinity", !jutu_digits_exponent(-INFINITY, &exponent) && exponent == -2);
}

SUITE(digits, { "shortest", test_shortest }, { "rounded", test_rounded }, { "fixed", test_fixed },
      { "exponent", test_exponent });
