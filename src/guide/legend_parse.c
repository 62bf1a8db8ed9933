/* Which legends a view has and what is settled about them before the data (legend/parse.ts). */
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "frame/frame.h"
#include "guide/legend.h"

const char *const jutu_shows_names[JUTU_N_SHOWS] = {
    [JUTU_SHOWS_SIZE] = "size",
    [JUTU_SHOWS_SHAPE] = "shape",
    [JUTU_SHOWS_FILL] = "fill",
    [JUTU_SHOWS_STROKE] = "stroke",
    [JUTU_SHOWS_STROKE_WIDTH] = "strokeWidth",
    [JUTU_SHOWS_STROKE_DASH] = "strokeDash",
    [JUTU_SHOWS_OPACITY] = "opacity",
};

/* Vega-Lite's properties; the scales are members of the plan, and encode is merged last. */
static const char *const properties[] = {
    "clipHeight",
    "columnPadding",
    "columns",
    "cornerRadius",
    "direction",
    "fillColor",
    "format",
    "formatType",
    "gradientLength",
    "gradientOpacity",
    "gradientStrokeColor",
    "gradientStrokeWidth",
    "gradientThickness",
    "gridAlign",
    "labelAlign",
    "labelBaseline",
    "labelColor",
    "labelFont",
    "labelFontSize",
    "labelFontStyle",
    "labelFontWeight",
    "labelLimit",
    "labelOffset",
    "labelOpacity",
    "labelOverlap",
    "labelPadding",
    "labelSeparation",
    "legendX",
    "legendY",
    "offset",
    "orient",
    "padding",
    "rowPadding",
    "strokeColor",
    "symbolDash",
    "symbolDashOffset",
    "symbolFillColor",
    "symbolLimit",
    "symbolOffset",
    "symbolOpacity",
    "symbolSize",
    "symbolStrokeColor",
    "symbolStrokeWidth",
    "symbolType",
    "tickCount",
    "tickMinStep",
    "title",
    "titleAlign",
    "titleAnchor",
    "titleBaseline",
    "titleColor",
    "titleFont",
    "titleFontSize",
    "titleFontStyle",
    "titleFontWeight",
    "titleLimit",
    "titleLineHeight",
    "titleOpacity",
    "titleOrient",
    "titlePadding",
    "type",
    "values",
    "zindex",
    "disable",
    "labelExpr",
    "encode",
};

/* Legends of a view by channel; NULL: none. */
typedef struct {
    JutuLegendPlan *of[JUTU_N_CHANNELS];
} Legends;

/* The order in which a unit's legends come up. */
static const JutuChannel unit_channels[] = { JUTU_COLOR,       JUTU_SIZE,   JUTU_SHAPE,
                                             JUTU_FILL,        JUTU_STROKE, JUTU_STROKEDASH,
                                             JUTU_STROKEWIDTH, JUTU_OPACITY };

/* Which property of a symbol shows a channel. A trail is filled, but is a line in legends. */
static JutuShows shows(const JutuView *unit, JutuChannel channel)
{
    const char *name = jutu_channels[channel].name;
    if (unit->mark->varying_size && channel == JUTU_COLOR)
        name = "stroke";
    else if (unit->mark->varying_size && channel == JUTU_SIZE)
        name = "strokeWidth";
    else if (channel == JUTU_COLOR)
        name = json_is_true(json_object_get(unit->mark_def, "filled")) ? "fill" : "stroke";
    size_t i = 0;
    while (i + 1 < JUTU_N_SHOWS && strcmp(jutu_shows_names[i], name) != 0)
        i++;
    return (JutuShows)i;
}

/* Bars have no symbols, symbols no bar. */
static bool is_foreign(const JutuLegendRule *rule, const char *name)
{
    return (strcmp(rule->type, "gradient") == 0 && g_str_has_prefix(name, "symbol")) ||
           (strcmp(rule->type, "symbol") == 0 && g_str_has_prefix(name, "gradient"));
}

static void settle(JutuLegendPlan *planned, const JutuLegendRule *rule, const char *name)
{
    if (is_foreign(rule, name))
        return;
    json_t *value = jutu_legend_rule(rule, name);
    bool given = value && jutu_legend_is_explicit(rule, name, value);
    if (given || !jutu_config(planned->unit->chart, "legend", name, NULL))
        jutu_bag_set(&planned->props, name, value, given);
    else
        json_decref(value); /* Vega finds it in its own config */
}

