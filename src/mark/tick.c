/* tick: a short thick line across a value. */
#include "mark/mark.h"

const JutuMarkType jutu_mark_tick = {
    .name = "tick",
    .doc = "A short thick line across a value.",
    .kind = JUTU_ITEM_RECT,
    .rect_based = true,
    .stackable = true,
    .filled = true,
    .oriented = true,
    .faint = true,
    .legend_symbol = "circle",
    .has = { JUTU_SIZE, JUTU_STROKEDASH },
    .band_padding = "tickBandPaddingInner",
    .ranged = JUTU_SUPPORT_BINNED,
};
