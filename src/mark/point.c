/* point: a symbol at a position, hollow unless told. */
#include "mark/encode.h"

static void point_encode(JutuEncoder *encoder)
{
    jutu_encode_symbol(encoder, NULL);
}

const JutuMarkEncoder jutu_mark_point = { .encode = point_encode };
