#include "transform/rows.h"

#define SOME_ROWS \
    "[{'x':'a','c':1,'v':5},{'x':'b','c':1,'v':-2},{'x':'a','c':2,'v':3},{'x':'b','c':2,'v':-4}," \
    "{'x':'b','c':3,'v':1},{'x':'a','c':3,'v':null}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "zero", SOME_ROWS, "[{'stack':'v','groupby':['x'],'offset':'zero','as':'y'}]",
          "[{'x':'a','c':1,'v':5,'y':0,'y_end':5},{'x':'b','c':1,'v':-2,'y':0,'y_end':-2},{'x':"
          "'a','c':2,'v':3,'y':5,'y_end':8},{'x':'b','c':2,'v':-4,'y':-2,'y_end':-6},{'x':'b','c':"
          "3,'v':1,'y':0,'y_end':1},{'x':'a','c':3,'v':null,'y':8,'y_end':8}]" },
        { "center", SOME_ROWS, "[{'stack':'v','groupby':['x'],'offset':'center','as':'y'}]",
          "[{'x':'a','c':1,'v':5,'y':0,'y_end':5},{'x':'b','c':1,'v':-2,'y':0.5,'y_end':2.5},{'x':"
          "'a','c':2,'v':3,'y':5,'y_end':8},{'x':'b','c':2,'v':-4,'y':2.5,'y_end':6.5},{'x':'b',"
          "'c':3,'v':1,'y':6.5,'y_end':7.5},{'x':'a','c':3,'v':null,'y':8,'y_end':8}]" },
        { "normalize", SOME_ROWS, "[{'stack':'v','groupby':['x'],'offset':'normalize','as':'y'}]",
          "[{'x':'a','c':1,'v':5,'y':0,'y_end':0.625},{'x':'b','c':1,'v':-2,'y':0,'y_end':"
          "0.2857142857142857},{'x':'a','c':2,'v':3,'y':0.625,'y_end':1},{'x':'b','c':2,'v':-4,"
          "'y':0.2857142857142857,'y_end':0.8571428571428571},{'x':'b','c':3,'v':1,'y':"
          "0.8571428571428571,'y_end':1},{'x':'a','c':3,'v':null,'y':1,'y_end':1}]" },
        { "sorted", SOME_ROWS,
          "[{'stack':'v','groupby':['x'],'sort':[{'field':'c','order':'descending'}],'as':['p',"
          "'q']}]",
          "[{'x':'a','c':1,'v':5,'p':3,'q':8},{'x':'b','c':1,'v':-2,'p':-4,'q':-6},{'x':'a','c':2,"
          "'v':3,'p':0,'q':3},{'x':'b','c':2,'v':-4,'p':0,'q':-4},{'x':'b','c':3,'v':1,'p':0,'q':"
          "1},{'x':'a','c':3,'v':null,'p':0,'q':0}]" },
        { "peers keep their order", SOME_ROWS,
          "[{'stack':'v','groupby':['x'],'sort':[{'field':'x'}],'as':['p','q']}]",
          "[{'x':'a','c':1,'v':5,'p':0,'q':5},{'x':'b','c':1,'v':-2,'p':0,'q':-2},{'x':'a','c':2,"
          "'v':3,'p':5,'q':8},{'x':'b','c':2,'v':-4,'p':-2,'q':-6},{'x':'b','c':3,'v':1,'p':0,'q':"
          "1},{'x':'a','c':3,'v':null,'p':8,'q':8}]" },
        { "groups tell 1 from '1'", "[{'x':1,'v':1},{'x':'1','v':2},{'x':null,'v':3},{'v':4}]",
          "[{'stack':'v','groupby':['x'],'as':'y'}]",
          "[{'x':1,'v':1,'y':0,'y_end':1},{'x':'1','v':2,'y':0,'y_end':2},{'x':null,'v':3,'y':0,"
          "'y_end':3},{'v':4,'y':3,'y_end':7}]" },
        { "one pile", SOME_ROWS, "[{'stack':'v','groupby':[],'as':'y'}]",
          "[{'x':'a','c':1,'v':5,'y':0,'y_end':5},{'x':'b','c':1,'v':-2,'y':0,'y_end':-2},{'x':"
          "'a','c':2,'v':3,'y':5,'y_end':8},{'x':'b','c':2,'v':-4,'y':-2,'y_end':-6},{'x':'b','c':"
          "3,'v':1,'y':8,'y_end':9},{'x':'a','c':3,'v':null,'y':9,'y_end':9}]" },
        { "names of the field", "[{'v':1}]", "[{'stack':'v','groupby':[]}]",
          "[{'v':1,'v_start':0,'v_end':1}]" },
        { "no rows", "[]", "[{'stack':'v','groupby':['x'],'as':'y'}]", "[]" },
        { "no such field", "[{'x':1},{'x':1}]", "[{'stack':'v','groupby':['x'],'as':'y'}]",
          "[{'x':1,'y':0,'y_end':null},{'x':1,'y':null,'y_end':null}]" },
        { "nothing to normalise", "[{'x':1,'v':0}]",
          "[{'stack':'v','groupby':['x'],'offset':'normalize','as':'y'}]",
          "[{'x':1,'v':0,'y':0,'y_end':null}]" },
        { "unknown offset", SOME_ROWS, "[{'stack':'v','groupby':['x'],'offset':'wiggle','as':'y'}]",
          "/0/offset: \"wiggle\" is no offset; there are \"zero\", \"center\", \"normalize\"" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_stack, { "rows", test_rows });
