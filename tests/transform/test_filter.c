#include "transform/rows.h"

#define SOME_ROWS "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "expression", SOME_ROWS, "[{'filter':'datum.v > 2'}]", "[{'v':5},{'v':'7','s':''}]" },
        { "field", SOME_ROWS, "[{'filter':{'field':'v','gt':2}}]", "[{'v':5},{'v':7,'s':''}]" },
        { "range", SOME_ROWS, "[{'filter':{'field':'v','range':[1,5]}}]",
          "[{'v':1,'s':'a'},{'v':5}]" },
        { "open range", SOME_ROWS, "[{'filter':{'field':'v','range':[null,4]}}]",
          "[{'v':1,'s':'a'},{'v':null,'s':'b'}]" },
        { "one of", SOME_ROWS, "[{'filter':{'field':'s','oneOf':['a','b']}}]",
          "[{'v':1,'s':'a'},{'v':null,'s':'b'}]" },
        { "valid", SOME_ROWS, "[{'filter':{'field':'v','valid':true}}]",
          "[{'v':1,'s':'a'},{'v':5},{'v':'7','s':''}]" },
        { "and", SOME_ROWS,
          "[{'filter':{'and':[{'field':'v','gte':1},{'not':{'field':'s','equal':'a'}}]}}]",
          "[{'v':5,'s':null},{'v':7,'s':null}]" },
        { "or", SOME_ROWS, "[{'filter':{'or':['datum.v == 1',{'field':'s','equal':'b'}]}}]",
          "[{'v':1,'s':'a'},{'v':null,'s':'b'}]" },
        { "none", SOME_ROWS, "[{'filter':'false'}]", "[]" },
        { "all", SOME_ROWS, "[{'filter':'true'}]",
          "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]" },
        { "no rows", "[]", "[{'filter':'datum.v > 2'}]", "[]" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_filter, { "rows", test_rows });
