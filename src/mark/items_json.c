#include "mark/items_json.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "scene/style.h"

static const double degrees = 180 / G_PI;

static void set_number(json_t *object, const char *name, double number)
{
    json_object_set_new(object, name, isfinite(number) ? json_real(number + 0.0) : json_null());
}

/* A member unless it is what readers take for granted. */
static void set_unless(json_t *object, const char *name, double number, double usual)
{
    if (number != usual)
        set_number(object, name, number);
}

static void set_text(json_t *object, const JutuItems *items, JutuItemString column, size_t i,
                     const char *name)
{
    const char *text = jutu_item_string(items, column, i, NULL);
    if (text)
        json_object_set_new(object, name, json_string(text));
}

static void set_dash(json_t *object, const JutuItems *items, size_t i)
{
    const JutuDash *dash = items->dash.data ? &items->dash.data[i * items->dash.stride] : NULL;
    if (!dash || dash->n == 0)
        return;
    json_t *list = json_array();
    for (size_t d = 0; d < dash->n; d++)
        json_array_append_new(list, json_real(dash->values[d]));
    json_object_set_new(object, "strokeDash", list);
}

static void set_clip(json_t *object, const struct JutuItemClip *clip)
{
    json_t *box = json_object(), *radii = json_array();
    set_number(box, "x", clip->box.x);
    set_number(box, "y", clip->box.y);
    set_number(box, "width", clip->box.width);
    set_number(box, "height", clip->box.height);
    for (int corner = 0; corner < 4; corner++)
        json_array_append_new(radii, json_real(clip->radius[corner]));
    json_object_set_new(box, "cornerRadius", radii);
    json_object_set_new(object, "clip", box);
}

static void set_paints(json_t *object, const JutuItems *items, size_t i)
{
    double opacity = jutu_item_value(items, JUTU_N_OPACITY, i, 1);
    if (items->fill.data && items->kind != JUTU_ITEM_RULE)
        json_object_set_new(object, "fill",
                            jutu_paint_to_json(&items->fill.data[i * items->fill.stride]));
    if (items->stroke.data)
        json_object_set_new(object, "stroke",
                            jutu_paint_to_json(&items->stroke.data[i * items->stroke.stride]));
    set_unless(object, "fillOpacity", opacity * jutu_item_value(items, JUTU_N_FILL_OPACITY, i, 1),
               1);
    set_unless(object, "strokeOpacity",
               opacity * jutu_item_value(items, JUTU_N_STROKE_OPACITY, i, 1), 1);
    set_unless(object, "strokeWidth", jutu_item_value(items, JUTU_N_STROKE_WIDTH, i, 1), 1);
    set_dash(object, items, i);
    set_unless(object, "strokeDashOffset", jutu_item_value(items, JUTU_N_DASH_OFFSET, i, 0), 0);
    set_text(object, items, JUTU_S_CAP, i, "strokeCap");
    set_text(object, items, JUTU_S_JOIN, i, "strokeJoin");
    set_text(object, items, JUTU_S_BLEND, i, "blend");
    if (items->item_clip && jutu_item_clip_is_round(&items->item_clip[i]))
        set_clip(object, &items->item_clip[i]);
}

static void set_place(json_t *object, const JutuItems *items, size_t i)
{
    set_number(object, "x", jutu_item_value(items, JUTU_N_X, i, 0));
    set_number(object, "y", jutu_item_value(items, JUTU_N_Y, i, 0));
}

/* In [0, 360). */
static double turned(double angle)
{
    double rest = fmod(angle, 360);
    return rest < 0 ? rest + 360 : rest;
}

/* == By kind == */

