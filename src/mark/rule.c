/* rule: a straight line between two positions, or across the view. */
#include "mark/mark.h"

const JutuMarkType jutu_mark_rule = {
    .name = "rule",
    .doc = "A straight line between two positions, or across the view.",
    .kind = JUTU_ITEM_RULE,
    .stackable = true,
    .oriented = true,
    .legend_symbol = "stroke",
    .has = { JUTU_SIZE, JUTU_STROKEDASH },
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_ALWAYS,
};
