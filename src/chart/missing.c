/* What fonts lack: characters, families, italics of Han; and where the spec asks for them. */
#include <string.h>

#include "backend/backend.h"
#include "backend/text.h"
#include "base/json.h"
#include "chart/chart.h"
#include "data/place.h"
#include "text/punctuation.h"

/* What has them: Debian's packages, as a hint. */
static const struct {
    gunichar first, last;
    const char *hint;
} hints[] = {
    { 0x0600, 0x06ff, "install a font of Arabic (Debian: fonts-noto-core)" },
    { 0x0900, 0x0dff, "install a font of that script (Debian: fonts-noto-core)" },
    { 0x0e00, 0x0e7f, "install a font of Thai (Debian: fonts-noto-core)" },
    { 0x2e80, 0x9fff, "install a Chinese font (Debian: fonts-noto-cjk)" },
    { 0xac00, 0xd7a3, "install a Korean font (Debian: fonts-noto-cjk)" },
    { 0xe000, 0xf8ff,
      "it is in Unicode's private area, where each font has its own: write another" },
    { 0xf900, 0xffef, "install a Chinese font (Debian: fonts-noto-cjk)" },
    { 0x1f000, 0x1faff,
      "emoji are drawn by fonts of outlines alone (Debian: fonts-symbola), not by coloured ones" },
    { 0x20000, 0x3ffff, "install a font of rare Han (Debian: fonts-hanazono), or write another" },
};

static const char *hint_of(gunichar c)
{
    for (size_t i = 0; i < G_N_ELEMENTS(hints); i++)
        if (c >= hints[i].first && c <= hints[i].last)
            return hints[i].hint;
    return "install a font that has it, or write another";
}

/* Finds the first text of a tree with this in it; the way to it as a JSON pointer. */
static bool find_text(const json_t *json, const char *what, const JutuStep *way, GString *pointer)
{
    static const char *const unseen[] = { "$schema", "description", "alt", NULL };
    const char *name;
    json_t *inner;
    size_t i;
    if (json_is_string(json) && strstr(json_string_value(json), what)) {
        jutu_pointer_append(pointer, way);
        return true;
    }
    json_object_foreach ((json_t *)json, name, inner) {
        if (!g_strv_contains(unseen, name) &&
            find_text(inner, what, &(JutuStep){ way, name, 0 }, pointer))
            return true;
    }
    json_array_foreach (json, i, inner) {
        if (find_text(inner, what, &(JutuStep){ way, NULL, i }, pointer))
            return true;
    }
    return false;
}

static JutuPlace find_in_table(const JutuTable *table, const char *what)
{
    JutuPlace place = { 0 };
    for (size_t row = 0; table && row < table->n_rows; row++) {
        for (size_t c = 0; c < table->n_columns && !place.file; c++) {
            const JutuValue *cell = &table->columns[c].cells[row];
            if (cell->type == JUTU_STRING && strstr(cell->string, what))
                place = jutu_table_place(table, row, table->columns[c].name);
        }
    }
    return place;
}

/* The first cell of a file with this in it, in what is drawn. */
static JutuPlace find_in_data(const JutuPlot *plot, const char *what)
{
    JutuPlace place = { 0 };
    for (size_t i = 0; i < plot->n_marks && !place.file; i++) {
        static const JutuDataKind kinds[] = { JUTU_DATA_RAW, JUTU_DATA_MAIN, JUTU_DATA_UNFILTERED,
                                              JUTU_DATA_FILTERED };
        for (size_t k = 0; plot->marks[i].unit && k < G_N_ELEMENTS(kinds) && !place.file; k++)
            place = find_in_table(
                jutu_tables_unit(plot->frame->tables, plot->marks[i].unit, kinds[k], false), what);
    }
    for (size_t c = 0; c < plot->n_children && !place.file; c++)
        place = find_in_data(plot->children[c], what);
    return place;
}

static void warn(JutuRender *render, const JutuMissing *missing)
{
    char what[8] = "";
    g_unichar_to_utf8(missing->character, what);
    g_autoptr(GString) pointer = g_string_new(NULL);
    JutuPlace place = { 0 };
    if (!find_text(render->chart->source, what, NULL, pointer))
        place = find_in_data(render->plot, what);
    if (place.file)
        g_string_assign(pointer, "/data/url");
    jutu_warn_at(render->context, JUTU_RULE_missing_glyph, place, pointer->str,
                 "no font has \"%s\" (U+%04X), of the text \"%s\", so it is drawn as a box; %s",
                 what, missing->character, missing->node->text.text, hint_of(missing->character));
}

typedef struct {
    JutuRender *render;
    const JutuScene *scene;
    GHashTable *families; /* font lists that have been looked at */
    bool italic;          /* italic Han has been seen */
} Look;

static void check_family(Look *look, const JutuFont *font)
{
    g_autofree char *instead = NULL;
    if (!font->family || !g_hash_table_add(look->families, (gpointer)font->family))
        return;
    g_autofree char *absent = jutu_fonts_absent(look->render->fonts, look->scene->lang, font,
                                                &instead);
    g_autoptr(GString) pointer = g_string_new(NULL);
    if (!absent)
        return;
    find_text(look->render->chart->source, absent, NULL, pointer);
    jutu_warn(
        look->render->context, JUTU_RULE_font_missing, pointer->str,
        "the font \"%s\" isn't installed, so %s stands in for it; install it, give its folder "
        "with --font-dir, or name another",
        absent, instead);
}

static void check_italic(Look *look, const JutuSceneNode *node)
{
    for (const char *at = node->text.text; !look->italic && *at; at = g_utf8_next_char(at))
        look->italic = jutu_char_is_han(g_utf8_get_char(at));
    if (look->italic)
        jutu_warn(look->render->context, JUTU_RULE_upright_han, "",
                  "italic \"%s\": Han stand upright, as they have no italics", node->text.text);
}

static void check_text(const JutuSceneNode *node, void *data)
{
    Look *look = data;
    check_family(look, &node->text.font);
    if (node->text.font.italic && !look->italic && node->text.text)
        check_italic(look, node);
}

/* Without any Chinese font the chart would be boxes. */
static bool has_han(JutuRender *render, const JutuMissing *missing, size_t n)
{
    bool han = false;
    for (size_t i = 0; i < n; i++)
        han |= missing[i].character >= 0x4e00 && missing[i].character <= 0x9fff;
    return !han ||
           jutu_shape(render->fonts, render->context->lang, "中", &(JutuFont){ .weight = 400 })
                   ->n_missing == 0;
}

bool jutu_missing_check(JutuRender *render, const JutuScene *scene, GError **error)
{
    size_t n;
    g_autoptr(GHashTable) families = g_hash_table_new(g_str_hash, g_str_equal);
    Look look = { render, scene, families, false };
    const JutuMissing *missing = jutu_scene_missing(scene, render->fonts, render->arena, &n);
    if (!has_han(render, missing, n)) {
        jutu_error_set(error, JUTU_ERROR_DATA, "",
                       "no installed font has Chinese characters; install one, e.g. the Debian "
                       "package fonts-noto-cjk, or give a folder with one by --font-dir");
        return false;
    }
    for (size_t i = 0; i < n; i++)
        warn(render, &missing[i]);
    jutu_texts_visit(scene->nodes, scene->n, check_text, &look);
    return true;
}
