#include "base/interval.h"

#include "base/date.h"
#include "check.h"

typedef struct {
    const char *interval;
    double step;
    const char *from, *floor, *ceil, *next;
} Row;

static JutuInterval find(const char *name, double step)
{
    JutuInterval interval = jutu_interval_find(name);
    return step > 1 ? jutu_interval_every(interval, step) : interval;
}

static void check_rows(const Row *rows, size_t n, const JutuZone *zone)
{
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < n; i++) {
        JutuInterval interval = find(rows[i].interval, rows[i].step);
        double from = jutu_date_parse(rows[i].from, zone);
        const char *row = jutu_arena_printf(arena, "%s of %s", rows[i].interval, rows[i].from);
        CHECK_STR(row, jutu_date_iso(jutu_interval_floor(interval, from, zone), arena),
                  rows[i].floor);
        CHECK_STR(row, jutu_date_iso(jutu_interval_ceil(interval, from, zone), arena),
                  rows[i].ceil);
        CHECK_STR(row, jutu_date_iso(jutu_interval_offset(interval, from, 1, zone), arena),
                  rows[i].next);
    }
    jutu_arena_free(arena);
}

static void test_utc(void)
{
    static const Row rows[] = {
        { "millisecond", 1, "2024-01-05T06:07:08.009Z", "2024-01-05T06:07:08.009Z",
          "2024-01-05T06:07:08.009Z", "2024-01-05T06:07:08.010Z" },
        { "millisecond", 25, "2024-01-05T06:07:08.009Z", "2024-01-05T06:07:08.000Z",
          "2024-01-05T06:07:08.025Z", "2024-01-05T06:07:08.034Z" },
        { "second", 1, "2024-01-05T06:07:08.509Z", "2024-01-05T06:07:08.000Z",
          "2024-01-05T06:07:09.000Z", "2024-01-05T06:07:09.509Z" },
        { "minute", 15, "2024-01-05T06:07:30.000Z", "2024-01-05T06:00:00.000Z",
          "2024-01-05T06:15:00.000Z", "2024-01-05T06:15:30.000Z" },
        { "hour", 1, "2024-01-05T06:30:00.000Z", "2024-01-05T06:00:00.000Z",
          "2024-01-05T07:00:00.000Z", "2024-01-05T07:30:00.000Z" },
        { "hour", 6, "1969-12-31T23:00:00.000Z", "1969-12-31T18:00:00.000Z",
          "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z" },
        { "day", 1, "2024-02-28T12:00:00.000Z", "2024-02-28T00:00:00.000Z",
          "2024-02-29T00:00:00.000Z", "2024-02-29T12:00:00.000Z" },
        { "day", 2, "2024-01-31T06:00:00.000Z", "2024-01-31T00:00:00.000Z",
          "2024-02-01T00:00:00.000Z", "2024-02-01T06:00:00.000Z" },
        { "unixday", 2, "2024-01-31T06:00:00.000Z", "2024-01-30T00:00:00.000Z",
          "2024-02-01T00:00:00.000Z", "2024-02-01T06:00:00.000Z" },
        { "week", 1, "2024-01-05T06:07:08.009Z", "2023-12-31T00:00:00.000Z",
          "2024-01-07T00:00:00.000Z", "2024-01-12T06:07:08.009Z" },
        { "monday", 1, "2024-01-01T00:00:00.000Z", "2024-01-01T00:00:00.000Z",
          "2024-01-01T00:00:00.000Z", "2024-01-08T00:00:00.000Z" },
        { "friday", 2, "2024-01-04T00:00:00.000Z", "2023-12-29T00:00:00.000Z",
          "2024-01-12T00:00:00.000Z", "2024-01-18T00:00:00.000Z" },
        { "month", 1, "2024-01-31T06:00:00.000Z", "2024-01-01T00:00:00.000Z",
          "2024-02-01T00:00:00.000Z", "2024-03-02T06:00:00.000Z" },
        { "quarter", 1, "2024-05-31T06:00:00.000Z", "2024-04-01T00:00:00.000Z",
          "2024-07-01T00:00:00.000Z", "2024-07-01T06:00:00.000Z" },
        { "month", 5, "2024-08-15T00:00:00.000Z", "2024-06-01T00:00:00.000Z",
          "2024-11-01T00:00:00.000Z", "2024-11-15T00:00:00.000Z" },
        { "year", 1, "2024-02-29T06:00:00.000Z", "2024-01-01T00:00:00.000Z",
          "2025-01-01T00:00:00.000Z", "2025-03-01T06:00:00.000Z" },
        { "year", 10, "2024-02-29T06:00:00.000Z", "2020-01-01T00:00:00.000Z",
          "2030-01-01T00:00:00.000Z", "2034-03-01T06:00:00.000Z" },
        { "year", 1, "0050-06-01T00:00:00.000Z", "0050-01-01T00:00:00.000Z",
          "0051-01-01T00:00:00.000Z", "0051-06-01T00:00:00.000Z" },
        { "year", 7, "-000050-06-01T00:00:00.000Z", "-000056-01-01T00:00:00.000Z",
          "-000049-01-01T00:00:00.000Z", "-000043-06-01T00:00:00.000Z" },
    };
    check_rows(rows, ROWS(rows), NULL);
}

