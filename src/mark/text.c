/* text: a text at a position. */
#include "mark/encode.h"

/* Vega-Lite's texts are centred unless told; Vega's aren't. */
static void centre(JutuEncoder *encoder, JutuProperty property, const char *place)
{
    if (!jutu_mark_prop(encoder->unit, jutu_properties[property].name, NULL))
        encoder->refs[property] = jutu_ref_value(encoder, jutu_string(place));
}

static void text_encode(JutuEncoder *encoder)
{
    jutu_encode_base(encoder, JUTU_WITH_COLOR | JUTU_WITH_ALIGN | JUTU_WITH_THETA);
    jutu_encode_point(encoder, JUTU_X, JUTU_AT_MIDDLE, JUTU_P_X);
    jutu_encode_point(encoder, JUTU_Y, JUTU_AT_MIDDLE, JUTU_P_Y);
    jutu_encode_text(encoder, JUTU_TEXT, JUTU_P_TEXT);
    jutu_encode_channel(encoder, JUTU_SIZE, JUTU_P_FONT_SIZE, NULL);
    jutu_encode_channel(encoder, JUTU_ANGLE, JUTU_P_ANGLE, NULL);
    centre(encoder, JUTU_P_ALIGN, "center");
    centre(encoder, JUTU_P_BASELINE, "middle");
    jutu_encode_point(encoder, JUTU_RADIUS, JUTU_NOWHERE, JUTU_P_RADIUS);
    jutu_encode_point(encoder, JUTU_THETA, JUTU_NOWHERE, JUTU_P_THETA);
}

const JutuMarkEncoder jutu_mark_text = { .encode = text_encode };
