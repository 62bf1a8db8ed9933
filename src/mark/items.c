#include "mark/items.h"

#include <math.h>

#include "scene/choices.h"
#include "view/view.h"

const char *const jutu_item_kinds[] = {
    [JUTU_ITEM_RECT] = "rect", [JUTU_ITEM_SYMBOL] = "symbol", [JUTU_ITEM_RULE] = "rule",
    [JUTU_ITEM_TEXT] = "text", [JUTU_ITEM_ARC] = "arc",       [JUTU_ITEM_LINE] = "line",
    [JUTU_ITEM_AREA] = "area", [JUTU_ITEM_TRAIL] = "trail",   [JUTU_ITEM_IMAGE] = "image",
};

/* One side: as given, else as the file has it, keeping its aspect to the other side. */
static double image_side(double given, double other, double own, double other_own, bool aspect)
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
    double width = image_side(given_width, given_height, file->width, file->height, items->aspect);
    double height = image_side(given_height, given_width, file->height, file->width, items->aspect);
    JutuAlign align = jutu_item_align(items, i);
    JutuBaseline baseline = jutu_item_baseline(items, i);
    double x = align == JUTU_ALIGN_CENTER ? width / 2 : align == JUTU_ALIGN_RIGHT ? width : 0;
    double y = baseline == JUTU_BASELINE_MIDDLE   ? height / 2
               : baseline == JUTU_BASELINE_BOTTOM ? height
                                                  : 0;
    return (JutuRect){ jutu_item_number(items, JUTU_N_X, i, 0) - x,
                       jutu_item_number(items, JUTU_N_Y, i, 0) - y, width, height };
}

JutuCap jutu_item_cap(const JutuItems *items, size_t i)
{
    return (JutuCap)jutu_choice(jutu_cap_names, jutu_item_string(items, JUTU_S_CAP, i, NULL));
}

JutuJoin jutu_item_join(const JutuItems *items, size_t i)
{
    return (JutuJoin)jutu_choice(jutu_join_names, jutu_item_string(items, JUTU_S_JOIN, i, NULL));
}

JutuAlign jutu_item_align(const JutuItems *items, size_t i)
{
    return (JutuAlign)jutu_choice(jutu_align_names, jutu_item_string(items, JUTU_S_ALIGN, i, NULL));
}

JutuBaseline jutu_item_baseline(const JutuItems *items, size_t i)
{
    return (JutuBaseline)jutu_choice(jutu_baseline_names,
                                     jutu_item_string(items, JUTU_S_BASELINE, i, NULL));
}

bool jutu_item_lies(const JutuItems *items, size_t series)
{
    return jutu_orient_parse(jutu_item_string(items, JUTU_S_ORIENT, series, NULL)) ==
           JUTU_HORIZONTAL;
}
