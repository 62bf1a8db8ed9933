/* Scale properties: what is given, what follows from mark and channel, what the config says. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "plan/invalid.h"
#include "plan/selection.h"
#include "transform/aggregates.h"

/* The circumstances of a rule. */
typedef struct {
    const JutuView *unit;
    const JutuChannelDef *def;
    JutuChannel channel;
    const JutuScalePlan *merged; /* whose type counts */
    const json_t *given;         /* the scale as specified; may be NULL */
} Rule;

static const json_t *scale_config(const Rule *rule, const char *name)
{
    return jutu_config(rule->unit->chart, "scale", name, NULL);
}

/* A copy of a config value; NULL if it isn't set. */
static json_t *from_config(const Rule *rule, const char *name)
{
    const json_t *value = scale_config(rule, name);
    return value ? json_incref((json_t *)value) : NULL;
}

static bool has_bandwidth(const JutuScaleType *type)
{
    return type->banded && !type->thin;
}

static bool is_binned_field(const JutuChannelDef *def)
{
    return def->is_field && def->binning != JUTU_NOT_BINNED;
}

static json_t *bins_rule(const Rule *rule)
{
    if (!rule->def->is_field)
        return NULL;
    if (rule->def->binning == JUTU_BIN) {
        JutuArena *arena = rule->unit->chart->arena;
        const char *name = jutu_arena_printf(arena, "%s_bins", jutu_channels[rule->channel].name);
        return json_pack("{s:s}", "bins", name); /* the unit's own, found when scales are made */
    }
    const json_t *step = jutu_json_path(rule->def->json, "bin", "step", NULL);
    return rule->def->binning == JUTU_BINNED && step ? json_pack("{s:O}", "step", step) : NULL;
}

static json_t *interpolate_rule(const Rule *rule)
{
    bool color = jutu_channels[rule->channel].range == JUTU_RANGE_FLEXIBLE;
    return color && rule->def->type != JUTU_NOMINAL ? json_string("hcl") : NULL;
}

static bool has_value(const json_t *object, const char *name)
{
    return jutu_json_given(json_object_get(object, name));
}

static json_t *nice_rule(const Rule *rule)
{
    bool fixed = is_binned_field(rule->def) ||
                 json_is_array(json_object_get(rule->given, "domain")) ||
                 has_value(rule->given, "domainMax") || has_value(rule->given, "domainMin") ||
                 rule->merged->type->temporal;
    return !fixed && jutu_is_xy(rule->channel) ? json_true() : NULL;
}

/* Whether the channel is the one that the mark's bars stand along, not the one they measure. */
static bool is_dimension(const Rule *rule)
{
    JutuOrient orient = jutu_view_orient(rule->unit);
    return (orient == JUTU_VERTICAL && rule->channel == JUTU_X) ||
           (orient == JUTU_HORIZONTAL && rule->channel == JUTU_Y);
}

static json_t *padding_rule(const Rule *rule)
{
    const JutuScaleType *type = rule->merged->type;
    if (!jutu_is_xy(rule->channel))
        return NULL;
    if (type->continuous) {
        json_t *padding = from_config(rule, "continuousPadding");
        bool bar = rule->unit->mark->from_zero && rule->unit->mark->rect_based;
        if (padding || !bar || !is_dimension(rule) || is_binned_field(rule->def) ||
            (rule->def->is_field && jutu_has_time_unit(rule->def)))
            return padding;
        const json_t *size = jutu_config(rule->unit->chart, "bar", "continuousBandSize", NULL);
        return size ? json_incref((json_t *)size) : NULL;
    }
    return type->banded && type->thin ? from_config(rule, "pointPadding") : NULL;
}

static json_t *padding_inner_rule(const Rule *rule)
{
    const JutuMarkType *mark = rule->unit->mark;
    if (jutu_bag_get(&rule->merged->props, "padding"))
        return NULL;
    if (jutu_channels[rule->channel].offset)
        return has_bandwidth(rule->merged->type) ? from_config(rule, "offsetBandPaddingInner")
                                                 : NULL;
    if (!jutu_is_xy(rule->channel))
        return NULL;
    if (jutu_has_nested_offset(&rule->unit->encoding, rule->channel))
        return from_config(rule, "bandWithNestedOffsetPaddingInner");
    json_t *padding = from_config(rule, "bandPaddingInner");
    return padding ? padding : from_config(rule, mark->band_padding);
}

