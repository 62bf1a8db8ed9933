#include "transform/rows.h"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "in order", "[{'a':1},{'a':2}]",
          "[{'calculate':'datum.a * 2','as':'b'},{'filter':'datum.b > 2'},{'aggregate':[{'op':"
          "'sum','field':'b','as':'s'}]}]",
          "[{'s':4}]" },
        { "no list", "[{'a':1}]", "[]", "[{'a':1}]" },
        { "what is no transform is skipped", "[{'a':1}]", "[{'twist':'a'}]", "[{'a':1}]" },
        { "errors tell which", "[{'a':1}]", "[{'fold':['a']},{'sample':true}]",
          "/1/sample: \"sample\" must be a number of rows" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_transform, { "rows", test_rows });
