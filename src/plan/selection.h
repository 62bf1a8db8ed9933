/*
 * Selections in the state that the spec gives them: what each looks at, what it
 * has selected, and what scales and expressions see of that. All of it is known
 * without data; only the brushes that are drawn need scales.
 */
#pragma once
#include "plan/plan.h"

/* One field that a selection compares. */
typedef struct {
    JutuChannel channel; /* JUTU_NO_CHANNEL: given by name */
    const char *given;   /* the field as its definition has it */
    const char *field;   /* the path of its column */
    const char *type;    /* how: "E" one of, "R" between, "R-RE" of a bin */
} JutuProjection;

/* A selection of one unit; the same param may be in several. */
struct JutuSelection {
    const char *name;  /* as an identifier */
    const char *given; /* as the spec has it */
    const JutuView *unit;
    const json_t *param;
    bool interval, global; /* global: one selection for all views that have it */
    bool moves_scales;     /* bind: "scales" */
    bool in_legends;       /* bind: "legend" */
    bool by_id;            /* it selects rows, not values */
    const JutuProjection *items;
    size_t n_items;
    const JutuValue *values; /* n_entries × n_items */
    size_t n_entries;        /* 0: nothing is selected */
    JutuValue store;         /* the same as Vega's data set has it */
    json_t *time_units;      /* transforms that make its columns; NULL: none */
};

/* The selection that a view means by a param's name; NULL: it is none. */
const JutuSelection *jutu_selection_find(const JutuPlan *plan, const JutuView *view,
                                         const char *name);

/* The rows of a selection's data set, as Vega keeps them. @param name  "brush_store"
 * @return false if there is no such set */
bool jutu_selection_store(const JutuPlan *plan, const char *name, JutuValue *out);

/* The expression that {"param", "field" or "encoding"} stands for: `brush["x"]`. */
const char *jutu_selection_extent(const JutuPlan *plan, const JutuView *view, const json_t *extent);

/* A bin's parameters with the column of {"extent": {"param", …}} spelled out; owned. */
json_t *jutu_selection_bin(const JutuPlan *plan, const JutuView *view, const json_t *bin);

/* The transforms that a predicate's params need before it can be tested: a list, owned; NULL. */
json_t *jutu_selection_needs(const JutuPlan *plan, const JutuView *view, const json_t *predicate);

/* The test by which entries of a channel's legend are selected; NULL: they can't be. */
const char *jutu_selection_legend_test(const JutuPlan *plan, const JutuView *unit,
                                       JutuChannel channel);

/* For the files of this stage. */

/* Finds the selections of all units, once scales have their types. */
void jutu_selections_find(JutuPlan *plan);
/* Fills in the selection's store; views that have the same selection share that of the first. */
void jutu_selection_fill_store(const JutuPlan *plan, JutuSelection *selection);
/* The selection that a scale is bound to and follows: {"param", "field"}; NULL: none. */
const json_t *jutu_selection_bound(const JutuPlan *plan, const JutuScalePlan *scale);
/* The values that expressions read by the selections' names. */
const JutuObject *jutu_selection_values(const JutuPlan *plan);
