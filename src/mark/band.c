/* Sides of rectangles: in bands, in bins, or from end to end (mark/encode/position-rect.ts). */
#include <math.h>

#include "base/json.h"
#include "frame/frame.h"
#include "mark/band_size.h"

/* Half a px by which Vega moves axes, unless this channel's own axis says otherwise. */
static double axis_translate(JutuEncoder *encoder, JutuChannel channel)
{
    const JutuView *unit = encoder->unit;
    const JutuChannelDef *def = jutu_view_def(unit, channel);
    bool layered = unit->parent && unit->parent->kind == JUTU_VIEW_LAYER;
    bool merged = layered && jutu_guide_resolve(encoder->frame->plan, unit->parent, channel) !=
                                 JUTU_RESOLVE_INDEPENDENT;
    const json_t *given = def && !merged ? json_object_get(def->guide, "translate") : NULL;
    return given ? jutu_encoder_number(encoder, given) : 0.5;
}

/* The gap between bins, and how far a bin is widened that is too thin to see. */
typedef struct {
    const char *start, *end; /* paths */
    const JutuScale *scale;
    double least, half_gap; /* least 0: no limit */
    double sign, translate;
    bool at_start;
    const JutuRef *offset;
} Spacing;

static void spacing_numbers(JutuEncoder *encoder, const void *data, double *out)
{
    const Spacing *spacing = data;
    size_t n = encoder->table->n_rows;
    JutuField start = jutu_field_new(encoder->table, spacing->start, encoder->arena);
    JutuField end = jutu_field_new(encoder->table, spacing->end, encoder->arena);
    JutuNumbers offset = jutu_ref_numbers(encoder, spacing->offset, 0);
    double gap = spacing->at_start ? -spacing->half_gap : spacing->half_gap;
    double side = spacing->at_start ? 1 : -1;
    for (size_t i = 0; i < n; i++) {
        double shift = gap;
        if (spacing->least != 0) {
            double size = fabs(jutu_scale_number(spacing->scale, jutu_field_get(&end, i)) -
                               jutu_scale_number(spacing->scale, jutu_field_get(&start, i)));
            if (size < spacing->least)
                shift = side * 0.5 * (spacing->least - size);
        }
        shift += offset.data ? offset.data[i * offset.stride] : 0;
        out[i] = spacing->translate + spacing->sign * shift;
    }
}

static const JutuRef *spacing_ref(JutuEncoder *encoder, const Spacing *base, bool at_start,
                                  const JutuRef *offset)
{
    Spacing *spacing = jutu_copy(encoder->arena, Spacing, base, 1);
    spacing->at_start = at_start;
    spacing->offset = offset;
    JutuRef *ref = jutu_new(encoder->arena, JutuRef, 1);
    *ref = (JutuRef){ .kind = JUTU_REF_NUMBERS, .numbers = spacing_numbers, .data = spacing };
    return ref;
}

static Spacing spacing_of(JutuEncoder *encoder, JutuChannel channel, const JutuChannelDef *def)
{
    const JutuView *unit = encoder->unit;
    const JutuScalePlan *planned = jutu_plan_scale(encoder->frame->plan, unit, channel);
    const json_t *reverse = planned ? jutu_bag_get(&planned->props, "reverse") : NULL;
    const json_t *least = jutu_mark_config(unit, "minBandSize", NULL);
    const json_t *gap = jutu_mark_prop(unit, "binSpacing", NULL);
    double half_gap = gap ? jutu_encoder_number(encoder, gap) / 2 : 0;
    bool reversed = jutu_truthy(jutu_frame_value(encoder->frame, unit, reverse, &encoder->error));
    return (Spacing){
        .start = def->path.value,
        .end = jutu_def_suffixed_path(def, "end", encoder->arena),
        .scale = jutu_encoder_scale(encoder, channel),
        .least = jutu_json_truthy(least) ? jutu_encoder_number(encoder, least) : 0,
        .half_gap = half_gap,
        .sign = reversed ? -1 : 1,
        .translate = axis_translate(encoder, channel),
    };
}

/* How far both ends of bins are moved; polar ones aren't. */
static void bin_offsets(JutuEncoder *encoder, JutuChannel channel, const JutuChannelDef *def,
                        const JutuRef *out[2])
{
    if (!jutu_is_xy(channel))
        return;
    Spacing spacing = spacing_of(encoder, channel, def);
    JutuOffset offset = jutu_encoder_offset(encoder, channel, 0);
    JutuOffset offset2 = jutu_encoder_offset(encoder, jutu_channels[channel].secondary, 0);
    bool x = channel == JUTU_X;
    out[0] = spacing_ref(encoder, &spacing, x, offset.ref);
    out[1] = spacing_ref(encoder, &spacing, !x, offset2.ref ? offset2.ref : offset.ref);
}

