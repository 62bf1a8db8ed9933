/* Time zones: a table of moments at which the offset from UTC changes. */
#include "base/zone.h"

#include <stdbool.h>
#include <string.h>

#include "base/error.h"
#include "base/zone_rule.h"

#define ZONEINFO "/usr/share/zoneinfo"
#define MS 1000
#define MAX_SECONDS INT64_C(8640000000000) /* no date lies beyond */
#define HEADER_SIZE 44
/* The Gregorian calendar, weekdays included, repeats after 400 years. */
#define CYCLE_YEARS 400
#define CYCLE_MS (INT64_C(146097) * 86400 * MS)

/* From `start` (UTC, ms) until the next period's start, `offset` ms are added. */
typedef struct {
    int64_t start;
    int32_t offset;
    bool dst; /* it is daylight saving time */
} Period;

struct JutuZone {
    const char *name;
    size_t n; /* at least 1; the first starts at INT64_MIN */
    const Period *periods;
    int64_t repeat; /* from this moment on, the 400 years before it repeat; INT64_MAX: never */
};

/* A TZif block: where its parts begin. */
typedef struct {
    const unsigned char *times, *indexes, *types, *end;
    uint32_t n_times, n_types;
    size_t time_size;
} Block;

static int64_t read_int(const unsigned char *bytes, size_t size)
{
    uint64_t value = bytes[0] & 0x80 ? UINT64_MAX : 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | bytes[i];
    return (int64_t)value;
}

/* In ms; at most a week, which no zone comes near. */
static int32_t clamp_offset(int64_t seconds)
{
    return (int32_t)(MS * CLAMP(seconds, -INT64_C(604800), INT64_C(604800)));
}

/* Finds a block's parts, with times of 4 or 8 bytes. @return false if it doesn't fit */
static bool read_block(const unsigned char *from, size_t size, size_t time_size, Block *out)
{
    if (size < HEADER_SIZE || memcmp(from, "TZif", 4) != 0)
        return false;
    uint32_t counts[6]; /* isutcnt isstdcnt leapcnt timecnt typecnt charcnt */
    for (size_t i = 0; i < 6; i++) {
        counts[i] = (uint32_t)read_int(from + 20 + 4 * i, 4);
        if (counts[i] > 65536)
            return false;
    }
    const unsigned char *times = from + HEADER_SIZE;
    const unsigned char *indexes = times + counts[3] * time_size;
    const unsigned char *types = indexes + counts[3];
    size_t rest = counts[4] * 6 + counts[5] + counts[2] * (time_size + 4) + counts[1] + counts[0];
    if (counts[4] == 0 || (size_t)(types - from) + rest > size)
        return false;
    *out = (Block){ times, indexes, types, types + rest, counts[3], counts[4], time_size };
    return true;
}

/* A period of one of the block's types. */
static Period period_of(const Block *block, uint32_t type, int64_t start)
{
    const unsigned char *at = block->types + (size_t)6 * (type < block->n_types ? type : 0);
    return (Period){ start, clamp_offset(read_int(at, 4)), at[4] != 0 };
}

/* Periods come in order; one that changes nothing, or comes too early, is left out. */
static void add_period(GArray *periods, Period period)
{
    const Period *last = &g_array_index(periods, Period, periods->len - 1);
    if (period.start > last->start && (period.offset != last->offset || period.dst != last->dst))
        g_array_append_val(periods, period);
}

static void add_block(GArray *periods, const Block *block)
{
    Period first = period_of(block, 0, INT64_MIN);
    g_array_append_val(periods, first);
    for (uint32_t i = 0; i < block->n_times; i++) {
        int64_t seconds = read_int(block->times + i * block->time_size, block->time_size);
        Period period = period_of(block, block->indexes[i], INT64_MIN);
        if (seconds < -MAX_SECONDS) { /* "since ever", as some files begin */
            g_array_index(periods, Period, 0) = period;
        } else if (seconds <= MAX_SECONDS) {
            period.start = MS * seconds;
            add_period(periods, period);
        }
    }
}

/*
 * The file's last line is a rule for all later years: one cycle of them is
 * tabulated. @return from when on the cycle repeats
 */
static int64_t add_rule(GArray *periods, const JutuZoneRule *rule)
{
    int64_t last = g_array_index(periods, Period, periods->len - 1).start;
    int64_t begin = last == INT64_MIN ? 1970 : jutu_zone_rule_year(last / MS);
    if (!rule->has_dst) {
        add_period(periods, (Period){ last + 1, clamp_offset(rule->offsets[0]), false });
        return INT64_MAX;
    }
    for (int64_t year = begin; year <= begin + CYCLE_YEARS + 3; year++) {
        int64_t starts[2] = { jutu_zone_rule_start(rule, 0, year),
                              jutu_zone_rule_start(rule, 1, year) };
        size_t first = starts[1] < starts[0];
        for (size_t i = 0; i < 2; i++) {
            size_t which = i ^ first;
            add_period(periods, (Period){ MS * starts[which], clamp_offset(rule->offsets[which]),
                                          which == 1 });
        }
    }
    return MS * jutu_zone_rule_new_year(begin + CYCLE_YEARS + 2);
}

