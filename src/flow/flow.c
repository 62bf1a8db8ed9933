/* Which node of the flow gives what. */
#include "flow/flow.h"

#include <string.h>

#include "base/json.h"
#include "flow/node.h"
#include "plan/scales.h"
#include "plan/selection.h"

JutuFlow *jutu_flow_node_of(const JutuFlowPlan *flow, const JutuModel *unit, JutuDataKind kind,
                            bool all)
{
    const JutuOutputs *outputs = jutu_flow_outputs(flow, unit);
    JutuFlow *const *nodes = all && outputs->all[JUTU_DATA_MAIN] ? outputs->all : outputs->nodes;
    return nodes[kind] ? nodes[kind] : nodes[JUTU_DATA_MAIN];
}

/* Whether two nodes give the same rows: the same is done to the same source. */
static bool same_rows(const JutuFlow *a, const JutuFlow *b)
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

bool jutu_tables_are_same(const JutuTables *tables, const JutuModel *a, JutuDataKind kind_a,
                          const JutuModel *b, JutuDataKind kind_b)
{
    return same_rows(jutu_flow_node_of(tables->flow, a, kind_a, false),
                     jutu_flow_node_of(tables->flow, b, kind_b, false));
}

static bool bins_into(const JutuFlow *node, const char *as)
{
    for (size_t i = 0; node->kind == JUTU_FLOW_TRANSFORMS && i < json_array_size(node->def); i++) {
        const json_t *def = json_array_get(node->def, i);
        const char *name = json_string_value(json_array_get(json_object_get(def, "as"), 0));
        if (json_object_get(def, "bin") && name && strcmp(name, as) == 0)
            return true;
    }
    return false;
}

JutuFlow *jutu_flow_before_bin(const JutuFlowPlan *flow, const JutuModel *unit, const char *as,
                               bool all)
{
    JutuFlow *node = jutu_flow_node_of(flow, unit, JUTU_DATA_MAIN, all);
    while (node && !bins_into(node, as))
        node = node->parent;
    return node ? node->parent : NULL;
}

JutuFlow *jutu_flow_numbered_before(const JutuFlow *node)
{
    JutuFlow *before = node->before;
    while (before && !before->parent) /* was merged into another */
        before = before->before;
    return before;
}

const JutuModel *jutu_flow_looked_up(const JutuFlow *node, const json_t *def)
{
    const char *name = jutu_json_string(json_object_get(def, "from"), "param", NULL);
    const JutuSelection *selection = name ? jutu_selection_find(node->flow->plan, node->model, name)
                                          : NULL;
    return selection ? selection->unit : NULL;
}

/* == What is wanted == */

static void want_node(JutuFlowPlan *flow, JutuFlow *node)
{
    if (!node || node->wanted)
        return;
    node->wanted = true;
    want_node(flow, node->parent);
    want_node(flow, jutu_flow_numbered_before(node));
    for (size_t i = 0; node->kind == JUTU_FLOW_TRANSFORMS && i < json_array_size(node->def); i++) {
        const JutuModel *unit = jutu_flow_looked_up(node, json_array_get(node->def, i));
        if (unit)
            want_node(flow, jutu_flow_node_of(flow, unit, JUTU_DATA_MAIN, true));
    }
    const JutuFlow *parent = node->parent;
    node->facet = parent && parent->kind == JUTU_FLOW_FACET ? parent
                  : parent                                  ? parent->facet
                                                            : NULL;
    node->index = flow->wanted->len;
    g_ptr_array_add(flow->wanted, node);
}

/* Wants the tables that a scale's domain and range are made of. */
static void want_scale(JutuFlowPlan *flow, const JutuModel *unit, const JutuScaleComponent *scale)
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

static void want_unit(JutuFlowPlan *flow, const JutuModel *unit)
{
    want_node(flow, jutu_flow_node_of(flow, unit, JUTU_DATA_MAIN, false));
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        const JutuChannelDef *def = jutu_field_def(unit->encoding.defs[channel]);
        const JutuScaleComponent *scale = jutu_plan_view(flow->plan, unit)->scales[channel];
        if (scale)
            want_scale(flow, unit, scale);
        if (def && def->binning == JUTU_BIN)
            want_node(flow, jutu_flow_before_bin(flow, unit, def->column.value, true));
    }
}

static void want_model(JutuFlowPlan *flow, const JutuModel *model, bool whole)
{
    if (model->kind == JUTU_MODEL_UNIT)
        want_unit(flow, model);
    if (model->kind == JUTU_MODEL_UNIT && whole)
        want_node(flow, jutu_flow_node_of(flow, model, JUTU_DATA_MAIN, true));
    want_node(flow, jutu_flow_outputs(flow, model)->facet);
    for (size_t i = 0; i < model->n_children; i++)
        want_model(flow, model->children[i], whole);
}

void jutu_flow_want(JutuFlowPlan *flow, bool whole)
{
    want_model(flow, flow->plan->root, whole);
}
