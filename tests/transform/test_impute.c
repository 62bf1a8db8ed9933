#include "transform/rows.h"

#define SOME_ROWS \
    "[{'g':'a','k':1,'v':5},{'g':'a','k':3,'v':7},{'g':'b','k':2,'v':1},{'g':'b','k':3,'v':null}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "zero by default", SOME_ROWS, "[{'impute':'v','key':'k','groupby':['g']}]",
          "[{'g':'a','k':1,'v':5},{'g':'a','k':3,'v':7},{'g':'b','k':2,'v':1},{'g':'b','k':3,'v':"
          "null},{'_impute':true,'g':'a','k':2,'v':0},{'_impute':true,'g':'b','k':1,'v':0}]" },
        { "a value", SOME_ROWS, "[{'impute':'v','key':'k','groupby':['g'],'value':9}]",
          "[{'g':'a','k':1,'v':5},{'g':'a','k':3,'v':7},{'g':'b','k':2,'v':1},{'g':'b','k':3,'v':"
          "null},{'_impute':true,'g':'a','k':2,'v':9},{'_impute':true,'g':'b','k':1,'v':9}]" },
        { "null as the value", SOME_ROWS, "[{'impute':'v','key':'k','groupby':['g'],'value':null}]",
          "[{'g':'a','k':1,'v':5},{'g':'a','k':3,'v':7},{'g':'b','k':2,'v':1},{'g':'b','k':3,'v':"
          "null},{'_impute':true,'g':'a','k':2,'v':null},{'_impute':true,'g':'b','k':1,'v':null}"
          "]" },
        { "mean", SOME_ROWS, "[{'impute':'v','key':'k','groupby':['g'],'method':'mean'}]",
          "[{'g':'a','k':1,'v':5,'imputed_v_value':6},{'g':'a','k':3,'v':7,'imputed_v_value':6},"
          "{'g':'b','k':2,'v':1,'imputed_v_value':1},{'g':'b','k':3,'v':1,'imputed_v_value':1},"
          "{'_impute':true,'g':'a','k':2,'v':6,'imputed_v_value':6},{'_impute':true,'g':'b','k':1,"
          "'v':1,'imputed_v_value':1}]" },
        { "median", SOME_ROWS, "[{'impute':'v','key':'k','groupby':['g'],'method':'median'}]",
          "[{'g':'a','k':1,'v':5,'imputed_v_value':6},{'g':'a','k':3,'v':7,'imputed_v_value':6},"
          "{'g':'b','k':2,'v':1,'imputed_v_value':1},{'g':'b','k':3,'v':1,'imputed_v_value':1},"
          "{'_impute':true,'g':'a','k':2,'v':6,'imputed_v_value':6},{'_impute':true,'g':'b','k':1,"
          "'v':1,'imputed_v_value':1}]" },
        { "min", SOME_ROWS, "[{'impute':'v','key':'k','groupby':['g'],'method':'min'}]",
          "[{'g':'a','k':1,'v':5,'imputed_v_value':5},{'g':'a','k':3,'v':7,'imputed_v_value':5},"
          "{'g':'b','k':2,'v':1,'imputed_v_value':1},{'g':'b','k':3,'v':1,'imputed_v_value':1},"
          "{'_impute':true,'g':'a','k':2,'v':5,'imputed_v_value':5},{'_impute':true,'g':'b','k':1,"
          "'v':1,'imputed_v_value':1}]" },
        { "max", SOME_ROWS, "[{'impute':'v','key':'k','groupby':['g'],'method':'max'}]",
          "[{'g':'a','k':1,'v':5,'imputed_v_value':7},{'g':'a','k':3,'v':7,'imputed_v_value':7},"
          "{'g':'b','k':2,'v':1,'imputed_v_value':1},{'g':'b','k':3,'v':1,'imputed_v_value':1},"
          "{'_impute':true,'g':'a','k':2,'v':7,'imputed_v_value':7},{'_impute':true,'g':'b','k':1,"
          "'v':1,'imputed_v_value':1}]" },
        { "mean of a frame", SOME_ROWS,
          "[{'impute':'v','key':'k','groupby':['g'],'method':'mean','frame':[-1,0]}]",
          "[{'g':'a','k':1,'v':5,'imputed_v_value':5},{'g':'a','k':3,'v':7,'imputed_v_value':6},"
          "{'g':'b','k':2,'v':1,'imputed_v_value':1},{'g':'b','k':3,'v':1,'imputed_v_value':1},"
          "{'_impute':true,'g':'a','k':2,'v':7,'imputed_v_value':7},{'_impute':true,'g':'b','k':1}"
          "]" },
        { "given keys", SOME_ROWS, "[{'impute':'v','key':'k','groupby':['g'],'keyvals':[5,1]}]",
          "[{'g':'a','k':1,'v':5},{'g':'a','k':3,'v':7},{'g':'b','k':2,'v':1},{'g':'b','k':3,'v':"
          "null},{'_impute':true,'g':'a','k':5,'v':0},{'_impute':true,'g':'a','k':2,'v':0},"
          "{'_impute':true,'g':'b','k':5,'v':0},{'_impute':true,'g':'b','k':1,'v':0}]" },
        { "a key given twice", SOME_ROWS, "[{'impute':'v','key':'k','keyvals':[9,9]}]",
          "[{'g':'a','k':1,'v':5},{'g':'a','k':3,'v':7},{'g':'b','k':2,'v':1},{'g':'b','k':3,'v':"
          "null},{'_impute':true,'k':9,'v':0},{'_impute':true,'k':9,'v':0}]" },
        { "a sequence", SOME_ROWS,
          "[{'impute':'v','key':'k','groupby':['g'],'keyvals':{'stop':3}}]",
          "[{'g':'a','k':1,'v':5},{'g':'a','k':3,'v':7},{'g':'b','k':2,'v':1},{'g':'b','k':3,'v':"
          "null},{'_impute':true,'g':'a','k':0,'v':0},{'_impute':true,'g':'a','k':2,'v':0},"
          "{'_impute':true,'g':'b','k':0,'v':0},{'_impute':true,'g':'b','k':1,'v':0}]" },
        { "a sequence by steps", SOME_ROWS,
          "[{'impute':'v','key':'k','keyvals':{'start':1,'stop':6,'step':2}}]",
          "[{'g':'a','k':1,'v':5},{'g':'a','k':3,'v':7},{'g':'b','k':2,'v':1},{'g':'b','k':3,'v':"
          "null},{'_impute':true,'k':5,'v':0}]" },
        { "no groups", SOME_ROWS, "[{'impute':'v','key':'k'}]",
          "[{'g':'a','k':1,'v':5},{'g':'a','k':3,'v':7},{'g':'b','k':2,'v':1},{'g':'b','k':3,'v':"
          "null}]" },
        { "no rows", "[]", "[{'impute':'v','key':'k','keyvals':[1]}]", "[]" },
        { "nothing missing", "[{'k':1,'v':2}]", "[{'impute':'v','key':'k'}]", "[{'k':1,'v':2}]" },
        { "too long", SOME_ROWS, "[{'impute':'v','key':'k','keyvals':{'stop':1e300}}]",
          "/0/keyvals: this makes more than a million keys; choose a wider \"step\"" },
        { "unknown method", SOME_ROWS, "[{'impute':'v','key':'k','method':'guess'}]",
          "/0/method: \"guess\" is no method; there are \"value\", \"mean\", \"median\", \"max\", "
          "\"min\"" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_impute, { "rows", test_rows });
