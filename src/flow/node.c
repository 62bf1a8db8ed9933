/* The flow's tree. */
#include "flow/node.h"

#include "base/json.h"

JutuFlowNode *jutu_flow_new(JutuFlowKind kind, const JutuView *view, JutuFlowNode *parent,
                            json_t *def)
{
    JutuArena *arena = view->chart->arena;
    JutuFlowNode *node = jutu_new(arena, JutuFlowNode, 1);
    *node = (JutuFlowNode){ .kind = kind, .view = view, .def = jutu_json_own(arena, def) };
    node->children = jutu_arena_own(arena, g_ptr_array_new(), (void (*)(void *))g_ptr_array_unref);
    if (parent) {
        node->flow = parent->flow;
        jutu_flow_set_parent(node, parent);
    }
    return node;
}

void jutu_flow_set_parent(JutuFlowNode *node, JutuFlowNode *parent)
{
    if (node->parent)
        g_ptr_array_remove(node->parent->children, node);
    node->parent = parent;
    if (parent)
        g_ptr_array_add(parent->children, node);
}

/* Puts `node` into the place among its siblings that `old` had. */
static void take_place(JutuFlowNode *node, JutuFlowNode *old)
{
    JutuFlowNode *parent = old->parent;
    guint index;
    if (node->parent)
        g_ptr_array_remove(node->parent->children, node);
    if (g_ptr_array_find(parent->children, old, &index))
        parent->children->pdata[index] = node;
    node->parent = parent;
    old->parent = NULL;
}

static void adopt_children(JutuFlowNode *to, JutuFlowNode *from)
{
    while (from->children->len)
        jutu_flow_set_parent(g_ptr_array_index(from->children, 0), to);
}

void jutu_flow_merge(JutuFlowNode *into, JutuFlowNode *node)
{
    adopt_children(into, node);
    jutu_flow_set_parent(node, NULL);
}

void jutu_flow_remove(JutuFlowNode *node)
{
    JutuFlowNode *parent = node->parent;
    guint index;
    g_ptr_array_find(parent->children, node, &index);
    jutu_flow_set_parent(node, NULL);
    for (guint i = 0; i < node->children->len; i++) {
        JutuFlowNode *child = g_ptr_array_index(node->children, i);
        child->parent = parent;
        g_ptr_array_insert(parent->children, (gint)(index + i), child);
    }
    g_ptr_array_set_size(node->children, 0);
}

void jutu_flow_swap(JutuFlowNode *node)
{
    JutuFlowNode *parent = node->parent;
    g_ptr_array_remove(parent->children, node);
    node->parent = NULL;
    g_autoptr(GPtrArray) own = g_ptr_array_copy(node->children, NULL, NULL);
    take_place(node, parent);
    for (guint i = 0; i < own->len; i++)
        jutu_flow_set_parent(g_ptr_array_index(own, i), parent);
    jutu_flow_set_parent(parent, node);
}
