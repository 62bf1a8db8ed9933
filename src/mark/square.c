/* square: a filled square at a position. */
#include "mark/encode.h"

static void square_encode(JutuEncoder *encoder)
{
    jutu_encode_symbol(encoder, "square");
}

const JutuMarkEncoder jutu_mark_square = { .encode = square_encode };
