#include "base/time_unit.h"

#include "base/date.h"
#include "check.h"

static void test_floor(void)
{
    static const struct {
        const char *units;
        double step;
        const char *date, *floor, *next, *format, *vega_lite_format;
    } table[] = {
        { "year", 1, "2024-05-06T07:08:09.010Z", "2024-01-01T00:00:00.000Z",
          "2025-01-01T00:00:00.000Z", "%Y", "%Y" },
        { "year", 10, "2024-05-06T07:08:09.010Z", "2020-01-01T00:00:00.000Z",
          "2030-01-01T00:00:00.000Z", "%Y", "%Y" },
        { "quarter", 1, "2024-05-06T07:08:09.010Z", "2012-04-01T00:00:00.000Z",
          "2012-07-01T00:00:00.000Z", "Q%q", "Q%q" },
        { "yearquarter", 2, "2024-11-06T07:08:09.010Z", "2024-07-01T00:00:00.000Z",
          "2025-01-01T00:00:00.000Z", "%Y Q%q", "%Y Q%q" },
        { "month", 1, "2024-05-06T07:08:09.010Z", "2012-05-01T00:00:00.000Z",
          "2012-06-01T00:00:00.000Z", "%b", "%b" },
        { "yearmonth", 1, "2024-05-06T07:08:09.010Z", "2024-05-01T00:00:00.000Z",
          "2024-06-01T00:00:00.000Z", "%Y-%m", "%b %Y" },
        { "yearmonth", 3, "2024-05-06T07:08:09.010Z", "2024-04-01T00:00:00.000Z",
          "2024-07-01T00:00:00.000Z", "%Y-%m", "%b %Y" },
        { "yearmonthdate", 7, "2024-05-06T07:08:09.010Z", "2024-05-01T00:00:00.000Z",
          "2024-05-08T00:00:00.000Z", "%Y-%m-%d", "%b %d, %Y" },
        { "date", 1, "2024-05-06T07:08:09.010Z", "2012-01-06T00:00:00.000Z",
          "2012-01-07T00:00:00.000Z", "%d", "%d" },
        { "monthdate", 1, "2024-02-29T07:08:09.010Z", "2012-02-29T00:00:00.000Z",
          "2012-03-01T00:00:00.000Z", "%b %d", "%b %d" },
        { "day", 1, "2024-05-06T07:08:09.010Z", "2012-01-02T00:00:00.000Z",
          "2012-01-03T00:00:00.000Z", "%a", "%a" },
        { "dayhours", 1, "2024-05-05T07:08:09.010Z", "2012-01-01T07:00:00.000Z",
          "2012-01-01T08:00:00.000Z", "%a %H:00", "%a %H:00" },
        { "week", 1, "2024-05-06T07:08:09.010Z", "2012-04-29T00:00:00.000Z",
          "2012-05-06T00:00:00.000Z", "W%U", "W%U" },
        { "yearweek", 1, "2023-01-01T07:08:09.010Z", "2023-01-01T00:00:00.000Z",
          "2023-01-08T00:00:00.000Z", "%Y W%U", "%Y W%U" },
        { "yearweek", 2, "2024-05-06T07:08:09.010Z", "2024-04-28T00:00:00.000Z",
          "2024-05-12T00:00:00.000Z", "%Y W%U", "%Y W%U" },
        { "weekday", 1, "2024-05-06T07:08:09.010Z", "2012-04-30T00:00:00.000Z",
          "2012-05-01T00:00:00.000Z", "W%U %a", "W%U %a" },
        { "yearweekday", 1, "2024-05-06T07:08:09.010Z", "2024-05-06T00:00:00.000Z",
          "2024-05-07T00:00:00.000Z", "%Y W%U %a", "%Y W%U %a" },
        { "yearisoweek", 1, "2021-01-03T07:08:09.010Z", "2020-12-28T00:00:00.000Z",
          "2021-01-04T00:00:00.000Z", "%G W%V", "%G W%V" },
        { "isoweek", 1, "2021-01-03T07:08:09.010Z", "2015-12-28T00:00:00.000Z",
          "2016-01-04T00:00:00.000Z", "W%V", "W%V" },
        { "isoweekday", 1, "2024-05-06T07:08:09.010Z", "2015-05-04T00:00:00.000Z",
          "2015-05-05T00:00:00.000Z", "W%V %a", "W%V %a" },
        { "yeardayofyear", 1, "2024-05-06T07:08:09.010Z", "2024-05-06T00:00:00.000Z",
          "2024-05-07T00:00:00.000Z", "%Y %j", "%Y %j" },
        { "dayofyear", 100, "2024-12-31T07:08:09.010Z", "2012-10-27T00:00:00.000Z",
          "2013-02-04T00:00:00.000Z", "%j", "%j" },
        { "hours", 1, "2024-05-06T07:08:09.010Z", "2012-01-01T07:00:00.000Z",
          "2012-01-01T08:00:00.000Z", "%H:00", "%H:00" },
        { "hoursminutes", 15, "2024-05-06T07:38:09.010Z", "2012-01-01T07:30:00.000Z",
          "2012-01-01T07:45:00.000Z", "%H:%M", "%H:%M" },
        { "minutesseconds", 1, "2024-05-06T07:08:09.010Z", "2012-01-01T00:08:09.000Z",
          "2012-01-01T00:08:10.000Z", "00:%M:%S", "00:%M:%S" },
        { "secondsmilliseconds", 1, "2024-05-06T07:08:09.010Z", "2012-01-01T00:00:09.010Z",
          "2012-01-01T00:00:09.011Z", ":%S.%L", ":%S.%L" },
        { "yearmonthdatehoursminutesseconds", 30, "2024-05-06T07:08:49.010Z",
          "2024-05-06T07:08:30.000Z", "2024-05-06T07:09:00.000Z", "%Y-%m-%d %H:%M:%S",
          "%b %d, %Y %H:%M:%S" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        unsigned units = jutu_time_unit_parse(table[i].units, NULL, NULL);
        double date = jutu_date_parse(table[i].date, NULL);
        double start = jutu_time_unit_floor(units, table[i].step, date, NULL);
        double next = jutu_time_unit_offset(units, table[i].step, start, NULL);
        CHECK_STR(table[i].units, jutu_date_iso(start, arena), table[i].floor);
        CHECK_STR(table[i].units, jutu_date_iso(next, arena), table[i].next);
        CHECK_STR(table[i].units, jutu_time_unit_specifier(units, NULL, arena), table[i].format);
        CHECK_STR(table[i].units, jutu_time_unit_specifier(units, jutu_time_unit_formats, arena),
                  table[i].vega_lite_format);
    }
    CHECK_TRUE("no date", isnan(jutu_time_unit_floor(JUTU_YEAR, 1, NAN, NULL)));
    jutu_arena_free(arena);
}

static void test_local(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuZone) zone = jutu_zone_new("America/New_York", NULL);
    double date = jutu_date_parse("2024-03-10T12:00", zone);
    unsigned day = jutu_time_unit_parse("yearmonthdate", NULL, NULL);
    double start = jutu_time_unit_floor(day, 1, date, zone);
    CHECK_STR("midnight", jutu_date_iso(start, arena), "2024-03-10T05:00:00.000Z");
    CHECK_STR("a day of 23 hours", jutu_date_iso(jutu_time_unit_offset(day, 1, start, zone), arena),
              "2024-03-11T04:00:00.000Z");
    jutu_arena_free(arena);
}

