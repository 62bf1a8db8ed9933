#include "check_scale.h"
#include "scale/log.h"

static void test_map(void)
{
    static const char *const table[][3] = {
        { "{'type':'log','domain':[1,1000],'range':[0,300]}", "[1,10,500,0,-1]",
          "[0, 100, 269.8970004, NaN, NaN]" },
        { "{'type':'log','domain':[1000,1],'range':[0,300]}", "[1,10,500]",
          "[300, 200, 30.10299957]" },
        { "{'type':'log','domain':[-1000,-1],'range':[0,300]}", "[-1,-10,-500]",
          "[300, 200, 30.10299957]" },
        { "{'type':'log','base':2,'domain':[1,1024],'range':[0,10]}", "[1,2,48]",
          "[0, 1, 5.584962501]" },
        { "{'type':'log','domain':[1,10],'range':['white','black']}", "[2,5]",
          "['rgb(178, 178, 178)', 'rgb(77, 77, 77)']" },
    };
    check_maps(table, ROWS(table));
}

static void test_ticks(void)
{
    static const struct {
        const char *scale;
        double count;
        const char *want;
    } table[] = {
        { "{'type':'log','domain':[1,10]}", 10, "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]" },
        { "{'type':'log','domain':[1,10000]}", 10,
          "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 400, "
          "500, 600, 700, 800, 900, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10000]" },
        { "{'type':'log','domain':[1,10000000000]}", 5,
          "[1, 100, 10000, 1000000, 100000000, 10000000000]" },
        { "{'type':'log','domain':[0.03,20]}", 10,
          "[0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, "
          "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20]" },
        { "{'type':'log','domain':[-100,-1]}", 10,
          "[-100, -90, -80, -70, -60, -50, -40, -30, -20, -10, -9, -8, -7, -6, -5, -4, -3, -2, "
          "-1]" },
        { "{'type':'log','domain':[100,1]}", 10,
          "[100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]" },
        { "{'type':'log','domain':[2,3]}", 10,
          "[2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 2.8, 2.9, 3]" },
        { "{'type':'log','base':2,'domain':[1,64]}", 10, "[1, 2, 4, 8, 16, 32, 64]" },
        { "{'type':'log','base':2.5,'domain':[1,100]}", 10,
          "[1, 2.5, 6.25, 15.625, 39.0625, 97.65625]" },
        { "{'type':'log','domain':[0,100]}", 10, "[]" },
        { "{'type':'log','domain':[1,1000]}", NAN,
          "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 400, "
          "500, 600, 700, 800, 900, 1000]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = scale_of(table[i].scale, bench);
        size_t n;
        const JutuValue *ticks = scale->type->ticks(
            scale, (JutuTickCount){ .count = table[i].count }, bench.arena, &n);
        check_values(table[i].scale, ticks, n, table[i].want, bench.arena);
        bench_free(bench);
    }
}

/* Powers of ten are read, not multiplied; a huge base doesn't hang. */
static void test_powers(void)
{
    Bench bench = bench_new();
    JutuScale *scale = scale_of("{'type':'log','domain':[1e-9,1]}", bench);
    for (int i = -20; i <= 20; i++) {
        char text[16];
        snprintf(text, sizeof(text), "1e%d", i);
        CHECK_EXACT(text, jutu_log_power(scale, i), g_ascii_strtod(text, NULL));
    }
    CHECK_EXACT("too small", jutu_log_power(scale, -400), 0);
    scale = scale_of("{'type':'log','domain':[1,1e18],'base':1e9}", bench);
    size_t n;
    scale->type->ticks(scale, (JutuTickCount){ .count = 10 }, bench.arena, &n);
    CHECK_(n < 1000000, "%zu ticks", n);
    bench_free(bench);
}

SUITE(scale_log, { "map", test_map }, { "ticks", test_ticks }, { "powers", test_powers });
