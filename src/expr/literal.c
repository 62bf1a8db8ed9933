#include "expr/literal.h"

#include <glib.h>
#include <stdbool.h>

/* Line ends close no string, U+2028 and U+2029 among them. */
static bool ends_line(gunichar c)
{
    return c < 0x20 || c == 0x2028 || c == 0x2029;
}

const char *jutu_expr_quote(const char *text, JutuArena *arena)
{
    g_autoptr(GString) quoted = g_string_new("'");
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (ends_line(c)) {
            g_string_append_printf(quoted, "\\u%04x", c);
            continue;
        }
        if (c == '\'' || c == '\\')
            g_string_append_c(quoted, '\\');
        g_string_append_unichar(quoted, c);
    }
    g_string_append_c(quoted, '\'');
    return jutu_arena_strdup(arena, quoted->str);
}

const char *jutu_expr_literal(const json_t *json, JutuArena *arena)
{
    g_autofree char *text = json_dumps(json, JSON_ENCODE_ANY | JSON_ENSURE_ASCII | JSON_COMPACT);
    return text ? jutu_arena_strdup(arena, text) : "null";
}

const char *jutu_expr_member(const char *object, const char *name, JutuArena *arena)
{
    return jutu_arena_printf(arena, "%s[%s]", object, jutu_expr_quote(name, arena));
}
