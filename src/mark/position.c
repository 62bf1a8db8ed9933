/* Positions of points and ranges (vega-lite's mark/encode/position-point and -range). */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"
#include "mark/encode.h"

/* The properties that a channel sets, and the size's name in the config. */
static const struct {
    JutuProperty place, size;
    const char *size_name;
} channel_places[JUTU_N_CHANNELS] = {
    [JUTU_X] = { JUTU_P_X, JUTU_P_WIDTH, "width" },
    [JUTU_X2] = { JUTU_P_X2, JUTU_P_WIDTH, "width" },
    [JUTU_Y] = { JUTU_P_Y, JUTU_P_HEIGHT, "height" },
    [JUTU_Y2] = { JUTU_P_Y2, JUTU_P_HEIGHT, "height" },
    [JUTU_THETA] = { JUTU_P_START_ANGLE, JUTU_NO_PROPERTY, NULL },
    [JUTU_THETA2] = { JUTU_P_END_ANGLE, JUTU_NO_PROPERTY, NULL },
    [JUTU_RADIUS] = { JUTU_P_OUTER_RADIUS, JUTU_NO_PROPERTY, NULL },
    [JUTU_RADIUS2] = { JUTU_P_INNER_RADIUS, JUTU_NO_PROPERTY, NULL },
};

const char *jutu_size_name(JutuChannel channel)
{
    return channel_places[channel].size_name;
}

JutuProperty jutu_size_property(JutuChannel channel)
{
    return channel_places[channel].size;
}

JutuProperty jutu_place_property(JutuChannel channel)
{
    return channel_places[channel].place;
}

JutuRef *jutu_ref_place(JutuEncoder *encoder, JutuChannel channel, const json_t *json)
{
    const char *size = jutu_size_name(channel), *text = json_string_value(json);
    if (size && text && strcmp(text, size) == 0)
        return jutu_ref_number(encoder,
                               jutu_frame_size(encoder->frame, !jutu_channels[channel].horizontal));
    if (size && text && isnan(jutu_to_number(jutu_string(text))))
        return jutu_ref_number(encoder, INFINITY); /* nowhere */
    return jutu_ref_json(encoder, json);
}

/* Where an unscaled channel begins or ends. */
static double unscaled_end(JutuEncoder *encoder, JutuChannel main, bool max)
{
    double width = jutu_frame_size(encoder->frame, 0), height = jutu_frame_size(encoder->frame, 1);
    if (main == JUTU_Y ? max : !max)
        return 0;
    if (jutu_is_xy(main))
        return main == JUTU_X ? width : height;
    return main == JUTU_THETA ? 2 * G_PI : fmin(width, height) / 2;
}

const JutuRef *jutu_ref_default(JutuEncoder *encoder, JutuChannel channel, JutuDefaultPlace place)
{
    JutuChannel main = jutu_main_channel(channel);
    const json_t *given = jutu_mark_prop(encoder->unit, jutu_channels[channel].name,
                                         jutu_channels[channel].vega);
    if (given)
        return jutu_ref_place(encoder, channel, given);
    if (place == JUTU_NOWHERE)
        return NULL;
    if (place == JUTU_AT_MIDDLE)
        return jutu_ref_number(
            encoder, jutu_is_xy(main) ? jutu_frame_size(encoder->frame, main == JUTU_Y) / 2 : 0);
    bool max = place == JUTU_AT_ZERO_OR_MAX;
    JutuRef *zero = jutu_ref_zero(encoder, main, max);
    return zero ? zero : jutu_ref_number(encoder, unscaled_end(encoder, main, max));
}

static bool is_zero(const json_t *json)
{
    return json_is_number(json) && json_number_value(json) == 0;
}

