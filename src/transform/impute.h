/* impute: rows for the keys that a group lacks. */
#pragma once
#include "transform/transform.h"

typedef struct {
    const char *field, *key;    /* paths */
    const char *const *groupby; /* paths */
    size_t n_groupby;
    const JutuValue *keyvals; /* keys that must be there, besides those in the data */
    size_t n_keyvals;
    const char *method; /* NULL or "value"; "mean" "median" "max" "min" or any aggregate */
    JutuValue value;    /* undefined: 0 */
    double frame[2];    /* of the method, in rows; NaN: all */
} JutuImputeParams;

const JutuTable *jutu_impute_run(const JutuImputeParams *params, const JutuTable *in,
                                 const JutuTransformScope *scope, GError **error);

/* {"keyvals", "method", "value", "frame"} of a transform or of an encoding's impute. */
bool jutu_impute_params(const json_t *def, JutuImputeParams *out, const JutuTransformScope *scope,
                        GError **error);
