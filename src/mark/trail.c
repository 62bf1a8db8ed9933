/* trail: a line whose width shows a value. */
#include "mark/encode.h"

static void trail_encode(JutuEncoder *encoder)
{
    jutu_encode_base(encoder, JUTU_WITH_COLOR | JUTU_WITH_SIZE);
    jutu_encode_point(encoder, JUTU_X, JUTU_AT_MIDDLE, JUTU_P_X);
    jutu_encode_point(encoder, JUTU_Y, JUTU_AT_MIDDLE, JUTU_P_Y);
    jutu_encode_channel(encoder, JUTU_SIZE, JUTU_P_SIZE, NULL);
}

const JutuMarkEncoder jutu_mark_trail = { .encode = trail_encode };
