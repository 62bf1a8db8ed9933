#include "check_scale.h"
#include "scale/steps.h"

static void test_map(void)
{
    static const char *const table[][3] = {
        { "{'type':'quantize','domain':[0,100],'range':['a','b','c']}",
          "[-1,0,33,34,67,100,500,null,'x']",
          "['a', 'a', 'a', 'b', 'c', 'c', 'c', undefined, 'a']" },
        { "{'type':'quantize','domain':[100,0],'range':['a','b','c']}", "[-1,50,500]",
          "['a', 'c', 'c']" },
        { "{'type':'threshold','domain':[0,10],'range':['cold','mild','hot']}",
          "[-5,0,9.9,10,null]", "['cold', 'mild', 'mild', 'hot', undefined]" },
        { "{'type':'threshold','domain':[0,10,20],'range':['low','high']}", "[-5,0,50]",
          "['low', 'high', 'high']" },
        { "{'type':'threshold','domain':[0],'range':['low','high','more'],'unknown':'?'}",
          "[-5,50,null]", "['low', 'high', '?']" },
        { "{'type':'quantile','domain':[3,6,7,8,8,10,13,15,16,20],'range':[0,1,2,3]}",
          "[1,7,8,9.1,20,null]", "[0, 0, 1, 2, 3, undefined]" },
        { "{'type':'quantile','domain':[10,null,1,'x',2],'range':['few','many']}", "[1,2,3]",
          "['few', 'many', 'many']" },
        { "{'type':'bin-ordinal','domain':[0,10,20,30],'range':['a','b','c']}",
          "[-1,0,9.9,10,29,30,99,null]", "[undefined, 'a', 'a', 'b', 'c', 'a', 'a', undefined]" },
        { "{'type':'bin-ordinal','domain':[0,10,20,30],'range':['a','b']}", "[25]", "['a']" },
        { "{'type':'threshold','domain':['10','2'],'range':['a','b','c']}", "['12', '3', '1']",
          "['b', 'c', 'a']" },
        { "{'type':'threshold','domain':['10','20'],'range':['a','b','c']}", "[12, 9]",
          "['b', 'a']" },
    };
    check_maps(table, ROWS(table));
}

static void test_thresholds(void)
{
    static const struct {
        const char *scale;
        double want[4];
        size_t n;
    } table[] = {
        { "{'type':'quantize','domain':[0,1],'range':[0,1,2]}", { 1.0 / 3, 2.0 / 3 }, 2 },
        { "{'type':'quantize','domain':[0,1],'range':[0]}", { 0 }, 0 },
        { "{'type':'quantize','domain':[0,1],'range':[]}", { 0 }, 0 },
        { "{'type':'quantile','domain':[1,2,3,4,5],'range':[0,1,2,3]}", { 2, 3, 4 }, 3 },
        { "{'type':'threshold','domain':[3,9],'range':[0,1]}", { 3, 9 }, 2 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = scale_of(table[i].scale, bench);
        size_t n;
        const double *got = scale->type->thresholds(scale, &n);
        CHECK_SIZE(table[i].scale, n, table[i].n);
        for (size_t t = 0; t < MIN(n, table[i].n); t++)
            CHECK_NUM(table[i].scale, got[t], table[i].want[t]);
        bench_free(bench);
    }
}

SUITE(scale_steps, { "map", test_map }, { "thresholds", test_thresholds });
