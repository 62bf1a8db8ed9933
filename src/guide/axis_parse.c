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

static void settle(JutuAxisComponent *component, const JutuGuideRule *rule, const char *name)
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

/* One of the four sides; JUTU_NO_SIDE if it isn't given or is none of them. */
static JutuSide side_given(const JutuModel *unit, const json_t *orient)
{
    JutuValue value = jutu_chart_value(unit->chart, unit->early, orient);
    JutuSide side = jutu_side_parse(value.type == JUTU_STRING ? value.string : NULL);
    return side <= JUTU_RIGHT ? side : JUTU_NO_SIDE;
}

static JutuSide side_of(const JutuModel *unit, JutuChannel channel, const json_t *axis)
{
    const char *const places[] = { channel == JUTU_X ? "axisX" : "axisY", "axis" };
    JutuSide side = side_given(unit, json_object_get(axis, "orient"));
    for (size_t i = 0; i < G_N_ELEMENTS(places) && side == JUTU_NO_SIDE; i++)
        side = side_given(unit, jutu_config(unit->chart, places[i], "orient", NULL));
    return side != JUTU_NO_SIDE ? side : channel == JUTU_X ? JUTU_BOTTOM : JUTU_LEFT;
}

static bool is_disabled(const JutuGuideRule *rule, const json_t *guide)
{
    bool in_vega;
    if (guide)
        return !jutu_json_truthy(guide);
    return jutu_json_truthy(jutu_axis_config(rule, "disable", &in_vega));
}

static JutuAxisComponent *parse_unit(const JutuPlan *plan, const JutuModel *unit,
                                     JutuChannel channel)
{
    JutuArena *arena = unit->chart->arena;
    const JutuScaleComponent *scale = jutu_plan_scale(plan, unit, channel);
    const JutuChannelDef *def = jutu_field_or_datum_def(unit->encoding.defs[channel]);
    const JutuViewPlan *view = jutu_plan_view(plan, unit);
    if (!view->scales[channel] || !scale || !def)
        return NULL;
    JutuAxisComponent *component = jutu_new(arena, JutuAxisComponent, 1);
    JutuChannel other = channel == JUTU_X ? JUTU_Y : JUTU_X;
    *component = (JutuAxisComponent){ .unit = unit,
                                      .grid_unit = view->scales[other] ? unit : NULL,
                                      .channel = channel,
                                      .props = jutu_bag_new(arena) };
    const json_t *guide = def->guide;
    JutuGuideRule rule = { .plan = plan,
                           .unit = unit,
                           .def = def,
                           .channel = channel,
                           .scale_type = scale->type,
                           .given = json_is_object(guide) ? guide
                                                          : jutu_json_own(arena, json_object()),
                           .side = side_of(unit, channel, guide) };
    bool disabled = is_disabled(&rule, guide);
    if (disabled) /* so that it wins over layers that say nothing */
        jutu_bag_set(&component->props, "disable", json_true(), guide != NULL);
    for (size_t i = 0; !disabled && i < G_N_ELEMENTS(properties); i++)
        settle(component, &rule, properties[i]);
    return component;
}

