/* Fonts: from a language and a CSS font list to faces that are installed. */
#include "text/fonts_private.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangoft2.h>
#include <string.h>

#include "base/error.h"
#include "text/families.h"
#include "text/shape.h"

typedef struct {
    char *name;   /* as the font file spells it */
    bool slanted; /* has an italic or oblique face */
    bool han;     /* has Han */
} Family;

/* Fontconfig's usual folders and the user's own file, without the 50 files of /etc/fonts/conf.d:
 * those choose faces for generic names and languages, which is done here. Fonts of coloured
 * bitmaps have no outlines to draw. */
static const char quick_config[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
    "<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
    "<dir prefix=\"xdg\">fonts</dir><dir>~/.fonts</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir>"
    "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
    "<include ignore_missing=\"yes\">/etc/fonts/local.conf</include>"
    "<include ignore_missing=\"yes\" prefix=\"xdg\">fontconfig/conf.d</include>"
    "<include ignore_missing=\"yes\" prefix=\"xdg\">fontconfig/fonts.conf</include>"
    "<selectfont><rejectfont><pattern><patelt name=\"color\"><bool>true</bool></patelt></pattern>"
    "</rejectfont></selectfont></fontconfig>";

/* Owned; NULL where the user names another configuration (FONTCONFIG_FILE …), and means it. */
static FcConfig *quick_config_new(void)
{
    FcConfig *config = FcConfigCreate();
    FcChar8 *usual = FcConfigGetFilename(config, NULL);
    bool elsewhere = usual && strcmp((const char *)usual, "/etc/fonts/fonts.conf") != 0;
    FcStrFree(usual);
    if (!elsewhere &&
        FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)quick_config, FcFalse) &&
        FcConfigBuildFonts(config))
        return config;
    FcConfigDestroy(config);
    return NULL;
}

void jutu_fonts_quick_start(void)
{
    FcConfig *config = quick_config_new();
    if (!config)
        return;
    FcConfigSetCurrent(config);
    FcConfigDestroy(config);
}

/* The current configuration or, with folders of fonts, one of their own: no other thread's fonts
 * change. Owned; NULL with error set. */
static FcConfig *config_with(const char *const *dirs, GError **error)
{
    if (!dirs || !*dirs)
        return FcConfigReference(NULL); /* the current one, made if there is none */
    FcConfig *config = quick_config_new();
    if (!config)
        config = FcInitLoadConfigAndFonts();
    for (; *dirs; dirs++) {
        FcFontSet *before = FcConfigGetFonts(config, FcSetApplication);
        int n = before ? before->nfont : 0;
        FcConfigAppFontAddDir(config, (const FcChar8 *)*dirs);
        FcFontSet *after = FcConfigGetFonts(config, FcSetApplication);
        if (after && after->nfont > n)
            continue;
        jutu_error_set(error, JUTU_ERROR_DATA, "", "there are no fonts in the folder \"%s\"",
                       *dirs);
        FcConfigDestroy(config);
        return NULL;
    }
    return config;
}

enum { SC, TC, HK, JP, KR, OTHER };

static const JutuRegion regions[] = {
    [SC] = { "zh-hans", "SC", .compress = true, .autospace = true },
    [TC] = { "zh-hant", "TC", .compress = false, .autospace = true },
    [HK] = { "zh-hant-hk", "HK", .compress = true, .autospace = true },
    [JP] = { "x-hbotjan", "JP", .compress = true, .autospace = true },
    [KR] = { "x-hbotkor", "KR", .compress = false, .autospace = false },
    [OTHER] = { "en", "SC", .compress = false, .autospace = false },
};

static bool has_subtag(const char *lang, const char *subtag)
{
    size_t length = strlen(subtag);
    for (const char *at = lang; at; at = strchr(at, '-')) {
        at += *at == '-';
        if (g_ascii_strncasecmp(at, subtag, length) == 0 && (at[length] == '-' || !at[length]))
            return true;
    }
    return false;
}

