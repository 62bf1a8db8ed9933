#include "base/decimal.h"

#include "check.h"

static void test_print(void)
{
    static const struct {
        double number;
        int power, decimals;
        const char *want;
    } table[] = {
        { 0, 0, 0, "0" },
        { 0, 4, 2, "0" },
        { 17.45, 0, 1, "17.5" }, /* 17.449999999999999289 in binary */
        { 1.15, 0, 1, "1.2" },
        { -2.5, 0, 0, "−3" },
        { 0.125, 0, 2, "0.13" },
        { 9.995, 0, 2, "10.00" },
        { 99.96, 0, 1, "100.0" },
        { 26750, 4, 2, "2.68" },
        { 17450, 4, 1, "1.7" },
        { 1234567, 0, 0, "1,234,567" },
        { 12, 8, 2, "<0.01" },
        { -12, 8, 0, ">−1" },
        { 3e12, 12, 0, "3" },
        { 0.3333, -2, 1, "33.3" },
        { 0.5, 0, 1, "0.5" },
        { 5e-7, 0, 7, "0.0000005" },
        { 1e21, 0, 0, "1,000,000,000,000,000,000,000" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_STR(table[i].want,
                  jutu_decimal_print(table[i].number, table[i].power, table[i].decimals, true, NULL,
                                     arena),
                  table[i].want);
    CHECK_STR("not grouped", jutu_decimal_print(2024, 0, 0, false, NULL, arena), "2024");
    CHECK_STR("none", jutu_decimal_print(NAN, 0, 0, true, NULL, arena), "NaN");
    jutu_arena_free(arena);
}

static void test_counts(void)
{
    static const struct {
        double number;
        int power, whole, places;
    } table[] = {
        { 0, 0, 1, 0 },     { 0.1 + 0.2, 0, 1, 1 }, { 1250, 0, 4, 0 },  { 1250, 4, 1, 3 },
        { 0.005, 0, 1, 3 }, { -0.5, -2, 2, 0 },     { 1e15, 12, 4, 0 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        CHECK_TRUE("whole", jutu_decimal_whole(table[i].number, table[i].power) == table[i].whole);
        CHECK_TRUE("places",
                   jutu_decimal_places(table[i].number, table[i].power) == table[i].places);
    }
}

SUITE(decimal, { "as text", test_print }, { "digits", test_counts });
