/* Items as nodes: what becomes one node, what is left out, and in what order. */
#include "mark/items_draw.h"

#include "check.h"
#include "scene/path.h"

enum { N = 4 };

static const double xs[N] = { 1, 2, 3, 4 }, ys[N] = { 10, 20, 30, 40 },
                    tens[N] = { 10, 10, 10, 10 };
static const size_t whole[] = { 0, N };

static JutuPaint paint(const char *name)
{
    JutuColor color;
    jutu_color_parse(name, &color);
    return jutu_paint_color(color);
}

static void print_node(GString *out, const JutuSceneNode *node);

static void print_nodes(GString *out, const JutuSceneNode *nodes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        g_string_append(out, i ? " " : "");
        print_node(out, &nodes[i]);
    }
}

static void print_node(GString *out, const JutuSceneNode *node)
{
    switch (node->kind) {
    case JUTU_SCENE_GROUP:
        g_string_append_printf(out, "group %g", node->group.opacity);
        if (node->group.clipped)
            g_string_append_printf(out, " clip %g,%g r%g", node->group.clip.x, node->group.clip.y,
                                   node->group.clip_radius[0]);
        g_string_append(out, " (");
        print_nodes(out, node->group.nodes, node->group.n);
        g_string_append_c(out, ')');
        break;
    case JUTU_SCENE_RECT:
        g_string_append_printf(out, "rect %g,%g", node->rect.box.x, node->rect.box.y);
        break;
    case JUTU_SCENE_PATH:
        jutu_path_print(out, &node->path.path);
        break;
    case JUTU_SCENE_SYMBOLS:
        g_string_append_printf(out, "%zu symbols", node->symbols.n);
        break;
    case JUTU_SCENE_TEXT:
        g_string_append_printf(out, "%s %g,%g", node->text.text, node->text.x, node->text.dy);
        break;
    case JUTU_SCENE_IMAGE:
        g_string_append_printf(out, "image %s %g,%g", node->image.png->url, node->image.box.x,
                               node->image.box.y);
        break;
    }
}

/* Items of a kind at (1, 10) to (4, 40), painted red. */
static JutuItems items_new(JutuItemKind kind, JutuArena *arena)
{
    JutuItems items = { .kind = kind, .n = N };
    items.number[JUTU_N_X] = (JutuNumbers){ xs, 1 };
    items.number[JUTU_N_Y] = (JutuNumbers){ ys, 1 };
    items.number[JUTU_N_WIDTH] = items.number[JUTU_N_HEIGHT] = (JutuNumbers){ tens, 1 };
    JutuPaint *red = jutu_new(arena, JutuPaint, 1);
    *red = paint("red");
    items.fill = items.stroke = (JutuPaints){ red, 0 };
    if (kind == JUTU_ITEM_LINE || kind == JUTU_ITEM_AREA || kind == JUTU_ITEM_TRAIL) {
        items.series = whole;
        items.n_series = 1;
    }
    return items;
}

static void check_draw(const char *row, const JutuItems *items, JutuArena *arena, const char *want)
{
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
    g_autoptr(GString) got = g_string_new(NULL);
    size_t n;
    jutu_items_draw(items, out);
    const JutuSceneNode *nodes = jutu_scene_take(out, &n);
    print_nodes(got, nodes, n);
    CHECK_STR(row, got->str, want);
}

static void test_symbols(void)
{
    JutuArena *arena = jutu_arena_new();
    JutuItems items = items_new(JUTU_ITEM_SYMBOL, arena);
    check_draw("alike", &items, arena, "4 symbols");
    JutuPaint paints[N] = { paint("red"), paint("red"), paint("blue"), paint("red") };
    items.fill = (JutuPaints){ paints, 1 };
    check_draw("one of another colour", &items, arena, "2 symbols 1 symbols 1 symbols");
    static const double sizes[N] = { 9, 9, 9, 0 };
    items = items_new(JUTU_ITEM_SYMBOL, arena);
    items.number[JUTU_N_SIZE] = (JutuNumbers){ sizes, 1 };
    check_draw("no size", &items, arena, "3 symbols");
    static const double far[N] = { 1, INFINITY, 3, NAN };
    items = items_new(JUTU_ITEM_SYMBOL, arena);
    items.number[JUTU_N_X] = (JutuNumbers){ far, 1 };
    check_draw("infinitely far", &items, arena, "3 symbols");
    static const char *const shapes[] = { "blob" };
    items.string[JUTU_S_SHAPE] = (JutuStrings){ shapes, 0 };
    check_draw("a shape that is none", &items, arena, "");
    jutu_arena_free(arena);
}

