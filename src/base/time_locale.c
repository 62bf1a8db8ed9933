/* Names of months and days, and the usual formats, language by language. */
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "base/time_format.h"

const JutuTimeLocale jutu_time_locale_en = {
    .tag = "en-US",
    .date_time = "%x, %X",
    .date = "%-m/%-d/%Y",
    .time = "%-I:%M:%S %p",
    .periods = { "AM", "PM" },
    .days = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" },
    .short_days = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" },
    .months = { "January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December" },
    .short_months = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                      "Dec" },
};

/* In Chinese and Japanese units follow their numbers; a day that an hour may follow has a space. */
static const JutuTimeMulti multi_zh = {
    .year = "%Y年",
    .quarter = "%-m月",
    .month = "%-m月",
    .week = "%-m月%-d日",
    .date = "%-d日",
    .hours = "%-H时",
    .minutes = "%H:%M",
};

static const JutuTimeMulti multi_zh_hant = {
    .year = "%Y年",
    .quarter = "%-m月",
    .month = "%-m月",
    .week = "%-m月%-d日",
    .date = "%-d日",
    .hours = "%-H時",
    .minutes = "%H:%M",
};

/* clang-format off */
#define UNITS_OF_DATES \
    "year", "%Y年", \
    "month", "%-m月", \
    "date", "%-d日 ", \
    "year-month", "%Y年%-m月", \
    "year-month-date", "%Y年%-m月%-d日 "

static const char *const units_zh[] = {
    UNITS_OF_DATES,
    "quarter", "第%q季度",
    "week", "第%-U周 ",
    "isoweek", "第%-V周 ",
    "year-isoweek", "%G年第%-V周 ",
    "dayofyear", "第%-j天 ",
    NULL,
};

static const char *const units_zh_hant[] = {
    UNITS_OF_DATES,
    "quarter", "第%q季",
    "day", "週%a ",
    "week", "第%-U週 ",
    "isoweek", "第%-V週 ",
    "year-isoweek", "%G年第%-V週 ",
    "dayofyear", "第%-j天 ",
    NULL,
};

static const char *const units_ja[] = {
    UNITS_OF_DATES,
    "quarter", "第%q四半期",
    "day", "%A ",
    "week", "第%-U週 ",
    "isoweek", "第%-V週 ",
    "year-isoweek", "%G年第%-V週 ",
    "dayofyear", "%-j日目 ",
    NULL,
};
/* clang-format on */

static const JutuTimeLocale locales[] = {
    {
        .tag = "zh-CN",
        .date_time = "%x %A %X",
        .date = "%Y年%-m月%-d日",
        .time = "%H:%M:%S",
        .periods = { "上午", "下午" },
        .days = { "星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六" },
        .short_days = { "周日", "周一", "周二", "周三", "周四", "周五", "周六" },
        .months = { "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月",
                    "十一月", "十二月" },
        .short_months = { "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月",
                          "十月", "十一月", "十二月" },
        .multi = &multi_zh,
        .unit_formats = units_zh,
    },
    {
        .tag = "zh-TW",
        .date_time = "%x %A %X",
        .date = "%Y年%-m月%-d日",
        .time = "%H:%M:%S",
        .periods = { "上午", "下午" },
        .days = { "星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六" },
        .short_days = { "日", "一", "二", "三", "四", "五", "六" },
        .months = { "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月",
                    "十一月", "十二月" },
        .short_months = { "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月",
                          "11月", "12月" },
        .multi = &multi_zh_hant,
        .unit_formats = units_zh_hant,
    },
    {
        .tag = "ja-JP",
        .date_time = "%x %a %X",
        .date = "%Y/%m/%d",
        .time = "%H:%M:%S",
        .periods = { "AM", "PM" },
        .days = { "日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日" },
        .short_days = { "日", "月", "火", "水", "木", "金", "土" },
        .months = { "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月",
                    "12月" },
        .short_months = { "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月",
                          "11月", "12月" },
        .multi = &multi_zh_hant,
        .unit_formats = units_ja,
    },
    {
        .tag = "de-DE",
        .date_time = "%A, der %e. %B %Y, %X",
        .date = "%d.%m.%Y",
        .time = "%H:%M:%S",
        .periods = { "AM", "PM" },
        .days = { "Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag" },
        .short_days = { "So", "Mo", "Di", "Mi", "Do", "Fr", "Sa" },
        .months = { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
                    "September", "Oktober", "November", "Dezember" },
        .short_months = { "Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt",
                          "Nov", "Dez" },
    },
};

/* Whether `tag` is `subtag` or begins with it and a hyphen, whatever the case. */
static bool starts(const char *tag, const char *subtag)
{
    size_t n = strlen(subtag);
    return g_ascii_strncasecmp(tag, subtag, n) == 0 && (!tag[n] || tag[n] == '-');
}

const JutuTimeLocale *jutu_time_locale_find(const char *tag)
{
    if (starts(tag, "en"))
        return &jutu_time_locale_en;
    /* Traditional characters go by other tags than their region. */
    if (starts(tag, "zh-Hant") || starts(tag, "zh-HK") || starts(tag, "zh-MO"))
        tag = "zh-TW";
    for (size_t i = 0; i < G_N_ELEMENTS(locales); i++) {
        if (starts(tag, locales[i].tag))
            return &locales[i];
    }
    for (size_t i = 0; i < G_N_ELEMENTS(locales); i++) {
        if (g_ascii_strncasecmp(tag, locales[i].tag, 2) == 0 && (!tag[2] || tag[2] == '-'))
            return &locales[i];
    }
    return NULL;
}
