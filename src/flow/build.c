/* Building the flow: what vega-lite's data/parse.ts does for each view. */
#include <string.h>

#include "base/json.h"
#include "data/data.h"
#include "data/parse.h"
#include "flow/node.h"
#include "plan/invalid.h"
#include "plan/selection.h"
#include "transform/parse.h"

/* The fields known on the way down to a view: parsed as what, by whom. */
typedef struct {
    JutuBag known;
    bool nothing; /* format.parse is null, or the data are generated */
} Ancestry;

typedef struct {
    const JutuPlan *plan;
    const JutuChart *chart;
    JutuFlow *flow;
    JutuDataSources *data;
    GPtrArray *sources;
    JutuFlowNode *numbered; /* the last node that numbers rows; NULL */
} Build;

static bool same_source(const json_t *a, const json_t *b)
{
    static const char *const keys[] = { "url", "values", "name", "sequence" };
    if (json_object_get(a, "name") && json_object_get(b, "name") &&
        !json_equal(json_object_get(a, "name"), json_object_get(b, "name")))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        const json_t *mine = json_object_get(a, keys[i]), *theirs = json_object_get(b, keys[i]);
        bool last = i == 2 || i == 3; /* a name alone refers to a source that has it */
        if (mine && theirs && (!last || json_equal(mine, theirs)))
            return json_equal(mine, theirs) &&
                   json_equal(json_object_get(a, "format"), json_object_get(b, "format"));
    }
    return false;
}

static JutuFlowNode *source_for(Build *b, const JutuView *view, const json_t *data)
{
    for (guint i = 0; i < b->sources->len; i++) {
        JutuFlowNode *source = g_ptr_array_index(b->sources, i);
        if (json_is_object(data) && same_source(source->def, data))
            return source;
    }
    json_t *def = json_is_object(data) ? json_incref((json_t *)data)
                                       : json_pack("{s:[]}", "values");
    jutu_data_define(b->data, data);
    JutuFlowNode *source = jutu_flow_new(JUTU_FLOW_SOURCE, view, NULL, def);
    source->where = data;
    source->flow = b->flow;
    g_ptr_array_add(b->sources, source);
    return source;
}

static Ancestry ancestry_copy(const Ancestry *from, JutuArena *arena)
{
    return (Ancestry){
        .known = { jutu_json_own(arena, json_copy(from->known.explicit_props)),
                   jutu_json_own(arena, json_copy(from->known.implicit_props)) },
        .nothing = from->nothing,
    };
}

/* Drops what needn't be parsed: parsed or derived before. */
static void drop_known(json_t *wanted, const Ancestry *ancestry, bool is_explicit)
{
    const char *field;
    json_t *type;
    void *next;
    json_object_foreach_safe(wanted, next, field, type)
    {
        json_t *known = jutu_bag_get(&ancestry->known, field);
        const char *as = json_string_value(known);
        bool idle = known && json_equal(known, type);
        if (known && !is_explicit)
            idle |= jutu_bag_is_explicit(&ancestry->known, field) ||
                    (as && strcmp(as, "derived") == 0) ||
                    strcmp(json_string_value(type), "flatten") == 0;
        if (idle)
            json_object_del(wanted, field);
    }
}

/* A parse node of what is still to be parsed; takes over `wanted`. */
static JutuFlowNode *parse_node(JutuFlowNode *head, const JutuView *view, json_t *wanted,
                                bool is_explicit, Ancestry *ancestry)
{
    drop_known(wanted, ancestry, is_explicit);
    const char *field;
    json_t *type;
    void *next;
    json_object_foreach_safe(wanted, next, field, type)
    {
        jutu_bag_set(&ancestry->known, field, json_incref(type), is_explicit);
        if (json_is_null(type))
            json_object_del(wanted, field);
    }
    if (json_object_size(wanted) == 0 || ancestry->nothing) {
        json_decref(wanted);
        return head;
    }
    return jutu_flow_new(JUTU_FLOW_PARSE, view, head, wanted);
}

