/* Which axes a view has and what is settled about them before the data (axis/parse.ts). */
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"
#include "guide/axis.h"

/* Vega-Lite's properties, in its order; `scale` and `gridScale` are members of the component. */
static const char *const properties[] = {
    "orient",          "aria",          "bandPosition",
    "description",     "domain",        "domainCap",
    "domainColor",     "domainDash",    "domainDashOffset",
    "domainOpacity",   "domainWidth",   "format",
    "formatType",      "grid",          "gridCap",
    "gridColor",       "gridDash",      "gridDashOffset",
    "gridOpacity",     "gridWidth",     "labelAlign",
    "labelAngle",      "labelBaseline", "labelBound",
    "labelColor",      "labelFlush",    "labelFlushOffset",
    "labelFont",       "labelFontSize", "labelFontStyle",
    "labelFontWeight", "labelLimit",    "labelLineHeight",
    "labelOffset",     "labelOpacity",  "labelOverlap",
    "labelPadding",    "labels",        "labelSeparation",
    "maxExtent",       "minExtent",     "offset",
    "position",        "tickBand",      "tickCap",
    "tickColor",       "tickCount",     "tickDash",
    "tickDashOffset",  "tickExtra",     "tickMinStep",
    "tickOffset",      "tickOpacity",   "tickRound",
    "ticks",           "tickSize",      "tickWidth",
    "title",           "titleAlign",    "titleAnchor",
    "titleAngle",      "titleBaseline", "titleColor",
    "titleFont",       "titleFontSize", "titleFontStyle",
    "titleFontWeight", "titleLimit",    "titleLineHeight",
    "titleOpacity",    "titlePadding",  "titleX",
    "titleY",          "translate",     "values",
    "zindex",          "labelExpr",     "labelText",
};

/* Properties that Vega's configs for axes don't have, or whose value must be known here. */
static bool takes_config(const char *name)
{
    static const char *const always[] = { "grid",       "translate", "format",
                                          "formatType", "orient",    "labelExpr",
                                          "tickCount",  "position",  "tickMinStep" };
    for (size_t i = 0; i < G_N_ELEMENTS(always); i++) {
        if (strcmp(always[i], name) == 0)
            return true;
    }
    return false;
}

static void settle(JutuAxisComponent *component, const JutuAxisRule *rule, const char *name)
{
    json_t *value = jutu_axis_rule(rule, name);
    bool is_explicit = value && jutu_axis_is_explicit(rule, name, value), in_vega = false;
    const json_t *config = NULL;
    if (!is_explicit && strcmp(name, "values") != 0 && strcmp(name, "labelText") != 0)
        config = jutu_axis_config(rule, name, &in_vega);
    if (!config) {
        jutu_bag_set(&component->props, name, value, is_explicit);
        return;
    }
    json_decref(value);
    bool conditional = jutu_json_truthy(json_object_get(config, "condition"));
    if (!in_vega || takes_config(name) || conditional || json_object_get(config, "expr"))
        jutu_bag_set(&component->props, name, json_incref((json_t *)config), false);
}

static const char *side_text(const JutuModel *unit, const json_t *orient)
{
    JutuValue value = jutu_chart_value(unit->chart, unit->early, orient);
    static const char *const names[] = { "top", "bottom", "left", "right" };
    for (size_t i = 0; value.type == JUTU_STRING && i < G_N_ELEMENTS(names); i++) {
        if (strcmp(value.string, names[i]) == 0)
            return names[i];
    }
    return NULL;
}

static const char *orient_of(const JutuModel *unit, JutuChannel channel, const json_t *axis)
{
    const char *const places[] = { channel == JUTU_X ? "axisX" : "axisY", "axis" };
    const char *orient = side_text(unit, json_object_get(axis, "orient"));
    for (size_t i = 0; i < G_N_ELEMENTS(places) && !orient; i++)
        orient = side_text(unit, jutu_config(unit->chart, places[i], "orient", NULL));
    return orient ? orient : channel == JUTU_X ? "bottom" : "left";
}

static bool is_disabled(const JutuAxisRule *rule, const json_t *guide)
{
    bool in_vega;
    if (guide)
        return !jutu_json_truthy(guide);
    return jutu_json_truthy(jutu_axis_config(rule, "disable", &in_vega));
}

