/* point: a symbol at a position, hollow unless told. */
#include "mark/encode.h"

static void point_encode(JutuEncoder *encoder)
{
    jutu_encode_symbol(encoder, NULL);
}

const JutuMarkType jutu_mark_point = {
    .name = "point",
    .doc = "A symbol at a position, hollow unless told.",
    .kind = JUTU_ITEM_SYMBOL,
    .stackable = true,
    .faint = true,
    .legend_symbol = "circle",
    .has = { JUTU_SIZE, JUTU_STROKEDASH, JUTU_SHAPE, JUTU_ANGLE },
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_BINNED,
    .encode = point_encode,
    .transparent = true,
};
