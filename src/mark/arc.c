/* arc: a slice of a circle or ring. */
#include "mark/encode.h"

static void arc_encode(JutuEncoder *encoder)
{
    jutu_encode_base(encoder, JUTU_WITH_COLOR);
    jutu_encode_point(encoder, JUTU_X, JUTU_AT_MIDDLE, JUTU_P_X);
    jutu_encode_point(encoder, JUTU_Y, JUTU_AT_MIDDLE, JUTU_P_Y);
    /* a rectangle in polar coordinates */
    jutu_encode_rect(encoder, JUTU_RADIUS);
    jutu_encode_rect(encoder, JUTU_THETA);
}

const JutuMarkEncoder jutu_mark_arc = { .encode = arc_encode };
