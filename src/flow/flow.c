/* Which node of the flow gives what. */
#include "flow/flow.h"

#include <string.h>

#include "base/json.h"
#include "flow/node.h"
#include "plan/scales.h"
#include "plan/selection.h"

JutuFlowNode *jutu_flow_node_of(const JutuFlow *flow, const JutuView *unit, JutuDataKind kind,
                                bool all)
{
    const JutuOutputs *outputs = jutu_flow_outputs(flow, unit);
    JutuFlowNode *const *nodes = all && outputs->all[JUTU_DATA_MAIN] ? outputs->all
                                                                     : outputs->nodes;
    return nodes[kind] ? nodes[kind] : nodes[JUTU_DATA_MAIN];
}

/* Whether two nodes give the same rows: the same is done to the same source. */
static bool same_rows(const JutuFlowNode *a, const JutuFlowNode *b)
{
    while (a && a->kind == JUTU_FLOW_OUTPUT)
        a = a->parent;
    while (b && b->kind == JUTU_FLOW_OUTPUT)
        b = b->parent;
    if (a == b)
        return true;
    return a && b && a->kind == b->kind && a->parent && b->parent && a->kind != JUTU_FLOW_FACET &&
           a->grouped == b->grouped && json_equal(a->def, b->def) &&
           same_rows(a->parent, b->parent);
}

bool jutu_tables_are_same(const JutuTables *tables, const JutuView *a, JutuDataKind kind_a,
                          const JutuView *b, JutuDataKind kind_b)
{
    return same_rows(jutu_flow_node_of(tables->flow, a, kind_a, false),
                     jutu_flow_node_of(tables->flow, b, kind_b, false));
}

static bool bins_into(const JutuFlowNode *node, const char *as)
{
    for (size_t i = 0; node->kind == JUTU_FLOW_TRANSFORMS && i < json_array_size(node->def); i++) {
        const json_t *def = json_array_get(node->def, i);
        const char *name = json_string_value(json_array_get(json_object_get(def, "as"), 0));
        if (json_object_get(def, "bin") && name && strcmp(name, as) == 0)
            return true;
    }
    return false;
}

JutuFlowNode *jutu_flow_before_bin(const JutuFlow *flow, const JutuView *unit, const char *as,
                                   bool all)
{
    JutuFlowNode *node = jutu_flow_node_of(flow, unit, JUTU_DATA_MAIN, all);
    while (node && !bins_into(node, as))
        node = node->parent;
    return node ? node->parent : NULL;
}

JutuFlowNode *jutu_flow_numbered_before(const JutuFlowNode *node)
{
    JutuFlowNode *before = node->before;
    while (before && !before->parent) /* was merged into another */
        before = before->before;
    return before;
}

const JutuView *jutu_flow_looked_up(const JutuFlowNode *node, const json_t *def)
{
    const char *name = jutu_json_string(json_object_get(def, "from"), "param", NULL);
    const JutuSelection *selection = name ? jutu_selection_find(node->flow->plan, node->view, name)
                                          : NULL;
    return selection ? selection->unit : NULL;
}

/* == What is wanted == */

static void want_node(JutuFlow *flow, JutuFlowNode *node)
{
    if (!node || node->wanted)
        return;
    node->wanted = true;
    want_node(flow, node->parent);
    want_node(flow, jutu_flow_numbered_before(node));
    for (size_t i = 0; node->kind == JUTU_FLOW_TRANSFORMS && i < json_array_size(node->def); i++) {
        const JutuView *unit = jutu_flow_looked_up(node, json_array_get(node->def, i));
        if (unit)
            want_node(flow, jutu_flow_node_of(flow, unit, JUTU_DATA_MAIN, true));
    }
    const JutuFlowNode *parent = node->parent;
    node->facet = parent && parent->kind == JUTU_FLOW_FACET ? parent
                  : parent                                  ? parent->facet
                                                            : NULL;
    node->index = flow->wanted->len;
    g_ptr_array_add(flow->wanted, node);
}

/* Wants the tables that a scale's domain and range are made of. */
static void want_scale(JutuFlow *flow, const JutuView *unit, const JutuScalePlan *scale)
{
    for (size_t i = 0; i < scale->n_domains; i++) {
        const JutuDomainSource *source = &scale->domains[i];
        if (source->column)
            want_node(flow, jutu_flow_node_of(flow, unit, source->data, source->all_cells));
        else if (source->values && !json_is_array(source->values))
            want_node(flow, jutu_flow_node_of(flow, unit, JUTU_DATA_MAIN, true));
    }
    if (json_object_get(jutu_bag_get(&scale->props, "range"), "field"))
        want_node(flow, jutu_flow_node_of(flow, unit, JUTU_DATA_MAIN, true));
}

static void want_unit(JutuFlow *flow, const JutuView *unit)
{
    want_node(flow, jutu_flow_node_of(flow, unit, JUTU_DATA_MAIN, false));
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        const JutuChannelDef *def = jutu_field_def(unit->encoding.defs[channel]);
        const JutuScalePlan *scale = jutu_plan_view(flow->plan, unit)->scales[channel];
        if (scale)
            want_scale(flow, unit, scale);
        if (def && def->binning == JUTU_BIN)
            want_node(flow, jutu_flow_before_bin(flow, unit, def->column.value, true));
    }
}

static void want_view(JutuFlow *flow, const JutuView *view, bool whole)
{
    if (view->kind == JUTU_VIEW_UNIT)
        want_unit(flow, view);
    if (view->kind == JUTU_VIEW_UNIT && whole)
        want_node(flow, jutu_flow_node_of(flow, view, JUTU_DATA_MAIN, true));
    want_node(flow, jutu_flow_outputs(flow, view)->facet);
    for (size_t i = 0; i < view->n_children; i++)
        want_view(flow, view->children[i], whole);
}

void jutu_flow_want(JutuFlow *flow, bool whole)
{
    want_view(flow, flow->plan->root, whole);
}
