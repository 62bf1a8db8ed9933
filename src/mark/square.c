/* square: a filled square at a position. */
#include "mark/encode.h"

static void square_encode(JutuEncoder *encoder)
{
    jutu_encode_symbol(encoder, "square");
}

const JutuMarkType jutu_mark_square = {
    .name = "square",
    .doc = "A filled square at a position.",
    .kind = JUTU_ITEM_SYMBOL,
    .stackable = true,
    .filled = true,
    .faint = true,
    .legend_symbol = "square",
    .has = { JUTU_SIZE, JUTU_STROKEDASH, JUTU_ANGLE },
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_BINNED,
    .encode = square_encode,
    .transparent = true,
};
