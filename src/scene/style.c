#include "scene/style.h"

#include <math.h>
#include <string.h>

#include "scene/choices.h"

static const JutuStop *read_stops(JutuValue list, size_t *n, JutuArena *arena)
{
    *n = list.type == JUTU_ARRAY ? list.length : 0;
    JutuStop *stops = jutu_new(arena, JutuStop, *n + 1);
    for (size_t i = 0; i < *n; i++) {
        double offset = jutu_to_number(jutu_member(list.items[i], "offset"));
        stops[i].offset = fmax(0, fmin(1, isnan(offset) ? 0 : offset));
        jutu_color_parse(jutu_to_text(jutu_member(list.items[i], "color"), arena), &stops[i].color);
    }
    return stops;
}

static double member(JutuValue object, const char *name, double fallback)
{
    JutuValue value = jutu_member(object, name);
    return value.type == JUTU_NUMBER ? value.number : fallback;
}

static JutuPaint gradient(JutuValue value, JutuArena *arena)
{
    bool radial = strcmp(jutu_to_text(jutu_member(value, "gradient"), arena), "radial") == 0;
    struct JutuGradient *made = jutu_new(arena, struct JutuGradient, 1);
    *made = (struct JutuGradient){
        .x1 = member(value, "x1", radial ? 0.5 : 0),
        .y1 = member(value, "y1", radial ? 0.5 : 0),
        .x2 = member(value, "x2", radial ? 0.5 : 1),
        .y2 = member(value, "y2", radial ? 0.5 : 0),
        .r1 = fmax(0, member(value, "r1", 0)),
        .r2 = fmax(0, member(value, "r2", 0.5)),
    };
    made->stops = read_stops(jutu_member(value, "stops"), &made->n_stops, arena);
    return (JutuPaint){ .kind = radial ? JUTU_PAINT_RADIAL : JUTU_PAINT_LINEAR, .gradient = made };
}

JutuPaint jutu_paint_from(JutuValue value, JutuArena *arena)
{
    JutuColor color;
    if (value.type == JUTU_OBJECT && jutu_member(value, "gradient").type == JUTU_STRING)
        return gradient(value, arena);
    if (value.type != JUTU_STRING || !jutu_color_parse(value.string, &color))
        return (JutuPaint){ .kind = JUTU_PAINT_NONE };
    return jutu_paint_color(color);
}

static void set_dash(JutuStyle *style, JutuValue value, JutuArena *arena)
{
    size_t n = value.type == JUTU_ARRAY ? value.length : 0;
    double *dash = jutu_new(arena, double, n + 1);
    for (size_t i = 0; i < n; i++)
        dash[i] = jutu_to_number(value.items[i]);
    style->dash = n ? dash : NULL;
    style->n_dash = n;
}

bool jutu_style_set(JutuStyle *style, const char *name, JutuValue value, JutuArena *arena)
{
    const char *text = value.type == JUTU_STRING ? value.string : NULL;
    const struct {
        const char *name;
        double *number;
    } numbers[] = { { "fillOpacity", &style->fill_opacity },
                    { "strokeOpacity", &style->stroke_opacity },
                    { "strokeWidth", &style->stroke_width },
                    { "strokeDashOffset", &style->dash_offset },
                    { "strokeMiterLimit", &style->miter_limit } };
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        if (strcmp(name, numbers[i].name) == 0) {
            *numbers[i].number = jutu_to_number(value);
            return true;
        }
    }
    if (strcmp(name, "fill") == 0)
        style->fill = jutu_paint_from(value, arena);
    else if (strcmp(name, "stroke") == 0)
        style->stroke = jutu_paint_from(value, arena);
    else if (strcmp(name, "strokeDash") == 0)
        set_dash(style, value, arena);
    else if (strcmp(name, "strokeCap") == 0)
        style->cap = (JutuCap)jutu_choice(jutu_cap_names, text);
    else if (strcmp(name, "strokeJoin") == 0)
        style->join = (JutuJoin)jutu_choice(jutu_join_names, text);
    else
        return false;
    return true;
}

static json_t *color_json(JutuColor color)
{
    char text[JUTU_COLOR_SIZE];
    return color.a > 0 ? json_string(jutu_color_hex(color, text)) : json_null();
}

static json_t *gradient_json(const JutuPaint *paint)
{
    const struct JutuGradient *gradient = paint->gradient;
    bool radial = paint->kind == JUTU_PAINT_RADIAL;
    json_t *stops = json_array();
    for (size_t i = 0; i < gradient->n_stops; i++) {
        json_t *stop = json_pack("[f, o]", gradient->stops[i].offset,
                                 color_json(gradient->stops[i].color));
        json_array_append_new(stops, stop);
    }
    json_t *json = json_pack("{s:s, s:f, s:f, s:f, s:f, s:o}", "gradient",
                             radial ? "radial" : "linear", "x1", gradient->x1, "y1", gradient->y1,
                             "x2", gradient->x2, "y2", gradient->y2, "stops", stops);
    if (radial) {
        json_object_set_new(json, "r1", json_real(gradient->r1));
        json_object_set_new(json, "r2", json_real(gradient->r2));
    }
    return json;
}

json_t *jutu_paint_to_json(const JutuPaint *paint)
{
    switch (paint->kind) {
    case JUTU_PAINT_NONE:
        break;
    case JUTU_PAINT_COLOR:
        return color_json(paint->color);
    case JUTU_PAINT_LINEAR:
    case JUTU_PAINT_RADIAL:
        return gradient_json(paint);
    }
    return json_null();
}

static json_t *dash_json(const JutuStyle *style)
{
    json_t *list = json_array();
    for (size_t i = 0; i < style->n_dash; i++)
        json_array_append_new(list, json_real(style->dash[i]));
    return list;
}

void jutu_style_to_json(json_t *json, const JutuStyle *style)
{
    json_object_set_new(json, "fill", jutu_paint_to_json(&style->fill));
    json_object_set_new(json, "fillOpacity", json_real(style->fill_opacity));
    json_object_set_new(json, "stroke", jutu_paint_to_json(&style->stroke));
    json_object_set_new(json, "strokeOpacity", json_real(style->stroke_opacity));
    json_object_set_new(json, "strokeWidth", json_real(style->stroke_width));
    if (style->n_dash > 0)
        json_object_set_new(json, "strokeDash", dash_json(style));
    json_object_set_new(json, "strokeDashOffset", json_real(style->dash_offset));
    json_object_set_new(json, "strokeCap", json_string(jutu_cap_names[style->cap]));
    json_object_set_new(json, "strokeJoin", json_string(jutu_join_names[style->join]));
}