const JutuRegion *jutu_region_of(const char *lang)
{
    if (!lang || !*lang)
        lang = "zh-Hans";
    static const struct {
        const char *language, *subtag; /* the first that has both */
        int region;
    } rules[] = {
        { "zh", "Hans", SC }, { "yue", "Hans", SC }, { "yue", NULL, HK }, { "zh", "HK", HK },
        { "zh", "MO", HK },   { "zh", "Hant", TC },  { "zh", "TW", TC },  { "zh", NULL, SC },
        { "ja", NULL, JP },   { "ko", NULL, KR },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        if (has_subtag(lang, rules[i].language) &&
            (!rules[i].subtag || has_subtag(lang, rules[i].subtag)))
            return &regions[rules[i].region];
    return &regions[OTHER];
}

/* Families by style, best first; %s is the region's suffix. The last ones have no Han. */
static const char *const style_families[][8] = {
    [JUTU_STYLE_SANS] = { "noto sans cjk %s", "noto sans %s", "source han sans %s",
                          "source han sans", "droid sans fallback", "dejavu sans",
                          "liberation sans", NULL },
    [JUTU_STYLE_SERIF] = { "noto serif cjk %s", "noto serif %s", "source han serif %s",
                           "source han serif", "dejavu serif", "liberation serif", NULL },
    [JUTU_STYLE_MONO] = { "noto sans mono cjk %s", "source han mono %s", "dejavu sans mono",
                          "liberation mono", NULL },
};

typedef struct {
    GString *names; /* "Georgia,Noto Serif CJK SC" */
    const Family *first;
} List;

static bool append_family(List *list, const JutuFonts *fonts, const char *lower)
{
    const Family *family = g_hash_table_lookup(fonts->families, lower);
    if (!family)
        return false;
    g_string_append_printf(list->names, "%s%s", list->first ? "," : "", family->name);
    if (!list->first)
        list->first = family;
    return true;
}

/* Appends the first family of a style that is installed. */
static bool append_style(List *list, const JutuLanguage *language, JutuFontStyle style)
{
    g_autofree char *suffix = g_ascii_strdown(language->region->suffix, -1);
    for (size_t i = 0; style_families[style][i]; i++) {
        g_autoptr(GString) name = g_string_new(style_families[style][i]);
        g_string_replace(name, "%s", suffix, 0);
        if (append_family(list, language->fonts, name->str))
            return true;
    }
    return false;
}

static bool append_named(List *list, const JutuFonts *fonts, const char *name)
{
    g_autofree char *lower = g_utf8_strdown(name, -1);
    return append_family(list, fonts, lower);
}

/* Whether a family is there, or the faces that it is another name of. */
static bool is_there(const JutuLanguage *language, const char *name)
{
    JutuFontStyle style;
    List list = { g_string_new(NULL), NULL };
    bool found = append_named(&list, language->fonts, name);
    if (!found && jutu_family_kind(name, &style) == JUTU_FAMILY_SAME)
        found = append_style(&list, language, style) && list.first->han;
    g_string_free(list.names, TRUE);
    return found;
}

/* The first family that a list names, if none of those that it names is there; else NULL. */
static const char *first_absent(const JutuLanguage *language, char **names)
{
    const char *first = NULL;
    JutuFontStyle style;
    for (size_t i = 0; names[i]; i++) {
        if (jutu_family_kind(names[i], &style) == JUTU_FAMILY_GENERIC)
            continue;
        if (is_there(language, names[i]))
            return NULL;
        first = first ? first : names[i];
    }
    return first;
}

PangoFontDescription *jutu_fonts_describe(const JutuLanguage *language, const JutuFont *font)
{
    List list = { g_string_new(NULL), NULL };
    bool whole = false; /* has a family of the language's own */
    g_auto(GStrv) wanted = jutu_family_names(font->family);
    JutuFontStyle style = JUTU_STYLE_SANS, own;
    bool stands_in = first_absent(language, wanted) != NULL; /* no family that is named is there */
    for (size_t i = 0; wanted[i]; i++) {
        JutuFamilyKind kind = jutu_family_kind(wanted[i], &own);
        if (kind != JUTU_FAMILY_UNKNOWN && i == 0)
            style = own;
        bool other = kind == JUTU_FAMILY_GENERIC || (kind == JUTU_FAMILY_OTHER && stands_in);
        if (kind == JUTU_FAMILY_SAME || (!append_named(&list, language->fonts, wanted[i]) && other))
            whole |= append_style(&list, language, own);
    }
    if (!whole && !append_style(&list, language, style))
        append_style(&list, language, JUTU_STYLE_SANS);

    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, list.first ? list.names->str : "sans-serif");
    pango_font_description_set_weight(
        description, (PangoWeight)CLAMP(font->weight ? font->weight : 400, 1, 1000));
    /* Without such a face Latin is slanted as it is shaped; Han never is. */
    if (font->italic && list.first && list.first->slanted)
        pango_font_description_set_style(description, PANGO_STYLE_ITALIC);
    g_string_free(list.names, TRUE);
    return description;
}

char *jutu_fonts_absent(JutuFonts *fonts, const char *lang, const JutuFont *font, char **instead)
{
    const JutuLanguage *language = jutu_fonts_language(fonts, lang);
    g_auto(GStrv) wanted = jutu_family_names(font->family);
    const char *first = first_absent(language, wanted);
    if (!first)
        return NULL;
    PangoFontDescription *description = jutu_fonts_describe(language, font);
    const char *families = pango_font_description_get_family(description);
    *instead = g_strndup(families, strcspn(families, ","));
    pango_font_description_free(description);
    return g_strdup(first);
}