/* The bin's far end where the data give only its start and the step of all. */
static JutuRef *stepped_end(JutuEncoder *encoder, const JutuChannelDef *def, const JutuScale *scale,
                            double step)
{
    JutuRef *ref = jutu_ref_field(encoder, def->path.value, scale);
    ref->kind = JUTU_REF_BETWEEN;
    ref->plus = step;
    return ref;
}

/* Bins and time units are told in the data's unit, so that without a scale they have no place. */
static void fail_unscaled(JutuEncoder *encoder, const JutuChannelDef *def)
{
    GError *error = NULL;
    jutu_chart_error(encoder->chart, def->json, JUTU_ERROR_SPEC, &error,
                     "a %s has no place without a scale; leave out \"scale\": null",
                     jutu_has_time_unit(def) ? "time unit" : "bin");
    jutu_encoder_fail(encoder, error);
}

static void encode_bins(JutuEncoder *encoder, JutuChannel channel, const JutuChannelDef *def,
                        const JutuChannelDef *def2)
{
    JutuProperty near = jutu_place_property(channel);
    JutuProperty far = jutu_place_property(jutu_channels[channel].secondary);
    const JutuScale *scale = jutu_encoder_scale(encoder, channel);
    const JutuRef *offsets[2] = { NULL, NULL };
    if (!scale && jutu_is_xy(channel)) {
        fail_unscaled(encoder, def);
        return;
    }
    bin_offsets(encoder, channel, def, offsets);
    JutuRef *first = NULL, *second = NULL;
    if (def->binning == JUTU_BIN || jutu_has_time_unit(def)) {
        static const char *const shifted[] = { "offsetted_rect_start", "offsetted_rect_end" };
        const JutuScaleType *type = jutu_encoder_scale_type(encoder, channel);
        JutuBandSize size = jutu_band_size(encoder, channel, def, type, false);
        double margin = size.kind == JUTU_BAND_RELATIVE ? (1 - size.band) / 2 : 0.5;
        bool shift = jutu_has_time_unit(def) && jutu_band_position(encoder->unit, def, def2) != 0.5;
        const char *const *suffixes = shift ? shifted : NULL;
        second = jutu_ref_between(encoder, def, NULL, scale, margin, suffixes);
        first = jutu_ref_between(encoder, def, NULL, scale, 1 - margin, suffixes);
    } else {
        double step = jutu_json_number(json_object_get(def->json, "bin"), "step", 0);
        second = jutu_ref_def(encoder, def, scale, NULL, NULL);
        first = def2 && def2->is_field ? jutu_ref_def(encoder, def2, scale, NULL, NULL)
                : step != 0            ? stepped_end(encoder, def, scale, step)
                                       : NULL;
    }
    if (!first || !second)
        return;
    first->offset = offsets[0];
    second->offset = offsets[1];
    encoder->refs[near] = first;
    encoder->refs[far] = second;
}

/* The size by the channel `size` or the definition's own; NULL: neither. */
static const JutuRef *given_size(JutuEncoder *encoder, JutuChannel channel, bool by_size)
{
    const json_t *own = json_object_get(encoder->unit->mark_def, "size");
    JutuProperty property = jutu_size_property(channel);
    bool given = jutu_view_def(encoder->unit, JUTU_SIZE) || jutu_json_truthy(own);
    if (!given || !by_size || property == JUTU_NO_PROPERTY)
        return NULL;
    encoder->refs[property] = NULL;
    jutu_encode_channel(encoder, JUTU_SIZE, property, jutu_ref_json(encoder, own));
    return encoder->refs[property];
}

/* Where in the band a mark of a size stands: its middle, or its start. */
static double band_place(JutuEncoder *encoder, const JutuChannelDef *def,
                         const JutuChannelDef *def2, bool centred, bool nested, JutuBandSize size)
{
    if (centred && !nested && def && def->is_field && jutu_has_time_unit(def) && !def2) {
        double band = jutu_band_position(encoder->unit, def, NULL);
        if (!isnan(band))
            return band;
    }
    if (centred)
        return nested ? 0 : 0.5;
    return size.kind == JUTU_BAND_RELATIVE ? (1 - size.band) / 2 : 0;
}

/* Polar sides have no width: the second end is the first one and the size. */
static const JutuRef *end_after(JutuEncoder *encoder, const JutuRef *start, const JutuRef *size,
                                const JutuRef *offset)
{
    JutuRef *sized = jutu_copy(encoder->arena, JutuRef, size, 1);
    sized->offset = offset;
    JutuRef *end = jutu_copy(encoder->arena, JutuRef, start, 1);
    if (start->invalid && start->next)
        end->next = end_after(encoder, start->next, size, offset);
    else
        end->offset = sized;
    return end;
}

