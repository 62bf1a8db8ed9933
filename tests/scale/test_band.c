#include "scale/band.h"

#include "check_scale.h"

static void test_map(void)
{
    static const char *const table[][3] = {
        { "{'type':'band','domain':['a','b','c'],'range':[0,120]}", "['a','b','c','d']",
          "[0, 40, 80, undefined]" },
        { "{'type':'band','domain':['a','b','c'],'range':[120,0],'paddingInner':0.2,'paddingOuter':"
          "0.1}",
          "['a','b','c']", "[84, 44, 4]" },
        { "{'type':'band','domain':['a','b','c'],'range':[0,100],'padding':0.1,'round':true}",
          "['a','b','c']", "[4, 36, 68]" },
        { "{'type':'band','domain':['a','b','c'],'range':[0,100],'padding':0.3,'round':true,'align'"
          ":0}",
          "['a','b','c']", "[0, 30, 60]" },
        { "{'type':'band','domain':['a'],'range':[0,100],'paddingInner':0.5}", "['a']", "[0]" },
        { "{'type':'band','domain':['a','b','a'],'range':[0,100],'paddingOuter':5}", "['a','b']",
          "[25, 50]" },
        { "{'type':'point','domain':['a','b','c'],'range':[0,100]}", "['a','b','c']",
          "[0, 50, 100]" },
        { "{'type':'point','domain':['a','b','c'],'range':[0,100],'padding':0.5}", "['a','b','c']",
          "[16.66666667, 50, 83.33333333]" },
        { "{'type':'point','domain':['a'],'range':[0,100],'padding':0.5}", "['a']", "[50]" },
    };
    check_maps(table, ROWS(table));
}

static void test_sizes(void)
{
    static const struct {
        const char *scale;
        double step, bandwidth;
    } table[] = {
        { "{'type':'band','domain':['a','b','c'],'range':[0,120]}", 40, 40 },
        { "{'type':'band','domain':['a','b','c'],'range':[120,0],'paddingInner':0.2,'paddingOuter':"
          "0.1}",
          40, 32 },
        { "{'type':'band','domain':['a','b','c'],'range':[0,100],'padding':0.1,'round':true}", 32,
          29 },
        { "{'type':'band','domain':['a','b','c'],'range':[0,100],'padding':0.3,'round':true,'align'"
          ":0}",
          30, 21 },
        { "{'type':'band','domain':['a'],'range':[0,100],'paddingInner':0.5}", 200, 100 },
        { "{'type':'band','domain':['a','b','a'],'range':[0,100],'paddingOuter':5}", 25, 25 },
        { "{'type':'point','domain':['a','b','c'],'range':[0,100]}", 50, 0 },
        { "{'type':'point','domain':['a','b','c'],'range':[0,100],'padding':0.5}", 33.33333333, 0 },
        { "{'type':'point','domain':['a'],'range':[0,100],'padding':0.5}", 100, 0 },
        { "{'type':'band','domain':['a'],'range':[0,100],'paddingInner':0.5,'leastSteps':1}", 100,
          50 },
        { "{'type':'band','domain':[],'range':[0,100]}", 100, 100 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = scale_of(table[i].scale, bench);
        CHECK_(fabs(scale->step - table[i].step) < 1e-8, "%s: step %g", table[i].scale,
               scale->step);
        CHECK_NUM(table[i].scale, jutu_scale_bandwidth(scale), table[i].bandwidth);
        bench_free(bench);
    }
}

static void test_invert(void)
{
    static const struct {
        const char *scale;
        double place;
        const char *want;
    } table[] = {
        { "{'type':'band','domain':['a','b','c'],'range':[0,120]}", 0, "a" },
        { "{'type':'band','domain':['a','b','c'],'range':[0,120]}", 79, "b" },
        { "{'type':'band','domain':['a','b','c'],'range':[0,120]}", 120, "c" },
        { "{'type':'band','domain':['a','b','c'],'range':[0,120]}", 121, "undefined" },
        { "{'type':'band','domain':['a','b','c'],'range':[120,0]}", 10, "c" },
        { "{'type':'band','domain':['a','b'],'range':[0,100],'paddingInner':0.5}", 50,
          "undefined" },
        { "{'type':'point','domain':['a','b'],'range':[0,100]}", 100, "b" },
        { "{'type':'point','domain':['a','b'],'range':[0,100]}", 99, "undefined" },
        { "{'type':'band','domain':[],'range':[0,100]}", 50, "undefined" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = scale_of(table[i].scale, bench);
        JutuValue got = scale->type->invert(scale, table[i].place, bench.arena);
        CHECK_STR(table[i].scale, jutu_to_text(got, bench.arena), table[i].want);
        bench_free(bench);
    }
}

SUITE(scale_band, { "map", test_map }, { "sizes", test_sizes }, { "invert", test_invert });
