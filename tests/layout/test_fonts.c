#include "layout/fonts.h"

#include <pango/pango.h>

#include "check.h"
#include "layout/fonts_private.h"

/* Which family a font list and a language come to, on a system with fonts-noto-cjk. */
static void test_families(void)
{
    static const struct {
        const char *lang, *family, *want;
    } table[] = {
        { "zh-Hans", NULL, "Noto Sans CJK SC" },
        { "zh", "sans-serif", "Noto Sans CJK SC" },
        { "zh-CN", "No Such Font, sans-serif", "Noto Sans CJK SC" },
        { "zh-Hant", NULL, "Noto Sans CJK TC" },
        { "zh-TW", NULL, "Noto Sans CJK TC" },
        { "zh-Hant-HK", NULL, "Noto Sans CJK HK" },
        { "zh-MO", NULL, "Noto Sans CJK HK" },
        { "yue", NULL, "Noto Sans CJK HK" },
        { "zh-Hans-HK", NULL, "Noto Sans CJK SC" },
        { "ja-JP", NULL, "Noto Sans CJK JP" },
        { "ko", NULL, "Noto Sans CJK KR" },
        { "en", NULL, "Noto Sans CJK SC" },
        { "zh-Hans", "serif", "Noto Serif CJK SC" },
        { "zh-Hans", "'Times New Roman', serif", "Noto Serif CJK SC" },
        { "zh-Hans", "思源宋体", "Noto Serif CJK SC" },
        { "zh-Hans", "monospace", "Noto Sans Mono CJK SC" },
        { "zh-Hant", "Noto Sans CJK SC", "Noto Sans CJK TC" }, /* the language decides */
        { "zh-Hans", "\"noto serif cjk jp\"", "Noto Serif CJK SC" },
        { "zh-Hans", "No Such Font", "Noto Sans CJK SC" },
        { "zh-Hans", "", "Noto Sans CJK SC" },
    };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuFont font = { .family = table[i].family, .weight = 400 };
        PangoFontDescription *got = jutu_fonts_describe(jutu_fonts_language(fonts, table[i].lang),
                                                        &font);
        g_auto(GStrv) names = g_strsplit(pango_font_description_get_family(got), ",", -1);
        CHECK_STR(table[i].family ? table[i].family : table[i].lang, names[0], table[i].want);
        pango_font_description_free(got);
    }
}

static void test_italic(void)
{
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    JutuFont font = { .weight = 400, .italic = true };
    PangoFontDescription *got = jutu_fonts_describe(jutu_fonts_language(fonts, "zh"), &font);
    CHECK_SIZE("Han is never slanted", pango_font_description_get_style(got), PANGO_STYLE_NORMAL);
    pango_font_description_free(got);
}

static void test_widths(void)
{
    static const char *const texts[] = { "2024年GDP占比111", "深圳", "R&D" };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    const JutuMeasure *measure = jutu_fonts_measure(fonts, "zh-Hans");
    for (size_t i = 0; i < ROWS(texts); i++) {
        JutuFont small = { .size = 9 }, big = { .size = 48 };
        CHECK_NUM(texts[i], jutu_measure_width(measure, texts[i], &small) / 9,
                  jutu_measure_width(measure, texts[i], &big) / 48);
    }
    JutuFont font = { .size = 10 }, none = { .size = 0 };
    CHECK_NUM("Han is an em wide", jutu_measure_width(measure, "深圳", &font), 20.0);
    CHECK_NUM("figures are equal", jutu_measure_width(measure, "111", &font),
              jutu_measure_width(measure, "888", &font));
    CHECK_NUM("nothing", jutu_measure_width(measure, "", &font), 0.0);
    CHECK_NUM("no size", jutu_measure_width(measure, "深圳", &none), 0.0);
}

SUITE(fonts, { "families", test_families }, { "italic", test_italic }, { "widths", test_widths });
