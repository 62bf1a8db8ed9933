/*
 * What a legend's symbols, bars and labels take from the mark that it explains
 * (vega-lite's legend/encode.ts): paint that no channel sets, opacity, and what
 * legend.encoding says.
 */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/number.h"
#include "base/rewrite.h"
#include "expr/literal.h"
#include "guide/legend.h"
#include "plan/invalid.h"
#include "plan/selection.h"

/* Where the fill or stroke of the unit's marks comes from. */
typedef enum { FROM_NOWHERE, FROM_CONSTANT, FROM_FIELD, FROM_CONDITIONS } Source;
typedef struct {
    Source source;
    json_t *value; /* a new reference; NULL unless it is a constant */
} Paint;

static json_t *share(const json_t *json)
{
    return json ? json_incref((json_t *)json) : NULL;
}

static void set_paint(Paint *paint, Source source, json_t *value)
{
    json_decref(paint->value);
    *paint = (Paint){ source, value };
}

/* The colour of a mark that no channel sets: what isn't filled may be there all the same. */
static const json_t *default_paint(const JutuView *unit, bool colored, const char *property)
{
    bool there = unit->mark->transparent && jutu_channel_find(property) == JUTU_FILL;
    const json_t *found = jutu_mark_prop(unit, colored ? "color" : "", property);
    if (!jutu_json_given(found) && colored)
        found = jutu_config(unit->chart, "mark", "color", NULL);
    if (!jutu_json_given(found) && there)
        found = jutu_json_own(unit->chart->arena, json_string("transparent"));
    return jutu_json_given(found) ? found : NULL;
}

/* {"expr"} for a constant of the data, as its channel's scale shows it. */
static json_t *datum_paint(const JutuChannelDef *def, JutuArena *arena)
{
    return json_pack("{s:o}", "expr",
                     json_sprintf("scale('%s', %s)", jutu_channels[def->channel].name,
                                  jutu_expr_literal(def->datum, arena)));
}

/* What a channel says of a paint, the mark's own aside. */
static void add_channel(const JutuPlan *plan, const JutuView *unit, JutuChannel channel,
                        Paint *paint)
{
    const JutuChannelDef *def = unit->encoding.defs[channel];
    if (!def)
        return;
    bool shown = jutu_field_def(def) &&
                 jutu_invalid_of_channel(plan, unit, channel) == JUTU_INVALID_SHOW;
    if (def->condition || shown)
        set_paint(paint, FROM_CONDITIONS, NULL);
    else if (def->is_field)
        set_paint(paint, FROM_FIELD, NULL);
    else if (def->is_datum)
        set_paint(paint, FROM_CONSTANT, datum_paint(def, unit->chart->arena));
    else if (def->is_value)
        set_paint(paint, FROM_CONSTANT, share(def->value));
}

/* The fill or stroke of marks: `property`, coloured by `color` if that is the one it means. */
static Paint mark_paint(const JutuPlan *plan, const JutuView *unit, const char *property,
                        bool colored)
{
    JutuChannel own = jutu_channel_find(property);
    Paint paint = { 0 };
    const json_t *value = jutu_mark_config(unit, property, NULL);
    if (value)
        set_paint(&paint, FROM_CONSTANT, share(value));
    value = default_paint(unit, colored, property);
    if (value)
        set_paint(&paint, FROM_CONSTANT, share(value));
    if (colored)
        add_channel(plan, unit, JUTU_COLOR, &paint);
    value = json_object_get(unit->mark_def, property);
    if (value && !unit->encoding.defs[own])
        set_paint(&paint, FROM_CONSTANT, share(value));
    add_channel(plan, unit, own, &paint);
    return paint;
}

/* What a channel's conditions or its constant give; `pick` joins them. NULL: it has none. */
typedef json_t *(*Pick)(json_t *before, const json_t *value);

static json_t *condition_value(const JutuChannelDef *def, Pick pick)
{
    if (!def)
        return NULL;
    const json_t *condition = def->condition;
    if (!json_is_array(condition) && !json_object_get(condition, "value"))
        return share(def->value);
    json_t *value = share(def->value);
    size_t n = json_is_array(condition) ? json_array_size(condition) : 1;
    for (size_t i = 0; i < n; i++) {
        const json_t *one = json_is_array(condition) ? json_array_get(condition, i) : condition;
        value = pick(value, json_object_get(one, "value"));
    }
    return value;
}

static json_t *pick_first(json_t *before, const json_t *value)
{
    return before ? before : share(value);
}

