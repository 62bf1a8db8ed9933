/*
 * Implied parsing. Vega-Lite reads a field as dates, numbers or texts where a
 * predicate, a time unit or an encoding shows that it must be, and does so as
 * early as the field exists, so that earlier transforms see parsed values too.
 */
#pragma once
#include "transform/transform.h"

/* The types of fields known before a transform: {field: type}, of the data and of transforms. */
typedef struct {
    const json_t *given, *implied;
    bool nothing; /* the data aren't to be parsed */
    bool typed;   /* what is computed with is read as numbers: the rule typed-cells acts */
} JutuParsed;

/* For JutuTransform.needs: the field is wanted as "date", "number" or "string". */
void jutu_parse_need(JutuParseNeeds *needs, const char *field, const char *type);

/* The same for the fields of [{"op", "field"}, …], the operations that compute: numbers, where cells
 * are typed. */
void jutu_parse_need_measures(JutuParseNeeds *needs, const json_t *list);

/* The same for the field of a time unit: dates, unless something is known of it. */
void jutu_parse_need_date(JutuParseNeeds *needs, const char *field);

/* The types that a transform implies and that aren't known: {field: type}, owned; NULL: none. */
json_t *jutu_parse_implied(const JutuTransform *transform, const json_t *def,
                           const JutuParsed *parsed);

/* A column parsed as one of the types of data/parse.h. */
const JutuTable *jutu_parse_field(const JutuTable *in, const char *field, const char *type,
                                  JutuContext *context, GError **error);
