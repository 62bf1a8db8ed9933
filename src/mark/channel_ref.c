/* Channels as references: middles, conditions, invalid values (vega-lite's mark/encode). */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"
#include "mark/encode.h"
#include "plan/invalid.h"

/* getMarkPropOrConfig with ignoreVgConfig: what Vega itself would find in the config isn't asked
 * for. @param vega_name  NULL: the same */
static const json_t *encoder_prop(const JutuEncoder *encoder, const char *name,
                                  const char *vega_name, bool ignore_config)
{
    const json_t *def = encoder->unit->mark_def;
    const json_t *own = vega_name ? json_object_get(def, vega_name) : NULL;
    if (!own)
        own = json_object_get(def, name);
    bool renamed = vega_name && strcmp(vega_name, name) != 0;
    if (own || (ignore_config && !renamed))
        return own;
    return jutu_mark_config(encoder->unit, name, vega_name);
}

const JutuScale *jutu_encoder_scale(JutuEncoder *encoder, JutuChannel channel)
{
    return jutu_plan_view(encoder->frame->plan, encoder->unit)->scales[channel]
               ? jutu_frame_scale(encoder->frame, encoder->unit, channel)
               : NULL;
}

const JutuScaleType *jutu_encoder_scale_type(const JutuEncoder *encoder, JutuChannel channel)
{
    JutuChannel main = jutu_channels[channel].offset ? channel : jutu_main_channel(channel);
    const JutuScalePlan *planned = jutu_plan_scale(encoder->frame->plan, encoder->unit, main);
    return planned ? planned->type : NULL;
}

/* A field whose extent is made here: bins, and times with a band of their unit. */
static const JutuRef *binned_middle(JutuEncoder *encoder, const JutuMiddle *middle, double band)
{
    const JutuChannelDef *def = middle->def;
    const JutuScaleType *type = jutu_encoder_scale_type(encoder, middle->channel);
    bool discrete = type && type->discrete;
    const char *path = def->path.value;
    if (middle->imputed) {
        path = def->path.mid;
    } else if (band != 0 && !isnan(band) && !discrete) {
        JutuRef *ref = jutu_ref_between(encoder, def, NULL, middle->scale, band, NULL);
        ref->offset = middle->offset;
        return ref;
    } else if (def->binning == JUTU_BIN &&
               (def->type == JUTU_ORDINAL || def->type == JUTU_NOMINAL) &&
               jutu_channels[middle->channel].range != JUTU_RANGE_NONE) {
        path = def->path.range; /* the axis or legend shows it */
    }
    return jutu_ref_def(encoder, def, middle->scale, path, middle->offset);
}

static const JutuRef *def_middle(JutuEncoder *encoder, const JutuMiddle *middle)
{
    const JutuChannelDef *def = middle->def;
    const JutuScaleType *type = jutu_encoder_scale_type(encoder, middle->channel);
    double band = middle->band;
    bool typed = def->is_field && def->type != JUTU_UNTYPED;
    if (typed && isnan(band))
        band = jutu_band_position(encoder->unit, def, middle->def2);
    bool banded_time = typed && band != 0 && !isnan(band) && jutu_has_time_unit(def) &&
                       def->type == JUTU_TEMPORAL;
    if (typed && (def->binning == JUTU_BIN || banded_time))
        return binned_middle(encoder, middle, band);
    if (typed && def->binning == JUTU_BINNED && middle->def2 && middle->def2->is_field) {
        JutuRef *ref = jutu_ref_between(encoder, def, middle->def2, middle->scale,
                                        isnan(band) ? 0.5 : band, NULL);
        ref->offset = middle->offset;
        return ref;
    }
    const char *path = type && type->discrete ? def->path.range : def->path.value;
    JutuRef *ref = jutu_ref_def(encoder, def, middle->scale, path, middle->offset);
    if (jutu_is_band(type))
        ref->band = !isnan(band) ? band : !isnan(def->band_position) ? def->band_position : 0.5;
    return ref;
}

const JutuRef *jutu_ref_middle(JutuEncoder *encoder, const JutuMiddle *middle)
{
    const JutuChannelDef *def = middle->def;
    if (def && (def->is_field || def->is_datum))
        return def_middle(encoder, middle);
    const JutuRef *plain = def && def->is_value
                               ? jutu_ref_place(encoder, middle->channel, def->value)
                               : middle->fallback;
    if (!plain || !middle->offset)
        return plain;
    JutuRef *ref = jutu_copy(encoder->arena, JutuRef, plain, 1);
    ref->offset = middle->offset;
    return ref;
}

