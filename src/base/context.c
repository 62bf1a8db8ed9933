#include "base/context.h"

#include <math.h>
#include <string.h>

/* Values that make an image a function of its input: what the reference images were made with. */
enum { RANDOM_SEED = 42 };
static const double default_now = 1768478400000; /* 2026-01-15T12:00Z */

static void message_free(gpointer data)
{
    JutuMessage *message = data;
    g_free(message->pointer);
    g_free(message->text);
    g_free(message);
}

JutuContext *jutu_context_new(JutuArena *arena)
{
    JutuContext *context = g_new0(JutuContext, 1);
    *context = (JutuContext){
        .arena = arena,
        .most_cells = JUTU_MOST_CELLS,
        .zone = jutu_zone_utc(),
        .now = default_now,
        .random_state = RANDOM_SEED,
        .lang = "zh-Hans",
        .messages = g_ptr_array_new_with_free_func(message_free),
    };
    return context;
}

void jutu_context_free(JutuContext *context)
{
    if (!context)
        return;
    g_ptr_array_unref(context->messages);
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

bool jutu_context_is_full(JutuContext *context, bool warning)
{
    size_t n = 0;
    for (guint i = 0; i < context->messages->len; i++)
        n += ((const JutuMessage *)context->messages->pdata[i])->warning == warning;
    bool full = n >= JUTU_MOST_MESSAGES;
    context->n_unsaid[warning] += full;
    return full;
}

/* The same at the same place is one message. */
static bool is_known(const JutuContext *context, bool warning, const char *pointer,
                     const char *text)
{
    for (guint i = 0; i < context->messages->len; i++) {
        const JutuMessage *message = context->messages->pdata[i];
        if (message->warning == warning && g_strcmp0(message->pointer, pointer) == 0 &&
            strcmp(message->text, text) == 0)
            return true;
    }
    return false;
}

static void add_message(JutuContext *context, bool warning, JutuError code, const char *pointer,
                        char *text)
{
    if (is_known(context, warning, pointer, text) || jutu_context_is_full(context, warning)) {
        g_free(text);
        return;
    }
    JutuMessage *message = g_new(JutuMessage, 1);
    *message = (JutuMessage){ warning, code, g_strdup(pointer), text };
    g_ptr_array_add(context->messages, message);
}

void jutu_warn(JutuContext *context, const char *pointer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_message(context, true, JUTU_ERROR_SPEC, pointer, g_strdup_vprintf(format, args));
    va_end(args);
}

void jutu_report(JutuContext *context, JutuError code, const char *pointer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_message(context, false, code, pointer, g_strdup_vprintf(format, args));
    va_end(args);
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
