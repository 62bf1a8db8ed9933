#include "transform/rows.h"

#define SOME_ROWS \
    "[{'t':1,'s':'p','v':3},{'t':1,'s':'q','v':7},{'t':2,'s':'q','v':null},{'t':2,'s':'q','v':2}," \
    "{'t':3,'v':8}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "sums", SOME_ROWS, "[{'pivot':'s','value':'v','groupby':['t']}]",
          "[{'t':1,'p':3,'q':7},{'t':2,'q':2},{'t':3,'undefined':8}]" },
        { "count", SOME_ROWS, "[{'pivot':'s','value':'v','groupby':['t'],'op':'count'}]",
          "[{'t':1,'p':1,'q':1,'undefined':0},{'t':2,'p':0,'q':2,'undefined':0},{'t':3,'p':0,'q':"
          "0,'undefined':1}]" },
        { "mean", SOME_ROWS, "[{'pivot':'s','value':'v','groupby':['t'],'op':'mean'}]",
          "[{'t':1,'p':3,'q':7},{'t':2,'q':2},{'t':3,'undefined':8}]" },
        { "max", SOME_ROWS, "[{'pivot':'s','value':'v','groupby':['t'],'op':'max'}]",
          "[{'t':1,'p':3,'q':7},{'t':2,'q':2},{'t':3,'undefined':8}]" },
        { "median", SOME_ROWS, "[{'pivot':'s','value':'v','groupby':['t'],'op':'median'}]",
          "[{'t':1,'p':3,'q':7},{'t':2,'q':2},{'t':3,'undefined':8}]" },
        { "distinct", SOME_ROWS, "[{'pivot':'s','value':'v','groupby':['t'],'op':'distinct'}]",
          "[{'t':1,'p':2,'q':2,'undefined':1},{'t':2,'p':1,'q':2,'undefined':1},{'t':3,'p':1,'q':"
          "1,'undefined':1}]" },
        { "argmax", SOME_ROWS, "[{'pivot':'s','value':'v','groupby':['t'],'op':'argmax'}]",
          "[{'t':1,'p':{'t':1,'s':'p','v':3},'q':{'t':1,'s':'q','v':7},'undefined':{}},{'t':2,'p':"
          "{},'q':{'t':2,'s':'q','v':2},'undefined':{}},{'t':3,'p':{},'q':{},'undefined':{'t':3,"
          "'v':8}}]" },
        { "limit", SOME_ROWS, "[{'pivot':'s','value':'v','groupby':['t'],'limit':1}]",
          "[{'t':1,'p':3},{'t':2},{'t':3}]" },
        { "no groupby", SOME_ROWS, "[{'pivot':'s','value':'v'}]", "[{'p':3,'q':9,'undefined':8}]" },
        { "1 and '1' are one column, of the first", "[{'s':1,'v':1},{'s':'1','v':2}]",
          "[{'pivot':'s','value':'v'}]", "[{'1':1}]" },
        { "an empty name", "[{'s':'','v':1}]", "[{'pivot':'s','value':'v'}]", "[{'sum':1}]" },
        { "no rows", "[]", "[{'pivot':'s','value':'v'}]", "[]" },
        { "unknown operation", SOME_ROWS, "[{'pivot':'s','value':'v','op':'maen'}]",
          "/0/op: \"maen\" is no aggregate operation; did you mean \"mean\"?" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_pivot, { "rows", test_rows });
