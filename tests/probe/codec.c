#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/number.h"
#include "base/time.h"
#include "probe.h"

json_t *probe_skip(GError **error, const char *why)
{
    g_set_error_literal(error, g_quark_from_static_string("probe-skip"), 0, why);
    return NULL;
}

static JutuValue read_array(const json_t *json, JutuArena *arena)
{
    size_t n = json_array_size(json);
    JutuValue *items = jutu_new(arena, JutuValue, n);
    for (size_t i = 0; i < n; i++)
        items[i] = probe_value(json_array_get(json, i), arena);
    return jutu_array(items, n);
}

static JutuValue read_object(const json_t *json, JutuArena *arena)
{
    JutuObject *object = jutu_new(arena, JutuObject, 1);
    const char **names = jutu_new(arena, const char *, json_object_size(json));
    JutuValue *values = jutu_new(arena, JutuValue, json_object_size(json));
    *object = (JutuObject){ 0, names, values };
    const char *name;
    json_t *member;
    json_object_foreach ((json_t *)json, name, member) {
        names[object->n] = jutu_arena_strdup(arena, name);
        values[object->n++] = probe_value(member, arena);
    }
    return jutu_object_value(object);
}

JutuValue probe_value(const json_t *json, JutuArena *arena)
{
    const char *number = jutu_json_string(json, "$num", NULL);
    if (!json || jutu_json_has(json, "$undefined"))
        return jutu_undefined();
    if (number)
        return jutu_number(jutu_number_parse(number, strlen(number)));
    if (jutu_json_has(json, "$date"))
        return jutu_date(jutu_date_parse(jutu_json_string(json, "$date", ""), NULL));
    if (json_is_array(json))
        return read_array(json, arena);
    if (json_is_object(json))
        return read_object(json, arena);
    return jutu_value_from_json(json, arena);
}

double probe_number(const json_t *json, JutuArena *arena)
{
    return jutu_to_number(probe_value(json, arena));
}

json_t *probe_json_number(double number)
{
    char text[JUTU_NUMBER_SIZE];
    if (isfinite(number) && (number != 0 || !signbit(number)))
        return jutu_value_to_json(jutu_number(number));
    return json_pack("{ss}", "$num", number == 0 ? "-0" : jutu_number_print(number, text));
}

json_t *probe_json_numbers(const double *numbers, size_t n)
{
    json_t *array = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(array, probe_json_number(numbers[i]));
    return array;
}

static json_t *write_array(JutuValue value, JutuArena *arena)
{
    json_t *array = json_array();
    for (size_t i = 0; i < value.length; i++)
        json_array_append_new(array, probe_json(value.items[i], arena));
    return array;
}

static json_t *write_object(const JutuObject *object, JutuArena *arena)
{
    json_t *json = json_object();
    for (size_t i = 0; i < object->n; i++)
        json_object_set_new(json, object->names[i], probe_json(object->values[i], arena));
    return json;
}

/* "/source/flags" in two */
static json_t *write_regexp(JutuValue value, JutuArena *arena)
{
    const char *text = jutu_to_text(value, arena), *flags = strrchr(text, '/');
    return json_pack("{s[s%s]}", "$regexp", text + 1, (int)(flags - text - 1), flags + 1);
}

json_t *probe_json(JutuValue value, JutuArena *arena)
{
    switch ((JutuType)value.type) {
    case JUTU_UNDEFINED:
        return json_pack("{sb}", "$undefined", 1);
    case JUTU_NUMBER:
        return probe_json_number(value.number);
    case JUTU_ARRAY:
        return write_array(value, arena);
    case JUTU_OBJECT:
        return write_object(value.object, arena);
    case JUTU_REGEXP:
        return write_regexp(value, arena);
    case JUTU_DATE:
        return json_pack("{ss?}", "$date",
                         isnan(value.number) ? NULL : jutu_date_iso(value.number, arena));
    case JUTU_NULL:
    case JUTU_BOOLEAN:
    case JUTU_STRING:
        break;
    }
    return jutu_value_to_json(value);
}
