#include "base/zone.h"

#include "base/date.h"
#include "check.h"

#define H JUTU_MS_PER_HOUR

static void test_offset(void)
{
    static const struct {
        const char *zone, *utc;
        double hours;
    } table[] = {
        { "Asia/Shanghai", "2024-07-01T00:00Z", 8 },
        { "Asia/Shanghai", "1990-07-01T00:00Z", 9 },
        { "America/New_York", "2024-03-10T06:59:59Z", -5 },
        { "America/New_York", "2024-03-10T07:00Z", -4 },
        { "America/New_York", "2024-11-03T05:59:59Z", -4 },
        { "America/New_York", "2024-11-03T06:00Z", -5 },
        { "America/New_York", "2050-07-01T00:00Z", -4 }, /* by the rule */
        { "America/New_York", "2050-01-01T00:00Z", -5 },
        { "America/New_York", "+012345-07-01T00:00Z", -4 },
        { "Australia/Lord_Howe", "2024-01-01T00:00Z", 11 },
        { "Australia/Lord_Howe", "2024-07-01T00:00Z", 10.5 },
        { "Australia/Lord_Howe", "2468-01-01T00:00Z", 11 },
        { "Europe/Dublin", "2100-07-01T00:00Z", 1 },
        { "Europe/Dublin", "2100-01-01T00:00Z", 0 },
        { "Pacific/Apia", "2011-12-30T09:59Z", -10 },
        { "Pacific/Apia", "2011-12-30T10:00Z", 14 },
        { "Etc/GMT+5", "2024-01-01T00:00Z", -5 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuZone) zone = jutu_zone_new(table[i].zone, NULL);
        CHECK_EXACT(table[i].utc, jutu_zone_offset(zone, jutu_date_parse(table[i].utc, NULL)),
                    H * table[i].hours);
    }
}

/* Local times that don't exist, or exist twice: the offset before the change holds. */
static void test_to_utc(void)
{
    static const char *const table[][3] = {
        { "America/New_York", "2024-03-10T02:30Z", "2024-03-10T07:30:00.000Z" },
        { "America/New_York", "2024-03-10T03:00Z", "2024-03-10T07:00:00.000Z" },
        { "America/New_York", "2024-11-03T01:30Z", "2024-11-03T05:30:00.000Z" },
        { "America/New_York", "2024-11-03T02:00Z", "2024-11-03T07:00:00.000Z" },
        { "America/New_York", "2424-03-10T02:30Z", "2424-03-10T07:30:00.000Z" },
        { "Pacific/Apia", "2011-12-30T12:00Z", "2011-12-30T22:00:00.000Z" },
        { "Pacific/Apia", "2011-12-31T00:00Z", "2011-12-30T10:00:00.000Z" },
        { "Asia/Shanghai", "2024-01-01T00:00Z", "2023-12-31T16:00:00.000Z" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuZone) zone = jutu_zone_new(table[i][0], NULL);
        double utc = jutu_zone_to_utc(zone, jutu_date_parse(table[i][1], NULL));
        CHECK_STR(table[i][1], jutu_date_iso(utc, arena), table[i][2]);
    }
    jutu_arena_free(arena);
}

static void test_errors(void)
{
    static const char *const names[] = { "Asia/Beijing", "",     "../etc/passwd",
                                         "/etc/passwd",  "Asia", "zone.tab" };
    for (size_t i = 0; i < ROWS(names); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(JutuZone) zone = jutu_zone_new(names[i], &error);
        CHECK_TRUE(names[i], !zone);
        CHECK_TRUE(names[i], error && strstr(error->message, "unknown time zone"));
    }
}

static void test_damaged(void)
{
    /* version 2, no transitions, one type of +8 h, footer CST-8 */
    static const char header[] = "TZif2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                                 "\0\0\0\0\0\1\0\0\0\4";
    static const char type[] = "\0\0\x70\x80\0\0CST";
    GString *file = g_string_new(NULL);
    for (int block = 0; block < 2; block++) {
        g_string_append_len(file, header, 44);
        g_string_append_len(file, type, 10);
    }
    g_string_append(file, "\nCST-8\n");
    g_autoptr(JutuZone) whole = jutu_zone_read("test", file->str, file->len, NULL);
    CHECK_EXACT("whole", jutu_zone_offset(whole, 0), 8 * H);
    CHECK_STR("name", jutu_zone_name(whole), "test");
    size_t refused = 0;
    for (size_t length = 0; length < file->len; length++) {
        char *part = g_memdup2(file->str, length); /* of its own, so that reading on is seen */
        JutuZone *zone = jutu_zone_read("test", part, length, NULL);
        refused += zone == NULL;
        CHECK_TRUE("any length", !zone || jutu_zone_offset(zone, 0) == 8 * H);
        jutu_zone_free(zone);
        g_free(part);
    }
    CHECK_SIZE("too short for two blocks", refused, 108);
    g_string_free(file, TRUE);
}

static void test_utc(void)
{
    CHECK_EXACT("NULL", jutu_zone_offset(NULL, 1e12), 0.0);
    CHECK_EXACT("UTC as a zone", jutu_zone_offset(jutu_zone_utc(), 1e12), 0.0);
    CHECK_STR("name", jutu_zone_name(NULL), "UTC");
    g_autoptr(JutuZone) zone = jutu_zone_new("America/New_York", NULL);
    CHECK_TRUE("NaN stays", isnan(jutu_zone_to_utc(zone, NAN)));
}

SUITE(zone, { "offset", test_offset }, { "gaps and overlaps", test_to_utc },
      { "unknown names", test_errors }, { "damaged files", test_damaged }, { "UTC", test_utc });
