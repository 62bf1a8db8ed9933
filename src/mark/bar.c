/* bar: a rectangle from a baseline to a value. */
#include "mark/encode.h"

static void bar_encode(JutuEncoder *encoder)
{
    jutu_encode_base(encoder, JUTU_WITH_COLOR);
    jutu_encode_rect(encoder, JUTU_X);
    jutu_encode_rect(encoder, JUTU_Y);
}

const JutuMarkEncoder jutu_mark_bar = { .encode = bar_encode };
