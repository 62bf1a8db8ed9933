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
        double span[2], count;
        const char *spec;
        double value;
        const char *want;
    } table[] = {
        { { 0, 3.5 }, 5, NULL, 1.5, "1.5" },       { { 0, 5000 }, 5, NULL, 4000, "4,000" },
        { { 0, 1 }, 5, "%", 0.2, "20%" },          { { 0, 0.05 }, 5, "%", 0.01, "1%" },
        { { 0, 0.01 }, 5, "%", 0.002, "0.2%" },    { { 0, 1e6 }, 5, "s", 200000, "0.2M" },
        { { 0, 1e6 }, 5, ".2s", 200000, "0.20M" }, { { 1000, 1001 }, 5, "", 1000.2, "1000.2" },
        { { 0, 1000 }, 5, "e", 200, "2e+2" },      { { 0, 1000 }, 5, "$,.2f", 200, "$200.00" },
        { { 7, 7 }, 5, ",f", 7, "7.000000" },      { { 0, 100 }, 5, "d", 20, "20" },
    };
    JutuArena *arena = jutu_arena_new();
    JutuFormatSpec spec;
    bool prefix;
    double reference;
    for (size_t i = 0; i < ROWS(table); i++) {
        CHECK_TRUE(table[i].want, jutu_format_ticks(table[i].span, table[i].count, table[i].spec,
                                                    &spec, &prefix, &reference, NULL));
        const char *got = prefix ? jutu_format_prefix(&spec, reference, table[i].value, NULL, arena)
                                 : jutu_format_number(&spec, table[i].value, NULL, arena);
        CHECK_STR("label", got, table[i].want);
    }
    CHECK_TRUE("no format",
               !jutu_format_ticks((double[]){ 0, 1 }, 5, "foo", &spec, &prefix, &reference, NULL));
    jutu_arena_free(arena);
}

SUITE(format_span, { "precision", test_precision }, { "ticks", test_ticks });
