#include "base/number.h"

#include <stdint.h>
#include <stdlib.h>

#include "check.h"

static void test_print(void)
{
    static const struct {
        double number;
        const char *want;
    } table[] = {
        { 0, "0" },
        { -0.0, "0" },
        { 4514, "4514" },
        { -12, "-12" },
        { 0.1, "0.1" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1.0 / 3, "0.3333333333333333" },
        { 100.25, "100.25" },
        { 1e21, "1e+21" },
        { 123456789012345680000.0, "123456789012345680000" },
        { 9007199254740993.0, "9007199254740992" },
        { 1e-6, "0.000001" },
        { 1.5e-7, "1.5e-7" },
        { -1e-7, "-1e-7" },
        { 5e-324, "5e-324" },
        { 2.5e-323, "2.5e-323" },
        { 1.7976931348623157e308, "1.7976931348623157e+308" },
        { 2.2250738585072014e-308, "2.2250738585072014e-308" },
        { 5.6843418860808015e-14, "5.684341886080802e-14" }, /* 2^-44 */
        { 4.35, "4.35" },
        { 8.41e21, "8.41e+21" },
        { INFINITY, "Infinity" },
        { -INFINITY, "-Infinity" },
        { NAN, "NaN" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        char out[JUTU_NUMBER_SIZE];
        CHECK_STR("print", jutu_number_print(table[i].number, out), table[i].want);
    }
}

static void test_parse(void)
{
    static const struct {
        const char *text;
        double want;
    } table[] = {
        { "", 0 },
        { " \t\n", 0 },
        { "\xe3\x80\x80 7\xc2\xa0", 7 },
        { "3.14", 3.14 },
        { ".5", 0.5 },
        { "5.", 5 },
        { "-0.001", -0.001 },
        { "+8", 8 },
        { "1e3", 1000 },
        { "1E-2", 0.01 },
        { "007", 7 },
        { "0x1F", 31 },
        { "0b101", 5 },
        { "0o17", 15 },
        { "0x20000000000001", 9007199254740993.0 },
        { "123456789012345678901234567890", 123456789012345678901234567890.0 },
        { "0.1000000000000000055511151231257827021181583404541015625", 0.1 },
        { "9007199254740993", 9007199254740992.0 },
        { "8.5e22", 8.5e22 },
        { "1e23", 1e23 },
        { "2.2250738585072011e-308", 2.2250738585072011e-308 },
        { "1e-400", 0 },
        { "0e999999999999", 0 },
        { "Infinity", INFINITY },
        { "-Infinity", -INFINITY },
        { "1e400", INFINITY },
    };
    static const char *const bad[] = {
        ".",     "-",   "e5",    "1e",   "1e+",   "1 2",      "1_000",   "1,000",
        "NaN",   "inf", "0x",    "0b",   "0b2",   "infinity", "0xg1",    "--1",
        "1.2.3", "十",  "+0x10", "12px", "0x1p3", "nan",      "\u200b5", "１２",
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_EXACT(table[i].text, jutu_number_parse(table[i].text, strlen(table[i].text)),
                    table[i].want);
    for (size_t i = 0; i < ROWS(bad); i++)
        CHECK_TRUE(bad[i], isnan(jutu_number_parse(bad[i], strlen(bad[i]))));
    CHECK_EXACT("no NUL needed", jutu_number_parse("12345", 3), 123.0);
    CHECK_TRUE("-0", signbit(jutu_number_parse("-0", 2)));
}

static void test_prefix(void)
{
    CHECK_EXACT("unit", jutu_number_parse_prefix(" 12.5px"), 12.5);
    CHECK_EXACT("tail of an exponent", jutu_number_parse_prefix("3em"), 3.0);
    CHECK_EXACT("signed", jutu_number_parse_prefix("-4-5"), -4.0);
    CHECK_EXACT("no radix", jutu_number_parse_prefix("0x10"), 0.0);
    CHECK_EXACT("infinite", jutu_number_parse_prefix("Infinity%"), INFINITY);
    CHECK_TRUE("none", isnan(jutu_number_parse_prefix("px")));
    CHECK_TRUE("empty", isnan(jutu_number_parse_prefix("")));
}

/* What is printed reads back as the same double, and nothing shorter would. */
static void test_there_and_back(void)
{
    uint64_t state = 42;
    for (int i = 0; i < 20000; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        uint64_t bits = state ^ state >> 29;
        double number, half;
        memcpy(&number, &bits, sizeof(number));
        if (!isfinite(number))
            continue;
        char out[JUTU_NUMBER_SIZE], shorter[JUTU_NUMBER_SIZE];
        jutu_number_print(number, out);
        CHECK_EXACT(out, jutu_number_parse(out, strlen(out)), number);
        CHECK_EXACT(out, strtod(out, NULL), number);
        snprintf(shorter, sizeof(shorter), "%.15g", number);
        half = strtod(shorter, NULL);
        CHECK_TRUE(out, half != number || strlen(out) <= strlen(shorter) + 2);
    }
}

static void test_round(void)
{
    CHECK_EXACT("halves go up", jutu_round(2.5), 3.0);
    CHECK_EXACT("below 0, too", jutu_round(-2.5), -2.0);
    CHECK_EXACT("just below a half", jutu_round(0.49999999999999994), 0.0);
    CHECK_EXACT("no half is left", jutu_round(4503599627370497), 4503599627370497.0);
    CHECK_TRUE("no number", isnan(jutu_round(NAN)));
}

SUITE(number, { "print", test_print }, { "parse", test_parse }, { "prefix", test_prefix },
      { "there and back", test_there_and_back }, { "round", test_round });
