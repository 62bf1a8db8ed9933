/* Characters that no font has: which they are, and where they come from. */
#include <string.h>

#include "backend/backend.h"
#include "base/json.h"
#include "chart/chart.h"
#include "data/place.h"

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

void jutu_missing_warn(JutuRender *render, const JutuScene *scene)
{
    size_t n;
    const JutuMissing *missing = jutu_scene_missing(scene, render->fonts, render->arena, &n);
    for (size_t i = 0; i < n; i++)
        warn(render, &missing[i]);
}