JutuOffset jutu_encoder_offset(JutuEncoder *encoder, JutuChannel channel, double band)
{
    const char *name = jutu_arena_printf(encoder->arena, "%sOffset", jutu_channels[channel].name);
    const json_t *given = json_object_get(encoder->unit->mark_def, name);
    JutuChannel encoded = jutu_channels[channel].offset_channel;
    const JutuChannelDef *def = encoded == JUTU_NO_CHANNEL ? NULL
                                                           : jutu_view_def(encoder->unit, encoded);
    if (def) {
        JutuMiddle middle = { .channel = encoded,
                              .def = def,
                              .scale = jutu_encoder_scale(encoder, encoded),
                              .band = band,
                              .fallback = jutu_ref_json(encoder, given) };
        return (JutuOffset){ jutu_ref_middle(encoder, &middle), true };
    }
    return (JutuOffset){ given && !is_zero(given) ? jutu_ref_json(encoder, given) : NULL, false };
}

/* The middle of a position, with the rule for invalid values before it. */
static const JutuRef *tested_middle(JutuEncoder *encoder, const JutuMiddle *middle)
{
    const JutuRef *ref = jutu_ref_middle(encoder, middle);
    JutuRef *invalid = jutu_ref_invalid(encoder, middle->channel, middle->def);
    if (!invalid)
        return ref;
    invalid->next = ref;
    return invalid;
}

static bool is_stacked(const JutuEncoder *encoder, const JutuChannelDef *def, JutuChannel main)
{
    const JutuStack *stack = encoder->unit->stack;
    return def && (def->is_field || def->is_datum) && stack && stack->field_channel == main;
}

/* A stacked position: the end of the part, or a place within it. */
static const JutuRef *stacked_ref(JutuEncoder *encoder, const JutuChannelDef *def,
                                  const JutuScale *scale, const JutuRef *offset)
{
    bool polar_text = encoder->unit->mark->kind == JUTU_ITEM_TEXT &&
                      jutu_channels[def->channel].polar;
    double band = !isnan(def->band_position) ? def->band_position : polar_text ? 0.5 : NAN;
    if (def->is_field && !isnan(band)) {
        static const char *const suffixes[] = { "start", "end" };
        JutuRef *ref = jutu_ref_between(encoder, def, NULL, scale, band, suffixes);
        ref->offset = offset;
        return ref;
    }
    const char *path = jutu_def_suffixed_path(def, "end", encoder->arena);
    return jutu_ref_def(encoder, def, scale, path, offset);
}

void jutu_encode_point(JutuEncoder *encoder, JutuChannel channel, JutuDefaultPlace place,
                       JutuProperty property)
{
    const JutuChannelDef *def = jutu_view_def(encoder->unit, channel);
    const JutuScale *scale = jutu_encoder_scale(encoder, channel);
    JutuOffset offset = jutu_encoder_offset(encoder, channel, 0.5);
    const JutuRef *ref;
    if (is_stacked(encoder, def, channel)) {
        ref = stacked_ref(encoder, def, scale, offset.ref);
    } else {
        JutuMiddle middle = {
            .channel = channel,
            .def = def,
            .def2 = jutu_view_def(encoder->unit, jutu_channels[channel].secondary),
            .scale = scale,
            .imputed = encoder->unit->stack && encoder->unit->stack->impute,
            .band = offset.encoded ? 0 : NAN,
            .offset = offset.ref,
            .fallback = jutu_ref_default(encoder, channel, place),
        };
        ref = tested_middle(encoder, &middle);
    }
    if (ref && property != JUTU_NO_PROPERTY)
        encoder->refs[property] = ref;
}

/* The second end as encoded; NULL: it isn't. */
static const JutuRef *second_ref(JutuEncoder *encoder, JutuChannel channel2)
{
    const JutuView *unit = encoder->unit;
    JutuChannel channel = jutu_main_channel(channel2);
    const JutuChannelDef *def = jutu_view_def(unit, channel);
    const JutuChannelDef *def2 = jutu_view_def(unit, channel2);
    const JutuScale *scale = jutu_encoder_scale(encoder, channel);
    bool own = def2 || json_object_get(unit->mark_def, jutu_channels[channel2].name);
    JutuOffset offset = jutu_encoder_offset(encoder, own ? channel2 : channel, NAN);
    if (is_stacked(encoder, def, channel)) {
        const char *path = jutu_def_suffixed_path(def, "start", encoder->arena);
        return jutu_ref_def(encoder, def, scale, path, offset.ref);
    }
    JutuMiddle middle = { .channel = channel2,
                          .def = def2,
                          .scale = scale,
                          .imputed = unit->stack && unit->stack->impute,
                          .band = NAN,
                          .offset = offset.ref };
    return def2 ? tested_middle(encoder, &middle) : NULL;
}

