/* trail: a line whose width shows a value. */
#include "mark/mark.h"

const JutuMarkType jutu_mark_trail = {
    .name = "trail",
    .doc = "A line whose width shows a value.",
    .kind = JUTU_ITEM_TRAIL,
    .path = true,
    .measures_dimension = true,
    .varying_size = true,
    .filled = true,
    .oriented = true,
    .legend_symbol = "circle",
    .has = { JUTU_SIZE },
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_BINNED,
};
