/* Transforms: pure functions from table to table. One file each, one row in transforms.def. */
#pragma once
#include "expr/expr.h"

/* What a transform may reach besides its own parameters. */
typedef struct {
    JutuContext *context;
    const JutuObject *params; /* the spec's params */
    const JutuExprHost *host;
    const char *pointer; /* of the transform in the spec */
    /* A named or located secondary data source: lookup's `from.data`. */
    const JutuTable *(*load)(void *self, const json_t *data, GError **error);
    void *self;
} JutuTransformScope;

typedef struct {
    const char *name; /* the member that tells it apart, e.g. {"fold": [...]} */
    const char *doc;
    /*
     * @param def  the transform's JSON as Vega-Lite has it
     * @return a new table in the context's arena, or NULL with error set
     */
    const JutuTable *(*run)(const json_t *def, const JutuTable *in, const JutuTransformScope *scope,
                            GError **error);
} JutuTransform;

extern const JutuTransform *const jutu_transforms[]; /* ends with NULL */

/* The transform whose telling member `def` has, or NULL. */
const JutuTransform *jutu_transform_find(const json_t *def);

/* Runs a list of transforms in order; errors point at `pointer`/i. */
const JutuTable *jutu_transforms_run(const json_t *list, const JutuTable *in,
                                     const JutuTransformScope *scope, GError **error);
