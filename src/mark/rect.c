/* rect: a rectangle between two corners, or a cell of two bands. */
#include "mark/encode.h"

static void rect_encode(JutuEncoder *encoder)
{
    jutu_encode_base(encoder, JUTU_WITH_COLOR);
    jutu_encode_rect(encoder, JUTU_X);
    jutu_encode_rect(encoder, JUTU_Y);
}

const JutuMarkEncoder jutu_mark_rect = { .encode = rect_encode };