static void rect_json(json_t *object, const JutuItems *items, size_t i)
{
    double radius = jutu_item_value(items, JUTU_N_CORNER_RADIUS, i, 0);
    json_t *radii = json_array();
    bool round = false;
    for (int corner = 0; corner < 4; corner++) {
        double own = jutu_item_value(items, JUTU_N_RADIUS_TOP_LEFT + corner, i, radius);
        json_array_append_new(radii, json_real(isfinite(own) ? own : 0));
        round |= own != 0;
    }
    set_place(object, items, i);
    set_number(object, "width", jutu_item_value(items, JUTU_N_WIDTH, i, 0));
    set_number(object, "height", jutu_item_value(items, JUTU_N_HEIGHT, i, 0));
    if (round)
        json_object_set(object, "cornerRadius", radii);
    json_decref(radii);
}

static void symbol_json(json_t *object, const JutuItems *items, size_t i)
{
    set_place(object, items, i);
    set_number(object, "size", jutu_item_value(items, JUTU_N_SIZE, i, 64));
    set_text(object, items, JUTU_S_SHAPE, i, "shape");
    set_unless(object, "angle", turned(jutu_item_value(items, JUTU_N_ANGLE, i, 0)), 0);
}

static void rule_json(json_t *object, const JutuItems *items, size_t i)
{
    set_place(object, items, i);
    set_number(object, "x2", jutu_item_number(items, JUTU_N_X2, i, NAN));
    set_number(object, "y2", jutu_item_number(items, JUTU_N_Y2, i, NAN));
}

static void text_json(json_t *object, const JutuItems *items, size_t i)
{
    double x = jutu_item_value(items, JUTU_N_X, i, 0), y = jutu_item_value(items, JUTU_N_Y, i, 0);
    double radius = jutu_item_value(items, JUTU_N_RADIUS, i, 0);
    double theta = jutu_item_value(items, JUTU_N_THETA, i, 0) - G_PI / 2;
    double angle = jutu_item_value(items, JUTU_N_ANGLE, i, 0);
    double dx = jutu_item_value(items, JUTU_N_DX, i, 0),
           dy = jutu_item_value(items, JUTU_N_DY, i, 0);
    double cosine = cos(angle / degrees), sine = sin(angle / degrees);
    double limit = jutu_item_value(items, JUTU_N_LIMIT, i, 0);
    x += radius != 0 ? radius * cos(theta) : 0;
    y += radius != 0 ? radius * sin(theta) : 0;
    set_number(object, "x", x + dx * cosine - dy * sine);
    set_number(object, "y", y + dx * sine + dy * cosine);
    json_object_set_new(object, "text", json_string(jutu_item_string(items, JUTU_S_TEXT, i, "")));
    set_text(object, items, JUTU_S_ALIGN, i, "align");
    set_text(object, items, JUTU_S_BASELINE, i, "baseline");
    set_text(object, items, JUTU_S_FONT, i, "font");
    set_text(object, items, JUTU_S_FONT_STYLE, i, "fontStyle");
    set_unless(object, "angle", turned(angle), 0);
    set_unless(object, "fontSize", jutu_item_value(items, JUTU_N_FONT_SIZE, i, 11), 11);
    set_unless(object, "fontWeight", jutu_item_value(items, JUTU_N_FONT_WEIGHT, i, 400), 400);
    set_unless(object, "limit", limit > 0 ? limit : 0, 0);
}

/* Two numbers, the smaller one first. */
static void set_pair(json_t *object, const char *low, const char *high, double a, double b)
{
    set_number(object, low, fmin(a, b));
    set_number(object, high, fmax(a, b));
}

static void arc_json(json_t *object, const JutuItems *items, size_t i)
{
    set_place(object, items, i);
    set_pair(object, "startAngle", "endAngle", jutu_item_value(items, JUTU_N_START_ANGLE, i, 0),
             jutu_item_value(items, JUTU_N_END_ANGLE, i, 0));
    set_pair(object, "innerRadius", "outerRadius",
             jutu_item_value(items, JUTU_N_INNER_RADIUS, i, 0),
             jutu_item_value(items, JUTU_N_OUTER_RADIUS, i, 0));
    set_unless(object, "padAngle", jutu_item_value(items, JUTU_N_PAD_ANGLE, i, 0), 0);
    set_unless(object, "cornerRadius", jutu_item_value(items, JUTU_N_CORNER_RADIUS, i, 0), 0);
}

