/* Which axes a view has and what is settled about them before the data (axis/parse.ts). */
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"
#include "guide/axis.h"

/* Vega-Lite's properties, in its order; `scale` and `gridScale` are members of the plan. */
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

static void settle(JutuAxisPlan *planned, const JutuGuideRule *rule, const char *name)
{
    json_t *value = jutu_axis_rule(rule, name);
    bool is_explicit = value && jutu_axis_is_explicit(rule, name, value), in_vega = false;
    const json_t *config = NULL;
    if (!is_explicit && strcmp(name, "values") != 0 && strcmp(name, "labelText") != 0)
        config = jutu_axis_config(rule, name, &in_vega);
    if (!config) {
        jutu_bag_set(&planned->props, name, value, is_explicit);
        return;
    }
    json_decref(value);
    bool conditional = jutu_json_truthy(json_object_get(config, "condition"));
    if (!in_vega || takes_config(name) || conditional || json_object_get(config, "expr"))
        jutu_bag_set(&planned->props, name, json_incref((json_t *)config), false);
}

/* One of the four sides; JUTU_NO_SIDE if it isn't given or is none of them. */
static JutuSide side_given(const JutuView *unit, const json_t *orient)
{
    JutuValue value = jutu_chart_value(unit->chart, unit->early, orient);
    JutuSide side = jutu_side_parse(value.type == JUTU_STRING ? value.string : NULL);
    return side <= JUTU_RIGHT ? side : JUTU_NO_SIDE;
}

static JutuSide side_of(const JutuView *unit, JutuChannel channel, const json_t *axis)
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

static JutuAxisPlan *parse_unit(const JutuPlan *plan, const JutuView *unit, JutuChannel channel)
{
    JutuArena *arena = unit->chart->arena;
    const JutuScalePlan *scale = jutu_plan_scale(plan, unit, channel);
    const JutuChannelDef *def = jutu_field_or_datum_def(unit->encoding.defs[channel]);
    const JutuViewPlan *entry = jutu_plan_view(plan, unit);
    if (!entry->scales[channel] || !scale || !def)
        return NULL;
    JutuAxisPlan *planned = jutu_new(arena, JutuAxisPlan, 1);
    JutuChannel other = channel == JUTU_X ? JUTU_Y : JUTU_X;
    *planned = (JutuAxisPlan){ .unit = unit,
                               .grid_unit = entry->scales[other] ? unit : NULL,
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
        jutu_bag_set(&planned->props, "disable", json_true(), guide != NULL);
    for (size_t i = 0; !disabled && i < G_N_ELEMENTS(properties); i++)
        settle(planned, &rule, properties[i]);
    return planned;
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

static void merge(JutuAxisPlan *into, const JutuAxisPlan *other)
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

static size_t count(JutuAxisPlan *const *list)
{
    size_t n = 0;
    while (list && list[n])
        n++;
    return n;
}

/* The axes of all layers as one each: the plan says that they go together. */
static JutuAxisPlan **merge_layers(JutuAxisPlan **const *lists, size_t n_lists)
{
    JutuAxisPlan **merged = NULL;
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
static void change_side(JutuAxisPlan *planned, size_t taken[4])
{
    static const JutuSide opposite[] = { JUTU_BOTTOM, JUTU_TOP, JUTU_RIGHT, JUTU_LEFT };
    JutuSide side = jutu_axis_side(planned);
    if (json_is_true(jutu_bag_get(&planned->props, "disable")))
        return;
    if (taken[side] > 0 && !jutu_bag_is_explicit(&planned->props, "orient")) {
        if (taken[side] > taken[opposite[side]]) {
            side = opposite[side];
            jutu_bag_set(&planned->props, "orient", json_string(jutu_side_name(side)), false);
        }
    }
    taken[side]++;
}

static JutuAxisPlan **collect_layers(JutuAxisPlan **const *lists, size_t n_lists, JutuArena *arena)
{
    size_t n = 0, taken[4] = { 0 };
    for (size_t c = 0; c < n_lists; c++)
        n += count(lists[c]);
    JutuAxisPlan **all = jutu_new(arena, JutuAxisPlan *, n + 1);
    n = 0;
    for (size_t c = 0; c < n_lists; c++) {
        for (size_t a = 0; a < count(lists[c]); a++) {
            JutuAxisPlan *own = lists[c][a];
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
static JutuAxisPlan **axes_of(const JutuPlan *plan, const JutuView *view, int i)
{
    JutuArena *arena = plan->chart->arena;
    JutuChannel channel = i == 0 ? JUTU_X : JUTU_Y;
    size_t n = view->n_children;
    if (view->kind == JUTU_VIEW_UNIT) {
        JutuAxisPlan **one = jutu_new(arena, JutuAxisPlan *, 2);
        one[0] = parse_unit(plan, view, channel);
        return one;
    }
    g_autofree JutuAxisPlan ***lists = g_new0(JutuAxisPlan **, n + 1);
    for (size_t c = 0; c < n; c++)
        lists[c] = axes_of(plan, view->children[c], i);
    return jutu_guide_resolve(plan, view, channel) == JUTU_RESOLVE_SHARED
               ? merge_layers(lists, n)
               : collect_layers(lists, n, arena);
}

void jutu_axes_parse(JutuGuidePlan *guides, const JutuView *view)
{
    const JutuView *around = view->parent;
    JutuViewGuides *entry = &guides->views[view->index];
    if (view->kind == JUTU_VIEW_UNIT || view->kind == JUTU_VIEW_LAYER) {
        for (int i = 0; i < 2; i++) {
            entry->axes[i] = axes_of(guides->plan, view, i);
            entry->in_headers[i] = around && around->kind == JUTU_VIEW_FACET &&
                                   jutu_guide_resolve(guides->plan, around,
                                                      i == 0 ? JUTU_X : JUTU_Y) ==
                                       JUTU_RESOLVE_SHARED;
        }
        return;
    }
    for (size_t c = 0; c < view->n_children; c++)
        jutu_axes_parse(guides, view->children[c]);
}

bool jutu_axis_in_header(const JutuViewGuides *entry, const JutuAxisPlan *planned)
{
    return entry->in_headers[planned->channel == JUTU_Y] &&
           !json_is_true(jutu_bag_get(&planned->props, "disable"));
}

JutuSide jutu_axis_side(const JutuAxisPlan *planned)
{
    const char *orient = json_string_value(jutu_bag_get(&planned->props, "orient"));
    JutuSide side = jutu_side_parse(orient);
    return side <= JUTU_RIGHT ? side : planned->channel == JUTU_X ? JUTU_BOTTOM : JUTU_LEFT;
}