static const JutuRef *band_start(JutuEncoder *encoder, const JutuMiddle *middle)
{
    const JutuRef *ref = jutu_ref_middle(encoder, middle);
    JutuRef *invalid = jutu_ref_invalid(encoder, middle->channel, middle->def);
    if (!invalid)
        return ref;
    invalid->next = ref;
    return invalid;
}

static bool is_by_size(const JutuEncoder *encoder, JutuChannel channel)
{
    JutuOrient orient = jutu_view_orient(encoder->unit);
    if (encoder->unit->mark->across)
        return true;
    return (channel == JUTU_Y && orient == JUTU_HORIZONTAL) ||
           (channel == JUTU_X && orient == JUTU_VERTICAL);
}

static void encode_band(JutuEncoder *encoder, JutuChannel channel, const JutuChannelDef *def)
{
    const JutuView *unit = encoder->unit;
    JutuChannel channel2 = jutu_channels[channel].secondary;
    JutuChannel nested_channel = jutu_channels[channel].offset_channel;
    const JutuScale *scale = jutu_encoder_scale(encoder, channel);
    const JutuScaleType *type = jutu_encoder_scale_type(encoder, channel);
    if (!type && nested_channel != JUTU_NO_CHANNEL)
        type = jutu_encoder_scale_type(encoder, nested_channel);
    bool by_size = is_by_size(encoder, channel);
    const JutuRef *given = given_size(encoder, channel, by_size);
    JutuBandSize band = jutu_band_size(encoder, channel, def, type, by_size);
    const JutuRef *size = given ? given : jutu_band_size_ref(encoder, channel, def, band);
    bool at_start = jutu_is_band(type) && band.kind == JUTU_BAND_RELATIVE && !given;
    JutuProperty property = jutu_aligned_property(encoder, channel, at_start);
    bool centred = property == JUTU_P_XC || property == JUTU_P_YC;
    JutuOffset offset = jutu_encoder_offset(encoder, channel, centred ? 0.5 : 0);
    JutuMiddle middle = {
        .channel = channel,
        .def = def,
        .scale = scale,
        .imputed = unit->stack && unit->stack->impute,
        .band = band_place(encoder, def, jutu_view_def(unit, channel2), centred, offset.encoded,
                           band),
        .offset = offset.ref,
        .fallback = jutu_ref_default(encoder, channel, JUTU_AT_MIDDLE),
    };
    const JutuRef *start = band_start(encoder, &middle);
    if (property != JUTU_NO_PROPERTY)
        encoder->refs[property] = start;
    if (jutu_is_xy(channel))
        encoder->refs[jutu_size_property(channel)] = size;
    else
        encoder->refs[jutu_place_property(channel2)] = end_after(encoder, start, size, offset.ref);
}

/* A bar's or tick's side along its dimension. */
static bool is_dimension(const JutuEncoder *encoder, JutuChannel channel)
{
    const JutuMarkType *mark = encoder->unit->mark;
    JutuOrient orient = jutu_view_orient(encoder->unit);
    if (!mark->banded)
        return false;
    return (channel == (mark->across ? JUTU_Y : JUTU_X) && orient == JUTU_VERTICAL) ||
           (channel == (mark->across ? JUTU_X : JUTU_Y) && orient == JUTU_HORIZONTAL);
}

/* Whether something other than a share of the band says how wide the mark is. */
static bool has_own_size(const JutuEncoder *encoder, JutuChannel channel)
{
    if (jutu_view_def(encoder->unit, JUTU_SIZE))
        return true;
    const json_t *size = jutu_mark_prop(encoder->unit, "size", jutu_size_name(channel));
    return jutu_json_truthy(size) && !jutu_is_relative_size(size);
}

void jutu_encode_rect(JutuEncoder *encoder, JutuChannel channel)
{
    const JutuView *unit = encoder->unit;
    const JutuChannelDef *def = jutu_view_def(unit, channel);
    const JutuChannelDef *def2 = jutu_view_def(unit, jutu_channels[channel].secondary);
    JutuChannel nested = jutu_channels[channel].offset_channel;
    const JutuScaleType *type = jutu_encoder_scale_type(encoder, channel);
    bool discrete = type && type->discrete;
    bool binned = def && def->is_field &&
                  (def->binning != JUTU_NOT_BINNED || (jutu_has_time_unit(def) && !def2));
    bool has_offset = nested != JUTU_NO_CHANNEL && jutu_view_def(unit, nested);
    bool typed = def && (def->is_field || def->is_datum);
    if (binned && !has_own_size(encoder, channel) && !has_offset && !discrete)
        encode_bins(encoder, channel, def, def2);
    else if (((typed && discrete) || is_dimension(encoder, channel)) && !def2)
        encode_band(encoder, channel, def);
    else
        jutu_encode_range(encoder, channel, JUTU_AT_ZERO_OR_MAX, JUTU_AT_ZERO_OR_MIN);
}
