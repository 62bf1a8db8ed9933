#include "base/json.h"

#include <stdarg.h>
#include <string.h>

static void unref(void *json)
{
    json_decref(json);
}

json_t *jutu_json_own(JutuArena *arena, json_t *json)
{
    return json ? jutu_arena_own(arena, json, unref) : NULL;
}

json_t *jutu_json_path(const json_t *json, ...)
{
    va_list names;
    va_start(names, json);
    for (const char *name; json && (name = va_arg(names, const char *));)
        json = json_object_get(json, name);
    va_end(names);
    return (json_t *)json;
}

double jutu_json_number(const json_t *object, const char *name, double fallback)
{
    const json_t *member = json_object_get(object, name);
    return json_is_number(member) ? json_number_value(member) : fallback;
}

const char *jutu_json_string(const json_t *object, const char *name, const char *fallback)
{
    const json_t *member = json_object_get(object, name);
    return json_is_string(member) ? json_string_value(member) : fallback;
}

bool jutu_json_bool(const json_t *object, const char *name, bool fallback)
{
    const json_t *member = json_object_get(object, name);
    return json_is_boolean(member) ? json_is_true(member) : fallback;
}

bool jutu_json_has(const json_t *object, const char *name)
{
    return json_object_get(object, name) != NULL;
}

bool jutu_json_truthy(const json_t *json)
{
    if (json_is_number(json))
        return json_number_value(json) != 0;
    if (json_is_string(json))
        return json_string_length(json) > 0;
    return json && !json_is_null(json) && !json_is_false(json);
}

bool jutu_json_given(const json_t *json)
{
    return json && !json_is_null(json);
}

bool jutu_json_is_off(const json_t *json)
{
    return json_is_null(json) || json_is_false(json);
}

/* Advice for jansson's messages, by how they begin. */
static const struct {
    const char *says, *near, *means;
} advices[] = {
    { "string or '}' expected", "'}'", "a comma before \"}\"; remove it" },
    { "string or '}' expected", "end of file", "the text ends inside an object; add \"}\"" },
    { "string or '}' expected", "", "a name in double quotes or \"}\" should be here" },
    { "'}' expected", "end of file", "the text ends inside an object; add \"}\"" },
    { "'}' expected", "", "a comma or \"}\" should be here" },
    { "']' expected", "end of file", "the text ends inside an array; add \"]\"" },
    { "']' expected", "", "a comma or \"]\" should be here" },
    { "':' expected", "", "a colon should be between a name and its value" },
    { "end of file expected", "", "the JSON is complete before this; remove the rest" },
    { "unexpected token", "end of file", "there is no JSON here; write at least {}" },
    { "unexpected token", "']'", "a comma before \"]\"; remove it" },
    { "unexpected token", "", "a value should be here" },
    { "invalid token", "'/'", "JSON has no comments; remove it" },
    { "invalid token", "'0'", "no number; write it without a leading zero" },
    { "invalid token", "''", "text needs double quotes" },
    { "invalid token", "", "no JSON value; text needs double quotes" },
    { "real number overflow", "", "a number beyond 1.8e308; use a smaller one" },
    { "unexpected newline", "", "a line ends inside a text; close the quotes or write \\n" },
    { "premature end of input", "", "the text ends inside quotes; close them" },
    { "control character", "", "a control character inside a text; write it as \\uXXXX" },
    { "invalid escape", "", "no JSON escape; write \\\\ for a backslash" },
    { "invalid Unicode", "", "half a surrogate pair; write the character itself" },
    { "\\u0000 is not allowed", "", "text can't contain \\u0000; remove it" },
    { "NUL byte in object key", "", "a name can't contain \\u0000; remove it" },
    { "maximum parsing depth", "", "nested deeper than 2048 levels; make it flatter" },
};

static const char *advice(const char *says, const char *near)
{
    for (size_t i = 0; i < G_N_ELEMENTS(advices); i++) {
        if (g_str_has_prefix(says, advices[i].says) && g_str_has_prefix(near, advices[i].near))
            return advices[i].means;
    }
    return says;
}

static json_t *fail_parse(GError **error, const char *text, size_t offset, const char *message)
{
    GError *own = NULL;
    jutu_error_set(&own, JUTU_ERROR_SYNTAX, "", "%s", message);
    jutu_error_place(own, text, offset);
    g_propagate_error(error, own);
    return NULL;
}

/* Jansson stops after the token that it didn't expect and quotes it, if it is short; within a text
 * the character before is the one. */
static size_t offset_of(const json_error_t *found, const char *near, size_t length)
{
    size_t end = MIN((size_t)MAX(found->position, 0), length);
    size_t token = strlen(near) > 2 && *near == '\'' ? strlen(near) - 2 : 0;
    bool inside = g_str_has_prefix(found->text, "invalid escape") ||
                  g_str_has_prefix(found->text, "invalid Unicode") || strstr(found->text, "0000");
    return inside && end > 0 ? end - 1 : end - MIN(token, end);
}

json_t *jutu_json_parse(const char *text, size_t length, GError **error)
{
    if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
        text += 3;
        length -= 3;
    }
    const char *stop;
    if (!g_utf8_validate_len(text, length, &stop)) {
        size_t offset = (size_t)(stop - text);
        return fail_parse(error, text, offset,
                          *stop ? "not UTF-8; save the file as UTF-8" : "a NUL byte; remove it");
    }
    json_error_t found;
    json_t *json = json_loadb(text, length, JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, &found);
    if (json)
        return json;

    const char *near = strstr(found.text, " near ");
    near = near ? near + strlen(" near ") : "";
    return fail_parse(error, text, offset_of(&found, near, length), advice(found.text, near));
}

void jutu_pointer_append(GString *pointer, const JutuStep *way)
{
    if (!way)
        return;
    jutu_pointer_append(pointer, way->outer);
    g_string_append_c(pointer, '/');
    if (!way->name)
        g_string_append_printf(pointer, "%zu", way->index);
    for (const char *c = way->name; c && *c; c++) {
        if (*c == '~' || *c == '/')
            g_string_append(pointer, *c == '~' ? "~0" : "~1");
        else
            g_string_append_c(pointer, *c);
    }
}

static bool find_node(const json_t *from, const json_t *node, const JutuStep *here,
                      GString *pointer)
{
    if (from == node) {
        jutu_pointer_append(pointer, here);
        return true;
    }
    const char *name;
    json_t *inner;
    size_t i;
    json_array_foreach (from, i, inner) {
        if (find_node(inner, node, &(JutuStep){ here, NULL, i }, pointer))
            return true;
    }
    json_object_foreach ((json_t *)from, name, inner) {
        if (find_node(inner, node, &(JutuStep){ here, name, 0 }, pointer))
            return true;
    }
    return false;
}

const char *jutu_pointer_of(const json_t *root, const json_t *node, JutuArena *arena)
{
    g_autoptr(GString) pointer = g_string_new(NULL);
    find_node(root, node, NULL, pointer);
    return jutu_arena_strdup(arena, pointer->str);
}
