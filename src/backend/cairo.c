/* Scene to Cairo: paths, paints, groups and text. */
#include "backend/cairo.h"

#include <math.h>
#include <string.h>

#include "backend/paint.h"
#include "base/error.h"
#include "jutu/jutu.h"
#include "scene/path.h"

/* Cairo keeps coordinates in 24.8 bits and wraps around beyond; half of that leaves room for
 * strokes. */
#define DEVICE_FAR 4e6

static double near(double number, double origin, double scale)
{
    double most = DEVICE_FAR / scale;
    return fmax(-most, fmin(most, number + origin)) - origin;
}

static void add_path(const JutuPainter *painter, const JutuPath *path)
{
    const double *p = path->points;
    cairo_t *cr = painter->cr;
    double xy[6];
    for (size_t i = 0; i < path->n_ops; i++) {
        int n = path->ops[i] == JUTU_PATH_CURVE ? 6 : path->ops[i] == JUTU_PATH_CLOSE ? 0 : 2;
        for (int j = 0; j < n; j++)
            xy[j] = near(p[j], j % 2 ? painter->dy : painter->dx, painter->scale);
        switch ((JutuPathOp)path->ops[i]) {
        case JUTU_PATH_MOVE:
            cairo_move_to(cr, xy[0], xy[1]);
            break;
        case JUTU_PATH_LINE:
            cairo_line_to(cr, xy[0], xy[1]);
            break;
        case JUTU_PATH_CURVE:
            cairo_curve_to(cr, xy[0], xy[1], xy[2], xy[3], xy[4], xy[5]);
            break;
        case JUTU_PATH_CLOSE:
            cairo_close_path(cr);
            break;
        }
        p += n;
    }
}

static void set_gradient(cairo_t *cr, const JutuPaint *paint, double opacity, JutuRect box)
{
    JutuGradientPlace at = jutu_gradient_place(paint, box);
    cairo_pattern_t *pattern = paint->kind == JUTU_PAINT_LINEAR
                                   ? cairo_pattern_create_linear(at.x1, at.y1, at.x2, at.y2)
                                   : cairo_pattern_create_radial(at.x1, at.y1, at.r1, at.x2, at.y2,
                                                                 at.r2);
    for (size_t i = 0; i < paint->gradient->n_stops; i++) {
        const JutuStop *stop = &paint->gradient->stops[i];
        cairo_pattern_add_color_stop_rgba(pattern, stop->offset, stop->color.r, stop->color.g,
                                          stop->color.b, stop->color.a * opacity);
    }
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, at.matrix[0], 0, 0, at.matrix[1], at.matrix[2], at.matrix[3]);
    if (cairo_matrix_invert(&matrix) == CAIRO_STATUS_SUCCESS)
        cairo_pattern_set_matrix(pattern, &matrix);
    cairo_set_source(cr, pattern);
    cairo_pattern_destroy(pattern);
}

/* @return false if the paint leaves no trace */
static bool set_paint(cairo_t *cr, const JutuPaint *paint, double opacity, JutuRect box)
{
    switch (paint->kind) {
    case JUTU_PAINT_NONE:
        return false;
    case JUTU_PAINT_COLOR:
        cairo_set_source_rgba(cr, paint->color.r, paint->color.g, paint->color.b,
                              paint->color.a * opacity);
        return paint->color.a * opacity > 0;
    case JUTU_PAINT_LINEAR:
    case JUTU_PAINT_RADIAL:
        set_gradient(cr, paint, opacity, box);
        return opacity > 0;
    }
    return false;
}

/* @return false if the stroke leaves no trace */
static bool set_stroke(cairo_t *cr, const JutuStyle *style, JutuRect box)
{
    static const cairo_line_cap_t caps[] = {
        [JUTU_CAP_BUTT] = CAIRO_LINE_CAP_BUTT,
        [JUTU_CAP_ROUND] = CAIRO_LINE_CAP_ROUND,
        [JUTU_CAP_SQUARE] = CAIRO_LINE_CAP_SQUARE,
    };
    static const cairo_line_join_t joins[] = {
        [JUTU_JOIN_MITER] = CAIRO_LINE_JOIN_MITER,
        [JUTU_JOIN_ROUND] = CAIRO_LINE_JOIN_ROUND,
        [JUTU_JOIN_BEVEL] = CAIRO_LINE_JOIN_BEVEL,
    };
    if (!(style->stroke_width > 0) || !set_paint(cr, &style->stroke, style->stroke_opacity, box))
        return false;
    cairo_set_line_width(cr, style->stroke_width);
    cairo_set_line_cap(cr, caps[style->cap]);
    cairo_set_line_join(cr, joins[style->join]);
    cairo_set_miter_limit(cr, fmax(1, style->miter_limit));
    cairo_set_dash(cr, style->dash, (int)style->n_dash, style->dash_offset);
    return true;
}

