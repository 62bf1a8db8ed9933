/* tick: a short thick line across a value. */
#include "mark/encode.h"

static void tick_encode(JutuEncoder *encoder)
{
    const JutuView *unit = encoder->unit;
    bool lies = jutu_view_orient(unit) == JUTU_HORIZONTAL;
    jutu_encode_base(encoder, JUTU_WITH_COLOR);
    jutu_encode_rect(encoder, lies ? JUTU_X : JUTU_Y);
    jutu_encode_point(encoder, lies ? JUTU_Y : JUTU_X, JUTU_AT_MIDDLE,
                      lies ? JUTU_P_YC : JUTU_P_XC);
    encoder->refs[lies ? JUTU_P_HEIGHT : JUTU_P_WIDTH] = jutu_ref_json(
        encoder, jutu_mark_prop(unit, "thickness", NULL));
}

const JutuMarkEncoder jutu_mark_tick = { .encode = tick_encode };
