#include "mark/items.h"

#include <math.h>
#include <string.h>

const char *const jutu_item_kinds[] = {
    [JUTU_ITEM_RECT] = "rect", [JUTU_ITEM_SYMBOL] = "symbol", [JUTU_ITEM_RULE] = "rule",
    [JUTU_ITEM_TEXT] = "text", [JUTU_ITEM_ARC] = "arc",       [JUTU_ITEM_LINE] = "line",
    [JUTU_ITEM_AREA] = "area", [JUTU_ITEM_TRAIL] = "trail",   [JUTU_ITEM_IMAGE] = "image",
};

static double or_zero(double number)
{
    return isnan(number) ? 0 : number;
}

JutuRect jutu_item_image_box(const JutuItems *items, size_t i)
{
    double width = or_zero(jutu_item_number(items, JUTU_N_WIDTH, i, 0));
    double height = or_zero(jutu_item_number(items, JUTU_N_HEIGHT, i, 0));
    const char *align = jutu_item_string(items, JUTU_S_ALIGN, i, "left");
    const char *baseline = jutu_item_string(items, JUTU_S_BASELINE, i, "top");
    double x = strcmp(align, "center") == 0 ? width / 2 : strcmp(align, "right") == 0 ? width : 0;
    double y = strcmp(baseline, "middle") == 0   ? height / 2
               : strcmp(baseline, "bottom") == 0 ? height
                                                 : 0;
    return (JutuRect){ jutu_item_number(items, JUTU_N_X, i, 0) - x,
                       jutu_item_number(items, JUTU_N_Y, i, 0) - y, width, height };
}
