/* area: a band between a series of values and a baseline. */
#include "mark/encode.h"

static void area_encode(JutuEncoder *encoder)
{
    JutuOrient orient = jutu_view_orient(encoder->unit);
    bool lies = orient == JUTU_HORIZONTAL, stands = orient == JUTU_VERTICAL;
    jutu_encode_base(encoder, JUTU_WITH_COLOR | JUTU_WITH_ORIENT);
    if (lies)
        jutu_encode_range(encoder, JUTU_X, JUTU_AT_ZERO_OR_MIN, JUTU_AT_ZERO_OR_MIN);
    else
        jutu_encode_point(encoder, JUTU_X, JUTU_AT_ZERO_OR_MIN, JUTU_P_X);
    if (stands)
        jutu_encode_range(encoder, JUTU_Y, JUTU_AT_ZERO_OR_MIN, JUTU_AT_ZERO_OR_MIN);
    else
        jutu_encode_point(encoder, JUTU_Y, JUTU_AT_ZERO_OR_MIN, JUTU_P_Y);
}

const JutuMarkEncoder jutu_mark_area = { .encode = area_encode };
