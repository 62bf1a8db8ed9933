#include "expr/expressions.h"

static void test_arithmetic(void)
{
    static const Expression rows[] = {
        { "0.1 + 0.2", "0.30000000000000004" },
        { "2 * 3 % 4", "2" },
        { "10 - 4 - 3", "3" },
        { "-7 % 3", "-1" },
        { "5 % 0", "NaN" },
        { "1 / 0", "Infinity" },
        { "-null", "-0" },
        { "'3' - 1", "2" },
        { "'3' + 1 + 2", "'312'" },
        { "1 + 2 + '3'", "'33'" },
        { "null + 1", "1" },
        { "true + true", "2" },
        { "datum.none + 1", "NaN" },
        { "[] + []", "''" },
        { "[5] * '2'", "10" },
        { "'a' * 1", "NaN" },
        { "datetime(0) - datetime(5)", "-5" },
        { "datetime(0) + 1", "'Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)1'" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_bits(void)
{
    static const Expression rows[] = {
        { "~5", "-6" },
        { "~2147483648", "2147483647" },
        { "1 << 31", "-2147483648" },
        { "1 << 32", "1" },
        { "-8 >> 1", "-4" },
        { "-8 >>> 28", "15" },
        { "-1 >>> 0", "4294967295" },
        { "5 | 3", "7" },
        { "5 ^ 3", "6" },
        { "5 & 3", "1" },
        { "1.9 | 0", "1" },
        { "-1.9 | 0", "-1" },
        { "4294967296 | 0", "0" },
        { "1e300 | 0", "0" },
        { "(1 / 0) | 0", "0" },
        { "'7' & '3'", "3" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_comparison(void)
{
    static const Expression rows[] = {
        { "'10' < '9'", "true" },
        { "'10' < 9", "false" },
        { "null < 1", "true" },
        { "null >= 0", "true" },
        { "NaN < 1", "false" },
        { "NaN >= 1", "false" },
        { "datum.none < 1", "false" },
        { "'B' < 'a'", "true" },
        { "'\\uE000' < '😀'", "false" },
        { "[2] < [10]", "false" },
        { "datetime(5) > datetime(3)", "true" },
        { "1 == '1'", "true" },
        { "1 === '1'", "false" },
        { "0 == null", "false" },
        { "null == datum.none", "true" },
        { "null === datum.none", "false" },
        { "'' == false", "true" },
        { "NaN == NaN", "false" },
        { "NaN !== NaN", "true" },
        { "[] == 0", "true" },
        { "[1, 2] == '1,2'", "true" },
        { "[1] == [1]", "false" },
        { "datetime(5) == datetime(5)", "false" },
        { "datetime(5) == 5", "false" },
        { "+datetime(5) == 5", "true" },
        { "1 < 2 < 3", "true" },
        { "3 > 2 > 1", "false" },
        { "'a' in {a: 1}", "true" },
        { "'b' in {a: 1}", "false" },
        { "1 in [7, 8]", "true" },
        { "2 in [7, 8]", "false" },
        { "1 in 'text'", "error: \"in\" needs an object or array" },
        { "1 instanceof 2", "error: \"instanceof\" has no classes" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_logic(void)
{
    static const Expression rows[] = {
        { "1 && 2", "2" },
        { "0 && 2", "0" },
        { "'' || 'default'", "'default'" },
        { "null || 0", "0" },
        { "!''", "true" },
        { "!'0'", "false" },
        { "![]", "false" },
        { "NaN ? 1 : 2", "2" },
        { "1 > 2 ? 'a' : 2 > 1 ? 'b' : 'c'", "'b'" },
        { "true || datum.none.deep", "true" },
        { "false && datum.none.deep", "false" },
        { "if(0, datum.none.deep, 'kept')", "'kept'" },
        { "1 || 2 && 0", "1" },
        { "1 | 2 == 2", "1" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

SUITE(expr_operators, { "arithmetic", test_arithmetic }, { "bits", test_bits },
      { "comparison", test_comparison }, { "logic", test_logic });
