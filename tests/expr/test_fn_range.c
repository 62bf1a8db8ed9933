#include "expr/expressions.h"

static void test_intervals(void)
{
    static const Expression rows[] = {
        { "span([1, 5])", "4" },
        { "span([5, 3, 1])", "-4" },
        { "span([])", "0" },
        { "span(null)", "0" },
        { "lerp([0, 10], 0.25)", "2.5" },
        { "lerp([0, 10], 1.5)", "15" },
        { "lerp([5], 0.5)", "5" },
        { "lerp([], 0.5)", "undefined" },
        { "interpolateLinear([0, 10, 30], 0.75)", "20" },
        { "interpolateLinear([0, 10], 2)", "10" },
        { "interpolateLinear(5, 0.5)", "undefined" },
        { "inrange(5, [0, 10])", "true" },
        { "inrange(10, [0, 10], true, false)", "false" },
        { "inrange(0, [0, 10], false)", "false" },
        { "inrange(5, [10, 0])", "true" },
        { "inrange('b', ['a', 'c'])", "true" },
        { "inrange(null, [0, 1])", "true" },
        { "clampRange([-5, 5], 0, 30)", "[0,10]" },
        { "clampRange([20, 40], 0, 30)", "[10,30]" },
        { "clampRange([0, 50], 0, 30)", "[0,30]" },
        { "clampRange([5, 1], 0, 10)", "[1,5]" },
        { "flush([0, 10], 1, 2, 'l', 'r', 'c')", "'l'" },
        { "flush([0, 10], 9, 2, 'l', 'r', 'c')", "'r'" },
        { "flush([0, 10], 5, 2, 'l', 'r', 'c')", "'c'" },
        { "flush([10, 0], 1, 2, 'l', 'r', 'c')", "'l'" },
        { "flush([0, 10], 0, null, 'l', 'r', 'c')", "'c'" },
        { "flush([0, 10], 0, 0, 'l', 'r', 'c')", "'l'" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_panning_and_zooming(void)
{
    static const Expression rows[] = {
        { "panLinear([1, 100], 0.1)", "[-8.9,90.1]" },
        { "panLog([1, 100], 0.5)", "[0.09999999999999998,10.000000000000002]" },
        { "panLog([-1, -100], 0.5)", "[-0.09999999999999998,-10.000000000000002]" },
        { "panPow([0, 10], 0.5, 2)", "[-7.0710678118654755,7.0710678118654755]" },
        { "panSymlog([0, 10], 0.5, 1)", "[-2.3166247903554,2.3166247903554]" },
        { "zoomLinear([0, 10], null, 0.5)", "[2.5,7.5]" },
        { "zoomLinear([0, 10], 0, 2)", "[0,20]" },
        { "zoomLog([1, 100], 10, 2)", "[0.09999999999999998,1000.0000000000007]" },
        { "zoomPow([0, 10], null, 0.5, 0.5)", "[0.6250000000000001,5.625]" },
        { "zoomSymlog([-10, 10], null, 2, 1)", "[-120.00000000000003,120.00000000000003]" },
        { "panLinear([], 1)", "error: " },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_merging(void)
{
    static const Expression rows[] = {
        { "merge({a: 1, b: 2}, {b: 3, c: 4})", "{a:1,b:3,c:4}" },
        { "merge()", "{}" },
        { "merge([7], 'x', null, {a: 1})", "{0:'x',a:1}" },
        { "merge({a: 1}).b", "undefined" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

SUITE(expr_fn_range, { "intervals", test_intervals },
      { "panning and zooming", test_panning_and_zooming }, { "merging", test_merging });
