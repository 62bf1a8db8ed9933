/* Pango knows Unicode's rules; ICU, which knows them as well, costs more to start than a chart. */
#include "text/unicode.h"

#include <pango/pango.h>
#include <string.h>

/* Letters whose words have to be looked up: Thai, the one that Pango does it for. */
static bool is_thai(gunichar c)
{
    return c >= 0x0e00 && c <= 0x0e7f;
}

/* Adds the ends of words within Thai; at the edges of a run Unicode's rules stand. */
static void add_thai(const char *text, size_t n, JutuSeam *places)
{
    g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, n + 1);
    gunichar before = 0;
    size_t i = 0;
    pango_get_log_attrs(text, (int)strlen(text), 0, pango_language_from_string("th"), attrs,
                        (int)n + 1);
    for (const char *at = text; *at; at = g_utf8_next_char(at), i++) {
        gunichar after = g_utf8_get_char(at);
        places[i].line |= is_thai(before) && is_thai(after) && attrs[i].is_line_break;
        before = after;
    }
}

void jutu_unicode_seams(const char *text, size_t n, JutuSeam *places)
{
    g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, n + 1);
    bool thai = false;
    pango_default_break(text, (int)strlen(text), NULL, attrs, (int)n + 1);
    for (size_t i = 0; i <= n; i++)
        places[i] = (JutuSeam){ (i > 0 && attrs[i].is_line_break) || (i == n && n > 0),
                                attrs[i].is_word_boundary, attrs[i].is_cursor_position };
    for (const char *at = text; *at && !thai; at = g_utf8_next_char(at))
        thai = is_thai(g_utf8_get_char(at));
    if (thai)
        add_thai(text, n, places);
}
