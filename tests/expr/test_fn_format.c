#include "expr/expressions.h"

static void test_numbers(void)
{
    static const Expression rows[] = {
        { "format(1234.5678, ',.2f')", "'1,234.57'" },
        { "format(0.1234, '.1%')", "'12.3%'" },
        { "format('12', 'd')", "'12'" },
        { "format(null, 'd')", "'null'" },
        { "format('abc', '.1f')", "'NaN'" },
        { "format([5], 'd')", "'5'" },
        { "format(1, 'bad')", "error: " },
        { "format(1)", "error: " },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_dates(void)
{
    static const Expression rows[] = {
        { "timeFormat(datetime(2024, 1, 29, 13, 5, 9, 42), '%Y-%m-%d %H:%M:%S.%L')",
          "'2024-02-29 13:05:09.042'" },
        { "timeFormat(null, '%Y')", "'null'" },
        { "timeFormat('2024-02-29', '%Y')", "'0NaN'" },
        { "timeFormat(0, 5)", "error: " },
        { "utcFormat(utc(2024, 0, 1), {})", "'2024'" },
        { "utcFormat(utc(2024, 3, 1), {})", "'April'" },
        { "utcFormat(utc(2024, 3, 1), {quarter: 'Q%q', month: '%m'})", "'Q2'" },
        { "utcFormat(utc(2024, 0, 8, 5), {hours: '%H!'})", "'05!'" },
        { "utcFormat(utc(2024, 0, 9), {day: '%a!'})", "'Tue!'" },
        { "monthFormat(0)", "'January'" },
        { "monthFormat(12)", "'January'" },
        { "monthFormat('1')", "''" },
        { "monthAbbrevFormat(-1)", "'Dec'" },
        { "dayFormat(6)", "'Saturday'" },
        { "dayFormat(null)", "'Sunday'" },
        { "dayFormat(2.5)", "''" },
        { "dayAbbrevFormat(-1)", "'Sat'" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_parsing(void)
{
    static const Expression rows[] = {
        { "timeParse('29/02/2024 23:15', '%d/%m/%Y %H:%M')", "Date 2024-02-29T23:15:00.000Z" },
        { "timeParse('2024年2月', '%Y年%m月')", "Date 2024-02-01T00:00:00.000Z" },
        { "timeParse('x', '%Y')", "null" },
        { "timeParse(null, '%Y')", "'null'" },
        { "utcParse('2024', '%Y')", "Date 2024-01-01T00:00:00.000Z" },
        { "utcParse(2024, '%Y')", "Date 2024-01-01T00:00:00.000Z" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_specifiers(void)
{
    static const Expression rows[] = {
        { "timeUnitSpecifier('year')", "'%Y'" },
        { "timeUnitSpecifier(['month', 'year'])", "'%Y-%m'" },
        { "timeUnitSpecifier(['year', 'month', 'date', 'hours', 'minutes'])", "'%Y-%m-%d %H:%M'" },
        { "timeUnitSpecifier(['year', 'isoweek'])", "'%G W%V'" },
        { "timeUnitSpecifier(['year', 'month'], {'year-month': '%b %Y'})", "'%b %Y'" },
        { "timeUnitSpecifier(['year', 'month'], {year: '%y'})", "'%Y-%m'" },
        { "timeUnitSpecifier(['week', 'month'])", "error: " },
        { "timeUnitSpecifier('utcyear')", "error: " },
        { "timeUnitSpecifier([])", "error: " },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_locale(void)
{
    static const Expression rows[] = {
        { "timeFormat(datetime(2024, 1, 29), '%B %A %p')", "'二月 星期四 上午'" },
        { "monthFormat(0) + dayFormat(1) + dayAbbrevFormat(1)", "'一月星期一周一'" },
        { "timeParse('2024 二月', '%Y %B')", "Date 2024-02-01T00:00:00.000Z" },
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuContext) context = jutu_context_new(arena);
        context->time_locale = jutu_time_locale_find("zh-CN");
        CHECK_STR(rows[i].expr, evaluate(rows[i].expr, NULL, context), rows[i].want);
        jutu_arena_free(arena);
    }
}

SUITE(expr_fn_format, { "numbers", test_numbers }, { "dates", test_dates },
      { "parsing", test_parsing }, { "specifiers", test_specifiers }, { "locale", test_locale });
