#include "transform/rows.h"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "a parameter", "[{'v':3},{'v':null},{'v':'9'},{'v':-2}]",
          "[{'extent':'v','param':'e'},{'calculate':'e[1] - e[0]','as':'r'}]",
          "[{'v':3,'r':11},{'v':null,'r':11},{'v':'9','r':11},{'v':-2,'r':11}]" },
        { "no rows", "[]", "[{'extent':'v','param':'e'}]", "[]" },
        { "no param", "[{'v':3}]", "[{'extent':'v'}]",
          "/0/param: \"param\" must name the parameter to set" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_extent, { "rows", test_rows });
