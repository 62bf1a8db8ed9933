#include "scale/ticks.h"

#include "setup_json.h"

static void test_ticks(void)
{
    static const struct {
        const char *scale;
        double count, min_step, want_count;
        const char *want;
    } table[] = {
        { "{'type':'symlog','domain':[97,10],'range':[0,200],'bins':{'step':10}}", 5, NAN, 5,
          "[]" },
        { "{'type':'linear','domain':[0,97]}", 10, NAN, 10,
          "[0, 10, 20, 30, 40, 50, 60, 70, 80, 90]" },
        { "{'type':'linear','domain':[0,97]}", 10, 25, 3, "[0, 50]" },
        { "{'type':'linear','domain':[0,1]}", 10, 1, 1, "[0, 1]" },
        { "{'type':'linear','domain':[0,97]}", 3, NAN, 3, "[0, 50]" },
        { "{'type':'log','domain':[1,1000]}", 5, NAN, 5,
          "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 400, "
          "500, 600, 700, 800, 900, 1000]" },
        { "{'type':'band','domain':['a','b']}", 10, NAN, 10, "['a', 'b']" },
        { "{'type':'quantize','domain':[0,10],'range':[1,2]}", 5, NAN, 5, "[0, 2, 4, 6, 8, 10]" },
        { "{'type':'linear','domain':[0,40],'range':[0,400],'bins':[0,10,20,30,40]}", 3, NAN, 5,
          "[0, 10, 20, 30, 40]" },
        { "{'type':'linear','domain':[0,40],'range':[400,0],'bins':[0,10,20,30,40]}", 10, NAN, 10,
          "[0, 10, 20, 30, 40]" },
        { "{'type':'linear','domain':[5,25],'range':[0,200],'bins':{'start':0,'stop':40,'step':10}"
          "}",
          10, NAN, 10, "[0, 10, 20]" },
        { "{'type':'linear','domain':[0,90],'range':[0,400],'bins':[0,10,20,30,40,50,60,70,80,90]}",
          4, NAN, 10, "[0, 10, 20, 30, 40, 50, 60, 70, 80, 90]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = vega_scale_of(table[i].scale, bench);
        JutuTickCount count = jutu_tick_count(scale, jutu_tick_number(table[i].count),
                                              table[i].min_step);
        CHECK_EXACT(table[i].scale, count.count, table[i].want_count);
        size_t n;
        const JutuValue *ticks = jutu_scale_ticks(scale, count, bench.arena, &n);
        check_values(table[i].scale, ticks, n, table[i].want, bench.arena);
        bench_free(bench);
    }
}

static void test_valid(void)
{
    static const struct {
        const char *scale, *values;
        double count;
        const char *want;
    } table[] = {
        { "{'type':'linear','domain':[0,10],'range':[0,100]}", "[12,3,-1,9,0]", 5, "[0, 3, 9]" },
        { "{'type':'linear','domain':[0,10],'range':[100,0]}", "[1,2,3]", 5, "[1, 2, 3]" },
        { "{'type':'linear','domain':[0,10],'range':[0,100]}", "[1,2,3,4,5,6,7]", 3, "[1, 7]" },
        { "{'type':'linear','domain':[0,10],'range':[0,100]}", "[1,2,3,4,5,6,7]", 1, "[1, 7]" },
        { "{'type':'band','domain':['a','b'],'range':[0,100]}", "['b','z','a']", 3, "['a', 'b']" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = vega_scale_of(table[i].scale, bench);
        json_t *list = read_json(table[i].values);
        size_t n = json_array_size(list);
        const JutuValue *values = read_values(list, jutu_value_from_json, bench.arena);
        const JutuValue *valid = jutu_scale_valid_ticks(
            scale, values, jutu_tick_number(table[i].count), bench.arena, &n);
        check_values(table[i].scale, valid, n, table[i].want, bench.arena);
        json_decref(list);
        bench_free(bench);
    }
}

static void test_intervals(void)
{
    CHECK_TRUE("a unit", jutu_tick_interval("hours", 0).interval.type != NULL);
    CHECK_TRUE("the schema's name is none to Vega", !jutu_tick_interval("hour", 0).interval.type);
    CHECK_TRUE("but with a step", jutu_tick_interval("hour", 2).interval.type != NULL);
    CHECK_TRUE("no unit", !jutu_tick_interval("fortnight", 2).interval.type);
}

SUITE(scale_ticks, { "ticks", test_ticks }, { "valid", test_valid },
      { "intervals", test_intervals });
