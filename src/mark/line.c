/* line: a line through a series of values. */
#include "mark/encode.h"

static void line_encode(JutuEncoder *encoder)
{
    jutu_encode_base(encoder, JUTU_WITH_COLOR);
    jutu_encode_point(encoder, JUTU_X, JUTU_AT_MIDDLE, JUTU_P_X);
    jutu_encode_point(encoder, JUTU_Y, JUTU_AT_MIDDLE, JUTU_P_Y);
    jutu_encode_channel(encoder, JUTU_SIZE, JUTU_P_STROKE_WIDTH, NULL);
}

const JutuMarkEncoder jutu_mark_line = { .encode = line_encode };
