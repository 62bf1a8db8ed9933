#include "data/typed_date.h"

#include "check.h"

static void test_read(void)
{
    static const struct {
        const char *text, *iso; /* in UTC */
        JutuDateSpan span;
    } table[] = {
        { "2024年", "2024-01-01T00:00:00.000Z", JUTU_SPAN_YEAR },
        { "2024年度", "2024-01-01T00:00:00.000Z", JUTU_SPAN_YEAR },
        { "２０２４年", "2024-01-01T00:00:00.000Z", JUTU_SPAN_YEAR },
        { "2024", "2024-01-01T00:00:00.000Z", JUTU_SPAN_YEAR },
        { "2024年3月", "2024-03-01T00:00:00.000Z", JUTU_SPAN_MONTH },
        { "2024年 03月份", "2024-03-01T00:00:00.000Z", JUTU_SPAN_MONTH },
        { "2024-03", "2024-03-01T00:00:00.000Z", JUTU_SPAN_MONTH },
        { "2024/3", "2024-03-01T00:00:00.000Z", JUTU_SPAN_MONTH },
        { "2024.03", "2024-03-01T00:00:00.000Z", JUTU_SPAN_MONTH },
        { "202403", "2024-03-01T00:00:00.000Z", JUTU_SPAN_MONTH },
        { "2024年3月5日", "2024-03-05T00:00:00.000Z", JUTU_SPAN_DAY },
        { "2024年03月05号", "2024-03-05T00:00:00.000Z", JUTU_SPAN_DAY },
        { "2024/3/5", "2024-03-05T00:00:00.000Z", JUTU_SPAN_DAY },
        { "2024-03-05", "2024-03-05T00:00:00.000Z", JUTU_SPAN_DAY },
        { "2024.3.5", "2024-03-05T00:00:00.000Z", JUTU_SPAN_DAY },
        { " 2024-03-05 ", "2024-03-05T00:00:00.000Z", JUTU_SPAN_DAY },
        { "20240305", "2024-03-05T00:00:00.000Z", JUTU_SPAN_DAY },
        { "20240229", "2024-02-29T00:00:00.000Z", JUTU_SPAN_DAY },
        { "2024Q1", "2024-01-01T00:00:00.000Z", JUTU_SPAN_QUARTER },
        { "2024q3", "2024-07-01T00:00:00.000Z", JUTU_SPAN_QUARTER },
        { "2024 Q4", "2024-10-01T00:00:00.000Z", JUTU_SPAN_QUARTER },
        { "2024-Q2", "2024-04-01T00:00:00.000Z", JUTU_SPAN_QUARTER },
        { "2024年第1季度", "2024-01-01T00:00:00.000Z", JUTU_SPAN_QUARTER },
        { "2024年二季度", "2024-04-01T00:00:00.000Z", JUTU_SPAN_QUARTER },
        { "2024年第四季度", "2024-10-01T00:00:00.000Z", JUTU_SPAN_QUARTER },
        { "2024年下半年", "2024-07-01T00:00:00.000Z", JUTU_SPAN_QUARTER },
        { "2024-03-05T08:05:09Z", "2024-03-05T08:05:09.000Z", JUTU_SPAN_TIME },
        { "2024-03-05T08:05:09.250+08:00", "2024-03-05T00:05:09.250Z", JUTU_SPAN_TIME },
        { "2024-03-05 08:05-0330", "2024-03-05T11:35:00.000Z", JUTU_SPAN_TIME },
        { "2024/3/5 8:05", "2024-03-05T08:05:00.000Z", JUTU_SPAN_TIME },
        { "2024年3月5日 14时", "2024-03-05T14:00:00.000Z", JUTU_SPAN_TIME },
        { "2024年3月5日14:30", "2024-03-05T14:30:00.000Z", JUTU_SPAN_TIME },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuTypedDate got;
        bool read = jutu_typed_date(table[i].text, strlen(table[i].text), &got);
        CHECK_TRUE(table[i].text, read);
        CHECK_STR(table[i].text, jutu_date_iso(jutu_typed_date_ms(&got, NULL), arena),
                  table[i].iso);
        CHECK_SIZE(table[i].text, got.span, table[i].span);
    }
    jutu_arena_free(arena);
}

static void test_refuse(void)
{
    static const char *const table[] = {
        "",
        "年",
        "24年",
        "2024年13月",
        "2024年0月",
        "2024年2月30日",
        "2023-02-29",
        "20240230",
        "20241301",
        "18991231",
        "45292",
        "123456",
        "5/3/2024",
        "05.03.2024",
        "2024Q5",
        "2024年第5季度",
        "2024-3-5-1",
        "2024-3/5",
        "3月5日",
        "03:30",
        "2024-03-05T25:00",
        "2024-03-0508:05",
        "2024-03-05 08:65",
        "2024-03-05T08:05+8:5",
        "约2024年",
        "2024年3",
        "2024-2025",
        "二〇二四年",
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuTypedDate got;
        CHECK_TRUE(table[i], !jutu_typed_date(table[i], strlen(table[i]), &got));
    }
}

/* What could be a number as well, days in a zone, and what only Date.parse() reads. */
static void test_parse(void)
{
    g_autoptr(JutuZone) shanghai = jutu_zone_new("Asia/Shanghai", NULL);
    static const struct {
        const char *text;
        double ms; /* in Shanghai; NaN: none */
    } table[] = {
        { "2024-03-05", 1709568000000 },
        { "2024年3月5日", 1709568000000 },
        { "2024-03-05T00:00:00Z", 1709596800000 },
        { "Mar 5, 2024", 1709568000000 },
        { "45292", NAN },
        { "12.5", NAN },
        { "甲 1", NAN },
        { "2月30日", NAN },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        double ms = jutu_typed_date_parse(table[i].text, shanghai);
        CHECK_TRUE(table[i].text, ms == table[i].ms || (isnan(ms) && isnan(table[i].ms)));
    }
    JutuTypedDate date;
    static const char *const numbers[] = { "2024", "202403", "20240305", "2024.03" };
    for (size_t i = 0; i < ROWS(numbers); i++)
        CHECK_TRUE(numbers[i],
                   jutu_typed_date(numbers[i], strlen(numbers[i]), &date) && date.is_number);
    CHECK_TRUE("no number", jutu_typed_date("2024-03", 7, &date) && !date.is_number);
}

static void test_serial(void)
{
    CHECK_EXACT("2024-01-01", jutu_typed_date_serial(45292), 1704067200000);
    CHECK_EXACT("with a time of day", jutu_typed_date_serial(45292.5), 1704110400000);
    CHECK_TRUE("a year", isnan(jutu_typed_date_serial(2024)));
    CHECK_TRUE("too much", isnan(jutu_typed_date_serial(120000)));
}

SUITE(typed_date, { "read", test_read }, { "refuse", test_refuse }, { "parse", test_parse },
      { "serial", test_serial });
