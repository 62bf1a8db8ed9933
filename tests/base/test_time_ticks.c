#include "base/date.h"
#include "base/interval.h"
#include "check.h"

static void test_utc(void)
{
    static const struct {
        const char *start, *stop;
        double count;
        size_t n;
        const char *first, *last, *nice_start, *nice_stop;
    } table[] = {
        { "2024-01-01T00:00:00Z", "2024-01-01T00:00:00.1Z", 5, 6, "2024-01-01T00:00:00.000Z",
          "2024-01-01T00:00:00.100Z", "2024-01-01T00:00:00.000Z", "2024-01-01T00:00:00.100Z" },
        { "2024-01-01T00:00:00Z", "2024-01-01T00:00:04Z", 4, 5, "2024-01-01T00:00:00.000Z",
          "2024-01-01T00:00:04.000Z", "2024-01-01T00:00:00.000Z", "2024-01-01T00:00:04.000Z" },
        { "2024-01-01T00:00:00Z", "2024-01-01T01:00:00Z", 5, 5, "2024-01-01T00:00:00.000Z",
          "2024-01-01T01:00:00.000Z", "2024-01-01T00:00:00.000Z", "2024-01-01T01:00:00.000Z" },
        { "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", 5, 5, "2024-01-01T00:00:00.000Z",
          "2024-01-02T00:00:00.000Z", "2024-01-01T00:00:00.000Z", "2024-01-02T00:00:00.000Z" },
        { "2024-01-28", "2024-02-10", 10, 14, "2024-01-28T00:00:00.000Z",
          "2024-02-10T00:00:00.000Z", "2024-01-28T00:00:00.000Z", "2024-02-10T00:00:00.000Z" },
        { "2024-01-28", "2024-02-10", 5, 7, "2024-01-28T00:00:00.000Z", "2024-02-09T00:00:00.000Z",
          "2024-01-28T00:00:00.000Z", "2024-02-11T00:00:00.000Z" },
        { "2024-01-01", "2024-12-31", 10, 12, "2024-01-01T00:00:00.000Z",
          "2024-12-01T00:00:00.000Z", "2024-01-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z" },
        { "2024-01-01", "2024-12-31", 5, 4, "2024-01-01T00:00:00.000Z", "2024-10-01T00:00:00.000Z",
          "2024-01-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z" },
        { "2015-01-01", "2024-12-31", 10, 10, "2015-01-01T00:00:00.000Z",
          "2024-01-01T00:00:00.000Z", "2015-01-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z" },
        { "1890-01-01", "2024-12-31", 5, 7, "1900-01-01T00:00:00.000Z", "2020-01-01T00:00:00.000Z",
          "1880-01-01T00:00:00.000Z", "2040-01-01T00:00:00.000Z" },
        { "2024-02-10", "2024-01-28", 10, 14, "2024-02-10T00:00:00.000Z",
          "2024-01-28T00:00:00.000Z", "2024-02-10T00:00:00.000Z", "2024-01-28T00:00:00.000Z" },
        { "2024-01-01", "2024-01-01", 10, 1, "2024-01-01T00:00:00.000Z", "2024-01-01T00:00:00.000Z",
          "2024-01-01T00:00:00.000Z", "2024-01-01T00:00:00.000Z" },
        { "2024-01-01", "2024-12-31", 0, 0, NULL, NULL, "2024-01-01T00:00:00.000Z",
          "2024-12-31T00:00:00.000Z" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        double start = jutu_date_parse(table[i].start, NULL);
        double stop = jutu_date_parse(table[i].stop, NULL);
        const char *row = jutu_arena_printf(arena, "%s to %s", table[i].start, table[i].stop);
        size_t n;
        const double *ticks = jutu_time_ticks(start, stop, table[i].count, NULL, arena, &n);
        CHECK_SIZE(row, n, table[i].n);
        if (n > 0 && n == table[i].n) {
            CHECK_STR(row, jutu_date_iso(ticks[0], arena), table[i].first);
            CHECK_STR(row, jutu_date_iso(ticks[n - 1], arena), table[i].last);
        }
        jutu_time_nice(&start, &stop, table[i].count, NULL);
        CHECK_STR(row, jutu_date_iso(start, arena), table[i].nice_start);
        CHECK_STR(row, jutu_date_iso(stop, arena), table[i].nice_stop);
    }
    jutu_arena_free(arena);
}

/* Every second day: in UTC across months, in local time from the first of each. */
static void test_days(void)
{
    JutuArena *arena = jutu_arena_new();
    double start = jutu_date_parse("2024-01-28", NULL), stop = jutu_date_parse("2024-02-10", NULL);
    size_t n;
    const double *utc = jutu_time_ticks(start, stop, 5, NULL, arena, &n);
    CHECK_STR("UTC", jutu_date_iso(utc[2], arena), "2024-02-01T00:00:00.000Z");
    CHECK_STR("UTC", jutu_date_iso(utc[0], arena), "2024-01-28T00:00:00.000Z");
    const double *local = jutu_time_ticks(start, stop, 5, jutu_zone_utc(), arena, &n);
    CHECK_STR("local", jutu_date_iso(local[0], arena), "2024-01-29T00:00:00.000Z");
    CHECK_STR("local", jutu_date_iso(local[2], arena), "2024-02-01T00:00:00.000Z");
    jutu_arena_free(arena);
}

static void test_every(void)
{
    JutuArena *arena = jutu_arena_new();
    JutuInterval quarter = jutu_interval(JUTU_INTERVAL_QUARTER), none = { 0 };
    double start = jutu_date_parse("2024-12-31", NULL), stop = jutu_date_parse("2024-02-01", NULL);
    size_t n;
    const double *ticks = jutu_time_ticks_every(quarter, start, stop, NULL, arena, &n);
    CHECK_SIZE("quarters", n, 3);
    CHECK_STR("turned", jutu_date_iso(ticks[0], arena), "2024-10-01T00:00:00.000Z");
    jutu_time_nice_every(quarter, &start, &stop, NULL);
    CHECK_STR("nice", jutu_date_iso(start, arena), "2025-01-01T00:00:00.000Z");
    CHECK_STR("nice", jutu_date_iso(stop, arena), "2024-01-01T00:00:00.000Z");
    jutu_time_ticks_every(none, start, stop, NULL, arena, &n);
    CHECK_SIZE("no interval", n, 0);
    jutu_time_ticks(NAN, stop, 10, NULL, arena, &n);
    CHECK_SIZE("no date", n, 0);
    jutu_arena_free(arena);
}

SUITE(time_ticks, { "UTC", test_utc }, { "days", test_days }, { "every", test_every });