/* Where clocks are turned: New York in March and November 2024. */
static void test_new_york(void)
{
    static const Row rows[] = {
        { "hour", 1, "2024-03-10T01:30:00", "2024-03-10T06:00:00.000Z", "2024-03-10T07:00:00.000Z",
          "2024-03-10T07:30:00.000Z" },
        { "hour", 3, "2024-03-10T03:30:00", "2024-03-10T07:00:00.000Z", "2024-03-10T10:00:00.000Z",
          "2024-03-10T10:30:00.000Z" },
        { "hour", 1, "2024-11-03T01:30:00", "2024-11-03T05:00:00.000Z", "2024-11-03T06:00:00.000Z",
          "2024-11-03T06:30:00.000Z" },
        { "day", 1, "2024-03-10T12:00:00", "2024-03-10T05:00:00.000Z", "2024-03-11T04:00:00.000Z",
          "2024-03-11T16:00:00.000Z" },
        { "day", 1, "2024-03-09T02:30:00", "2024-03-09T05:00:00.000Z", "2024-03-10T05:00:00.000Z",
          "2024-03-10T07:30:00.000Z" },
        { "day", 2, "2024-10-31T12:00:00", "2024-10-31T04:00:00.000Z", "2024-11-01T04:00:00.000Z",
          "2024-11-01T16:00:00.000Z" },
        { "week", 1, "2024-03-12T00:00:00", "2024-03-10T05:00:00.000Z", "2024-03-17T04:00:00.000Z",
          "2024-03-19T04:00:00.000Z" },
        { "sunday", 1, "2024-11-03T12:00:00", "2024-11-03T04:00:00.000Z",
          "2024-11-10T05:00:00.000Z", "2024-11-10T17:00:00.000Z" },
        { "month", 1, "2024-02-10T02:30:00", "2024-02-01T05:00:00.000Z", "2024-03-01T05:00:00.000Z",
          "2024-03-10T07:30:00.000Z" },
        { "year", 1, "2023-03-10T02:30:00", "2023-01-01T05:00:00.000Z", "2024-01-01T05:00:00.000Z",
          "2024-03-10T07:30:00.000Z" },
        { "minute", 30, "2024-11-03T01:45:00", "2024-11-03T05:30:00.000Z",
          "2024-11-03T06:00:00.000Z", "2024-11-03T06:00:00.000Z" },
    };
    g_autoptr(JutuZone) zone = jutu_zone_new("America/New_York", NULL);
    check_rows(rows, ROWS(rows), zone);
}

static void test_count(void)
{
    static const struct {
        const char *interval, *start, *end;
        double want;
    } table[] = {
        { "day", "2024-03-09T12:00", "2024-03-11T00:00", 2 }, /* one of 23 hours */
        { "hour", "2024-03-10T00:00", "2024-03-11T00:00", 23 },
        { "week", "2024-03-01T00:00", "2024-04-01T00:00", 5 },
        { "monday", "2024-01-01T00:00", "2024-01-07T23:00", 0 },
        { "month", "2023-11-30T00:00", "2024-02-01T00:00", 3 },
        { "year", "1999-12-31T00:00", "2024-01-01T00:00", 25 },
        { "year", "2024-01-01T00:00", "1999-12-31T00:00", -25 },
    };
    g_autoptr(JutuZone) zone = jutu_zone_new("America/New_York", NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        double start = jutu_date_parse(table[i].start, zone);
        double end = jutu_date_parse(table[i].end, zone);
        CHECK_EXACT(table[i].interval,
                    jutu_interval_count(jutu_interval_find(table[i].interval), start, end, zone),
                    table[i].want);
    }
}

