#include "transform/rows.h"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "expression", "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]",
          "[{'filter':'datum.v > 2'}]", "[{'v':5},{'v':'7','s':''}]" },
        { "field", "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]",
          "[{'filter':{'field':'v','gt':2}}]", "[{'v':5},{'v':7,'s':''}]" },
        { "range", "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]",
          "[{'filter':{'field':'v','range':[1,5]}}]", "[{'v':1,'s':'a'},{'v':5}]" },
        { "open range", "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]",
          "[{'filter':{'field':'v','range':[null,4]}}]", "[{'v':1,'s':'a'},{'v':null,'s':'b'}]" },
        { "one of", "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]",
          "[{'filter':{'field':'s','oneOf':['a','b']}}]", "[{'v':1,'s':'a'},{'v':null,'s':'b'}]" },
        { "valid", "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]",
          "[{'filter':{'field':'v','valid':true}}]", "[{'v':1,'s':'a'},{'v':5},{'v':'7','s':''}]" },
        { "and", "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]",
          "[{'filter':{'and':[{'field':'v','gte':1},{'not':{'field':'s','equal':'a'}}]}}]",
          "[{'v':5,'s':null},{'v':7,'s':null}]" },
        { "or", "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]",
          "[{'filter':{'or':['datum.v == 1',{'field':'s','equal':'b'}]}}]",
          "[{'v':1,'s':'a'},{'v':null,'s':'b'}]" },
        { "none", "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]",
          "[{'filter':'false'}]", "[]" },
        { "all", "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]",
          "[{'filter':'true'}]", "[{'v':1,'s':'a'},{'v':null,'s':'b'},{'v':5},{'v':'7','s':''}]" },
        { "no rows", "[]", "[{'filter':'datum.v > 2'}]", "[]" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_filter, { "rows", test_rows });
