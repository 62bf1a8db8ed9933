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

/* One row for each group, in order of first appearance: the groupby fields, then the measures. */
const JutuTable *jutu_aggregate_run(const JutuAggregateParams *params, const JutuTable *in,
                                    const JutuTransformScope *scope, GError **error);

/* The same measures as columns of every row. */
const JutuTable *jutu_joinaggregate_run(const JutuAggregateParams *params, const JutuTable *in,
                                        const JutuTransformScope *scope, GError **error);

/*
 * The measures of each group, a column of groups->n cells for each measure.
 * Errors point at `member`/i of the transform.
 */
const JutuValue *const *jutu_measure_groups(const JutuAggregateMeasure *measures, size_t n,
                                            const char *member, const JutuGroups *groups,
                                            const JutuTable *in, const JutuTransformScope *scope,
                                            GError **error);
