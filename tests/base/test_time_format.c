#include "base/time_format.h"

#include "base/date.h"
#include "check.h"

static void test_directives(void)
{
    static const char *const table[][3] = {
        { "%a %A %b %B", "2024-01-05T18:07:08.009Z", "Fri Friday Jan January" },
        { "%c", "2024-01-05T18:07:08.009Z", "1/5/2024, 6:07:08 PM" },
        { "%x", "2024-01-05T18:07:08.009Z", "1/5/2024" },
        { "%X", "2024-01-05T18:07:08.009Z", "6:07:08 PM" },
        { "%d %e %-d %_d", "2024-01-05T18:07:08.009Z", "05  5 5  5" },
        { "%f %L", "2024-01-05T18:07:08.009Z", "009000 009" },
        { "%g %G %V %u %w", "2024-01-05T18:07:08.009Z", "24 2024 01 5 5" },
        { "%H %I %p %M %S", "2024-01-05T18:07:08.009Z", "18 06 PM 07 08" },
        { "%j %U %W", "2024-01-05T18:07:08.009Z", "005 00 01" },
        { "%m %q %y %Y", "2024-01-05T18:07:08.009Z", "01 1 24 2024" },
        { "%Q %s", "2024-01-05T18:07:08.009Z", "1704478028009 1704478028" },
        { "%Z", "2024-01-05T18:07:08.009Z", "+0000" },
        { "%%", "2024-01-05T18:07:08.009Z", "%" },
        { "100%", "2024-01-05T18:07:08.009Z", "100" },
        { "%-", "2024-01-05T18:07:08.009Z", "" },
        { "%é%!", "2024-01-05T18:07:08.009Z", "é!" },
        { "%_m|%-m|%0m", "2024-01-05T18:07:08.009Z", " 1|1|01" },
        { "%Y", "+012345-01-01T00:00Z", "2345" },
        { "%Y %y", "-000005-06-01T00:00Z", "-0005 -05" },
        { "%G-W%V", "2021-01-03T00:00Z", "2020-W53" },
        { "%G-W%V", "2020-12-28T00:00Z", "2020-W53" },
        { "%U %W %j", "2023-01-01T00:00Z", "01 00 001" },
        { "%U %W %j", "2024-12-31T00:00Z", "52 53 366" },
        { "%I %p", "2024-01-01T00:00Z", "12 AM" },
        { "%I %p", "2024-01-01T12:00Z", "12 PM" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        double ms = jutu_date_parse(table[i][1], NULL);
        CHECK_STR(table[i][0], jutu_time_format(table[i][0], ms, NULL, NULL, arena), table[i][2]);
    }
    CHECK_STR("no date", jutu_time_format("%Y-%m %b|%p|%q|%Z|%I|%j %U", NAN, NULL, NULL, arena),
              "0NaN-NaN |AM|1|+0000|12|NaN NaN");
    jutu_arena_free(arena);
}

static void test_zones(void)
{
    static const char *const table[][3] = {
        { "Asia/Shanghai", "%Y-%m-%d %H:%M %Z", "2024-01-06 02:07 +0800" },
        { "America/St_Johns", "%d %I %p %Z", "05 02 PM -0330" },
        { "America/New_York", "%j %U %V %a", "005 00 01 Fri" },
    };
    JutuArena *arena = jutu_arena_new();
    double ms = jutu_date_parse("2024-01-05T18:07:08.009Z", NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuZone) zone = jutu_zone_new(table[i][0], NULL);
        CHECK_STR(table[i][0], jutu_time_format(table[i][1], ms, zone, NULL, arena), table[i][2]);
    }
    jutu_arena_free(arena);
}

static void test_multi(void)
{
    static const char *const table[][2] = {
        { "2024-01-01T00:00Z", "2024" },        { "2024-04-01T00:00Z", "April" },
        { "2024-05-01T00:00Z", "May" },         { "2024-05-05T00:00Z", "May 05" },
        { "2024-05-06T00:00Z", "Mon 06" },      { "2024-05-06T12:00Z", "12 PM" },
        { "2024-05-06T12:30Z", "12:30" },       { "2024-05-06T12:30:15Z", ":15" },
        { "2024-05-06T12:30:15.250Z", ".250" },
    };
    static const JutuTimeMulti chinese = { .year = "%Y年",
                                           .month = "%-m月",
                                           .quarter = "第%q季度" };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        double ms = jutu_date_parse(table[i][0], NULL);
        CHECK_STR(table[i][0], jutu_time_format_multi(ms, NULL, NULL, NULL, arena), table[i][1]);
    }
    double april = jutu_date_parse("2024-04-01", NULL), may = jutu_date_parse("2024-05-01", NULL);
    CHECK_STR("of a spec", jutu_time_format_multi(april, NULL, NULL, &chinese, arena), "第2季度");
    CHECK_STR("of a spec", jutu_time_format_multi(may, NULL, NULL, &chinese, arena), "5月");
    jutu_arena_free(arena);
}

/* A locale of a spec may name itself: that ends. */
static void test_recursion(void)
{
    JutuTimeLocale locale = jutu_time_locale_en;
    locale.date = "<%x>";
    JutuArena *arena = jutu_arena_new();
    CHECK_STR("bounded", jutu_time_format("%x", 0, NULL, &locale, arena), "<<<>>>");
    CHECK_TRUE("no way to read it", isnan(jutu_time_parse("%x", "<<<<<1>>>>>", NULL, &locale)));
    jutu_arena_free(arena);
}

SUITE(time_format, { "directives", test_directives }, { "zones", test_zones },
      { "multi", test_multi }, { "recursion", test_recursion });