/* One place where the second end or the size may be given. @return whether it is */
static bool read_second(JutuEncoder *encoder, JutuChannel channel2, const json_t *second,
                        const json_t *size, bool *sized)
{
    if (second) {
        encoder->refs[jutu_place_property(channel2)] = jutu_ref_place(encoder, channel2, second);
        return true;
    }
    if (!jutu_json_truthy(size) || json_object_get(size, "band"))
        return false;
    encoder->refs[jutu_size_property(channel2)] = jutu_ref_place(encoder, channel2, size);
    *sized = true;
    return true;
}

/* The second end or the size as the definition, its styles or the config have it. */
static bool given_second(JutuEncoder *encoder, JutuChannel channel2, bool *sized)
{
    const JutuView *unit = encoder->unit;
    const char *size_name = jutu_size_name(channel2);
    const char *name = jutu_channels[channel2].name, *vega = jutu_channels[channel2].vega;
    const json_t *sources[] = {
        unit->mark_def,
        NULL,
        jutu_config(encoder->chart, unit->mark->name, NULL),
        jutu_config(encoder->chart, "mark", NULL),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
        const json_t *second, *size = NULL;
        if (sources[i]) {
            second = json_object_get(sources[i], vega);
            second = second ? second : json_object_get(sources[i], name);
            size = size_name ? json_object_get(sources[i], size_name) : NULL;
        } else if (i == 1) {
            second = jutu_mark_style(unit, name);
            size = size_name ? jutu_mark_style(unit, size_name) : NULL;
        } else {
            continue;
        }
        if (read_second(encoder, channel2, second, size, sized))
            return true;
    }
    return false;
}

/* The places that align and baseline name: start, middle, end. */
static const struct {
    const char *name;
    JutuProperty property;
} aligned_places[2][3] = {
    { { "left", JUTU_P_X }, { "center", JUTU_P_XC }, { "right", JUTU_P_X2 } },
    { { "top", JUTU_P_Y }, { "middle", JUTU_P_YC }, { "bottom", JUTU_P_Y2 } },
};

JutuProperty jutu_aligned_property(const JutuEncoder *encoder, JutuChannel channel, bool at_start)
{
    if (!jutu_is_xy(channel))
        return jutu_place_property(channel);
    int axis = channel == JUTU_Y;
    const char *given = json_string_value(
        jutu_mark_prop(encoder->unit, axis ? "baseline" : "align", NULL));
    if (!given)
        return aligned_places[axis][at_start ? 0 : 1].property;
    for (size_t i = 0; i < G_N_ELEMENTS(aligned_places[axis]); i++) {
        if (strcmp(given, aligned_places[axis][i].name) == 0)
            return aligned_places[axis][i].property;
    }
    return JUTU_NO_PROPERTY;
}

void jutu_encode_range(JutuEncoder *encoder, JutuChannel channel, JutuDefaultPlace place,
                       JutuDefaultPlace place2)
{
    JutuChannel channel2 = jutu_channels[channel].secondary;
    const JutuRef *second = second_ref(encoder, channel2);
    bool sized = false;
    if (second || !given_second(encoder, channel2, &sized))
        encoder->refs[jutu_place_property(channel2)] = second ? second
                                                              : jutu_ref_default(encoder, channel2,
                                                                                 place2);
    jutu_encode_point(encoder, channel, place,
                      sized ? jutu_aligned_property(encoder, channel, false)
                            : jutu_place_property(channel));
}
