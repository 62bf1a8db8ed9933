/* Scene as JSON: what `explain --stage scene` prints. Members that have their default are left out.
 */
#include <math.h>

#include "scene/choices.h"
#include "scene/path.h"

static const char *const kinds[] = {
    [JUTU_SCENE_GROUP] = "group",     [JUTU_SCENE_RECT] = "rect", [JUTU_SCENE_PATH] = "path",
    [JUTU_SCENE_SYMBOLS] = "symbols", [JUTU_SCENE_TEXT] = "text", [JUTU_SCENE_IMAGE] = "image",
};

static void put_member(json_t *object, const char *name, json_t *value)
{
    json_object_set_new(object, name, value);
}

static void put_number(json_t *object, const char *name, double number, double usual)
{
    if (number != usual)
        put_member(object, name, json_real(number));
}

static void put_text(json_t *object, const char *name, const char *text)
{
    if (text)
        put_member(object, name, json_string(text));
}

static json_t *numbers(const double *values, size_t n)
{
    json_t *array = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(array, json_real(values[i]));
    return array;
}

static json_t *rect_json(JutuRect box)
{
    return numbers((const double[]){ box.x, box.y, box.width, box.height }, 4);
}

static json_t *color_json(JutuColor color)
{
    char text[JUTU_COLOR_SIZE];
    return json_string(jutu_color_hex(color, text));
}

static json_t *gradient_json(const JutuPaint *paint)
{
    const struct JutuGradient *gradient = paint->gradient;
    bool radial = paint->kind == JUTU_PAINT_RADIAL;
    json_t *object = json_object(), *stops = json_array();
    put_text(object, "gradient", radial ? "radial" : "linear");
    put_member(object, "from", numbers((const double[]){ gradient->x1, gradient->y1 }, 2));
    put_member(object, "to", numbers((const double[]){ gradient->x2, gradient->y2 }, 2));
    if (radial)
        put_member(object, "radii", numbers((const double[]){ gradient->r1, gradient->r2 }, 2));
    for (size_t i = 0; i < gradient->n_stops; i++) {
        json_t *stop = json_object();
        put_member(stop, "offset", json_real(gradient->stops[i].offset));
        put_member(stop, "color", color_json(gradient->stops[i].color));
        json_array_append_new(stops, stop);
    }
    put_member(object, "stops", stops);
    return object;
}

static void put_paint(json_t *object, const char *name, const JutuPaint *paint)
{
    switch (paint->kind) {
    case JUTU_PAINT_NONE:
        return;
    case JUTU_PAINT_COLOR:
        put_member(object, name, color_json(paint->color));
        return;
    case JUTU_PAINT_LINEAR:
    case JUTU_PAINT_RADIAL:
        put_member(object, name, gradient_json(paint));
        return;
    }
}

static void put_style(json_t *object, const JutuStyle *style)
{
    put_paint(object, "fill", &style->fill);
    if (style->fill.kind != JUTU_PAINT_NONE)
        put_number(object, "fillOpacity", style->fill_opacity, 1);
    put_text(object, "blend", style->blend);
    put_paint(object, "stroke", &style->stroke);
    if (style->stroke.kind == JUTU_PAINT_NONE)
        return;
    put_number(object, "strokeOpacity", style->stroke_opacity, 1);
    put_number(object, "strokeWidth", style->stroke_width, 1);
    if (style->n_dash > 0)
        put_member(object, "strokeDash", numbers(style->dash, style->n_dash));
    put_number(object, "strokeDashOffset", style->dash_offset, 0);
    if (style->cap != JUTU_CAP_BUTT)
        put_text(object, "strokeCap", jutu_cap_names[style->cap]);
    if (style->join != JUTU_JOIN_MITER)
        put_text(object, "strokeJoin", jutu_join_names[style->join]);
    put_number(object, "strokeMiterLimit", style->miter_limit, 10);
}

/* A path as SVG text: what people read most easily. */
static json_t *path_json(const JutuPath *path)
{
    g_autoptr(GString) text = g_string_new(NULL);
    jutu_path_print(text, path);
    return json_stringn(text->str, text->len);
}

