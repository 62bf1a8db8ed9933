#include "text/shape.h"

#include "check.h"

static const JutuFont font = { .size = 10, .weight = 400 };

/* Widths in em: marks that meet share their blanks, and Han keeps off Latin. */
static void test_widths(void)
{
    static const struct {
        const char *lang, *text;
        double want;
    } table[] = {
        { "zh-Hans", "深圳", 2 },
        { "zh-Hans", "。”深", 2.5 },      /* the stop gives way */
        { "zh-Hans", "深“《圳》”深", 6 }, /* one of each pair */
        { "zh-Hans", "（深）", 2 },       /* both at the line's edges */
        { "zh-Hans", "深（圳）深", 5 },   /* none */
        { "zh-Hans", "深：“圳”。深", 6 },
        { "zh-Hant-TW", "（深）", 3 }, /* Taiwan doesn't compress */
        { "ja", "深（圳）。", 4 },
        { "zh-Hans", "2年", 0.555 + 1 },
        { "zh-Hans", "A年", 0.608 + 1.0 / 12 + 1 },
        { "zh-Hans", "年A", 1 + 1.0 / 12 + 0.608 },
        { "zh-Hans", "2 年", 0.555 + 0.224 + 1 }, /* the author's space is enough */
        { "zh-Hans", "2，年", 0.555 + 2 },
        { "en", "2年", 1.555 },
    };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_NUM(table[i].text, jutu_shape(fonts, table[i].lang, table[i].text, &font)->width,
                  table[i].want);
}

/* Characters that the regions draw each in its own way; never Japan's in Chinese text. */
static void test_regions(void)
{
    static const char *const langs[] = { "zh-Hans", "zh-Hant", "ja" };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    uint32_t ids[3];
    for (size_t i = 0; i < ROWS(langs); i++)
        ids[i] = jutu_shape(fonts, langs[i], "骨", &font)->glyphs[0].id;
    CHECK_TRUE("mainland and Taiwan", ids[0] != ids[1]);
    CHECK_TRUE("mainland and Japan", ids[0] != ids[2]);
    CHECK_TRUE("Taiwan and Japan", ids[1] != ids[2]);
}

/* The figure 1 has a variant for some languages: Latin and Han runs must not differ in it. */
static void test_figures(void)
{
    static const char *const langs[] = { "zh-Hans", "zh-Hant", "zh-HK", "ja", "ko" };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    for (size_t i = 0; i < ROWS(langs); i++) {
        const JutuShaped *line = jutu_shape(fonts, langs[i], "GDP1年1", &font);
        uint32_t latin = line->glyphs[3].id, han = line->glyphs[5].id;
        CHECK_SIZE(langs[i], latin, han);
    }
}

/* Italic Latin leans, by a face of its own or else by a slant; Han never does. */
static void test_italic(void)
{
    static const struct {
        const char *family, *text;
        bool slanted, own;
    } table[] = {
        { "sans-serif", "a", true, false },   { "sans-serif", "1", true, false },
        { "sans-serif", "(", true, false },   { "sans-serif", "深", false, false },
        { "sans-serif", "，", false, false }, { "sans-serif", "カ", false, false },
        { "DejaVu Serif", "a", false, true }, { "DejaVu Serif", "深", false, false },
    };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuFont italic = { .family = table[i].family, .weight = 400, .italic = true };
        const JutuFace *face = jutu_shape(fonts, "zh", table[i].text, &italic)->glyphs[0].face;
        CHECK_EXACT(table[i].text, face->slant != 0, table[i].slanted);
        CHECK_EXACT(table[i].text, strstr(face->name, "Italic") != NULL, table[i].own);
    }
}

/* Marks have forms of their own in columns, and keep their em; Han hasn't. */
static void test_vertical(void)
{
    static const struct {
        const char *text;
        bool differs;
    } table[] = { { "（", true }, { "，", true }, { "ー", true },
                  { "《", true }, { "～", true }, { "深", false } };
    static const JutuFont vertical = { .size = 10, .weight = 400, .vertical = true };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        uint32_t level = jutu_shape(fonts, "zh-Hans", table[i].text, &font)->glyphs[0].id;
        const JutuShaped *column = jutu_shape(fonts, "zh-Hans", table[i].text, &vertical);
        CHECK_EXACT(table[i].text, column->glyphs[0].id != level, table[i].differs);
        CHECK_NUM(table[i].text, column->width, 1);
    }
}

static void test_missing(void)
{
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    const JutuShaped *line = jutu_shape(fonts, "zh-Hans", "深\U0010fffd圳\U0010fffd", &font);
    CHECK_SIZE("characters", line->n_missing, 1);
    CHECK_SIZE("which", line->missing[0], 0x10fffd);
    CHECK_SIZE("a box stands for it", line->n, 4);
    CHECK_SIZE("none missing", jutu_shape(fonts, "zh-Hans", "深圳 −5°", &font)->n_missing, 0);
}

static void test_hostile(void)
{
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    CHECK_SIZE("empty", jutu_shape(fonts, "zh-Hans", "", &font)->n, 0);
    CHECK_SIZE("a line end is a space", jutu_shape(fonts, "zh-Hans", "a\nb", &font)->n, 3);
    CHECK_TRUE("not UTF-8", jutu_shape(fonts, "zh-Hans", "a\xff\xc3", &font)->n >= 1);
    g_autoptr(GString) longest = g_string_new(NULL);
    for (int i = 0; i < 100100; i++)
        g_string_append(longest, "x");
    CHECK_SIZE("cut", jutu_shape(fonts, "zh-Hans", longest->str, &font)->n, 100001);
    CHECK_TRUE("odd language", jutu_shape(fonts, "-x-", "深圳", &font)->n == 2);
}

/* Right to left within left to right: glyphs stand in visual order, clusters in the text's. */
static void test_bidi(void)
{
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    const JutuShaped *line = jutu_shape(fonts, "en", "a \u05d0\u05d1", &font);
    CHECK_SIZE("glyphs", line->n, 4);
    CHECK_SIZE("the last letter comes first", line->glyphs[2].cluster, 4);
    CHECK_SIZE("then the first", line->glyphs[3].cluster, 2);
}

SUITE(shape, { "widths", test_widths }, { "regions", test_regions }, { "figures", test_figures },
      { "vertical", test_vertical }, { "slanted", test_italic }, { "missing", test_missing },
      { "hostile", test_hostile }, { "bidi", test_bidi });
