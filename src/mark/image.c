/* image: a picture from a file. */
#include "mark/mark.h"

const JutuMarkType jutu_mark_image = {
    .name = "image",
    .doc = "A picture from a file.",
    .kind = JUTU_ITEM_IMAGE,
    .rect_based = true,
    .filled = true,
    .legend_symbol = "circle",
    .has = { JUTU_URL },
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_ALWAYS,
};
