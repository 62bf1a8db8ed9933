/*
 * The data flow: a tree of nodes, each a table made from its parent's. It is
 * built for the whole view tree before any data are read, so that a column is
 * parsed where the first transform can see it; then every node that is
 * wanted runs once, or once a facet cell: see tables.h.
 */
#pragma once
#include "data/data.h"
#include "plan/data_kind.h"
#include "plan/plan.h"
#include "transform/transform.h"
#include "view/model.h"

typedef struct JutuFlow JutuFlow;

typedef struct JutuOutputs {
    JutuFlow *nodes[JUTU_N_DATA]; /* UNFILTERED, FILTERED: NULL where main serves */
    /*
     * The same over all cells of the enclosing facet, whose fields are added to every group-by:
     * for domains that cells share. NULL outside of facets.
     */
    JutuFlow *all[JUTU_N_DATA];
    bool required[JUTU_N_DATA]; /* somebody will ask; some domain is read from it */
    JutuFlow *facet;            /* of a facet: where its cells begin; NULL */
} JutuOutputs;

/* The flow of a chart, before any data are read. */
typedef struct JutuFlowPlan JutuFlowPlan;

/* Builds the flow of a view tree, in the chart's arena, and fills each model's `outputs`.
 * @param whole  the tables over all cells are wanted, too: for `explain` */
const JutuFlowPlan *jutu_flow_build(const JutuPlan *plan, JutuDataSources *sources, bool whole);

/* Whether two units' tables are the same, as nothing sets them apart on the way. */
bool jutu_flow_is_same(const JutuModel *a, JutuDataKind kind_a, const JutuModel *b,
                       JutuDataKind kind_b);

/* Columns that a facet divides by, NULL-terminated, in the arena. */
const char *const *jutu_flow_facet_columns(const JutuModel *facet);
