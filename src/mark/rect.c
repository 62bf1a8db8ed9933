/* rect: a rectangle between two corners, or a cell of two bands. */
#include "mark/encode.h"

static void rect_encode(JutuEncoder *encoder)
{
    jutu_encode_base(encoder, JUTU_WITH_COLOR);
    jutu_encode_rect(encoder, JUTU_X);
    jutu_encode_rect(encoder, JUTU_Y);
}

const JutuMarkType jutu_mark_rect = {
    .name = "rect",
    .doc = "A rectangle between two corners, or a cell of two bands.",
    .kind = JUTU_ITEM_RECT,
    .rect_based = true,
    .covers = true,
    .filled = true,
    .legend_symbol = "square",
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_ALWAYS,
    .encode = rect_encode,
};
