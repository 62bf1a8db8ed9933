#include "base/fieldpath.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    GPtrArray *steps;
    GString *step; /* what is read of the current one */
    bool begun;
    JutuArena *arena;
} Splitter;

static void push(Splitter *splitter)
{
    g_ptr_array_add(splitter->steps, jutu_arena_strdup(splitter->arena, splitter->step->str));
    g_string_truncate(splitter->step, 0);
    splitter->begun = false;
}

/* Reads a quoted step up to its quote, which is passed as well. */
static const char *quoted(const char *p, Splitter *splitter)
{
    char quote = *p++;
    while (*p && *p != quote) {
        p += *p == '\\' && p[1];
        g_string_append_c(splitter->step, *p++);
    }
    push(splitter);
    return *p ? p + 1 : p;
}

static const char *bracketed(const char *p, Splitter *splitter)
{
    if (*p == '"' || *p == '\'') {
        p = quoted(p, splitter);
    } else {
        while (*p && *p != ']') {
            p += *p == '\\' && p[1];
            g_string_append_c(splitter->step, *p++);
        }
        push(splitter);
    }
    while (*p && *p != ']')
        p++;
    return *p ? p + 1 : p;
}

const char *const *jutu_fieldpath_split(const char *path, JutuArena *arena)
{
    g_autoptr(GPtrArray) steps = g_ptr_array_new();
    g_autoptr(GString) step = g_string_new(NULL);
    Splitter splitter = { steps, step, false, arena };

    for (const char *p = path; *p;) {
        if (*p == '[' || *p == '.') {
            if (splitter.begun)
                push(&splitter);
            p = *p == '[' ? bracketed(p + 1, &splitter) : p + 1;
        } else if (p == path && (*p == '"' || *p == '\'')) {
            p = quoted(p, &splitter);
        } else {
            p += *p == '\\' && p[1];
            g_string_append_c(step, *p++);
            splitter.begun = true;
        }
    }
    if (splitter.begun)
        push(&splitter);
    g_ptr_array_add(steps, NULL);
    return (const char *const *)jutu_copy(arena, void *, steps->pdata, steps->len);
}

const char *jutu_fieldpath_flat(const char *path, JutuArena *arena)
{
    g_autofree char *flat = g_strjoinv(".", (char **)jutu_fieldpath_split(path, arena));
    return jutu_arena_strdup(arena, flat);
}

const char *jutu_fieldpath_escaped(const char *path, JutuArena *arena)
{
    g_autoptr(GString) escaped = g_string_new(NULL);
    const char *const *steps = jutu_fieldpath_split(path, arena);
    for (size_t i = 0; steps[i]; i++) {
        if (i > 0)
            g_string_append(escaped, "\\.");
        for (const char *p = steps[i]; *p; p++) {
            if (strchr("[].'\"", *p))
                g_string_append_c(escaped, '\\');
            g_string_append_c(escaped, *p);
        }
    }
    return jutu_arena_strdup(arena, escaped->str);
}

/* One "_" for each UTF-16 code unit, as JavaScript counts characters. */
const char *jutu_identifier(const char *text, JutuArena *arena)
{
    g_autoptr(GString) name = g_string_new(g_ascii_isdigit(*text) ? "_" : NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        if (g_ascii_isalnum(*p) || *p == '_')
            g_string_append_c(name, *p);
        else
            g_string_append(name, (unsigned char)*p >= 0xf0 ? "__" : "_");
    }
    return jutu_arena_strdup(arena, name->str);
}
