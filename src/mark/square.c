/* square: a filled square at a position. */
#include "mark/mark.h"

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
};