static json_t *half_of(json_t *json)
{
    if (json_is_number(json))
        return json_real(json_number_value(json) / 2);
    const char *expr = jutu_json_string(json, "expr", NULL);
    return expr ? json_pack("{s:o}", "expr", json_sprintf("(%s)/2", expr)) : NULL;
}

static json_t *padding_outer_rule(const Rule *rule)
{
    const JutuScaleType *type = rule->merged->type;
    if (jutu_bag_get(&rule->merged->props, "padding"))
        return NULL;
    if (jutu_channels[rule->channel].offset)
        return has_bandwidth(type) ? from_config(rule, "offsetBandPaddingOuter") : json_real(0.5);
    if (!jutu_is_xy(rule->channel))
        return NULL;
    if (jutu_has_nested_offset(&rule->unit->encoding, rule->channel))
        return from_config(rule, "bandWithNestedOffsetPaddingOuter");
    if (!has_bandwidth(type))
        return NULL;
    json_t *padding = from_config(rule, "bandPaddingOuter");
    return padding ? padding : half_of(jutu_bag_get(&rule->merged->props, "paddingInner"));
}

static json_t *reverse_rule(const Rule *rule)
{
    bool descending = rule->def->is_field && rule->def->descending && !rule->merged->type->discrete;
    const json_t *reversed = rule->channel == JUTU_X ? scale_config(rule, "xReverse") : NULL;
    if (json_is_boolean(reversed))
        return json_boolean(json_is_true(reversed) != descending);
    return descending ? json_true() : NULL;
}

/* An explicit domain of numbers that spans zero keeps it; any other does without. */
static json_t *zero_of_domain(const json_t *domain)
{
    const json_t *first = json_array_get(domain, 0);
    const json_t *last = json_array_get(domain, json_array_size(domain) - 1);
    return json_boolean(json_is_number(first) && json_number_value(first) <= 0 &&
                        json_is_number(last) && json_number_value(last) >= 0);
}

static json_t *zero_rule(const Rule *rule)
{
    const json_t *domain = json_object_get(rule->given, "domain");
    const JutuMarkType *mark = rule->unit->mark;
    bool unaggregated = json_is_string(domain);
    if (jutu_json_given(domain) && !unaggregated && !rule->merged->type->discrete)
        return zero_of_domain(domain);
    bool steps = rule->merged->type->discretizing;
    if (rule->channel == JUTU_SIZE && rule->def->type == JUTU_QUANTITATIVE && !steps)
        return json_true();
    if (is_binned_field(rule->def) ||
        !(jutu_is_xy(rule->channel) || jutu_channels[rule->channel].polar))
        return json_false();
    if (mark->measures_dimension && is_dimension(rule))
        return json_false();
    const JutuChannelDef *range = rule->unit->encoding.defs[jutu_channels[rule->channel].secondary];
    if (mark->from_zero && !range)
        return json_true();
    return from_config(rule, "zero");
}

static const struct {
    const char *name;
    json_t *(*rule)(const Rule *rule); /* NULL: the config's */
} properties[] = {
    /* in this order: a later one may look at an earlier one */
    { "domainMax", NULL },
    { "domainMin", NULL },
    { "domainMid", NULL },
    { "domainRaw", NULL },
    { "align", NULL },
    { "bins", bins_rule },
    { "reverse", reverse_rule },
    { "round", NULL },
    { "clamp", NULL },
    { "nice", nice_rule },
    { "base", NULL },
    { "exponent", NULL },
    { "constant", NULL },
    { "interpolate", interpolate_rule },
    { "zero", zero_rule },
    { "padding", padding_rule },
    { "paddingInner", padding_inner_rule },
    { "paddingOuter", padding_outer_rule },
};

static bool only_for_colors(const char *name)
{
    return strcmp(name, "interpolate") == 0 || strcmp(name, "scheme") == 0 ||
           strcmp(name, "domainMid") == 0;
}

bool jutu_scale_allows(const JutuScalePlan *merged, JutuChannel channel, const char *name)
{
    bool takes = strcmp(name, "reverse") == 0 || jutu_scale_takes(merged->type, name);
    return takes && (!only_for_colors(name) || jutu_channels[channel].range == JUTU_RANGE_FLEXIBLE);
}

