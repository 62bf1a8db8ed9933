#include "base/tick.h"

#include <glib.h>

#include "check.h"

static void test_ticks(void)
{
    static const struct {
        const char *row;
        double start, stop, count;
        double want[12]; /* exact: 0.3 is 0.3, not 0.30000000000000004 */
        size_t n;
    } table[] = {
        { "R&D intensity, %", 0, 3.5, 5, { 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5 }, 8 },
        { "tenths stay exact", 0, 0.5, 5, { 0, 0.1, 0.2, 0.3, 0.4, 0.5 }, 6 },
        { "芯片产量 亿块", 0, 4514, 5, { 0, 1000, 2000, 3000, 4000 }, 5 },
        { "below zero", -1.5, 1.5, 3, { -1, 0, 1 }, 3 },
        { "turned", 10, 0, 2, { 10, 5, 0 }, 3 },
        { "turned tenths", 0.3, 0, 3, { 0.3, 0.2, 0.1, 0 }, 4 },
        { "none at first", 1.1, 1.4, 1, { 1.2, 1.4 }, 2 },
        { "one value", 7.5, 7.5, 5, { 7.5 }, 1 },
        { "count of 0", 0, 10, 0, { 0 }, 0 },
        { "not a number", 0, NAN, 5, { 0 }, 0 },
        { "without end", 0, INFINITY, 5, { 0 }, 0 },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        size_t n;
        const double *got = jutu_ticks(table[i].start, table[i].stop, table[i].count, arena, &n);
        CHECK_SIZE(table[i].row, n, table[i].n);
        for (size_t t = 0; t < MIN(n, table[i].n); t++)
            CHECK_EXACT(table[i].row, got[t], table[i].want[t]);
    }
    size_t n;
    jutu_ticks(0, 1, 1e300, arena, &n);
    CHECK_SIZE("at most", n, 1000000);
    jutu_arena_free(arena);
}

static void test_steps(void)
{
    CHECK_EXACT("inverted", jutu_tick_increment(0, 1, 10), -10.0);
    CHECK_EXACT("step", jutu_tick_step(0, 1, 10), 0.1);
    CHECK_EXACT("turned", jutu_tick_step(20, 0, 5), -5.0);
    CHECK_EXACT("no span", jutu_tick_step(3, 3, 5), 0.0);
}

static void test_bins(void)
{
    static const double steps[] = { 1, 10, 100 }, thirds[] = { 3 };
    static const struct {
        const char *row;
        JutuBinOptions options;
        JutuBins want;
    } table[] = {
        { "usual", { .extent = { 0, 9.3 }, .maxbins = 10 }, { 0, 10, 1 } },
        { "a step", { .extent = { 1, 9.3 }, .step = 2.5 }, { 0, 10, 2.5 } },
        { "steps", { .extent = { 0, 99 }, .steps = steps, .n_steps = 3 }, { 0, 99, 1 } },
        { "steps, few bins",
          { .extent = { 0, 99 }, .steps = steps, .n_steps = 3, .maxbins = 5 },
          { 0, 100, 10 } },
        { "at least", { .extent = { 0, 3 }, .minstep = 1 }, { 0, 3, 1 } },
        { "divided by 3",
          { .extent = { 0, 10 }, .maxbins = 30, .divide = thirds, .n_divide = 1, .exact = true },
          { 0, 10, 1.0 / 3 } },
        { "as they are",
          { .extent = { 0.5, 9.5 }, .maxbins = 10, .exact = true },
          { 0.5, 9.5, 1 } },
        { "one value", { .extent = { 5, 5 } }, { 5, 5.5, 0.5 } },
        { "zero alone", { .extent = { 0, 0 } }, { 0, 0.05, 0.05 } },
        { "anchored",
          { .extent = { 0, 10 }, .step = 3, .exact = true, .has_anchor = true, .anchor = 1 },
          { 1, 13, 3 } },
        { "base of 1 ends",
          { .extent = { 0, 100 }, .base = 1, .exact = true, .step = 7 },
          { 0, 100, 7 } },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuBins got = jutu_bins(&table[i].options);
        CHECK_NUM(table[i].row, got.start, table[i].want.start);
        CHECK_NUM(table[i].row, got.stop, table[i].want.stop);
        CHECK_NUM(table[i].row, got.step, table[i].want.step);
    }
}

static void test_band_space(void)
{
    CHECK_EXACT("no padding", jutu_band_space(3, 0, 0), 3.0);
    CHECK_EXACT("paddings", jutu_band_space(3, 0.5, 0.25), 3.0);
    CHECK_EXACT("one band of padding alone", jutu_band_space(1, 1, 0), 1.0);
    CHECK_EXACT("no bands", jutu_band_space(0, 0, 2), 0.0);
}

SUITE(tick, { "ticks", test_ticks }, { "steps", test_steps }, { "bins", test_bins },
      { "band space", test_band_space });
