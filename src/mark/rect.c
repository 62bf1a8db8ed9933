/* rect: a rectangle between two corners, or a cell of two bands. */
#include "mark/mark.h"

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
};
