/*
 * base/ has what every other room uses (memory, values, numbers, times, colours, JSON,
 * messages), and knows no data, no picture and no chart. Here: a render's context, that it
 * carries through all stages: its memory, its messages, and all that others take from the
 * environment (time zone, language, random seed).
 */
#pragma once
#include <glib.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/format.h"
#include "base/time_format.h"
#include "base/zone.h"

/* 1 GiB of cells, and rows of one table, unless a render is given other limits. */
#define JUTU_MOST_CELLS ((size_t)64 * 1024 * 1024)
#define JUTU_MOST_ROWS ((size_t)20 * 1000 * 1000)

typedef struct JutuContext {
    JutuArena *arena;
    size_t cells, most_cells; /* of all tables so far, and how many there may be */
    const JutuZone *zone;     /* local time; UTC unless set, never NULL */
    double now;            /* what now() is, in ms; fixed, so that output is a function of input */
    uint32_t random_state; /* vega.randomLCG, seeded with 42 */
    double spare_normal;   /* the second of a pair of normal deviates, if has_spare_normal */
    bool has_spare_normal;
    const char *lang;                      /* BCP 47 */
    const JutuNumberLocale *number_locale; /* of config.locale; NULL: en-US */
    const JutuTimeLocale *time_locale;     /* likewise */
    /* of JutuMessage, owned by it: warnings, and errors of form; a place in the spec is found by
     * the JSON node: see jutu_pointer_of() */
    GPtrArray *messages;
    size_t n_unsaid[2]; /* errors, and warnings, that came after the first JUTU_MOST_MESSAGES */
} JutuContext;

typedef struct {
    bool warning;
    JutuError code;
    char *pointer, *text;
} JutuMessage;

/* Of errors, and of warnings: who has not read so many reads no more. */
enum { JUTU_MOST_MESSAGES = 20 };

/* @param arena  borrowed; must live as long as the context */
JutuContext *jutu_context_new(JutuArena *arena);
void jutu_context_free(JutuContext *context); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuContext, jutu_context_free)

/*
 * Sets the local time zone by its name.
 * @return false with error set if there is none of this name
 */
bool jutu_context_set_zone(JutuContext *context, const char *name, GError **error);

/* Records a warning about a place in the spec, once however often it is given. */
void jutu_warn(JutuContext *context, const char *pointer, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Whether one more would go unsaid; then it is counted, and needn't be put together. */
bool jutu_context_is_full(JutuContext *context, bool warning);

/* Records an error and lets the caller go on, so that one run shows them all. */
void jutu_report(JutuContext *context, JutuError code, const char *pointer, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Uniform in [0, 1): the linear congruential generator of vega-statistics. */
double jutu_random(JutuContext *context);