static void put_corners(json_t *object, const char *name, const double radius[4])
{
    if (radius[0] != 0 || radius[1] != 0 || radius[2] != 0 || radius[3] != 0)
        put_member(object, name, numbers(radius, 4));
}

static json_t *font_json(const JutuFont *font)
{
    json_t *object = json_object();
    put_text(object, "family", font->family);
    put_member(object, "size", json_real(font->size));
    put_number(object, "weight", font->weight, 400);
    if (font->vertical)
        put_member(object, "vertical", json_true());
    if (font->italic)
        put_member(object, "italic", json_true());
    return object;
}

static void put_text_node(json_t *object, const JutuSceneNode *node)
{
    put_number(object, "x", node->text.x, NAN);
    put_number(object, "y", node->text.y, NAN);
    put_number(object, "dx", node->text.dx, 0);
    put_number(object, "dy", node->text.dy, 0);
    put_text(object, "text", node->text.text ? node->text.text : "");
    put_member(object, "font", font_json(&node->text.font));
    put_text(object, "align", jutu_align_names[node->text.align]);
    put_text(object, "baseline", jutu_baseline_names[node->text.baseline]);
    put_number(object, "lineHeight", node->text.line_height, 0);
    put_number(object, "angle", node->text.angle, 0);
    put_number(object, "limit", node->text.limit, 0);
    put_text(object, "ellipsis", node->text.ellipsis);
}

static json_t *nodes_json(const JutuSceneNode *nodes, size_t n);

static void put_group(json_t *object, const JutuSceneNode *node)
{
    put_number(object, "x", node->group.x, NAN);
    put_number(object, "y", node->group.y, NAN);
    put_number(object, "opacity", node->group.opacity, 1);
    if (node->group.clipped) {
        put_member(object, "clip", rect_json(node->group.clip));
        put_corners(object, "clipRadius", node->group.clip_radius);
    }
    put_member(object, "nodes", nodes_json(node->group.nodes, node->group.n));
}

static json_t *node_json(const JutuSceneNode *node)
{
    json_t *object = json_object();
    put_text(object, "kind", kinds[node->kind]);
    put_text(object, "role", node->role);
    put_text(object, "href", node->href);
    switch (node->kind) {
    case JUTU_SCENE_GROUP:
        put_group(object, node);
        return object;
    case JUTU_SCENE_RECT:
        put_member(object, "box", rect_json(node->rect.box));
        put_corners(object, "radius", node->rect.radius);
        break;
    case JUTU_SCENE_PATH:
        put_member(object, "path", path_json(&node->path.path));
        break;
    case JUTU_SCENE_SYMBOLS:
        put_member(object, "outline", path_json(&node->symbols.outline));
        put_member(object, "at", numbers(node->symbols.points, 2 * node->symbols.n));
        put_number(object, "angle", node->symbols.angle, 0);
        break;
    case JUTU_SCENE_TEXT:
        put_text_node(object, node);
        break;
    case JUTU_SCENE_IMAGE:
        put_member(object, "box", rect_json(node->image.box));
        put_text(object, "url", node->image.png ? node->image.png->url : NULL);
        put_member(object, "stretch", json_boolean(node->image.stretch));
        return object;
    }
    put_style(object, &node->style);
    return object;
}

static json_t *nodes_json(const JutuSceneNode *nodes, size_t n)
{
    json_t *array = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(array, node_json(&nodes[i]));
    return array;
}

json_t *jutu_scene_to_json(const struct JutuScene *scene)
{
    json_t *object = json_object();
    put_member(object, "width", json_real(scene->width));
    put_member(object, "height", json_real(scene->height));
    put_paint(object, "background", &scene->background);
    put_text(object, "lang", scene->lang);
    put_text(object, "title", scene->title);
    put_text(object, "description", scene->description);
    put_text(object, "author", scene->author);
    put_text(object, "source", scene->source);
    put_member(object, "nodes", nodes_json(scene->nodes, scene->n));
    return object;
}