static void set_blend(cairo_t *cr, const char *blend)
{
    /* In the order of jutu_blend_modes. */
    static const cairo_operator_t operators[] = {
        CAIRO_OPERATOR_MULTIPLY,       CAIRO_OPERATOR_SCREEN,     CAIRO_OPERATOR_OVERLAY,
        CAIRO_OPERATOR_DARKEN,         CAIRO_OPERATOR_LIGHTEN,    CAIRO_OPERATOR_COLOR_DODGE,
        CAIRO_OPERATOR_COLOR_BURN,     CAIRO_OPERATOR_HARD_LIGHT, CAIRO_OPERATOR_SOFT_LIGHT,
        CAIRO_OPERATOR_DIFFERENCE,     CAIRO_OPERATOR_EXCLUSION,  CAIRO_OPERATOR_HSL_HUE,
        CAIRO_OPERATOR_HSL_SATURATION, CAIRO_OPERATOR_HSL_COLOR,  CAIRO_OPERATOR_HSL_LUMINOSITY,
    };
    int mode = jutu_blend_find(blend);
    cairo_set_operator(cr, mode >= 0 ? operators[mode] : CAIRO_OPERATOR_OVER);
}

/* Fills and strokes the path that was added. */
static void paint_path(cairo_t *cr, const JutuStyle *style, JutuRect box)
{
    set_blend(cr, style->blend);
    if (set_paint(cr, &style->fill, style->fill_opacity, box))
        cairo_fill_preserve(cr);
    if (set_stroke(cr, style, box))
        cairo_stroke_preserve(cr);
    cairo_new_path(cr);
}

static void add_box(const JutuPainter *painter, JutuRect box, const double radius[4])
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
    jutu_path_rect(builder, box, radius);
    JutuPath path = jutu_path_take(builder, arena);
    add_path(painter, &path);
    jutu_arena_free(arena);
}

static void move_to(hb_draw_funcs_t *funcs, void *cr, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)funcs, (void)state, (void)user;
    cairo_move_to(cr, (double)x, -(double)y);
}

static void line_to(hb_draw_funcs_t *funcs, void *cr, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)funcs, (void)state, (void)user;
    cairo_line_to(cr, (double)x, -(double)y);
}

/* NOLINTNEXTLINE(readability-function-size): the parameters are HarfBuzz's */
static void cubic_to(hb_draw_funcs_t *funcs, void *cr, hb_draw_state_t *state, float x1, float y1,
                     float x2, float y2, float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    cairo_curve_to(cr, (double)x1, -(double)y1, (double)x2, -(double)y2, (double)x, -(double)y);
}

static void close_path(hb_draw_funcs_t *funcs, void *cr, hb_draw_state_t *state, void *user)
{
    (void)funcs, (void)state, (void)user;
    cairo_close_path(cr);
}

static void add_outlines(const JutuPainter *painter, const JutuShaped *line, double size)
{
    cairo_t *cr = painter->cr;
    for (size_t i = 0; i < line->n; i++) {
        const JutuGlyph *glyph = &line->glyphs[i];
        double scale = size / glyph->face->upem;
        cairo_save(cr);
        cairo_translate(cr, glyph->x * size, glyph->y * size);
        cairo_scale(cr, scale, scale);
        hb_font_get_glyph_shape(glyph->face->font, glyph->id, painter->draw, cr);
        cairo_restore(cr);
    }
}

static void draw_text(const JutuPainter *painter, const JutuSceneNode *node)
{
    cairo_t *cr = painter->cr;
    double size = node->text.font.size;
    if (!node->text.text || !(size > 0))
        return;
    JutuTextPlace at;
    JutuRect box = jutu_node_bounds(node);
    const JutuShaped *line = jutu_text_place(painter->scene, painter->fonts, node, &at);
    cairo_save(cr);
    cairo_translate(cr, near(at.x, painter->dx, painter->scale),
                    near(at.y, painter->dy, painter->scale));
    cairo_rotate(cr, node->text.angle * G_PI / 180);
    set_blend(cr, node->style.blend);
    if (set_paint(cr, &node->style.fill, node->style.fill_opacity, box)) {
        if (painter->show)
            painter->show(painter, line, size);
        else {
            add_outlines(painter, line, size);
            cairo_fill(cr);
        }
    }
    if (set_stroke(cr, &node->style, box)) {
        add_outlines(painter, line, size);
        cairo_stroke(cr);
    }
    cairo_restore(cr);
}

static void draw_symbols(const JutuPainter *painter, const JutuSceneNode *node)
{
    JutuRect box = jutu_node_bounds(node);
    for (size_t i = 0; i < node->symbols.n; i++) {
        const double *at = &node->symbols.points[2 * i];
        cairo_save(painter->cr);
        cairo_translate(painter->cr, near(at[0], painter->dx, painter->scale),
                        near(at[1], painter->dy, painter->scale));
        cairo_rotate(painter->cr, node->symbols.angle * G_PI / 180);
        add_path(painter, &node->symbols.outline);
        paint_path(painter->cr, &node->style, box);
        cairo_restore(painter->cr);
    }
}

typedef struct {
    const char *bytes;
    gsize left;
} Source;

