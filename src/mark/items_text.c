#include "mark/items_text.h"

#include <math.h>
#include <string.h>

static JutuFont font_of(const JutuItems *items, size_t i)
{
    const char *style = jutu_item_string(items, JUTU_S_FONT_STYLE, i, "normal");
    return (
        JutuFont){ .family = jutu_item_string(items, JUTU_S_FONT, i, NULL),
                   .size = jutu_item_value(items, JUTU_N_FONT_SIZE, i, 11),
                   .weight = (int)fmin(jutu_item_value(items, JUTU_N_FONT_WEIGHT, i, 400), 1000),
                   .italic = strcmp(style, "normal") != 0 };
}

JutuTextBlock jutu_item_text(const JutuItems *items, size_t i, double *x, double *y)
{
    JutuFont font = font_of(items, i);
    double radius = jutu_item_value(items, JUTU_N_RADIUS, i, 0);
    double theta = jutu_item_value(items, JUTU_N_THETA, i, 0) - M_PI_2;
    *x = jutu_item_value(items, JUTU_N_X, i, 0) + (radius != 0 ? radius * cos(theta) : 0);
    *y = jutu_item_value(items, JUTU_N_Y, i, 0) + (radius != 0 ? radius * sin(theta) : 0);
    return (JutuTextBlock){
        .text = jutu_item_string(items, JUTU_S_TEXT, i, ""),
        .font = font,
        .align = jutu_item_align(items, i),
        .baseline = jutu_item_baseline(items, i),
        .angle = jutu_item_value(items, JUTU_N_ANGLE, i, 0),
        .limit = fmax(jutu_item_value(items, JUTU_N_LIMIT, i, 0), 0),
        .ellipsis = jutu_item_string(items, JUTU_S_ELLIPSIS, i, NULL),
        .line_height = jutu_item_value(items, JUTU_N_LINE_HEIGHT, i, font.size + 2),
        .dx = jutu_item_value(items, JUTU_N_DX, i, 0),
        .dy = jutu_item_value(items, JUTU_N_DY, i, 0),
    };
}
