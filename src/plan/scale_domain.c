/* Where a scale's domain comes from (scale/domain.ts). */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "plan/invalid.h"
#include "transform/aggregates.h"

typedef struct {
    GArray *sources; /* of JutuDomainSource */
    bool is_explicit;
} Domain;

static void add_values(Domain *domain, const JutuView *unit, const JutuChannelDef *def,
                       const json_t *values)
{
    JutuDomainSource source = {
        .unit = unit,
        .channel = def->channel,
        .values = values,
        .temporal = def->type == JUTU_TEMPORAL || def->time_unit.units,
    };
    g_array_append_val(domain->sources, source);
}

/* The table of a sorted domain: a field to sort by is read before it is aggregated. */
static JutuDataKind data_sorted(const JutuView *unit, const json_t *sort)
{
    return json_is_object(sort) ? JUTU_DATA_RAW : jutu_invalid_domain_data(unit);
}

static void add_column_of(Domain *domain, const JutuView *unit, const JutuChannelDef *def,
                          const char *path, const json_t *sort, JutuDataKind data)
{
    JutuDomainSource source = {
        .unit = unit, .channel = def->channel, .column = path, .data = data, .sort = sort
    };
    g_array_append_val(domain->sources, source);
}

static void add_column(Domain *domain, const JutuView *unit, const JutuChannelDef *def,
                       const char *path, const json_t *sort)
{
    add_column_of(domain, unit, def, path, sort, data_sorted(unit, sort));
}

/* Whether a field groups or parts the unit's stack. */
static bool in_stack(const JutuView *unit, const char *field)
{
    const JutuStack *stack = unit->stack;
    for (size_t i = 0; field && i < stack->n_groupby; i++) {
        const JutuChannelDef *def = unit->encoding.defs[stack->groupby_channels[i]];
        if (strcmp(def->path.value, field) == 0)
            return true;
    }
    for (size_t i = 0; field && i < stack->n_by; i++) {
        if (stack->by[i]->field && strcmp(stack->by[i]->field, field) == 0)
            return true;
    }
    return false;
}

static const json_t *sort_field(const JutuView *unit, const char *op, const char *field,
                                const json_t *order)
{
    bool stacked = unit->stack && !in_stack(unit, field);
    json_t *sort = json_pack("{s:s}", "op", op ? op : stacked ? "sum" : "min");
    if (field)
        json_object_set_new(sort, "field", json_string(field));
    if (json_is_string(order))
        json_object_set(sort, "order", (json_t *)order);
    return jutu_json_own(unit->chart->arena, sort);
}

static const json_t *sort_by_channel(const JutuView *unit, const json_t *sort)
{
    const json_t *order = json_object_get(sort, "order");
    JutuChannel channel = jutu_channel_find(jutu_json_string(sort, "encoding", ""));
    const JutuChannelDef *by = channel == JUTU_NO_CHANNEL
                                   ? NULL
                                   : jutu_field_def(unit->encoding.defs[channel]);
    if (!by || !by->is_field) {
        if (jutu_rule_acts(unit->chart->context, JUTU_RULE_own_order))
            jutu_chart_warn(unit->chart, JUTU_RULE_sorting, sort,
                            "there is nothing to sort by in %s; name a channel with a field",
                            jutu_json_string(sort, "encoding", ""));
        return NULL;
    }
    if (by->argument)
        return sort_field(unit, NULL, by->path.value, order);
    return sort_field(unit, by->aggregate, jutu_path_column(by->field, unit->chart->arena), order);
}

/* vega-lite's domainSort: true for the natural order, NULL for none. */
static const json_t *domain_sort(const JutuView *unit, const JutuChannelDef *def,
                                 const JutuScaleType *type)
{
    JutuArena *arena = unit->chart->arena;
    const json_t *sort = def->sort;
    if (!type->discrete || jutu_is_secondary(def->channel))
        return NULL;
    if (json_is_array(sort)) {
        return jutu_json_own(
            arena, json_pack("{s:s, s:s}", "op", "min", "field", jutu_def_sort_path(def, arena)));
    }
    if (json_is_object(sort) && json_object_get(sort, "encoding"))
        return sort_by_channel(unit, sort);
    const char *op = jutu_json_string(sort, "op", NULL);
    if (json_is_object(sort) &&
        (json_object_get(sort, "field") || (op && strcmp(op, "count") == 0)))
        return sort_field(
            unit, op, jutu_path_column(jutu_json_string(sort, "field", NULL), unit->chart->arena),
            json_object_get(sort, "order"));
    const char *text = json_string_value(sort);
    if (jutu_def_has_own_order(def, unit->chart->context))
        return NULL;
    if (def->descending)
        return jutu_json_own(arena, json_pack("{s:s, s:s, s:s}", "op", "min", "field",
                                              def->path.value, "order", text));
    return !sort || (text && strcmp(text, "ascending") == 0) ? json_true() : NULL;
}

