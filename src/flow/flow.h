/*
 * The data flow: a tree of nodes, each a table made from its parent's; it knows no
 * px and nothing that is drawn. It is
 * built for the whole view tree before any data are read, so that a column is
 * parsed where the first transform can see it; then every node that is
 * wanted runs once, or once a facet cell: see tables.h.
 */
#pragma once
#include "data/data.h"
#include "plan/data_kind.h"
#include "plan/plan.h"
#include "transform/transform.h"
#include "view/view.h"

/* The flow of a chart, before any data are read. */
typedef struct JutuFlow JutuFlow;

/* Builds the flow of a view tree, in the chart's arena.
 * @param whole  the tables over all cells are wanted, too: for `explain` */
const JutuFlow *jutu_flow_build(const JutuPlan *plan, JutuDataSources *sources, bool whole);

/* Columns that a facet divides by, NULL-terminated, in the arena. */
const char *const *jutu_flow_facet_columns(const JutuView *facet);
