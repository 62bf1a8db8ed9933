/* The flow's tree and how it is rearranged before it runs. */
#include "flow/node.h"

#include <string.h>

#include "base/json.h"

JutuFlow *jutu_flow_new(JutuFlowKind kind, JutuModel *model, JutuFlow *parent, json_t *def)
{
    JutuArena *arena = model->chart->arena;
    JutuFlow *node = jutu_new(arena, JutuFlow, 1);
    *node = (JutuFlow){ .kind = kind, .model = model, .def = jutu_json_own(arena, def) };
    node->children = jutu_arena_own(arena, g_ptr_array_new(), (void (*)(void *))g_ptr_array_unref);
    if (parent)
        jutu_flow_set_parent(node, parent);
    return node;
}

void jutu_flow_set_parent(JutuFlow *node, JutuFlow *parent)
{
    if (node->parent)
        g_ptr_array_remove(node->parent->children, node);
    node->parent = parent;
    if (parent)
        g_ptr_array_add(parent->children, node);
}

/* Puts `node` into the place among its siblings that `old` had. */
static void take_place(JutuFlow *node, JutuFlow *old)
{
    JutuFlow *parent = old->parent;
    guint index;
    if (node->parent)
        g_ptr_array_remove(node->parent->children, node);
    if (g_ptr_array_find(parent->children, old, &index))
        parent->children->pdata[index] = node;
    node->parent = parent;
    old->parent = NULL;
}

static void adopt_children(JutuFlow *to, JutuFlow *from)
{
    while (from->children->len)
        jutu_flow_set_parent(g_ptr_array_index(from->children, 0), to);
}

void jutu_flow_remove(JutuFlow *node)
{
    JutuFlow *parent = node->parent;
    guint index;
    g_ptr_array_find(parent->children, node, &index);
    jutu_flow_set_parent(node, NULL);
    for (guint i = 0; i < node->children->len; i++) {
        JutuFlow *child = g_ptr_array_index(node->children, i);
        child->parent = parent;
        g_ptr_array_insert(parent->children, (gint)(index + i), child);
    }
    g_ptr_array_set_size(node->children, 0);
}

void jutu_flow_swap(JutuFlow *node)
{
    JutuFlow *parent = node->parent;
    g_ptr_array_remove(parent->children, node);
    node->parent = NULL;
    g_autoptr(GPtrArray) own = g_ptr_array_copy(node->children, NULL, NULL);
    take_place(node, parent);
    for (guint i = 0; i < own->len; i++)
        jutu_flow_set_parent(g_ptr_array_index(own, i), parent);
    jutu_flow_set_parent(parent, node);
}

/* Whether one path is, or begins, the other: "a" and "a.b" meet, "a" and "ab" don't. */
static bool paths_meet(const char *a, const char *b, JutuArena *arena)
{
    const char *const *as = jutu_field_split(a, arena), *const *bs = jutu_field_split(b, arena);
    for (size_t i = 0; as[i] && bs[i]; i++) {
        if (strcmp(as[i], bs[i]) != 0)
            return false;
    }
    return true;
}

/* Whether the node makes a field that `parse` reads. */
static bool makes_any(const JutuFlow *node, const json_t *parse)
{
    JutuArena *arena = node->model->chart->arena;
    for (size_t i = 0; node->kind == JUTU_FLOW_TRANSFORMS && i < json_array_size(node->def); i++) {
        const json_t *def = json_array_get(node->def, i);
        const JutuTransform *transform = jutu_transform_find(def);
        const char *const *names = transform && transform->produces
                                       ? transform->produces(def, arena)
                                       : NULL;
        if (transform && transform->produces && !names)
            return true;
        const char *field;
        json_t *type;
        for (; names && *names; names++) {
            json_object_foreach ((json_t *)parse, field, type) {
                if (paths_meet(*names, field, arena))
                    return true;
            }
        }
    }
    return false;
}

/* A parse node goes above its parent, or becomes one with it, unless the parent makes the field. */
static bool move_parse_up(JutuFlow *node)
{
    JutuFlow *child = node->children->len == 1 ? g_ptr_array_index(node->children, 0) : NULL;
    if (node->kind == JUTU_FLOW_SOURCE || !child || child->kind != JUTU_FLOW_PARSE)
        return false;
    if (node->kind == JUTU_FLOW_PARSE) {
        json_object_update(node->def, child->def);
        jutu_flow_remove(child);
        return true;
    }
    if (makes_any(node, child->def))
        return false;
    jutu_flow_swap(child);
    return true;
}

