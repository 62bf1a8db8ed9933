/* arc: a slice of a circle or ring. */
#include "mark/mark.h"

const JutuMarkType jutu_mark_arc = {
    .name = "arc",
    .doc = "A slice of a circle or ring.",
    .kind = JUTU_ITEM_ARC,
    .rect_based = true,
    .stackable = true,
    .stacks = true,
    .filled = true,
    .legend_symbol = "circle",
    .has = { JUTU_THETA, JUTU_RADIUS, JUTU_THETA2, JUTU_RADIUS2 },
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_NEVER,
};
