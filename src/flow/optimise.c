/*
 * The flow is rearranged as vega-lite does it (data/optimizers.ts): what a chart
 * shows depends on it, as values are parsed and extents of bins are taken where
 * the nodes end up.
 */
#include <string.h>

#include "base/json.h"
#include "flow/node.h"

/* == What nodes read and make == */

/* Nested fields meet in the field around them: "a.b" and "a.c" do, "a" and "ab" don't. */
static bool paths_meet(const char *a, const char *b, JutuArena *arena)
{
    return g_strcmp0(jutu_field_split(a, arena)[0], jutu_field_split(b, arena)[0]) == 0;
}

static bool transform_makes(const json_t *def, const char *field, JutuArena *arena)
{
    const JutuTransform *transform = jutu_transform_find(def);
    if (!transform || !transform->produces)
        return false;
    const char *const *names = transform->produces(def, arena);
    bool made = !names;
    for (; names && *names && !made; names++)
        made = paths_meet(*names, field, arena);
    return made;
}

static bool makes_column(const JutuFlowNode *node, const char *field)
{
    bool made = false;
    for (size_t i = 0; node->kind == JUTU_FLOW_TRANSFORMS && i < json_array_size(node->def); i++)
        made |= transform_makes(json_array_get(node->def, i), field, node->view->chart->arena);
    return made;
}

static bool makes_parsed(const JutuFlowNode *node, const json_t *parse)
{
    const char *field;
    const json_t *type;
    bool made = false;
    json_object_foreach ((json_t *)parse, field, type)
        made |= makes_column(node, field);
    return made;
}

static bool makes_binned(const JutuFlowNode *node, const JutuFlowNode *bins)
{
    bool made = false;
    for (size_t i = 0; i < json_array_size(bins->def); i++) {
        const char *field = jutu_json_string(json_array_get(bins->def, i), "field", NULL);
        made |= field && makes_column(node, field);
    }
    return made;
}

/* == Nodes that nobody needs == */

static void drop_unneeded_outputs(JutuFlowNode *node)
{
    for (guint i = 0; i < node->children->len;) {
        JutuFlowNode *child = g_ptr_array_index(node->children, i);
        bool idle = child->kind == JUTU_FLOW_OUTPUT && !child->required;
        if (idle)
            jutu_flow_remove(child);
        else
            drop_unneeded_outputs(g_ptr_array_index(node->children, i++));
    }
}

static void drop_unused_leaves(JutuFlowNode *node)
{
    for (guint i = node->children->len; i-- > 0;)
        drop_unused_leaves(g_ptr_array_index(node->children, i));
    bool used = node->kind == JUTU_FLOW_OUTPUT || node->kind == JUTU_FLOW_FACET ||
                node->kind == JUTU_FLOW_SOURCE;
    if (!used && node->children->len == 0)
        jutu_flow_set_parent(node, NULL);
}

/* == Parsing == */

/* A parse node goes above its parent, or becomes one with it, unless the parent makes the field. */
static bool move_parse_up(JutuFlowNode *node)
{
    JutuFlowNode *child = node->children->len == 1 ? g_ptr_array_index(node->children, 0) : NULL;
    if (node->kind == JUTU_FLOW_SOURCE || !child || child->kind != JUTU_FLOW_PARSE)
        return false;
    if (node->kind == JUTU_FLOW_PARSE) {
        json_object_update(node->def, child->def);
        jutu_flow_remove(child);
        return true;
    }
    if (makes_parsed(node, child->def))
        return false;
    jutu_flow_swap(child);
    return true;
}