JutuRef *jutu_ref_invalid(JutuEncoder *encoder, JutuChannel channel, const JutuChannelDef *def)
{
    const JutuChannelDef *field = jutu_field_def(def);
    JutuChannel main = jutu_main_channel(channel);
    if (!field ||
        jutu_invalid_of_channel(encoder->frame->plan, encoder->unit, main) != JUTU_INVALID_SHOW)
        return NULL;
    const json_t *output = jutu_config(encoder->chart, "scale", "invalid", jutu_channels[main].name,
                                       NULL);
    const json_t *value = json_object_get(output, "value");
    JutuRef *ref = value ? jutu_ref_json(encoder, value) : jutu_ref_zero(encoder, main, false);
    if (ref)
        ref->invalid = field->path.value;
    return ref;
}

/* == Conditions == */

/* The definition that a condition holds. */
static const JutuChannelDef *condition_def(JutuEncoder *encoder, const JutuChannelDef *def,
                                           const json_t *condition)
{
    if (def->of_condition && def->condition == condition)
        return def->of_condition;
    JutuChannelDef *out = jutu_new(encoder->arena, JutuChannelDef, 1);
    *out = (JutuChannelDef){ .channel = def->channel, .json = condition, .band_position = NAN };
    out->value = json_object_get(condition, "value");
    out->is_value = out->value != NULL;
    return out;
}

static JutuRef *condition_rule(JutuEncoder *encoder, const JutuChannelDef *def,
                               const json_t *condition, JutuMainRef main_ref, const void *data)
{
    const JutuRef *ref = main_ref(encoder, condition_def(encoder, def, condition), data);
    JutuRef *rule = ref ? jutu_copy(encoder->arena, JutuRef, ref, 1)
                        : jutu_ref_value(encoder, jutu_null());
    const json_t *test = json_object_get(condition, "param") ? condition
                                                             : json_object_get(condition, "test");
    GError *error = NULL;
    rule->test = jutu_predicate_parse(
        test, jutu_pointer_of(encoder->chart->source, condition, encoder->arena),
        encoder->chart->context, &error);
    if (error)
        jutu_encoder_fail(encoder, error);
    return rule;
}

const JutuRef *jutu_ref_conditions(JutuEncoder *encoder, const JutuChannelDef *def,
                                   JutuRef *invalid, JutuMainRef main_ref, const void *data)
{
    const json_t *conditions = def ? def->condition : NULL;
    size_t n = json_is_array(conditions) ? json_array_size(conditions) : conditions != NULL;
    const JutuRef *first = NULL, **end = &first;
    for (size_t i = 0; i < n; i++) {
        const json_t *condition = json_is_array(conditions) ? json_array_get(conditions, i)
                                                            : conditions;
        JutuRef *rule = condition_rule(encoder, def, condition, main_ref, data);
        *end = rule;
        end = &rule->next;
    }
    if (invalid) {
        *end = invalid;
        end = &invalid->next;
    }
    *end = main_ref(encoder, def, data);
    return first;
}

/* == Channels that are no positions == */

typedef struct {
    JutuChannel channel;
    const JutuScale *scale;
    const JutuRef *fallback;
} Plain;

static const JutuRef *plain_ref(JutuEncoder *encoder, const JutuChannelDef *def, const void *data)
{
    const Plain *plain = data;
    JutuMiddle middle = { .channel = plain->channel,
                          .def = def,
                          .scale = plain->scale,
                          .band = NAN,
                          .fallback = plain->fallback };
    return jutu_ref_middle(encoder, &middle);
}

void jutu_encode_channel(JutuEncoder *encoder, JutuChannel channel, JutuProperty property,
                         const JutuRef *fallback)
{
    const JutuChannelDef *def = jutu_view_def(encoder->unit, channel);
    if (!fallback) {
        bool conditional = def && def->condition;
        fallback = jutu_ref_json(encoder,
                                 encoder_prop(encoder, jutu_channels[channel].name,
                                              jutu_properties[property].name, !conditional));
    }
    Plain plain = { channel, jutu_encoder_scale(encoder, channel), fallback };
    const JutuRef *ref = jutu_ref_conditions(encoder, def, jutu_ref_invalid(encoder, channel, def),
                                             plain_ref, &plain);
    if (ref)
        encoder->refs[property] = ref;
}