static void test_parse(void)
{
    static const struct {
        const char *text;
        unsigned units;
        bool utc, binned;
        const char *name;
    } table[] = {
        { "year", JUTU_YEAR, false, false, "year" },
        { "utcyearmonth", JUTU_YEAR | JUTU_MONTH, true, false, "yearmonth" },
        { "binnedutcyearquarter", JUTU_YEAR | JUTU_QUARTER, true, true, "yearquarter" },
        { "binnedyeardayofyear", JUTU_YEAR | JUTU_DAY_OF_YEAR, false, true, "yeardayofyear" },
        { "monthyear", JUTU_YEAR | JUTU_MONTH, false, false, "yearmonth" },
        { "weekday", JUTU_WEEK | JUTU_DAY, false, false, "weekday" },
        { "secondsmilliseconds", JUTU_SECONDS | JUTU_MILLISECONDS, false, false,
          "secondsmilliseconds" },
        { "monthday", 0, false, false, "" },
        { "yearyear", 0, false, false, "" },
        { "yearmonths", 0, false, false, "" },
        { "utc", 0, true, false, "" },
        { "", 0, false, false, "" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        bool utc, binned;
        unsigned units = jutu_time_unit_parse(table[i].text, &utc, &binned);
        CHECK_SIZE(table[i].text, units, table[i].units);
        CHECK_TRUE(table[i].text, utc == table[i].utc && binned == table[i].binned);
        CHECK_STR(table[i].text, jutu_time_unit_name(units, arena), table[i].name);
    }
    CHECK_SIZE("finest", jutu_time_unit_finest(JUTU_YEAR | JUTU_HOURS), JUTU_HOURS);
    CHECK_TRUE("no unit, no interval", !jutu_time_unit_interval(0).type);
    jutu_arena_free(arena);
}

static void test_weeks(void)
{
    static const struct {
        const char *date;
        double day, week, iso_week;
    } table[] = {
        { "2024-01-01", 1, 0, 1 },    { "2023-01-01", 1, 1, 52 },    { "2021-01-03", 3, 1, 53 },
        { "2024-12-31", 366, 52, 1 }, { "2024-07-04", 186, 26, 27 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        double ms = jutu_date_parse(table[i].date, NULL);
        CHECK_EXACT(table[i].date, jutu_time_day_of_year(ms, NULL), table[i].day);
        CHECK_EXACT(table[i].date, jutu_time_week(ms, NULL), table[i].week);
        CHECK_EXACT(table[i].date, jutu_time_iso_week(ms, NULL), table[i].iso_week);
    }
}

static void test_bin(void)
{
    static const struct {
        const char *start, *stop;
        double maxbins;
        const char *units;
        double step;
    } table[] = {
        { "2024-01-01", "2024-01-01", 0, "yearmonthdatehoursminutessecondsmilliseconds", 1 },
        { "2024-01-01T00:00Z", "2024-01-01T00:00:10Z", 10, "yearmonthdatehoursminutesseconds", 1 },
        { "2024-01-01T00:00Z", "2024-01-01T00:10Z", 40, "yearmonthdatehoursminutesseconds", 15 },
        { "2024-01-01", "2024-01-02", 10, "yearmonthdatehours", 3 },
        { "2024-01-01", "2024-02-01", 0, "yearmonthdate", 1 },
        { "2024-01-01", "2024-12-31", 40, "yearweek", 1 },
        { "2020-01-01", "2024-12-31", 20, "yearmonth", 3 },
        { "1900-01-01", "2024-12-31", 10, "year", 10 },
        { "1900-01-01", "2024-12-31", 40, "year", 2 },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        double step, start = jutu_date_parse(table[i].start, NULL);
        double stop = jutu_date_parse(table[i].stop, NULL);
        unsigned units = jutu_time_bin(start, stop, table[i].maxbins, &step);
        const char *row = jutu_arena_printf(arena, "%s to %s", table[i].start, table[i].stop);
        CHECK_STR(row, jutu_time_unit_name(units, arena), table[i].units);
        CHECK_EXACT(row, step, table[i].step);
    }
    jutu_arena_free(arena);
}

SUITE(time_unit, { "floor", test_floor }, { "local", test_local }, { "parse", test_parse },
      { "weeks", test_weeks }, { "bin", test_bin });
