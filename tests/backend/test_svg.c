#include <jutu/jutu.h>

#include "backend/backend.h"
#include "backend/sample_scene.h"
#include "check.h"

static char *encode(const JutuScene *scene, JutuFonts *fonts)
{
    GError *error = NULL;
    JutuEncodeOptions options = JUTU_ENCODE_DEFAULTS;
    GBytes *bytes = jutu_backend_find("svg")->encode(scene, fonts, &options, &error);
    if (!bytes) {
        CHECK_(false, "svg: %s", error->message);
        return g_strdup("");
    }
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    char *text = g_strndup(data, length);
    g_bytes_unref(bytes);
    return text;
}

static void test_document(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    g_autofree char *text = encode(sample_scene(arena), fonts);
    static const char *const wanted[] = {
        " width=\"640\" height=\"340\" viewBox=\"0 0 640 340\"",
        " lang=\"zh-Hans\" xml:lang=\"zh-Hans\" role=\"img\"",
        ">深圳的研发投入强度高出杭州近三分之二</title>",
        ">条形图：深圳6.46%，杭州3.92%。</desc>",
        "<dc:creator>冰川思想库</dc:creator>",
        "<rect x=\"72\" y=\"102\" width=\"443\" height=\"34\" class=\"mark\" fill=\"#1f5a93\"/>",
        " stroke-dasharray=\"6 4\"",
        "<a xlink:href=\"https://example.org/?a=1&amp;b='2'\">",
        "<g class=\"view\" transform=\"translate(400 225)\" opacity=\"0.8\" clip-path=\"url(#",
    };
    for (size_t i = 0; i < ROWS(wanted); i++)
        CHECK_TRUE(wanted[i], strstr(text, wanted[i]) != NULL);
    static const char *const unwanted[] = { "nan", "inf", "script", "\1", "<text" };
    for (size_t i = 0; i < ROWS(unwanted); i++)
        CHECK_TRUE(unwanted[i], strstr(text, unwanted[i]) == NULL);

    GMarkupParser parser = { 0 };
    GError *error = NULL;
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, NULL, NULL);
    CHECK_TRUE("well-formed", g_markup_parse_context_parse(context, text, -1, &error) &&
                                  g_markup_parse_context_end_parse(context, &error));
    g_markup_parse_context_free(context);
    g_clear_error(&error);
    jutu_arena_free(arena);
}

/* A scene of one text. */
static JutuScene text_scene(JutuArena *arena, const char *text)
{
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
    JutuSceneNode node = { .kind = JUTU_SCENE_TEXT, .style = jutu_style_none() };
    node.style.fill = jutu_paint_color((JutuColor){ 0, 0, 0, 1 });
    node.text.text = text;
    node.text.font = (JutuFont){ .size = 10 };
    node.text.x = 5;
    node.text.y = 15;
    jutu_scene_add(out, &node);
    JutuScene scene = { .arena = arena, .width = 100, .height = 20 };
    scene.nodes = jutu_scene_take(out, &scene.n);
    return scene;
}

/* What else was drawn before leaves no trace. */
static void test_same_bytes(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuFonts) one = jutu_fonts_new(NULL);
    g_autoptr(JutuFonts) two = jutu_fonts_new(NULL);
    JutuScene other = text_scene(arena, "杭州");
    g_free(encode(&other, two));
    g_autofree char *first = encode(sample_scene(arena), one);
    g_autofree char *second = encode(sample_scene(arena), two);
    CHECK_TRUE("same", strcmp(first, second) == 0);
    jutu_arena_free(arena);
}

/* Ids begin with five letters of the chart's own, so that two charts fit in one page. */
static void test_ids(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    JutuScene scenes[] = { text_scene(arena, "深圳"), text_scene(arena, "杭州") };
    g_autofree char *a = encode(&scenes[0], fonts);
    g_autofree char *b = encode(&scenes[1], fonts);
    const char *id_a = strstr(a, " id=\""), *id_b = strstr(b, " id=\"");
    CHECK_TRUE("both have ids", id_a && id_b);
    if (id_a && id_b)
        CHECK_TRUE("different", strncmp(id_a, id_b, 10) != 0);
    jutu_arena_free(arena);
}

/* A glyph is defined once however often it stands in the text; blanks aren't drawn. */
static void test_glyphs(void)
{
    static const struct {
        const char *text;
        size_t definitions, uses;
    } table[] = {
        { "深圳深圳", 2, 4 },
        { "a a", 1, 2 },
        { "", 0, 0 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
        JutuScene scene = text_scene(arena, table[i].text);
        g_autofree char *text = encode(&scene, fonts);
        size_t definitions = 0, uses = 0;
        for (const char *at = text; (at = strstr(at, "<path")); at++)
            definitions++;
        for (const char *at = text; (at = strstr(at, "<use")); at++)
            uses++;
        CHECK_SIZE(table[i].text, definitions, table[i].definitions);
        CHECK_SIZE(table[i].text, uses, table[i].uses);
        jutu_arena_free(arena);
    }
}

static void test_escapes(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    JutuScene scene = text_scene(arena, "x");
    scene.title = "a<b> & \"c\"\x01\xff";
    g_autofree char *text = encode(&scene, fonts);
    CHECK_TRUE("title",
               strstr(text, ">a&lt;b&gt; &amp; &quot;c&quot;\xef\xbf\xbd</title>") != NULL);
    jutu_arena_free(arena);
}

static void test_sizes(void)
{
    static const double table[][2] = {
        { 0, 10 }, { -5, 10 }, { NAN, 10 }, { 10, INFINITY }, { 1e9, 10 }
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
        GError *error = NULL;
        JutuScene scene = { .arena = arena, .width = table[i][0], .height = table[i][1] };
        JutuEncodeOptions options = JUTU_ENCODE_DEFAULTS;
        for (size_t b = 0; jutu_backends[b]; b++) {
            GBytes *bytes = jutu_backends[b]->encode(&scene, fonts, &options, &error);
            CHECK_TRUE(jutu_backends[b]->name, !bytes && error);
            g_clear_error(&error);
        }
        jutu_arena_free(arena);
    }
}

SUITE(svg, { "document", test_document }, { "same bytes", test_same_bytes }, { "ids", test_ids },
      { "glyphs", test_glyphs }, { "escapes", test_escapes }, { "sizes", test_sizes });
