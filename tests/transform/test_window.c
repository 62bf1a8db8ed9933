#include "transform/rows.h"

#define SOME_ROWS \
    "[{'s':'p','t':0,'v':3},{'s':'p','t':1,'v':5},{'s':'q','t':0,'v':7},{'s':'p','t':3,'v':3}," \
    "{'s':'q','t':2,'v':null},{'s':'q','t':3,'v':9}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "running sum", SOME_ROWS,
          "[{'window':[{'op':'sum','field':'v','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':10},{'s':'p','t':1,'v':5,'r':15},{'s':'q','t':0,'v':7,'r':10}"
          ",{'s':'p','t':3,'v':3,'r':27},{'s':'q','t':2,'v':null,'r':15},{'s':'q','t':3,'v':9,'r':"
          "27}]" },
        { "running sum by row", SOME_ROWS,
          "[{'window':[{'op':'sum','field':'v','as':'r'}],'sort':[{'field':'t'}],'ignorePeers':"
          "true}]",
          "[{'s':'p','t':0,'v':3,'r':3},{'s':'p','t':1,'v':5,'r':15},{'s':'q','t':0,'v':7,'r':10},"
          "{'s':'p','t':3,'v':3,'r':18},{'s':'q','t':2,'v':null,'r':15},{'s':'q','t':3,'v':9,'r':"
          "27}]" },
        { "by group", SOME_ROWS,
          "[{'window':[{'op':'sum','field':'v','as':'r'}],'sort':[{'field':'t','order':"
          "'descending'}],'groupby':['s']}]",
          "[{'s':'p','t':0,'v':3,'r':11},{'s':'p','t':1,'v':5,'r':8},{'s':'q','t':0,'v':7,'r':16},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':9},{'s':'q','t':3,'v':9,'r':9}"
          "]" },
        { "unsorted", SOME_ROWS, "[{'window':[{'op':'count','as':'r'}],'groupby':['s']}]",
          "[{'s':'p','t':0,'v':3,'r':1},{'s':'p','t':1,'v':5,'r':2},{'s':'q','t':0,'v':7,'r':1},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':2},{'s':'q','t':3,'v':9,'r':3}"
          "]" },
        { "sliding mean", SOME_ROWS,
          "[{'window':[{'op':'mean','field':'v','as':'r'}],'frame':[-1,1],'sort':[{'field':'t'}],"
          "'ignorePeers':true}]",
          "[{'s':'p','t':0,'v':3,'r':5},{'s':'p','t':1,'v':5,'r':6},{'s':'q','t':0,'v':7,'r':5},"
          "{'s':'p','t':3,'v':3,'r':6},{'s':'q','t':2,'v':null,'r':4},{'s':'q','t':3,'v':9,'r':6}"
          "]" },
        { "sliding min", SOME_ROWS,
          "[{'window':[{'op':'min','field':'v','as':'r'}],'frame':[-1,0]}]",
          "[{'s':'p','t':0,'v':3,'r':3},{'s':'p','t':1,'v':5,'r':3},{'s':'q','t':0,'v':7,'r':5},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':3},{'s':'q','t':3,'v':9,'r':9}"
          "]" },
        { "sliding max to the end", SOME_ROWS,
          "[{'window':[{'op':'max','field':'v','as':'r'}],'frame':[0,null]}]",
          "[{'s':'p','t':0,'v':3,'r':9},{'s':'p','t':1,'v':5,'r':9},{'s':'q','t':0,'v':7,'r':9},"
          "{'s':'p','t':3,'v':3,'r':9},{'s':'q','t':2,'v':null,'r':9},{'s':'q','t':3,'v':9,'r':9}"
          "]" },
        { "sliding variance", SOME_ROWS,
          "[{'window':[{'op':'variance','field':'v','as':'r'}],'frame':[-2,0]}]",
          "[{'s':'p','t':0,'v':3},{'s':'p','t':1,'v':5,'r':2},{'s':'q','t':0,'v':7,'r':4},{'s':"
          "'p','t':3,'v':3,'r':4},{'s':'q','t':2,'v':null,'r':8},{'s':'q','t':3,'v':9,'r':18}]" },
        { "sliding product", SOME_ROWS,
          "[{'window':[{'op':'product','field':'v','as':'r'}],'frame':[-1,0]}]",
          "[{'s':'p','t':0,'v':3,'r':3},{'s':'p','t':1,'v':5,'r':15},{'s':'q','t':0,'v':7,'r':35},"
          "{'s':'p','t':3,'v':3,'r':21},{'s':'q','t':2,'v':null,'r':3},{'s':'q','t':3,'v':9,'r':9}"
          "]" },
        { "sliding median", SOME_ROWS,
          "[{'window':[{'op':'median','field':'v','as':'r'}],'frame':[-2,2]}]",
          "[{'s':'p','t':0,'v':3,'r':5},{'s':'p','t':1,'v':5,'r':4},{'s':'q','t':0,'v':7,'r':4},"
          "{'s':'p','t':3,'v':3,'r':6},{'s':'q','t':2,'v':null,'r':7},{'s':'q','t':3,'v':9,'r':6}"
          "]" },
        { "sliding quartile by peers", SOME_ROWS,
          "[{'window':[{'op':'q3','field':'v','as':'r'}],'frame':[-1,1],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':6},{'s':'p','t':1,'v':5,'r':6},{'s':'q','t':0,'v':7,'r':6},"
          "{'s':'p','t':3,'v':3,'r':7.5},{'s':'q','t':2,'v':null,'r':7},{'s':'q','t':3,'v':9,'r':"
          "7.5}]" },
        { "sliding distinct", SOME_ROWS,
          "[{'window':[{'op':'distinct','field':'v','as':'r'}],'frame':[-2,0]}]",
          "[{'s':'p','t':0,'v':3,'r':1},{'s':'p','t':1,'v':5,'r':2},{'s':'q','t':0,'v':7,'r':3},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':3},{'s':'q','t':3,'v':9,'r':3}"
          "]" },
        { "sliding interval", SOME_ROWS,
          "[{'window':[{'op':'ci0','field':'v','as':'r'}],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':3},{'s':'p','t':1,'v':5,'r':3.650000000000001},{'s':'q','t':"
          "0,'v':7,'r':3},{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':3},{'s':'q','t':"
          "3,'v':9,'r':9}]" },
        { "a frame ahead", SOME_ROWS,
          "[{'window':[{'op':'sum','field':'v','as':'r'}],'frame':[1,2],'ignorePeers':true}]",
          "[{'s':'p','t':0,'v':3,'r':12},{'s':'p','t':1,'v':5,'r':10},{'s':'q','t':0,'v':7,'r':3},"
          "{'s':'p','t':3,'v':3,'r':9},{'s':'q','t':2,'v':null,'r':9},{'s':'q','t':3,'v':9}]" },
        { "a frame behind", SOME_ROWS,
          "[{'window':[{'op':'sum','field':'v','as':'r'}],'frame':[-2,-1],'ignorePeers':true}]",
          "[{'s':'p','t':0,'v':3},{'s':'p','t':1,'v':5,'r':3},{'s':'q','t':0,'v':7,'r':8},{'s':"
          "'p','t':3,'v':3,'r':12},{'s':'q','t':2,'v':null,'r':10},{'s':'q','t':3,'v':9,'r':3}]" },
        { "the whole group joins", SOME_ROWS,
          "[{'window':[{'op':'sum','field':'v','as':'r'}],'frame':[null,null],'groupby':['s']}]",
          "[{'s':'p','t':0,'v':3,'r':11},{'s':'p','t':1,'v':5,'r':11},{'s':'q','t':0,'v':7,'r':16}"
          ",{'s':'p','t':3,'v':3,'r':11},{'s':'q','t':2,'v':null,'r':16},{'s':'q','t':3,'v':9,'r':"
          "16}]" },
        { "texts as the least", "[{'v':'b'},{'v':'a'},{'v':'c'}]",
          "[{'window':[{'op':'min','field':'v','as':'r'}],'frame':[0,1]}]",
          "[{'v':'b','r':'a'},{'v':'a','r':'a'},{'v':'c','r':'c'}]" },
        { "no rows", "[]", "[{'window':[{'op':'rank','as':'r'}]}]", "[]" },
        { "one row", "[{'t':1,'v':2}]",
          "[{'window':[{'op':'percent_rank','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'t':1,'v':2,'r':null}]" },
        { "two sort keys", SOME_ROWS,
          "[{'window':[{'op':'row_number','as':'r'}],'sort':[{'field':'t','order':'descending'},"
          "{'field':'v'}]}]",
          "[{'s':'p','t':0,'v':3,'r':5},{'s':'p','t':1,'v':5,'r':4},{'s':'q','t':0,'v':7,'r':6},"
          "{'s':'p','t':3,'v':3,'r':1},{'s':'q','t':2,'v':null,'r':3},{'s':'q','t':3,'v':9,'r':2}"
          "]" },
        { "null sorts first", SOME_ROWS,
          "[{'window':[{'op':'row_number','as':'r'}],'sort':[{'field':'v'}]}]",
          "[{'s':'p','t':0,'v':3,'r':2},{'s':'p','t':1,'v':5,'r':4},{'s':'q','t':0,'v':7,'r':5},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':1},{'s':'q','t':3,'v':9,'r':6}"
          "]" },
        { "names without as", SOME_ROWS, "[{'window':[{'op':'rank'},{'op':'lag','field':'v'}]}]",
          "[{'s':'p','t':0,'v':3,'rank':1,'lag_v':null},{'s':'p','t':1,'v':5,'rank':2,'lag_v':3},"
          "{'s':'q','t':0,'v':7,'rank':3,'lag_v':5},{'s':'p','t':3,'v':3,'rank':4,'lag_v':7},{'s':"
          "'q','t':2,'v':null,'rank':5,'lag_v':3},{'s':'q','t':3,'v':9,'rank':6,'lag_v':null}]" },
        { "unknown operation", SOME_ROWS, "[{'window':[{'op':'rnak','as':'r'}]}]",
          "/0/window/0: \"rnak\" is no window or aggregate operation; did you mean \"rank\"?" },
        { "no operation", SOME_ROWS, "[{'window':[{'as':'r'}]}]",
          "/0/window/0: the name of the window or aggregate operation is missing" },
        { "no field", SOME_ROWS, "[{'window':[{'op':'lag','as':'r'}]}]",
          "/0/window/0: \"lag\" needs a \"field\"" },
        { "no param", SOME_ROWS, "[{'window':[{'op':'ntile','as':'r'}]}]",
          "/0/window/0: \"ntile\" needs a \"param\" above 0" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_window, { "rows", test_rows });
