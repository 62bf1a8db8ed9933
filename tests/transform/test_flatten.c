#include "transform/rows.h"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "side by side",
          "[{'a':[1,2],'b':['x','y','z'],'c':5},{'a':[],'b':['q']},{'a':[],'b':[]}]",
          "[{'flatten':['a','b']}]",
          "[{'a':1,'b':'x','c':5},{'a':2,'b':'y','c':5},{'a':null,'b':'z','c':5},{'a':null,'b':"
          "'q'}]" },
        { "names", "[{'a':[1,null],'c':5}]", "[{'flatten':['a'],'as':['q']}]",
          "[{'a':[1,null],'c':5,'q':1},{'a':[1,null],'c':5,'q':null}]" },
        { "a number has no items", "[{'a':5},{'a':[1]}]", "[{'flatten':['a']}]", "[{'a':1}]" },
        { "no rows", "[]", "[{'flatten':['a']}]", "[]" },
        { "null", "[{'a':[1]},{'a':null}]", "[{'flatten':['a']}]",
          "/0/flatten: row 1 has null where an array should be; filter it out or calculate [] for "
          "it" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_flatten, { "rows", test_rows });
