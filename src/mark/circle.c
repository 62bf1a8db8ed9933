/* circle: a filled circle at a position. */
#include "mark/encode.h"

static void circle_encode(JutuEncoder *encoder)
{
    jutu_encode_symbol(encoder, "circle");
}

const JutuMarkType jutu_mark_circle = {
    .name = "circle",
    .doc = "A filled circle at a position.",
    .kind = JUTU_ITEM_SYMBOL,
    .stackable = true,
    .filled = true,
    .faint = true,
    .legend_symbol = "circle",
    .has = { JUTU_SIZE, JUTU_STROKEDASH },
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_BINNED,
    .encode = circle_encode,
    .transparent = true,
};
