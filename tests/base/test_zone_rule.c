#include "base/zone_rule.h"

#include "base/date.h"
#include "check.h"

static void test_starts(void)
{
    static const struct {
        const char *rule;
        int64_t year;
        const char *standard, *daylight; /* starts, in UTC */
    } table[] = {
        { "EST5EDT,M3.2.0,M11.1.0", 2024, "2024-11-03T06:00Z", "2024-03-10T07:00Z" },
        { "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2024, "2024-04-06T15:00Z", "2024-10-05T15:30Z" },
        { "IST-1GMT0,M10.5.0,M3.5.0/1", 2024, "2024-03-31T01:00Z", "2024-10-27T01:00Z" },
        { "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2024, "2024-10-27T01:00Z", "2024-03-31T01:00Z" },
        { "EET-2EEST,M4.5.5/0,M10.5.4/24", 2024, "2024-10-31T21:00Z", "2024-04-25T22:00Z" },
        { "AAA0BBB,J60/0,J365/23:30:15", 2024, "2024-12-31T22:30:15Z", "2024-03-01T00:00Z" },
        { "AAA0BBB,59/0,365/0", 2024, "2024-12-30T23:00Z", "2024-02-29T00:00Z" },
        { "AAA0BBB,59/0,364/0", 2023, "2023-12-30T23:00Z", "2023-03-01T00:00Z" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuZoneRule rule;
        CHECK_TRUE(table[i].rule, jutu_zone_rule_parse(table[i].rule, &rule) && rule.has_dst);
        CHECK_EXACT(table[i].rule, 1e3 * (double)jutu_zone_rule_start(&rule, 0, table[i].year),
                    jutu_date_parse(table[i].standard, NULL));
        CHECK_EXACT(table[i].rule, 1e3 * (double)jutu_zone_rule_start(&rule, 1, table[i].year),
                    jutu_date_parse(table[i].daylight, NULL));
    }
}

static void test_fixed(void)
{
    JutuZoneRule rule;
    CHECK_TRUE("without summer time", jutu_zone_rule_parse("<+0545>-5:45", &rule));
    CHECK_EXACT("east is ahead", rule.offsets[0], 5 * 3600 + 45 * 60);
    CHECK_TRUE("no dst", !rule.has_dst);
}

static void test_refused(void)
{
    static const char *const rules[] = {
        "",
        "X5",
        "EST",
        "EST5EDT",
        "EST5EDT,M3.2.0",
        "EST5EDT,,",
        "EST5EDT4",
        "<+03-3",
        "EST5x",
        "EST5EDT,M13.1.0,M1.1.0",
        "EST999",
        "EST5:60",
        ":path/name",
        "EST5EDT,M3.2.7,M11.1.0",
        "EST5EDT,M3.2.0,M11.1.0/x",
    };
    for (size_t i = 0; i < ROWS(rules); i++) {
        JutuZoneRule rule;
        CHECK_TRUE(rules[i], !jutu_zone_rule_parse(rules[i], &rule));
    }
}

SUITE(zone_rule, { "starts", test_starts }, { "fixed", test_fixed }, { "refused", test_refused });
