/*
 * Normalising: a spec with everything that is short for something else written
 * out, JSON made from JSON; it knows no data and no views. What is left are units, `layer`, `facet`
 * with `spec`, and `concat`, `hconcat` and `vconcat`; the same as Vega-Lite's normalize() gives.
 */
#pragma once
#include "base/context.h"

/*
 * @param spec    the user's, which is not changed
 * @param config  jutu_config_new()'s
 * @return an owned tree that shares all nodes it didn't have to change with `spec`, so that
 *         jutu_pointer_of(spec, node) tells where they stand; NULL with error set
 */
json_t *jutu_normalise(const json_t *spec, const json_t *config, JutuContext *context,
                       GError **error);

/* A kind of spec, told by a member. */
typedef struct {
    const char *member;   /* "layer", "mark" … */
    const char *children; /* the member that holds a spec or a list of them; NULL: none */
    bool flat;            /* only layers and units may be its children */
    bool nameless;        /* its name doesn't count for the `views` of params, as in Vega-Lite */
} JutuSpecKind;

/* @param flat  whether only a layer or a unit will do @return NULL if it is none of them */
const JutuSpecKind *jutu_spec_kind(const json_t *spec, bool flat);
