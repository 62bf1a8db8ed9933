/* Blocks of text: their lines and bounds as Vega counts them (estimated widths). */
#include "guide/guide.h"

#include "check.h"

static void test_bounds(void)
{
    static const struct {
        const char *row, *text;
        JutuAlign align;
        JutuBaseline baseline;
        double angle, limit, want[4]; /* x1 y1 x2 y2 */
    } table[] = {
        { "one line", "abcde", JUTU_ALIGN_LEFT, JUTU_BASELINE_ALPHABETIC, 0, 0, { 0, -8, 40, 2 } },
        { "from above", "abcde", JUTU_ALIGN_LEFT, JUTU_BASELINE_TOP, 0, 0, { 0, 0, 40, 10 } },
        { "to the right", "ab", JUTU_ALIGN_RIGHT, JUTU_BASELINE_MIDDLE, 0, 0, { -16, -5, 0, 5 } },
        { "two lines", "ab\nabcd", JUTU_ALIGN_CENTER, JUTU_BASELINE_TOP, 0, 0, { -16, 0, 16, 22 } },
        { "upright", "ab", JUTU_ALIGN_CENTER, JUTU_BASELINE_BOTTOM, -90, 0, { -10, -8, 0, 8 } },
        { "cut", "abcdefgh", JUTU_ALIGN_LEFT, JUTU_BASELINE_TOP, 0, 33, { 0, 0, 32, 10 } },
        { "nothing", "", JUTU_ALIGN_LEFT, JUTU_BASELINE_TOP, 0, 0, { 0, 0, 0, 10 } },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuTextBlock block = { .text = table[i].text,
                                .font = { .size = 10 },
                                .style = jutu_style_none(),
                                .align = table[i].align,
                                .baseline = table[i].baseline,
                                .angle = table[i].angle,
                                .limit = table[i].limit };
        JutuRect got = jutu_text_bounds(&block, 0, 0, jutu_measure_estimate());
        CHECK_NUM(table[i].row, got.x, table[i].want[0]);
        CHECK_NUM(table[i].row, got.y, table[i].want[1]);
        CHECK_NUM(table[i].row, got.x + got.width, table[i].want[2]);
        CHECK_NUM(table[i].row, got.y + got.height, table[i].want[3]);
    }
}

static void test_lines(void)
{
    JutuArena *arena = jutu_arena_new();
    const JutuValue list[] = { jutu_string(" a "), jutu_null(), jutu_number(2) };
    CHECK_STR("a list", jutu_text_lines(jutu_array(list, 3), NULL, arena), "a\n\n2");
    CHECK_STR("a text", jutu_text_lines(jutu_string(" a|b "), NULL, arena), "a|b");
    CHECK_STR("broken", jutu_text_lines(jutu_string("a | b"), "|", arena), "a\nb");
    CHECK_STR("null", jutu_text_lines(jutu_null(), NULL, arena), "");
    CHECK_SIZE("bold", (size_t)jutu_font_weight(jutu_string("bold")), 700);
    CHECK_SIZE("a number", (size_t)jutu_font_weight(jutu_number(300)), 300);
    CHECK_SIZE("none", (size_t)jutu_font_weight(jutu_undefined()), 400);
    jutu_arena_free(arena);
}

static size_t n_texts(JutuSceneBuilder *scene)
{
    size_t n, texts = 0;
    const JutuSceneNode *nodes = jutu_scene_take(scene, &n);
    for (size_t i = 0; i < n; i++)
        texts += nodes[i].kind == JUTU_SCENE_TEXT;
    return texts;
}

static void test_draw(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuSceneBuilder) scene = jutu_scene_builder_new(arena);
    JutuTextBlock block = { .text = "a\n\nb", .font = { .size = 10 }, .style = jutu_style_none() };
    size_t n;
    jutu_text_draw(&block, 0, 0, 1, "title", scene);
    n = n_texts(scene);
    CHECK_SIZE("no paint", n, 0);
    block.style.fill = jutu_paint_color((JutuColor){ 0, 0, 0, 1 });
    jutu_text_draw(&block, 0, 0, 1, "title", scene);
    n = n_texts(scene);
    CHECK_SIZE("lines with words", n, 2);
    jutu_text_draw(&block, 0, 0, 0, "title", scene);
    n = n_texts(scene);
    CHECK_SIZE("invisible", n, 0);
    jutu_arena_free(arena);
}

SUITE(axis_text, { "bounds", test_bounds }, { "lines", test_lines }, { "draw", test_draw });
