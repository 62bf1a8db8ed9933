#include "expr/expressions.h"

static void test_testing(void)
{
    static const Expression rows[] = {
        { "test(/^a.*z$/, 'abcz')", "true" },
        { "test(/^A/i, 'abc')", "true" },
        { "test('b+', 'abbb')", "true" },
        { "test(/ain/)", "false" },
        { "test(/null/, null)", "true" },
        { "test(regexp('\\\\d{3}'), 'abc123')", "true" },
        { "test(/^.$/, '😀')", "false" },
        { "test(/^.$/u, '😀')", "true" },
        { "test(/\\p{Lu}/u, 'É')", "true" },
        { "test(/[一-龥]/, '中')", "true" },
        { "test(/(?<=a)b(?!c)/, 'abd')", "true" },
        { "test(/(a)\\1/, 'aa')", "true" },
        { "test(/^[\\d-]+$/, '1-2')", "true" },
        { "test(/\\s/, '\\u3000')", "true" },
        { "test(/a.b/, 'a\\nb')", "false" },
        { "test(/a.b/s, 'ab')", "error: " },
        { "test(/^b$/m, 'a\\nb')", "true" },
        { "test(regexp('('), 'a')", "error: " },
        { "test(regexp('a', 'zz'), 'a')", "error: " },
        { "regexp('a/b', 'gi')", "/a\\/b/gi" },
        { "regexp(/a/g)", "/a/g" },
        { "regexp(/a/g, 'i')", "/a/i" },
        { "regexp()", "/(?:)/" },
        { "/a+/i.source", "'a+'" },
        { "/a+/i.flags", "'i'" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_replacing(void)
{
    static const Expression rows[] = {
        { "replace('hello', 'l', 'L')", "'heLlo'" },
        { "replace('hello', /l/g, 'L')", "'heLLo'" },
        { "replace('hello', /l/, '[$&]')", "'he[l]lo'" },
        { "replace('John Smith', /(\\w+)\\s(\\w+)/, '$2, $1')", "'Smith, John'" },
        { "replace('abc', /b/, '[$`|$\\'|$$]')", "'a[a|c|$]c'" },
        { "replace('abc', /(b)/, '$1$2$10')", "'ab$2b0c'" },
        { "replace('2020-01', /(?<y>\\d+)-(?<m>\\d+)/, '$<m>/$<y>')", "'01/2020'" },
        { "replace('abc', /(?:)/g, '-')", "'-a-b-c-'" },
        { "replace('日本語', /./g, '[$&]')", "'[日][本][語]'" },
        { "replace('a.b.c', '.', '')", "'ab.c'" },
        { "replace('a1b2', /\\d/g, '')", "'ab'" },
        { "replace(12.5, /\\./, ',')", "'12,5'" },
        { "replace('aaa', /a/y, 'b')", "'baa'" },
        { "replace('abc', 5, '')", "error: " },
        { "replace('x', 'x', null)", "'null'" },
        { "replace('中，文', /，/g, ',')", "'中,文'" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_splitting(void)
{
    static const Expression rows[] = {
        { "split('a,b,c', ',')", "['a','b','c']" },
        { "split('a,b,c', ',', 2)", "['a','b']" },
        { "split('a,b', ',', -1)", "['a','b']" },
        { "split('', '')", "[]" },
        { "split('', ',')", "['']" },
        { "split('abc', '')", "['a','b','c']" },
        { "split('a1b2c', /\\d/)", "['a','b','c']" },
        { "split('a1b2c', /(\\d)/)", "['a','1','b','2','c']" },
        { "split('a  b', /\\s+/)", "['a','b']" },
        { "split('ab', /(?:)/)", "['a','b']" },
        { "split('anullb', null)", "['a','b']" },
        { "split('a,b')", "['a,b']" },
        { "split(1.5, '.')", "['1','5']" },
        { "split('a-b', /-/y)", "['a','b']" },
        { "split('北京、上海、广州', '、')", "['北京','上海','广州']" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

SUITE(expr_fn_pattern, { "testing", test_testing }, { "replacing", test_replacing },
      { "splitting", test_splitting });
