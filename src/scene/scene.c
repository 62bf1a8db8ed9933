/* Scene builder: collects nodes, and keeps what no backend could draw out of them. */
#include "scene/scene.h"

#include <math.h>

#include "scene/path.h"

JutuSceneBuilder *jutu_scene_builder_new(JutuArena *arena)
{
    JutuSceneBuilder *out = g_new0(JutuSceneBuilder, 1);
    out->arena = arena;
    out->nodes = g_array_new(FALSE, FALSE, sizeof(JutuSceneNode));
    return out;
}

void jutu_scene_builder_free(JutuSceneBuilder *out)
{
    if (!out)
        return;
    g_array_unref(out->nodes);
    g_free(out);
}

JutuStyle jutu_style_none(void)
{
    return (
        JutuStyle){ .fill_opacity = 1, .stroke_opacity = 1, .stroke_width = 1, .miter_limit = 10 };
}

JutuPaint jutu_paint_color(JutuColor color)
{
    return (JutuPaint){ .kind = JUTU_PAINT_COLOR, .color = color };
}

static bool all_finite(const double *numbers, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(numbers[i]))
            return false;
    return true;
}

static void bring_near(double *number, double most)
{
    *number = fmax(-most, fmin(most, *number));
}

/* The edges are brought near, not origin and size: a bar that starts far off still ends right. Its
 * sides, too, are at most JUTU_FAR. */
static void bring_rect_near(JutuRect *box)
{
    double x2 = box->x + box->width, y2 = box->y + box->height;
    bring_near(&box->x, JUTU_FAR / 2);
    bring_near(&box->y, JUTU_FAR / 2);
    bring_near(&x2, JUTU_FAR / 2);
    bring_near(&y2, JUTU_FAR / 2);
    box->width = x2 - box->x;
    box->height = y2 - box->y;
}

/* The array itself if all of it is near, else a copy that is. */
static const double *near_points(const double *points, size_t n, JutuArena *arena)
{
    double *copy = NULL;
    for (size_t i = 0; i < n; i++) {
        if (fabs(points[i]) <= JUTU_FAR)
            continue;
        if (!copy)
            copy = jutu_copy(arena, double, points, n);
        bring_near(&copy[i], JUTU_FAR);
    }
    return copy ? copy : points;
}

static size_t count_points(const JutuPath *path)
{
    size_t n = 0;
    for (size_t i = 0; i < path->n_ops; i++)
        n += path->ops[i] == JUTU_PATH_CURVE ? 6 : path->ops[i] == JUTU_PATH_CLOSE ? 0 : 2;
    return n;
}

static bool check_path(JutuPath *path, JutuArena *arena)
{
    size_t n = count_points(path);
    if (!all_finite(path->points, n))
        return false;
    *path = jutu_path_clip(path, JUTU_FAR, arena);
    return true;
}

static bool check_style(JutuStyle *style)
{
    const double numbers[] = { style->stroke_width, style->fill_opacity, style->stroke_opacity,
                               style->dash_offset, style->miter_limit };
    if (!all_finite(numbers, G_N_ELEMENTS(numbers)) || !all_finite(style->dash, style->n_dash))
        return false;
    double sum = 0;
    bool negative = false;
    for (size_t i = 0; i < style->n_dash; i++) {
        sum += style->dash[i];
        negative |= style->dash[i] < 0;
    }
    /* Canvas and SVG draw such lines solid; Cairo would refuse all further drawing. */
    if (negative || !(sum > 0) || sum > JUTU_FAR)
        style->n_dash = 0;
    style->stroke_width = fmax(0, fmin(JUTU_FAR, style->stroke_width));
    style->fill_opacity = fmax(0, fmin(1, style->fill_opacity));
    style->stroke_opacity = fmax(0, fmin(1, style->stroke_opacity));
    return true;
}

static bool check_rect(JutuRect *box)
{
    if (!all_finite((const double[]){ box->x, box->y, box->width, box->height }, 4))
        return false;
    bring_rect_near(box);
    return true;
}

static bool check_node(JutuSceneNode *node, JutuArena *arena)
{
    if (!check_style(&node->style))
        return false;
    switch (node->kind) {
    case JUTU_SCENE_GROUP:
        if (!all_finite((const double[]){ node->group.x, node->group.y, node->group.opacity }, 3))
            return false;
        bring_near(&node->group.x, JUTU_FAR);
        bring_near(&node->group.y, JUTU_FAR);
        return !node->group.clipped ||
               (check_rect(&node->group.clip) && all_finite(node->group.clip_radius, 4));
    case JUTU_SCENE_RECT:
        return all_finite(node->rect.radius, 4) && check_rect(&node->rect.box);
    case JUTU_SCENE_PATH:
        return check_path(&node->path.path, arena);
    case JUTU_SCENE_SYMBOLS:
        if (!isfinite(node->symbols.angle) ||
            !all_finite(node->symbols.points, 2 * node->symbols.n))
            return false;
        node->symbols.points = near_points(node->symbols.points, 2 * node->symbols.n, arena);
        return check_path(&node->symbols.outline, arena);
    case JUTU_SCENE_TEXT:
        if (!all_finite((const double[]){ node->text.x, node->text.y, node->text.dx, node->text.dy,
                                          node->text.angle, node->text.font.size, node->text.limit,
                                          node->text.line_height },
                        8))
            return false;
        bring_near(&node->text.x, JUTU_FAR / 2);
        bring_near(&node->text.y, JUTU_FAR / 2);
        bring_near(&node->text.dx, JUTU_FAR / 2);
        bring_near(&node->text.dy, JUTU_FAR / 2);
        node->text.font.size = fmax(0, fmin(JUTU_FONT_SIZE_MOST, node->text.font.size));
        return true;
    case JUTU_SCENE_IMAGE:
        return check_rect(&node->image.box);
    }
    return false;
}

void jutu_scene_add(JutuSceneBuilder *out, const JutuSceneNode *node)
{
    JutuSceneNode copy = *node;
    if (check_node(&copy, out->arena))
        g_array_append_val(out->nodes, copy);
    else
        out->failed = true;
}

const JutuSceneNode *jutu_scene_take(JutuSceneBuilder *out, size_t *n)
{
    enum { MANY = 10000 };
    *n = out->nodes->len;
    if (*n == 0)
        return NULL;
    if (*n >= MANY) /* as they are: a copy would take hundreds of megabytes */
        return jutu_arena_own(out->arena, g_array_steal(out->nodes, NULL), g_free);
    const JutuSceneNode *nodes = jutu_copy(out->arena, JutuSceneNode,
                                           (const JutuSceneNode *)(void *)out->nodes->data, *n);
    g_array_set_size(out->nodes, 0);
    return nodes;
}
