#include "mark/band_size.h"

#include <math.h>

#include "base/json.h"
#include "frame/frame.h"

bool jutu_is_relative_size(const json_t *json)
{
    return json_object_get(json, "band") != NULL;
}

static JutuBandSize band_size_of(const json_t *json)
{
    if (jutu_is_relative_size(json))
        return (JutuBandSize){ JUTU_BAND_RELATIVE, jutu_json_number(json, "band", NAN), NULL };
    return (JutuBandSize){ jutu_json_truthy(json) ? JUTU_BAND_PX : JUTU_BAND_NONE, NAN, json };
}

static JutuBandSize relative(double band)
{
    return (JutuBandSize){ JUTU_BAND_RELATIVE, band, NULL };
}

JutuBandSize jutu_band_size(const JutuEncoder *encoder, JutuChannel channel,
                            const JutuChannelDef *def, const JutuScaleType *type, bool by_size)
{
    const JutuModel *unit = encoder->unit;
    const char *name = unit->mark->name, *size_name = jutu_size_name(channel);
    const json_t *size = NULL;
    if (by_size || size_name)
        size = jutu_mark_prop(unit, by_size ? "size" : size_name, size_name);
    if (size)
        return band_size_of(size);
    if (def && def->is_field && jutu_has_time_unit(def)) {
        const json_t *band = jutu_mark_config(unit, "timeUnitBandSize", NULL);
        return relative(json_is_number(band) ? json_number_value(band) : NAN);
    }
    if (def && def->is_field && def->binning == JUTU_BIN && !(type && type->discrete))
        return relative(1);
    if (!unit->mark->rect_based)
        return (JutuBandSize){ .kind = JUTU_BAND_NONE };
    if (type && !type->discrete)
        return band_size_of(jutu_config(encoder->chart, name, "continuousBandSize", NULL));
    const json_t *given = jutu_config(encoder->chart, name, "discreteBandSize", NULL);
    return type && !jutu_json_truthy(given) ? relative(1) : band_size_of(given);
}

/* A share of a band, but no less than config.<mark>.minBandSize. */
static double share_of(JutuEncoder *encoder, const JutuScale *scale, double band)
{
    const json_t *least = jutu_mark_config(encoder->unit, "minBandSize", NULL);
    double width = scale ? band * jutu_scale_bandwidth(scale) : 0;
    return jutu_json_truthy(least)
               ? fmax(jutu_to_number(
                          jutu_frame_value(encoder->frame, encoder->unit, least, &encoder->error)),
                      width)
               : width;
}

/* What is left of a view without a band scale once its padding is taken off; NaN: unknown. */
static double share_of_view(JutuEncoder *encoder, double view)
{
    const JutuMarkType *mark = encoder->unit->mark;
    const json_t *padding = jutu_config(encoder->chart, "scale", "bandPaddingInner", NULL);
    if (!padding)
        padding = jutu_config(encoder->chart, "scale", mark->band_padding, NULL);
    if (!padding)
        return NAN;
    return (1 - jutu_to_number(
                    jutu_frame_value(encoder->frame, encoder->unit, padding, &encoder->error))) *
           view;
}

const JutuRef *jutu_band_size_ref(JutuEncoder *encoder, JutuChannel channel,
                                  const JutuChannelDef *def, JutuBandSize size)
{
    JutuChannel offset = jutu_channels[channel].offset_channel;
    bool nested = offset != JUTU_NO_CHANNEL &&
                  jutu_plan_scale(encoder->frame->plan, encoder->unit, offset);
    JutuChannel scaled = nested ? offset : channel;
    const JutuScaleComponent *component = jutu_plan_scale(encoder->frame->plan, encoder->unit,
                                                          scaled);
    double view = jutu_is_xy(channel) ? jutu_frame_size(encoder->frame, channel == JUTU_Y) : 0;
    if (size.kind == JUTU_BAND_PX)
        return jutu_ref_json(encoder, size.json);
    if (size.kind == JUTU_BAND_RELATIVE && !component)
        return jutu_ref_number(encoder, size.band * view);
    if (size.kind == JUTU_BAND_RELATIVE && jutu_is_band(component->type)) {
        const JutuScale *scale = jutu_encoder_scale(encoder, scaled);
        return jutu_ref_number(encoder, share_of(encoder, scale, size.band));
    }

    const json_t *step = component ? jutu_json_path(jutu_bag_get(&component->props, "range"),
                                                    "step", NULL)
                                   : NULL;
    if (json_is_number(step))
        return jutu_ref_number(encoder, json_number_value(step) - 2);
    double share = def ? NAN : share_of_view(encoder, view);
    if (!isnan(share))
        return jutu_ref_number(encoder, share);
    return jutu_ref_number(encoder, jutu_default_step(encoder->chart, channel == JUTU_Y) - 2);
}