/* What the parse nodes below a fork have in common, fields that they parse differently left out. */
static json_t *common_parse(const JutuFlow *node)
{
    json_t *common = json_object();
    g_autoptr(GPtrArray) conflicts = g_ptr_array_new();
    for (guint i = 0; i < node->children->len; i++) {
        const JutuFlow *child = g_ptr_array_index(node->children, i);
        const char *field;
        json_t *type;
        if (child->kind != JUTU_FLOW_PARSE)
            continue;
        json_object_foreach (child->def, field, type) {
            json_t *other = json_object_get(common, field);
            if (!other)
                json_object_set(common, field, type);
            else if (!json_equal(other, type))
                g_ptr_array_add(conflicts, (char *)field);
        }
    }
    for (guint i = 0; i < conflicts->len; i++)
        json_object_del(common, conflicts->pdata[i]);
    return common;
}

static bool merge_parses(JutuFlow *node)
{
    if (node->children->len < 2)
        return false;
    json_t *common = common_parse(node);
    if (json_object_size(common) == 0) {
        json_decref(common);
        return false;
    }
    JutuFlow *merged = jutu_flow_new(JUTU_FLOW_PARSE, node->model, NULL, common);
    adopt_children(merged, node);
    jutu_flow_set_parent(merged, node);
    g_autoptr(GPtrArray) children = g_ptr_array_copy(merged->children, NULL, NULL);
    for (guint i = 0; i < children->len; i++) {
        JutuFlow *child = g_ptr_array_index(children, i);
        const char *field;
        json_t *type;
        if (child->kind != JUTU_FLOW_PARSE)
            continue;
        json_object_foreach (common, field, type)
            json_object_del(child->def, field);
        if (json_object_size(child->def) == 0)
            jutu_flow_remove(child);
    }
    return true;
}

static bool hoist(JutuFlow *node)
{
    bool changed = false;
    for (guint i = 0; i < node->children->len; i++)
        changed |= hoist(g_ptr_array_index(node->children, i));
    return changed | move_parse_up(node) | merge_parses(node);
}

static void drop_unneeded_outputs(JutuFlow *node)
{
    for (guint i = 0; i < node->children->len;) {
        JutuFlow *child = g_ptr_array_index(node->children, i);
        bool idle = child->kind == JUTU_FLOW_OUTPUT && !child->required;
        if (idle)
            jutu_flow_remove(child);
        else
            drop_unneeded_outputs(g_ptr_array_index(node->children, i++));
    }
}

/* Facet columns join the group-bys, so that cells can be divided after grouping. */
static void add_dimensions(JutuFlow *node, const char *const *columns)
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

static void clone_below(JutuFlow *node, JutuFlow *parent, const char *const *columns)
{
    JutuFlow *copy = parent;
    if (node->kind != JUTU_FLOW_FACET) {
        copy = jutu_flow_new(node->kind, node->model, parent, json_deep_copy(node->def));
        copy->where = node->where;
        copy->grouped = node->grouped;
        copy->output = node->output;
        copy->required = node->required;
        add_dimensions(copy, columns);
        if (copy->kind == JUTU_FLOW_OUTPUT)
            copy->model->outputs.all[copy->output] = copy;
    }
    for (guint i = 0; i < node->children->len; i++)
        clone_below(g_ptr_array_index(node->children, i), copy, columns);
}

static void move_main_to_facet(JutuFlow *main)
{
    while (main->children->len == 1) {
        JutuFlow *child = g_ptr_array_index(main->children, 0);
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
static void move_facet_down(JutuFlow *node)
{
    if (node->kind != JUTU_FLOW_FACET) {
        for (guint i = 0; i < node->children->len; i++)
            move_facet_down(g_ptr_array_index(node->children, i));
        return;
    }
    const char *const *columns = jutu_flow_facet_columns(node->model);
    for (JutuFlow *child; node->children->len == 1; jutu_flow_swap(child)) {
        child = g_ptr_array_index(node->children, 0);
        if (child->kind == JUTU_FLOW_OUTPUT)
            break;
        add_dimensions(child, columns);
    }
    JutuFlow *main = node->model->outputs.nodes[JUTU_DATA_MAIN];
    move_main_to_facet(main);
    for (guint i = 0; i < node->children->len; i++)
        clone_below(g_ptr_array_index(node->children, i), main, columns);
}

void jutu_flow_optimise(GPtrArray *roots)
{
    enum { MAX_ROUNDS = 1000 }; /* every round moves something up; trees are small */
    for (guint i = 0; i < roots->len; i++) {
        JutuFlow *root = g_ptr_array_index(roots, i);
        drop_unneeded_outputs(root);
        move_facet_down(root);
        for (int round = 0; round < MAX_ROUNDS && hoist(root); round++)
            ;
    }
}
