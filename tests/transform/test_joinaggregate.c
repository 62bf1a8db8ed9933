#include "transform/rows.h"

#define SOME_ROWS \
    "[{'o':'US','h':130},{'o':'EU','h':46},{'o':'US','h':null},{'o':'EU','h':46},{'o':null,'h':9}" \
    "," \
    "{'h':''}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "added to each row", SOME_ROWS,
          "[{'joinaggregate':[{'op':'sum','field':'h','as':'s'},{'op':'count','as':'n'}],"
          "'groupby':['o']}]",
          "[{'o':'US','h':130,'n':2,'s':130},{'o':'EU','h':46,'n':2,'s':92},{'o':'US','h':null,"
          "'n':2,'s':130},{'o':'EU','h':46,'n':2,'s':92},{'o':null,'h':9,'n':1,'s':9},{'h':'','n':"
          "1}]" },
        { "over all rows", SOME_ROWS, "[{'joinaggregate':[{'op':'max','field':'h','as':'m'}]}]",
          "[{'o':'US','h':130,'m':130},{'o':'EU','h':46,'m':130},{'o':'US','h':null,'m':130},{'o':"
          "'EU','h':46,'m':130},{'o':null,'h':9,'m':130},{'h':'','m':130}]" },
        { "the group's first values come back", "[{'g':1,'v':1},{'g':'1','v':2}]",
          "[{'joinaggregate':[{'op':'sum','field':'v','as':'s'}],'groupby':['g']}]",
          "[{'g':1,'v':1,'s':3},{'g':1,'v':2,'s':3}]" },
        { "several counts", "[{'g':1}]",
          "[{'joinaggregate':[{'op':'count','as':'a'},{'op':'count','as':'b'}]}]",
          "[{'g':1,'a':1,'b':1}]" },
        { "no rows", "[]",
          "[{'joinaggregate':[{'op':'sum','field':'v','as':'s'}],'groupby':['g']}]", "[]" },
        { "nested groupby", "[{'a':{'b':1},'v':2},{'a':{'b':1},'v':3}]",
          "[{'joinaggregate':[{'op':'sum','field':'v','as':'s'}],'groupby':['a.b']}]",
          "[{'a':{'b':1},'v':2,'a.b':1,'s':5},{'a':{'b':1},'v':3,'a.b':1,'s':5}]" },
        { "names without as", "[{'v':2}]",
          "[{'joinaggregate':[{'op':'mean','field':'v'},{'op':'count'}]}]",
          "[{'v':2,'count':1,'mean_v':2}]" },
        { "unknown operation", "[{'o':'US','h':130}]",
          "[{'joinaggregate':[{'op':'maen','field':'h','as':'x'}]}]",
          "/0/joinaggregate/0: \"maen\" is no aggregate operation; did you mean \"mean\"?" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_joinaggregate, { "rows", test_rows });