/* An unaggregated domain makes sense for means and the like, which lie within it. */
static bool is_unaggregated(const JutuView *unit, const JutuChannelDef *def,
                            const JutuScaleType *type)
{
    const json_t *given = json_object_get(def->scale, "domain");
    bool wanted = json_is_string(given) && strcmp(json_string_value(given), "unaggregated") == 0;
    if (!given)
        wanted = json_is_true(jutu_config(unit->chart, "scale", "useUnaggregatedDomain", NULL));
    bool fits = def->is_field && def->aggregate && !def->argument &&
                jutu_aggregate_shares_domain(def->aggregate) && !type->logarithmic;
    if (wanted && !fits && given)
        jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, given,
                        "an unaggregated domain doesn't fit this field");
    return wanted && fits;
}

/* A binned field: the bins' ends, or their texts in order. */
static void add_bins(Domain *domain, const JutuView *unit, const JutuChannelDef *def,
                     const JutuScaleType *type)
{
    if (type->discretizing)
        return; /* bin-ordinal takes it from the bins */
    if (!type->discrete) {
        JutuDomainSource source = { .unit = unit, .channel = def->channel, .bins = true };
        g_array_append_val(domain->sources, source);
        return;
    }
    const json_t *sort = domain_sort(unit, def, type);
    bool range = def->type == JUTU_ORDINAL || def->type == JUTU_NOMINAL;
    const json_t *by_start = json_is_object(sort) ? sort : NULL;
    if (!by_start)
        by_start = jutu_json_own(unit->chart->arena,
                                 json_pack("{s:s, s:s}", "field", def->path.value, "op", "min"));
    add_column_of(domain, unit, def, range ? def->path.range : def->path.value, by_start,
                  data_sorted(unit, sort));
}

/* Both ends of a time unit that has bands; true if it has. */
static bool add_time_unit(Domain *domain, const JutuView *unit, const JutuChannelDef *def,
                          const JutuScaleType *type)
{
    JutuChannel secondary = jutu_channels[def->channel].secondary;
    const JutuChannelDef *def2 = secondary == JUTU_NO_CHANNEL ? NULL
                                                              : unit->encoding.defs[secondary];
    if (!jutu_has_time_unit(def) || !type->temporal || jutu_is_secondary(def->channel) ||
        !jutu_has_band_end(unit, def, def2))
        return false;
    bool off = unit->mark->rect_based && jutu_is_xy(def->channel) &&
               jutu_band_position(unit, def, def2) != 0.5;
    JutuArena *arena = unit->chart->arena;
    const char *start = off ? jutu_def_suffixed_path(def, "offsetted_rect_start", arena)
                            : def->path.value;
    const char *end = jutu_def_suffixed_path(def, off ? "offsetted_rect_end" : "end", arena);
    add_column(domain, unit, def, start, NULL);
    add_column(domain, unit, def, end, NULL);
    return true;
}

static void add_default(Domain *domain, const JutuView *unit, const JutuChannelDef *def,
                        const JutuScaleType *type)
{
    JutuArena *arena = unit->chart->arena;
    if (unit->stack && def->channel == unit->stack->field_channel) {
        if (unit->stack->offset == JUTU_STACK_NORMALIZE) {
            add_values(domain, unit, def, jutu_json_own(arena, json_pack("[i, i]", 0, 1)));
            return;
        }
        add_column(domain, unit, def, jutu_def_suffixed_path(def, "start", arena), NULL);
        add_column(domain, unit, def, jutu_def_suffixed_path(def, "end", arena), NULL);
    } else if (def->is_datum) {
        add_values(domain, unit, def, jutu_json_own(arena, json_pack("[O]", def->datum)));
    } else if (is_unaggregated(unit, def, type)) {
        add_column(domain, unit, def, jutu_op_column("min", def->field, arena), NULL);
        add_column(domain, unit, def, jutu_op_column("max", def->field, arena), NULL);
    } else if (def->binning == JUTU_BIN) {
        add_bins(domain, unit, def, type);
    } else if (!add_time_unit(domain, unit, def, type)) {
        add_column(domain, unit, def, def->path.value, domain_sort(unit, def, type));
    }
}

