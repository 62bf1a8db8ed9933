#include "transform/rows.h"

#define SOME_ROWS "[{'g':'a'},{'g':'1'},{'g':'z'},{'g':null}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "fields, the last row wins", SOME_ROWS,
          "[{'lookup':'g','from':{'data':{'values':[{'k':'a','p':1,'q':2},{'k':1,'p':3},{'k':'a',"
          "'p':4,'q':5}]},'key':'k','fields':['p','q']}}]",
          "[{'g':'a','p':4,'q':5},{'g':'1','p':3},{'g':'z','p':null,'q':null},{'g':null,'p':null,"
          "'q':null}]" },
        { "names", SOME_ROWS,
          "[{'lookup':'g','from':{'data':{'values':[{'k':'a','p':1,'q':2},{'k':1,'p':3},{'k':'a',"
          "'p':4,'q':5}]},'key':'k','fields':['p','q']},'as':['P','Q']}]",
          "[{'g':'a','P':4,'Q':5},{'g':'1','P':3},{'g':'z','P':null,'Q':null},{'g':null,'P':null,"
          "'Q':null}]" },
        { "one name", SOME_ROWS,
          "[{'lookup':'g','from':{'data':{'values':[{'k':'a','p':1,'q':2},{'k':1,'p':3},{'k':'a',"
          "'p':4,'q':5}]},'key':'k','fields':['p']},'as':'P'}]",
          "[{'g':'a','P':4},{'g':'1','P':3},{'g':'z','P':null},{'g':null,'P':null}]" },
        { "default", SOME_ROWS,
          "[{'lookup':'g','from':{'data':{'values':[{'k':'a','p':1,'q':2},{'k':1,'p':3},{'k':'a',"
          "'p':4,'q':5}]},'key':'k','fields':['p']},'default':'none'}]",
          "[{'g':'a','p':4},{'g':'1','p':3},{'g':'z','p':'none'},{'g':null,'p':'none'}]" },
        { "a falsy default is none", SOME_ROWS,
          "[{'lookup':'g','from':{'data':{'values':[{'k':'a','p':1,'q':2},{'k':1,'p':3},{'k':'a',"
          "'p':4,'q':5}]},'key':'k','fields':['p']},'default':0}]",
          "[{'g':'a','p':4},{'g':'1','p':3},{'g':'z','p':null},{'g':null,'p':null}]" },
        { "the whole row", SOME_ROWS,
          "[{'lookup':'g','from':{'data':{'values':[{'k':'a','p':1,'q':2},{'k':1,'p':3},{'k':'a',"
          "'p':4,'q':5}]},'key':'k'},'as':'o'}]",
          "[{'g':'a','o':{'k':'a','p':4,'q':5}},{'g':'1','o':{'k':1,'p':3}},{'g':'z','o':null},"
          "{'g':null,'o':null}]" },
        { "null finds null", "[{'g':null}]",
          "[{'lookup':'g','from':{'data':{'values':[{'k':null,'p':6}]},'key':'k','fields':['p']}}]",
          "[{'g':null,'p':6}]" },
        { "no rows", "[]",
          "[{'lookup':'g','from':{'data':{'values':[{'k':'a','p':1,'q':2},{'k':1,'p':3},{'k':'a',"
          "'p':4,'q':5}]},'key':'k','fields':['p']}}]",
          "[]" },
        { "nothing to find in", SOME_ROWS,
          "[{'lookup':'g','from':{'data':{'values':[]},'key':'k','fields':['p']}}]",
          "[{'g':'a','p':null},{'g':'1','p':null},{'g':'z','p':null},{'g':null,'p':null}]" },
        { "too few names", SOME_ROWS,
          "[{'lookup':'g','from':{'data':{'values':[{'k':'a','p':1,'q':2},{'k':1,'p':3},{'k':'a',"
          "'p':4,'q':5}]},'key':'k','fields':['p','q']},'as':['P']}]",
          "/0/as: 2 fields need as many names, not 1" },
        { "no key", SOME_ROWS, "[{'lookup':'g','from':{'data':{'values':[]}}}]",
          "/0/from/key: \"key\" must be the name of a field" },
        { "no data", SOME_ROWS, "[{'lookup':'g','from':{'key':'k'}}]",
          "/0/from: nothing to look up here; give it \"data\"" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_lookup, { "rows", test_rows });
