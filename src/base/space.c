/* White space as JavaScript's \s knows it. */
#include "base/space.h"

#include <glib.h>
#include <stdbool.h>

size_t jutu_blank_at(const char *text)
{
    unsigned char first = (unsigned char)*text;
    if (first < 0x80)
        return first == ' ' || (first >= '\t' && first <= '\r');
    gunichar c = g_utf8_get_char_validated(text, -1);
    if (c >= 0x110000) /* no UTF-8 */
        return 0;
    bool blank = c == 0xfeff || g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR;
    return blank ? (size_t)(g_utf8_next_char(text) - text) : 0;
}

size_t jutu_space_at(const char *text)
{
    bool line_end = g_str_has_prefix(text, "\u2028") || g_str_has_prefix(text, "\u2029");
    return line_end ? 3 : jutu_blank_at(text);
}

bool jutu_take(const char **at, char c)
{
    bool there = **at == c;
    *at += there;
    return there;
}
