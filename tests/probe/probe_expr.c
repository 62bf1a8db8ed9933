/* Expressions over one datum. */
#include <string.h>

#include "base/json.h"
#include "expr/eval.h"
#include "probe.h"

/* A text that has half a surrogate pair, as its UTF-16 units. */
static json_t *write_units(JutuValue text)
{
    json_t *units = json_array();
    for (size_t at = 0, size; at < text.length; at += size) {
        uint32_t c = jutu_utf16_next(text.string + at, text.length - at, &size);
        if (c >= 0x10000) {
            json_array_append_new(units, json_integer(0xD800 + ((c - 0x10000) >> 10)));
            c = 0xDC00 + ((c - 0x10000) & 0x3FF);
        }
        json_array_append_new(units, json_integer(c));
    }
    return json_pack("{so}", "$utf16", units);
}

static json_t *write_value(JutuValue value, JutuArena *arena)
{
    if (value.type == JUTU_STRING && jutu_utf16_is_broken(value.string, value.length))
        return write_units(value);
    if (value.type == JUTU_ARRAY) {
        json_t *array = json_array();
        for (size_t i = 0; i < value.length; i++)
            json_array_append_new(array, write_value(value.items[i], arena));
        return array;
    }
    return probe_json(value, arena);
}

json_t *probe_expr(const json_t *given, JutuContext *context, GError **error)
{
    const json_t *datum = json_object_get(given, "datum");
    JutuScope scope = {
        .context = context,
        .datum = datum ? probe_value(datum, context->arena)
                       : jutu_object_value(jutu_new(context->arena, JutuObject, 1)),
    };
    const char *source = jutu_json_string(given, "expr", "");
    const JutuExpr *expr = jutu_expr_parse(source, "/expr", context, error);
    bool broken;
    GError *problem = NULL;
    JutuValue value = expr ? jutu_expr_run(expr, &scope, &broken, &problem) : jutu_undefined();
    if (problem)
        g_propagate_error(error, problem);
    return expr && !problem ? write_value(value, context->arena) : NULL;
}