/* The greater one; what isn't two numbers is none. */
static json_t *pick_most(json_t *before, const json_t *value)
{
    double most = json_is_number(before) && json_is_number(value)
                      ? fmax(json_number_value(before), json_number_value(value))
                      : 0;
    json_decref(before);
    return json_real(most); /* 0 sets no opacity */
}

/* The opacity of all marks, or the most that conditions give; NULL: none. A new reference. */
static json_t *mark_opacity(const JutuView *unit)
{
    json_t *value = condition_value(unit->encoding.defs[JUTU_OPACITY], pick_most);
    return jutu_json_given(value) ? value : share(json_object_get(unit->mark_def, "opacity"));
}

/* A member of the legend or of config.legend; NULL: neither. */
static const json_t *own_or_config(const JutuLegendRule *rule, const JutuBag *props,
                                   const char *name)
{
    const json_t *own = jutu_bag_get(props, name);
    return jutu_json_given(own) ? own : jutu_config(rule->base.unit->chart, "legend", name, NULL);
}

static void put_conditions(json_t *out, const char *property, const JutuView *unit, bool colored)
{
    const JutuChannelDef *own = unit->encoding.defs[jutu_channel_find(property)];
    json_t *value = condition_value(own ? own : unit->encoding.defs[JUTU_COLOR], pick_first);
    const json_t *mark = json_object_get(unit->mark_def, property);
    if (!jutu_json_given(mark) && colored)
        mark = json_object_get(unit->mark_def, "color");
    if (jutu_json_truthy(value) || jutu_json_truthy(mark))
        jutu_json_put(out, property, jutu_json_given(value) ? value : mark);
    json_decref(value);
}

/* Whether the legend's own scale is of this paint. */
static bool is_shown(const JutuLegendRule *rule, JutuChannel paint, bool colored)
{
    return rule->base.channel == paint || (colored && rule->base.channel == JUTU_COLOR);
}

static void put_fill(json_t *out, const JutuLegendRule *rule, const JutuBag *props, bool filled,
                     const json_t *opacity)
{
    const JutuView *unit = rule->base.unit;
    Paint fill = mark_paint(rule->base.plan, unit, "fill", filled);
    const json_t *base = jutu_config(unit->chart, "legend", "symbolBaseFillColor", NULL);
    if (is_shown(rule, JUTU_FILL, filled))
        fill.source = FROM_NOWHERE;
    else if (fill.source == FROM_CONSTANT)
        jutu_json_put(out, "fill", fill.value);
    else if (fill.source == FROM_CONDITIONS)
        put_conditions(out, "fill", unit, filled);
    else if (fill.source == FROM_FIELD &&
             !jutu_json_truthy(own_or_config(rule, props, "symbolFillColor"))) {
        jutu_json_put_new(out, "fill", base ? share(base) : json_string("black"));
        jutu_json_put_new(out, "fillOpacity", opacity ? share(opacity) : json_real(1));
    }
    json_decref(fill.value);
}

static void put_stroke(json_t *out, const JutuLegendRule *rule, const JutuBag *props, bool filled)
{
    const JutuView *unit = rule->base.unit;
    Paint stroke = mark_paint(rule->base.plan, unit, "stroke", !filled);
    bool shown = is_shown(rule, JUTU_STROKE, !filled) || stroke.source == FROM_FIELD ||
                 jutu_json_truthy(own_or_config(rule, props, "symbolStrokeColor"));
    if (!shown && stroke.source == FROM_CONSTANT)
        jutu_json_put(out, "stroke", stroke.value);
    else if (!shown && stroke.source == FROM_CONDITIONS)
        put_conditions(out, "stroke", unit, filled);
    json_decref(stroke.value);
}

/* The opacity of entries that can be selected: as given, or 1, and less of those that aren't; NULL:
 * they can't. A new reference. */
static json_t *selected_opacity(const JutuLegendRule *rule, const json_t *opacity)
{
    const JutuView *unit = rule->base.unit;
    const char *test = jutu_selection_legend_test(rule->base.plan, unit, rule->base.channel);
    if (!test)
        return NULL;
    double faint = jutu_json_number(jutu_config(unit->chart, "legend", NULL), "unselectedOpacity",
                                    NAN);
    double usual = json_is_number(opacity) ? json_number_value(opacity) : 1;
    const char *expr = jutu_json_string(opacity, "expr", NULL);
    char numbers[2][JUTU_NUMBER_SIZE];
    jutu_number_print(usual, numbers[0]);
    jutu_number_print(isnan(faint) ? 1 : faint, numbers[1]);
    return json_pack("{s:o}", "expr",
                     json_sprintf("(%s) ? (%s) : %s", test, expr ? expr : numbers[0], numbers[1]));
}

