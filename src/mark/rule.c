/* rule: a straight line between two positions, or across the view. */
#include "mark/encode.h"

static void rule_encode(JutuEncoder *encoder)
{
    const JutuView *unit = encoder->unit;
    JutuOrient orient = jutu_view_orient(unit);
    bool lies = orient == JUTU_HORIZONTAL, stands = orient == JUTU_VERTICAL;
    if (!jutu_view_def(unit, JUTU_X) && !jutu_view_def(unit, JUTU_Y))
        return; /* nothing says where it is */
    jutu_encode_base(encoder, JUTU_WITH_COLOR);
    JutuDefaultPlace x = lies ? JUTU_AT_ZERO_OR_MAX : JUTU_AT_MIDDLE;
    JutuDefaultPlace y = stands ? JUTU_AT_ZERO_OR_MAX : JUTU_AT_MIDDLE;
    if (stands)
        jutu_encode_point(encoder, JUTU_X, x, JUTU_P_X);
    else
        jutu_encode_range(encoder, JUTU_X, x, JUTU_AT_ZERO_OR_MIN);
    if (lies)
        jutu_encode_point(encoder, JUTU_Y, y, JUTU_P_Y);
    else
        jutu_encode_range(encoder, JUTU_Y, y, JUTU_AT_ZERO_OR_MIN);
    jutu_encode_channel(encoder, JUTU_SIZE, JUTU_P_STROKE_WIDTH, NULL);
}

const JutuMarkEncoder jutu_mark_rule = { .encode = rule_encode };