/* One channel's part: an explicit domain, one joined to the default, or the default. */
static Domain channel_domain(const JutuView *unit, const JutuChannelDef *def,
                             const JutuScaleType *type, const json_t *given)
{
    Domain domain = { g_array_new(false, true, sizeof(JutuDomainSource)), false };
    const json_t *joined = json_is_object(given) ? json_object_get(given, "unionWith") : NULL;
    bool param = json_is_object(given) && json_object_get(given, "param");
    if (joined) {
        add_values(&domain, unit, def, joined);
        add_default(&domain, unit, def, type);
        domain.is_explicit = true;
    } else if (jutu_json_given(given) && !json_is_string(given) && !param) {
        add_values(&domain, unit, def, given);
        domain.is_explicit = true;
    } else {
        add_default(&domain, unit, def, type);
    }
    return domain;
}

/* Joins two parts: an explicit one replaces an implicit one. Frees the other. */
static void join_domains(Domain *into, Domain *other)
{
    if (other->is_explicit && !into->is_explicit) {
        g_array_set_size(into->sources, 0);
        into->is_explicit = true;
    }
    if (other->is_explicit == into->is_explicit)
        g_array_append_vals(into->sources, other->sources->data, other->sources->len);
    g_array_unref(other->sources);
}

static void set_domain(JutuScalePlan *scale, Domain *domain)
{
    JutuArena *arena = scale->view->chart->arena;
    scale->n_domains = domain->sources->len;
    scale->domains = jutu_new(arena, JutuDomainSource, scale->n_domains + 1);
    if (scale->n_domains)
        memcpy(scale->domains, domain->sources->data, scale->n_domains * sizeof(JutuDomainSource));
    scale->domains_explicit = domain->is_explicit;
    g_array_unref(domain->sources);
}

/* Cells that share a scale read its domain from all of them together. */
static bool shared_by_cells(const JutuPlan *plan, const JutuView *unit, JutuChannel channel)
{
    for (const JutuView *view = unit; view; view = view->parent) {
        if (json_object_get(view->spec, "data") && view->kind != JUTU_VIEW_FACET)
            return false;
        if (view->kind == JUTU_VIEW_FACET)
            return jutu_plan_view(plan, view)->resolve_scale[channel] == JUTU_RESOLVE_SHARED;
    }
    return false;
}

static void unit_domain(JutuPlan *plan, const JutuView *unit, JutuChannel channel)
{
    JutuScalePlan *scale = plan->views[unit->index].scales[channel];
    const JutuScaleType *type = jutu_plan_scale(plan, unit, channel)->type;
    const JutuChannelDef *def = jutu_field_or_datum_def(unit->encoding.defs[channel]);
    JutuChannel secondary = jutu_is_xy(channel) ? jutu_channels[channel].secondary
                                                : JUTU_NO_CHANNEL;
    const JutuChannelDef *def2 = secondary == JUTU_NO_CHANNEL
                                     ? NULL
                                     : jutu_field_or_datum_def(unit->encoding.defs[secondary]);
    const json_t *given = json_object_get(def->scale, "domain");
    Domain domain = channel_domain(unit, def, type, given);
    if (def2) {
        JutuChannelDef typed = *def2;
        typed.type = def2->type == JUTU_UNTYPED ? def->type : def2->type;
        Domain other = channel_domain(unit, &typed, type, given);
        if (domain.is_explicit)
            g_array_unref(other.sources);
        else
            join_domains(&domain, &other);
    }
    for (guint i = 0; i < domain.sources->len; i++) {
        JutuDomainSource *source = &g_array_index(domain.sources, JutuDomainSource, i);
        source->all_cells = shared_by_cells(plan, unit, channel);
        source->own_order = source->column && type->discrete &&
                            jutu_def_has_own_order(def, unit->chart->context);
    }
    set_domain(scale, &domain);
}

void jutu_scale_domains_parse(JutuPlan *plan, const JutuView *view)
{
    const JutuViewPlan *entry = jutu_plan_view(plan, view);
    for (size_t c = 0; c < view->n_children; c++)
        jutu_scale_domains_parse(plan, view->children[c]);
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        if (!entry->scales[channel])
            continue;
        if (view->kind == JUTU_VIEW_UNIT) {
            unit_domain(plan, view, (JutuChannel)channel);
            continue;
        }
        Domain domain = { g_array_new(false, true, sizeof(JutuDomainSource)), false };
        for (size_t c = 0; c < view->n_children; c++) {
            const JutuScalePlan *child = jutu_plan_view(plan, view->children[c])->scales[channel];
            if (!child)
                continue;
            Domain part = { g_array_new(false, true, sizeof(JutuDomainSource)),
                            child->domains_explicit };
            g_array_append_vals(part.sources, child->domains, (guint)child->n_domains);
            join_domains(&domain, &part);
        }
        set_domain(entry->scales[channel], &domain);
    }
}
