#include "base/context.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"
#include "base/message.h"

/* Values that make an image a function of its input: what the reference images were made with. */
enum { RANDOM_SEED = 42 };
static const double default_now = 1768478400000; /* 2026-01-15T12:00Z */

JutuContext *jutu_context_new(JutuArena *arena)
{
    JutuContext *context = g_new0(JutuContext, 1);
    *context = (JutuContext){
        .arena = arena,
        .most_cells = JUTU_MOST_CELLS,
        .most_rows = JUTU_MOST_ROWS,
        .most_marks = JUTU_MOST_MARKS,
        .zone = jutu_zone_utc(),
        .now = default_now,
        .random_state = RANDOM_SEED,
        .lang = "zh-Hans",
    };
    jutu_messages_start(context);
    return context;
}

void jutu_context_free(JutuContext *context)
{
    if (!context)
        return;
    jutu_messages_end(context);
    g_free(context);
}

static void free_zone(void *zone)
{
    jutu_zone_free(zone);
}

bool jutu_context_set_zone(JutuContext *context, const char *name, GError **error)
{
    if (strcmp(name, "UTC") == 0) {
        context->zone = jutu_zone_utc();
        return true;
    }
    JutuZone *zone = jutu_zone_new(name, error);
    if (zone)
        context->zone = jutu_arena_own(context->arena, zone, free_zone);
    return zone != NULL;
}

/* In doubles, as the original computes it: the product exceeds 2^53, and how it is rounded decides
 * the numbers that follow. */
double jutu_random(JutuContext *context)
{
    const double modulus = 2147483647;
    double next = fmod(1103515245.0 * context->random_state + 12345.0, modulus);
    context->random_state = (uint32_t)next;
    return next / modulus;
}