static void free_family(void *data)
{
    Family *family = data;
    g_free(family->name);
    g_free(family);
}

static void add_families(GHashTable *families, const FcPattern *pattern)
{
    int slant = FC_SLANT_ROMAN;
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
    FcCharSet *characters = NULL;
    FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters);
    bool han = characters && FcCharSetHasChar(characters, U'中');
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++) {
        g_autofree char *lower = g_utf8_strdown((const char *)name, -1);
        Family *family = g_hash_table_lookup(families, lower);
        if (!family) {
            family = g_new0(Family, 1);
            family->name = g_strdup((const char *)name);
            g_hash_table_insert(families, g_steal_pointer(&lower), family);
        }
        family->slanted |= slant != FC_SLANT_ROMAN;
        family->han |= han;
    }
}

static void free_language(void *data)
{
    JutuLanguage *language = data;
    g_object_unref(language->context);
    g_free(language->lang);
    g_free(language);
}

static void free_face(void *data)
{
    JutuFace *face = data;
    hb_font_destroy(face->font);
    g_free(face->name);
    g_free(face->file);
    g_free(face);
}

JutuFonts *jutu_fonts_new(GError **error)
{
    return jutu_fonts_new_with(NULL, error);
}

JutuFonts *jutu_fonts_new_with(const char *const *dirs, GError **error)
{
    FcConfig *config = config_with(dirs, error);
    if (!config)
        return NULL;
    FcFontSet *sets[] = { FcConfigGetFonts(config, FcSetSystem),
                          FcConfigGetFonts(config, FcSetApplication) };
    g_autoptr(GHashTable)
        families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_family);
    for (size_t s = 0; s < G_N_ELEMENTS(sets); s++)
        for (int i = 0; sets[s] && i < sets[s]->nfont; i++)
            add_families(families, sets[s]->fonts[i]);
    if (g_hash_table_size(families) == 0) {
        jutu_error_set(error, JUTU_ERROR_DATA, "",
                       "there are no fonts on this system; install some, e.g. the Debian package "
                       "fonts-noto-cjk");
        FcConfigDestroy(config);
        return NULL;
    }
    JutuFonts *fonts = g_new0(JutuFonts, 1);
    fonts->families = g_steal_pointer(&families);
    fonts->map = pango_ft2_font_map_new();
    if (dirs && *dirs)
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), config);
    FcConfigDestroy(config);
    fonts->languages = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_language);
    for (size_t i = 0; i < G_N_ELEMENTS(fonts->faces); i++)
        fonts->faces[i] = g_hash_table_new_full(NULL, NULL, NULL, free_face);
    return fonts;
}

void jutu_fonts_free(JutuFonts *fonts)
{
    if (!fonts)
        return;
    if (fonts->shaped)
        g_hash_table_unref(fonts->shaped);
    for (size_t i = 0; i < G_N_ELEMENTS(fonts->faces); i++)
        g_hash_table_unref(fonts->faces[i]);
    g_hash_table_unref(fonts->languages);
    g_hash_table_unref(fonts->families);
    g_object_unref(fonts->map);
    g_free(fonts);
}

static double width(const JutuMeasure *self, const char *text, const JutuFont *font)
{
    const JutuLanguage *language = self->data;
    if (!text || !*text || !(font->size > 0))
        return 0;
    return jutu_shape(language->fonts, language->lang, text, font)->width * font->size;
}

const JutuLanguage *jutu_fonts_language(JutuFonts *fonts, const char *lang)
{
    if (!lang || !*lang)
        lang = "zh-Hans";
    JutuLanguage *language = g_hash_table_lookup(fonts->languages, lang);
    if (language)
        return language;
    language = g_new0(JutuLanguage, 1);
    language->measure = (JutuMeasure){ width, language };
    language->fonts = fonts;
    language->lang = g_strdup(lang);
    language->region = jutu_region_of(lang);
    language->context = pango_font_map_create_context(fonts->map);
    const char *tag = language->region == &regions[OTHER] ? lang : language->region->tag;
    pango_context_set_language(language->context, pango_language_from_string(tag));
    pango_context_set_round_glyph_positions(language->context, FALSE);
    pango_context_set_base_dir(language->context, PANGO_DIRECTION_WEAK_LTR);
    g_hash_table_insert(fonts->languages, language->lang, language);
    return language;
}

const JutuMeasure *jutu_fonts_measure(JutuFonts *fonts, const char *lang)
{
    return &jutu_fonts_language(fonts, lang)->measure;
}
