#include "expr/expressions.h"

static void test_making(void)
{
    static const Expression rows[] = {
        { "datetime(2024, 1, 29)", "Date 2024-02-28T18:30:00.000Z" },
        { "datetime(2024, 12)", "Date 2024-12-31T18:30:00.000Z" },
        { "datetime(99, 0)", "Date 1998-12-31T18:30:00.000Z" },
        { "datetime(2024, 0, 1, 12, 30, 45, 678)", "Date 2024-01-01T07:00:45.678Z" },
        { "datetime('2024-02-29')", "Date 2024-02-29T00:00:00.000Z" },
        { "datetime('2024-02-29T12:00')", "Date 2024-02-29T06:30:00.000Z" },
        { "datetime('x')", "Date Invalid Date" },
        { "datetime(null)", "Date 1970-01-01T00:00:00.000Z" },
        { "datetime(true)", "Date 1970-01-01T00:00:00.001Z" },
        { "datetime(0)", "Date 1970-01-01T00:00:00.000Z" },
        { "datetime(2024, 'x')", "Date Invalid Date" },
        { "datetime(8.64e15 + 1)", "Date Invalid Date" },
        { "datetime(datetime(5))", "Date 1970-01-01T00:00:00.005Z" },
        { "utc(2024, 1, 30)", "1709251200000" },
        { "utc(2024)", "1704067200000" },
        { "utc()", "NaN" },
        { "utc(99, 0, 1)", "915148800000" },
        { "time(datetime(2024, 0, 1))", "1704047400000" },
        { "time('2024-01-01')", "1704067200000" },
        { "time(null)", "0" },
    };
    check_expressions(rows, ROWS(rows), NULL, "Asia/Kolkata");
}

static void test_fields(void)
{
    static const Expression rows[] = {
        { "[year(0), quarter(0), month(0), date(0), day(0), hours(0), minutes(0), seconds(0), "
          "milliseconds(7)]",
          "[1970,1,0,1,4,5,30,0,7]" },
        { "[utcyear(0), utcquarter(0), utcmonth(0), utcdate(0), utcday(0), utchours(0), "
          "utcminutes(0)]",
          "[1970,1,0,1,4,0,0]" },
        { "[year('x'), quarter('x'), week('x'), dayofyear('x'), isoweek('x'), hours(NaN)]",
          "[NaN,1,NaN,NaN,NaN,NaN]" },
        { "[week(utc(2024, 0, 7)), utcweek(utc(2024, 0, 6)), isoweek(utc(2021, 0, 3)), "
          "utcisoweek(utc(2021, 0, 4))]",
          "[1,0,53,1]" },
        { "[dayofyear(utc(2024, 11, 31)), utcdayofyear(utc(2024, 11, 31))]", "[366,366]" },
        { "timezoneoffset(0)", "-330" },
        { "timezoneoffset('x')", "NaN" },
        { "year()", "error: " },
        { "quarter()", "1" },
    };
    check_expressions(rows, ROWS(rows), NULL, "Asia/Kolkata");
}

static void test_steps(void)
{
    static const Expression rows[] = {
        { "timeOffset('day', datetime(2024, 1, 28), 2)", "Date 2024-02-29T18:30:00.000Z" },
        { "timeOffset('month', datetime(2024, 0, 31), 1)", "Date 2024-03-01T18:30:00.000Z" },
        { "timeOffset('quarter', datetime(2024, 1, 15), 1)", "Date 2024-04-14T18:30:00.000Z" },
        { "timeOffset('quarter', datetime(2024, 1, 15), -1)", "Date 2024-01-14T18:30:00.000Z" },
        { "timeOffset('hours', datetime(2024, 0, 1), 3)", "Date 2023-12-31T21:30:00.000Z" },
        { "timeOffset('week', 0)", "Date 1970-01-08T00:00:00.000Z" },
        { "timeOffset('x', 0)", "undefined" },
        { "timeOffset('day', 'x', 1)", "Date Invalid Date" },
        { "utcOffset('year', utc(2024, 1, 29), 1)", "Date 2025-03-01T00:00:00.000Z" },
        { "timeSequence('month', datetime(2024, 0, 15), datetime(2024, 3, 15))",
          "[Date 2024-01-31T18:30:00.000Z,Date 2024-02-29T18:30:00.000Z,Date "
          "2024-03-31T18:30:00.000Z]" },
        { "timeSequence('quarter', datetime(2024, 0, 15), datetime(2025, 0, 15))",
          "[Date 2024-03-31T18:30:00.000Z,Date 2024-06-30T18:30:00.000Z,Date "
          "2024-09-30T18:30:00.000Z,Date 2024-12-31T18:30:00.000Z]" },
        { "timeSequence('day', datetime(2024, 0, 1), datetime(2024, 0, 6), 2)",
          "[Date 2023-12-31T18:30:00.000Z,Date 2024-01-02T18:30:00.000Z,Date "
          "2024-01-04T18:30:00.000Z]" },
        { "timeSequence('day', 5, 1)", "[]" },
        { "utcSequence('year', utc(2020, 5, 1), utc(2023, 0, 1))",
          "[Date 2021-01-01T00:00:00.000Z,Date 2022-01-01T00:00:00.000Z]" },
        { "utcSequence('x', 0, 1)", "undefined" },
    };
    check_expressions(rows, ROWS(rows), NULL, "Asia/Kolkata");
}

SUITE(expr_fn_date, { "making", test_making }, { "fields", test_fields }, { "steps", test_steps });
