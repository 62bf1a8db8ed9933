/* canonical_item: paint, items and marks with their defaults, without what leaves no ink. */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "conformance/canonical_item.h"

enum { OPAQUE = 255 };
static const double nothing = 0.005;   /* px: a side that can't be seen */
static const double no_angle = 1e-4;   /* rad */
static const double no_opacity = 1e-3; /* of 1 */

typedef struct {
    const char *name;
    const ConformField *fields;            /* ends with a NULL name */
    bool (*seen)(const json_t *canonical); /* whether it leaves ink, given that it has paint */
} MarkType;

double conform_number(const json_t *object, const char *key, double fallback)
{
    const json_t *value = json_object_get(object, key);
    return json_is_number(value) ? json_number_value(value) : fallback;
}

bool conform_is(const json_t *object, const char *key, const char *text)
{
    const char *value = json_string_value(json_object_get(object, key));
    return value && strcmp(value, text) == 0;
}

static json_t *parsed(const char *text)
{
    return json_loads(text, JSON_DECODE_ANY, NULL);
}

/* A borrowed member; JSON's null is as good as nothing. */
json_t *conform_member(const json_t *object, const char *key)
{
    json_t *value = json_object_get(object, key);
    return json_is_null(value) ? NULL : value;
}

/* "#rrggbb" or "#rrggbbaa" as [r, g, b, a] of 255; other texts stay. NULL if there is no colour. */

static json_t *gradient(const json_t *value)
{
    static const char *const parts[] = { "x1", "y1", "r1", "x2", "y2", "r2" };
    json_t *vector = json_array(), *offsets = json_array(), *colors = json_array();
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
        json_array_append_new(vector, json_real(conform_number(value, parts[i], 0)));
    size_t i;
    json_t *stop;
    json_array_foreach (json_object_get(value, "stops"), i, stop) {
        json_array_append(offsets, json_array_get(stop, 0));
        json_t *paint = conform_color(json_array_get(stop, 1));
        json_array_append_new(colors, paint ? paint : json_null());
    }
    return json_pack("{s:O, s:o, s:o, s:o}", "gradient", json_object_get(value, "gradient"),
                     "vector", vector, "offsets", offsets, "colors", colors);
}

json_t *conform_color(const json_t *value)
{
    if (json_is_object(value))
        return gradient(value);
    const char *text = json_string_value(value);
    if (!text || !*text || strcmp(text, "transparent") == 0 || strcmp(text, "none") == 0)
        return NULL;
    char *end;
    unsigned long color = *text == '#' ? strtoul(text + 1, &end, 16) : 0;
    if (*text != '#' || *end || (end - text != 7 && end - text != 9))
        return json_string(text);
    if (end - text == 7)
        color = color << 8 | OPAQUE;
    return json_pack("[i, i, i, i]", (int)(color >> 24 & 0xff), (int)(color >> 16 & 0xff),
                     (int)(color >> 8 & 0xff), (int)(color & 0xff));
}

/* Sets `name` and its opacity, which takes in the item's and the colour's own; false if unpainted.
 */
static bool add_paint(json_t *out, const json_t *item, const char *name)
{
    char key[32];
    snprintf(key, sizeof(key), "%sOpacity", name);
    json_t *paint = conform_color(json_object_get(item, name));
    double opacity = conform_number(item, "opacity", 1) * conform_number(item, key, 1);
    if (json_is_array(paint)) {
        opacity *= json_number_value(json_array_get(paint, 3)) / OPAQUE;
        json_array_set_new(paint, 3, json_integer(OPAQUE));
    }
    bool seen = paint && opacity > no_opacity;
    if (strcmp(name, "stroke") == 0)
        seen &= conform_number(item, "strokeWidth", 1) > 0;
    if (seen) {
        json_object_set(out, name, paint);
        json_object_set_new(out, key, json_real(opacity));
    }
    json_decref(paint);
    return seen;
}

/* A dash with its odd lengths doubled; NULL if it has no gap. */
static json_t *dashes(const json_t *given)
{
    size_t n = json_array_size(given), all = n % 2 ? 2 * n : n;
    json_t *out = json_array();
    bool gap = false;
    for (size_t i = 0; i < all; i++) {
        json_t *length = json_array_get(given, i % n);
        gap |= i % 2 == 1 && json_number_value(length) > 0;
        json_array_append(out, length);
    }
    if (gap)
        return out;
    json_decref(out);
    return NULL;
}

static const ConformField stroke_fields[] = { { "strokeWidth", "1" },
                                              { "strokeDashOffset", "0" },
                                              { "strokeCap", "\"butt\"" },
                                              { "strokeJoin", "\"miter\"" },
                                              { 0 } };

/* @return false if a number that must be there is missing or isn't finite */
bool conform_add_fields(json_t *out, const json_t *item, const ConformField *fields)
{
    for (; fields->name; fields++) {
        json_t *value = conform_member(item, fields->name);
        if (!fields->fallback && !(json_is_number(value) && isfinite(json_number_value(value))))
            return false;
        json_object_set_new(out, fields->name,
                            value ? json_incref(value) : parsed(fields->fallback));
    }
    return true;
}

bool conform_add_paints(json_t *out, const json_t *item)
{
    bool filled = add_paint(out, item, "fill"), stroked = add_paint(out, item, "stroke");
    if (stroked) {
        conform_add_fields(out, item, stroke_fields);
        json_t *dash = dashes(json_object_get(item, "strokeDash"));
        if (dash)
            json_object_set_new(out, "strokeDash", dash);
    }
    return filled || stroked;
}

static bool rect_seen(const json_t *rect)
{
    return conform_member(rect, "stroke") || (conform_number(rect, "width", 0) >= nothing &&
                                              conform_number(rect, "height", 0) >= nothing);
}

