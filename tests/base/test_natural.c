#include "base/natural.h"

#include <glib.h>

#include "check.h"

/* Names as given and as they stand, by blanks or bars; `want` NULL: as given. */
static void test_order(void)
{
    static const struct {
        const char *names, *want;
        bool numbers;
    } table[] = {
        { "一月 三月 十月 十二月 四月", "一月 三月 四月 十月 十二月", false },
        { "10月 1月 2月", "1月 2月 10月", false },
        { "周三 周日 周一", "周一 周三 周日", false },
        { "星期天 星期六 星期一 星期三", "星期一 星期三 星期六 星期天", false },
        { "Wed Mon Sun", "Mon Wed Sun", false },
        { "March January february", "January february March", false },
        { "5—9岁 100岁以上 15—19岁 0—4岁", "0—4岁 5—9岁 15—19岁 100岁以上", false },
        { "5-9 10-14 0-4 80+", "0-4 5-9 10-14 80+", false },
        { "第三 第一 第二", "第一 第二 第三", false },
        { "第10名 第1名 第2名", "第1名 第2名 第10名", false },
        { "二产 三产 一产", "一产 二产 三产", false },
        { "2023年第2季度 2022年第4季度 2023年第1季度", "2022年第4季度 2023年第1季度 2023年第2季度",
          false },
        { "Q2 2023|Q1 2024|Q1 2023", "Q1 2023|Q2 2023|Q1 2024", false },
        { "2019 2021 2020", "2019 2020 2021", false },
        { "三 一 二", "一 二 三", false },
        { "3 1 2", NULL, false }, /* codes */
        { "3 10 2", "2 3 10", true },
        { "500万—1000万元 1亿元以上 500万元以下 1000万—1亿元",
          "500万元以下 500万—1000万元 1000万—1亿元 1亿元以上", false },
        { "0.7—0.8 0.9—1.0 0.8—0.9", "0.7—0.8 0.8—0.9 0.9—1.0", true },
        { "-5℃ 10℃ 0℃", "-5℃ 0℃ 10℃", false },
        { "二〇二四年 二〇二二年 二〇二三年", "二〇二二年 二〇二三年 二〇二四年", false },
        { "2023年 2022年 2021年", NULL, false }, /* the exact reverse is kept */
        { "周日 周六 周五", NULL, false },
        { "其他 2021年 2023年 2022年", "2021年 2022年 2023年 其他", false },
        { "美国 其他 日本", "美国 日本 其他", false },
        { "Others US Japan", "US Japan Others", false },
        { "北京 上海 安徽", NULL, false },
        { "三亚 九江 四川", NULL, false },
        { "5G 3M 4S店", NULL, false },
        { "周一 北京 周二", NULL, false },
        { "二线城市 新一线城市 一线城市", NULL, false },
        { "五月", NULL, false },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        const char *mark = strchr(table[i].names, '|') ? "|" : " ";
        g_auto(GStrv) names = g_strsplit(table[i].names, mark, -1);
        size_t n = g_strv_length(names);
        g_autofree size_t *places = g_new0(size_t, n + 1);
        jutu_own_order((const char *const *)names, n, "zh-Hans", table[i].numbers, places);
        g_autofree char **sorted = g_new0(char *, n + 1);
        for (size_t k = 0; k < n; k++)
            sorted[places[k]] = names[k];
        g_autofree char *got = g_strjoinv(mark, sorted);
        CHECK_STR(table[i].names, got, table[i].want ? table[i].want : table[i].names);
    }
}

static void test_kind(void)
{
    static const char *const up[] = { "1月", "2月" }, *const down[] = { "2月", "1月" };
    static const char *const none[] = { "甲", "乙" }, *const days[] = { "Sun", "Mon" };
    size_t places[2];
    CHECK_TRUE("rises", jutu_own_order(up, 2, "zh", false, places) == JUTU_ORDER_RISES);
    CHECK_TRUE("falls", jutu_own_order(down, 2, "zh", false, places) == JUTU_ORDER_FALLS);
    CHECK_TRUE("none", jutu_own_order(none, 2, "zh", false, places) == JUTU_ORDER_NONE);
    CHECK_TRUE("American weeks",
               jutu_own_order(days, 2, "en-US", false, places) == JUTU_ORDER_RISES);
    CHECK_TRUE("British weeks",
               jutu_own_order(days, 2, "en-GB", false, places) == JUTU_ORDER_FALLS);
}

SUITE(natural, { "names in their own order", test_order }, { "whether they have one", test_kind });
