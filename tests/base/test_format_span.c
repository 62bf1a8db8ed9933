#include "base/format.h"

#include "check.h"

static void test_precision(void)
{
    CHECK_TRUE("decimals", jutu_precision_fixed(0.05) == 2 && jutu_precision_fixed(50) == 0);
    CHECK_TRUE("no step", jutu_precision_fixed(0) == -1 && jutu_precision_fixed(NAN) == -1);
    CHECK_TRUE("SI", jutu_precision_prefix(1e5, 1.3e6) == 1);
    CHECK_TRUE("SI, no value", jutu_precision_prefix(1e5, 0) == -1);
    CHECK_TRUE("digits", jutu_precision_round(0.01, 1.01) == 3);
    CHECK_TRUE("digits, one step", jutu_precision_round(1, 1) == -1);
}

static void test_ticks(void)
{
    static const struct {
        double start, stop, count;
        const char *spec;
        double value;
        const char *d3, *vega;
    } table[] = {
        { 0, 3.5, 5, NULL, 1.5, "1.5", "1.5" },
        { 0, 5000, 5, NULL, 4000, "4,000", "4,000" },
        { 0, 1, 5, "%", 0.2, "20%", "20%" },
        { 0, 0.05, 5, "%", 0.01, "1%", "1%" },
        { 0, 0.01, 5, "%", 0.002, "0.2%", "0.2%" },
        { 0, 1e6, 5, "s", 200000, "0.2M", "0.2M" },
        { 0, 1e6, 5, ".2s", 200000, "0.20M", "200k" },
        { 1000, 1001, 5, "", 1000.2, "1000.2", "1000.2" },
        { 0, 1000, 5, "e", 200, "2e+2", "2e+2" },
        { 0, 1000, 5, "$,.2f", 200, "$200.00", "$200.00" },
        { 7, 7, 5, ",f", 7, "7.000000", "7.000000" },
        { 0, 100, 5, "d", 20, "20", "20" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuTickFormat format;
        const char *row = table[i].d3;
        CHECK_TRUE(row, jutu_format_ticks(table[i].start, table[i].stop, table[i].count,
                                          table[i].spec, &format, NULL));
        CHECK_STR(row, jutu_format_tick(&format, table[i].value, NULL, arena), table[i].d3);
        CHECK_TRUE(row, jutu_format_span(table[i].start, table[i].stop, table[i].count,
                                         table[i].spec, &format, NULL));
        CHECK_STR(row, jutu_format_tick(&format, table[i].value, NULL, arena), table[i].vega);
    }
    JutuTickFormat format;
    CHECK_TRUE("no format", !jutu_format_ticks(0, 1, 5, "foo", &format, NULL));
    CHECK_TRUE("no format", !jutu_format_span(0, 1, 5, "foo", &format, NULL));
    jutu_arena_free(arena);
}

static void test_float(void)
{
    static const struct {
        const char *spec;
        double value;
        const char *want;
    } table[] = {
        { NULL, 1000, "1,000" },  { "", 0.1, "0.1" },       { "f", 0.25, "0.25" },
        { "f", 100, "100" },      { "%", 0.125, "12.5%" },  { "e", 1500, "1.5e+3" },
        { "s", 1500, "1.5k" },    { ".2f", 1.5, "1.50" },   { ",.0f", 1e6, "1,000,000" },
        { "$,f", 10.5, "$10.5" }, { "(f", -2.50, "(2.5)" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_STR("float", jutu_format_float(table[i].spec, table[i].value, NULL, arena, NULL),
                  table[i].want);
    CHECK_TRUE("no format", !jutu_format_float("foo", 1, NULL, arena, NULL));
    jutu_arena_free(arena);
}

SUITE(format_span, { "precision", test_precision }, { "ticks", test_ticks },
      { "float", test_float });
