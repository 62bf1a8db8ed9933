/* What the title and subtitle of a chart say, as far as titles of axes and units needn't. */
#include <string.h>

#include "base/json.h"
#include "guide/units.h"

static void add_lines(GString *out, const json_t *json)
{
    size_t n = json_is_array(json) ? json_array_size(json) : 1;
    for (size_t i = 0; i < n; i++) {
        const json_t *line = json_is_array(json) ? json_array_get(json, i) : json;
        if (json_is_string(line))
            g_string_append_printf(out, "%s\n", json_string_value(line));
    }
}

/* Title and subtitle of the chart, one below the other; owned. */
static char *heading(const JutuChart *chart)
{
    GString *out = g_string_new(NULL);
    const json_t *title = json_object_get(chart->source, "title");
    add_lines(out, json_is_object(title) ? json_object_get(title, "text") : title);
    add_lines(out, json_object_get(title, "subtitle"));
    return g_string_free(out, false);
}

bool jutu_title_says(const JutuChart *chart, const char *word)
{
    g_autofree char *text = heading(chart), *lower = g_utf8_strdown(text, -1);
    g_autofree char *needle = g_utf8_strdown(word, -1);
    return *needle && strstr(lower, needle) != NULL;
}

const char *jutu_unit_in_title(const JutuChart *chart)
{
    g_autofree char *text = heading(chart);
    g_auto(GStrv) words = g_strsplit_set(text, "\n,;:()[]/", -1);
    const char *found = NULL;
    for (size_t i = 0; words[i]; i++) {
        g_autoptr(GString) word = g_string_new(words[i]);
        static const char *const parts[] = { "，", "、", "；", "：", "（", "）", "／", "　" };
        for (size_t p = 0; p < G_N_ELEMENTS(parts); p++)
            g_string_replace(word, parts[p], "\n", 0);
        g_auto(GStrv) units = g_strsplit(word->str, "\n", -1);
        for (size_t u = 0; units[u]; u++) {
            const char *unit = g_strstrip(units[u]);
            JutuUnit read = jutu_unit_parse(unit, chart->arena);
            bool counted = read.kind == JUTU_UNIT_PLAIN && read.base;
            if (read.known && (counted || read.kind == JUTU_UNIT_PERCENT))
                found = jutu_arena_strdup(chart->arena, unit);
        }
    }
    return found;
}

/* Whether words end at a character: neither letters nor digits go on. */
static bool parts_words(gunichar character)
{
    return character == 0 || !g_unichar_isalnum(character);
}

bool jutu_title_says_unit(const JutuChart *chart, const char *unit)
{
    g_autofree char *text = heading(chart);
    size_t length = strlen(unit);
    for (const char *at = text; length && (at = strstr(at, unit)); at += length) {
        const char *before = at > text ? g_utf8_find_prev_char(text, at) : NULL;
        gunichar previous = before ? g_utf8_get_char(before) : 0;
        if (parts_words(previous) && parts_words(g_utf8_get_char(at + length)))
            return true;
    }
    return false;
}
