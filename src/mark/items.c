#include "mark/items.h"

#include <math.h>
#include <string.h>

#include "view/model.h"

const char *const jutu_item_kinds[] = {
    [JUTU_ITEM_RECT] = "rect", [JUTU_ITEM_SYMBOL] = "symbol", [JUTU_ITEM_RULE] = "rule",
    [JUTU_ITEM_TEXT] = "text", [JUTU_ITEM_ARC] = "arc",       [JUTU_ITEM_LINE] = "line",
    [JUTU_ITEM_AREA] = "area", [JUTU_ITEM_TRAIL] = "trail",   [JUTU_ITEM_IMAGE] = "image",
};

/* One side: as given, else as the file has it, keeping its aspect to the other side. */
static double side(double given, double other, double own, double other_own, bool aspect)
{
    if (!isnan(given))
        return given;
    return aspect && other > 0 && other_own > 0 ? other * own / other_own : own;
}

JutuRect jutu_item_image_box(const JutuItems *items, size_t i, bool by_file)
{
    static const JutuImage none = { 0 };
    const JutuImage *file = by_file && items->files && items->files[i] ? items->files[i] : &none;
    double given_width = jutu_item_number(items, JUTU_N_WIDTH, i, NAN);
    double given_height = jutu_item_number(items, JUTU_N_HEIGHT, i, NAN);
    double width = side(given_width, given_height, file->width, file->height, items->aspect);
    double height = side(given_height, given_width, file->height, file->width, items->aspect);
    const char *align = jutu_item_string(items, JUTU_S_ALIGN, i, "left");
    const char *baseline = jutu_item_string(items, JUTU_S_BASELINE, i, "top");
    double x = strcmp(align, "center") == 0 ? width / 2 : strcmp(align, "right") == 0 ? width : 0;
    double y = strcmp(baseline, "middle") == 0   ? height / 2
               : strcmp(baseline, "bottom") == 0 ? height
                                                 : 0;
    return (JutuRect){ jutu_item_number(items, JUTU_N_X, i, 0) - x,
                       jutu_item_number(items, JUTU_N_Y, i, 0) - y, width, height };
}

bool jutu_item_lies(const JutuItems *items, size_t series)
{
    return jutu_orient_parse(jutu_item_string(items, JUTU_S_ORIENT, series, NULL)) ==
           JUTU_HORIZONTAL;
}
