#include "transform/rows.h"

#define SOME_ROWS "[{'v':0.3},{'v':9.7},{'v':null},{'v':'4'},{'v':''},{'v':-2.5}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "default", SOME_ROWS, "[{'bin':true,'field':'v','as':'b'}]",
          "[{'v':0.3,'b':0,'b_end':2},{'v':9.7,'b':8,'b_end':10},{'v':null,'b':null,'b_end':null},"
          "{'v':'4','b':4,'b_end':6},{'v':'','b':null,'b_end':null},{'v':-2.5,'b':-4,'b_end':-2}"
          "]" },
        { "an empty object", SOME_ROWS, "[{'bin':{},'field':'v','as':'b'}]",
          "[{'v':0.3,'b':0,'b_end':2},{'v':9.7,'b':8,'b_end':10},{'v':null,'b':null,'b_end':null},"
          "{'v':'4','b':4,'b_end':6},{'v':'','b':null,'b_end':null},{'v':-2.5,'b':-4,'b_end':-2}"
          "]" },
        { "maxbins", SOME_ROWS, "[{'bin':{'maxbins':3},'field':'v','as':'b'}]",
          "[{'v':0.3,'b':0,'b_end':5},{'v':9.7,'b':5,'b_end':10},{'v':null,'b':null,'b_end':null},"
          "{'v':'4','b':0,'b_end':5},{'v':'','b':null,'b_end':null},{'v':-2.5,'b':-5,'b_end':0}]" },
        { "step", SOME_ROWS, "[{'bin':{'step':2.5},'field':'v','as':'b'}]",
          "[{'v':0.3,'b':0,'b_end':2.5},{'v':9.7,'b':7.5,'b_end':10},{'v':null,'b':null,'b_end':"
          "null},{'v':'4','b':2.5,'b_end':5},{'v':'','b':null,'b_end':null},{'v':-2.5,'b':-2.5,"
          "'b_end':0}]" },
        { "steps", SOME_ROWS, "[{'bin':{'steps':[1,5]},'field':'v','as':'b'}]",
          "[{'v':0.3,'b':0,'b_end':1},{'v':9.7,'b':9,'b_end':10},{'v':null,'b':null,'b_end':null},"
          "{'v':'4','b':4,'b_end':5},{'v':'','b':null,'b_end':null},{'v':-2.5,'b':-3,'b_end':-2}"
          "]" },
        { "base", SOME_ROWS, "[{'bin':{'base':2},'field':'v','as':'b'}]",
          "[{'v':0.3,'b':0,'b_end':2},{'v':9.7,'b':8,'b_end':10},{'v':null,'b':null,'b_end':null},"
          "{'v':'4','b':4,'b_end':6},{'v':'','b':null,'b_end':null},{'v':-2.5,'b':-4,'b_end':-2}"
          "]" },
        { "not nice", SOME_ROWS, "[{'bin':{'nice':false},'field':'v','as':'b'}]",
          "[{'v':0.3,'b':-0.5,'b_end':1.5},{'v':9.7,'b':9.5,'b_end':11.5},{'v':null,'b':null,"
          "'b_end':null},{'v':'4','b':3.5,'b_end':5.5},{'v':'','b':null,'b_end':null},{'v':-2.5,"
          "'b':-2.5,'b_end':-0.5}]" },
        { "anchor", SOME_ROWS, "[{'bin':{'anchor':0.7},'field':'v','as':'b'}]",
          "[{'v':0.3,'b':-1.2999999999999998,'b_end':0.7000000000000002},{'v':9.7,'b':8.7,'b_end':"
          "10.7},{'v':null,'b':null,'b_end':null},{'v':'4','b':2.7,'b_end':4.7},{'v':'','b':null,"
          "'b_end':null},{'v':-2.5,'b':-3.3,'b_end':-1.2999999999999998}]" },
        { "minstep", SOME_ROWS, "[{'bin':{'minstep':4},'field':'v','as':'b'}]",
          "[{'v':0.3,'b':0,'b_end':4},{'v':9.7,'b':8,'b_end':12},{'v':null,'b':null,'b_end':null},"
          "{'v':'4','b':4,'b_end':8},{'v':'','b':null,'b_end':null},{'v':-2.5,'b':-4,'b_end':0}]" },
        { "divide", SOME_ROWS, "[{'bin':{'divide':[4]},'field':'v','as':'b'}]",
          "[{'v':0.3,'b':0,'b_end':2.5},{'v':9.7,'b':7.5,'b_end':10},{'v':null,'b':null,'b_end':"
          "null},{'v':'4','b':2.5,'b_end':5},{'v':'','b':null,'b_end':null},{'v':-2.5,'b':-2.5,"
          "'b_end':0}]" },
        { "outside of the extent", SOME_ROWS,
          "[{'bin':{'extent':[0,5]},'field':'v','as':['b','e']}]",
          "[{'v':0.3,'b':0,'e':0.5},{'v':9.7,'b':null,'e':null},{'v':null,'b':null,'e':null},{'v':"
          "'4','b':4,'e':4.5},{'v':'','b':null,'e':null},{'v':-2.5,'b':null,'e':null}]" },
        { "what is no number",
          "[{'v':0.3},{'v':9.7},{'v':null},{'v':'4'},{'v':''},{'v':-2.5},{'v':'x'}]",
          "[{'bin':true,'field':'v','as':'b'}]",
          "[{'v':0.3,'b':0,'b_end':2},{'v':9.7,'b':8,'b_end':10},{'v':null,'b':null,'b_end':null},"
          "{'v':'4','b':4,'b_end':6},{'v':'','b':null,'b_end':null},{'v':-2.5,'b':-4,'b_end':-2},"
          "{'v':'x','b':null,'b_end':null}]" },
        { "no rows", "[]", "[{'bin':true,'field':'v','as':'b'}]", "[]" },
        { "one row", "[{'v':4}]", "[{'bin':true,'field':'v','as':'b'}]",
          "[{'v':4,'b':4,'b_end':4.5}]" },
        { "only nulls", "[{'v':null}]", "[{'bin':true,'field':'v','as':'b'}]",
          "[{'v':null,'b':null,'b_end':null}]" },
        { "a third is in its bin", "[{'v':0.3},{'v':0.9},{'v':0}]",
          "[{'bin':{'step':0.1},'field':'v','as':'b'}]",
          "[{'v':0.3,'b':0.30000000000000004,'b_end':0.4},{'v':0.9,'b':0.8,'b_end':0.9},{'v':0,"
          "'b':0,'b_end':0.1}]" },
        { "runs before what doesn't make its field", "[{'v':1},{'v':9}]",
          "[{'sample':1},{'bin':true,'field':'v','as':'b'}]", "[{'v':1,'b':1,'b_end':2}]" },
        { "runs after what does", "[{'v':1},{'v':9}]",
          "[{'fold':['v'],'as':['k','v']},{'bin':true,'field':'v','as':'b'}]",
          "[{'v':1,'k':'v','b':1,'b_end':2},{'v':9,'k':'v','b':8,'b_end':9}]" },
        { "a bad step", "[{'v':1}]", "[{'bin':{'step':-1},'field':'v','as':'b'}]",
          "/0/bin: \"step\", \"maxbins\" and \"base\" must be above 0" },
        { "no field", "[{'v':1}]", "[{'bin':true,'as':'b'}]",
          "/0/field: \"field\" must be the name of a field" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_bin, { "rows", test_rows });
