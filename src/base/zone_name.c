/* English names of a zone's time. */
#include <math.h>
#include <string.h>

#include "base/date.h"

static const struct {
    const char *standard, *daylight; /* "" if it has none */
    const char *zones;               /* separated by spaces */
} names[] = {
#define ZONE_NAMES(standard, daylight, zones) { standard, daylight, zones },
#include "base/zone_names.def"
#undef ZONE_NAMES
};

/* Whether a list of words has this one. */
static bool has_word(const char *list, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = list; (at = strstr(at, word)); at++) {
        bool begins = at == list || at[-1] == ' ', ends = !at[length] || at[length] == ' ';
        if (begins && ends)
            return true;
    }
    return false;
}

const char *jutu_zone_long_name(const JutuZone *zone, double utc_ms, JutuArena *arena)
{
    const char *id = jutu_zone_name(zone);
    bool dst = jutu_zone_is_dst(zone, utc_ms);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *name = dst ? names[i].daylight : names[i].standard;
        if (*name && has_word(names[i].zones, id))
            return name;
    }
    double west = jutu_date_zone_minutes(utc_ms, zone), minutes = fabs(west);
    return jutu_arena_printf(arena, "GMT%c%02.0f:%02.0f", west > 0 ? '-' : '+', floor(minutes / 60),
                             fmod(minutes, 60));
}
