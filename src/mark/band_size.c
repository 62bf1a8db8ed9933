#include "mark/band_size.h"

#include <math.h>

#include "base/json.h"
#include "frame/bars.h"

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

#define BAR_SHARE 0.7 /* of its step of time that a bar fills */

/* The px of the least step of time in the data; NaN: there is none. */
static double step_of_time(const JutuEncoder *encoder, JutuChannel channel,
                           const JutuChannelDef *def)
{
    const JutuScale *scale = jutu_frame_scale(encoder->frame, encoder->unit, channel);
    const JutuTable *table = jutu_tables_unit(encoder->frame->tables, encoder->unit, JUTU_DATA_MAIN,
                                              false);
    if (!def || !scale || scale->n_range < 2)
        return NAN;
    double extent[2], step = jutu_time_step(table, def->path.value, encoder->arena);
    jutu_scale_extent(scale, extent);
    double length = fabs(jutu_to_number(scale->range[scale->n_range - 1]) -
                         jutu_to_number(scale->range[0]));
    return step / fabs(extent[1] - extent[0]) * length;
}

JutuBandSize jutu_band_size(const JutuEncoder *encoder, JutuChannel channel,
                            const JutuChannelDef *def, const JutuScaleType *type, bool by_size)
{
    const JutuView *unit = encoder->unit;
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
    if (type && type->temporal && jutu_bars_in_time(unit, channel)) {
        double px = step_of_time(encoder, channel, def);
        if (px > 0)
            return band_size_of(jutu_json_own(encoder->arena, json_real(BAR_SHARE * px)));
    }
    if (type && !type->discrete)
        return band_size_of(jutu_config(encoder->chart, name, "continuousBandSize", NULL));
    const json_t *given = jutu_config(encoder->chart, name, "discreteBandSize", NULL);
    return type && !jutu_json_truthy(given) ? relative(1) : band_size_of(given);
}

/* == How wide: the first rule that knows == */

typedef struct {
    JutuEncoder *encoder;
    JutuChannel channel, scaled; /* the channel; it, or the offset within it that has a scale */
    const JutuChannelDef *def;
    const JutuScalePlan *scale; /* of `scaled`, or NULL */
    JutuBandSize size;
} Sized;

static double view_size(const Sized *sized)
{
    return jutu_is_xy(sized->channel)
               ? jutu_frame_size(sized->encoder->frame, sized->channel == JUTU_Y)
               : 0;
}

static bool size_of_view(const Sized *sized, double *px)
{
    *px = sized->size.band * view_size(sized);
    return sized->size.kind == JUTU_BAND_RELATIVE && !sized->scale;
}

/* A share of a band, but no less than config.<mark>.minBandSize. */
static bool size_of_band(const Sized *sized, double *px)
{
    if (sized->size.kind != JUTU_BAND_RELATIVE || !jutu_is_band(sized->scale->type))
        return false;
    const JutuScale *scale = jutu_encoder_scale(sized->encoder, sized->scaled);
    const json_t *least = jutu_mark_config(sized->encoder->unit, "minBandSize", NULL);
    double width = scale ? sized->size.band * jutu_scale_bandwidth(scale) : 0;
    *px = jutu_json_truthy(least) ? fmax(jutu_encoder_number(sized->encoder, least), width) : width;
    return true;
}

static bool size_of_step(const Sized *sized, double *px)
{
    const json_t *step = sized->scale ? jutu_json_path(jutu_bag_get(&sized->scale->props, "range"),
                                                       "step", NULL)
                                      : NULL;
    *px = json_number_value(step) - 2;
    return json_is_number(step);
}

/* A view without a band scale, less its padding. */
static bool size_of_unscaled(const Sized *sized, double *px)
{
    const JutuChart *chart = sized->encoder->chart;
    const json_t *padding = jutu_config(chart, "scale", "bandPaddingInner", NULL);
    if (!padding)
        padding = jutu_config(chart, "scale", sized->encoder->unit->mark->band_padding, NULL);
    if (sized->def || !padding)
        return false;
    *px = (1 - jutu_encoder_number(sized->encoder, padding)) * view_size(sized);
    return !isnan(*px);
}

static bool size_of_default_step(const Sized *sized, double *px)
{
    *px = jutu_default_step(sized->encoder->chart, sized->channel == JUTU_Y) - 2;
    return true;
}

static bool (*const size_rules[])(const Sized *, double *px) = {
    size_of_view, size_of_band, size_of_step, size_of_unscaled, size_of_default_step,
};

const JutuRef *jutu_band_size_ref(JutuEncoder *encoder, JutuChannel channel,
                                  const JutuChannelDef *def, JutuBandSize size)
{
    if (size.kind == JUTU_BAND_PX)
        return jutu_ref_json(encoder, size.json);
    const JutuPlan *plan = encoder->frame->plan;
    JutuChannel offset = jutu_channels[channel].offset_channel;
    bool nested = offset != JUTU_NO_CHANNEL && jutu_plan_scale(plan, encoder->unit, offset);
    JutuChannel scaled = nested ? offset : channel;
    Sized sized = { encoder, channel, scaled, def, jutu_plan_scale(plan, encoder->unit, scaled),
                    size };
    double px = NAN;
    for (size_t i = 0; i < G_N_ELEMENTS(size_rules) && !size_rules[i](&sized, &px); i++)
        ;
    return jutu_ref_number(encoder, px);
}
