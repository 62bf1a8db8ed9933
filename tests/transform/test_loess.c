#include "transform/rows.h"

#define SOME_ROWS \
    "[{'x':3,'y':7},{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':8},{'x':4,'y':10},{'x':5,'y':40},{'x':" \
    "6,'y':null},{'x':7,'y':12}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "bandwidth by default", SOME_ROWS, "[{'loess':'y','on':'x'}]",
          "[{'x':1,'y':2},{'x':2,'y':3},{'x':3,'y':7},{'x':4,'y':9},{'x':5,'y':40},{'x':7,'y':12}"
          "]" },
        { "bandwidth 0.5", SOME_ROWS, "[{'loess':'y','on':'x','bandwidth':0.5}]",
          "[{'x':1,'y':1.999999999999993},{'x':2,'y':3},{'x':3,'y':7},{'x':4,'y':9},{'x':5,'y':40}"
          ",{'x':7,'y':11.999999999999979}]" },
        { "bandwidth 1", SOME_ROWS, "[{'loess':'y','on':'x','bandwidth':1}]",
          "[{'x':1,'y':1.1238479508515145},{'x':2,'y':3.9473078580090117},{'x':3,'y':"
          "6.904413892367826},{'x':4,'y':10.737458171077508},{'x':5,'y':10.791252424671653},{'x':"
          "7,'y':13.119280759628708}]" },
        { "groups and names",
          "[{'x':1,'y':2,'g':1},{'x':2,'y':4,'g':1},{'x':1,'y':5,'g':2},{'x':3,'y':6,'g':2}]",
          "[{'loess':'y','on':'x','groupby':['g'],'as':['u','v']}]",
          "[{'g':1,'u':1,'v':2},{'g':1,'u':2,'v':4},{'g':2,'u':1,'v':5},{'g':2,'u':3,'v':6}]" },
        { "one point", "[{'x':1,'y':2}]", "[{'loess':'y','on':'x'}]", "[{'x':1,'y':null}]" },
        { "no rows", "[]", "[{'loess':'y','on':'x'}]", "[]" },
        { "no on", "[{'x':1}]", "[{'loess':'y'}]", "/0/on: \"on\" must be the name of a field" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_loess, { "rows", test_rows });
