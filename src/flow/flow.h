/*
 * The data flow: a tree of nodes, each a table made from its parent's. It is
 * built while the view tree is known and the data are not (so that parsing can
 * be decided by who uses a column), then read; a node runs once, or once a facet cell.
 */
#pragma once
#include "data/table.h"
#include "transform/transform.h"
#include "view/def.h"

typedef struct JutuFlow JutuFlow;
typedef struct JutuModel JutuModel;

/* The table at a node; NULL with error set. Memoised. */
const JutuTable *jutu_flow_table(JutuFlow *node, GError **error);

/* Enters a facet cell: the facet node gives `table` from now on, and all below it runs anew. */
void jutu_flow_enter(JutuFlow *facet, const JutuTable *table);

/* What a unit's later stages read (vega-lite's output nodes). */
typedef struct {
    JutuFlow *raw;  /* before aggregation: domains sorted by a field, unaggregated */
    JutuFlow *main; /* what the marks are drawn from, invalid rows filtered if so configured */
    JutuFlow *unfiltered; /* as main with the invalid rows; main itself where they're the same */
    JutuFlow *filtered;   /* as main without the invalid rows, even if marks show them */
    JutuFlow *facet;      /* of a facet model: the node to enter cells with; NULL */
    /* The same three for domains that are shared over the cells of enclosing facets: run over all
     * rows with the facets' fields added to every group-by. Equal to the above outside of facets.
     */
    JutuFlow *all_raw, *all_main, *all_unfiltered, *all_filtered;
} JutuOutputs;

/* Builds the flow of a whole view tree and fills each model's `outputs`. */
bool jutu_flow_build(JutuModel *root, GError **error);