static bool is_disabled(const JutuView *unit, const json_t *guide)
{
    if (guide)
        return jutu_json_is_off(guide);
    return json_is_true(jutu_config(unit->chart, "legend", "disable", NULL));
}

static JutuLegendPlan *parse_channel(const JutuPlan *plan, const JutuView *unit,
                                     JutuChannel channel, const JutuChannelDef *def)
{
    JutuArena *arena = unit->chart->arena;
    JutuLegendPlan *planned = jutu_new(arena, JutuLegendPlan, 1);
    *planned = (JutuLegendPlan){ .unit = unit, .channel = channel, .props = jutu_bag_new(arena) };
    planned->scales[shows(unit, channel)] = (JutuLegendScale){ unit, channel };
    bool disabled = is_disabled(unit, def->guide);
    jutu_bag_set(&planned->props, "disable", json_boolean(disabled), def->guide != NULL);
    if (disabled)
        return planned;
    JutuLegendRule rule = jutu_legend_rule_new(plan, unit, channel, def);
    for (size_t i = 0; i < G_N_ELEMENTS(properties); i++) {
        if (!jutu_bag_get(&planned->props, properties[i]))
            settle(planned, &rule, properties[i]);
    }
    json_t *encode = jutu_legend_encode(&rule, &planned->props);
    if (json_object_size(encode) > 0)
        jutu_bag_set(&planned->props, "encode", json_incref(encode),
                     json_object_get(rule.base.given, "encoding") != NULL);
    json_decref(encode);
    return planned;
}

static void parse_unit(const JutuPlan *plan, const JutuView *unit, Legends *out)
{
    size_t order = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(unit_channels); i++) {
        JutuChannel channel = unit_channels[i];
        const JutuChannelDef *def = jutu_field_or_datum_def(unit->encoding.defs[channel]);
        if (!def || !jutu_plan_scale(plan, unit, channel) ||
            (channel == JUTU_SHAPE && def->type == JUTU_GEOJSON))
            continue;
        out->of[channel] = parse_channel(plan, unit, channel, def);
        out->of[channel]->order = ++order;
    }
}

JutuLegendPlan *jutu_legend_clone(const JutuLegendPlan *planned)
{
    JutuArena *arena = planned->unit->chart->arena;
    JutuLegendPlan *copy = jutu_copy(arena, JutuLegendPlan, planned, 1);
    copy->props = (JutuBag){
        jutu_json_own(arena, json_copy(planned->props.explicit_props)),
        jutu_json_own(arena, json_copy(planned->props.implicit_props)),
    };
    return copy;
}

static void merge_titles(JutuBag *into, const JutuBag *other)
{
    const json_t *mine = jutu_bag_get(into, "title"), *theirs = jutu_bag_get(other, "title");
    bool given = jutu_bag_is_explicit(into, "title");
    if (!mine || !theirs || given != jutu_bag_is_explicit(other, "title") ||
        json_equal(mine, theirs))
        jutu_bag_merge(into, other, "title", NULL);
    else
        jutu_bag_set(into, "title", jutu_guide_titles_merge(mine, theirs), given);
}

/* Of two types, symbols can show both. */
static void merge_types(JutuBag *into, const JutuBag *other)
{
    const json_t *mine = jutu_bag_get(into, "type"), *theirs = jutu_bag_get(other, "type");
    static const char *const bar[] = { "gradient", NULL };
    bool same = jutu_bag_is_explicit(into, "type") == jutu_bag_is_explicit(other, "type");
    if (mine && theirs && same && !json_equal(mine, theirs)) {
        const json_t *encode = jutu_bag_get(into, "encode");
        jutu_bag_set(into, "type", json_string("symbol"), false);
        if (json_object_get(encode, "gradient"))
            jutu_bag_set(into, "encode", jutu_json_omit(encode, bar),
                         jutu_bag_is_explicit(into, "encode"));
    } else {
        jutu_bag_merge(into, other, "type", NULL);
    }
}

/* Rather a circle than a stroke. */
static int prefer_circle(const char *name, const json_t *a, const json_t *b)
{
    (void)name, (void)a;
    return json_is_string(b) && strcmp(json_string_value(b), "circle") == 0 ? -1 : 0;
}