static void test_boxes(void)
{
    JutuArena *arena = jutu_arena_new();
    JutuItems items = items_new(JUTU_ITEM_RECT, arena);
    check_draw("all", &items, arena, "rect 1,10 rect 2,20 rect 3,30 rect 4,40");
    static const double widths[N] = { 0, 10, 0, 10 }, opacities[N] = { 1, 1, 1, 0 };
    items.number[JUTU_N_WIDTH] = (JutuNumbers){ widths, 1 };
    items.number[JUTU_N_OPACITY] = (JutuNumbers){ opacities, 1 };
    check_draw("a line is seen", &items, arena, "rect 1,10 rect 2,20 rect 3,30");
    items.stroke = (JutuPaints){ 0 };
    check_draw("an edge isn't", &items, arena, "rect 2,20");
    struct JutuItemClip clips[N];
    for (size_t i = 0; i < N; i++)
        clips[i] = (struct JutuItemClip){ { i < 3 ? 1 : 4, 5, 10, 60 }, { 3, 3, 0, 0 } };
    items = items_new(JUTU_ITEM_RECT, arena);
    items.item_clip = clips;
    check_draw("two stacks with outlines", &items, arena,
               "group 1 clip 1,5 r3 (rect 1,10 rect 2,20 rect 3,30) rect 1,5 "
               "group 1 clip 4,5 r3 (rect 4,40) rect 4,5");
    static const char *const aligns[] = { "right" };
    static const JutuImage file = { "a.png", NULL, 40, 20 }, *const files[] = { &file };
    static const double faint[] = { 0.5 };
    items = items_new(JUTU_ITEM_IMAGE, arena);
    items.n = 1;
    items.files = files;
    items.aspect = true;
    items.string[JUTU_S_ALIGN] = (JutuStrings){ aligns, 0 };
    items.number[JUTU_N_OPACITY] = (JutuNumbers){ faint, 0 };
    check_draw("a faint image", &items, arena, "group 0.5 (image a.png -9,10)");
    items.number[JUTU_N_WIDTH] = (JutuNumbers){ 0 };
    check_draw("as wide as its file is", &items, arena, "group 0.5 (image a.png -19,10)");
    items.number[JUTU_N_HEIGHT] = (JutuNumbers){ 0 };
    check_draw("as large as its file", &items, arena, "group 0.5 (image a.png -39,10)");
    items.files = NULL;
    check_draw("no file", &items, arena, "");
    jutu_arena_free(arena);
}

static void test_paths(void)
{
    JutuArena *arena = jutu_arena_new();
    JutuItems items = items_new(JUTU_ITEM_LINE, arena);
    check_draw("a line", &items, arena, "M1,10L2,20L3,30L4,40");
    static const double defined[N] = { 1, 0, 1, 1 };
    items.number[JUTU_N_DEFINED] = (JutuNumbers){ defined, 1 };
    check_draw("a gap", &items, arena, "M1,10ZM3,30L4,40");
    static const char *const square[] = { "square" };
    items.string[JUTU_S_CAP] = (JutuStrings){ square, 0 };
    check_draw("a point with square caps", &items, arena, "M1,10L1.01,10M3,30L4,40");
    items = items_new(JUTU_ITEM_AREA, arena);
    static const double zero[] = { 0 };
    items.number[JUTU_N_X2] = (JutuNumbers){ xs, 1 };
    items.number[JUTU_N_Y2] = (JutuNumbers){ zero, 0 };
    check_draw("an area", &items, arena, "M1,10L2,20L3,30L4,40L4,0L3,0L2,0L1,0Z");
    static const char *const lies[] = { "horizontal" };
    items.string[JUTU_S_ORIENT] = (JutuStrings){ lies, 0 };
    items.number[JUTU_N_X2] = (JutuNumbers){ zero, 0 };
    check_draw("an area that lies", &items, arena, "M1,10L2,20L3,30L4,40L0,40L0,30L0,20L0,10Z");
    items = items_new(JUTU_ITEM_RULE, arena);
    items.n = 1;
    items.number[JUTU_N_X2] = items.number[JUTU_N_Y2] = (JutuNumbers){ zero, 0 };
    check_draw("a rule", &items, arena, "M1,10L0,0");
    jutu_arena_free(arena);
}

static void test_texts(void)
{
    JutuArena *arena = jutu_arena_new();
    JutuItems items = items_new(JUTU_ITEM_TEXT, arena);
    static const char *const texts[N] = { "a", "", "b\nc", "d" };
    items.string[JUTU_S_TEXT] = (JutuStrings){ texts, 1 };
    check_draw("lines", &items, arena, "a 1,0 b 3,0 c 3,13 d 4,0");
    static const double sizes[N] = { 0, 10, 10, 10 }, radius[] = { 5 }, quarter[] = { G_PI / 2 };
    items.number[JUTU_N_FONT_SIZE] = (JutuNumbers){ sizes, 1 };
    items.number[JUTU_N_RADIUS] = (JutuNumbers){ radius, 0 };
    items.number[JUTU_N_THETA] = (JutuNumbers){ quarter, 0 };
    check_draw("around a centre", &items, arena, "b 8,0 c 8,12 d 9,0");
    jutu_arena_free(arena);
}

SUITE(mark_draw, { "symbols", test_symbols }, { "boxes", test_boxes }, { "paths", test_paths },
      { "texts", test_texts });
