#include "base/date.h"
#include "base/time_format.h"
#include "check.h"

static void test_formats(void)
{
    static const char *const table[][3] = {
        { "zh-CN", "%c", "2024年11月5日 星期二 18:07:08" },
        { "zh-CN", "%x %p %a %B %b", "2024年11月5日 下午 周二 十一月 十一月" },
        { "zh-TW", "%c", "2024年11月5日 星期二 18:07:08" },
        { "zh-TW", "%x %p %a %B %b", "2024年11月5日 下午 二 十一月 11月" },
        { "ja-JP", "%c", "2024/11/05 火 18:07:08" },
        { "ja-JP", "%x %p %a %B %b", "2024/11/05 PM 火 11月 11月" },
        { "de-DE", "%c", "Dienstag, der  5. November 2024, 18:07:08" },
        { "de-DE", "%x %p %a %B %b", "05.11.2024 PM Di November Nov" },
    };
    JutuArena *arena = jutu_arena_new();
    double ms = jutu_date_parse("2024-11-05T18:07:08Z", NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        const JutuTimeLocale *locale = jutu_time_locale_find(table[i][0]);
        CHECK_STR(table[i][0], jutu_time_format(table[i][1], ms, NULL, locale, arena), table[i][2]);
    }
    jutu_arena_free(arena);
}

static void test_find(void)
{
    static const char *const table[][2] = {
        { "en", "en-US" },      { "en-GB", "en-US" },      { "zh", "zh-CN" },
        { "zh-Hans", "zh-CN" }, { "zh-Hans-SG", "zh-CN" }, { "zh-Hant", "zh-TW" },
        { "zh-HK", "zh-TW" },   { "ZH-tw", "zh-TW" },      { "ja", "ja-JP" },
        { "de-AT", "de-DE" },   { "zhx", NULL },           { "fr", NULL },
        { "", NULL },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        const JutuTimeLocale *locale = jutu_time_locale_find(table[i][0]);
        CHECK_STR(table[i][0], locale ? locale->tag : "none", table[i][1] ? table[i][1] : "none");
    }
}

SUITE(time_locale, { "formats", test_formats }, { "find", test_find });
