#include "base/date.h"

#include "check.h"

static void test_calendar(void)
{
    static const struct {
        const char *row;
        double ms;
        double year;
        int month, day, hours, minutes, seconds, milliseconds, weekday;
    } table[] = {
        { "the epoch", 0, 1970, 0, 1, 0, 0, 0, 0, 4 },
        { "before it", -1, 1969, 11, 31, 23, 59, 59, 999, 3 },
        { "a leap day", 1709164800000, 2024, 1, 29, 0, 0, 0, 0, 4 },
        { "no leap day in 1900", -2203891200000, 1900, 2, 1, 0, 0, 0, 0, 4 },
        { "the first date", -8.64e15, -271821, 3, 20, 0, 0, 0, 0, 2 },
        { "the last date", 8.64e15, 275760, 8, 13, 0, 0, 0, 0, 6 },
        { "year 0", -62167219200000, 0, 0, 1, 0, 0, 0, 0, 6 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuCalendar got = jutu_calendar(table[i].ms, NULL);
        CHECK_EXACT(table[i].row, got.year, table[i].year);
        CHECK_EXACT(table[i].row, got.month, table[i].month);
        CHECK_EXACT(table[i].row, got.day, table[i].day);
        CHECK_EXACT(table[i].row, got.hours, table[i].hours);
        CHECK_EXACT(table[i].row, got.minutes, table[i].minutes);
        CHECK_EXACT(table[i].row, got.seconds, table[i].seconds);
        CHECK_EXACT(table[i].row, got.milliseconds, table[i].milliseconds);
        CHECK_EXACT(table[i].row, got.weekday, table[i].weekday);
    }
    CHECK_TRUE("beyond the last date", isnan(jutu_calendar(8.64e15 + 1, NULL).year));
    CHECK_TRUE("no date", isnan(jutu_calendar(NAN, NULL).year));
}

static void test_make(void)
{
    static const struct {
        const char *row;
        JutuDateParts parts;
        double want; /* NaN: invalid */
    } table[] = {
        { "plain",
          { .year = 2024,
            .month = 0,
            .day = 5,
            .hours = 6,
            .minutes = 7,
            .seconds = 8,
            .milliseconds = 9 },
          1704434828009 },
        { "months overflow", { .year = 2024, .month = 14, .day = 1 }, 1740787200000 },
        { "months run back", { .year = 2024, .month = -1, .day = 1 }, 1701388800000 },
        { "day 0 is the last of the month before",
          { .year = 2024, .month = 2, .day = 0 },
          1709164800000 },
        { "two digits", { .year = 99, .month = 0, .day = 1 }, 915148800000 },
        { "a year below 0", { .year = -1, .month = 0, .day = 1 }, -62198755200000 },
        { "fractions are cut",
          { .year = 2024.9, .month = 0.9, .day = 5.9, .hours = -0.9 },
          1704412800000 },
        { "beyond the last date",
          { .year = 275760,
            .month = 8,
            .day = 13,
            .hours = 0,
            .minutes = 0,
            .seconds = 0,
            .milliseconds = 1 },
          NAN },
        { "hours bring it back", { .year = 275760, .month = 8, .day = 14, .hours = -24 }, 8.64e15 },
        { "NaN", { .year = 2024, .month = NAN, .day = 1 }, NAN },
        { "infinite", { .year = INFINITY, .month = 0, .day = 1 }, NAN },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        double got = jutu_date_make(table[i].parts, NULL);
        CHECK_(got == table[i].want || (isnan(got) && isnan(table[i].want)),
               "%s: got %.17g, want %.17g", table[i].row, got, table[i].want);
    }
    JutuDateParts first_century = { .year = 99, .month = 0, .day = 1 };
    CHECK_EXACT("join takes years as they are", jutu_date_join(first_century, NULL),
                -59042995200000);
}

static void test_text(void)
{
    static const struct {
        double ms;
        const char *iso, *text;
    } table[] = {
        { 0, "1970-01-01T00:00:00.000Z",
          "Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)" },
        { 1704434828009, "2024-01-05T06:07:08.009Z",
          "Fri Jan 05 2024 06:07:08 GMT+0000 (Coordinated Universal Time)" },
        { -62198755200000, "-000001-01-01T00:00:00.000Z",
          "Fri Jan 01 -0001 00:00:00 GMT+0000 (Coordinated Universal Time)" },
        { 327403382400000, "+012345-01-01T00:00:00.000Z",
          "Mon Jan 01 12345 00:00:00 GMT+0000 (Coordinated Universal Time)" },
        { NAN, "Invalid Date", "Invalid Date" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        CHECK_STR("toISOString", jutu_date_iso(table[i].ms, arena), table[i].iso);
        CHECK_STR("toString", jutu_date_text(table[i].ms, NULL, arena), table[i].text);
    }
    jutu_arena_free(arena);
}

static void test_clip(void)
{
    CHECK_EXACT("whole milliseconds, towards 0", jutu_date_clip(-1.5), -1.0);
    CHECK_TRUE("no negative zero", !signbit(jutu_date_clip(-0.5)));
    CHECK_TRUE("too late", isnan(jutu_date_clip(8.64e15 + 1)));
}

static void test_months(void)
{
    double end_of_january = jutu_date_join(
        (JutuDateParts){ .year = 2023, .month = 0, .day = 31, .hours = 12 }, NULL);
    CHECK_EXACT(
        "31 February is in March", jutu_date_add_months(end_of_january, 1, NULL),
        jutu_date_join((JutuDateParts){ .year = 2023, .month = 2, .day = 3, .hours = 12 }, NULL));
    CHECK_EXACT(
        "back over the new year", jutu_date_add_months(end_of_january, -1, NULL),
        jutu_date_join((JutuDateParts){ .year = 2022, .month = 11, .day = 31, .hours = 12 }, NULL));
}

SUITE(date, { "calendar", test_calendar }, { "make", test_make }, { "text", test_text },
      { "clip", test_clip }, { "months", test_months });