/* "\n<rule>\n" after the second block. */
static bool read_footer(const unsigned char *from, const unsigned char *end, JutuZoneRule *out)
{
    if (from >= end || *from != '\n')
        return false;
    const unsigned char *stop = memchr(from + 1, '\n', (size_t)(end - from - 1));
    if (!stop || stop == from + 1)
        return false;
    g_autofree char *text = g_strndup((const char *)from + 1, (size_t)(stop - from - 1));
    return jutu_zone_rule_parse(text, out);
}

JutuZone *jutu_zone_read(const char *name, const void *bytes, size_t size, GError **error)
{
    const unsigned char *from = bytes, *end = from + size;
    Block block;
    bool ok = read_block(from, size, 4, &block);
    if (ok && from[4] >= '2')
        ok = read_block(block.end, (size_t)(end - block.end), 8, &block);
    if (!ok) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "the time zone file of \"%s\" is damaged; install the package tzdata again",
                       name);
        return NULL;
    }
    GArray *periods = g_array_new(FALSE, FALSE, sizeof(Period));
    add_block(periods, &block);
    JutuZone *zone = g_new0(JutuZone, 1);
    JutuZoneRule rule;
    bool has_rule = block.time_size == 8 && read_footer(block.end, end, &rule);
    zone->repeat = has_rule ? add_rule(periods, &rule) : INT64_MAX;
    zone->name = g_strdup(name);
    zone->n = periods->len;
    zone->periods = (Period *)(void *)g_array_free(periods, FALSE);
    return zone;
}

/* Letters, digits and "+-_/", as all names of the zoneinfo: no way out of its folder. */
static bool is_name(const char *name)
{
    return g_ascii_isalpha(*name) &&
           !name[strspn(name,
                        "+-_/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")];
}

JutuZone *jutu_zone_new(const char *name, GError **error)
{
    g_autofree char *bytes = NULL;
    size_t size = 0;
    if (is_name(name)) {
        g_autofree char *path = g_build_filename(ZONEINFO, name, NULL);
        g_file_get_contents(path, &bytes, &size, NULL);
    }
    if (!bytes) {
        bool installed = g_file_test(ZONEINFO "/UTC", G_FILE_TEST_EXISTS);
        jutu_error_set(error, JUTU_ERROR_SPEC, NULL, "unknown time zone \"%s\"; %s", name,
                       installed ? "use a name such as \"UTC\" or \"Asia/Shanghai\""
                                 : "the package tzdata, which lists them, isn't installed");
        return NULL;
    }
    return jutu_zone_read(name, bytes, size, error);
}

JutuZone *jutu_zone_fixed(const char *name, int minutes)
{
    Period *always = g_new(Period, 1);
    *always = (Period){ INT64_MIN, clamp_offset(minutes * INT64_C(60)), false };
    JutuZone *zone = g_new(JutuZone, 1);
    *zone = (JutuZone){ g_strdup(name), 1, always, INT64_MAX };
    return zone;
}

void jutu_zone_free(JutuZone *zone)
{
    if (!zone)
        return;
    g_free((char *)zone->name);
    g_free((Period *)zone->periods);
    g_free(zone);
}

const JutuZone *jutu_zone_utc(void)
{
    static const Period always = { INT64_MIN, 0, false };
    static const JutuZone utc = { "UTC", 1, &always, INT64_MAX };
    return &utc;
}

const char *jutu_zone_name(const JutuZone *zone)
{
    return zone ? zone->name : "UTC";
}

/* The same moment of an earlier cycle, where the table still reaches. */
static int64_t fold(const JutuZone *zone, int64_t ms)
{
    if (ms < zone->repeat)
        return ms;
    return ms - ((ms - zone->repeat) / CYCLE_MS + 1) * CYCLE_MS;
}

/* The period at a moment; or, if `local`, the first that a clock on the wall fits into. */
static size_t find_period(const JutuZone *zone, int64_t ms, bool local)
{
    size_t low = 0, high = zone->n - 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int64_t end = zone->periods[middle + 1].start;
        if (ms < end + (local ? zone->periods[middle].offset : 0))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static bool representable(double ms)
{
    return ms >= -1e17 && ms <= 1e17; /* beyond any Date, and false for NaN */
}

double jutu_zone_offset(const JutuZone *zone, double utc_ms)
{
    if (!zone || !representable(utc_ms))
        return 0;
    int64_t ms = fold(zone, (int64_t)utc_ms);
    return (double)zone->periods[find_period(zone, ms, false)].offset;
}

bool jutu_zone_is_dst(const JutuZone *zone, double utc_ms)
{
    if (!zone || !representable(utc_ms))
        return false;
    return zone->periods[find_period(zone, fold(zone, (int64_t)utc_ms), false)].dst;
}

double jutu_zone_to_utc(const JutuZone *zone, double local_ms)
{
    if (!zone || !representable(local_ms))
        return local_ms;
    int64_t ms = fold(zone, (int64_t)local_ms);
    size_t at = find_period(zone, ms, true);
    const Period *period = &zone->periods[at];
    bool in_gap = at > 0 && ms - period->offset < period->start;
    return local_ms - (double)(in_gap ? period[-1].offset : period->offset);
}
