#include "transform/rows.h"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "a predicate's number makes numbers", "[{'v':'12'},{'v':'3'},{'v':''}]",
          "[{'filter':{'field':'v','gt':2}}]", "[{'v':12},{'v':3}]" },
        { "texts", "[{'v':12},{'v':3}]", "[{'filter':{'field':'v','equal':'3'}}]", "[{'v':'3'}]" },
        { "dates", "[{'d':'2020-05-01'},{'d':'2021-05-01'}]",
          "[{'filter':{'field':'d','lt':{'year':2021}}}]", "[{'d':1588291200000}]" },
        { "a time unit's dates", "[{'d':'2020-05-01'},{'d':'2021-06-01'}]",
          "[{'filter':{'field':'d','timeUnit':'month','equal':'may'}}]", "[{'d':1588291200000}]" },
        { "as early as the field is there", "[{'v':'12'}]",
          "[{'calculate':'datum.v + 1','as':'w'},{'filter':{'field':'v','gt':2}}]",
          "[{'v':12,'w':13}]" },
        { "not before it is made", "[{'v':'12'}]",
          "[{'calculate':'datum.v + 1','as':'w'},{'filter':{'field':'w','gt':2}}]",
          "[{'v':'12','w':'121'}]" },
        { "a sum is a number", "[{'v':12},{'v':3}]",
          "[{'aggregate':[{'op':'sum','field':'v','as':'s'}]},{'filter':{'field':'s','equal':'15'}"
          "}]",
          "[{'s':'15'}]" },
        { "nested fields become flat ones", "[{'a':{'b':'7'}}]",
          "[{'filter':{'field':'a.b','gt':2}}]", "[{'a':{'b':'7'},'a.b':7}]" },
        { "pivot may make any field", "[{'k':'x','v':1}]",
          "[{'pivot':'k','value':'v'},{'filter':{'field':'x','equal':'1'}}]", "[{'x':'1'}]" },
        { "no row has the field", "[{'v':1}]",
          "[{'filter':{'field':'w','range':[null,2]}},{'filter':{'not':{'field':'u','gt':2}}}]",
          "[]" },
        { "0 implies nothing", "[{'v':'0'},{'v':'1'}]", "[{'filter':{'field':'v','gt':0}}]",
          "[{'v':'1'}]" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_parse, { "rows", test_rows });
