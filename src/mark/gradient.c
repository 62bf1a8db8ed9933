#include "mark/gradient.h"

#include <math.h>

static double member_number(JutuValue object, const char *name, double fallback)
{
    JutuValue value = jutu_member(object, name);
    return jutu_is_nullish(value) ? fallback : jutu_to_number(value);
}

static JutuPaint gradient_of(JutuValue value, bool radial, JutuArena *arena)
{
    double centre = radial ? 0.5 : 0;
    JutuValue list = jutu_member(value, "stops");
    size_t n = list.type == JUTU_ARRAY ? list.length : 0;
    JutuStop *stops = jutu_new(arena, JutuStop, n + 1);
    for (size_t i = 0; i < n; i++) {
        JutuValue color = jutu_member(list.items[i], "color");
        stops[i].offset = member_number(list.items[i], "offset", 0);
        jutu_color_parse(jutu_to_text(color, arena), &stops[i].color);
    }
    struct JutuGradient *gradient = jutu_new(arena, struct JutuGradient, 1);
    *gradient = (struct JutuGradient){
        .x1 = member_number(value, "x1", centre),
        .y1 = member_number(value, "y1", centre),
        .x2 = member_number(value, "x2", radial ? centre : 1),
        .y2 = member_number(value, "y2", centre),
        .r1 = member_number(value, "r1", 0),
        .r2 = member_number(value, "r2", 0.5),
        .stops = stops,
        .n_stops = n,
    };
    return (JutuPaint){ .kind = radial ? JUTU_PAINT_RADIAL : JUTU_PAINT_LINEAR,
                        .gradient = gradient };
}

JutuPaint jutu_paint_of(JutuValue value, JutuArena *arena)
{
    JutuColor color;
    if (value.type == JUTU_STRING && jutu_color_parse(value.string, &color))
        return jutu_paint_color(color);
    JutuValue kind = jutu_member(value, "gradient");
    if (kind.type != JUTU_STRING)
        return (JutuPaint){ 0 };
    return gradient_of(value, g_str_equal(kind.string, "radial"), arena);
}
