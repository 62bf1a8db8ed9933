#include "transform/rows.h"

#define SOME_ROWS \
    "[{'s':'p','t':0,'v':3},{'s':'p','t':1,'v':5},{'s':'q','t':0,'v':7},{'s':'p','t':3,'v':3}," \
    "{'s':'q','t':2,'v':null},{'s':'q','t':3,'v':9}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "row_number", SOME_ROWS,
          "[{'window':[{'op':'row_number','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':1},{'s':'p','t':1,'v':5,'r':3},{'s':'q','t':0,'v':7,'r':2},"
          "{'s':'p','t':3,'v':3,'r':5},{'s':'q','t':2,'v':null,'r':4},{'s':'q','t':3,'v':9,'r':6}"
          "]" },
        { "row_number, unsorted", SOME_ROWS,
          "[{'window':[{'op':'row_number','as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':1},{'s':'p','t':1,'v':5,'r':2},{'s':'q','t':0,'v':7,'r':1},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':2},{'s':'q','t':3,'v':9,'r':3}"
          "]" },
        { "rank", SOME_ROWS, "[{'window':[{'op':'rank','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':1},{'s':'p','t':1,'v':5,'r':3},{'s':'q','t':0,'v':7,'r':1},"
          "{'s':'p','t':3,'v':3,'r':5},{'s':'q','t':2,'v':null,'r':4},{'s':'q','t':3,'v':9,'r':5}"
          "]" },
        { "rank, unsorted", SOME_ROWS,
          "[{'window':[{'op':'rank','as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':1},{'s':'p','t':1,'v':5,'r':2},{'s':'q','t':0,'v':7,'r':1},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':2},{'s':'q','t':3,'v':9,'r':3}"
          "]" },
        { "dense_rank", SOME_ROWS,
          "[{'window':[{'op':'dense_rank','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':1},{'s':'p','t':1,'v':5,'r':2},{'s':'q','t':0,'v':7,'r':1},"
          "{'s':'p','t':3,'v':3,'r':4},{'s':'q','t':2,'v':null,'r':3},{'s':'q','t':3,'v':9,'r':4}"
          "]" },
        { "dense_rank, unsorted", SOME_ROWS,
          "[{'window':[{'op':'dense_rank','as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':1},{'s':'p','t':1,'v':5,'r':2},{'s':'q','t':0,'v':7,'r':1},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':2},{'s':'q','t':3,'v':9,'r':3}"
          "]" },
        { "percent_rank", SOME_ROWS,
          "[{'window':[{'op':'percent_rank','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':0},{'s':'p','t':1,'v':5,'r':0.4},{'s':'q','t':0,'v':7,'r':0},"
          "{'s':'p','t':3,'v':3,'r':0.8},{'s':'q','t':2,'v':null,'r':0.6},{'s':'q','t':3,'v':9,"
          "'r':0.8}]" },
        { "percent_rank, unsorted", SOME_ROWS,
          "[{'window':[{'op':'percent_rank','as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':0},{'s':'p','t':1,'v':5,'r':0.5},{'s':'q','t':0,'v':7,'r':0},"
          "{'s':'p','t':3,'v':3,'r':1},{'s':'q','t':2,'v':null,'r':0.5},{'s':'q','t':3,'v':9,'r':"
          "1}]" },
        { "cume_dist", SOME_ROWS,
          "[{'window':[{'op':'cume_dist','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':0.16666666666666666},{'s':'p','t':1,'v':5,'r':0.5},{'s':'q',"
          "'t':0,'v':7,'r':0.3333333333333333},{'s':'p','t':3,'v':3,'r':1},{'s':'q','t':2,'v':"
          "null,'r':0.6666666666666666},{'s':'q','t':3,'v':9,'r':1}]" },
        { "cume_dist, unsorted", SOME_ROWS,
          "[{'window':[{'op':'cume_dist','as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':0.3333333333333333},{'s':'p','t':1,'v':5,'r':"
          "0.6666666666666666},{'s':'q','t':0,'v':7,'r':0.3333333333333333},{'s':'p','t':3,'v':3,"
          "'r':1},{'s':'q','t':2,'v':null,'r':0.6666666666666666},{'s':'q','t':3,'v':9,'r':1}]" },
        { "ntile 2", SOME_ROWS,
          "[{'window':[{'op':'ntile','param':2,'as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':1},{'s':'p','t':1,'v':5,'r':1},{'s':'q','t':0,'v':7,'r':1},"
          "{'s':'p','t':3,'v':3,'r':2},{'s':'q','t':2,'v':null,'r':2},{'s':'q','t':3,'v':9,'r':2}"
          "]" },
        { "ntile 2, unsorted", SOME_ROWS,
          "[{'window':[{'op':'ntile','param':2,'as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':1},{'s':'p','t':1,'v':5,'r':2},{'s':'q','t':0,'v':7,'r':1},"
          "{'s':'p','t':3,'v':3,'r':2},{'s':'q','t':2,'v':null,'r':2},{'s':'q','t':3,'v':9,'r':2}"
          "]" },
        { "lag", SOME_ROWS,
          "[{'window':[{'op':'lag','field':'v','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':null},{'s':'p','t':1,'v':5,'r':7},{'s':'q','t':0,'v':7,'r':3}"
          ",{'s':'p','t':3,'v':3,'r':null},{'s':'q','t':2,'v':null,'r':5},{'s':'q','t':3,'v':9,"
          "'r':3}]" },
        { "lag, unsorted", SOME_ROWS,
          "[{'window':[{'op':'lag','field':'v','as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':null},{'s':'p','t':1,'v':5,'r':3},{'s':'q','t':0,'v':7,'r':"
          "null},{'s':'p','t':3,'v':3,'r':5},{'s':'q','t':2,'v':null,'r':7},{'s':'q','t':3,'v':9,"
          "'r':null}]" },
        { "lag 2", SOME_ROWS,
          "[{'window':[{'op':'lag','field':'v','param':2,'as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':null},{'s':'p','t':1,'v':5,'r':3},{'s':'q','t':0,'v':7,'r':"
          "null},{'s':'p','t':3,'v':3,'r':5},{'s':'q','t':2,'v':null,'r':7},{'s':'q','t':3,'v':9,"
          "'r':null}]" },
        { "lag 2, unsorted", SOME_ROWS,
          "[{'window':[{'op':'lag','field':'v','param':2,'as':'r'}],'groupby':['s'],'frame':[-1,1]"
          "}]",
          "[{'s':'p','t':0,'v':3,'r':null},{'s':'p','t':1,'v':5,'r':null},{'s':'q','t':0,'v':7,"
          "'r':null},{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':null},{'s':'q','t':3,"
          "'v':9,'r':7}]" },
        { "lead", SOME_ROWS,
          "[{'window':[{'op':'lead','field':'v','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':7},{'s':'p','t':1,'v':5,'r':null},{'s':'q','t':0,'v':7,'r':5}"
          ",{'s':'p','t':3,'v':3,'r':9},{'s':'q','t':2,'v':null,'r':3},{'s':'q','t':3,'v':9,'r':"
          "null}]" },
        { "lead, unsorted", SOME_ROWS,
          "[{'window':[{'op':'lead','field':'v','as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':5},{'s':'p','t':1,'v':5,'r':3},{'s':'q','t':0,'v':7,'r':null}"
          ",{'s':'p','t':3,'v':3,'r':null},{'s':'q','t':2,'v':null,'r':9},{'s':'q','t':3,'v':9,"
          "'r':null}]" },
        { "lead 9", SOME_ROWS,
          "[{'window':[{'op':'lead','field':'v','param':9,'as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':null},{'s':'p','t':1,'v':5,'r':null},{'s':'q','t':0,'v':7,"
          "'r':null},{'s':'p','t':3,'v':3,'r':null},{'s':'q','t':2,'v':null,'r':null},{'s':'q',"
          "'t':3,'v':9,'r':null}]" },
        { "lead 9, unsorted", SOME_ROWS,
          "[{'window':[{'op':'lead','field':'v','param':9,'as':'r'}],'groupby':['s'],'frame':[-1,"
          "1]}]",
          "[{'s':'p','t':0,'v':3,'r':null},{'s':'p','t':1,'v':5,'r':null},{'s':'q','t':0,'v':7,"
          "'r':null},{'s':'p','t':3,'v':3,'r':null},{'s':'q','t':2,'v':null,'r':null},{'s':'q',"
          "'t':3,'v':9,'r':null}]" },
        { "first_value", SOME_ROWS,
          "[{'window':[{'op':'first_value','field':'v','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':3},{'s':'p','t':1,'v':5,'r':3},{'s':'q','t':0,'v':7,'r':3},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':3},{'s':'q','t':3,'v':9,'r':3}"
          "]" },
        { "first_value, unsorted", SOME_ROWS,
          "[{'window':[{'op':'first_value','field':'v','as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':3},{'s':'p','t':1,'v':5,'r':3},{'s':'q','t':0,'v':7,'r':7},"
          "{'s':'p','t':3,'v':3,'r':5},{'s':'q','t':2,'v':null,'r':7},{'s':'q','t':3,'v':9,'r':"
          "null}]" },
        { "last_value", SOME_ROWS,
          "[{'window':[{'op':'last_value','field':'v','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':7},{'s':'p','t':1,'v':5,'r':5},{'s':'q','t':0,'v':7,'r':7},"
          "{'s':'p','t':3,'v':3,'r':9},{'s':'q','t':2,'v':null,'r':null},{'s':'q','t':3,'v':9,'r':"
          "9}]" },
        { "last_value, unsorted", SOME_ROWS,
          "[{'window':[{'op':'last_value','field':'v','as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':5},{'s':'p','t':1,'v':5,'r':3},{'s':'q','t':0,'v':7,'r':null}"
          ",{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':9},{'s':'q','t':3,'v':9,'r':9}"
          "]" },
        { "nth_value 2", SOME_ROWS,
          "[{'window':[{'op':'nth_value','field':'v','param':2,'as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':7},{'s':'p','t':1,'v':5,'r':7},{'s':'q','t':0,'v':7,'r':7},"
          "{'s':'p','t':3,'v':3,'r':7},{'s':'q','t':2,'v':null,'r':7},{'s':'q','t':3,'v':9,'r':7}"
          "]" },
        { "nth_value 2, unsorted", SOME_ROWS,
          "[{'window':[{'op':'nth_value','field':'v','param':2,'as':'r'}],'groupby':['s'],'frame':"
          "[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':5},{'s':'p','t':1,'v':5,'r':5},{'s':'q','t':0,'v':7,'r':null}"
          ",{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':null},{'s':'q','t':3,'v':9,"
          "'r':9}]" },
        { "prev_value", SOME_ROWS,
          "[{'window':[{'op':'prev_value','field':'v','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':3},{'s':'p','t':1,'v':5,'r':5},{'s':'q','t':0,'v':7,'r':7},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':5},{'s':'q','t':3,'v':9,'r':9}"
          "]" },
        { "prev_value, unsorted", SOME_ROWS,
          "[{'window':[{'op':'prev_value','field':'v','as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':3},{'s':'p','t':1,'v':5,'r':5},{'s':'q','t':0,'v':7,'r':7},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':7},{'s':'q','t':3,'v':9,'r':9}"
          "]" },
        { "next_value", SOME_ROWS,
          "[{'window':[{'op':'next_value','field':'v','as':'r'}],'sort':[{'field':'t'}]}]",
          "[{'s':'p','t':0,'v':3,'r':3},{'s':'p','t':1,'v':5,'r':5},{'s':'q','t':0,'v':7,'r':7},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':3},{'s':'q','t':3,'v':9,'r':9}"
          "]" },
        { "next_value, unsorted", SOME_ROWS,
          "[{'window':[{'op':'next_value','field':'v','as':'r'}],'groupby':['s'],'frame':[-1,1]}]",
          "[{'s':'p','t':0,'v':3,'r':3},{'s':'p','t':1,'v':5,'r':5},{'s':'q','t':0,'v':7,'r':7},"
          "{'s':'p','t':3,'v':3,'r':3},{'s':'q','t':2,'v':null,'r':9},{'s':'q','t':3,'v':9,'r':9}"
          "]" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_window_ops, { "rows", test_rows });