/* The fields that the parse nodes below a fork parse alike; others are left out. */
static json_t *common_parse(const JutuFlowNode *node)
{
    json_t *common = json_object();
    g_autoptr(GPtrArray) conflicts = g_ptr_array_new();
    for (guint i = 0; i < node->children->len; i++) {
        const JutuFlowNode *child = g_ptr_array_index(node->children, i);
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

static void forget_parsed(JutuFlowNode *parse, const json_t *fields)
{
    const char *field;
    const json_t *type;
    json_object_foreach ((json_t *)fields, field, type)
        json_object_del(parse->def, field);
    if (json_object_size(parse->def) == 0)
        jutu_flow_remove(parse);
}

static bool merge_parses(JutuFlowNode *node)
{
    if (node->children->len < 2)
        return false;
    json_t *common = common_parse(node);
    if (json_object_size(common) == 0) {
        json_decref(common);
        return false;
    }
    g_autoptr(GPtrArray) children = g_ptr_array_copy(node->children, NULL, NULL);
    JutuFlowNode *merged = jutu_flow_new(JUTU_FLOW_PARSE, node->view, node, common);
    for (guint i = 0; i < children->len; i++) {
        JutuFlowNode *child = g_ptr_array_index(children, i);
        jutu_flow_set_parent(child, merged);
        if (child->kind == JUTU_FLOW_PARSE)
            forget_parsed(child, common);
    }
    return true;
}

/* == Bins == */

static bool is_floor(const JutuFlowNode *node)
{
    const JutuTransform *transform = node->kind == JUTU_FLOW_TRANSFORMS
                                         ? jutu_transform_find(json_array_get(node->def, 0))
                                         : NULL;
    return node->kind == JUTU_FLOW_SOURCE || node->kind == JUTU_FLOW_PARSE ||
           node->kind == JUTU_FLOW_IDENTIFY || (transform && transform->floor);
}

/* Where a list has the same bins, whatever their columns' names; json_array_size() if nowhere. */
static size_t find_bins(const json_t *list, const json_t *bins)
{
    static const char *const keys[] = { "bin", "field" };
    size_t i = 0;
    for (; i < json_array_size(list); i++) {
        const json_t *other = json_array_get(list, i);
        bool same = true;
        for (size_t k = 0; k < G_N_ELEMENTS(keys); k++)
            same &= json_object_get(bins, keys[k]) &&
                    json_equal(json_object_get(other, keys[k]), json_object_get(bins, keys[k]));
        if (same)
            break;
    }
    return i;
}

/* Bins that the list has already need only their columns, not their texts again. */
static void add_bins(json_t *list, const json_t *added)
{
    bool known = false;
    for (size_t i = 0; i < json_array_size(added); i++) {
        json_t *def = json_array_get(added, i);
        if (json_object_get(def, "bin")) {
            size_t at = find_bins(list, def);
            known = at < json_array_size(list);
            if (known && json_equal(json_array_get(list, at), def))
                continue;
        } else if (known) {
            continue;
        }
        json_array_append(list, def);
    }
}

/* The last of the nodes takes in the others. */
static JutuFlowNode *merge_bins(const GPtrArray *nodes)
{
    JutuFlowNode *last = g_ptr_array_index(nodes, nodes->len - 1);
    for (guint i = 0; i + 1 < nodes->len; i++) {
        JutuFlowNode *other = g_ptr_array_index(nodes, i);
        add_bins(last->def, other->def);
        jutu_flow_merge(last, other);
    }
    return last;
}

/* Bins go up through forks and through what doesn't make their fields; filters and parsing stop
 * them. */
static bool move_bins_up(JutuFlowNode *node)
{
    g_autoptr(GPtrArray) rising = g_ptr_array_new(), staying = g_ptr_array_new();
    for (guint i = 0; i < node->children->len; i++) {
        JutuFlowNode *child = g_ptr_array_index(node->children, i);
        bool stays = is_floor(node) || (child->bins && makes_binned(node, child));
        if (child->bins)
            g_ptr_array_add(stays ? staying : rising, child);
    }
    if (rising->len) {
        JutuFlowNode *merged = merge_bins(rising);
        if (node->bins) {
            add_bins(node->def, merged->def);
            jutu_flow_merge(node, merged);
        } else {
            jutu_flow_swap(merged);
        }
    }
    if (staying->len > 1)
        merge_bins(staying);
    return rising->len || staying->len > 1;
}

/* == Nodes that do the same == */

static const json_t *single_aggregate(const JutuFlowNode *node)
{
    const json_t *def = node->kind == JUTU_FLOW_TRANSFORMS && json_array_size(node->def) == 1
                            ? json_array_get(node->def, 0)
                            : NULL;
    return json_object_get(def, "aggregate") ? def : NULL;
}

static bool has_text(const json_t *list, const json_t *text)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (json_equal(json_array_get(list, i), text))
            return true;
    }
    return false;
}

static bool same_groups(const json_t *a, const json_t *b)
{
    const json_t *left = json_object_get(a, "groupby"), *right = json_object_get(b, "groupby");
    for (size_t i = 0; i < json_array_size(left); i++) {
        if (!has_text(right, json_array_get(left, i)))
            return false;
    }
    for (size_t i = 0; i < json_array_size(right); i++) {
        if (!has_text(left, json_array_get(right, i)))
            return false;
    }
    return true;
}

