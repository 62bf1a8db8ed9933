#include "text/measure.h"

#include "check.h"

static void test_estimate(void)
{
    static const struct {
        const char *text;
        double size, want;
    } table[] = {
        { "", 10, 0 },        { "abc", 10, 24 },
        { "深圳", 13, 20 },   { "𠀀", 10, 16 }, /* two UTF-16 units */
        { "12,345", 11, 52 }, { NULL, 10, 0 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuFont font = { .size = table[i].size };
        CHECK_NUM(table[i].text ? table[i].text : "none",
                  jutu_measure_width(jutu_measure_estimate(), table[i].text, &font), table[i].want);
    }
}

/* What vega-scenegraph's textValue() returns with these limits. */
static void test_cut(void)
{
    static const struct {
        const char *text;
        double limit;
        const char *ellipsis, *want;
    } table[] = {
        { "abcdefghij", 0, NULL, "abcdefghij" },
        { "abcdefghij", 81, NULL, "abcdefghij" },
        { "abcdefghij", 80, NULL, "abcdefgh…" },
        { "abcdefghij", 40, NULL, "abc…" },
        { "abcdefghij", 1, NULL, "…" },
        { "研究与试验发展经费", 40, NULL, "研究与…" },
        { "abcdefghij", 50, "...", "abc..." },
        { "  abc\t", 0, NULL, "abc" },
        { "\xe3\x80\x80深圳\xe3\x80\x80", 0, NULL, "深圳" },
        { "   ", 5, NULL, "" },
        { "", 5, NULL, "" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        JutuFont font = { .size = 10 };
        const char *got = jutu_measure_cut(jutu_measure_estimate(), table[i].text, &font,
                                           table[i].limit, table[i].ellipsis, arena);
        CHECK_STR(table[i].text, got, table[i].want);
        jutu_arena_free(arena);
    }
}

static void test_baselines(void)
{
    static const struct {
        JutuBaseline baseline;
        double size, line_height, want;
    } table[] = {
        { JUTU_BASELINE_ALPHABETIC, 10, 0, 0 }, { JUTU_BASELINE_TOP, 10, 0, 8 },
        { JUTU_BASELINE_MIDDLE, 10, 0, 3 },     { JUTU_BASELINE_MIDDLE, 11, 0, 3 },
        { JUTU_BASELINE_BOTTOM, 10, 0, -2 },    { JUTU_BASELINE_BOTTOM, 50, 0, -10 },
        { JUTU_BASELINE_LINE_TOP, 10, 0, 9 },   { JUTU_BASELINE_LINE_BOTTOM, 10, 0, -3 },
        { JUTU_BASELINE_LINE_TOP, 10, 20, 13 },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_NUM("baseline",
                  jutu_baseline_offset(table[i].baseline, table[i].size, table[i].line_height),
                  table[i].want);
}

SUITE(measure, { "estimate", test_estimate }, { "cut", test_cut }, { "baselines", test_baselines });
