/* circle: a filled circle at a position. */
#include "mark/mark.h"

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
};
