/* Variable params: what expressions read by name. */
#include "base/json.h"
#include "chart/chart.h"

/* A param's value: its own, or that of its expression over the params before it. */
static bool read_param(JutuChart *chart, const json_t *param, const JutuObject *before,
                       JutuValue *out, GError **error)
{
    const char *source = jutu_json_string(param, "expr", NULL);
    *out = jutu_value_from_json(json_object_get(param, "value"), chart->arena);
    if (!source)
        return true;
    JutuScope scope = { .context = chart->context, .params = before, .host = &chart->host };
    const char *where = jutu_pointer_of(chart->source, param, chart->arena);
    const char *pointer = jutu_arena_printf(chart->arena, "%s/expr", where);
    const JutuExpr *expr = jutu_expr_parse(source, pointer, chart->context, error);
    if (!expr)
        return false;
    GError *problem = NULL;
    *out = jutu_expr_eval(expr, &scope, &problem);
    if (problem)
        g_propagate_error(error, problem);
    return !problem;
}

bool jutu_params_read(JutuChart *chart, GError **error)
{
    JutuArena *arena = chart->arena;
    const json_t *params = json_object_get(chart->spec, "params");
    size_t n = json_array_size(params);
    const char **names = jutu_new(arena, const char *, n + 1);
    JutuValue *values = jutu_new(arena, JutuValue, n + 1);
    JutuObject *object = jutu_new(arena, JutuObject, 1);
    *object = (JutuObject){ 0, names, values };
    chart->params = object;
    for (size_t i = 0; i < n; i++) {
        const json_t *param = json_array_get(params, i);
        const char *name = jutu_json_string(param, "name", NULL);
        if (!name || json_object_get(param, "select"))
            continue;
        if (!read_param(chart, param, object, &values[object->n], error))
            return false;
        names[object->n++] = name;
    }
    return true;
}
