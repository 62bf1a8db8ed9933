/*
 * Implied parsing. Vega-Lite reads a field as dates, numbers or texts where a
 * predicate, a time unit or an encoding shows that it must be, and does so as
 * early as the field exists, so that earlier transforms see parsed values too.
 */
#pragma once
#include "transform/transform.h"

/*
 * @param given  the data's format.parse, {"field": "date", …}: never parsed again; NULL if none.
 *               JSON null: nothing is parsed at all.
 */
JutuParsePlan *jutu_parse_plan_new(const json_t *given, JutuArena *arena);

/* Adds what a list of transforms implies, after those that were added before. */
void jutu_parse_plan_transforms(JutuParsePlan *plan, const json_t *list);

/* Adds a field that is wanted as "date", "number", "boolean", "string" or "flatten" after all that
 * was added so far, e.g. by an encoding. */
void jutu_parse_plan_need(JutuParsePlan *plan, const char *field, const char *type);

/* The same for the field of a time unit: dates, unless something is known of it. */
void jutu_parse_plan_date(JutuParsePlan *plan, const char *field);

/* The fields come from a transform, as of this type; used by the plan itself and by encodings. */
void jutu_parse_plan_made(JutuParsePlan *plan, const char *const *fields, const char *type);

/* Whether a transform makes the field, or something that it is part of. */
bool jutu_transform_makes(const json_t *def, const char *field, JutuArena *arena);

/* Whether something is parsed before transform `at`. */
bool jutu_parse_plan_has(const JutuParsePlan *plan, size_t at);

/* Parses what must be parsed before transform `at`; after the last, `at` is their number. */
const JutuTable *jutu_parse_plan_apply(const JutuParsePlan *plan, size_t at, const JutuTable *in,
                                       JutuContext *context, GError **error);

/* What is known of fields before a transform: {field: type} as the data and as transforms said. */
typedef struct {
    const json_t *given, *implied;
    bool nothing; /* the data aren't to be parsed */
} JutuParsed;

/* What one transform implies that isn't known: {field: type}, owned; NULL: nothing. */
json_t *jutu_parse_implied(const JutuTransform *transform, const json_t *def,
                           const JutuParsed *parsed, JutuArena *arena);

/* A column parsed as one of the types of data/parse.h. */
const JutuTable *jutu_parse_field(const JutuTable *in, const char *field, const char *type,
                                  JutuContext *context, GError **error);
