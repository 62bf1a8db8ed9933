#include "expr/expressions.h"

static void test_length_and_items(void)
{
    static const Expression rows[] = {
        { "length('日本語😀')", "5" },   { "length([1, 2])", "2" },
        { "length({length: 7})", "7" }, { "length(5.5)", "undefined" },
        { "length(null)", "error: " },  { "peek([1, 2, 3])", "3" },
        { "peek([])", "undefined" },    { "peek('ab')", "'b'" },
    };
    check_expressions(rows, ROWS(rows), "{\"a\":[3,1,2],\"s\":\"hello\"}", NULL);
}

static void test_joining(void)
{
    static const Expression rows[] = {
        { "join([1, 2, 3])", "'1,2,3'" },
        { "join(['a', null, datum.none, 'b'], '-')", "'a---b'" },
        { "join([[1, 2], [3]], ';')", "'1,2;3'" },
        { "join('abc')", "error: " },
        { "join([])", "''" },
    };
    check_expressions(rows, ROWS(rows), "{\"a\":[3,1,2],\"s\":\"hello\"}", NULL);
}

static void test_searching(void)
{
    static const Expression rows[] = {
        { "indexof('hello', 'l')", "2" },
        { "indexof('hello', 'l', 3)", "3" },
        { "indexof('hello', 'z')", "-1" },
        { "indexof('日本語日本', '日', 1)", "3" },
        { "indexof([1, '2', NaN, null], '2')", "1" },
        { "indexof([1, 2], '2')", "-1" },
        { "indexof([NaN], NaN)", "-1" },
        { "indexof([1, 2, 1], 1, -1)", "2" },
        { "indexof('abc', '')", "0" },
        { "indexof(null, 1)", "error: " },
        { "lastindexof('hello', 'l')", "3" },
        { "lastindexof('hello', 'l', 2)", "2" },
        { "lastindexof('aaaa', 'aa', 1)", "1" },
        { "lastindexof([1, 2, 1], 1)", "2" },
        { "lastindexof([1, 2, 1], 1, -2)", "0" },
        { "lastindexof('abc', '')", "3" },
    };
    check_expressions(rows, ROWS(rows), "{\"a\":[3,1,2],\"s\":\"hello\"}", NULL);
}

static void test_slicing(void)
{
    static const Expression rows[] = {
        { "slice([1, 2, 3, 4], -2)", "[3,4]" },
        { "slice([1, 2, 3, 4], 1, -1)", "[2,3]" },
        { "slice([1, 2], 5)", "[]" },
        { "slice('hello', -3, -1)", "'ll'" },
        { "slice('中文文本', 1, 3)", "'文文'" },
        { "slice('abc', NaN, '2')", "'ab'" },
        { "slice(5, 1)", "error: " },
    };
    check_expressions(rows, ROWS(rows), "{\"a\":[3,1,2],\"s\":\"hello\"}", NULL);
}

static void test_order(void)
{
    static const Expression rows[] = {
        { "reverse([1, 2, 3])", "[3,2,1]" },
        { "reverse('abc')", "error: " },
        { "sort([3, 1, 2])", "[1,2,3]" },
        { "sort(['b', 'a', 'C', '10', '9'])", "['10','9','C','a','b']" },
        { "sort([2, null, NaN, 1, datum.none])", "[null,NaN,1,2,undefined]" },
        { "sort(datum.a)", "[1,2,3]" },
        { "extent([3, 1, 2])", "[1,3]" },
        { "extent(['b', 'a'])", "['a','b']" },
        { "extent([null, NaN, 5])", "[5,5]" },
        { "extent([])", "[undefined,undefined]" },
        { "extent(null)", "[undefined,undefined]" },
    };
    check_expressions(rows, ROWS(rows), "{\"a\":[3,1,2],\"s\":\"hello\"}", NULL);
}

static void test_fields_and_sequences(void)
{
    static const Expression rows[] = {
        { "pluck([{a: 1}, {a: 2}, {b: 3}], 'a')", "[1,2,undefined]" },
        { "pluck([{a: {b: 1}}], 'a.b')", "[1]" },
        { "pluck({a: 5}, 'a')", "5" },
        { "pluck([null], 'a')", "error: " },
        { "pluck([{'a.b': 1}], 'a\\\\.b')", "[1]" },
        { "sequence(3)", "[0,1,2]" },
        { "sequence(1, 2, 0.25)", "[1,1.25,1.5,1.75]" },
        { "sequence(5, 0, -2)", "[5,3,1]" },
        { "sequence(0, 5, 0)", "[]" },
        { "sequence()", "[]" },
    };
    check_expressions(rows, ROWS(rows), "{\"a\":[3,1,2],\"s\":\"hello\"}", NULL);
}

SUITE(expr_fn_array, { "length and items", test_length_and_items }, { "joining", test_joining },
      { "searching", test_searching }, { "slicing", test_slicing }, { "order", test_order },
      { "fields and sequences", test_fields_and_sequences });