static JutuFlowNode *transforms_node(JutuFlowNode *head, const JutuView *view, json_t *list,
                                     bool grouped)
{
    if (!list)
        return head;
    JutuFlowNode *node = jutu_flow_new(JUTU_FLOW_TRANSFORMS, view, head, list);
    node->grouped = grouped;
    return node;
}

static JutuFlowNode *bins_node(const Build *b, JutuFlowNode *head, const JutuView *view)
{
    JutuFlowNode *node = transforms_node(head, view, jutu_flow_bins(b->plan, view), false);
    node->bins |= node != head;
    return node;
}

static void learn_types(const JutuTransform *transform, const json_t *def, Ancestry *ancestry,
                        JutuArena *arena)
{
    const char *const *names = transform->produces ? transform->produces(def, arena) : NULL;
    for (; transform->type && names && *names; names++)
        jutu_bag_set(&ancestry->known, *names, json_string(transform->type), false);
}

/* The transform, a selection's extent as the bins' parameters; owned. */
static json_t *resolved_bin(const Build *b, const json_t *def, const JutuView *view)
{
    json_t *copy = json_copy((json_t *)def), *bin = json_object_get(def, "bin");
    if (json_is_object(bin))
        json_object_set_new(copy, "bin", jutu_selection_bin(b->plan, view, bin));
    return copy;
}

/* Columns that selections look at, where a predicate asks for them. */
static JutuFlowNode *selection_node(const Build *b, JutuFlowNode *head, const JutuView *view,
                                    const json_t *predicate)
{
    return transforms_node(head, view, jutu_selection_needs(b->plan, view, predicate), false);
}

/* The same for the conditions of an encoding. */
static JutuFlowNode *conditions_node(const Build *b, JutuFlowNode *head, const JutuView *unit)
{
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        const JutuChannelDef *def = unit->encoding.defs[channel];
        if (def && def->condition)
            head = selection_node(b, head, unit, def->condition);
    }
    return head;
}

/* Parses what a transform needs parsed and isn't; time units are even where the data say "nothing".
 */
static JutuFlowNode *needs_node(JutuFlowNode *head, const JutuView *view, const json_t *def,
                                Ancestry *ancestry)
{
    bool typed = jutu_rule_acts(view->chart->context, JUTU_RULE_typed_cells);
    JutuParsed parsed = { ancestry->known.explicit_props, ancestry->known.implicit_props,
                          ancestry->nothing, typed };
    json_t *wanted = jutu_parse_implied(jutu_transform_find(def), def, &parsed);
    const char *field;
    json_t *type;
    json_object_foreach (wanted, field, type) {
        if (typed && strcmp(json_string_value(type), "string") == 0)
            json_string_set(type, JUTU_PARSE_AS_WRITTEN);
        jutu_bag_set(&ancestry->known, field, json_incref(type), false);
    }
    return wanted ? jutu_flow_new(JUTU_FLOW_PARSE, view, head, wanted) : head;
}

/* Numbers the rows where a selection within the view goes by that. */
static JutuFlowNode *identify_node(Build *b, JutuFlowNode *head, const JutuView *view)
{
    bool wanted = false, required = false;
    for (size_t i = 0; i < b->plan->n_selections; i++) {
        const JutuSelection *selection = b->plan->selections[i];
        bool within = jutu_view_is_within(selection->unit, view);
        wanted |= selection->by_id && within;
        required |= selection->by_id && selection->n_entries > 0;
    }
    if (!wanted)
        return head;
    JutuFlowNode *node = jutu_flow_new(JUTU_FLOW_IDENTIFY, view, head, NULL);
    node->required = required;
    node->before = b->numbered;
    return b->numbered = node;
}

