#include "scale/tween.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "scale/scale.h"

static JutuTween constant(JutuValue value)
{
    return (JutuTween){ .kind = JUTU_TWEEN_CONSTANT, .constant = value };
}

static JutuTween numbers(JutuTweenKind kind, double a, double b)
{
    return (JutuTween){ .kind = kind, .a = a, .b = b };
}

/* From what is no colour the other's channels come unmixed. */
static JutuTween colors(JutuValue a, JutuValue b, const JutuColorSpace *space, double gamma)
{
    JutuColor from, to;
    bool from_ok = jutu_color_of(a, &from), to_ok = jutu_color_of(b, &to);
    if (!from_ok)
        from = to;
    if (!to_ok)
        to = from;
    return (JutuTween){ .kind = JUTU_TWEEN_COLOR, .span = jutu_color_span(space, from, to, gamma) };
}

/* The next number in a text, "-1.5e3": where it begins, and *end. NULL: there is none. */
static const char *find_number(const char *text, const char **end)
{
    for (; *text; text++) {
        const char *at = text + (*text == '-' || *text == '+');
        bool point = *at == '.';
        if (!g_ascii_isdigit(at[point]))
            continue;
        for (at += point; g_ascii_isdigit(*at); at++)
            continue;
        if (!point && *at == '.')
            for (at++; g_ascii_isdigit(*at); at++)
                continue;
        if (*at == 'e' || *at == 'E') {
            const char *power = at + 1 + (at[1] == '-' || at[1] == '+');
            if (g_ascii_isdigit(*power)) {
                for (at = power; g_ascii_isdigit(*at); at++)
                    continue;
            }
        }
        *end = at;
        return text;
    }
    return NULL;
}

static JutuTween literal(const char *from, const char *to, JutuArena *arena)
{
    return constant(jutu_string(jutu_arena_printf(arena, "%.*s", (int)(to - from), from)));
}

/* The second text, with its numbers moving from those of the first. */
static JutuTween texts(const char *a, const char *b, JutuArena *arena)
{
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(JutuTween));
    const char *a_end = a, *b_end = b;
    for (;;) {
        const char *a_number = find_number(a_end, &a_end);
        const char *rest = b_end, *b_number = a_number ? find_number(b_end, &b_end) : NULL;
        JutuTween before = literal(rest, b_number ? b_number : rest + strlen(rest), arena);
        g_array_append_val(parts, before);
        if (!b_number)
            break;
        JutuTween number = numbers(JUTU_TWEEN_NUMBER,
                                   jutu_number_parse(a_number, (size_t)(a_end - a_number)),
                                   jutu_number_parse(b_number, (size_t)(b_end - b_number)));
        if (number.a == number.b)
            number = literal(b_number, b_end, arena); /* keeps its digits: "1.50" */
        g_array_append_val(parts, number);
    }
    return (JutuTween){ .kind = JUTU_TWEEN_TEXT,
                        .n = parts->len,
                        .parts = jutu_copy(arena, JutuTween, parts->data, parts->len) };
}

static JutuTween arrays(JutuValue a, JutuValue b, JutuTweenStyle style, JutuArena *arena)
{
    size_t n = b.length, shared = a.type == JUTU_ARRAY ? MIN(a.length, n) : 0;
    JutuTween *parts = jutu_new(arena, JutuTween, n);
    for (size_t i = 0; i < n; i++)
        parts[i] = i < shared ? jutu_tween(a.items[i], b.items[i], style, arena)
                              : constant(b.items[i]);
    return (JutuTween){ .kind = JUTU_TWEEN_ARRAY, .n = n, .parts = parts };
}

static JutuTween objects(JutuValue a, JutuValue b, JutuTweenStyle style, JutuArena *arena)
{
    const JutuObject *object = b.object;
    JutuTween *parts = jutu_new(arena, JutuTween, object->n);
    for (size_t i = 0; i < object->n; i++) {
        JutuValue from = jutu_member(a, object->names[i]);
        parts[i] = from.type == JUTU_UNDEFINED ? constant(object->values[i])
                                               : jutu_tween(from, object->values[i], style, arena);
    }
    return (JutuTween){
        .kind = JUTU_TWEEN_OBJECT, .n = object->n, .parts = parts, .names = object->names
    };
}

JutuTween jutu_tween(JutuValue a, JutuValue b, JutuTweenStyle style, JutuArena *arena)
{
    static const JutuTweenStyle by_type = { NULL, 1, false };
    JutuColor color;
    if (style.space)
        return colors(a, b, style.space, style.gamma);
    if (style.round)
        return numbers(JUTU_TWEEN_ROUND, jutu_to_number(a), jutu_to_number(b));
    switch ((JutuType)b.type) {
    case JUTU_UNDEFINED:
    case JUTU_NULL:
    case JUTU_BOOLEAN:
    case JUTU_REGEXP:
        break;
    case JUTU_NUMBER:
        return numbers(JUTU_TWEEN_NUMBER, jutu_to_number(a), b.number);
    case JUTU_DATE:
        return numbers(JUTU_TWEEN_DATE, jutu_to_number(a), b.number);
    case JUTU_STRING:
        return jutu_color_of(b, &color) ? colors(a, b, jutu_color_space_find("rgb"), 1)
                                        : texts(jutu_to_text(a, arena), b.string, arena);
    case JUTU_ARRAY:
        return arrays(a, b, by_type, arena);
    case JUTU_OBJECT:
        return objects(a, b, by_type, arena);
    }
    return constant(b);
}

static JutuValue join_parts(const JutuTween *tween, double t, JutuArena *arena)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < tween->n; i++)
        g_string_append(text, jutu_to_text(jutu_tween_at(&tween->parts[i], t, arena), arena));
    return jutu_string(jutu_arena_strdup(arena, text->str));
}

static const JutuValue *each(const JutuTween *tween, double t, JutuArena *arena)
{
    JutuValue *values = jutu_new(arena, JutuValue, tween->n);
    for (size_t i = 0; i < tween->n; i++)
        values[i] = jutu_tween_at(&tween->parts[i], t, arena);
    return values;
}

JutuValue jutu_tween_at(const JutuTween *tween, double t, JutuArena *arena)
{
    double number = tween->a * (1 - t) + tween->b * t;
    char text[JUTU_COLOR_SIZE];
    switch (tween->kind) {
    case JUTU_TWEEN_CONSTANT:
        break;
    case JUTU_TWEEN_NUMBER:
        return jutu_number(number);
    case JUTU_TWEEN_ROUND:
        return jutu_number(jutu_round(number));
    case JUTU_TWEEN_DATE:
        return jutu_date(number);
    case JUTU_TWEEN_COLOR:
        jutu_color_css(jutu_color_span_at(&tween->span, t), text);
        return jutu_string(jutu_arena_strdup(arena, text));
    case JUTU_TWEEN_TEXT:
        return join_parts(tween, t, arena);
    case JUTU_TWEEN_ARRAY:
        return jutu_array(each(tween, t, arena), tween->n);
    case JUTU_TWEEN_OBJECT: {
        JutuObject *object = jutu_new(arena, JutuObject, 1);
        *object = (JutuObject){ tween->n, tween->names, each(tween, t, arena) };
        return jutu_object_value(object);
    }
    }
    return tween->constant;
}