static void unit_property(JutuPlan *plan, const JutuView *unit, JutuChannel channel, size_t p)
{
    JutuScalePlan *scale = plan->views[unit->index].scales[channel];
    const char *name = properties[p].name;
    Rule rule = { .unit = unit,
                  .def = jutu_field_or_datum_def(unit->encoding.defs[channel]),
                  .channel = channel,
                  .merged = jutu_plan_scale(plan, unit, channel) };
    rule.given = rule.def->scale;
    json_t *given = json_object_get(rule.given, name);
    if (!jutu_scale_allows(rule.merged, channel, name)) {
        if (given)
            jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, given,
                            "a %s scale of %s has no %s; it is ignored", rule.merged->type->name,
                            jutu_channels[channel].name, name);
        return;
    }
    if (given)
        jutu_bag_set(&scale->props, name, json_incref(given), true);
    else
        jutu_bag_set(&scale->props, name,
                     properties[p].rule ? properties[p].rule(&rule) : from_config(&rule, name),
                     false);
}

static void parse_property(JutuPlan *plan, const JutuView *view, size_t p)
{
    for (size_t c = 0; c < view->n_children; c++)
        parse_property(plan, view->children[c], p);
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        JutuScalePlan *scale = plan->views[view->index].scales[channel];
        if (!scale)
            continue;
        if (view->kind == JUTU_VIEW_UNIT)
            unit_property(plan, view, (JutuChannel)channel, p);
        for (size_t c = 0; c < view->n_children; c++) {
            const JutuScalePlan *child = jutu_plan_view(plan, view->children[c])->scales[channel];
            if (child)
                jutu_bag_merge(&scale->props, &child->props, properties[p].name, NULL);
        }
    }
}

/* Explicit domains that run down are turned after they were replaced, too. */
static bool runs_down(const JutuScalePlan *scale)
{
    const json_t *values = scale->n_domains == 1 ? scale->domains[0].values : NULL;
    const json_t *first = json_array_get(values, 0), *second = json_array_get(values, 1);
    return !scale->type->discrete && json_is_number(first) && json_is_number(second) &&
           json_number_value(first) > json_number_value(second);
}

/* Domains that follow a param, or a selection that is bound to the scale. */
static void follow_params(JutuPlan *plan, const JutuView *view)
{
    for (size_t c = 0; c < view->n_children; c++)
        follow_params(plan, view->children[c]);
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        JutuScalePlan *scale = plan->views[view->index].scales[channel];
        if (!scale || scale->merged_into)
            continue;
        const json_t *bound = jutu_selection_bound(plan, scale);
        scale->extent = bound ? bound : scale->extent;
        if (!scale->extent)
            continue;
        const char *expr = jutu_selection_extent(plan, view, scale->extent);
        json_t *text = runs_down(scale) ? json_sprintf("isValid(%s) && reverse(%s)", expr, expr)
                                        : json_string(expr);
        jutu_bag_set(&scale->props, "domainRaw", json_pack("{s:o}", "expr", text), true);
    }
}

void jutu_scale_props_parse(JutuPlan *plan, const JutuView *view)
{
    for (size_t p = 0; p < G_N_ELEMENTS(properties); p++)
        parse_property(plan, view, p);
    follow_params(plan, view);
}

JutuHasZero jutu_scale_has_zero(const JutuScalePlan *scale)
{
    const json_t *zero = jutu_bag_get(&scale->props, "zero");
    if (scale->type->temporal || scale->type->logarithmic)
        return JUTU_ZERO_DEFINITELY_NOT;
    if (json_is_true(zero) || (!zero && scale->type->zeroed))
        return JUTU_ZERO_DEFINITELY;
    bool with = false, without = false, of_field = false;
    for (size_t i = 0; i < scale->n_domains; i++) {
        const json_t *values = scale->domains[i].values;
        const json_t *first = json_array_get(values, 0);
        const json_t *last = json_array_get(values, json_array_size(values) - 1);
        bool numbers = values && json_is_number(first) && json_is_number(last);
        bool spans = numbers && json_number_value(first) <= 0 && json_number_value(last) >= 0;
        with |= spans;
        without |= numbers && !spans;
        of_field |= !numbers;
    }
    return with                   ? JUTU_ZERO_DEFINITELY
           : without && !of_field ? JUTU_ZERO_DEFINITELY_NOT
                                  : JUTU_ZERO_MAYBE;
}
