#include "backend/cairo.h"

#include <jutu/jutu.h>

#include "check.h"
#include "scene/path.h"

enum { SIDE = 200 };

/* Draws nodes on white and returns the picture. */
static cairo_surface_t *draw(const JutuSceneNode *nodes, size_t n, double scale)
{
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    GError *error = NULL;
    JutuScene scene = { .width = SIDE, .height = SIDE, .nodes = nodes, .n = n };
    scene.background = jutu_paint_color((JutuColor){ 1, 1, 1, 1 });
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(SIDE * scale),
                                                        (int)(SIDE * scale));
    cairo_t *cr = cairo_create(image);
    cairo_scale(cr, scale, scale);
    JutuPainter painter = { .cr = cr, .scene = &scene, .fonts = fonts, .scale = scale };
    CHECK_TRUE("draws", jutu_painter_draw(&painter, &error));
    g_clear_error(&error);
    cairo_destroy(cr);
    cairo_surface_flush(image);
    return image;
}

static uint32_t pixel(cairo_surface_t *image, int x, int y)
{
    const unsigned char *row = cairo_image_surface_get_data(image) +
                               (ptrdiff_t)y * cairo_image_surface_get_stride(image);
    uint32_t color;
    memcpy(&color, row + (ptrdiff_t)4 * x, 4);
    return color & 0xffffff;
}

/* Lines that leave the page for places that Cairo can't count to: they go the right way. */
static void test_far(void)
{
    static const struct {
        const char *row;
        double to[2], scale;
        int inked[2], blank[2];
    } table[] = {
        { "down", { 100, 8.4e6 }, 1, { 100, 190 }, { 100, 10 } },
        { "up", { 100, -8.4e6 }, 1, { 100, 10 }, { 100, 190 } },
        { "right", { 8.4e6, 100 }, 1, { 190, 100 }, { 10, 100 } },
        { "left", { -1e12, 100 }, 1, { 10, 100 }, { 190, 100 } },
        { "down, enlarged", { 100, 1e9 }, 20, { 2000, 3900 }, { 2000, 100 } },
        { "to the corner", { 1e9, 1e9 }, 1, { 180, 180 }, { 20, 20 } },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
        g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
        jutu_path_move(path, 100, 100);
        jutu_path_line(path, table[i].to[0], table[i].to[1]);
        JutuSceneNode node = { .kind = JUTU_SCENE_PATH, .style = jutu_style_none() };
        node.path.path = jutu_path_take(path, arena);
        node.style.stroke = jutu_paint_color((JutuColor){ 0, 0, 0, 1 });
        node.style.stroke_width = 4;
        jutu_scene_add(out, &node);
        size_t n;
        const JutuSceneNode *nodes = jutu_scene_take(out, &n);
        cairo_surface_t *image = draw(nodes, n, table[i].scale);
        CHECK_SIZE(table[i].row, pixel(image, table[i].inked[0], table[i].inked[1]), 0);
        CHECK_SIZE(table[i].row, pixel(image, table[i].blank[0], table[i].blank[1]), 0xffffff);
        cairo_surface_destroy(image);
        jutu_arena_free(arena);
    }
}

/* Styles that poison a cairo_t don't reach it: what comes after them is drawn. */
static void test_poison(void)
{
    static const double dashes[][2] = { { 0, 0 }, { -1, 2 }, { 1e9, 1e9 } };
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
    JutuSceneNode node = { .kind = JUTU_SCENE_RECT, .style = jutu_style_none() };
    node.rect.box = (JutuRect){ 10, 10, 50, 50 };
    node.style.stroke = jutu_paint_color((JutuColor){ 1, 0, 0, 1 });
    for (size_t i = 0; i < ROWS(dashes); i++) {
        node.style.dash = dashes[i];
        node.style.n_dash = 2;
        jutu_scene_add(out, &node);
    }
    node.style.n_dash = 0;
    node.style.fill = jutu_paint_color((JutuColor){ 0, 0, 1, 1 });
    node.rect.box = (JutuRect){ 100, 100, 50, 50 };
    jutu_scene_add(out, &node);
    size_t n;
    const JutuSceneNode *nodes = jutu_scene_take(out, &n);
    cairo_surface_t *image = draw(nodes, n, 1);
    CHECK_SIZE("solid instead", pixel(image, 10, 30) & 0xff0000, 0xff0000);
    CHECK_SIZE("drawn after them", pixel(image, 120, 120), 0x0000ff);
    cairo_surface_destroy(image);
    jutu_arena_free(arena);
}