static json_t *symbols(const JutuLegendRule *rule, const JutuBag *props)
{
    static const char *const strokes[] = { "strokeWidth",   "strokeDash", "strokeDashOffset",
                                           "strokeOpacity", "strokeJoin", "strokeMiterLimit",
                                           "fillOpacity" };
    const JutuView *unit = rule->base.unit;
    bool filled = json_is_true(json_object_get(unit->mark_def, "filled")) &&
                  !unit->mark->varying_size;
    json_t *out = json_object();
    for (size_t i = 0; i < G_N_ELEMENTS(strokes); i++)
        jutu_json_put(out, strokes[i], jutu_mark_config(unit, strokes[i], NULL));
    json_t *opacity = own_or_config(rule, props, "symbolOpacity") ? NULL : mark_opacity(unit);
    put_fill(out, rule, props, filled, opacity);
    put_stroke(out, rule, props, filled);
    json_t *selected = selected_opacity(rule, opacity);
    if (rule->base.channel != JUTU_OPACITY && selected)
        jutu_json_put(out, "opacity", selected);
    else if (rule->base.channel != JUTU_OPACITY && jutu_json_truthy(opacity))
        jutu_json_put(out, "opacity", opacity);
    json_decref(selected);
    json_decref(opacity);
    return out;
}

static json_t *bar(const JutuLegendRule *rule, const JutuBag *props)
{
    json_t *out = json_object();
    json_t *opacity = own_or_config(rule, props, "gradientOpacity") ? NULL
                                                                    : mark_opacity(rule->base.unit);
    if (jutu_json_truthy(opacity))
        jutu_json_put(out, "opacity", opacity);
    json_decref(opacity);
    return out;
}

static json_t *labels(const JutuLegendRule *rule, const JutuBag *props)
{
    (void)props;
    json_t *out = json_object(), *selected = selected_opacity(rule, NULL);
    if (selected)
        jutu_json_put_new(out, "opacity", selected);
    return jutu_json_put_new(out, "text", jutu_guide_rule_label_text(&rule->base));
}

static json_t *nothing(const JutuLegendRule *rule, const JutuBag *props)
{
    (void)rule, (void)props;
    return json_object();
}

static const struct {
    const char *name, *type; /* type NULL: of all legends */
    json_t *(*encode)(const JutuLegendRule *rule, const JutuBag *props);
} parts[] = {
    { "labels", NULL, labels },       { "legend", NULL, nothing },     { "title", NULL, nothing },
    { "symbols", "symbol", symbols }, { "gradient", "gradient", bar }, { "entries", NULL, nothing },
};

json_t *jutu_legend_encode(const JutuLegendRule *rule, const JutuBag *props)
{
    const json_t *given = json_object_get(rule->base.given, "encoding");
    json_t *encode = json_object();
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i].type && strcmp(parts[i].type, rule->type) != 0)
            continue;
        json_t *part = parts[i].encode(rule, props);
        jutu_json_assign(part, json_object_get(given, parts[i].name));
        if (json_object_size(part) > 0)
            jutu_json_put(encode, parts[i].name, part);
        json_decref(part);
    }
    return encode;
}

static bool is_transparent(const json_t *json)
{
    return json_is_string(json) && strcmp(json_string_value(json), "transparent") == 0;
}

/* Filled symbols have no outline unless one is shown; what scales give isn't set besides. */
void jutu_legend_encode_settle(JutuLegendPlan *planned)
{
    const json_t *encode = jutu_bag_get(&planned->props, "encode");
    const json_t *given = json_object_get(encode, "symbols");
    if (!given)
        return;
    json_t *own = jutu_json_spread(given);
    const json_t *fill = json_object_get(own, "fill");
    if (fill && !is_transparent(fill) && !json_object_get(own, "stroke") &&
        !planned->scales[JUTU_SHOWS_STROKE].unit)
        jutu_json_put_new(own, "stroke", json_string("transparent"));
    for (size_t i = 0; i < JUTU_N_SHOWS; i++) {
        if (planned->scales[i].unit)
            json_object_del(own, jutu_shows_names[i]);
    }
    json_t *settled = jutu_json_put_new(jutu_json_spread(encode), "symbols", own);
    jutu_bag_set(&planned->props, "encode", settled,
                 jutu_bag_is_explicit(&planned->props, "encode"));
}
