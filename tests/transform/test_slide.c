#include "transform/rows.h"

#define SOME_ROWS \
    "[{'i':0,'v':4,'s':'a'},{'i':1,'v':null,'s':'b'},{'i':2,'v':2,'s':'a'},{'i':3,'v':9,'s':'a'}," \
    "{'i':4,'v':2,'s':'b'},{'i':5,'v':9,'s':null},{'i':6,'v':1,'s':'b'},{'i':7,'s':'b'}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "least and greatest", SOME_ROWS,
          "[{'window':[{'op':'max','field':'v','as':'r'}],'frame':[-1,1]}]",
          "[{'i':0,'v':4,'s':'a','r':4},{'i':1,'v':null,'s':'b','r':4},{'i':2,'v':2,'s':'a','r':9}"
          ",{'i':3,'v':9,'s':'a','r':9},{'i':4,'v':2,'s':'b','r':9},{'i':5,'v':9,'s':null,'r':9},"
          "{'i':6,'v':1,'s':'b','r':9},{'i':7,'s':'b','r':1}]" },
        { "row of the least", SOME_ROWS,
          "[{'window':[{'op':'argmin','field':'v','as':'r'}],'frame':[-1,1]},{'calculate':"
          "'datum.r.i','as':'r'}]",
          "[{'i':0,'v':4,'s':'a','r':0},{'i':1,'v':null,'s':'b','r':2},{'i':2,'v':2,'s':'a','r':2}"
          ",{'i':3,'v':9,'s':'a','r':2},{'i':4,'v':2,'s':'b','r':4},{'i':5,'v':9,'s':null,'r':6},"
          "{'i':6,'v':1,'s':'b','r':6},{'i':7,'s':'b','r':6}]" },
        { "row of the greatest, the first of ties", SOME_ROWS,
          "[{'window':[{'op':'argmax','field':'v','as':'r'}],'frame':[-2,2]},{'calculate':"
          "'datum.r.i','as':'r'}]",
          "[{'i':0,'v':4,'s':'a','r':0},{'i':1,'v':null,'s':'b','r':3},{'i':2,'v':2,'s':'a','r':3}"
          ",{'i':3,'v':9,'s':'a','r':3},{'i':4,'v':2,'s':'b','r':3},{'i':5,'v':9,'s':null,'r':3},"
          "{'i':6,'v':1,'s':'b','r':5},{'i':7,'s':'b','r':5}]" },
        { "least to the end", SOME_ROWS,
          "[{'window':[{'op':'min','field':'v','as':'r'}],'frame':[0,null]}]",
          "[{'i':0,'v':4,'s':'a','r':1},{'i':1,'v':null,'s':'b','r':1},{'i':2,'v':2,'s':'a','r':1}"
          ",{'i':3,'v':9,'s':'a','r':1},{'i':4,'v':2,'s':'b','r':1},{'i':5,'v':9,'s':null,'r':1},"
          "{'i':6,'v':1,'s':'b','r':1},{'i':7,'s':'b'}]" },
        { "median", SOME_ROWS, "[{'window':[{'op':'median','field':'v','as':'r'}],'frame':[-2,1]}]",
          "[{'i':0,'v':4,'s':'a','r':4},{'i':1,'v':null,'s':'b','r':3},{'i':2,'v':2,'s':'a','r':4}"
          ",{'i':3,'v':9,'s':'a','r':2},{'i':4,'v':2,'s':'b','r':5.5},{'i':5,'v':9,'s':null,'r':"
          "5.5},{'i':6,'v':1,'s':'b','r':2},{'i':7,'s':'b','r':5}]" },
        { "quartiles from the start", SOME_ROWS, "[{'window':[{'op':'q1','field':'v','as':'r'}]}]",
          "[{'i':0,'v':4,'s':'a','r':4},{'i':1,'v':null,'s':'b','r':4},{'i':2,'v':2,'s':'a','r':"
          "2.5},{'i':3,'v':9,'s':'a','r':3},{'i':4,'v':2,'s':'b','r':2},{'i':5,'v':9,'s':null,'r':"
          "2},{'i':6,'v':1,'s':'b','r':2},{'i':7,'s':'b','r':2}]" },
        { "distinct", SOME_ROWS,
          "[{'window':[{'op':'distinct','field':'v','as':'r'}],'frame':[-1,1]}]",
          "[{'i':0,'v':4,'s':'a','r':2},{'i':1,'v':null,'s':'b','r':3},{'i':2,'v':2,'s':'a','r':3}"
          ",{'i':3,'v':9,'s':'a','r':2},{'i':4,'v':2,'s':'b','r':2},{'i':5,'v':9,'s':null,'r':3},"
          "{'i':6,'v':1,'s':'b','r':3},{'i':7,'s':'b','r':2}]" },
        { "distinct texts", SOME_ROWS,
          "[{'window':[{'op':'distinct','field':'s','as':'r'}],'frame':[-1,1]}]",
          "[{'i':0,'v':4,'s':'a','r':2},{'i':1,'v':null,'s':'b','r':2},{'i':2,'v':2,'s':'a','r':2}"
          ",{'i':3,'v':9,'s':'a','r':2},{'i':4,'v':2,'s':'b','r':3},{'i':5,'v':9,'s':null,'r':2},"
          "{'i':6,'v':1,'s':'b','r':2},{'i':7,'s':'b','r':1}]" },
        { "how many rows", SOME_ROWS,
          "[{'window':[{'op':'values','field':'v','as':'r'}],'frame':[-1,1]},{'calculate':"
          "'length(datum.r)','as':'r'},{'fold':['r']},{'aggregate':[{'op':'sum','field':'value',"
          "'as':'s'},{'op':'min','field':'r','as':'lo'}]}]",
          "[{'s':22,'lo':2}]" },
        { "a frame ahead of the row", SOME_ROWS,
          "[{'window':[{'op':'median','field':'v','as':'r'}],'frame':[1,2]}]",
          "[{'i':0,'v':4,'s':'a','r':2},{'i':1,'v':null,'s':'b','r':5.5},{'i':2,'v':2,'s':'a','r':"
          "5.5},{'i':3,'v':9,'s':'a','r':5.5},{'i':4,'v':2,'s':'b','r':5},{'i':5,'v':9,'s':null,"
          "'r':1},{'i':6,'v':1,'s':'b'},{'i':7,'s':'b'}]" },
        { "a frame that begins after its end", SOME_ROWS,
          "[{'window':[{'op':'count','field':'v','as':'r'}],'frame':[0,0]}]",
          "[{'i':0,'v':4,'s':'a','r':1},{'i':1,'v':null,'s':'b','r':1},{'i':2,'v':2,'s':'a','r':1}"
          ",{'i':3,'v':9,'s':'a','r':1},{'i':4,'v':2,'s':'b','r':1},{'i':5,'v':9,'s':null,'r':1},"
          "{'i':6,'v':1,'s':'b','r':1},{'i':7,'s':'b','r':1}]" },
        { "by group", SOME_ROWS,
          "[{'window':[{'op':'median','field':'v','as':'r'}],'frame':[-1,1],'groupby':['s']}]",
          "[{'i':0,'v':4,'s':'a','r':3},{'i':1,'v':null,'s':'b','r':2},{'i':2,'v':2,'s':'a','r':4}"
          ",{'i':3,'v':9,'s':'a','r':5.5},{'i':4,'v':2,'s':'b','r':1.5},{'i':5,'v':9,'s':null,'r':"
          "9},{'i':6,'v':1,'s':'b','r':1.5},{'i':7,'s':'b','r':1}]" },
        { "no numbers", "[{'v':null},{'v':null}]",
          "[{'window':[{'op':'median','field':'v','as':'r'}],'frame':[-1,1]}]",
          "[{'v':null},{'v':null}]" },
        { "quartiles after an interval are Vega's", SOME_ROWS,
          "[{'window':[{'op':'ci0','field':'v','as':'c'},{'op':'q3','field':'v','as':'r'}],"
          "'frame':[-1,1]}]",
          "[{'i':0,'v':4,'s':'a','c':4,'r':4},{'i':1,'v':null,'s':'b','c':2,'r':4},{'i':2,'v':2,"
          "'s':'a','c':2,'r':4},{'i':3,'v':9,'s':'a','c':2,'r':4},{'i':4,'v':2,'s':'b','c':2,'r':"
          "4},{'i':5,'v':9,'s':null,'c':1,'r':4},{'i':6,'v':1,'s':'b','c':1,'r':4},{'i':7,'s':'b',"
          "'c':1,'r':4}]" },
        { "so is the greatest", SOME_ROWS,
          "[{'window':[{'op':'ci0','field':'v','as':'c'},{'op':'max','field':'v','as':'r'}],"
          "'frame':[-1,1]}]",
          "[{'i':0,'v':4,'s':'a','c':4,'r':4},{'i':1,'v':null,'s':'b','c':2,'r':4},{'i':2,'v':2,"
          "'s':'a','c':2,'r':9},{'i':3,'v':9,'s':'a','c':2,'r':9},{'i':4,'v':2,'s':'b','c':2,'r':"
          "9},{'i':5,'v':9,'s':null,'c':1,'r':9},{'i':6,'v':1,'s':'b','c':1,'r':9},{'i':7,'s':'b',"
          "'c':1,'r':9}]" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_slide, { "rows", test_rows });