static bool arc_seen(const json_t *arc)
{
    return conform_member(arc, "stroke") ||
           (conform_number(arc, "outerRadius", 0) - conform_number(arc, "innerRadius", 0) >=
                nothing &&
            conform_number(arc, "endAngle", 0) - conform_number(arc, "startAngle", 0) >= no_angle);
}

static bool rule_seen(const json_t *rule)
{
    double dx = conform_number(rule, "x2", 0) - conform_number(rule, "x", 0);
    double dy = conform_number(rule, "y2", 0) - conform_number(rule, "y", 0);
    return conform_member(rule, "stroke") &&
           !(conform_is(rule, "strokeCap", "butt") && hypot(dx, dy) < nothing);
}

static bool symbol_seen(const json_t *symbol)
{
    return conform_number(symbol, "size", 0) > 0;
}

static bool text_seen(const json_t *text)
{
    return !conform_is(text, "text", "") && conform_number(text, "fontSize", 0) > 0;
}

static bool image_seen(const json_t *image)
{
    return !conform_is(image, "url", "") && conform_number(image, "opacity", 1) > 0;
}

/* A single point has ink only through the caps of its stroke. Leaves out the segments without. */
static bool path_seen(const json_t *path)
{
    bool caps = conform_member(path, "stroke") && !conform_is(path, "strokeCap", "butt");
    json_t *segments = json_object_get(path, "segments");
    for (size_t i = json_array_size(segments); i-- > 0;) {
        if (json_array_size(json_array_get(segments, i)) <= (caps ? 0 : 1))
            json_array_remove(segments, i);
    }
    return json_array_size(segments) > 0;
}

#define PLACE \
    { "x", NULL }, \
    { \
        "y", NULL \
    }
#define PATH \
    { "segments", "[]" }, { "interpolate", "\"linear\"" }, { "tension", "null" }, \
    { \
        "orient", "\"vertical\"" \
    }
static const ConformField rect_fields[] = {
    PLACE, { "width", NULL }, { "height", NULL }, { "cornerRadius", "0" }, { 0 }
};
static const ConformField symbol_fields[] = {
    PLACE, { "size", NULL }, { "shape", "\"circle\"" }, { "angle", "0" }, { 0 }
};
static const ConformField rule_fields[] = { PLACE, { "x2", NULL }, { "y2", NULL }, { 0 } };
static const ConformField text_fields[] = { PLACE,
                                            { "text", "\"\"" },
                                            { "align", "\"left\"" },
                                            { "baseline", "\"alphabetic\"" },
                                            { "angle", "0" },
                                            { "fontSize", "11" },
                                            { "fontWeight", "400" },
                                            { "fontStyle", "\"normal\"" },
                                            { "font", "\"sans-serif\"" },
                                            { "limit", "0" },
                                            { 0 } };
static const ConformField arc_fields[] = { PLACE,
                                           { "startAngle", NULL },
                                           { "endAngle", NULL },
                                           { "innerRadius", NULL },
                                           { "outerRadius", NULL },
                                           { "padAngle", "0" },
                                           { "cornerRadius", "0" },
                                           { 0 } };
static const ConformField image_fields[] = {
    PLACE, { "width", "null" }, { "height", "null" }, { "url", "\"\"" }, { "opacity", "1" }, { 0 }
};
static const ConformField path_fields[] = { PATH, { 0 } };
static const ConformField no_fields[] = { { 0 } };

static const MarkType mark_types[] = {
    { "rect", rect_fields, rect_seen },    { "symbol", symbol_fields, symbol_seen },
    { "rule", rule_fields, rule_seen },    { "text", text_fields, text_seen },
    { "arc", arc_fields, arc_seen },       { "line", path_fields, path_seen },
    { "area", path_fields, path_seen },    { "trail", path_fields, path_seen },
    { "image", image_fields, image_seen },
};

/* Corner radii as four. */
void conform_spread_radii(json_t *item)
{
    json_t *radius = json_object_get(item, "cornerRadius");
    if (json_is_number(radius))
        json_object_set_new(item, "cornerRadius",
                            json_pack("[O, O, O, O]", radius, radius, radius, radius));
}

/* @return NULL if it isn't seen */
static json_t *canonical_item(const json_t *item, const MarkType *type)
{
    json_t *copy = json_deep_copy(item), *out = json_object();
    bool painted = conform_add_paints(out, copy) || type->fields == image_fields;
    bool seen = painted && conform_add_fields(out, copy, type->fields) && type->seen(out);
    if (seen) {
        conform_spread_radii(out);
        json_object_set_new(out, "blend", json_incref(conform_member(copy, "blend")));
        json_t *clip = conform_member(copy, "clip");
        if (clip) {
            conform_spread_radii(clip);
            json_object_set(out, "clip", clip);
        }
    }
    json_decref(copy);
    if (seen)
        return out;
    json_decref(out);
    return NULL;
}

json_t *conform_mark(const json_t *mark)
{
    const char *name = json_string_value(json_object_get(mark, "type"));
    MarkType type = { name ? name : "?", no_fields, symbol_seen };
    for (size_t i = 0; i < sizeof(mark_types) / sizeof(*mark_types); i++) {
        if (strcmp(mark_types[i].name, type.name) == 0)
            type = mark_types[i];
    }
    json_t *items = json_array();
    size_t i;
    json_t *item;
    json_array_foreach (json_object_get(mark, "items"), i, item) {
        json_t *seen = canonical_item(item, &type);
        if (seen)
            json_array_append_new(items, seen);
    }
    bool clip = json_is_true(json_object_get(mark, "clip"));
    return json_pack("{s:s, s:b, s:o}", "type", type.name, "clip", clip, "items", items);
}
