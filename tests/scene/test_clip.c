#include "check.h"
#include "scene/path.h"

static void test_clip(void)
{
    static const struct {
        const char *row, *path, *want; /* with 100 px as the most */
    } table[] = {
        { "near", "M0,0L100,-100Z", "M0,0L100,-100Z" },
        { "leaves at the bottom, goes on along it", "M0,0L10,1000", "M0,0L1,100L10,100" },
        { "and comes back", "M0,0L10,1000L20,0", "M0,0L1,100L10,100L19,100L20,0" },
        { "in both directions: to the corner, not across", "M0,0L1000,2000",
          "M0,0L50,100L100,100L100,100" },
        { "crosses the square from outside", "M-300,0L300,0", "M-100,0L-100,0L100,0L100,0" },
        { "past a corner, not through the square", "M-110,-100L100,100000",
          "M-100,-100L-100,100L-100,100L100,100" },
        { "closes from afar", "M0,0L10,0L0,1000Z", "M0,0L10,0L9,100L0,100L0,100L0,0Z" },
        { "a near curve stays one", "M0,0C10,10,20,20,30,0", "M0,0C10,10,20,20,30,0" },
        { "a far one is led along the side", "M0,200C10,900,20,900,30,200", "M0,100L30,100" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
        CHECK_TRUE(table[i].row, jutu_path_parse_svg(builder, table[i].path, 1, 1, 0, 0));
        JutuPath path = jutu_path_take(builder, arena);
        JutuPath clipped = jutu_path_clip(&path, 100, arena);
        g_autoptr(GString) text = g_string_new(NULL);
        jutu_path_print(text, &clipped);
        CHECK_STR(table[i].row, text->str, table[i].want);
        jutu_arena_free(arena);
    }
}

/* However far they go, curves and lines stay within, and take few pieces. */
static void test_far(void)
{
    static const double far[] = { 1e3, 1e9, 1e30, 1e300 };
    for (size_t i = 0; i < ROWS(far); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
        jutu_path_move(builder, 0, 0);
        jutu_path_curve(builder, 10, 10, far[i], -far[i], -far[i], far[i]);
        jutu_path_curve(builder, 0, far[i], far[i], 0, 5, 5);
        jutu_path_line(builder, far[i], far[i]);
        jutu_path_close(builder);
        JutuPath path = jutu_path_take(builder, arena);
        JutuPath clipped = jutu_path_clip(&path, 100, arena);
        JutuRect box = jutu_path_bounds(&clipped);
        CHECK_TRUE("within", box.x >= -100 && box.y >= -100 && box.x + box.width <= 100 &&
                                 box.y + box.height <= 100);
        CHECK_TRUE("few pieces", clipped.n_ops > 4 && clipped.n_ops < 1000);
        jutu_arena_free(arena);
    }
}

SUITE(clip, { "lines and curves", test_clip }, { "far", test_far });
