/* area: a band between a series of values and a baseline. */
#include "mark/mark.h"

const JutuMarkType jutu_mark_area = {
    .name = "area",
    .doc = "A band between a series of values and a baseline.",
    .kind = JUTU_ITEM_AREA,
    .path = true,
    .stackable = true,
    .stacks = true,
    .from_zero = true,
    .measures_dimension = true,
    .filled = true,
    .oriented = true,
    .legend_symbol = "circle",
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_ALWAYS,
};
