#include "text/punctuation.h"

#include "check.h"

static void test_narrow(void)
{
    static const struct {
        gunichar before, mark, after;
        bool want;
    } table[] = {
        { U'深', U'，', U'圳', false }, { U'深', U'，', U'“', true },
        { U'深', U'，', 0, true },      { U'深', U'。', U'”', true },
        { U'”', U'，', U'深', false },  { 0, U'《', U'深', true },
        { U'深', U'《', U'圳', false }, { U'（', U'《', U'圳', true },
        { U'，', U'“', U'深', false },  { U'深', U'！', U'”', false },
        { U'深', U'圳', 0, false },     { 0, U'(', U'a', false },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_(jutu_mark_is_narrow(table[i].before, table[i].mark, table[i].after) == table[i].want,
               "row %zu", i);
}

static void test_scripts(void)
{
    static const struct {
        gunichar before, after;
        bool want;
    } table[] = {
        { U'年', U'2', false },  { U'2', U'年', false }, { U'R', U'深', true },
        { U'%', U'的', false },  { U'，', U'2', false }, { U'2', U'，', false },
        { U'深', U'圳', false }, { U'2', U'R', false },  { U' ', U'年', false },
        { U'α', U'值', true },   { U'〇', U'A', true },  { U'>', U'年', false },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_(jutu_scripts_meet(table[i].before, table[i].after) == table[i].want, "row %zu", i);
}

SUITE(punctuation, { "narrow", test_narrow }, { "scripts", test_scripts });
