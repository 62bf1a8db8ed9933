#include "transform/rows.h"

#define SOME_ROWS \
    "[{'x':1,'y':2,'g':'a'},{'x':2,'y':3,'g':'a'},{'x':3,'y':7,'g':'a'},{'x':4,'y':8,'g':'b'}," \
    "{'x':5,'y':14,'g':'b'},{'x':6,'y':null,'g':'b'}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "linear", SOME_ROWS, "[{'regression':'y','on':'x','method':'linear','params':true}]",
          "[{'coef':[-1.9000000000000012,2.9000000000000004],'rSquared':0.9262114537444934}]" },
        { "log", SOME_ROWS, "[{'regression':'y','on':'x','method':'log','params':true}]",
          "[{'coef':[0.37676368406598204,6.708352370130073],'rSquared':0.8006632345154068}]" },
        { "exp", SOME_ROWS, "[{'regression':'y','on':'x','method':'exp','params':true}]",
          "[{'coef':[1.4050235212429287,0.4604885475669945],'rSquared':0.9663008427534525}]" },
        { "pow", SOME_ROWS, "[{'regression':'y','on':'x','method':'pow','params':true}]",
          "[{'coef':[1.7259094633522432,1.1963253649073937],'rSquared':0.9214650712549731}]" },
        { "quad", SOME_ROWS, "[{'regression':'y','on':'x','method':'quad','params':true}]",
          "[{'coef':[1.6000000000000005,-0.10000000000000053,0.5000000000000001],'rSquared':"
          "0.9647577092511014}]" },
        { "poly", SOME_ROWS, "[{'regression':'y','on':'x','method':'poly','params':true}]",
          "[{'coef':[-1.2000000000000055,3.833333333333341,-1.0000000000000024,"
          "0.16666666666666693],'rSquared':0.9691629955947136}]" },
        { "poly of order 0", SOME_ROWS,
          "[{'regression':'y','on':'x','method':'poly','order':0,'params':true}]",
          "[{'coef':[6.8],'rSquared':0}]" },
        { "poly of order 1", SOME_ROWS,
          "[{'regression':'y','on':'x','method':'poly','order':1,'params':true}]",
          "[{'coef':[-1.9000000000000012,2.9000000000000004],'rSquared':0.9262114537444934}]" },
        { "poly of order 2", SOME_ROWS,
          "[{'regression':'y','on':'x','method':'poly','order':2,'params':true}]",
          "[{'coef':[1.6000000000000005,-0.10000000000000053,0.5000000000000001],'rSquared':"
          "0.9647577092511014}]" },
        { "poly of order 4", SOME_ROWS,
          "[{'regression':'y','on':'x','method':'poly','order':4,'params':true}]",
          "[{'coef':[23.99999999999993,-43.66666666666654,27.916666666666593,-6.833333333333315,"
          "0.5833333333333318],'rSquared':1}]" },
        { "a line's ends", SOME_ROWS, "[{'regression':'y','on':'x'}]",
          "[{'x':1,'y':0.9999999999999991},{'x':6,'y':15.5}]" },
        { "groups, extent and names", SOME_ROWS,
          "[{'regression':'y','on':'x','groupby':['g'],'extent':[0,10],'as':['u','v']}]",
          "[{'g':'a','u':0,'v':-1.000000000000008},{'g':'a','u':10,'v':24.000000000000032},{'g':"
          "'b','u':0,'v':-16},{'g':'b','u':10,'v':44}]" },
        { "groups' keys", SOME_ROWS, "[{'regression':'y','on':'x','groupby':['g'],'params':true}]",
          "[{'keys':['a'],'coef':[-1.000000000000008,2.500000000000004],'rSquared':"
          "0.8928571428571429},{'keys':['b'],'coef':[-16,6],'rSquared':1}]" },
        { "too few points", "[{'x':1,'y':2}]", "[{'regression':'y','on':'x'}]", "[]" },
        { "no rows", "[]", "[{'regression':'y','on':'x'}]", "[]" },
        { "all x alike", "[{'x':1,'y':2},{'x':1,'y':4}]",
          "[{'regression':'y','on':'x','params':true}]", "[{'coef':[3,0],'rSquared':0}]" },
        { "unknown method", SOME_ROWS, "[{'regression':'y','on':'x','method':'cubic'}]",
          "/0/method: \"cubic\" is no method; there are \"linear\", \"log\", \"exp\", \"pow\", "
          "\"quad\", \"poly\"" },
        { "order out of range", SOME_ROWS,
          "[{'regression':'y','on':'x','method':'poly','order':-1}]",
          "/0/order: \"order\" must be from 0 to 100" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_regression, { "rows", test_rows });
