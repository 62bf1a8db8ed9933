/* Which type of scale a channel gets, and which scales views share (scale/type.ts, scale/parse.ts).
 */
#include <string.h>

#include "base/json.h"
#include "plan/plan.h"

static bool is_color(JutuChannel channel)
{
    return jutu_channels[channel].range == JUTU_RANGE_FLEXIBLE;
}

static bool has_position(JutuChannel channel)
{
    return jutu_is_xy(channel) || jutu_channels[channel].offset || jutu_channels[channel].polar;
}

static bool is_categorical(const JutuChannelDef *def)
{
    return def->type == JUTU_NOMINAL || def->type == JUTU_ORDINAL || def->type == JUTU_GEOJSON;
}

bool jutu_has_nested_offset(const JutuEncoding *encoding, JutuChannel channel)
{
    JutuChannel offset = jutu_channels[channel].offset_channel;
    const JutuChannelDef *def = encoding->defs[channel];
    if (offset == JUTU_NO_CHANNEL || !def || !(def->is_field || def->is_datum))
        return false;
    bool spans = is_categorical(def) || (def->is_field && jutu_has_time_unit(def));
    return spans && jutu_field_or_datum_def(encoding->defs[offset]);
}

/* Bars, rects and rules fill a band; points stand on points. */
static const char *discrete_type(const JutuView *unit, const JutuChannelDef *def)
{
    JutuChannel channel = def->channel;
    const JutuMarkType *mark = unit->mark;
    if (is_color(channel) || jutu_channels[channel].range == JUTU_RANGE_DISCRETE)
        return "ordinal";
    bool xy = jutu_is_xy(channel) || jutu_channels[channel].offset;
    bool banded = (mark->rect_based && mark->kind != JUTU_ITEM_ARC) || mark->kind == JUTU_ITEM_RULE;
    if (xy && (banded || jutu_has_nested_offset(&unit->encoding, channel)))
        return "band";
    if (jutu_channels[channel].polar && mark->kind == JUTU_ITEM_ARC)
        return "band";
    const char *size = jutu_channels[channel].horizontal ? "width" : "height";
    bool sized = jutu_is_xy(channel) &&
                 json_object_get(json_object_get(unit->mark_def, size), "band");
    bool ticks = jutu_is_xy(channel) && json_object_get(def->guide, "tickBand");
    return sized || ticks ? "band" : "point";
}

static const char *default_type(const JutuView *unit, const JutuChannelDef *def)
{
    bool discrete = jutu_channels[def->channel].range == JUTU_RANGE_DISCRETE;
    if (def->type == JUTU_TEMPORAL) {
        if (is_color(def->channel))
            return "time";
        if (discrete)
            return "ordinal";
        return def->is_field && def->time_unit.utc ? "utc" : "time";
    }
    if (def->type == JUTU_QUANTITATIVE) {
        if (is_color(def->channel) && def->is_field && def->binning == JUTU_BIN)
            return "bin-ordinal";
        return discrete ? "ordinal" : "linear";
    }
    return def->type == JUTU_GEOJSON ? NULL : discrete_type(unit, def);
}

static bool channel_takes(JutuChannel channel, const JutuScaleType *type)
{
    if (has_position(channel))
        return type->continuous || type->banded;
    if (is_color(channel))
        return !type->banded || type->thin;
    bool ordinal = type->discrete && !type->banded && !type->discretizing;
    if (jutu_channels[channel].range == JUTU_RANGE_DISCRETE)
        return ordinal || (type->discretizing && !type->discrete);
    return type->continuous || (type->discretizing && !type->discrete) || type->banded || ordinal;
}

static bool data_takes(const JutuChannelDef *def, const JutuScaleType *type)
{
    if (!def->is_field)
        return true;
    if (def->type == JUTU_ORDINAL || def->type == JUTU_NOMINAL)
        return type->discrete;
    if (def->type == JUTU_TEMPORAL)
        return type->temporal;
    return (type->continuous && !type->temporal) || (type->discretizing && !type->discrete);
}

static const JutuScaleType *scale_type(const JutuView *unit, const JutuChannelDef *def)
{
    const json_t *given = json_object_get(def->scale, "type");
    const char *fallback = default_type(unit, def);
    const JutuScaleType *type = json_is_string(given)
                                    ? jutu_scale_type_find(json_string_value(given))
                                    : NULL;
    if (type && channel_takes(def->channel, type) && data_takes(def, type))
        return type;
    if (given)
        jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, given,
                        "this scale type doesn't fit; it is \"%s\"", fallback ? fallback : "none");
    return fallback ? jutu_scale_type_find(fallback) : NULL;
}

