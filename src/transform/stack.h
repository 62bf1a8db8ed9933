/* stack: where the pieces of a stacked mark begin and end. */
#pragma once
#include "transform/sort.h"
#include "transform/transform.h"

typedef struct {
    const char *field;          /* a path; NULL: every piece is 1 */
    const char *const *groupby; /* paths; NULL: all rows are one stack */
    size_t n_groupby;
    const JutuSortKey *sort; /* of a stack's pieces; peers in the order of rows */
    size_t n_sort;
    const char *offset; /* "zero", "center", "normalize" */
    const char *as[2];
} JutuStackParams;

const JutuTable *jutu_stack_run(const JutuStackParams *params, const JutuTable *in,
                                const JutuTransformScope *scope, GError **error);