static void merge_titles(JutuBag *into, const JutuBag *other)
{
    const json_t *mine = jutu_bag_get(into, "title"), *theirs = jutu_bag_get(other, "title");
    bool given = jutu_bag_is_explicit(into, "title");
    if (!mine || given != jutu_bag_is_explicit(other, "title") || json_equal(mine, theirs))
        jutu_bag_merge(into, other, "title", NULL);
    else
        jutu_bag_set(into, "title", jutu_guide_titles_merge(mine, theirs), given);
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

/* The axes of all layers as one each: the plan says that they go together. */
static JutuAxisComponent **merge_layers(JutuAxisComponent **const *lists, size_t n_lists)
{
    JutuAxisComponent **merged = NULL;
    for (size_t c = 0; c < n_lists; c++) {
        size_t n = count(lists[c]);
        for (size_t a = 0; merged && a < n; a++)
            merge(merged[a], lists[c][a]);
        if (!merged && n > 0)
            merged = lists[c];
    }
    return merged;
}

/* The second of two axes on one side goes to the other side, unless told where to be. */
static void change_side(JutuAxisComponent *component, size_t taken[4])
{
    static const JutuSide opposite[] = { JUTU_BOTTOM, JUTU_TOP, JUTU_RIGHT, JUTU_LEFT };
    JutuSide side = jutu_axis_side(component);
    if (json_is_true(jutu_bag_get(&component->props, "disable")))
        return;
    if (taken[side] > 0 && !jutu_bag_is_explicit(&component->props, "orient")) {
        if (taken[side] > taken[opposite[side]]) {
            side = opposite[side];
            jutu_bag_set(&component->props, "orient", json_string(jutu_side_name(side)), false);
        }
    }
    taken[side]++;
}

static JutuAxisComponent **collect_layers(JutuAxisComponent **const *lists, size_t n_lists,
                                          JutuArena *arena)
{
    size_t n = 0, taken[4] = { 0 };
    for (size_t c = 0; c < n_lists; c++)
        n += count(lists[c]);
    JutuAxisComponent **all = jutu_new(arena, JutuAxisComponent *, n + 1);
    n = 0;
    for (size_t c = 0; c < n_lists; c++) {
        for (size_t a = 0; a < count(lists[c]); a++) {
            JutuAxisComponent *own = lists[c][a];
            change_side(own, taken);
            if (n > 0 && json_is_true(jutu_bag_get(&own->props, "grid")) &&
                !jutu_bag_is_explicit(&own->props, "grid"))
                jutu_bag_set(&own->props, "grid", json_false(), false);
            all[n++] = own;
        }
    }
    return all;
}

/* The axes of a unit or layer along x (i = 0) or y, NULL-terminated; they are the caller's. */
static JutuAxisComponent **axes_of(const JutuPlan *plan, const JutuModel *model, int i)
{
    JutuArena *arena = plan->chart->arena;
    JutuChannel channel = i == 0 ? JUTU_X : JUTU_Y;
    size_t n = model->n_children;
    if (model->kind == JUTU_MODEL_UNIT) {
        JutuAxisComponent **one = jutu_new(arena, JutuAxisComponent *, 2);
        one[0] = parse_unit(plan, model, channel);
        return one;
    }
    g_autofree JutuAxisComponent ***lists = g_new0(JutuAxisComponent **, n + 1);
    for (size_t c = 0; c < n; c++)
        lists[c] = axes_of(plan, model->children[c], i);
    return jutu_guide_resolve(plan, model, channel) == JUTU_RESOLVE_SHARED
               ? merge_layers(lists, n)
               : collect_layers(lists, n, arena);
}

void jutu_axes_parse(JutuGuidePlan *guides, const JutuModel *model)
{
    const JutuModel *around = model->parent;
    JutuViewGuides *view = &guides->views[model->index];
    if (model->kind == JUTU_MODEL_UNIT || model->kind == JUTU_MODEL_LAYER) {
        for (int i = 0; i < 2; i++) {
            view->axes[i] = axes_of(guides->plan, model, i);
            view->in_headers[i] = around && around->kind == JUTU_MODEL_FACET &&
                                  jutu_guide_resolve(guides->plan, around,
                                                     i == 0 ? JUTU_X : JUTU_Y) ==
                                      JUTU_RESOLVE_SHARED;
        }
        return;
    }
    for (size_t c = 0; c < model->n_children; c++)
        jutu_axes_parse(guides, model->children[c]);
}

bool jutu_axis_in_header(const JutuViewGuides *view, const JutuAxisComponent *component)
{
    return view->in_headers[component->channel == JUTU_Y] &&
           !json_is_true(jutu_bag_get(&component->props, "disable"));
}

JutuSide jutu_axis_side(const JutuAxisComponent *component)
{
    const char *orient = json_string_value(jutu_bag_get(&component->props, "orient"));
    JutuSide side = jutu_side_parse(orient);
    return side <= JUTU_RIGHT ? side : component->channel == JUTU_X ? JUTU_BOTTOM : JUTU_LEFT;
}
