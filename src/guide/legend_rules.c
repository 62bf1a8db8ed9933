/* Defaults of a legend that follow from its definition (vega-lite's legend/properties.ts). */
#include <string.h>

#include "base/json.h"
#include "expr/literal.h"
#include "frame/frame.h"
#include "guide/legend.h"

static const json_t *config(const JutuLegendRule *rule, const char *name)
{
    return jutu_config(rule->base.unit->chart, "legend", name, NULL);
}

static json_t *given(const JutuLegendRule *rule, const char *name)
{
    const json_t *value = json_object_get(rule->base.given, name);
    return value ? json_incref((json_t *)value) : NULL;
}

/* legend.name ?? config.legend.name, a new reference; NULL: neither. */
static json_t *given_or_config(const JutuLegendRule *rule, const char *name)
{
    const json_t *own = json_object_get(rule->base.given, name);
    const json_t *value = jutu_json_given(own) ? own : config(rule, name);
    return jutu_json_given(value) ? json_incref((json_t *)value) : NULL;
}

static const char *text(const JutuLegendRule *rule, const json_t *json)
{
    JutuValue value = jutu_chart_value(rule->base.unit->chart, rule->base.plan->scope, json);
    return value.type == JUTU_STRING && *value.string ? value.string : NULL;
}

static bool is(const char *text, const char *name)
{
    return text && strcmp(text, name) == 0;
}

static bool is_color(const JutuLegendRule *rule)
{
    return jutu_channels[rule->base.channel].range == JUTU_RANGE_FLEXIBLE;
}

/* Months and the like are few, so that they are shown one by one. */
static const char *default_type(const JutuLegendRule *rule)
{
    static const unsigned few[] = { JUTU_QUARTER, JUTU_MONTH, JUTU_DAY };
    const JutuChannelDef *def = rule->base.def;
    bool bar = is_color(rule) && rule->base.scale_type->continuous;
    for (size_t i = 0; def->is_field && i < G_N_ELEMENTS(few); i++)
        bar &= def->time_unit.units != few[i];
    return bar ? "gradient" : "symbol";
}

static const char *default_direction(const JutuLegendRule *rule)
{
    JutuSide side = rule->base.side;
    if (side == JUTU_TOP || side == JUTU_BOTTOM)
        return "horizontal";
    if (side == JUTU_LEFT || side == JUTU_RIGHT || side == JUTU_NO_SIDE)
        return NULL;
    return is(rule->type, "gradient") ? "horizontal" : NULL; /* inside of the view */
}

JutuLegendRule jutu_legend_rule_new(const JutuPlan *plan, const JutuView *unit, JutuChannel channel,
                                    const JutuChannelDef *def)
{
    JutuArena *arena = unit->chart->arena;
    const json_t *guide = json_is_object(def->guide) ? def->guide
                                                     : jutu_json_own(arena, json_object());
    JutuLegendRule rule = { .base = { .plan = plan,
                                      .unit = unit,
                                      .def = def,
                                      .channel = channel,
                                      .scale_type = jutu_plan_scale(plan, unit, channel)->type,
                                      .given = guide } };
    const char *orient = text(&rule, json_object_get(guide, "orient"));
    if (!orient)
        orient = text(&rule, config(&rule, "orient"));
    const char *type = text(&rule, json_object_get(guide, "type"));
    rule.base.side = orient ? jutu_side_parse(orient) : JUTU_RIGHT;
    rule.type = type ? type : default_type(&rule);
    const json_t *own = json_object_get(guide, "direction");
    const json_t *direction = jutu_json_given(own) ? own : config(&rule, "gradientDirection");
    rule.direction = jutu_json_given(direction) ? text(&rule, direction) : default_direction(&rule);
    return rule;
}

static json_t *direction_rule(const JutuLegendRule *rule)
{
    return rule->direction ? json_string(rule->direction) : NULL;
}

/* As an axis' labels, but that times without a unit have the config's format. */
static json_t *format_rule(const JutuLegendRule *rule)
{
    const JutuChannelDef *def = rule->base.def;
    json_t *format = jutu_guide_rule_format(&rule->base);
    json_t *custom = jutu_guide_rule_label_text(&rule->base);
    bool plain = !format && !custom && jutu_def_is_time_format(def) &&
                 !(def->is_field && def->time_unit.units);
    json_decref(custom);
    const json_t *usual = plain ? jutu_config(rule->base.unit->chart, "timeFormat", NULL) : NULL;
    return usual ? json_incref((json_t *)usual) : format;
}

static json_t *format_type_rule(const JutuLegendRule *rule)
{
    return jutu_guide_rule_format_type(&rule->base);
}

