#include "check_scale.h"
#include "scale/ticks.h"

static const double day = 86400000;

static void test_map(void)
{
    static const char *const table[][3] = {
        { "{'type':'utc','domain':[0,86400000],'range':[0,24]}", "[3600000, -3600000, '7200000']",
          "[1, -1, 2]" },
        { "{'type':'utc','domain':[86400000.4,0.4],'range':[0,24]}", "[0]", "[24]" },
        { "{'type':'time','domain':[0,1000],'range':['red','blue']}", "[250]",
          "['rgb(191, 0, 64)']" },
    };
    check_maps(table, ROWS(table));
}

static void test_intervals(void)
{
    static const struct {
        const char *unit;
        double step, days; /* domain: 2 January 2024 for so many days */
        const char *want;
    } table[] = {
        { "date", 0, 2, "[2024-01-02, 2024-01-03, 2024-01-04]" },
        { "week", 0, 14, "[2024-01-07, 2024-01-14]" },
        { "isoweek", 0, 14, "[2024-01-08, 2024-01-15]" },
        { "month", 2, 200, "[2024-03-01, 2024-05-01, 2024-07-01]" },
        { "quarter", 0, 200, "[2024-04-01, 2024-07-01]" },
        { "year", 2, 2000, "[2026-01-01, 2028-01-01]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = scale_of("{'type':'utc'}", bench);
        double start = 1704153600000, domain[] = { start, start + table[i].days * day };
        jutu_scale_set_domain(scale, domain, 2);
        jutu_scale_prepare(scale);
        size_t n;
        JutuTickCount count = jutu_tick_interval(table[i].unit, table[i].step);
        const JutuValue *ticks = jutu_scale_ticks(scale, count, bench.arena, &n);
        g_autoptr(GString) text = g_string_new("[");
        for (size_t t = 0; t < n; t++)
            g_string_append_printf(text, "%s%.10s", t ? ", " : "",
                                   jutu_date_iso(ticks[t].number, bench.arena));
        g_string_append_c(text, ']');
        CHECK_STR(table[i].unit, text->str, table[i].want);
        bench_free(bench);
    }
}

static void test_nice(void)
{
    static const struct {
        const char *unit; /* NULL: ten ticks */
        double step;
        const char *first, *last;
    } table[] = {
        { NULL, 0, "2023-12-31T00:00:00.000Z", "2024-02-18T00:00:00.000Z" },
        { "year", 0, "2024-01-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z" },
        { "quarter", 0, "2024-01-01T00:00:00.000Z", "2024-04-01T00:00:00.000Z" },
        { "date", 10, "2024-01-01T00:00:00.000Z", "2024-02-21T00:00:00.000Z" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = scale_of("{'type':'utc'}", bench);
        double start = 1704153605000, domain[] = { start, start + 45 * day };
        JutuTickCount count = table[i].unit ? jutu_tick_interval(table[i].unit, table[i].step)
                                            : jutu_tick_number(10);
        const char *row = table[i].unit ? table[i].unit : "ten ticks";
        jutu_scale_set_domain(scale, domain, 2);
        jutu_scale_prepare(scale);
        scale->type->nice(scale, count);
        CHECK_STR(row, jutu_date_iso(scale->domain[0].number, bench.arena), table[i].first);
        CHECK_STR(row, jutu_date_iso(scale->domain[1].number, bench.arena), table[i].last);
        bench_free(bench);
    }
}

static void test_invert(void)
{
    Bench bench = bench_new();
    JutuScale *scale = scale_of("{'type':'utc','domain':[0,86400000],'range':[0,24]}", bench);
    JutuValue got = scale->type->invert(scale, 1, bench.arena);
    CHECK_TRUE("is a date", got.type == JUTU_DATE);
    CHECK_EXACT("an hour", got.number, 3600000);
    bench_free(bench);
}

SUITE(scale_time, { "map", test_map }, { "intervals", test_intervals }, { "nice", test_nice },
      { "invert", test_invert });