static JutuAxisComponent *parse_unit(JutuModel *unit, JutuChannel channel)
{
    JutuArena *arena = unit->chart->arena;
    const JutuScaleComponent *scale = jutu_model_scale(unit, channel);
    const JutuChannelDef *def = jutu_field_or_datum_def(unit->encoding.defs[channel]);
    if (!unit->scales[channel] || !scale || !def)
        return NULL;
    JutuAxisComponent *component = jutu_new(arena, JutuAxisComponent, 1);
    JutuChannel other = channel == JUTU_X ? JUTU_Y : JUTU_X;
    *component = (JutuAxisComponent){ .unit = unit,
                                      .grid_unit = unit->scales[other] ? unit : NULL,
                                      .channel = channel,
                                      .props = jutu_bag_new(arena) };
    const json_t *guide = def->guide;
    JutuAxisRule rule = { .unit = unit,
                          .def = def,
                          .channel = channel,
                          .scale_type = scale->type,
                          .axis = json_is_object(guide) ? guide
                                                        : jutu_json_own(arena, json_object()),
                          .orient = orient_of(unit, channel, guide) };
    bool disabled = is_disabled(&rule, guide);
    if (disabled) /* so that it wins over layers that say nothing */
        jutu_bag_set(&component->props, "disable", json_true(), guide != NULL);
    for (size_t i = 0; !disabled && i < G_N_ELEMENTS(properties); i++)
        settle(component, &rule, properties[i]);
    return component;
}

static JutuAxisComponent *clone_of(const JutuAxisComponent *component, JutuArena *arena)
{
    JutuAxisComponent *copy = jutu_copy(arena, JutuAxisComponent, component, 1);
    copy->props = (JutuBag){ jutu_json_own(arena, json_copy(component->props.explicit_props)),
                             jutu_json_own(arena, json_copy(component->props.implicit_props)) };
    return copy;
}

static void merge_titles(JutuBag *into, const JutuBag *other)
{
    const json_t *mine = jutu_bag_get(into, "title"), *theirs = jutu_bag_get(other, "title");
    bool given = jutu_bag_is_explicit(into, "title");
    if (!mine || given != jutu_bag_is_explicit(other, "title") || json_equal(mine, theirs))
        jutu_bag_merge(into, other, "title", NULL);
    else
        jutu_bag_set(into, "title", jutu_axis_titles_merge(mine, theirs), given);
}

static void merge(JutuAxisComponent *into, const JutuAxisComponent *other)
{
    if (!into->grid_unit)
        into->grid_unit = other->grid_unit;
    jutu_bag_merge(&into->props, &other->props, "disable", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(properties); i++) {
        if (strcmp(properties[i], "title") == 0)
            merge_titles(&into->props, &other->props);
        else
            jutu_bag_merge(&into->props, &other->props, properties[i], NULL);
    }
}

static size_t count(JutuAxisComponent *const *list)
{
    size_t n = 0;
    while (list && list[n])
        n++;
    return n;
}

/* Two sides that were asked for can't be one axis. */
static bool can_merge(const JutuAxisComponent *a, const JutuAxisComponent *b)
{
    return !(jutu_bag_is_explicit(&a->props, "orient") &&
             jutu_bag_is_explicit(&b->props, "orient") &&
             !json_equal(jutu_bag_get(&a->props, "orient"), jutu_bag_get(&b->props, "orient")));
}

/* The axes of all layers as one each; NULL: they don't go together. */
static JutuAxisComponent **merge_children(const JutuModel *layer, int i)
{
    JutuArena *arena = layer->chart->arena;
    JutuAxisComponent **merged = NULL;
    for (size_t c = 0; c < layer->n_children; c++) {
        JutuAxisComponent *const *own = layer->children[c]->axes[i];
        size_t n = count(own);
        if (n == 0)
            continue;
        if (merged && n != count(merged))
            return NULL;
        for (size_t a = 0; merged && a < n; a++) {
            if (!can_merge(merged[a], own[a]))
                return NULL;
            merge(merged[a], own[a]);
        }
        if (!merged) {
            merged = jutu_new(arena, JutuAxisComponent *, n + 1);
            for (size_t a = 0; a < n; a++)
                merged[a] = clone_of(own[a], arena);
        }
    }
    return merged;
}

