#include "text/fonts.h"

#include <fontconfig/fontconfig.h>
#include <glib/gstdio.h>
#include <pango/pango.h>

#include "check.h"
#include "text/fonts_private.h"

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
        { "zh-Hans", "仿宋", "Noto Serif CJK SC" },
        { "zh-Hans", "SimSun", "Noto Serif CJK SC" },
        { "zh-Hant-TW", "PMingLiU", "Noto Serif CJK TC" },
        { "zh-Hans", "Source Han Serif CN", "Noto Serif CJK SC" },
        { "zh-Hans", "微软雅黑", "Noto Sans CJK SC" },
        { "zh-Hans", "SimSun, DejaVu Sans", "DejaVu Sans" },
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

static bool reads(const char *dir)
{
    bool found = false;
    FcStrList *dirs = FcConfigGetFontDirs(NULL);
    for (const FcChar8 *at; (at = FcStrListNext(dirs));)
        found |= strcmp((const char *)at, dir) == 0;
    FcStrListDone(dirs);
    return found;
}

/* The user's own fonts and fonts.conf count; another configuration is left alone. */
static void test_quick_start(void)
{
    g_autofree char *home = g_dir_make_tmp("jutu-XXXXXX", NULL);
    g_autofree char *fonts = g_build_filename(home, "fonts", NULL);
    g_autofree char *more = g_build_filename(home, "more", NULL);
    g_autofree char *conf_dir = g_build_filename(home, "fontconfig", NULL);
    g_autofree char *conf = g_build_filename(conf_dir, "fonts.conf", NULL);
    g_autofree char *text = g_strdup_printf("<fontconfig><dir>%s</dir></fontconfig>", more);
    g_mkdir(fonts, 0700);
    g_mkdir(more, 0700);
    g_mkdir(conf_dir, 0700);
    g_file_set_contents(conf, text, -1, NULL);
    g_autofree char *data_home = g_strdup(g_getenv("XDG_DATA_HOME"));
    g_autofree char *config_home = g_strdup(g_getenv("XDG_CONFIG_HOME"));
    g_setenv("XDG_DATA_HOME", home, TRUE);
    g_setenv("XDG_CONFIG_HOME", home, TRUE);
    jutu_fonts_quick_start();
    CHECK_TRUE("the system's folder", reads("/usr/share/fonts"));
    CHECK_TRUE("the user's folder", reads(fonts));
    CHECK_TRUE("a folder of the user's fonts.conf", reads(more));

    FcConfig *before = FcConfigGetCurrent();
    g_setenv("FONTCONFIG_FILE", conf, TRUE);
    jutu_fonts_quick_start();
    CHECK_TRUE("another configuration is meant", FcConfigGetCurrent() == before);
    g_unsetenv("FONTCONFIG_FILE");
    g_unsetenv("XDG_DATA_HOME");
    g_unsetenv("XDG_CONFIG_HOME");
    if (data_home)
        g_setenv("XDG_DATA_HOME", data_home, TRUE);
    if (config_home)
        g_setenv("XDG_CONFIG_HOME", config_home, TRUE);
    jutu_fonts_quick_start();
    g_remove(conf);
    g_remove(conf_dir);
    g_remove(more);
    g_remove(fonts);
    g_remove(home);
}

/* Folders of fonts are one JutuFonts' own. */
static void test_folders(void)
{
    g_autofree char *empty = g_dir_make_tmp("jutu-XXXXXX", NULL);
    const char *const dirs[] = { "/usr/share/fonts/truetype/dejavu", NULL };
    const char *const none[] = { empty, NULL };
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuFonts) fonts = jutu_fonts_new_with(dirs, NULL);
    CHECK_TRUE("a folder", fonts != NULL);
    FcFontSet *own = FcConfigGetFonts(NULL, FcSetApplication);
    CHECK_TRUE("nobody else has them", !own || own->nfont == 0);
    CHECK_TRUE("an empty folder", !jutu_fonts_new_with(none, &error));
    CHECK_TRUE("is named", error && strstr(error->message, empty));
    g_rmdir(empty);
}

SUITE(fonts, { "quick start", test_quick_start }, { "families", test_families },
      { "italic", test_italic }, { "widths", test_widths }, { "folders", test_folders });
