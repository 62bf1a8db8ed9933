#include <string.h>

#include "base/date.h"
#include "base/zone.h"
#include "check.h"

/* What each text is in UTC, or "Invalid Date"; as node 20 reads them. */
static void test_utc(void)
{
    static const char *const table[][2] = {
        { "2024", "2024-01-01T00:00:00.000Z" },
        { "2024-03", "2024-03-01T00:00:00.000Z" },
        { "2024-03-05", "2024-03-05T00:00:00.000Z" },
        { "2024-03-05T06:07", "2024-03-05T06:07:00.000Z" },
        { "2024-03-05T06:07:08.5Z", "2024-03-05T06:07:08.500Z" },
        { "2024-03-05T06:07:08.123456+08:00", "2024-03-04T22:07:08.123Z" },
        { "2024-03-05T06:07-0330", "2024-03-05T09:37:00.000Z" },
        { "2024-03-05T24:00", "2024-03-06T00:00:00.000Z" },
        { "2024-03-05T24:01", "Invalid Date" },
        { "2024-03-05T06", "Invalid Date" },
        { "2024-03-05T06:07x", "Invalid Date" },
        { "2024-02-30", "2024-03-01T00:00:00.000Z" },
        { "2024-13-01", "Invalid Date" },
        { "+012345-01-01", "+012345-01-01T00:00:00.000Z" },
        { "-000000-01-01", "2001-01-01T00:00:00.000Z" } /* the sign is garbage */,
        { "+275760-09-13T00:00:00.001Z", "Invalid Date" },
        { "2024-3-5", "2024-03-05T00:00:00.000Z" },
        { "2024/1/5", "2024-01-05T00:00:00.000Z" },
        { "2024-03-05 06:07", "2024-03-05T06:07:00.000Z" },
        { "12/25/1995 13:30", "1995-12-25T13:30:00.000Z" },
        { "25/12/1995", "Invalid Date" },
        { "Jan 5 2024", "2024-01-05T00:00:00.000Z" },
        { "5 January 2024", "2024-01-05T00:00:00.000Z" },
        { "Januar 5, 2024", "2024-01-05T00:00:00.000Z" },
        { "2024 Jan 5", "2024-01-05T00:00:00.000Z" },
        { "Jan 5", "2001-01-05T00:00:00.000Z" },
        { "1 Jan 49", "2049-01-01T00:00:00.000Z" },
        { "1 Jan 50", "1950-01-01T00:00:00.000Z" },
        { "5-Jan-2024", "2024-01-05T00:00:00.000Z" },
        { "Fri, 14 Dec 2012 00:00:00 GMT", "2012-12-14T00:00:00.000Z" },
        { "Fri Dec 14 2012 08:00:00 GMT+0800 (China Standard Time)", "2012-12-14T00:00:00.000Z" },
        { "Dec 14 2012 1:02 pm EST", "2012-12-14T18:02:00.000Z" },
        { "Dec 14 2012 12:02 AM", "2012-12-14T00:02:00.000Z" },
        { "Dec 14 2012 13:02 PM", "Invalid Date" },
        { "Dec 14 2012 10:00 GMT-8", "2012-12-14T18:00:00.000Z" },
        { "Dec 14 2012 10:00 +05:30", "2012-12-14T04:30:00.000Z" },
        { "Dec 14 2012 (a (nested) note) 7:00", "2012-12-14T07:00:00.000Z" },
        { "1.5", "2001-01-05T00:00:00.000Z" },
        { "Product 7", "2001-07-01T00:00:00.000Z" },
        { "Product7", "Invalid Date" },
        { "7 products", "Invalid Date" },
        { "2024年1月5日", "Invalid Date" },
        { "31", "Invalid Date" },
        { "12", "2001-12-01T00:00:00.000Z" },
        { "", "Invalid Date" },
        { "date", "Invalid Date" },
        { "12::30:10", "Invalid Date" },
        { "1 1 2024 5:06:07.8", "2024-01-01T05:06:07.800Z" },
        { "1 1 2024 5:60", "Invalid Date" },
        { "1 1 2024 99999999999:00", "Invalid Date" },
        { "(", "Invalid Date" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_STR(table[i][0], jutu_date_iso(jutu_date_parse(table[i][0], NULL), arena),
                  table[i][1]);
    jutu_arena_free(arena);
}

static void test_local(void)
{
    static const char *const table[][2] = {
        { "2024-03-05", "2024-03-05T00:00:00.000Z" }, /* alone, it is of UTC */
        { "2024-03-05T00:00", "2024-03-04T16:00:00.000Z" },
        { "2024/3/5", "2024-03-04T16:00:00.000Z" },
        { "Mar 5 2024 08:00 UTC", "2024-03-05T08:00:00.000Z" },
    };
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuZone) zone = jutu_zone_new("Asia/Shanghai", NULL);
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_STR(table[i][0], jutu_date_iso(jutu_date_parse(table[i][0], zone), arena),
                  table[i][1]);
    jutu_arena_free(arena);
}

SUITE(date_parse, { "UTC", test_utc }, { "local", test_local });
