#include "scale/categories.h"

#include "check_scale.h"

/* A scale without "unknown" takes up what its domain lacks. */
static void test_ordinal(void)
{
    static const char *const table[][3] = {
        { "{'type':'ordinal','domain':['华东','华南','华北'],'range':['red','green']}",
          "['华东','华南','华北','西部']", "['red', 'green', 'red', 'green']" },
        { "{'type':'ordinal','domain':['1',1,true],'range':['text','number','yes']}",
          "['1',1,true,'true']", "['text', 'number', 'yes', 'text']" },
        { "{'type':'ordinal','domain':[0,0,1],'range':['a','b']}", "[0,1]", "['a', 'b']" },
        { "{'type':'ordinal','domain':[null,''],'range':['none','empty']}", "[null,'']",
          "['none', 'empty']" },
        { "{'type':'ordinal','domain':['a'],'range':[],'unknown':'?'}", "['a','b']",
          "[undefined, '?']" },
        { "{'type':'ordinal','domain':['a'],'range':['red'],'unknown':'grey'}", "['a','b']",
          "['red', 'grey']" },
    };
    check_maps(table, ROWS(table));
}

static void test_dates_are_numbers(void)
{
    Bench bench = bench_new();
    JutuScale *scale = scale_of("{'type':'ordinal','domain':[0,'0'],'range':['ms','text']}", bench);
    CHECK_STR("a date", jutu_scale_map(scale, jutu_date(0)).string, "ms");
    CHECK_STR("minus zero", jutu_scale_map(scale, jutu_number(-0.0)).string, "ms");
    CHECK_STR("a text", jutu_scale_map(scale, jutu_string("0")).string, "text");
    bench_free(bench);
}

SUITE(scale_categories, { "ordinal", test_ordinal },
      { "dates are numbers", test_dates_are_numbers });
