#include "scene/path.h"

#include "check.h"

static void check_text(const char *row, JutuPathBuilder *builder, const char *want)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(GString) text = g_string_new(NULL);
    JutuPath path = jutu_path_take(builder, arena);
    jutu_path_print(text, &path);
    CHECK_STR(row, text->str, want);
    jutu_arena_free(arena);
}

static void test_symbols(void)
{
    static const char *const table[][2] = {
        { "square", "M-5,-5L5,-5L5,5L-5,5Z" },
        { "cross", "M-5,-2L-5,2L-2,2L-2,5L2,5L2,2L5,2L5,-2L2,-2L2,-5L-2,-5L-2,-2Z" },
        { "diamond", "M-5,0L0,-5L5,0L0,5Z" },
        { "arrow", "M-0.714,5L0.714,5L0.714,-0.625L2,-0.625L0,-5L-2,-0.625L-0.714,-0.625Z" },
        { "wedge", "M0,-5.774L-1.25,2.887L1.25,2.887Z" },
        { "triangle", "M0,-5.774L-5,2.887L5,2.887Z" },
        { "triangle-up", "M0,-4.33L-5,4.33L5,4.33Z" },
        { "triangle-down", "M0,4.33L-5,-4.33L5,-4.33Z" },
        { "triangle-right", "M4.33,0L-4.33,-5L-4.33,5Z" },
        { "triangle-left", "M-4.33,0L4.33,-5L4.33,5Z" },
        { "stroke", "M-5,0L5,0" },
        { "M0,-1L1,1H-1Z", "M0,-5L5,5L-5,5Z" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
        CHECK_TRUE(table[i][0], jutu_path_symbol(path, table[i][0], 100));
        check_text(table[i][0], path, table[i][1]);
    }
    g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
    CHECK_TRUE("no such symbol", !jutu_path_symbol(path, "hexagon", 100));
    CHECK_TRUE("no such symbol, with an m", !jutu_path_symbol(path, "mark", 100));
}

static void test_rects(void)
{
    static const struct {
        const char *row;
        JutuRect box;
        double radius[4];
        const char *want;
    } table[] = {
        { "sharp", { 10, 20, 30, 40 }, { 0 }, "M10,20L40,20L40,60L10,60Z" },
        { "each corner",
          { 10, 20, 30, 40 },
          { 5, 0, 8, 50 },
          "M15,20L40,20C40,20,40,20,40,20L40,52C40,56.415,36.415,60,32,60L25,60"
          "C16.721,60,10,53.279,10,45L10,25C10,22.24,12.24,20,15,20Z" },
        { "turned inside out", { 10, 20, -5, 5 }, { 2, 2, 2, 2 }, "M10,20L5,20L5,25L10,25Z" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
        jutu_path_rect(path, table[i].box, table[i].radius);
        check_text(table[i].row, path, table[i].want);
    }
}

static void test_trail(void)
{
    static const double points[] = { 0, 0, 30, 40, 30, 40, 60, 40 }, sizes[] = { 4, 10, 6, 2 };
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
    jutu_path_trail(builder, points, sizes, 4);
    JutuPath path = jutu_path_take(builder, arena);
    size_t moves = 0;
    for (size_t i = 0; i < path.n_ops; i++)
        moves += path.ops[i] == JUTU_PATH_MOVE;
    CHECK_SIZE("a part for each pair of points", moves, 3);
    CHECK_NUM("starts beside the first point", path.points[0], 1.6);
    CHECK_NUM("starts beside the first point", path.points[1], -1.2);
    JutuRect box = jutu_path_bounds(&path);
    CHECK_(fabs(box.x + 2) < 1e-3 && fabs(box.x + box.width - 61) < 1e-3, "from %g, %g wide", box.x,
           box.width);
    jutu_arena_free(arena);
}

SUITE(shapes, { "symbols", test_symbols }, { "rects", test_rects }, { "trail", test_trail });
