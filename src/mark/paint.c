/* Which of fill and stroke a mark's colour is (vega-lite's mark/encode/color.ts). */
#include "base/json.h"
#include "mark/encode.h"

/* The colour of a mark that no channel sets. */
static const json_t *default_paint(JutuEncoder *encoder, bool colored, const char *property,
                                   bool transparent)
{
    const json_t *found = jutu_mark_prop(encoder->unit, colored ? "color" : "", property);
    if (!jutu_json_given(found) && colored)
        found = jutu_config(encoder->chart, "mark", "color", NULL);
    if (!jutu_json_given(found) && transparent)
        found = jutu_json_own(encoder->arena, json_string("transparent"));
    return jutu_json_given(found) ? found : NULL;
}

/* color, fill or stroke: what is found first of the channel, its conditions, and the default. */
static void encode_one(JutuEncoder *encoder, JutuChannel channel, JutuProperty property,
                       const json_t *fallback)
{
    jutu_encode_channel(encoder, channel, property, jutu_ref_json(encoder, fallback));
}

void jutu_encode_paints(JutuEncoder *encoder)
{
    const JutuView *unit = encoder->unit;
    const json_t *filled = jutu_mark_prop(unit, "filled", NULL);
    bool fills = json_is_true(filled), strokes = json_is_false(filled);
    const json_t *fill = default_paint(encoder, fills, "fill", unit->mark->transparent);
    const json_t *stroke = default_paint(encoder, strokes, "stroke", false);
    if (fill)
        encoder->refs[JUTU_P_FILL] = jutu_ref_json(encoder, fill);
    if (stroke)
        encoder->refs[JUTU_P_STROKE] = jutu_ref_json(encoder, stroke);
    encode_one(encoder, JUTU_COLOR, fills ? JUTU_P_FILL : JUTU_P_STROKE, fills ? fill : stroke);
    encode_one(encoder, JUTU_FILL, JUTU_P_FILL, jutu_view_def(unit, JUTU_FILL) ? fill : NULL);
    encode_one(encoder, JUTU_STROKE, JUTU_P_STROKE,
               jutu_view_def(unit, JUTU_STROKE) ? stroke : NULL);
}
