#include "base/date.h"
#include "base/time_format.h"
#include "check.h"

static void test_directives(void)
{
    static const char *const table[][3] = {
        { "%Y-%m-%d", "2024-01-05", "2024-01-05T00:00:00.000Z" },
        { "%Y-%m-%d", "2024-1-5", "2024-01-05T00:00:00.000Z" },
        { "%Y-%m-%d", "2024-01-05 ", "Invalid Date" },
        { "%Y-%m-%d", " 2024-01-05", "Invalid Date" },
        { "%Y%m%d", "20240105", "2024-01-05T00:00:00.000Z" },
        { "%d.%m.%y", "05.01.69", "1969-01-05T00:00:00.000Z" },
        { "%d.%m.%y", "05.01.68", "2068-01-05T00:00:00.000Z" },
        { "%B %d, %Y", "january 5, 2024", "2024-01-05T00:00:00.000Z" },
        { "%b %d", "FEB 29", "1900-03-01T00:00:00.000Z" },
        { "%A %d", "Friday 5", "1900-01-05T00:00:00.000Z" },
        { "%H:%M:%S.%L", "6:07:08.009", "1900-01-01T06:07:08.009Z" },
        { "%I:%M %p", "12:30 am", "1900-01-01T00:30:00.000Z" },
        { "%I:%M %p", "12:30 PM", "1900-01-01T12:30:00.000Z" },
        { "%Y-%j", "2024-366", "2024-12-31T00:00:00.000Z" },
        { "%Y W%U", "2024 W02", "2024-01-14T00:00:00.000Z" },
        { "%Y W%W %u", "2024 W02 7", "2024-01-14T00:00:00.000Z" },
        { "%Y %U %a", "2024 02 Fri", "2024-01-19T00:00:00.000Z" },
        { "%G-W%V", "2021-W01", "2021-01-04T00:00:00.000Z" },
        { "%G-W%V", "2021-W54", "Invalid Date" },
        { "%G-W%V %w", "2020-W53 0", "2021-01-03T00:00:00.000Z" },
        { "%Y Q%q", "2024 Q3", "2024-07-01T00:00:00.000Z" },
        { "%Q", "1704434828009", "2024-01-05T06:07:08.009Z" },
        { "%s", "1704434828", "2024-01-05T06:07:08.000Z" },
        { "%s.%L", "1704434828.5", "2024-01-05T06:07:08.005Z" },
        { "%f", "123456", "1900-01-01T00:00:00.123Z" },
        { "%Y-%m-%dT%H:%M%Z", "2024-01-05T06:07+05:30", "2024-01-05T00:37:00.000Z" },
        { "%Y %Z", "2024 Z", "2024-01-01T00:00:00.000Z" },
        { "%Y %Z", "2024 -0800", "2024-01-01T08:00:00.000Z" },
        { "%Y %Z", "2024 +08", "2023-12-31T16:00:00.000Z" },
        { "%Y", "0050", "0050-01-01T00:00:00.000Z" },
        { "%%%Y", "%2024", "2024-01-01T00:00:00.000Z" },
        { "%x", "1/5/2024", "2024-01-05T00:00:00.000Z" },
        { "%c", "1/5/2024, 6:07:08 AM", "2024-01-05T06:07:08.000Z" },
        { "%-d", "5", "1900-01-05T00:00:00.000Z" },
        { "%k", "5", "Invalid Date" },
        { "%", "5", "Invalid Date" },
        { "%Y", "x", "Invalid Date" },
        { "%Y-", "2024", "Invalid Date" },
        { "", "", "1900-01-01T00:00:00.000Z" },
        { "a", "", "Invalid Date" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        double ms = jutu_time_parse(table[i][0], table[i][1], NULL, NULL);
        const char *row = jutu_arena_printf(arena, "%s of \"%s\"", table[i][0], table[i][1]);
        CHECK_STR(row, jutu_date_iso(ms, arena), table[i][2]);
    }
    jutu_arena_free(arena);
}

static void test_locales(void)
{
    static const char *const table[][4] = {
        { "zh-CN", "%Y年%-m月%-d日", "2024年1月5日", "2024-01-05T00:00:00.000Z" },
        { "zh-CN", "%Y年%B", "2024年十一月", "2024-11-01T00:00:00.000Z" },
        { "zh-CN", "%x %p %-I", "2024年1月5日 下午 3", "2024-01-05T15:00:00.000Z" },
        { "zh-TW", "%b %Y", "11月 2024", "2024-11-01T00:00:00.000Z" },
        { "de-DE", "%d. %B %Y", "5. märz 2024", "2024-03-05T00:00:00.000Z" },
        { "ja-JP", "%x %A", "2024/01/05 金曜日", "2024-01-05T00:00:00.000Z" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        const JutuTimeLocale *locale = jutu_time_locale_find(table[i][0]);
        double ms = jutu_time_parse(table[i][1], table[i][2], NULL, locale);
        CHECK_STR(table[i][2], jutu_date_iso(ms, arena), table[i][3]);
    }
    jutu_arena_free(arena);
}

static void test_zone(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuZone) zone = jutu_zone_new("Asia/Shanghai", NULL);
    CHECK_STR("local", jutu_date_iso(jutu_time_parse("%Y-%m-%d", "2024-01-05", zone, NULL), arena),
              "2024-01-04T16:00:00.000Z");
    CHECK_STR("the text's own",
              jutu_date_iso(jutu_time_parse("%Y-%m-%d%Z", "2024-01-05Z", zone, NULL), arena),
              "2024-01-05T00:00:00.000Z");
    jutu_arena_free(arena);
}

/* Neither the texts nor the formats need to be whole UTF-8. */
static void test_cut(void)
{
    static const char *const texts[] = { "\xe5", "\xe4\xb8", "\xf0\x9f+08", "" };
    const JutuTimeLocale *locale = jutu_time_locale_find("zh-CN");
    for (size_t i = 0; i < ROWS(texts); i++) {
        g_autofree char *text = g_strdup(texts[i]); /* so that reading on is seen */
        CHECK_TRUE("month", isnan(jutu_time_parse("%B", text, NULL, locale)));
        CHECK_TRUE("zone", isnan(jutu_time_parse("%Z", text, NULL, locale)));
    }
}

SUITE(time_parse, { "directives", test_directives }, { "locales", test_locales },
      { "zone", test_zone }, { "cut", test_cut });