static void image_json(json_t *object, const JutuItems *items, size_t i)
{
    JutuRect box = jutu_item_image_box(items, i, false);
    set_number(object, "x", box.x);
    set_number(object, "y", box.y);
    set_number(object, "width", jutu_item_number(items, JUTU_N_WIDTH, i, NAN));
    set_number(object, "height", jutu_item_number(items, JUTU_N_HEIGHT, i, NAN));
    set_text(object, items, JUTU_S_URL, i, "url");
    set_unless(object, "opacity", jutu_item_value(items, JUTU_N_OPACITY, i, 1), 1);
}

static json_t *point_json(const JutuItems *items, size_t i, bool lies)
{
    double numbers[] = { jutu_item_value(items, JUTU_N_X, i, 0),
                         jutu_item_value(items, JUTU_N_Y, i, 0), NAN };
    if (items->kind == JUTU_ITEM_AREA)
        numbers[2] = jutu_item_value(items, lies ? JUTU_N_X2 : JUTU_N_Y2, i, 0);
    if (items->kind == JUTU_ITEM_TRAIL) {
        double size = jutu_item_value(items, JUTU_N_SIZE, i, 0);
        numbers[2] = size == 0 ? 1 : size;
    }
    json_t *point = json_array();
    for (size_t d = 0; d < (items->kind == JUTU_ITEM_LINE ? 2 : 3); d++)
        json_array_append_new(point, isfinite(numbers[d]) ? json_real(numbers[d]) : json_null());
    return point;
}

static json_t *series_json(const JutuItems *items, size_t s)
{
    json_t *object = json_object(), *segments = json_array(), *open = NULL;
    const char *interpolate = jutu_item_string(items, JUTU_S_INTERPOLATE, s, "linear");
    bool lies = jutu_item_lies(items, s) &&
                (items->kind == JUTU_ITEM_AREA || strcmp(interpolate, "monotone") == 0);
    for (size_t i = items->series[s]; i < items->series[s + 1]; i++) {
        if (jutu_item_number(items, JUTU_N_DEFINED, i, 1) == 0) {
            open = NULL;
            continue;
        }
        if (!open)
            json_array_append_new(segments, open = json_array());
        json_array_append_new(open, point_json(items, i, lies));
    }
    json_object_set_new(object, "segments", segments);
    set_text(object, items, JUTU_S_INTERPOLATE, s, "interpolate");
    double tension = jutu_item_number(items, JUTU_N_TENSION, s, NAN);
    if (!isnan(tension))
        set_number(object, "tension", tension);
    if (lies)
        json_object_set_new(object, "orient", json_string("horizontal"));
    set_paints(object, items, s);
    return object;
}

json_t *jutu_items_to_json(const JutuItems *items)
{
    static void (*const writers[])(json_t *, const JutuItems *, size_t) = {
        [JUTU_ITEM_RECT] = rect_json, [JUTU_ITEM_SYMBOL] = symbol_json,
        [JUTU_ITEM_RULE] = rule_json, [JUTU_ITEM_TEXT] = text_json,
        [JUTU_ITEM_ARC] = arc_json,   [JUTU_ITEM_IMAGE] = image_json,
    };
    json_t *list = json_array();
    for (size_t s = 0; items->series && s < items->n_series; s++)
        json_array_append_new(list, series_json(items, s));
    for (size_t i = 0; !items->series && i < items->n; i++) {
        json_t *object = json_object();
        writers[items->kind](object, items, i);
        if (items->kind != JUTU_ITEM_IMAGE)
            set_paints(object, items, i);
        json_array_append_new(list, object);
    }
    return json_pack("{s:s, s:b, s:o}", "type", jutu_item_kinds[items->kind], "clip", items->clip,
                     "items", list);
}
