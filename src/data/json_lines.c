#include "data/json_lines.h"

#include <string.h>

#include "base/json.h"

typedef struct {
    const char *start;
    size_t length;
} Line;

/* The first line from `*at` on that isn't blank; `*at` is set behind it. @return false: none */
static bool next_line(const char **at, const char *end, Line *line)
{
    while (*at < end) {
        const char *feed = memchr(*at, '\n', (size_t)(end - *at));
        *line = (Line){ *at, (size_t)((feed ? feed : end) - *at) };
        *at = feed ? feed + 1 : end;
        while (line->length > 0 && g_ascii_isspace(line->start[line->length - 1]))
            line->length--;
        if (line->length > 0)
            return true;
    }
    return false;
}

static json_t *parse_line(Line line, GError **error)
{
    g_autofree char *copy = g_strndup(line.start, line.length);
    return jutu_json_parse(copy, line.length, error);
}

bool jutu_json_is_lines(const char *text, size_t length)
{
    const char *at = text, *end = text + length;
    Line first, second;
    if (!next_line(&at, end, &first) || !next_line(&at, end, &second))
        return false;
    char opens = first.start[0], closes = first.start[first.length - 1];
    bool pair = (opens == '{' && closes == '}') || (opens == '[' && closes == ']');
    if (!pair || second.start[0] != opens)
        return false;
    json_t *json = parse_line(first, NULL);
    json_decref(json);
    return json;
}

json_t *jutu_json_lines(const char *text, size_t length, GError **error)
{
    const char *at = text, *end = text + length;
    json_t *list = json_array();
    Line line;
    while (next_line(&at, end, &line)) {
        g_autoptr(GError) reason = NULL;
        json_t *json = parse_line(line, &reason);
        if (json) {
            json_array_append_new(list, json);
            continue;
        }
        const JutuWhere *where = jutu_error_where(reason);
        size_t column = where && where->column > 0 ? where->column - 1 : 0;
        column = MIN(column, (size_t)g_utf8_strlen(line.start, (gssize)line.length));
        const char *fault = g_utf8_offset_to_pointer(line.start, (glong)column);
        jutu_error_place(reason, text, (size_t)(fault - text));
        g_propagate_error(error, g_steal_pointer(&reason));
        json_decref(list);
        return NULL;
    }
    return list;
}
