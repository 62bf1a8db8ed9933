#include "base/date.h"
#include "check.h"

/* As node 20 prints them. */
static void test_names(void)
{
    static const char *const table[][3] = {
        { "Asia/Shanghai", "2024-07-01T00:00Z",
          "Mon Jul 01 2024 08:00:00 GMT+0800 (China Standard Time)" },
        { "PRC", "1990-07-01T00:00Z", "Sun Jul 01 1990 09:00:00 GMT+0900 (China Daylight Time)" },
        { "America/New_York", "2024-07-01T16:00Z",
          "Mon Jul 01 2024 12:00:00 GMT-0400 (Eastern Daylight Time)" },
        { "America/New_York", "2424-01-01T17:00Z",
          "Mon Jan 01 2424 12:00:00 GMT-0500 (Eastern Standard Time)" },
        { "Europe/Dublin", "2024-07-01T00:00Z",
          "Mon Jul 01 2024 01:00:00 GMT+0100 (Irish Standard Time)" },
        { "Europe/Dublin", "2024-01-01T00:00Z",
          "Mon Jan 01 2024 00:00:00 GMT+0000 (Greenwich Mean Time)" },
        { "Africa/Casablanca", "2024-01-01T00:00Z",
          "Mon Jan 01 2024 01:00:00 GMT+0100 (GMT+01:00)" },
        { "America/Punta_Arenas", "2024-01-01T03:00Z",
          "Mon Jan 01 2024 00:00:00 GMT-0300 (GMT-03:00)" },
        { "UTC", "2024-01-01T00:00Z",
          "Mon Jan 01 2024 00:00:00 GMT+0000 (Coordinated Universal Time)" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuZone) zone = jutu_zone_new(table[i][0], NULL);
        double ms = jutu_date_parse(table[i][1], NULL);
        CHECK_STR(table[i][0], jutu_date_text(ms, zone, arena), table[i][2]);
    }
    jutu_arena_free(arena);
}

SUITE(zone_name, { "names", test_names });
