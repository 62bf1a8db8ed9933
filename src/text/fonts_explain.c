/* Which face draws what: for `jutu fonts`. */
#include <string.h>

#include "text/families.h"
#include "text/shape.h"

typedef struct {
    JutuFonts *fonts;
    const char *lang;
    GString *out;
    bool missing;
} Explain;

static bool is_missing(const JutuShaped *line, gunichar c)
{
    for (size_t i = 0; i < line->n_missing; i++)
        if (line->missing[i] == c)
            return true;
    return false;
}

/* The face of the character at this byte; NULL: it has no ink of its own, or no font has it. */
static const JutuFace *face_at(const JutuShaped *line, size_t at)
{
    for (size_t i = 0; i < line->n; i++)
        if (line->glyphs[i].cluster == at)
            return line->glyphs[i].face;
    return NULL;
}

static void say_run(Explain *explain, const char *text, size_t length, const JutuFace *face)
{
    if (face && length > 0)
        g_string_append_printf(explain->out, "%.*s\t%s%s\t%s\n", (int)length, text, face->name,
                               face->slant != 0 ? " (slanted)" : "", face->file);
}

/* A line for each run of characters of one face, and for each character without any. */
static void say_text(Explain *explain, const char *text, const JutuFont *font)
{
    const JutuShaped *line = jutu_shape(explain->fonts, explain->lang, text, font);
    const JutuFace *face = NULL;
    const char *start = line->text, *at = start;
    for (; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        bool missing = is_missing(line, c);
        const JutuFace *own = missing ? NULL : face_at(line, (size_t)(at - line->text));
        if (!missing && (!own || own == face))
            continue;
        say_run(explain, start, (size_t)(at - start), face);
        if (missing)
            g_string_append_printf(explain->out, "%.*s\tmissing: no font has U+%04X\n",
                                   (int)(g_utf8_next_char(at) - at), at, c);
        explain->missing |= missing;
        face = own;
        start = missing ? g_utf8_next_char(at) : at;
    }
    say_run(explain, start, (size_t)(at - start), face);
}

/* The faces of a family, for Han and for Latin. */
static void say_family(Explain *explain, const char *family)
{
    static const struct {
        const char *name;
        JutuFont font;
    } looks[] = { { "", { .weight = 400 } },
                  { " bold", { .weight = 700 } },
                  { " italic", { .weight = 400, .italic = true } } };
    for (size_t i = 0; i < G_N_ELEMENTS(looks); i++) {
        JutuFont font = looks[i].font;
        font.family = family;
        g_string_append_printf(explain->out, "%s%s:\n", family, looks[i].name);
        say_text(explain, "中A", &font);
    }
}

static void say_absent(Explain *explain, const char *family)
{
    g_autofree char *instead = NULL;
    JutuFont font = { .family = family, .weight = 400 };
    g_autofree char *absent = jutu_fonts_absent(explain->fonts, explain->lang, &font, &instead);
    if (absent)
        g_string_append_printf(explain->out, "missing: \"%s\" isn't installed; %s stands in\n",
                               absent, instead);
    explain->missing |= absent != NULL;
}

char *jutu_fonts_explain(JutuFonts *fonts, const char *lang, const char *family, const char *text,
                         bool *missing)
{
    static const char *const styles[] = { "sans-serif", "serif", "monospace" };
    Explain explain = { fonts, lang, g_string_new(NULL), false };
    JutuFont font = { .family = family, .weight = 400 };
    if (family)
        say_absent(&explain, family);
    if (text)
        say_text(&explain, text, &font);
    else if (family)
        say_family(&explain, family);
    for (size_t i = 0; !text && !family && i < G_N_ELEMENTS(styles); i++)
        say_family(&explain, styles[i]);
    if (missing)
        *missing = explain.missing;
    return g_string_free(explain.out, FALSE);
}