static JutuScalePlan *scale_plan_new(const JutuView *view, JutuChannel channel,
                                     const JutuScaleType *type, bool type_explicit)
{
    JutuScalePlan *scale = jutu_new(view->chart->arena, JutuScalePlan, 1);
    *scale = (JutuScalePlan){ .view = view,
                              .channel = channel,
                              .type = type,
                              .type_explicit = type_explicit,
                              .props = jutu_bag_new(view->chart->arena) };
    return scale;
}

/* A domain follows {"param"} of its own, or of its bins' extent. */
static const json_t *extent_of(const JutuChannelDef *def)
{
    const json_t *domain = json_object_get(def->scale, "domain");
    if (json_is_object(domain) && json_object_get(domain, "param"))
        return domain;
    const json_t *extent = def->binning == JUTU_BIN ? json_object_get(def->bin, "extent") : NULL;
    return json_is_object(extent) && json_object_get(extent, "param") ? extent : NULL;
}

static void unit_types(JutuPlan *plan, const JutuView *unit)
{
    for (int i = 0; i < JUTU_N_CHANNELS; i++) {
        const JutuChannelDef *def = jutu_field_or_datum_def(unit->encoding.defs[i]);
        if (!def || jutu_channels[i].range == JUTU_RANGE_NONE || jutu_json_is_off(def->scale))
            continue;
        const JutuScaleType *type = scale_type(unit, def);
        const char *given = jutu_json_string(def->scale, "type", NULL);
        if (!type)
            continue;
        JutuScalePlan *scale = scale_plan_new(unit, (JutuChannel)i, type,
                                              given && strcmp(given, type->name) == 0);
        scale->extent = extent_of(def);
        plan->views[unit->index].scales[i] = scale;
    }
}

/* Scales of one family can be shared; positions on bands also with times. */
static bool can_share(const JutuScaleType *a, const JutuScaleType *b)
{
    if ((a->banded && b->temporal) || (a->temporal && b->banded))
        return true;
    return a->continuous == b->continuous && a->temporal == b->temporal && a->banded == b->banded &&
           a->discrete == b->discrete && a->discretizing == b->discretizing;
}

/* Of two types the explicit one, else the one that shows more. */
static void merge_type(JutuScalePlan *into, const JutuScalePlan *other)
{
    bool take = other->type_explicit && !into->type_explicit;
    if (other->type_explicit == into->type_explicit)
        take = other->type->precedence > into->type->precedence;
    if (take) {
        into->type = other->type;
        into->type_explicit = other->type_explicit;
    }
}

static void merge_channel(JutuPlan *plan, const JutuView *view, JutuChannel channel)
{
    JutuViewPlan *entry = &plan->views[view->index];
    JutuScalePlan *merged = NULL;
    for (size_t c = 0; c < view->n_children; c++) {
        const JutuScalePlan *scale = jutu_plan_view(plan, view->children[c])->scales[channel];
        if (!scale)
            continue;
        entry->resolve_scale[channel] = jutu_scale_resolve(plan, view, channel);
        if (entry->resolve_scale[channel] != JUTU_RESOLVE_SHARED)
            return;
        if (!merged) {
            merged = scale_plan_new(view, channel, scale->type, scale->type_explicit);
        } else if (can_share(merged->type, scale->type)) {
            merge_type(merged, scale);
        } else {
            entry->resolve_scale[channel] = JUTU_RESOLVE_INDEPENDENT;
            return;
        }
        merged->extent = scale->extent; /* the domain follows what that of the last child does */
    }
    entry->scales[channel] = merged;
    for (size_t c = 0; merged && c < view->n_children; c++) {
        JutuScalePlan *scale = plan->views[view->children[c]->index].scales[channel];
        if (scale)
            scale->merged_into = merged;
    }
}

void jutu_scale_types_parse(JutuPlan *plan, const JutuView *view)
{
    if (view->kind == JUTU_VIEW_UNIT) {
        unit_types(plan, view);
        return;
    }
    for (size_t c = 0; c < view->n_children; c++)
        jutu_scale_types_parse(plan, view->children[c]);
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++)
        merge_channel(plan, view, (JutuChannel)channel);
}
