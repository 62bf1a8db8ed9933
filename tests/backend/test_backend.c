#include "backend/backend.h"

#include <jutu/jutu.h>

#include "backend/paint.h"
#include "backend/sample_scene.h"
#include "check.h"

static void test_table(void)
{
    CHECK_TRUE("svg", jutu_backend_find("svg") && jutu_backend_find("SVG"));
    CHECK_TRUE("none", jutu_backend_find("gif") == NULL);
    for (size_t i = 0; jutu_backends[i]; i++)
        CHECK_TRUE(jutu_backends[i]->name, g_str_has_suffix(jutu_backends[i]->doc, "."));
}

static void test_links(void)
{
    static const struct {
        const char *href;
        bool safe;
    } table[] = {
        { "https://example.org/", true },
        { "HTTP://example.org", true },
        { "mailto:a@b.cn", true },
        { "datasets/rd.csv", true },
        { "#top", true },
        { "?a=b:c", true },
        { "javascript:alert(1)", false },
        { " java\tscript:alert(1)", false },
        { "data:text/html,x", false },
        { "vbscript:x", false },
        { "file:///etc/passwd", false },
        { "", true },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_(jutu_href_is_safe(table[i].href) == table[i].safe, "%s", table[i].href);
}

static void test_gradients(void)
{
    struct JutuGradient gradient = { 0, 0.25, 1, 0.5, 0.1, 0.5, NULL, 0 };
    JutuPaint linear = { .kind = JUTU_PAINT_LINEAR, .gradient = &gradient };
    JutuPaint radial = { .kind = JUTU_PAINT_RADIAL, .gradient = &gradient };
    JutuRect box = { 10, 20, 40, 80 };
    JutuGradientPlace place = jutu_gradient_place(&linear, box);
    CHECK_NUM("linear: in the unit box", place.y1, 0.25);
    CHECK_NUM("linear: stretched to the box", place.matrix[1], 80.0);
    place = jutu_gradient_place(&radial, box);
    CHECK_NUM("radial: round", place.r2, 40.0);
    CHECK_NUM("radial: in px", place.y2, 60.0);
    place = jutu_gradient_place(&linear, (JutuRect){ 5, 5, 0, 10 });
    CHECK_NUM("a box without width", place.matrix[0], 1.0);
}

static JutuSceneNode text_node(const char *text)
{
    JutuSceneNode node = { .kind = JUTU_SCENE_TEXT, .style = jutu_style_none() };
    node.text.text = text;
    node.text.font = (JutuFont){ .size = 10 };
    return node;
}

static void test_missing(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    JutuSceneNode inner[] = { text_node("圳\U0010fffe"), text_node("\U0010fffd") };
    JutuSceneNode nodes[] = { text_node("深\U0010fffd"), { .kind = JUTU_SCENE_GROUP } };
    nodes[1].group.nodes = inner;
    nodes[1].group.n = 2;
    JutuScene scene = { .width = 10, .height = 10, .nodes = nodes, .n = 2 };
    size_t n;
    const JutuMissing *missing = jutu_scene_missing(&scene, fonts, arena, &n);
    CHECK_SIZE("each once", n, 2);
    CHECK_TRUE("the first", missing[0].character == 0x10fffd && missing[0].node == &nodes[0]);
    CHECK_TRUE("the second", missing[1].character == 0x10fffe && missing[1].node == &inner[0]);
    jutu_arena_free(arena);
}

/* All formats of the sample, one after the other. */
static gpointer encode_all(gpointer data)
{
    (void)data;
    GByteArray *out = g_byte_array_new();
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    JutuEncodeOptions options = JUTU_ENCODE_DEFAULTS;
    for (size_t i = 0; jutu_backends[i]; i++) {
        GBytes *bytes = jutu_backends[i]->encode(sample_scene(arena), fonts, &options, NULL);
        if (bytes)
            g_byte_array_append(out, g_bytes_get_data(bytes, NULL), (guint)g_bytes_get_size(bytes));
        g_bytes_unref(bytes);
    }
    jutu_arena_free(arena);
    return g_byte_array_free_to_bytes(out);
}

static void test_threads(void)
{
    enum { THREADS = 4 };
    GThread *threads[THREADS];
    GBytes *alone = encode_all(NULL);
    CHECK_TRUE("drawn", g_bytes_get_size(alone) > 30000);
    for (int i = 0; i < THREADS; i++)
        threads[i] = g_thread_new("encode", encode_all, NULL);
    for (int i = 0; i < THREADS; i++) {
        GBytes *together = g_thread_join(threads[i]);
        CHECK_TRUE("the same bytes in each thread", g_bytes_equal(alone, together));
        g_bytes_unref(together);
    }
    g_bytes_unref(alone);
}

SUITE(backend, { "threads", test_threads }, { "table", test_table }, { "links", test_links },
      { "gradients", test_gradients }, { "missing", test_missing });