static JutuFlowNode *transform_array(Build *b, JutuFlowNode *head, const JutuView *view,
                                     Ancestry *ancestry)
{
    JutuArena *arena = view->chart->arena;
    for (size_t i = 0; i < json_array_size(view->transforms); i++) {
        json_t *def = json_array_get(view->transforms, i);
        const JutuTransform *transform = jutu_transform_find(def);
        if (!transform) {
            jutu_chart_warn(view->chart, JUTU_RULE_no_effect, def,
                            "this is no transform; it is ignored");
            continue;
        }
        head = needs_node(head, view, def, ancestry);
        head = selection_node(b, head, view, json_object_get(def, "filter"));
        head = transforms_node(head, view, json_pack("[o]", resolved_bin(b, def, view)),
                               transform->grouped);
        head->where = def;
        head->bins = transform->rises;
        if (json_object_get(def, "extent"))
            g_ptr_array_add(b->flow->extents, head);
        learn_types(transform, def, ancestry, arena);
        if (json_object_get(def, "aggregate"))
            head = identify_node(b, head, view);
    }
    return head;
}

static JutuFlowNode *output_node(JutuFlowNode *head, const JutuView *view, JutuDataKind kind)
{
    JutuOutputs *outputs = jutu_flow_outputs(head->flow, view);
    JutuFlowNode *node = jutu_flow_new(JUTU_FLOW_OUTPUT, view, head, NULL);
    node->output = kind;
    node->required = outputs->required[kind];
    return outputs->nodes[kind] = node;
}

static JutuFlowNode *filter_node(const Build *b, JutuFlowNode *head, const JutuView *unit)
{
    json_t *fields = jutu_flow_invalid(b->plan, unit);
    return fields ? jutu_flow_new(JUTU_FLOW_FILTER, unit, head, fields) : head;
}

/* A unit's own tail: aggregate, impute, stack, and its filtered tables. */
static JutuFlowNode *unit_tail(Build *b, JutuFlowNode *head, const JutuView *unit)
{
    bool marks_exclude = jutu_invalid_marks_exclude(unit);
    bool domains_exclude = jutu_invalid_domains_exclude(unit);
    json_t *aggregate = jutu_flow_aggregate(unit);
    head = transforms_node(head, unit, aggregate, true);
    if (aggregate)
        head = identify_node(b, head, unit);
    head = transforms_node(head, unit, jutu_flow_impute(unit), false);
    head = transforms_node(head, unit, jutu_flow_stack(unit), true);
    if (marks_exclude && !domains_exclude)
        head = output_node(head, unit, JUTU_DATA_UNFILTERED);
    if (marks_exclude)
        head = filter_node(b, head, unit);
    jutu_flow_outputs(b->flow, unit)->required[JUTU_DATA_MAIN] = true;
    head = output_node(head, unit, JUTU_DATA_MAIN);
    if (!marks_exclude && domains_exclude)
        output_node(filter_node(b, head, unit), unit, JUTU_DATA_FILTERED);
    return head;
}

/* A view's own data; below the root null says nothing. */
static const json_t *own_data(const JutuView *view)
{
    const json_t *data = json_object_get(view->spec, "data");
    return json_is_null(data) && view->parent ? NULL : data;
}

/* Whether nothing is known of the fields of the data: a name may be of data that were seen before.
 */
static bool is_new(const json_t *data)
{
    static const char *const keys[] = { "url", "values", "sequence", "sphere", "graticule" };
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (json_object_get(data, keys[i]))
            return true;
    }
    return false;
}

static JutuFlowNode *root_of(Build *b, const JutuView *view)
{
    const json_t *data = own_data(view);
    if (data || !view->parent)
        return source_for(b, view, data);
    const JutuOutputs *above = jutu_flow_outputs(b->flow, view->parent);
    return above->facet ? above->facet : above->nodes[JUTU_DATA_MAIN];
}

