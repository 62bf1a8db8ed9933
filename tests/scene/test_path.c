#include "scene/path.h"

#include <stdlib.h>

#include "check.h"

static void check_text(const char *row, const JutuPath *path, const char *want)
{
    g_autoptr(GString) text = g_string_new(NULL);
    jutu_path_print(text, path);
    CHECK_STR(row, text->str, want);
}

static void test_build(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
    jutu_path_close(builder);
    jutu_path_line(builder, 1, 2);
    jutu_path_line(builder, 3, -0.0004);
    jutu_path_close(builder);
    jutu_path_close(builder);
    jutu_path_line(builder, 5, 1e6);
    JutuPath path = jutu_path_take(builder, arena);
    check_text("starts by itself, closes once", &path, "M1,2L3,0ZM1,2L5,1000000");
    path = jutu_path_take(builder, arena);
    check_text("empty afterwards", &path, "");
    CHECK_NUM("empty bounds", jutu_path_bounds(&path).width, -1.0);
    jutu_arena_free(arena);
}

static void test_numbers(void)
{
    static const struct {
        double number;
        const char *want;
    } table[] = {
        { 0, "0" },       { -0.0, "0" },         { 0.0005, "0.001" },
        { -0.0004, "0" }, { 12.3456, "12.346" }, { -0.25, "-0.25" },
        { 100, "100" },   { 1e6, "1000000" },    { 10.1, "10.1" },
        { 1e300, "0" },   { NAN, "0" },          { 99.9996, "100" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        jutu_print_px(text, table[i].number);
        CHECK_STR("px", text->str, table[i].want);
    }
}

static void test_svg(void)
{
    static const struct {
        const char *row, *text, *want; /* NULL: can't be read */
    } table[] = {
        { "absolute", "M1 2L3,4 H5 V6 Z", "M1,2L3,4L5,4L5,6Z" },
        { "relative", "m1 2l3,4 h5 v6 z", "M1,2L4,6L9,6L9,12Z" },
        { "more after M are lines", "M0,0 1,1-2-2.5", "M0,0L1,1L-2,-2.5" },
        { "odd number of numbers", "M0,0 1,1 2", NULL },
        { "after a close", "M1,1 2,1 2,2z l3,3", "M1,1L2,1L2,2ZM1,1L4,4" },
        { "cubic", "M0,0c1,2 3,4 5,6s1,1 2,2", "M0,0C1,2,3,4,5,6C7,8,6,7,7,8" },
        { "smooth after a line", "M0,0L1,1S2,2 3,3", "M0,0L1,1C1,1,2,2,3,3" },
        { "quadratic", "M0,0Q3,3 6,0T12,0", "M0,0C2,2,4,2,6,0C8,-2,10,-2,12,0" },
        { "exponents", "M1e1-2E-1L.5.5", "M10,-0.2L0.5,0.5" },
        { "no radius", "M0,0A0,5 0 0 1 3,4", "M0,0L3,4" },
        { "quarter", "M10,0A10,10 0 0 1 0,10", "M10,0C10,5.523,5.523,10,0,10" },
        { "flags without spaces", "M10,0A10,10 0 010,10", "M10,0C10,5.523,5.523,10,0,10" },
        { "not a command", "M0,0 X1", NULL },
        { "no move first", "L1,1", NULL },
        { "empty", "", NULL },
        { "word", "circles", NULL },
        { "not a number", "M0,zero", NULL },
        { "infinite", "M0,1e999", NULL },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
        bool ok = jutu_path_parse_svg(builder, table[i].text, 1, 1, 0, 0);
        CHECK_TRUE(table[i].row, ok == (table[i].want != NULL));
        JutuPath path = jutu_path_take(builder, arena);
        check_text(table[i].row, &path, table[i].want ? table[i].want : "");
        jutu_arena_free(arena);
    }
}

static void test_placed(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
    CHECK_TRUE("reads", jutu_path_parse_svg(builder, "M-1,-1h2v2h-2z", 10, 5, 100, 50));
    JutuPath path = jutu_path_take(builder, arena);
    check_text("scaled, then moved", &path, "M90,45L110,45L110,55L90,55Z");
    jutu_arena_free(arena);
}

/* Twice the signed area: tells shape and direction at once. */
static double area(const JutuPath *path)
{
    double sum = 0, x = 0, y = 0, x0 = 0, y0 = 0;
    const double *p = path->points;
    for (size_t i = 0; i < path->n_ops; i++) {
        int op = path->ops[i], steps = op == JUTU_PATH_CURVE ? 100 : 1;
        double from_x = x, from_y = y;
        for (int s = 1; s <= steps && op != JUTU_PATH_MOVE; s++) {
            double t = (double)s / steps, u = 1 - t, next_x = x0, next_y = y0;
            if (op == JUTU_PATH_LINE) {
                next_x = p[0];
                next_y = p[1];
            } else if (op == JUTU_PATH_CURVE) {
                next_x = u * u * u * from_x + 3 * u * u * t * p[0] + 3 * u * t * t * p[2] +
                         t * t * t * p[4];
                next_y = u * u * u * from_y + 3 * u * u * t * p[1] + 3 * u * t * t * p[3] +
                         t * t * t * p[5];
            }
            sum += x * next_y - next_x * y;
            x = next_x;
            y = next_y;
        }
        if (op == JUTU_PATH_MOVE) {
            x = x0 = p[0];
            y = y0 = p[1];
        }
        p += op == JUTU_PATH_CURVE ? 6 : op == JUTU_PATH_CLOSE ? 0 : 2;
    }
    return sum;
}

/* The same outline as an SVG path: where it starts, its box and its area. */
static void check_same(const char *row, const JutuPath *got, const char *svg)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
    CHECK_TRUE(row, jutu_path_parse_svg(builder, svg, 1, 1, 0, 0));
    JutuPath want = jutu_path_take(builder, arena);
    JutuRect a = jutu_path_bounds(got), b = jutu_path_bounds(&want);
    const double pairs[][2] = { { a.x, b.x },
                                { a.y, b.y },
                                { a.width, b.width },
                                { a.height, b.height },
                                { got->points[0], want.points[0] },
                                { got->points[1], want.points[1] } };
    for (size_t i = 0; i < ROWS(pairs); i++)
        CHECK_(fabs(pairs[i][0] - pairs[i][1]) < 0.02, "%s, %zu: got %g, want %g", row, i,
               pairs[i][0], pairs[i][1]);
    double areas[2] = { area(got), area(&want) };
    CHECK_(fabs(areas[0] - areas[1]) <= 1e-3 * fabs(areas[1]) + 0.05, "%s: area %g, want %g", row,
           areas[0], areas[1]);
    jutu_arena_free(arena);
}

