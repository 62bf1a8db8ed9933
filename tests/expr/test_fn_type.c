#include "expr/expressions.h"

static void test_tests(void)
{
    static const Expression rows[] = {
        { "[isArray([]), isArray('a'), isArray(null)]", "[true,false,false]" },
        { "[isBoolean(false), isBoolean(0)]", "[true,false]" },
        { "[isDate(datetime(0)), isDate(0), isDate('2020')]", "[true,false,false]" },
        { "[isDefined(null), isDefined(datum.none)]", "[true,false]" },
        { "[isNumber(NaN), isNumber('1')]", "[true,false]" },
        { "[isObject([]), isObject({}), isObject(datetime(0)), isObject(/a/), isObject(null), "
          "isObject('a')]",
          "[true,true,true,true,false,false]" },
        { "[isRegExp(/a/), isRegExp('a')]", "[true,false]" },
        { "[isString(''), isString(1)]", "[true,false]" },
        { "[isTuple(datum), isTuple({}), isTuple(1)]", "[true,false,false]" },
        { "[isValid(0), isValid(''), isValid(null), isValid(NaN), isValid(datum.none), "
          "isValid(datetime(NaN))]",
          "[true,true,false,false,false,true]" },
    };
    check_expressions(rows, ROWS(rows), "{\"a\":1,\"n\":null}", NULL);
}

static void test_conversions(void)
{
    static const Expression rows[] = {
        { "[toBoolean(null), toBoolean(''), toBoolean('0'), toBoolean('false'), toBoolean('no'), "
          "toBoolean(0), toBoolean([])]",
          "[null,null,false,false,true,false,true]" },
        { "[toNumber(null), toNumber(''), toNumber(' '), toNumber('1e3'), toNumber('x'), "
          "toNumber([7]), toNumber(true)]",
          "[null,null,0,1000,NaN,7,1]" },
        { "[toString(null), toString(''), toString(1e21), toString([1, [2, null]]), toString({}), "
          "toString(/a/g), toString(0.1)]",
          "[null,null,'1e+21','1,2,','[object Object]','/a/g','0.1']" },
        { "toString(datetime(0))",
          "'Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)'" },
        { "[toDate(null), toDate(''), toDate(5), toDate('2020-01-01'), toDate('x'), toDate(true)]",
          "[null,null,5,1577836800000,NaN,NaN]" },
        { "toDate(datetime(7))", "Date 1970-01-01T00:00:00.007Z" },
    };
    check_expressions(rows, ROWS(rows), "{\"a\":1,\"n\":null}", NULL);
}

SUITE(expr_fn_type, { "tests", test_tests }, { "conversions", test_conversions });