static json_t *values_rule(const JutuLegendRule *rule)
{
    return jutu_guide_rule_values(&rule->base);
}

static json_t *length_between(const JutuLegendRule *rule, const char *size, const char *min,
                              const char *max)
{
    JutuArena *arena = rule->base.unit->chart->arena;
    return json_pack("{s:o}", "expr",
                     json_sprintf("clamp(%s, %s, %s)", size,
                                  jutu_expr_literal(config(rule, min), arena),
                                  jutu_expr_literal(config(rule, max), arena)));
}

/* A bar is as long as the view, within limits; one that lies beside or in it is short. */
static json_t *gradient_length_rule(const JutuLegendRule *rule)
{
    json_t *length = given_or_config(rule, "gradientLength");
    if (length || !rule->base.scale_type->continuous)
        return length;
    if (!is(rule->direction, "horizontal"))
        return length_between(rule, "height", "gradientVerticalMinLength",
                              "gradientVerticalMaxLength");
    if (rule->base.side == JUTU_TOP || rule->base.side == JUTU_BOTTOM)
        return length_between(rule, "width", "gradientHorizontalMinLength",
                              "gradientHorizontalMaxLength");
    const json_t *least = config(rule, "gradientHorizontalMinLength");
    return least ? json_incref((json_t *)least) : NULL;
}

static json_t *label_overlap_rule(const JutuLegendRule *rule)
{
    const JutuScaleType *type = rule->base.scale_type;
    json_t *overlap = given_or_config(rule, "labelOverlap");
    if (overlap)
        return overlap;
    return type->crowded || type->open_ended || type->wants_all ? json_string("greedy") : NULL;
}

/* The shape that a constant, or the first branch of a condition, gives. */
static const json_t *shape_value(const JutuChannelDef *def)
{
    if (!def)
        return NULL;
    const json_t *value = def->value, *condition = def->condition;
    bool conditional = json_is_array(condition) || json_object_get(condition, "value");
    size_t n = json_is_array(condition) ? json_array_size(condition) : 1;
    for (size_t i = 0; conditional && !value && i < n; i++) {
        const json_t *one = json_is_array(condition) ? json_array_get(condition, i) : condition;
        value = json_object_get(one, "value");
    }
    return value;
}

static json_t *symbol_type_rule(const JutuLegendRule *rule)
{
    const JutuView *unit = rule->base.unit;
    const json_t *own = json_object_get(rule->base.given, "symbolType");
    if (!jutu_json_given(own) && rule->base.channel != JUTU_SHAPE) {
        own = shape_value(unit->encoding.defs[JUTU_SHAPE]);
        if (!jutu_json_given(own))
            own = json_object_get(unit->mark_def, "shape");
    }
    return jutu_json_truthy(own) ? json_incref((json_t *)own)
                                 : json_string(unit->mark->legend_symbol);
}

static json_t *title_rule(const JutuLegendRule *rule)
{
    const JutuChart *chart = rule->base.unit->chart;
    const json_t *title = jutu_def_title(rule->base.def, chart->config, true, true, chart->arena);
    return title ? json_incref((json_t *)title) : NULL;
}

/* Only where Vega wouldn't find it out by itself. */
static json_t *type_rule(const JutuLegendRule *rule)
{
    bool bar = is_color(rule) && rule->base.scale_type->continuous;
    return is(rule->type, bar ? "gradient" : "symbol") ? NULL : json_string(rule->type);
}

static const struct {
    const char *name;
    json_t *(*rule)(const JutuLegendRule *rule);
} rules[] = {
    { "direction", direction_rule },
    { "format", format_rule },
    { "formatType", format_type_rule },
    { "gradientLength", gradient_length_rule },
    { "labelOverlap", label_overlap_rule },
    { "symbolType", symbol_type_rule },
    { "title", title_rule },
    { "type", type_rule },
    { "values", values_rule },
};

json_t *jutu_legend_rule(const JutuLegendRule *rule, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
        if (strcmp(rules[i].name, name) == 0)
            return rules[i].rule(rule);
    }
    return given(rule, name);
}

bool jutu_legend_is_explicit(const JutuLegendRule *rule, const char *name, const json_t *value)
{
    const json_t *own = json_object_get(rule->base.given, name);
    const JutuChannelDef *def = rule->base.def;
    if (strcmp(name, "values") == 0)
        return jutu_json_truthy(own);
    if (strcmp(name, "title") == 0 && def->is_field && def->title && json_equal(def->title, value))
        return true;
    return own && json_equal(own, value);
}
