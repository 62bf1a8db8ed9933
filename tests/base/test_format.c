#include "base/format.h"

#include "check.h"

static const int threes[] = { 3, 0 };
static const int lakhs[] = { 3, 2, 2, 2, 0 };
static const int myriads[] = { 4, 0 };
static const char *const arabic_digits[] = { "٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩" };

static const JutuNumberLocale german = {
    .decimal = ",", .thousands = ".", .grouping = threes, .currency = { "", " €" }
};
static const JutuNumberLocale indian = {
    .decimal = ".", .thousands = ",", .grouping = lakhs, .currency = { "₹", "" }
};
static const JutuNumberLocale chinese = { .thousands = "万",
                                          .grouping = myriads,
                                          .currency = { "¥", "" },
                                          .percent = "％",
                                          .minus = "负",
                                          .nan = "无" };
static const JutuNumberLocale arabic = { .decimal = "٫", .numerals = arabic_digits };

static void test_number(void)
{
    static const struct {
        const char *spec;
        double value;
        const char *want;
        const JutuNumberLocale *locale;
    } table[] = {
        { "", 0.1 + 0.2, "0.3", NULL },
        { "", 1e12, "1e+12", NULL },
        { "d", 4514.5, "4515", NULL },
        { "d", 1e21, "1000000000000000000000", NULL },
        { "d", -INFINITY, "−∞", NULL },
        { ",d", 1234567, "1,234,567", NULL },
        { ",.2f", -1234.565, "−1,234.57", NULL },
        { ".0f", 2.5, "3", NULL },
        { ".0f", -0.4, "0", NULL },
        { "+.0f", -0.4, "−0", NULL },
        { "+d", 5, "+5", NULL },
        { " d", 5, " 5", NULL },
        { "(d", -5, "(5)", NULL },
        { "(.1%", -0.123, "(12.3%)", NULL },
        { "f", 1e21, "1e+21", NULL },
        { ".1%", 0.1234, "12.3%", NULL },
        { ".2p", 0.001234, "0.12%", NULL },
        { ".3r", 123456, "123000", NULL },
        { ".3r", 0.00012345, "0.000123", NULL },
        { "r", 0, "0", NULL },
        { ".3e", 12345, "1.235e+4", NULL },
        { "e", 0, "0.000000e+0", NULL },
        { ".3g", 12345, "1.23e+4", NULL },
        { ".3g", 0.00001, "0.0000100", NULL },
        { ".3g", 0.0000001, "1.00e-7", NULL },
        { "s", 42e6, "42.0000M", NULL },
        { "~s", 1500, "1.5k", NULL },
        { ".2s", 999.5, "1.0k", NULL },
        { ".3s", 1.234e-25, "0.12y", NULL },
        { ".3s", 1e27, "1000Y", NULL },
        { "s", 0, "0.00000", NULL },
        { "s", NAN, "NaN", NULL },
        { "~e", 1200, "1.2e+3", NULL },
        { "~f", 1200, "1200", NULL },
        { "b", 10.6, "1011", NULL },
        { "#x", 48879, "0xbeef", NULL },
        { "#X", 48879, "0xBEEF", NULL },
        { "o", -8, "−10", NULL },
        { "c", 36, "36", NULL },
        { "$,.2f", 1234.5, "$1,234.50", NULL },
        { "n", 12345.678, "12,345.7", NULL },
        { "10d", 42, "        42", NULL },
        { "*^9d", 42, "***42****", NULL },
        { "<5d", 42, "42   ", NULL },
        { "图=6d", -42, "−图图图42", NULL },
        { "08d", -42, "−0000042", NULL },
        { "010,d", 1234, "00,001,234", NULL },
        { "09,d", 1234, "0,001,234", NULL },
        { "0=6d", 42, "000042", NULL },
        { "Q", 3.25, "3.25", NULL },
        { ".30f", 0.1, "0.10000000000000000555", NULL },
        { ".0s", 1234, "1k", NULL },
        { ".1f", NAN, "NaN", NULL },
        { ",.2f", INFINITY, "Infinity", NULL },
        { "$,.2f", 1234567.891, "1.234.567,89 €", &german },
        { "$,.2f", 12345678.9, "₹1,23,45,678.90", &indian },
        { "$,d", 1234567, "¥123万4567", &chinese },
        { ".1%", -0.5, "负50.0％", &chinese },
        { "d", NAN, "无", &chinese },
        { "6,d", NAN, "     无", &chinese },
        { ",.1f", 2026.5, "٢٠٢٦٫٥", &arabic },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuFormatSpec spec;
        CHECK_TRUE(table[i].spec, jutu_format_parse(table[i].spec, &spec, NULL));
        CHECK_STR(table[i].spec, jutu_format_number(&spec, table[i].value, table[i].locale, arena),
                  table[i].want);
    }
    jutu_arena_free(arena);
}

static void test_prefix(void)
{
    static const struct {
        const char *spec;
        double reference, value;
        const char *want;
    } table[] = {
        { ",.0s", 1e-6, 0.00042, "420µ" },
        { ",.1s", 1e6, 1234567890, "1,234.6M" },
        { ",.0s", 1e3, 500, "1k" },
        { ".2s", 1e30, 1e27, "1000.00Y" },
        { ".1s", 0, 5, "NaN" },
        { ".0s", 1e-27, 1e-24, "1y" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuFormatSpec spec;
        jutu_format_parse(table[i].spec, &spec, NULL);
        CHECK_STR(table[i].spec,
                  jutu_format_prefix(&spec, table[i].reference, table[i].value, NULL, arena),
                  table[i].want);
    }
    jutu_arena_free(arena);
}

SUITE(format, { "number", test_number }, { "prefix", test_prefix });