/* One aggregation computes what several by the same groups ask for. */
static void add_measures(JutuFlowNode *node, const json_t *added)
{
    json_t *def = json_copy(json_array_get(node->def, 0));
    json_t *list = json_copy(json_object_get(def, "aggregate"));
    for (size_t i = 0; i < json_array_size(added); i++) {
        if (!has_text(list, json_array_get(added, i)))
            json_array_append(list, json_array_get(added, i));
    }
    json_object_set_new(def, "aggregate", list);
    json_array_set_new(node->def, 0, def);
}

static bool merge_aggregates(JutuFlowNode *node)
{
    bool changed = false;
    for (guint last = node->children->len; last-- > 0;) {
        JutuFlowNode *into = g_ptr_array_index(node->children, last);
        for (guint i = last; single_aggregate(into) && i-- > 0;) {
            JutuFlowNode *other = g_ptr_array_index(node->children, i);
            const json_t *def = single_aggregate(other);
            if (!def || !same_groups(def, single_aggregate(into)))
                continue;
            add_measures(into, json_object_get(def, "aggregate"));
            jutu_flow_merge(into, other);
            last--;
            changed = true;
        }
    }
    return changed;
}

static bool same_nodes(const JutuFlowNode *a, const JutuFlowNode *b)
{
    return a->kind == b->kind && a->kind != JUTU_FLOW_OUTPUT && a->kind != JUTU_FLOW_FACET &&
           a->grouped == b->grouped && json_equal(a->def, b->def);
}

static bool merge_same(JutuFlowNode *node)
{
    bool changed = false;
    for (guint first = 0; first < node->children->len; first++) {
        for (guint i = first + 1; i < node->children->len;) {
            JutuFlowNode *one = g_ptr_array_index(node->children, first);
            JutuFlowNode *other = g_ptr_array_index(node->children, i);
            bool same = same_nodes(one, other);
            if (same)
                jutu_flow_merge(one, other);
            else
                i++;
            changed |= same;
        }
    }
    for (guint i = 0; i < node->children->len; i++)
        changed |= merge_same(g_ptr_array_index(node->children, i));
    return changed;
}

/* == Rounds == */

typedef bool (*Pass)(JutuFlowNode *node);

static void collect_levels(JutuFlowNode *node, int depth, GPtrArray *levels)
{
    if ((guint)depth == levels->len)
        g_ptr_array_add(levels, g_ptr_array_new());
    g_ptr_array_add(g_ptr_array_index(levels, depth), node);
    for (guint i = 0; i < node->children->len; i++)
        collect_levels(g_ptr_array_index(node->children, i), depth + 1, levels);
}

/* Runs a pass at every node, the deepest first, as the tree stands at the beginning. */
static bool bottom_up(JutuFlowNode *root, Pass pass)
{
    bool changed = false;
    g_autoptr(GPtrArray) levels = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    collect_levels(root, 0, levels);
    for (guint depth = levels->len; depth-- > 0;) {
        const GPtrArray *level = g_ptr_array_index(levels, depth);
        for (guint i = 0; i < level->len; i++)
            changed |= pass(g_ptr_array_index(level, i));
    }
    return changed;
}

static bool round_of(JutuFlowNode *root)
{
    drop_unneeded_outputs(root);
    drop_unused_leaves(root);
    bool changed = bottom_up(root, move_parse_up);
    changed |= bottom_up(root, move_bins_up);
    changed |= bottom_up(root, merge_parses);
    changed |= bottom_up(root, merge_aggregates);
    return merge_same(root) || changed;
}

void jutu_flow_optimise(GPtrArray *roots)
{
    enum { MAX_ROUNDS = 5 }; /* as in vega-lite, which stops there too */
    for (guint i = 0; i < roots->len; i++) {
        JutuFlowNode *root = g_ptr_array_index(roots, i);
        drop_unneeded_outputs(root);
        drop_unused_leaves(root);
        jutu_flow_divide(root);
    }
    for (guint i = 0; i < roots->len; i++) {
        for (int round = 0; round < MAX_ROUNDS && round_of(g_ptr_array_index(roots, i)); round++)
            ;
    }
}
