#include "transform/rows.h"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "two columns", "[{'a':1,'b':2},{'a':3}]", "[{'fold':['a','b']}]",
          "[{'a':1,'b':2,'key':'a','value':1},{'a':1,'b':2,'key':'b','value':2},{'a':3,'key':'a',"
          "'value':3},{'a':3,'key':'b'}]" },
        { "names", "[{'a':1,'b':2}]", "[{'fold':['a','b'],'as':['k','b']}]",
          "[{'a':1,'b':1,'k':'a'},{'a':1,'b':2,'k':'b'}]" },
        { "no such column", "[{'a':1}]", "[{'fold':['a','z']}]",
          "[{'a':1,'key':'a','value':1},{'a':1,'key':'z'}]" },
        { "nested", "[{'a':{'b':1}}]", "[{'fold':['a.b']}]",
          "[{'a':{'b':1},'key':'a.b','value':1}]" },
        { "no rows", "[]", "[{'fold':['a']}]", "[]" },
        { "no columns", "[{'a':1}]", "[{'fold':[]}]", "[]" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_fold, { "rows", test_rows });