static void build_view(Build *b, const JutuView *view, const Ancestry *above)
{
    JutuOutputs *outputs = jutu_flow_outputs(b->flow, view);
    JutuArena *arena = b->chart->arena;
    const json_t *data = own_data(view);
    bool fielded = view->kind == JUTU_VIEW_UNIT || view->kind == JUTU_VIEW_FACET;
    bool in_layer = view->parent && view->parent->kind == JUTU_VIEW_LAYER;
    Ancestry ancestry = is_new(data) || !above ? (Ancestry){ .known = jutu_bag_new(arena) }
                                               : ancestry_copy(above, arena);
    JutuFlowNode *head = root_of(b, view);
    const json_t *parse = jutu_json_path(data, "format", "parse", NULL);
    ancestry.nothing |= json_object_get(data, "sequence") || json_is_null(parse);
    if (json_is_object(parse))
        head = parse_node(head, view, json_copy((json_t *)parse), true, &ancestry);
    if (data || !view->parent)
        head = identify_node(b, head, b->plan->root);
    if (fielded && in_layer)
        head = bins_node(b, head, view);
    head = transform_array(b, head, view, &ancestry);
    head = parse_node(head, view, jutu_flow_implied_by_encoding(b->plan, view), false, &ancestry);
    if (fielded && !in_layer)
        head = bins_node(b, head, view);
    if (fielded) {
        head = transforms_node(head, view, jutu_flow_time_units(view), false);
        json_t *indices = jutu_flow_sort_indices(view);
        head = indices ? jutu_flow_new(JUTU_FLOW_INDEX, view, head, indices) : head;
        head = conditions_node(b, head, view);
    }
    head = output_node(head, view, JUTU_DATA_RAW);
    if (view->kind == JUTU_VIEW_UNIT) {
        unit_tail(b, head, view);
    } else {
        outputs->required[JUTU_DATA_MAIN] |= view->kind == JUTU_VIEW_FACET;
        head = output_node(head, view, JUTU_DATA_MAIN);
    }
    if (view->kind == JUTU_VIEW_FACET) {
        head = transforms_node(head, view, jutu_flow_facet_sort(view), false);
        outputs->facet = jutu_flow_new(JUTU_FLOW_FACET, view, head, NULL);
    }
    for (size_t i = 0; i < view->n_children; i++)
        build_view(b, view->children[i], &ancestry);
}

/* Which tables the domains of a unit's scales are read from. */
static void require_sources(const JutuFlow *flow, const JutuView *unit)
{
    JutuOutputs *outputs = jutu_flow_outputs(flow, unit);
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        const JutuScalePlan *scale = jutu_plan_view(flow->plan, unit)->scales[channel];
        for (size_t i = 0; scale && i < scale->n_domains; i++) {
            if (scale->domains[i].column)
                outputs->required[scale->domains[i].data] = true;
        }
    }
}

static void require_below(const JutuFlow *flow, const JutuView *view)
{
    if (view->kind == JUTU_VIEW_UNIT)
        require_sources(flow, view);
    for (size_t i = 0; i < view->n_children; i++)
        require_below(flow, view->children[i]);
}

static GPtrArray *list_new(JutuArena *arena)
{
    return jutu_arena_own(arena, g_ptr_array_new(), (void (*)(void *))g_ptr_array_unref);
}

const JutuFlow *jutu_flow_build(const JutuPlan *plan, JutuDataSources *sources, bool whole)
{
    JutuArena *arena = plan->chart->arena;
    JutuFlow *flow = jutu_new(arena, JutuFlow, 1);
    *flow = (JutuFlow){
        .plan = plan,
        .outputs = jutu_new(arena, JutuOutputs, plan->n_views),
        .roots = list_new(arena),
        .extents = list_new(arena),
        .wanted = list_new(arena),
    };
    Build b = { plan, plan->chart, flow, sources, flow->roots, NULL };
    require_below(flow, plan->root);
    build_view(&b, plan->root, NULL);
    jutu_flow_optimise(flow->roots);
    jutu_flow_want(flow, whole);
    return flow;
}
