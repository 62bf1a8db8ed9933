#include <stdlib.h>

#include "probe.h"
#include "text/unicode.h"

typedef bool Ask(const JutuSeam *place);

/* {"codepoints": ["4E00" …]}: the places that are so, counted in characters. */
static json_t *places_json(const json_t *given, JutuContext *context, Ask *ask)
{
    g_autoptr(GString) text = g_string_new(NULL);
    const json_t *points = json_object_get(given, "codepoints");
    size_t n = json_array_size(points);
    for (size_t i = 0; i < n; i++) {
        const char *point = json_string_value(json_array_get(points, i));
        g_string_append_unichar(text, (gunichar)strtoul(point, NULL, 16));
    }
    JutuSeam *places = jutu_new(context->arena, JutuSeam, n + 1);
    json_t *list = json_array();
    jutu_unicode_seams(text->str, n, places);
    for (size_t i = 0; i <= n; i++) {
        if (ask(&places[i]))
            json_array_append_new(list, json_integer((json_int_t)i));
    }
    return list;
}

static bool ask_line(const JutuSeam *place)
{
    return place->line;
}
static bool ask_word(const JutuSeam *place)
{
    return place->word;
}
static bool ask_grapheme(const JutuSeam *place)
{
    return place->grapheme;
}

json_t *probe_linebreak(const json_t *given, JutuContext *context, GError **error)
{
    (void)error;
    return places_json(given, context, ask_line);
}

json_t *probe_wordbreak(const json_t *given, JutuContext *context, GError **error)
{
    (void)error;
    return places_json(given, context, ask_word);
}

json_t *probe_grapheme(const json_t *given, JutuContext *context, GError **error)
{
    (void)error;
    return places_json(given, context, ask_grapheme);
}
