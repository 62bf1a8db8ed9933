/* Shaping: Pango chooses faces and HarfBuzz glyphs; places are then set in the language's way. */
#include "text/shape.h"

#include <hb-ot.h>
#include <string.h>

#include "text/fonts_private.h"
#include "text/punctuation.h"

/* One size for all: widths in em are then the same whatever a chart asks for. */
#define SIZE_PX 1000
#define EM ((double)SIZE_PX * PANGO_SCALE)

/* Of letters drawn as italic ones where the family has none: about 11.3°. */
#define SLANT 0.2

#define MOST_CHARACTERS 100000
#define MOST_CACHED 4096
#define MOST_MISSING 100 /* told of; a chart with more has the wrong font altogether */

/* Of an em, between Han and Latin. CLREQ allows up to a quarter; labels are short and look torn
 * with that. Readers of a PDF take a tenth for a blank between words. */
#define AUTOSPACE (1.0 / 12)

/* Valid, short enough and in one line. */
static char *clean(const char *text)
{
    char *copy = g_utf8_make_valid(text, -1);
    if (strlen(copy) > MOST_CHARACTERS && g_utf8_strlen(copy, -1) > MOST_CHARACTERS) {
        g_autofree char *start = g_utf8_substring(copy, 0, MOST_CHARACTERS);
        g_free(copy);
        copy = g_strconcat(start, "…", NULL);
    }
    for (char *at = copy; *at; at++)
        if ((unsigned char)*at < 0x20 || *at == 0x7f)
            *at = ' ';
    return copy;
}

/* Has the full-width marks that lose their blank set by the font's half-width forms. */
static PangoAttrList *compression(const char *text)
{
    PangoAttrList *attrs = pango_attr_list_new();
    gunichar before = 0;
    for (const char *at = text; *at;) {
        const char *next = g_utf8_next_char(at);
        gunichar c = g_utf8_get_char(at), after = *next ? g_utf8_get_char(next) : 0;
        if (jutu_mark_is_narrow(before, c, after)) {
            PangoAttribute *halt = pango_attr_font_features_new("halt");
            halt->start_index = (guint)(at - text);
            halt->end_index = (guint)(next - text);
            pango_attr_list_insert(attrs, halt);
        }
        before = c;
        at = next;
    }
    return attrs;
}

/* Has all of a cell of a column set in vertical forms; a lone mark keeps its em. */
static PangoAttrList *vertical_forms(void)
{
    PangoAttrList *attrs = pango_attr_list_new();
    pango_attr_list_insert(attrs, pango_attr_font_features_new("vert"));
    return attrs;
}

static void name_face(JutuFace *face, PangoFont *font)
{
    FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FcChar8 *family = NULL, *style = NULL, *file = NULL;
    FcPatternGetString(pattern, FC_FAMILY, 0, &family);
    FcPatternGetString(pattern, FC_STYLE, 0, &style);
    FcPatternGetString(pattern, FC_FILE, 0, &file);
    face->name = g_strdup_printf("%s %s", family ? (const char *)family : "?",
                                 style ? (const char *)style : "");
    g_strchomp(face->name);
    face->file = g_strdup((const char *)file);
}

static const JutuFace *face_of(JutuFonts *fonts, PangoFont *font, bool slanted)
{
    hb_font_t *hb_font = pango_font_get_hb_font(font);
    hb_face_t *key = hb_font_get_face(hb_font);
    JutuFace *face = g_hash_table_lookup(fonts->faces[slanted], key);
    if (!face) {
        face = g_new0(JutuFace, 1);
        face->upem = hb_face_get_upem(key);
        face->slant = slanted ? SLANT : 0;
        face->font = hb_font_create_sub_font(hb_font);
        hb_ot_font_set_funcs(face->font); /* else the parent's, with outlines in its scale */
        hb_font_set_scale(face->font, (int)face->upem, (int)face->upem);
        hb_font_set_synthetic_slant(face->font, (float)face->slant);
        name_face(face, font);
        g_hash_table_insert(fonts->faces[slanted], key, face);
    }
    return face;
}

typedef struct {
    const char *text;
    GArray *glyphs;  /* of JutuGlyph */
    GArray *missing; /* of gunichar */
    double x;
    bool autospace, italic;
} Line;

static void add_missing(Line *line, size_t cluster)
{
    gunichar c = g_utf8_get_char(line->text + cluster);
    for (guint i = 0; i < line->missing->len; i++)
        if (g_array_index(line->missing, gunichar, i) == c)
            return;
    if (line->missing->len < MOST_MISSING)
        g_array_append_val(line->missing, c);
}

/* The thin space before a character that meets one of the other script. */
static double space_before(const Line *line, size_t cluster)
{
    if (!line->autospace || cluster == 0)
        return 0;
    const char *at = line->text + cluster;
    gunichar before = g_utf8_get_char(g_utf8_prev_char(at));
    return jutu_scripts_meet(before, g_utf8_get_char(at)) ? AUTOSPACE : 0;
}

