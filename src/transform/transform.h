/*
 * transform/ makes tables of tables by pure functions, and knows no view, and not what runs
 * before or after. One file each, one row in transforms.def, whose order is the order in which
 * Vega-Lite asks which one a definition is.
 */
#pragma once
#include "expr/expr.h"

typedef struct JutuParseNeeds JutuParseNeeds;

/* All that a transform may reach besides its own parameters. */
typedef struct {
    JutuContext *context;
    const JutuObject
        *params; /* the spec's params; `extent` replaces it by one with its own added */
    const JutuExprHost *host;
    const char *pointer; /* of the transform in the spec */
    /* lookup's `from`: {"data": …} or {"param": …}, or NULL with error set. NULL: only inline
     * `values` can be looked up. */
    const JutuTable *(*load)(void *self, const json_t *from, GError **error);
    void *self;
} JutuTransformScope;

typedef struct {
    const char *name; /* the member that tells it apart, e.g. {"fold": [...]} */
    const char *doc;
    /*
     * @param def  the transform's JSON as Vega-Lite has it
     * @return a new table in the context's arena, or NULL with error set
     */
    const JutuTable *(*run)(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error);
    /* The members of its JSON that name fields of its rows, as "groupby aggregate.field"; NULL:
     * none, or in expressions and predicates only. */
    const char *reads;
    /* Names of the fields that it makes, NULL-terminated, for deciding where a field is parsed.
     * NULL: it may make any field. */
    const char *const *(*produces)(const json_t *def, JutuArena *arena);
    const char *type; /* what Vega-Lite holds those fields to be: "number" "date" "derived" */
    bool grouped;     /* a facet's fields join its group-by, so that it can run for all cells */
    /* Vega-Lite runs bins as early as it can: a transform that `rises` runs before those before it,
     * unless they make its "field" or are a `floor`. */
    bool rises, floor;
    /* NULL, or adds the parsing that Vega-Lite implies by it. */
    void (*needs)(const json_t *def, JutuParseNeeds *out);
} JutuTransform;

extern const JutuTransform *const jutu_transforms[]; /* ends with NULL */

/* The transform whose telling member `def` has, or NULL. */
const JutuTransform *jutu_transform_find(const json_t *def);

/*
 * Whether there is room for so many more rows of so many cells: for a transform to ask before it
 * makes more rows than it was given.
 * @return false with error set
 */
bool jutu_transform_room(const JutuTransformScope *scope, size_t rows, size_t cells,
                         GError **error);

/* Runs one transform within the limits of rows and cells. NULL with error set. */
const JutuTable *jutu_transform_run(const JutuTransform *transform, const json_t *def,
                                    const JutuTable *in, JutuTransformScope *scope, GError **error);
