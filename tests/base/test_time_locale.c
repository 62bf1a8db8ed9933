#include "base/date.h"
#include "base/time_format.h"
#include "base/time_unit.h"
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

/* The formats of the language itself, by tick and by unit. */
static void test_own_formats(void)
{
    static const struct {
        const char *tag, *date, *tick, *units, *text;
    } table[] = {
        { "zh-CN", "2024-01-01", "2024年", "yearmonth", "2024年1月" },
        { "zh-CN", "2024-04-01", "4月", "yearquarter", "2024年第2季度" },
        { "zh-CN", "2024-05-05", "5月5日", "yearmonthdate", "2024年5月5日" },
        { "zh-CN", "2024-05-06", "6日", "monthdate", "5月6日" },
        { "zh-CN", "2024-05-06T08:00Z", "8时", "yearmonthdatehours", "2024年5月6日 08:00" },
        { "zh-CN", "2024-05-06T08:30Z", "08:30", "hoursminutes", "08:30" },
        { "zh-CN", "2024-05-06", "6日", "yearweek", "2024年第18周" },
        { "zh-TW", "2024-04-01", "4月", "yearquarter", "2024年第2季" },
        { "ja-JP", "2024-05-06T08:00Z", "8時", "quarter", "第2四半期" },
        { "de-DE", "2024-04-01", "April", "yearmonth", "2024-04" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        const JutuTimeLocale *locale = jutu_time_locale_find(table[i].tag);
        double ms = jutu_date_parse(table[i].date, NULL);
        unsigned units = jutu_time_unit_parse(table[i].units, NULL, NULL);
        const char *format = jutu_time_unit_specifier(units, locale->unit_formats, arena);
        CHECK_STR(table[i].date, jutu_time_format_multi(ms, NULL, locale, locale->multi, arena),
                  table[i].tick);
        CHECK_STR(table[i].units, jutu_time_format(format, ms, NULL, locale, arena), table[i].text);
    }
    jutu_arena_free(arena);
}

SUITE(time_locale, { "formats", test_formats }, { "find", test_find },
      { "own formats", test_own_formats });
