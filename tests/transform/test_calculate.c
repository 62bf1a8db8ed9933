#include "transform/rows.h"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "a new column", "[{'a':1},{'a':null},{}]", "[{'calculate':'datum.a + 1','as':'b'}]",
          "[{'a':1,'b':2},{'a':null,'b':1},{'b':null}]" },
        { "in place", "[{'a':1}]",
          "[{'calculate':'datum.a * 2','as':'a'},{'calculate':'datum.a * 2','as':'a'}]",
          "[{'a':4}]" },
        { "a name with a dot", "[{'a':1}]",
          "[{'calculate':'5','as':'x.y'},{'calculate':\"datum[`x.y`]\",'as':'z'}]",
          "[{'a':1,'x.y':5,'z':5}]" },
        { "no rows", "[]", "[{'calculate':'1','as':'b'}]", "[]" },
        { "no name", "[{'a':1}]", "[{'calculate':'1'}]",
          "/0/as: \"as\" must be the name of a field" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_calculate, { "rows", test_rows });