static bool is_italic(PangoFont *font)
{
    PangoFontDescription *description = pango_font_describe(font);
    bool italic = pango_font_description_get_style(description) != PANGO_STYLE_NORMAL;
    pango_font_description_free(description);
    return italic;
}

/* Han and what is as wide never lean. */
static bool stands(const char *at)
{
    gunichar c = g_utf8_get_char(at);
    return jutu_char_is_han(c) || g_unichar_iswide(c);
}

static void add_run(Line *line, const PangoItem *item, JutuFonts *fonts)
{
    PangoGlyphString *string = pango_glyph_string_new();
    pango_shape_with_flags(line->text + item->offset, item->length, line->text,
                           (int)strlen(line->text), &item->analysis, string, PANGO_SHAPE_NONE);
    const JutuFace *upright = face_of(fonts, item->analysis.font, false);
    bool leans = line->italic && !is_italic(item->analysis.font);
    const JutuFace *slanted = leans ? face_of(fonts, item->analysis.font, true) : upright;
    bool forward = item->analysis.level % 2 == 0;
    size_t last = SIZE_MAX;
    for (int i = 0; i < string->num_glyphs; i++) {
        const PangoGlyphInfo *info = &string->glyphs[i];
        size_t cluster = (size_t)item->offset + (size_t)string->log_clusters[i];
        if (forward && cluster != last)
            line->x += space_before(line, cluster);
        last = cluster;
        const JutuFace *face = stands(line->text + cluster) ? upright : slanted;
        JutuGlyph glyph = { face, info->glyph, line->x + info->geometry.x_offset / EM,
                            info->geometry.y_offset / EM, cluster };
        double advance = info->geometry.width / EM;
        if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
            add_missing(line, cluster);
            glyph.id = 0;
            glyph.x = line->x;
            advance = hb_font_get_glyph_h_advance(face->font, 0) / face->upem;
        }
        if (info->glyph != PANGO_GLYPH_EMPTY)
            g_array_append_val(line->glyphs, glyph);
        line->x += advance;
    }
    pango_glyph_string_free(string);
}

static void free_shaped(void *data)
{
    JutuShaped *shaped = data;
    g_free((void *)shaped->text);
    g_free((void *)shaped->glyphs);
    g_free((void *)shaped->missing);
    g_free(shaped);
}

static JutuShaped *shape(JutuFonts *fonts, const JutuLanguage *language, const char *given,
                         const JutuFont *font)
{
    char *text = clean(given);
    Line line = { text,
                  g_array_new(FALSE, FALSE, sizeof(JutuGlyph)),
                  g_array_new(FALSE, FALSE, sizeof(gunichar)),
                  0,
                  language->region->autospace,
                  font->italic };
    if (*text) {
        PangoFontDescription *description = jutu_fonts_describe(language, font);
        pango_font_description_set_absolute_size(description, EM);
        pango_context_set_font_description(language->context, description);
        pango_font_description_free(description);

        PangoAttrList *attrs = font->vertical               ? vertical_forms()
                               : language->region->compress ? compression(text)
                                                            : pango_attr_list_new();
        GList *items = pango_itemize(language->context, text, 0, (int)strlen(text), attrs, NULL);
        GList *visual = pango_reorder_items(items);
        for (GList *at = visual; at; at = at->next)
            add_run(&line, at->data, fonts);
        g_list_free(visual);
        g_list_free_full(items, (GDestroyNotify)pango_item_free);
        pango_attr_list_unref(attrs);
    }
    JutuShaped *shaped = g_new0(JutuShaped, 1);
    *shaped = (JutuShaped){
        .text = text, .n = line.glyphs->len, .width = line.x, .n_missing = line.missing->len
    };
    shaped->glyphs = (JutuGlyph *)(void *)g_array_free(line.glyphs, FALSE);
    shaped->missing = (gunichar *)(void *)g_array_free(line.missing, FALSE);
    return shaped;
}

const JutuShaped *jutu_shape(JutuFonts *fonts, const char *lang, const char *text,
                             const JutuFont *font)
{
    const JutuLanguage *language = jutu_fonts_language(fonts, lang);
    if (!fonts->shaped)
        fonts->shaped = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_shaped);
    char *key = g_strdup_printf("%s\n%s\n%d %d %d\n%s", language->lang,
                                font->family ? font->family : "", font->weight, font->italic,
                                font->vertical, text);
    JutuShaped *shaped = g_hash_table_lookup(fonts->shaped, key);
    if (shaped) {
        g_free(key);
        return shaped;
    }
    if (g_hash_table_size(fonts->shaped) >= MOST_CACHED)
        g_hash_table_remove_all(fonts->shaped);
    shaped = shape(fonts, language, text, font);
    g_hash_table_insert(fonts->shaped, key, shaped);
    return shaped;
}
