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

/* A chain of transforms that multiply rows ends in an error before memory does. */
static void test_limits(void)
{
    g_autoptr(GString) list = g_string_new("[");
    for (int i = 0; i < 6; i++) {
        g_string_append_printf(list, "%s{'fold':['a'", i ? "," : "");
        for (int field = 1; field < 30; field++)
            g_string_append(list, ",'a'");
        g_string_append(list, "]}");
    }
    g_string_append_c(list, ']');
    const TransformCase table[] = {
        { "rows upon rows", "[{'a':1}]", list->str,
          "/4: this makes 24300000 rows, more than 20000000: filter or aggregate before" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_transform, { "rows", test_rows }, { "limits", test_limits });
