/* Nodes of the data flow, for the files of this folder. */
#pragma once
#include "flow/flow.h"
#include "view/model.h"

typedef enum {
    JUTU_FLOW_SOURCE,
    JUTU_FLOW_IDENTIFY, /* numbers the rows, for selections without fields */
    JUTU_FLOW_PARSE,
    JUTU_FLOW_TRANSFORMS,
    JUTU_FLOW_INDEX,  /* positions of values in explicit sort lists */
    JUTU_FLOW_FILTER, /* out with rows that are invalid in a channel */
    JUTU_FLOW_OUTPUT,
    JUTU_FLOW_FACET,
} JutuFlowKind;

struct JutuFlow {
    JutuFlowKind kind;
    JutuModel *model; /* for whom; of OUTPUT and FACET also whose */
    JutuFlow *parent;
    GPtrArray *children;
    /* SOURCE: the data member; PARSE: {field: type}; TRANSFORMS: a list that runs in order;
     * INDEX: {column: [predicate, …]}; FILTER: {path: "quantitative" | "temporal"} */
    json_t *def;
    const json_t *where;    /* the user's node for messages; NULL */
    bool bins;              /* of TRANSFORMS: bins, and what is made of them at once */
    bool grouped;           /* a facet's fields join the group-bys of its transforms */
    JutuDataKind output;    /* of OUTPUT */
    bool required;          /* of OUTPUT */
    JutuFlow *before;       /* of IDENTIFY: numbers go on from there; NULL */
    size_t last;            /* of IDENTIFY: the greatest number */
    const JutuTable *table; /* memo; of a FACET the cell that was entered */
};

JutuFlow *jutu_flow_new(JutuFlowKind kind, JutuModel *model, JutuFlow *parent, json_t *def);

/* Takes the node out; its children go to its parent. */
void jutu_flow_remove(JutuFlow *node);
/* Exchanges a node with its parent. */
void jutu_flow_swap(JutuFlow *node);
void jutu_flow_set_parent(JutuFlow *node, JutuFlow *parent);

/* Takes the node out; its children go to another one. */
void jutu_flow_merge(JutuFlow *into, JutuFlow *node);

/* Moves parsing and bins towards the sources, facets towards the leaves; drops what isn't needed.
 */
void jutu_flow_optimise(GPtrArray *roots);
/* The part of it that moves facets. */
void jutu_flow_divide(JutuFlow *node);

/* What vega-lite parses without being told, of a transform and of an encoding: {field: type},
 * owned. */
json_t *jutu_flow_implied_by_encoding(const JutuModel *model);

/* {column: [predicate, …]}: a row's index is that of the first that holds, owned; NULL: none. */
json_t *jutu_flow_sort_indices(const JutuModel *model);

/* Transforms that an encoding implies, each a list for one node, owned; NULL: none. */
json_t *jutu_flow_bins(const JutuModel *model);
json_t *jutu_flow_time_units(const JutuModel *model);
json_t *jutu_flow_aggregate(const JutuModel *unit);
json_t *jutu_flow_impute(const JutuModel *unit);
json_t *jutu_flow_stack(const JutuModel *unit);
/* Facet headers sorted by another field: a joinaggregate; NULL: none. */
json_t *jutu_flow_facet_sort(const JutuModel *facet);

/* The fields to look at for invalid values: {path: type}, owned; NULL: none. */
json_t *jutu_flow_invalid(const JutuModel *unit);
