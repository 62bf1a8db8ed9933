/* aggregate, joinaggregate and pivot, for callers that have no JSON. */
#pragma once
#include "transform/aggregates.h"
#include "transform/groups.h"

typedef struct {
    const char *op;
    const char *field; /* a path as Vega reads it; NULL: of the row (count) */
    const char *as;
    double param; /* of exponential; 0: none */
} JutuAggregateMeasure;

typedef struct {
    const char *const *groupby; /* paths as Vega reads them */
    size_t n_groupby;
    const JutuAggregateMeasure *measures;
    size_t n_measures;
} JutuAggregateParams;

/*
 * The columns of the groupby fields, then those of the measures, with a cell for each group.
 * Errors point at `member`/i of the transform.
 * @param groups  set to the groups
 * @return in the arena; NULL with error set
 */
JutuColumn *jutu_aggregate_columns(const JutuAggregateParams *params, const char *member,
                                   JutuGroups *groups, const JutuTable *in,
                                   const JutuTransformScope *scope, GError **error);

/* One row for each group, in order of first appearance: the groupby fields, then the measures. */
const JutuTable *jutu_aggregate_run(const JutuAggregateParams *params, const JutuTable *in,
                                    const JutuTransformScope *scope, GError **error);

/* The same measures as columns of every row. */
const JutuTable *jutu_joinaggregate_run(const JutuAggregateParams *params, const JutuTable *in,
                                        const JutuTransformScope *scope, GError **error);
