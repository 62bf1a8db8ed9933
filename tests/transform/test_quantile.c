#include "transform/rows.h"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "given shares", "[{'v':1},{'v':2},{'v':null},{'v':'4'},{'v':''}]",
          "[{'quantile':'v','probs':[0,0.25,0.5,1]}]",
          "[{'prob':0,'value':1},{'prob':0.25,'value':1.5},{'prob':0.5,'value':2},{'prob':1,"
          "'value':4}]" },
        { "by steps", "[{'v':1},{'v':2}]", "[{'quantile':'v','step':0.25}]",
          "[{'prob':0.125,'value':1.125},{'prob':0.375,'value':1.375},{'prob':0.625,'value':1.625}"
          ",{'prob':0.875,'value':1.875}]" },
        { "groups and names", "[{'g':'a','v':1},{'g':null,'v':2},{'g':'','v':3}]",
          "[{'quantile':'v','probs':[0.5],'groupby':['g'],'as':['p','q']}]",
          "[{'g':'a','p':0.5,'q':1},{'g':null,'p':0.5,'q':2.5}]" },
        { "no rows", "[]", "[{'quantile':'v','probs':[0.5]}]", "[{'prob':0.5}]" },
        { "too many steps", "[{'v':1}]", "[{'quantile':'v','step':1e-9}]",
          "/0/step: more than 100000 steps; choose a wider one" },
        { "no numbers", "[{'v':null}]", "[{'quantile':'v','probs':[0.5]}]", "[{'prob':0.5}]" },
        { "one number", "[{'v':3}]", "[{'quantile':'v','probs':[0.1,0.9]}]",
          "[{'prob':0.1,'value':3},{'prob':0.9,'value':3}]" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_quantile, { "rows", test_rows });
