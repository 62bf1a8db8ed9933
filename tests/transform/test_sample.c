#include "transform/rows.h"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "some of ten",
          "[{'i':0},{'i':1},{'i':2},{'i':3},{'i':4},{'i':5},{'i':6},{'i':7},{'i':8},{'i':9}]",
          "[{'sample':4}]", "[{'i':8},{'i':1},{'i':9},{'i':5}]" },
        { "more than there are", "[{'i':0},{'i':1}]", "[{'sample':4}]", "[{'i':0},{'i':1}]" },
        { "no rows", "[]", "[{'sample':4}]", "[]" },
        { "no number", "[]", "[{'sample':'x'}]", "/0/sample: \"sample\" must be a number of rows" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_sample, { "rows", test_rows });
