/* Building the flow: what vega-lite's data/parse.ts does for each model. */
#include <string.h>

#include "base/json.h"
#include "data/data.h"
#include "flow/node.h"
#include "plan/invalid.h"
#include "plan/selection.h"
#include "transform/parse.h"

/* The fields known on the way down to a model: parsed as what, by whom. */
typedef struct {
    JutuBag known;
    bool nothing; /* format.parse is null, or the data are generated */
} Ancestry;

typedef struct {
    const JutuPlan *plan;
    const JutuChart *chart;
    JutuFlowPlan *flow;
    JutuDataSources *data;
    GPtrArray *sources;
    JutuFlow *numbered; /* the last node that numbers rows; NULL */
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

static JutuFlow *source_for(Build *b, const JutuModel *model, const json_t *data)
{
    for (guint i = 0; i < b->sources->len; i++) {
        JutuFlow *source = g_ptr_array_index(b->sources, i);
        if (json_is_object(data) && same_source(source->def, data))
            return source;
    }
    json_t *def = json_is_object(data) ? json_incref((json_t *)data)
                                       : json_pack("{s:[]}", "values");
    jutu_data_define(b->data, data);
    JutuFlow *source = jutu_flow_new(JUTU_FLOW_SOURCE, model, NULL, def);
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
static JutuFlow *parse_node(JutuFlow *head, const JutuModel *model, json_t *wanted,
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
    return jutu_flow_new(JUTU_FLOW_PARSE, model, head, wanted);
}

static JutuFlow *transforms_node(JutuFlow *head, const JutuModel *model, json_t *list, bool grouped)
{
    if (!list)
        return head;
    JutuFlow *node = jutu_flow_new(JUTU_FLOW_TRANSFORMS, model, head, list);
    node->grouped = grouped;
    return node;
}

static JutuFlow *bins_node(const Build *b, JutuFlow *head, const JutuModel *model)
{
    JutuFlow *node = transforms_node(head, model, jutu_flow_bins(b->plan, model), false);
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
static json_t *resolved_bin(const Build *b, const json_t *def, const JutuModel *model)
{
    json_t *copy = json_copy((json_t *)def), *bin = json_object_get(def, "bin");
    if (json_is_object(bin))
        json_object_set_new(copy, "bin", jutu_selection_bin(b->plan, model, bin));
    return copy;
}

/* Columns that selections look at, where a predicate asks for them. */
static JutuFlow *selection_node(const Build *b, JutuFlow *head, const JutuModel *model,
                                const json_t *predicate)
{
    return transforms_node(head, model, jutu_selection_needs(b->plan, model, predicate), false);
}

/* The same for the conditions of an encoding. */
static JutuFlow *conditions_node(const Build *b, JutuFlow *head, const JutuModel *unit)
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
static JutuFlow *needs_node(JutuFlow *head, const JutuModel *model, const json_t *def,
                            Ancestry *ancestry)
{
    JutuParsed parsed = { ancestry->known.explicit_props, ancestry->known.implicit_props,
                          ancestry->nothing };
    json_t *wanted = jutu_parse_implied(jutu_transform_find(def), def, &parsed);
    const char *field;
    json_t *type;
    json_object_foreach (wanted, field, type)
        jutu_bag_set(&ancestry->known, field, json_incref(type), false);
    return wanted ? jutu_flow_new(JUTU_FLOW_PARSE, model, head, wanted) : head;
}

/* Numbers the rows where a selection within the model goes by that. */
static JutuFlow *identify_node(Build *b, JutuFlow *head, const JutuModel *model)
{
    bool wanted = false, required = false;
    for (size_t i = 0; i < b->plan->n_selections; i++) {
        const JutuSelection *selection = b->plan->selections[i];
        bool within = jutu_model_is_within(selection->unit, model);
        wanted |= selection->by_id && within;
        required |= selection->by_id && selection->n_entries > 0;
    }
    if (!wanted)
        return head;
    JutuFlow *node = jutu_flow_new(JUTU_FLOW_IDENTIFY, model, head, NULL);
    node->required = required;
    node->before = b->numbered;
    return b->numbered = node;
}

static JutuFlow *transform_array(Build *b, JutuFlow *head, const JutuModel *model,
                                 Ancestry *ancestry)
{
    JutuArena *arena = model->chart->arena;
    for (size_t i = 0; i < json_array_size(model->transforms); i++) {
        json_t *def = json_array_get(model->transforms, i);
        const JutuTransform *transform = jutu_transform_find(def);
        if (!transform) {
            jutu_chart_warn(model->chart, def, "this is no transform; it is ignored");
            continue;
        }
        head = needs_node(head, model, def, ancestry);
        head = selection_node(b, head, model, json_object_get(def, "filter"));
        head = transforms_node(head, model, json_pack("[o]", resolved_bin(b, def, model)),
                               transform->grouped);
        head->where = def;
        head->bins = transform->rises;
        if (json_object_get(def, "extent"))
            g_ptr_array_add(b->flow->extents, head);
        learn_types(transform, def, ancestry, arena);
        if (json_object_get(def, "aggregate"))
            head = identify_node(b, head, model);
    }
    return head;
}

static JutuFlow *output_node(JutuFlow *head, const JutuModel *model, JutuDataKind kind)
{
    JutuOutputs *outputs = jutu_flow_outputs(head->flow, model);
    JutuFlow *node = jutu_flow_new(JUTU_FLOW_OUTPUT, model, head, NULL);
    node->output = kind;
    node->required = outputs->required[kind];
    return outputs->nodes[kind] = node;
}

static JutuFlow *filter_node(const Build *b, JutuFlow *head, const JutuModel *unit)
{
    json_t *fields = jutu_flow_invalid(b->plan, unit);
    return fields ? jutu_flow_new(JUTU_FLOW_FILTER, unit, head, fields) : head;
}

/* A unit's own tail: aggregate, impute, stack, and its filtered tables. */
static JutuFlow *unit_tail(Build *b, JutuFlow *head, const JutuModel *unit)
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

/* A model's own data; below the root null says nothing. */
static const json_t *own_data(const JutuModel *model)
{
    const json_t *data = json_object_get(model->spec, "data");
    return json_is_null(data) && model->parent ? NULL : data;
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

static JutuFlow *root_of(Build *b, const JutuModel *model)
{
    const json_t *data = own_data(model);
    if (data || !model->parent)
        return source_for(b, model, data);
    const JutuOutputs *above = jutu_flow_outputs(b->flow, model->parent);
    return above->facet ? above->facet : above->nodes[JUTU_DATA_MAIN];
}

static void build_model(Build *b, const JutuModel *model, const Ancestry *above)
{
    JutuOutputs *outputs = jutu_flow_outputs(b->flow, model);
    JutuArena *arena = b->chart->arena;
    const json_t *data = own_data(model);
    bool fielded = model->kind == JUTU_MODEL_UNIT || model->kind == JUTU_MODEL_FACET;
    bool in_layer = model->parent && model->parent->kind == JUTU_MODEL_LAYER;
    Ancestry ancestry = is_new(data) || !above ? (Ancestry){ .known = jutu_bag_new(arena) }
                                               : ancestry_copy(above, arena);
    JutuFlow *head = root_of(b, model);
    const json_t *parse = jutu_json_path(data, "format", "parse", NULL);
    ancestry.nothing |= json_object_get(data, "sequence") || json_is_null(parse);
    if (json_is_object(parse))
        head = parse_node(head, model, json_copy((json_t *)parse), true, &ancestry);
    if (data || !model->parent)
        head = identify_node(b, head, b->plan->root);
    if (fielded && in_layer)
        head = bins_node(b, head, model);
    head = transform_array(b, head, model, &ancestry);
    head = parse_node(head, model, jutu_flow_implied_by_encoding(b->plan, model), false, &ancestry);
    if (fielded && !in_layer)
        head = bins_node(b, head, model);
    if (fielded) {
        head = transforms_node(head, model, jutu_flow_time_units(model), false);
        json_t *indices = jutu_flow_sort_indices(model);
        head = indices ? jutu_flow_new(JUTU_FLOW_INDEX, model, head, indices) : head;
        head = conditions_node(b, head, model);
    }
    head = output_node(head, model, JUTU_DATA_RAW);
    if (model->kind == JUTU_MODEL_UNIT) {
        unit_tail(b, head, model);
    } else {
        outputs->required[JUTU_DATA_MAIN] |= model->kind == JUTU_MODEL_FACET;
        head = output_node(head, model, JUTU_DATA_MAIN);
    }
    if (model->kind == JUTU_MODEL_FACET) {
        head = transforms_node(head, model, jutu_flow_facet_sort(model), false);
        outputs->facet = jutu_flow_new(JUTU_FLOW_FACET, model, head, NULL);
    }
    for (size_t i = 0; i < model->n_children; i++)
        build_model(b, model->children[i], &ancestry);
}

/* Which tables the domains of a unit's scales are read from. */
static void require_sources(const JutuFlowPlan *flow, const JutuModel *unit)
{
    JutuOutputs *outputs = jutu_flow_outputs(flow, unit);
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        const JutuScaleComponent *scale = jutu_plan_view(flow->plan, unit)->scales[channel];
        for (size_t i = 0; scale && i < scale->n_domains; i++) {
            if (scale->domains[i].column)
                outputs->required[scale->domains[i].data] = true;
        }
    }
}

static void require_below(const JutuFlowPlan *flow, const JutuModel *model)
{
    if (model->kind == JUTU_MODEL_UNIT)
        require_sources(flow, model);
    for (size_t i = 0; i < model->n_children; i++)
        require_below(flow, model->children[i]);
}

static GPtrArray *list_new(JutuArena *arena)
{
    return jutu_arena_own(arena, g_ptr_array_new(), (void (*)(void *))g_ptr_array_unref);
}

const JutuFlowPlan *jutu_flow_build(const JutuPlan *plan, JutuDataSources *sources, bool whole)
{
    JutuArena *arena = plan->chart->arena;
    JutuFlowPlan *flow = jutu_new(arena, JutuFlowPlan, 1);
    *flow = (JutuFlowPlan){
        .plan = plan,
        .outputs = jutu_new(arena, JutuOutputs, plan->n_views),
        .roots = list_new(arena),
        .extents = list_new(arena),
        .wanted = list_new(arena),
    };
    Build b = { plan, plan->chart, flow, sources, flow->roots, NULL };
    require_below(flow, plan->root);
    build_model(&b, plan->root, NULL);
    jutu_flow_optimise(flow->roots);
    jutu_flow_want(flow, whole);
    return flow;
}
