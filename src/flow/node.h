/* Nodes of the data flow, for the files of this folder. */
#pragma once
#include "flow/tables.h"
#include "view/view.h"

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

typedef struct JutuFlowNode JutuFlowNode;

struct JutuFlowNode {
    JutuFlowKind kind;
    JutuFlow *flow;
    const JutuView *view; /* for whom; of OUTPUT and FACET also whose */
    JutuFlowNode *parent;
    GPtrArray *children;
    /* SOURCE: the data member; PARSE: {field: type}; TRANSFORMS: a list that runs in order;
     * INDEX: {column: [predicate, …]}; FILTER: {path: "quantitative" | "temporal"} */
    json_t *def;
    const json_t *where;              /* the user's node for messages; NULL */
    bool bins;                        /* of TRANSFORMS: bins, and what is made of them at once */
    bool grouped;                     /* a facet's fields join the group-bys of its transforms */
    JutuDataKind output;              /* of OUTPUT */
    bool required;                    /* of OUTPUT */
    JutuFlowNode *before;             /* of IDENTIFY: numbers go on from there; NULL */
    const struct JutuFlowNode *facet; /* whose cells have it each; NULL: outside of facets */
    size_t index;                     /* among the wanted ones */
    bool wanted;                      /* somebody asks for it, or for one below it */
};

/* The nodes that give a view's tables. */
typedef struct {
    JutuFlowNode *nodes[JUTU_N_DATA]; /* UNFILTERED, FILTERED: NULL where main serves */
    /*
     * The same over all cells of the enclosing facet, whose fields are added to every group-by:
     * for domains that cells share. NULL outside of facets.
     */
    JutuFlowNode *all[JUTU_N_DATA];
    bool required[JUTU_N_DATA]; /* somebody will ask; some domain is read from it */
    JutuFlowNode *facet;        /* of a facet: where its cells begin; NULL */
} JutuOutputs;

struct JutuFlow {
    const JutuPlan *plan;
    JutuOutputs *outputs; /* by a view's index */
    GPtrArray *roots;     /* of JutuFlowNode: the sources */
    GPtrArray *extents;   /* of JutuFlowNode: transforms that set a parameter */
    GPtrArray *wanted;    /* of JutuFlowNode, each after its parent */
};

/* Which nodes are wanted, and where they stand. */
void jutu_flow_want(JutuFlow *flow, bool whole);

static inline JutuOutputs *jutu_flow_outputs(const JutuFlow *flow, const JutuView *view)
{
    return &flow->outputs[view->index];
}

/* Which of a unit's nodes is meant. */
JutuFlowNode *jutu_flow_node_of(const JutuFlow *flow, const JutuView *unit, JutuDataKind kind,
                                bool all);
/* The node after which a unit's column is binned; NULL: it isn't. */
JutuFlowNode *jutu_flow_before_bin(const JutuFlow *flow, const JutuView *unit, const char *as,
                                   bool all);
/* The selection's unit whose rows a transform looks up; NULL: none. */
const JutuView *jutu_flow_looked_up(const JutuFlowNode *node, const json_t *def);
/* Where the numbers of an IDENTIFY go on from; NULL. */
JutuFlowNode *jutu_flow_numbered_before(const JutuFlowNode *node);

/* A node of the agenda: a table, or an extent. */
typedef struct {
    JutuTables *tables;
    const JutuFlowNode *node;
    size_t number; /* in the agenda */
} JutuTableNode;

struct JutuTables {
    const JutuFlow *flow;
    JutuDataSources *sources;
    const JutuTables *outer;   /* NULL: outside of facets */
    const JutuFlowNode *facet; /* whose cell; NULL */
    const JutuTable **made;    /* by a node's index */
    size_t *last;              /* likewise: the greatest number that an IDENTIFY gave */
    JutuScope scope;
    JutuAgenda *agenda; /* of those outside */
    size_t *numbers;    /* in the agenda, by a node's index */
    JutuTableNode *nodes, *extents;
    size_t n_nodes, n_extents;
    bool checked; /* what can't be read has been said */
};

/* The table of a node, of this cell or outside; NULL if nobody asks for it. */
const JutuTable *jutu_flow_table(const JutuTables *tables, const JutuFlowNode *node);

/* Warns of cells that a channel can't read, and of names that look alike. */
void jutu_flow_check_cells(const JutuTables *tables);

/* Runs one node. @param in  its parent's table @return NULL with error set */
const JutuTable *jutu_flow_run(JutuTables *tables, const JutuFlowNode *node, const JutuTable *in,
                               GError **error);

/* Whether the rows have the fields that a transform or an encoding reads. @return false with error
 * set where the theme wants them to */
bool jutu_flow_transform_fields(const JutuFlowNode *node, const JutuTransform *transform,
                                const json_t *def, const JutuTable *in, GError **error);
/* Warns of a definition without a type whose column holds numbers. */
void jutu_flow_untyped(const JutuChannelDef *def, const JutuTable *in, const JutuChart *chart);
bool jutu_flow_encoding_fields(const JutuView *view, const JutuTable *in, GError **error);

/* A node of the same flow as its parent. */
JutuFlowNode *jutu_flow_new(JutuFlowKind kind, const JutuView *view, JutuFlowNode *parent,
                            json_t *def);

/* Takes the node out; its children go to its parent. */
void jutu_flow_remove(JutuFlowNode *node);
/* Exchanges a node with its parent. */
void jutu_flow_swap(JutuFlowNode *node);
void jutu_flow_set_parent(JutuFlowNode *node, JutuFlowNode *parent);

/* Takes the node out; its children go to another one. */
void jutu_flow_merge(JutuFlowNode *into, JutuFlowNode *node);

/* Moves parsing and bins towards the sources, facets towards the leaves; drops what isn't needed.
 */
void jutu_flow_optimise(GPtrArray *roots);
/* The part of it that moves facets. */
void jutu_flow_divide(JutuFlowNode *node);

/* The fields that vega-lite parses without being told, of a transform and an encoding: {field:
 * type}, owned. */
json_t *jutu_flow_implied_by_encoding(const JutuPlan *plan, const JutuView *view);

/* {column: [predicate, …]}: a row's index is that of the first that holds, owned; NULL: none. */
json_t *jutu_flow_sort_indices(const JutuView *view);

/* Transforms that an encoding implies, each a list for one node, owned; NULL: none. */
json_t *jutu_flow_bins(const JutuPlan *plan, const JutuView *view);
json_t *jutu_flow_time_units(const JutuView *view);
json_t *jutu_flow_aggregate(const JutuView *unit);
json_t *jutu_flow_impute(const JutuView *unit);
json_t *jutu_flow_stack(const JutuView *unit);
/* Facet headers sorted by another field: a joinaggregate; NULL: none. */
json_t *jutu_flow_facet_sort(const JutuView *facet);

/* The fields to look at for invalid values: {path: type}, owned; NULL: none. */
json_t *jutu_flow_invalid(const JutuPlan *plan, const JutuView *unit);
