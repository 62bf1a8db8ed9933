#include "expr/expressions.h"

static void test_classes(void)
{
    static const Expression rows[] = {
        { "test(/[]/, 'a')", "false" },          { "test(/[^]/, 'a')", "true" },
        { "test(/[a\\-z]/, '-')", "true" },      { "test(/[\\w-z]/, '-')", "true" },
        { "test(/[a-\\d]/, '-')", "true" },      { "test(/[[]/, '[')", "true" },
        { "test(/[[:alpha:]]/, 'a')", "false" }, { "test(/[[:alpha:]]/, ':]')", "true" },
        { "test(/[\\b]/, '\\b')", "true" },      { "test(/[^\\s]/, ' ')", "false" },
        { "test(/[\\S]/, 'a')", "true" },        { "test(/[\\S]/, '\\u2028')", "false" },
        { "test(/[\\d\\D]/, '中')", "true" },    { "test(/[\\]]/, ']')", "true" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_escapes(void)
{
    static const Expression rows[] = {
        { "test(/\\x41\\u0042\\cA\\0/, 'AB\\u0001\\0')", "true" },
        { "test(/\\u{3}/, 'uuu')", "true" },
        { "test(/\\u{1F600}/u, '😀')", "true" },
        { "test(/\\ud83d\\ude00/, '😀')", "true" },
        { "test(/\\ud83d/, '😀')", "true" },
        { "test(/\\8/, '8')", "true" },
        { "test(/\\2(a)/, '\\u0002a')", "true" },
        { "test(/(a)\\2/, 'a\\u0002')", "true" },
        { "test(/\\1(a)/, 'a')", "true" },
        { "test(/\\//, '/')", "true" },
        { "test(/\\Qa\\E/, 'QaE')", "true" },
        { "test(/\\v\\t/, '\\v\\t')", "true" },
        { "test(/\\k/, 'k')", "true" },
        { "test(/(?<n>a)\\k<n>/, 'aa')", "true" },
        { "test(/\\p/, 'p')", "true" },
        { "test(/\\p{Script=Han}/u, '中')", "true" },
        { "test(/\\p{Letter}/u, 'é')", "true" },
        { "test(/\\P{Lowercase_Letter}/u, 'a')", "false" },
        { "test(/\\p{gc=Nd}/u, '٣')", "true" },
        { "test(/\\p{Nonsense}/u, 'a')", "error: " },
        { "test(/\\h/, 'h')", "true" },
        { "test(/\\R/, 'R')", "true" },
        { "test(/\\K/, 'K')", "true" },
        { "test(/\\G/, 'G')", "true" },
        { "test(/\\Z/, 'Z')", "true" },
        { "test(/\\A/, 'A')", "true" },
        { "test(/\\z/, 'z')", "true" },
        { "test(/\\X/, 'X')", "true" },
        { "test(/\\C/, 'C')", "true" },
        { "test(/\\N/, 'N')", "true" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_anchors(void)
{
    static const Expression rows[] = {
        { "test(/a$/, 'a\\n')", "false" },      { "test(/a$/m, 'a\\nb')", "true" },
        { "test(/^b/m, 'a\\u2028b')", "true" }, { "test(/^b/, 'a\\nb')", "false" },
        { "test(/./, '\\u2028')", "false" },    { "test(/a{2}/, 'aa')", "true" },
        { "test(/a{,2}/, 'a{,2}')", "true" },   { "test(/a{/, 'a{')", "true" },
        { "test(/a{2,1}/, 'aa')", "error: " },  { "test(/x{0}y/, 'y')", "true" },
        { "test(/a++/, 'a')", "error: " },      { "test(/*/, 'a')", "error: " },
        { "test(/(*SKIP)/, 'a')", "error: " },  { "test(/(?i)a/, 'A')", "error: " },
        { "test(/(?>a)/, 'a')", "error: " },    { "test(/(?#c)/, 'a')", "error: " },
        { "test(/a|*/, 'a')", "error: " },      { "test(/\\b+/, 'a')", "error: " },
        { "test(/(?=a)*/, 'b')", "true" },      { "test(/)/, ')')", "error: " },
        { "test(/a#b c/, 'a#b c')", "true" },   { "test(/É/i, 'é')", "true" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

SUITE(expr_regexp_translate, { "classes", test_classes }, { "escapes", test_escapes },
      { "anchors", test_anchors });
