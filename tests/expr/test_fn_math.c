#include "expr/expressions.h"

static void test_rounding(void)
{
    static const Expression rows[] = {
        { "round(2.5)", "3" },
        { "round(-2.5)", "-2" },
        { "round(-0.5)", "-0" },
        { "round(0.49999999999999994)", "0" },
        { "round(4503599627370495.5)", "4503599627370496" },
        { "round('3')", "3" },
        { "round(null)", "0" },
        { "round(1e300)", "1e+300" },
        { "floor(-0.0001)", "-1" },
        { "ceil(-0.5)", "-0" },
        { "abs(-2.5)", "2.5" },
        { "abs()", "NaN" },
        { "sqrt(-1)", "NaN" },
        { "log(0)", "-Infinity" },
        { "exp(710)", "Infinity" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_two_numbers(void)
{
    static const Expression rows[] = {
        { "pow(2, -1)", "0.5" },
        { "pow(-8, 1 / 3)", "NaN" },
        { "pow(1, 1 / 0)", "NaN" },
        { "pow(0, 0)", "1" },
        { "atan2(1, -1)", "2.356194490192345" },
        { "hypot()", "0" },
        { "hypot(3, 4)", "5" },
        { "hypot(1, NaN, 1 / 0)", "Infinity" },
        { "clamp(5, 0, 3)", "3" },
        { "clamp(5, 10, 0)", "10" },
        { "clamp(NaN, 0, 1)", "NaN" },
        { "clamp('7', 0, null)", "0" },
        { "clamp(1, 2)", "error: " },
        { "clamp(1, 2, 3, 4)", "error: " },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_extremes(void)
{
    static const Expression rows[] = {
        { "max()", "-Infinity" }, { "min()", "Infinity" },  { "max(1, '5', null)", "5" },
        { "min(1, 'x')", "NaN" }, { "max(-0, 0)", "0" },    { "1 / min(0, -0)", "-Infinity" },
        { "max([3])", "3" },      { "max([1, 2])", "NaN" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_parsing(void)
{
    static const Expression rows[] = {
        { "parseFloat('3.14abc')", "3.14" },
        { "parseFloat('  .5')", "0.5" },
        { "parseFloat('-Infinityx')", "-Infinity" },
        { "parseFloat('')", "NaN" },
        { "parseFloat(null)", "NaN" },
        { "parseFloat('1e')", "1" },
        { "parseInt('42px')", "42" },
        { "parseInt('0xff')", "255" },
        { "parseInt('ff', 16)", "255" },
        { "parseInt('0xff', 16)", "255" },
        { "parseInt('z', 36)", "35" },
        { "parseInt('12', 1)", "NaN" },
        { "parseInt('12', 37)", "NaN" },
        { "parseInt('9', 8)", "NaN" },
        { "parseInt(' -7.9')", "-7" },
        { "parseInt('9007199254740993')", "9007199254740992" },
        { "parseInt('')", "NaN" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_kinds(void)
{
    static const Expression rows[] = {
        { "isNaN(NaN)", "true" },
        { "isNaN('x')", "false" },
        { "isFinite(1 / 0)", "false" },
        { "isFinite('1')", "false" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

SUITE(expr_fn_math, { "rounding", test_rounding }, { "two numbers", test_two_numbers },
      { "extremes", test_extremes }, { "parsing", test_parsing }, { "kinds", test_kinds });
