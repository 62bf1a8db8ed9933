/* text: a text at a position. */
#include "mark/mark.h"

const JutuMarkType jutu_mark_text = {
    .name = "text",
    .doc = "A text at a position.",
    .kind = JUTU_ITEM_TEXT,
    .stackable = true,
    .filled = true,
    .oriented = true,
    .legend_symbol = "circle",
    .has = { JUTU_SIZE, JUTU_TEXT, JUTU_ANGLE, JUTU_THETA, JUTU_RADIUS },
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_NEVER,
};
