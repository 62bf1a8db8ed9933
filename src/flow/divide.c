/* Facets move down the flow, so that what can run for all cells at once does (data/subtree.ts). */
#include "base/json.h"
#include "flow/node.h"

/* Facet columns join the group-bys, so that cells can be divided after grouping. */
static void add_dimensions(JutuFlowNode *node, const char *const *columns)
{
    for (size_t i = 0; node->grouped && i < json_array_size(node->def); i++) {
        json_t *def = json_array_get(node->def, i);
        json_t *groupby = json_object_get(def, "groupby");
        json_t *longer = groupby ? json_copy(groupby) : json_array();
        json_t *copy = json_copy(def);
        for (const char *const *column = columns; *column; column++)
            json_array_append_new(longer, json_string(*column));
        json_object_set_new(copy, "groupby", longer);
        json_array_set_new(node->def, i, copy);
    }
}

static void clone_below(JutuFlowNode *node, JutuFlowNode *parent, const char *const *columns)
{
    JutuFlowNode *copy = parent;
    if (node->kind != JUTU_FLOW_FACET) {
        copy = jutu_flow_new(node->kind, node->view, parent, json_deep_copy(node->def));
        copy->where = node->where;
        copy->grouped = node->grouped;
        copy->bins = node->bins;
        copy->before = node->before;
        copy->output = node->output;
        copy->required = node->required;
        add_dimensions(copy, columns);
        if (copy->kind == JUTU_FLOW_OUTPUT)
            jutu_flow_outputs(copy->flow, copy->view)->all[copy->output] = copy;
    }
    for (guint i = 0; i < node->children->len; i++)
        clone_below(g_ptr_array_index(node->children, i), copy, columns);
}

static void move_main_to_facet(JutuFlowNode *main)
{
    while (main->children->len == 1) {
        JutuFlowNode *child = g_ptr_array_index(main->children, 0);
        if (child->kind == JUTU_FLOW_FACET)
            return;
        jutu_flow_swap(child);
    }
}

/*
 * A facet goes down past everything that isn't an output or a fork, so that
 * transforms run once for all cells; what remains below it also runs for all
 * cells together, for shared domains.
 */
void jutu_flow_divide(JutuFlowNode *node)
{
    if (node->kind != JUTU_FLOW_FACET) {
        for (guint i = 0; i < node->children->len; i++)
            jutu_flow_divide(g_ptr_array_index(node->children, i));
        return;
    }
    const char *const *columns = jutu_flow_facet_columns(node->view);
    for (JutuFlowNode *child; node->children->len == 1; jutu_flow_swap(child)) {
        child = g_ptr_array_index(node->children, 0);
        if (child->kind == JUTU_FLOW_OUTPUT)
            break;
        add_dimensions(child, columns);
    }
    JutuFlowNode *main = jutu_flow_outputs(node->flow, node->view)->nodes[JUTU_DATA_MAIN];
    move_main_to_facet(main);
    for (guint i = 0; i < node->children->len; i++)
        clone_below(g_ptr_array_index(node->children, i), main, columns);
}
