/* Fonts: from a language and a CSS font list to faces that are installed. */
#include "text/fonts_private.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangoft2.h>
#include <string.h>

#include "base/error.h"
#include "text/shape.h"

typedef struct {
    char *name;   /* as the font file spells it */
    bool slanted; /* has an italic or oblique face */
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

void jutu_fonts_quick_start(void)
{
    FcConfig *config = FcConfigCreate();
    /* A user who names another configuration (FONTCONFIG_FILE …) means it. */
    FcChar8 *usual = FcConfigGetFilename(config, NULL);
    bool elsewhere = usual && strcmp((const char *)usual, "/etc/fonts/fonts.conf") != 0;
    if (!elsewhere &&
        FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)quick_config, FcFalse) &&
        FcConfigBuildFonts(config))
        FcConfigSetCurrent(config);
    FcStrFree(usual);
    FcConfigDestroy(config);
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

enum { SANS, SERIF, MONO };

/* Families by style, best first; %s is the region's suffix. The last ones have no Han. */
static const char *const style_families[][8] = {
    [SANS] = { "noto sans cjk %s", "noto sans %s", "source han sans %s", "source han sans",
               "droid sans fallback", "dejavu sans", "liberation sans", NULL },
    [SERIF] = { "noto serif cjk %s", "noto serif %s", "source han serif %s", "source han serif",
                "dejavu serif", "liberation serif", NULL },
    [MONO] = { "noto sans mono cjk %s", "source han mono %s", "dejavu sans mono", "liberation mono",
               NULL },
};

/* Names that mean a style rather than a font, or a Han font that only other systems have. */
static const struct {
    const char *name;
    int style;
} known_names[] = {
    { "sans-serif", SANS },      { "system-ui", SANS },   { "ui-sans-serif", SANS },
    { "serif", SERIF },          { "ui-serif", SERIF },   { "monospace", MONO },
    { "ui-monospace", MONO },    { "pingfang sc", SANS }, { "pingfang tc", SANS },
    { "heiti sc", SANS },        { "simhei", SANS },      { "黑体", SANS },
    { "microsoft yahei", SANS }, { "微软雅黑", SANS },    { "思源黑体", SANS },
    { "simsun", SERIF },         { "宋体", SERIF },       { "songti sc", SERIF },
    { "stsong", SERIF },         { "思源宋体", SERIF },   { "times new roman", SERIF },
    { "times", SERIF },          { "georgia", SERIF },    { "courier new", MONO },
    { "courier", MONO },         { "menlo", MONO },       { "consolas", MONO },
};

/* The style of "Noto Serif CJK JP" and its kind, whatever the region, or −1. */
static int pan_cjk_style(const char *name)
{
    for (int style = SANS; style <= MONO; style++) {
        for (size_t i = 0; style_families[style][i]; i++) {
            const char *pattern = style_families[style][i], *suffix = strstr(pattern, "%s");
            size_t length = suffix ? (size_t)(suffix - pattern) : strlen(pattern);
            if (strncmp(name, pattern, length) != 0)
                continue;
            for (size_t r = 0; suffix && r < G_N_ELEMENTS(regions); r++)
                if (g_ascii_strcasecmp(name + length, regions[r].suffix) == 0)
                    return style;
        }
    }
    return -1;
}

static int known_style(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(known_names); i++)
        if (strcmp(known_names[i].name, name) == 0)
            return known_names[i].style;
    return -1;
}

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
static bool append_style(List *list, const JutuLanguage *language, int style)
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

static char *bare_name(const char *css)
{
    g_autofree char *copy = g_strdup(css), *name = NULL;
    g_strstrip(copy);
    size_t length = strlen(copy);
    if (length > 1 && (*copy == '"' || *copy == '\'') && copy[length - 1] == *copy) {
        copy[length - 1] = '\0';
        memmove(copy, copy + 1, length - 1);
    }
    name = g_utf8_strdown(copy, -1);
    return g_steal_pointer(&name);
}

PangoFontDescription *jutu_fonts_describe(const JutuLanguage *language, const JutuFont *font)
{
    List list = { g_string_new(NULL), NULL };
    bool whole = false; /* has a family of the language's own */
    g_auto(GStrv) wanted = g_strsplit(font->family ? font->family : "sans-serif", ",", -1);
    int style = SANS;
    for (size_t i = 0; wanted[i]; i++) {
        g_autofree char *name = bare_name(wanted[i]);
        int pan_cjk = pan_cjk_style(name), known = known_style(name);
        if (known >= 0 && i == 0)
            style = known;
        if (pan_cjk >= 0)
            whole |= append_style(&list, language, pan_cjk);
        else if (!append_family(&list, language->fonts, name) && known >= 0)
            whole |= append_style(&list, language, known);
    }
    if (!whole && !append_style(&list, language, style))
        append_style(&list, language, SANS);

    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, list.first ? list.names->str : "sans-serif");
    pango_font_description_set_weight(
        description, (PangoWeight)CLAMP(font->weight ? font->weight : 400, 1, 1000));
    /* Han isn't slanted, least of all by a computer. */
    if (font->italic && list.first && list.first->slanted)
        pango_font_description_set_style(description, PANGO_STYLE_ITALIC);
    g_string_free(list.names, TRUE);
    return description;
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
    g_free(face);
}

JutuFonts *jutu_fonts_new(GError **error)
{
    FcConfig *config = FcConfigReference(NULL); /* the current one, made if there is none */
    FcFontSet *sets[] = { FcConfigGetFonts(config, FcSetSystem),
                          FcConfigGetFonts(config, FcSetApplication) };
    g_autoptr(GHashTable)
        families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_family);
    for (size_t s = 0; s < G_N_ELEMENTS(sets); s++)
        for (int i = 0; sets[s] && i < sets[s]->nfont; i++)
            add_families(families, sets[s]->fonts[i]);
    FcConfigDestroy(config);
    if (g_hash_table_size(families) == 0) {
        jutu_error_set(error, JUTU_ERROR_DATA, "",
                       "there are no fonts on this system; install some, e.g. the Debian package "
                       "fonts-noto-cjk");
        return NULL;
    }
    JutuFonts *fonts = g_new0(JutuFonts, 1);
    fonts->families = g_steal_pointer(&families);
    fonts->map = pango_ft2_font_map_new();
    fonts->languages = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_language);
    fonts->faces = g_hash_table_new_full(NULL, NULL, NULL, free_face);
    return fonts;
}

void jutu_fonts_free(JutuFonts *fonts)
{
    if (!fonts)
        return;
    if (fonts->shaped)
        g_hash_table_unref(fonts->shaped);
    g_hash_table_unref(fonts->faces);
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
