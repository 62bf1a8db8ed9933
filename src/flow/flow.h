/*
 * The data flow: a tree of nodes, each a table made from its parent's. It is
 * built for the whole view tree before any data are read, so that a column is
 * parsed where the first transform can see it; then every node runs when it is
 * asked for, once, or once a facet cell.
 */
#pragma once
#include "data/table.h"
#include "plan/data_kind.h"
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

/* The data of a Vega-Lite `data` object: read once, however many views use it. NULL with error set.
 */
const JutuTable *jutu_chart_load(JutuChart *chart, const json_t *data, GError **error);

/* Builds the flow of a view tree and fills each model's `outputs`. */
bool jutu_flow_build(JutuModel *root, GError **error);

/* The table at a node, in the chart's arena; NULL with error set. */
const JutuTable *jutu_flow_table(JutuFlow *node, GError **error);

/* A unit's table; `all` for that over all cells. */
const JutuTable *jutu_flow_data(const JutuModel *unit, JutuDataKind kind, bool all, GError **error);

/* Whether two units' tables are the same, as nothing sets them apart on the way. */
bool jutu_flow_is_same(const JutuModel *a, JutuDataKind kind_a, const JutuModel *b,
                       JutuDataKind kind_b);

/* What an `extent` transform of the chart says of its field. @return false if none has this name */
bool jutu_flow_extent(const JutuChart *chart, const char *param, JutuValue *out);

/* All rows that a facet divides. */
const JutuTable *jutu_flow_facet_rows(JutuFlow *facet, GError **error);

/* Columns that a facet divides by, NULL-terminated, in the arena. */
const char *const *jutu_flow_facet_columns(const JutuModel *facet);

/* Enters a cell: the facet gives `rows` from now on, and all below it runs anew. */
void jutu_flow_enter(JutuFlow *facet, const JutuTable *rows);

/* The table before a unit's column `as` was binned; NULL if it isn't. NULL with error set, too. */
const JutuTable *jutu_flow_before_bin(const JutuModel *unit, const char *as, bool all,
                                      GError **error);
