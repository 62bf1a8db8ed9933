#include "transform/rows.h"

#define SOME_ROWS \
    "[{'v':1,'g':'a'},{'v':2,'g':'a'},{'v':2,'g':'b'},{'v':5,'g':'b'},{'v':9,'g':'b'}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "estimated bandwidth", SOME_ROWS, "[{'density':'v','steps':4}]",
          "[{'value':1,'density':0.12784463801551915},{'value':3,'density':0.12564511250323562},"
          "{'value':5,'density':0.07286720011401046},{'value':7,'density':0.04865121541983226},"
          "{'value':9,'density':0.049517680755774375}]" },
        { "given bandwidth", SOME_ROWS, "[{'density':'v','bandwidth':0.5,'steps':3}]",
          "[{'value':1,'density':0.20276968537112555},{'value':3.6666666666666665,'density':"
          "0.0057923238586282},{'value':6.333333333333333,'density':0.00455850066159534},{'value':"
          "9,'density':0.1595769121605751}]" },
        { "groups share the extent", SOME_ROWS,
          "[{'density':'v','groupby':['g'],'bandwidth':1,'steps':2}]",
          "[{'g':'a','value':1,'density':0.320456502460288},{'g':'a','value':5,'density':"
          "0.0022828393188514466},{'g':'a','value':9,'density':4.569886339724066e-12},{'g':'b',"
          "'value':1,'density':0.08070151824830443},{'g':'b','value':5,'density':"
          "0.1345026530130452},{'g':'b','value':9,'density':0.13302537021211078}]" },
        { "own extents", SOME_ROWS,
          "[{'density':'v','groupby':['g'],'bandwidth':1,'steps':2,'resolve':'independent'}]",
          "[{'g':'a','value':1,'density':0.320456502460288},{'g':'a','value':1.5,'density':"
          "0.3520653267642995},{'g':'a','value':2,'density':0.320456502460288},{'g':'b','value':2,"
          "'density':0.13445804294083513},{'g':'b','value':5.5,'density':0.11793689738479701},"
          "{'g':'b','value':9,'density':0.13302537021211078}]" },
        { "counts", SOME_ROWS, "[{'density':'v','bandwidth':1,'steps':2,'counts':true}]",
          "[{'value':1,'density':0.8830175596654893},{'value':5,'density':0.4080736376768385},"
          "{'value':9,'density':0.3990761106454721}]" },
        { "cumulative", SOME_ROWS,
          "[{'density':'v','bandwidth':1,'steps':3,'cumulative':true,'extent':[-40,12],'as':['x',"
          "'y']}]",
          "[{'x':-40,'y':0},{'x':-22.666666666666668,'y':7.951491921717087e-125},{'x':"
          "-5.333333333333336,'y':2.403694477925304e-11},{'x':12,'y':0.9997300203934181}]" },
        { "null counts as 0", "[{'v':null},{'v':2}]", "[{'density':'v','bandwidth':1,'steps':2}]",
          "[{'value':2,'density':0.2264666234573104},{'value':2,'density':0.2264666234573104},"
          "{'value':2,'density':0.2264666234573104}]" },
        { "adaptive steps", "[{'v':0},{'v':1}]",
          "[{'density':'v','bandwidth':0.2,'minsteps':2,'maxsteps':8,'resolve':'independent'}]",
          "[{'value':0,'density':0.9973594178023685},{'value':0.125,'density':0.8204720064615107},"
          "{'value':0.25,'density':0.4575042026784734},{'value':0.375,'density':"
          "0.17952133465472664},{'value':0.5,'density':0.08764150246784269},{'value':0.625,"
          "'density':0.17952133465472664},{'value':0.75,'density':0.4575042026784734},{'value':"
          "0.875,'density':0.8204720064615107},{'value':1,'density':0.9973594178023685}]" },
        { "one row", "[{'v':3}]", "[{'density':'v','steps':1}]",
          "[{'value':3,'density':0.12545354729604802},{'value':3,'density':0.12545354729604802}]" },
        { "no rows", "[]", "[{'density':'v','steps':2,'groupby':['g']}]", "[]" },
        { "too many steps", "[{'v':3}]", "[{'density':'v','steps':1e9}]",
          "/0/steps: more than a million steps; choose fewer" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_density, { "rows", test_rows });
