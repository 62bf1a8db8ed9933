/* circle: a filled circle at a position. */
#include "mark/encode.h"

static void circle_encode(JutuEncoder *encoder)
{
    jutu_encode_symbol(encoder, "circle");
}

const JutuMarkEncoder jutu_mark_circle = { .encode = circle_encode };