/* What d3-shape's arc() prints. */
static void test_annulus(void)
{
    static const struct {
        JutuAnnulus annulus;
        const char *want;
    } table[] = {
        { { 0, 50, 0, 1, 0, 0 }, "M0,-50A50,50,0,0,1,42.074,-27.015L0,0Z" },
        { { 20, 50, 0.5, 2, 0, 0 },
          "M23.971,-43.879A50,50,0,0,1,45.465,20.807L18.186,8.323A20,20,0,0,0,9.589,-17.552Z" },
        { { 0, 50, 0, 6.283185307179586, 0, 0 }, "M0,-50A50,50,0,1,1,0,50A50,50,0,1,1,0,-50Z" },
        { { 20, 50, 0, 7, 0, 0 },
          "M0,-50A50,50,0,1,1,0,50A50,50,0,1,1,0,-50M13.14,-15.078A20,20,0,1,0,-13.14,15.078A20,20,"
          "0,1,0,13.14,-15.078Z" },
        { { 20, 50, 0, 1.2, 0.05, 0 },
          "M1.346,-49.982A50,50,0,0,1,46.097,-19.366L18.111,-8.485A20,20,0,0,0,1.346,-19.955Z" },
        { { 20, 50, 0, 1.2, 0, 6 },
          "M0,-43.589A6,6,0,0,1,6.818,-49.533A50,50,0,0,1,43.696,-24.303A6,6,0,0,1,40.627,-15."
          "795L23.579,-9.167A6,6,0,0,1,16.465,-11.353A20,20,0,0,0,4.615,-19.46A6,6,0,0,1,0,-25."
          "298Z" },
        { { 0, 50, 0, 0.3, 0, 20 }, "M0,-43.011A6.5,6.5,0,1,1,12.711,-41.09L0,0Z" },
        { { 20, 50, 2, 0.5, 0.02, 4 },
          "M41.848,18.56A4,4,0,0,0,47.296,16.22A50,50,0,0,0,28.184,-41.3A4,4,0,0,0,22.419,-39."
          "914L11.771,-20.424A4,4,0,0,0,12.735,-15.422A20,20,0,0,1,19.432,4.734A4,4,0,0,0,21.653,9."
          "318Z" },
        { { 20, 50, 0, 4, 0, 8 },
          "M0,-41.231A8,8,0,0,1,9.524,-49.085A50,50,0,1,1,-30.922,39.291A8,8,0,0,1,-31.204,26.95L-"
          "20.307,17.539A8,8,0,0,1,-10.77,16.853A20,20,0,1,0,5.714,-19.166A8,8,0,0,1,0,-26.833Z" },
        { { 0, 0, 0, 1, 0, 0 }, "M0,0Z" },
        { { 20, 50, 0, 0.04, 0.1, 0 }, "M1,-49.99L0.4,-19.996Z" },
        { { 10, 60, 0, 0.5, 0, 25 },
          "M0,-46.605A11.9,11.9,0,1,1,22.343,-40.899L6.172,-11.298A3.287,3.287,0,0,1,0,-12.874Z" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
        jutu_path_annulus(builder, 0, 0, &table[i].annulus);
        JutuPath path = jutu_path_take(builder, arena);
        check_same(table[i].want, &path, table[i].want);
        jutu_arena_free(arena);
    }
}

static void test_arc_guards(void)
{
    static const double table[][3] = {
        { 1e300, 0, 1 },    { INFINITY, 0, 1 }, { 5, 0, 1e300 },
        { 5, 0, INFINITY }, { NAN, 0, 1 },      { 5, -1e308, 1e308 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
        jutu_path_arc(builder, 0, 0, table[i][0], table[i][1], table[i][2], false);
        JutuPath path = jutu_path_take(builder, arena);
        CHECK_TRUE("few parts", path.n_ops < 12);
        jutu_arena_free(arena);
    }
}

static void test_bounds(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
    jutu_path_symbol(builder, "circle", 400);
    JutuPath path = jutu_path_take(builder, arena);
    JutuRect box = jutu_path_bounds(&path);
    CHECK_NUM("left", box.x, -10.0);
    CHECK_NUM("top", box.y, -10.0);
    CHECK_NUM("width", box.width, 20.0);
    CHECK_NUM("height", box.height, 20.0);
    jutu_arena_free(arena);
}

SUITE(path, { "build", test_build }, { "numbers", test_numbers }, { "svg", test_svg },
      { "placed", test_placed }, { "annulus", test_annulus }, { "arc guards", test_arc_guards },
      { "bounds", test_bounds });
