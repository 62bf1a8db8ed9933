/*
 * Channel definitions, such as {"field": "a", "bin": true}, as the spec's JSON
 * has them: what kind they are, what their column and title are called, and
 * what they mean in full. NULL is a missing definition everywhere.
 */
#pragma once
#include <jansson.h>
#include <stdbool.h>

#include "base/context.h"
#include "normalise/channel.h"

bool jutu_rawdef_is_field(const json_t *def); /* has `field`, or counts */
bool jutu_rawdef_is_datum(const json_t *def);
bool jutu_rawdef_is_value(const json_t *def);
bool jutu_rawdef_is_field_or_datum(const json_t *def);
bool jutu_rawdef_is_typed(const json_t *def); /* a field whose type is known */

/* A field of a continuous type, or a number as datum. */
bool jutu_rawdef_is_continuous(const json_t *def);
/* The same but for times: what a mark is long along. */
bool jutu_rawdef_is_measure(const json_t *def);
bool jutu_rawdef_is_temporal(const json_t *def);

/* The same, or its datum. */
const json_t *jutu_rawdef_condition_field_or_datum(const json_t *def);
/* The definition itself if it has a field, else its condition's. */
const json_t *jutu_rawdef_field(const json_t *def);

/* Whether a channel of an encoding has a field, be it in a list or in a condition. */
bool jutu_rawdef_channel_has_field(const json_t *encoding, const char *channel);
bool jutu_rawdef_any_aggregate(const json_t *encoding);

bool jutu_rawdef_bin_is_binning(const json_t *bin); /* the data are to be binned */
bool jutu_rawdef_bin_is_binned(const json_t *bin);  /* the data are binned already */
bool jutu_rawdef_unit_is_binned(const json_t *unit);

/* {"unit": "yearmonth", "utc": true, …} of any form of time unit; owned, NULL if there is none. */
json_t *jutu_rawdef_unit_params(const json_t *unit);

typedef struct {
    bool plain;         /* without the function: the source's field */
    const char *part;   /* of a bin or time unit: "end", "range", "mid"; NULL: its start */
    const char *suffix; /* after all, or NULL */
    bool flat;          /* as a column's name, without escapes */
} JutuRawName;

/* The name of the column that a field definition reads after its inline transforms; "undefined" if
 * it has no field. Unless `flat`, dots in it are escaped. */
const char *jutu_rawdef_name(const json_t *def, const JutuRawName *options, JutuArena *arena);

/* The `axis`, `legend` or `header` of a definition, if it is one that can have a title; NULL. */
const json_t *jutu_rawdef_guide(const json_t *def);

/* "Mean of a", by config.fieldTitle. */
const char *jutu_rawdef_default_title(const json_t *def, const json_t *config, JutuArena *arena);

/*
 * The title of a definition: its guide's, its own, or the default one.
 *
 * @param off  whether a null is a choice (no title) or as good as missing
 * @return owned; NULL if there is none at all
 */
json_t *jutu_rawdef_title(const json_t *def, const json_t *config, bool off, JutuArena *arena);

/* The circumstances in which a definition is completed, and where its warnings point. */
typedef struct {
    const json_t *config;
    const json_t *root; /* the user's spec */
    JutuContext *context;
    bool composite; /* of a composite mark: its name is a valid aggregate */
} JutuRawScope;

/*
 * A channel's definition in full: types inferred and spelt out, `bin`, `timeUnit` and
 * sort-by-channel as objects, primitives as {"value": …}.
 *
 * @param channel  its name, which may be no channel's ("xError")
 * @return owned; the definition itself if there was nothing to change
 */
json_t *jutu_rawdef_complete(const json_t *def, const char *channel, const JutuRawScope *scope);