static cairo_status_t read_source(void *data, unsigned char *out, unsigned length)
{
    Source *source = data;
    if (length > source->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(out, source->bytes, length);
    source->bytes += length;
    source->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static void free_surface(void *surface)
{
    cairo_surface_destroy(surface);
}

/* Decoded once, however often it is shown. */
static cairo_surface_t *surface_of(const JutuPainter *painter, const JutuImage *png)
{
    cairo_surface_t *surface = g_hash_table_lookup(painter->images, png);
    if (surface)
        return surface;
    Source source = { 0 };
    source.bytes = g_bytes_get_data(png->bytes, &source.left);
    surface = cairo_image_surface_create_from_png_stream(read_source, &source);
    g_hash_table_insert(painter->images, (gpointer)png, surface);
    return surface;
}

static bool draw_image(const JutuPainter *painter, const JutuSceneNode *node, GError **error)
{
    if (!node->image.png)
        return true;
    cairo_surface_t *surface = surface_of(painter, node->image.png);
    cairo_status_t status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        jutu_error_set(error, JUTU_ERROR_DATA, "", "the image %.200s is damaged: %s",
                       node->image.png->url, cairo_status_to_string(status));
        return false;
    }
    JutuRect place = jutu_image_place(node);
    cairo_t *cr = painter->cr;
    if (!(place.width > 0) || !(place.height > 0))
        return true;
    cairo_save(cr);
    cairo_translate(cr, place.x, place.y);
    cairo_scale(cr, place.width / node->image.png->width, place.height / node->image.png->height);
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr),
                             node->image.smooth ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST);
    cairo_paint(cr);
    cairo_restore(cr);
    return true;
}

static bool draw_nodes(JutuPainter *painter, const JutuSceneNode *nodes, size_t n, GError **error);

static bool draw_group(JutuPainter *painter, const JutuSceneNode *node, GError **error)
{
    cairo_t *cr = painter->cr;
    double opacity = fmax(0, fmin(1, node->group.opacity));
    cairo_save(cr);
    cairo_translate(cr, node->group.x, node->group.y);
    painter->dx += node->group.x;
    painter->dy += node->group.y;
    if (node->group.clipped) {
        add_box(painter, node->group.clip, node->group.clip_radius);
        cairo_clip(cr);
    }
    if (opacity < 1)
        cairo_push_group(cr);
    bool ok = draw_nodes(painter, node->group.nodes, node->group.n, error);
    if (opacity < 1) {
        cairo_pop_group_to_source(cr);
        cairo_paint_with_alpha(cr, opacity);
    }
    painter->dx -= node->group.x;
    painter->dy -= node->group.y;
    cairo_restore(cr);
    return ok;
}

static bool draw_node(JutuPainter *painter, const JutuSceneNode *node, GError **error)
{
    switch (node->kind) {
    case JUTU_SCENE_GROUP:
        return draw_group(painter, node, error);
    case JUTU_SCENE_RECT:
        add_box(painter, node->rect.box, node->rect.radius);
        paint_path(painter->cr, &node->style, node->rect.box);
        return true;
    case JUTU_SCENE_PATH:
        add_path(painter, &node->path.path);
        paint_path(painter->cr, &node->style, jutu_node_bounds(node));
        return true;
    case JUTU_SCENE_SYMBOLS:
        draw_symbols(painter, node);
        return true;
    case JUTU_SCENE_TEXT:
        draw_text(painter, node);
        return true;
    case JUTU_SCENE_IMAGE:
        return draw_image(painter, node, error);
    }
    return true;
}

/* Cairo remembers its first failure and draws nothing from then on, so each node is asked for. */
static bool check_painter(const JutuPainter *painter, const JutuSceneNode *node, GError **error)
{
    cairo_status_t status = cairo_status(painter->cr);
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    jutu_error_set(error, JUTU_ERROR_DATA, "", "Cairo can't draw the %s: %s",
                   node && node->role ? node->role : "chart", cairo_status_to_string(status));
    return false;
}

/* Links stay out: Cairo 1.16 writes PDF links that refer to an object which it forgets, unless all
 * of the page is tagged, and loses tags where a mark covers the page. */
static bool draw_nodes(JutuPainter *painter, const JutuSceneNode *nodes, size_t n, GError **error)
{
    for (size_t i = 0; i < n; i++)
        if (!draw_node(painter, &nodes[i], error) || !check_painter(painter, &nodes[i], error))
            return false;
    return true;
}

bool jutu_painter_draw(JutuPainter *painter, GError **error)
{
    const struct JutuScene *scene = painter->scene;
    painter->images = g_hash_table_new_full(NULL, NULL, NULL, free_surface);
    painter->draw = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(painter->draw, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(painter->draw, line_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(painter->draw, cubic_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(painter->draw, close_path, NULL, NULL);
    JutuRect page = { 0, 0, scene->width, scene->height };
    if (set_paint(painter->cr, &scene->background, 1, page))
        cairo_paint(painter->cr);
    bool ok = check_painter(painter, NULL, error) &&
              draw_nodes(painter, scene->nodes, scene->n, error);
    hb_draw_funcs_destroy(painter->draw);
    g_hash_table_unref(painter->images);
    return ok;
}
