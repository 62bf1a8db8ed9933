#include "expr/expressions.h"

static void test_cases(void)
{
    static const Expression rows[] = {
        { "upper('straße éàü ﬁ')", "'STRASSE ÉÀÜ FI'" },
        { "lower('İSTANBUL ΑΣ ΑΣΑ')", "'i̇stanbul ας ασα'" },
        { "upper('i') + lower('I')", "'Ii'" },
        { "upper(null)", "'NULL'" },
        { "lower(true)", "'true'" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_cutting(void)
{
    static const Expression rows[] = {
        { "trim('\\u00a0 a b\\u3000\\n')", "'a b'" },
        { "trim('')", "''" },
        { "trim(5)", "'5'" },
        { "substring('hello', 1, 3)", "'el'" },
        { "substring('hello', 3, 1)", "'el'" },
        { "substring('hello', -2, 2)", "'he'" },
        { "substring('hello', 2)", "'llo'" },
        { "substring('hello', NaN, '4')", "'hell'" },
        { "substring('日本語の本', 1, 3)", "'本語'" },
        { "substring('a😀b', 1, 3)", "'😀'" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_padding(void)
{
    static const Expression rows[] = {
        { "pad('x', 5, '.', 'left')", "'....x'" },
        { "pad('x', 5, '.', 'center')", "'..x..'" },
        { "pad('x', 4, '.', 'center')", "'.x..'" },
        { "pad(7, 3, '0', 'left')", "'007'" },
        { "pad('x', 3)", "'x  '" },
        { "pad('x', 3, 'ab')", "'xabab'" },
        { "pad('日本', 4, '　')", "'日本　　'" },
        { "pad('long', 2)", "'long'" },
        { "pad('x', 2.5, '-')", "'x-'" },
        { "pad('x', 4.5, '-', 'center')", "'-x--'" },
        { "pad('x', NaN, '-')", "'x'" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_truncating(void)
{
    static const Expression rows[] = {
        { "truncate('Hello World', 8)", "'Hello W…'" },
        { "truncate('Hello World', 8, 'left')", "'…o World'" },
        { "truncate('Hello World', 8, 'center')", "'Hell…rld'" },
        { "truncate('Hello World', 8, 'right', '...')", "'Hello...'" },
        { "truncate('Hello', 1)", "'…'" },
        { "truncate('Hello', 0, 'left', '')", "''" },
        { "truncate('中国人民银行', 4)", "'中国人…'" },
        { "truncate(12345, 3)", "'12…'" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_encoding(void)
{
    static const Expression rows[] = {
        { "btoa('hello')", "'aGVsbG8='" },
        { "btoa('é')", "'6Q=='" },
        { "btoa('中')", "error: " },
        { "atob('aGVsbG8=')", "'hello'" },
        { "atob('aGVsbG8')", "'hello'" },
        { "atob('a')", "error: " },
        { "atob('6Q==')", "'é'" },
        { "encodeURIComponent('a b&c=d/é中😀')", "'a%20b%26c%3Dd%2F%C3%A9%E4%B8%AD%F0%9F%98%80'" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

SUITE(expr_fn_text, { "cases", test_cases }, { "cutting", test_cutting },
      { "padding", test_padding }, { "truncating", test_truncating },
      { "encoding", test_encoding });
