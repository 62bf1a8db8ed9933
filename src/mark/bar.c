/* bar: a rectangle from a baseline to a value. */
#include "mark/encode.h"

static void bar_encode(JutuEncoder *encoder)
{
    jutu_encode_base(encoder, JUTU_WITH_COLOR);
    jutu_encode_rect(encoder, JUTU_X);
    jutu_encode_rect(encoder, JUTU_Y);
}

const JutuMarkType jutu_mark_bar = {
    .name = "bar",
    .doc = "A rectangle from a baseline to a value.",
    .kind = JUTU_ITEM_RECT,
    .rect_based = true,
    .stackable = true,
    .stacks = true,
    .from_zero = true,
    .measures_dimension = true,
    .filled = true,
    .oriented = true,
    .legend_symbol = "square",
    .has = { JUTU_SIZE, JUTU_STROKEDASH },
    .band_padding = "barBandPaddingInner",
    .ranged = JUTU_SUPPORT_ALWAYS,
    .encode = bar_encode,
    .banded = true,
    .transparent = true,
    .boxes_stack = true,
};
