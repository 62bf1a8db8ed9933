/* image: a picture from a file. */
#include "mark/encode.h"

static void image_encode(JutuEncoder *encoder)
{
    jutu_encode_base(encoder, 0);
    jutu_encode_rect(encoder, JUTU_X);
    jutu_encode_rect(encoder, JUTU_Y);
    jutu_encode_text(encoder, JUTU_URL, JUTU_P_URL);
}

const JutuMarkType jutu_mark_image = {
    .name = "image",
    .doc = "A picture from a file.",
    .kind = JUTU_ITEM_IMAGE,
    .rect_based = true,
    .filled = true,
    .legend_symbol = "square",
    .has = { JUTU_URL },
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_ALWAYS,
    .encode = image_encode,
};
