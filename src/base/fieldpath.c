#include "base/fieldpath.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "base/error.h"

static const char lone[] = "\"%s\" has a ] without [; write \\] if it belongs to the name";
static const char open_end[] = "\"%s\" has a [ or quote that isn't closed; write \\[ if it belongs "
                               "to the name";

/* The state of Vega's path splitter. */
typedef struct {
    const char *path;
    GPtrArray *steps;
    GString *step;       /* what is before the last backslash of this step */
    ptrdiff_t start;     /* of the rest of this step */
    ptrdiff_t bracket;   /* where the text in brackets starts; -1: after a quoted one; 0: outside */
    char quote;          /* the open quote, or 0 */
    const char *problem; /* the first one; NULL: none */
    JutuArena *arena;
} Splitter;

static void push(Splitter *splitter, ptrdiff_t end)
{
    g_string_append_len(splitter->step, splitter->path + splitter->start, end - splitter->start);
    g_ptr_array_add(splitter->steps, jutu_arena_strdup(splitter->arena, splitter->step->str));
    g_string_truncate(splitter->step, 0);
    splitter->start = end + 1;
}

static void note(Splitter *splitter, const char *problem)
{
    if (!splitter->problem)
        splitter->problem = problem;
}

/* Quotes stand in brackets: to Vega those of the first step are open ones as well. */
static void quote_at(Splitter *splitter, ptrdiff_t at)
{
    if (!splitter->bracket)
        note(splitter, open_end);
    if (at > splitter->start)
        return;
    splitter->start = at + 1;
    splitter->quote = splitter->path[at];
}

static void close_bracket(Splitter *splitter, ptrdiff_t at)
{
    if (!splitter->bracket) {
        note(splitter, lone);
        return;
    }
    if (splitter->bracket > 0)
        push(splitter, at);
    splitter->bracket = 0;
    splitter->start = at + 1;
}

static void split_at(Splitter *splitter, ptrdiff_t at)
{
    char c = splitter->path[at];
    if (splitter->quote) {
        if (c != splitter->quote)
            return;
        push(splitter, at);
        splitter->quote = 0;
        splitter->bracket = splitter->bracket ? -1 : 0;
    } else if (splitter->start == splitter->bracket && (c == '"' || c == '\'')) {
        quote_at(splitter, at);
    } else if ((c == '.' && !splitter->bracket) || c == '[') {
        if (at > splitter->start)
            push(splitter, at);
        splitter->start = at + 1;
        splitter->bracket = c == '[' ? at + 1 : 0;
    } else if (c == ']') {
        close_bracket(splitter, at);
    }
}

const char *const *jutu_fieldpath_split(const char *path, JutuArena *arena, GError **error)
{
    g_autoptr(GPtrArray) steps = g_ptr_array_new();
    g_autoptr(GString) step = g_string_new(NULL);
    Splitter splitter = { .path = path, .steps = steps, .step = step, .arena = arena };
    ptrdiff_t length = (ptrdiff_t)strlen(path), at = 0;
    for (; at < length; at++) {
        if (path[at] == '\\') { /* the next character is taken as it is */
            g_string_append_len(step, path + splitter.start, at - splitter.start);
            splitter.start = ++at;
        } else {
            split_at(&splitter, at);
        }
    }
    if (splitter.bracket || splitter.quote)
        note(&splitter, open_end);
    if (error && splitter.problem) {
        jutu_error_set(error, JUTU_ERROR_SPEC, NULL, splitter.problem, path);
        return NULL;
    }
    /* a backslash may have been the last: then `at` is beyond the end */
    if (at > splitter.start || splitter.bracket > 0 || splitter.quote)
        push(&splitter, length);
    g_ptr_array_add(steps, NULL);
    return (const char *const *)jutu_copy(arena, void *, steps->pdata, steps->len);
}

/* A path of one step, without anything to escape, as most are. */
static bool is_plain(const char *path)
{
    return *path && !strpbrk(path, "[].'\"\\");
}

const char *jutu_fieldpath_flat(const char *path, JutuArena *arena)
{
    if (is_plain(path))
        return jutu_arena_strdup(arena, path);
    g_autofree char *flat = g_strjoinv(".", (char **)jutu_fieldpath_split(path, arena, NULL));
    return jutu_arena_strdup(arena, flat);
}

const char *jutu_fieldpath_escaped(const char *path, JutuArena *arena)
{
    if (is_plain(path))
        return jutu_arena_strdup(arena, path);
    g_autoptr(GString) escaped = g_string_new(NULL);
    const char *const *steps = jutu_fieldpath_split(path, arena, NULL);
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