/* A context that is broken all the same is an error, not an empty picture. */
static void test_status(void)
{
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    GError *error = NULL;
    JutuScene scene = { .width = 10, .height = 10 };
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 10, 10);
    cairo_t *cr = cairo_create(image);
    cairo_scale(cr, 0, 0);
    JutuPainter painter = { .cr = cr, .scene = &scene, .fonts = fonts, .scale = 1 };
    CHECK_TRUE("refused", !jutu_painter_draw(&painter, &error));
    CHECK_STR("message", error ? error->message : "none",
              "Cairo can't draw the chart: invalid matrix (not invertible)");
    g_clear_error(&error);
    cairo_destroy(cr);
    cairo_surface_destroy(image);
}

static void test_groups(void)
{
    JutuSceneNode inner = { .kind = JUTU_SCENE_RECT, .style = jutu_style_none() };
    inner.rect.box = (JutuRect){ 0, 0, 100, 100 };
    inner.style.fill = jutu_paint_color((JutuColor){ 0, 0, 0, 1 });
    JutuSceneNode group = { .kind = JUTU_SCENE_GROUP, .style = jutu_style_none() };
    group.group.x = 50;
    group.group.y = 20;
    group.group.opacity = 0.5;
    group.group.clipped = true;
    group.group.clip = (JutuRect){ 0, 0, 40, 100 };
    group.group.nodes = &inner;
    group.group.n = 1;
    cairo_surface_t *image = draw(&group, 1, 1);
    CHECK_SIZE("half black", pixel(image, 60, 60) & 0xfe, 0x7e);
    CHECK_SIZE("moved", pixel(image, 45, 60), 0xffffff);
    CHECK_SIZE("clipped", pixel(image, 95, 60), 0xffffff);
    cairo_surface_destroy(image);
}

static void test_text(void)
{
    static const struct {
        const char *row;
        JutuAlign align;
        JutuBaseline baseline;
        double angle;
        int left, right, top, bottom; /* of the ink, ± 2 */
    } table[] = {
        { "left, alphabetic", JUTU_ALIGN_LEFT, JUTU_BASELINE_ALPHABETIC, 0, 100, 140, 66, 103 },
        { "right, top", JUTU_ALIGN_RIGHT, JUTU_BASELINE_TOP, 0, 60, 100, 98, 135 },
        { "centre, middle", JUTU_ALIGN_CENTER, JUTU_BASELINE_MIDDLE, 0, 80, 120, 78, 115 },
        { "upwards", JUTU_ALIGN_LEFT, JUTU_BASELINE_ALPHABETIC, -90, 66, 103, 60, 100 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuSceneNode node = { .kind = JUTU_SCENE_TEXT, .style = jutu_style_none() };
        node.style.fill = jutu_paint_color((JutuColor){ 0, 0, 0, 1 });
        node.text.x = node.text.y = 100;
        node.text.text = "国";
        node.text.font = (JutuFont){ .size = 40, .weight = 700 };
        node.text.align = table[i].align;
        node.text.baseline = table[i].baseline;
        node.text.angle = table[i].angle;
        cairo_surface_t *image = draw(&node, 1, 1);
        int box[4] = { SIDE, 0, SIDE, 0 };
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
                if (pixel(image, x, y) < 0x808080) {
                    box[0] = MIN(box[0], x);
                    box[1] = MAX(box[1], x);
                    box[2] = MIN(box[2], y);
                    box[3] = MAX(box[3], y);
                }
        const int want[] = { table[i].left, table[i].right, table[i].top, table[i].bottom };
        for (size_t e = 0; e < 4; e++)
            CHECK_(abs(box[e] - want[e]) <= 4, "%s: edge %zu at %d, want %d", table[i].row, e,
                   box[e], want[e]);
        cairo_surface_destroy(image);
    }
}

SUITE(cairo, { "far", test_far }, { "poison", test_poison }, { "status", test_status },
      { "groups", test_groups }, { "text", test_text });
