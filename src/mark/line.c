/* line: a line through a series of values. */
#include "mark/mark.h"

const JutuMarkType jutu_mark_line = {
    .name = "line",
    .doc = "A line through a series of values.",
    .kind = JUTU_ITEM_LINE,
    .path = true,
    .stackable = true,
    .measures_dimension = true,
    .oriented = true,
    .legend_symbol = "stroke",
    .has = { JUTU_SIZE, JUTU_STROKEDASH },
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_BINNED,
};
