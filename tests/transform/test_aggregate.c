#include "transform/rows.h"

#define SOME_ROWS \
    "[{'o':'US','h':130},{'o':'EU','h':46},{'o':'US','h':null},{'o':'EU','h':46},{'o':null,'h':9}" \
    "," \
    "{'h':''}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "count by group", SOME_ROWS, "[{'aggregate':[{'op':'count','as':'n'}],'groupby':['o']}]",
          "[{'o':'US','n':2},{'o':'EU','n':2},{'o':null,'n':1},{'n':1}]" },
        { "groups by text: null, 'null' and missing",
          "[{'g':null,'v':1},{'g':'null','v':2},{'v':4},{'g':'undefined','v':8}]",
          "[{'aggregate':[{'op':'sum','field':'v','as':'s'}],'groupby':['g']}]",
          "[{'g':null,'s':3},{'s':12}]" },
        { "1 and '1' are one group", "[{'g':1,'v':1},{'g':'1','v':2},{'g':1.5,'v':3}]",
          "[{'aggregate':[{'op':'sum','field':'v','as':'s'}],'groupby':['g']}]",
          "[{'g':1,'s':3},{'g':1.5,'s':3}]" },
        { "texts joined by | may meet", "[{'a':'x|y','b':'z','v':1},{'a':'x','b':'y|z','v':2}]",
          "[{'aggregate':[{'op':'sum','field':'v','as':'s'}],'groupby':['a','b']}]",
          "[{'a':'x|y','b':'z','s':3}]" },
        { "nulls", SOME_ROWS,
          "[{'aggregate':[{'op':'valid','field':'h','as':'v'},{'op':'missing','field':'h','as':"
          "'m'},{'op':'mean','field':'h','as':'a'},{'op':'min','field':'h','as':'lo'},{'op':'max',"
          "'field':'h','as':'hi'}],'groupby':['o']}]",
          "[{'o':'US','v':1,'m':1,'a':130,'lo':130,'hi':130},{'o':'EU','v':2,'m':0,'a':46,'lo':46,"
          "'hi':46},{'o':null,'v':1,'m':0,'a':9,'lo':9,'hi':9},{'v':0,'m':1}]" },
        { "no rows", "[]", "[{'aggregate':[{'op':'count','as':'n'}]}]", "[]" },
        { "one row", "[{'o':'US','h':130}]",
          "[{'aggregate':[{'op':'stdev','field':'h','as':'s'},{'op':'stdevp','field':'h','as':'p'}"
          ",{'op':'median','field':'h','as':'m'}],'groupby':[]}]",
          "[{'p':0,'m':130}]" },
        { "names without as", SOME_ROWS,
          "[{'aggregate':[{'op':'sum','field':'h'},{'op':'count'}],'groupby':[]}]",
          "[{'count':6,'sum_h':231}]" },
        { "the last count stays", SOME_ROWS,
          "[{'aggregate':[{'op':'count','as':'a'},{'op':'sum','field':'h','as':'s'},{'op':'count',"
          "'as':'b'}],'groupby':[]}]",
          "[{'b':6,'s':231}]" },
        { "nested fields are flat names", "[{'a':{'b':1},'a.b':7}]",
          "[{'aggregate':[{'op':'sum','field':'a.b','as':'s'}],'groupby':['a.b']}]",
          "[{'a.b':7,'s':7}]" },
        { "groupby alone", SOME_ROWS, "[{'aggregate':[],'groupby':['o']}]",
          "[{'o':'US'},{'o':'EU'},{'o':null},{}]" },
        { "unknown operation", "[{'o':'US','h':130}]",
          "[{'aggregate':[{'op':'maen','field':'h','as':'x'}]}]",
          "/0/aggregate/0: \"maen\" is no aggregate operation; did you mean \"mean\"?" },
        { "no field", "[{'o':'US','h':130}]", "[{'aggregate':[{'op':'sum','as':'x'}]}]",
          "/0/aggregate/0: \"sum\" needs a \"field\"" },
        { "nothing", "[{'o':'US','h':130}]", "[{'aggregate':[]}]",
          "/0/aggregate: there is nothing to aggregate; give it [{\"op\": \"count\", \"as\": "
          "\"n\"}] or a \"groupby\"" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_aggregate, { "rows", test_rows });