/* The second of two axes on one side goes to the other side, unless told where to be. */
static void change_side(JutuAxisComponent *component, size_t taken[4])
{
    static const JutuSide opposite[] = { JUTU_BOTTOM, JUTU_TOP, JUTU_RIGHT, JUTU_LEFT };
    static const char *const names[] = { "top", "bottom", "left", "right" };
    JutuSide side = jutu_axis_side(component);
    if (json_is_true(jutu_bag_get(&component->props, "disable")))
        return;
    if (taken[side] > 0 && !jutu_bag_is_explicit(&component->props, "orient")) {
        if (taken[side] > taken[opposite[side]]) {
            side = opposite[side];
            jutu_bag_set(&component->props, "orient", json_string(names[side]), false);
        }
    }
    taken[side]++;
}

static JutuAxisComponent **collect_children(const JutuModel *layer, int i)
{
    size_t n = 0, taken[4] = { 0 };
    for (size_t c = 0; c < layer->n_children; c++)
        n += count(layer->children[c]->axes[i]);
    if (n == 0)
        return NULL;
    JutuAxisComponent **all = jutu_new(layer->chart->arena, JutuAxisComponent *, n + 1);
    n = 0;
    for (size_t c = 0; c < layer->n_children; c++) {
        JutuAxisComponent **own = layer->children[c]->axes[i];
        for (size_t a = 0; a < count(own); a++) {
            change_side(own[a], taken);
            if (n > 0 && json_is_true(jutu_bag_get(&own[a]->props, "grid")) &&
                !jutu_bag_is_explicit(&own[a]->props, "grid"))
                jutu_bag_set(&own[a]->props, "grid", json_false(), false);
            all[n++] = own[a];
        }
    }
    return all;
}

static void parse_layer(JutuModel *layer, int i)
{
    JutuChannel channel = i == 0 ? JUTU_X : JUTU_Y;
    if (jutu_guide_resolve(layer, channel) == JUTU_RESOLVE_SHARED) {
        layer->axes[i] = merge_children(layer, i);
        if (!layer->axes[i])
            layer->resolve_axis[channel] = JUTU_RESOLVE_INDEPENDENT;
    }
    if (!layer->axes[i])
        layer->axes[i] = collect_children(layer, i);
    for (size_t c = 0; c < layer->n_children; c++)
        layer->children[c]->axes[i] = NULL;
}

static void parse_facet(const JutuModel *facet, int i)
{
    JutuAxisComponent *const *list = facet->children[0]->axes[i];
    bool shared = jutu_guide_resolve(facet, i == 0 ? JUTU_X : JUTU_Y) == JUTU_RESOLVE_SHARED;
    for (size_t a = 0; shared && a < count(list); a++)
        list[a]->main_extracted = true;
}

bool jutu_axes_parse(JutuModel *model, GError **error)
{
    for (size_t c = 0; c < model->n_children; c++) {
        if (!jutu_axes_parse(model->children[c], error))
            return false;
    }
    for (int i = 0; i < 2; i++) {
        switch (model->kind) {
        case JUTU_MODEL_UNIT: {
            JutuAxisComponent *component = parse_unit(model, i == 0 ? JUTU_X : JUTU_Y);
            model->axes[i] = jutu_new(model->chart->arena, JutuAxisComponent *, 2);
            model->axes[i][0] = component;
            break;
        }
        case JUTU_MODEL_LAYER:
            parse_layer(model, i);
            break;
        case JUTU_MODEL_FACET:
            parse_facet(model, i);
            break;
        case JUTU_MODEL_CONCAT:
            break;
        }
    }
    return true;
}

bool jutu_axis_in_header(const JutuAxisComponent *component)
{
    return component->main_extracted && !json_is_true(jutu_bag_get(&component->props, "disable"));
}

JutuSide jutu_axis_side(const JutuAxisComponent *component)
{
    const char *orient = json_string_value(jutu_bag_get(&component->props, "orient"));
    if (!orient)
        return component->channel == JUTU_X ? JUTU_BOTTOM : JUTU_LEFT;
    return *orient == 't'   ? JUTU_TOP
           : *orient == 'b' ? JUTU_BOTTOM
           : *orient == 'l' ? JUTU_LEFT
                            : JUTU_RIGHT;
}