static bool sides_differ(const JutuBag *a, const JutuBag *b)
{
    return jutu_bag_is_explicit(a, "orient") && jutu_bag_is_explicit(b, "orient") &&
           !json_equal(jutu_bag_get(a, "orient"), jutu_bag_get(b, "orient"));
}

bool jutu_legend_merge(JutuLegendPlan *into, const JutuLegendPlan *other)
{
    if (sides_differ(&into->props, &other->props))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(properties); i++) {
        const char *name = properties[i];
        bool symbol = strcmp(name, "symbolType") == 0;
        if (strcmp(name, "title") == 0)
            merge_titles(&into->props, &other->props);
        else if (strcmp(name, "type") != 0)
            jutu_bag_merge(&into->props, &other->props, name, symbol ? prefer_circle : NULL);
    }
    merge_types(&into->props, &other->props);
    for (size_t i = 0; i < JUTU_N_SHOWS; i++) {
        if (!into->scales[i].unit)
            into->scales[i] = other->scales[i];
    }
    return true;
}

/* Legends in the order in which they came up. */
static size_t list_legends(const Legends *legends, JutuLegendPlan *list[JUTU_N_CHANNELS])
{
    size_t n = 0;
    for (size_t c = 0; c < JUTU_N_CHANNELS; c++) {
        JutuLegendPlan *legend = legends->of[c];
        size_t at = n;
        while (legend && at > 0 && list[at - 1]->order > legend->order) {
            list[at] = list[at - 1];
            at--;
        }
        if (legend) {
            list[at] = legend;
            n++;
        }
    }
    return n;
}

/* What the children of a view share. */
typedef struct {
    Legends legends;
    bool apart[JUTU_N_CHANNELS]; /* they don't go together */
    size_t order;
} Shared;

static void share(Shared *shared, const JutuLegendPlan *legend)
{
    JutuChannel channel = legend->channel;
    JutuLegendPlan **merged = &shared->legends.of[channel];
    if (shared->apart[channel])
        return;
    if (!*merged) {
        *merged = jutu_legend_clone(legend);
        (*merged)->order = ++shared->order;
    } else if (!jutu_legend_merge(*merged, legend)) {
        shared->apart[channel] = true;
        *merged = NULL;
    }
}

/* Keeps those that the view around doesn't share. */
static void keep(JutuGuidePlan *guides, const JutuView *view, const Legends *own,
                 const Legends *around)
{
    JutuLegendPlan **legends = guides->views[view->index].legends;
    for (size_t c = 0; c < JUTU_N_CHANNELS; c++)
        legends[c] = around && around->of[c] ? NULL : own->of[c];
}

/* All legends that the view has or that its children share. */
static Legends parse(JutuGuidePlan *guides, const JutuView *view)
{
    const JutuPlan *plan = guides->plan;
    Shared shared = { 0 };
    if (view->kind == JUTU_VIEW_UNIT) {
        parse_unit(plan, view, &shared.legends);
        return shared.legends;
    }
    for (int c = 0; c < JUTU_N_CHANNELS; c++)
        shared.apart[c] = jutu_guide_resolve(plan, view, (JutuChannel)c) != JUTU_RESOLVE_SHARED;
    g_autofree Legends *below = g_new(Legends, view->n_children);
    for (size_t c = 0; c < view->n_children; c++) {
        JutuLegendPlan *list[JUTU_N_CHANNELS];
        below[c] = parse(guides, view->children[c]);
        size_t n = list_legends(&below[c], list);
        for (size_t i = 0; i < n; i++)
            share(&shared, list[i]);
    }
    for (size_t c = 0; c < view->n_children; c++)
        keep(guides, view->children[c], &below[c], &shared.legends);
    return shared.legends;
}

static void join(JutuGuidePlan *guides, const JutuView *view)
{
    guides->views[view->index].joined = jutu_legends_assemble(guides, view);
    for (size_t c = 0; c < view->n_children && view->kind != JUTU_VIEW_LAYER; c++)
        join(guides, view->children[c]);
}

void jutu_legends_parse(JutuGuidePlan *guides, const JutuView *root)
{
    Legends own = parse(guides, root);
    keep(guides, root, &own, NULL);
    join(guides, root);
}
