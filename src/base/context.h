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
#include "base/rules.h"
#include "base/time_format.h"
#include "base/zone.h"
#include "jutu/jutu.h"

typedef struct JutuContext {
    JutuArena *arena;
    size_t cells, most_cells; /* of all tables so far, and how many there may be */
    size_t most_rows;         /* of one table */
    size_t most_marks;        /* of a chart */
    const JutuZone *zone;     /* local time; UTC unless set, never NULL */
    bool zone_given;          /* it isn't for the data to say */
    bool zone_of_data;        /* the data have said it */
    bool dates_in_utc;        /* the spec counts days in UTC */
    double now;            /* what now() is, in ms; fixed, so that output is a function of input */
    uint32_t random_state; /* vega.randomLCG, seeded with 42 */
    double spare_normal;   /* the second of a pair of normal deviates, if has_spare_normal */
    bool has_spare_normal;
    const char *lang;                      /* BCP 47 */
    const JutuNumberLocale *number_locale; /* of config.locale; NULL: en-US */
    const JutuTimeLocale *time_locale;     /* likewise */
    /* of JutuMessage, owned by it; a place in the spec is found by the JSON node: see
     * jutu_pointer_of() */
    GPtrArray *messages;
    GHashTable *said;           /* the same messages, to find equal ones */
    GArray *tallies;            /* of JutuTally */
    bool all_faults;            /* of data; else the first of a kind stand for the others */
    bool allowed[JUTU_N_RULES]; /* rules that say nothing */
    bool off[JUTU_N_RULES];     /* defaults of the theme that don't act; all, without a theme */
    bool edits;                 /* the theme decides what the spec leaves open, and draws no field
                                   that isn't there */
    GPtrArray *why;             /* of JutuMessage: what acted; NULL: nobody asks */
} JutuContext;

/* A place in a data file; line and column count from 1, 0 if unknown. */
typedef struct {
    const char *file; /* NULL: the message is about the spec */
    size_t line, column;
} JutuPlace;

typedef struct {
    JutuSeverity severity;
    JutuRule rule;  /* of a note or warning */
    JutuError code; /* of an error */
    char *pointer, *text;
    JutuPlace place; /* its file is owned */
} JutuMessage;

/* How many messages of a rule about a file there are, and how many more there would be. */
typedef struct {
    JutuRule rule; /* JUTU_N_RULES: errors */
    char *file;
    size_t said, unsaid;
} JutuTally;

/* Who has not read so many reads no more: errors in all, and messages of one rule and file. */
enum { JUTU_MOST_ERRORS = 20, JUTU_MOST_ALIKE = 3 };

/* @param arena  borrowed; must live as long as the context */
JutuContext *jutu_context_new(JutuArena *arena);
void jutu_context_free(JutuContext *context); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuContext, jutu_context_free)

/*
 * Sets the local time zone by its name.
 * @return false with error set if there is none of this name
 */
bool jutu_context_set_zone(JutuContext *context, const char *name, GError **error);

/*
 * Reads which rules say nothing, and which of the theme's don't act.
 * @param given  usermeta.jutu, with its "allow" and "without"; NULL: none
 * @param acts   the theme decides what the spec doesn't say
 * @return false with error set if a name is no rule's, or one can't be switched off; the others
 *         are obeyed all the same
 */
bool jutu_rules_read(JutuContext *context, const json_t *given, bool acts, GError **error);

/* Whether a default of the theme acts. */
bool jutu_rule_acts(const JutuContext *context, JutuRule rule);

/* Records what a rule says of a place in the spec, a note or a warning: once however often it is
 * given, and not at all if the rule is allowed. */
void jutu_warn(JutuContext *context, JutuRule rule, const char *pointer, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Likewise of a place in a data file, which `pointer` leads to. */
void jutu_warn_at(JutuContext *context, JutuRule rule, JutuPlace place, const char *pointer,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Whether one more message of a rule about this file (NULL: the spec) would go unsaid; then it is
 * counted, and needn't be put together. */
bool jutu_warn_is_full(JutuContext *context, JutuRule rule, const char *file);

/*
 * Sets an error that its rule, of kind ERROR, may allow.
 * @return false, with no error set, if it is allowed
 */
bool jutu_refuse(JutuContext *context, JutuRule rule, const char *pointer, GError **error,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Records an error and lets the caller go on, so that one run shows them all. */
void jutu_report(JutuContext *context, JutuError code, const char *pointer, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Likewise of a place in a data file. */
void jutu_report_at(JutuContext *context, JutuError code, JutuPlace place, const char *pointer,
                    const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Whether one more error would go unsaid; then it is counted. */
bool jutu_report_is_full(JutuContext *context);

/* From now on what defaults do is recorded in `why`. */
void jutu_why_start(JutuContext *context);

/* Records that a default acted, for `jutu explain --stage why`: at which place of the spec, and
 * what it did. */
void jutu_why(JutuContext *context, JutuRule rule, const char *pointer, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Uniform in [0, 1): the linear congruential generator of vega-statistics. */
double jutu_random(JutuContext *context);