static void test_range(void)
{
    static const struct {
        const char *row, *interval;
        double every, step;
        const char *start, *stop, *first, *last;
        size_t n;
    } table[] = {
        { "months", "month", 1, 1, "2024-01-15", "2025-01-01", "2024-02-01T00:00:00.000Z",
          "2024-12-01T00:00:00.000Z", 11 },
        { "the stop is left out", "day", 1, 1, "2024-01-01", "2024-01-03",
          "2024-01-01T00:00:00.000Z", "2024-01-02T00:00:00.000Z", 2 },
        { "each second day of a month", "day", 2, 1, "2024-01-30", "2024-02-04",
          "2024-01-31T00:00:00.000Z", "2024-02-03T00:00:00.000Z", 3 },
        { "each second day", "unixday", 2, 1, "2024-01-30", "2024-02-04",
          "2024-01-30T00:00:00.000Z", "2024-02-03T00:00:00.000Z", 3 },
        { "a step of the range", "month", 1, 4, "2024-01-15", "2025-01-01",
          "2024-02-01T00:00:00.000Z", "2024-10-01T00:00:00.000Z", 3 },
        { "quarters", "quarter", 1, 1, "2023-12-31", "2024-12-31", "2024-01-01T00:00:00.000Z",
          "2024-10-01T00:00:00.000Z", 4 },
        { "fifty years", "year", 50, 1, "1890-01-01", "2024-01-01", "1900-01-01T00:00:00.000Z",
          "2000-01-01T00:00:00.000Z", 3 },
        { "no steps", "day", 1, 0, "2024-01-01", "2024-01-03", NULL, NULL, 0 },
        { "backwards", "day", 1, 1, "2024-01-03", "2024-01-01", NULL, NULL, 0 },
        { "too many", "millisecond", 1, 1, "1924-01-01", "2024-01-01", "1924-01-01T00:00:00.000Z",
          "1924-01-01T00:16:39.999Z", JUTU_RANGE_MAX },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        size_t n;
        const double *got = jutu_interval_range(
            find(table[i].interval, table[i].every), jutu_date_parse(table[i].start, NULL),
            jutu_date_parse(table[i].stop, NULL), table[i].step, NULL, arena, &n);
        CHECK_SIZE(table[i].row, n, table[i].n);
        if (n > 0 && n == table[i].n) {
            CHECK_STR(table[i].row, jutu_date_iso(got[0], arena), table[i].first);
            CHECK_STR(table[i].row, jutu_date_iso(got[n - 1], arena), table[i].last);
        }
    }
    jutu_arena_free(arena);
}

static void test_edges(void)
{
    JutuInterval day = jutu_interval(JUTU_INTERVAL_DAY);
    CHECK_TRUE("no such interval", !jutu_interval_find("fortnight").type);
    CHECK_TRUE("every 0", !jutu_interval_every(day, 0.5).type);
    CHECK_TRUE("every infinity", !jutu_interval_every(day, INFINITY).type);
    CHECK_EXACT("steps are whole", jutu_interval_every(day, 2.9).step, 2.0);
    CHECK_TRUE("NaN", isnan(jutu_interval_floor(day, NAN, NULL)));
    CHECK_TRUE("before the first date", isnan(jutu_interval_offset(day, -8.64e15, -1, NULL)));
    CHECK_EXACT("fractions of steps are dropped", jutu_interval_offset(day, 0, -0.5, NULL),
                -JUTU_MS_PER_DAY);
    JutuInterval rare = jutu_interval_every(jutu_interval_find("week"), 1e9);
    CHECK_EXACT("a step far beyond all dates", jutu_interval_floor(rare, 0, NULL),
                -4 * JUTU_MS_PER_DAY);
    CHECK_TRUE("and the one after it", isnan(jutu_interval_offset(rare, 0, 1, NULL)));
}

SUITE(interval, { "UTC", test_utc }, { "New York", test_new_york }, { "count", test_count },
      { "range", test_range }, { "edges", test_edges });
