#include "expr/expressions.h"

static void test_numbers(void)
{
    static const Expression rows[] = {
        { ".5", "0.5" },
        { "1.", "1" },
        { "1e3", "1000" },
        { "1E-3", "0.001" },
        { "0xfF", "255" },
        { "1e400", "Infinity" },
        { "9007199254740993", "9007199254740992" },
        { "0b11", "error: a name that begins with a digit" },
        { "1_000", "error: a name that begins with a digit" },
        { "3in", "error: a name that begins with a digit" },
        { "0x", "error: a number without digits" },
        { "1e+", "error: a number without an exponent" },
        { "09", "error: a number that begins with 0" },
        { "017", "error: octal numbers aren't allowed" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_strings(void)
{
    static const Expression rows[] = {
        { "'a\\'b\"'", "'a'b\"'" },
        { "\"\\x41\\u0042\\u{43}\"", "'ABC'" },
        { "'\\ud83d\\ude00' == '😀'", "true" },
        { "'\\ud83d' + '\\ude00' == '😀'", "true" },
        { "'\\q\\\n!'", "'q!'" },
        { "length('\\0')", "1" },
        { "'中文'", "'中文'" },
        { "'open", "error: a string that isn't closed" },
        { "'a\nb'", "error: a string that isn't closed" },
        { "'\\u12'", "error: an escape of too few hexadecimal digits" },
        { "'\\u{110000}'", "error: an escape beyond U+10FFFF" },
        { "'\\u{}'", "error: an escape that doesn't end" },
        { "'\\01'", "error: octal numbers aren't allowed" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_names(void)
{
    static const Expression rows[] = {
        { "datum.\\u0061", "1" },
        { "datum.中文", "2" },
        { "datum.if", "3" },
        { "datum.a", "1" },
        { "d\\n", "error: a stray backslash" },
        { "\\u0030", "error: an escape that makes no name" },
        { "😀", "error: a character that means nothing here" },
        { "1 // 2", "error: a comment, which expressions don't have" },
        { "a # b", "error: a character that means nothing here" },
        { "1 +\xC2\xA0\t\n2", "3" },
    };
    check_expressions(rows, ROWS(rows), "{\"a\": 1, \"中文\": 2, \"if\": 3}", NULL);
}

static void test_regexps(void)
{
    static const Expression rows[] = {
        { "/a\\/[/]b/gi", "/a\\/[/]b/gi" },
        { "/=/", "/=/" },
        { "6 / 3 / 2", "1" },
        { "/a/x", "error: a flag that is none of g, i, m, u, y" },
        { "/a", "error: a regular expression without its second /" },
        { "/a\n/", "error: a regular expression without its second /" },
        { "/(/", "error: invalid regular expression: missing closing parenthesis" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

SUITE(expr_lexer, { "numbers", test_numbers }, { "strings", test_strings }, { "names", test_names },
      { "regexps", test_regexps });
