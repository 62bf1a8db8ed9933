/* extent: a parameter that holds the least and the greatest number of a field. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "transform/args.h"
#include "transform/bin.h"

/* The params with one of this name added, or in place of it. */
static const JutuObject *with_param(const JutuObject *params, const char *name, JutuValue value,
                                    JutuArena *arena)
{
    size_t n = params ? params->n : 0, at = 0;
    const char **names = jutu_new(arena, const char *, n + 1);
    JutuValue *values = jutu_new(arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++) {
        names[i] = params->names[i];
        values[i] = params->values[i];
    }
    while (at < n && strcmp(names[at], name) != 0)
        at++;
    names[at] = name;
    values[at] = value;
    JutuObject *out = jutu_new(arena, JutuObject, 1);
    *out = (JutuObject){ MAX(n, at + 1), names, values };
    return out;
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    const char *field = jutu_arg_field(def, "extent", scope, error);
    const char *param = jutu_json_string(def, "param", NULL);
    if (!field)
        return NULL;
    if (!param)
        return jutu_arg_error(scope, "param", error, "\"param\" must name the parameter to set");
    double extent[2];
    jutu_field_extent(jutu_cells(in, field, arena), in->n_rows, extent);
    JutuValue *ends = jutu_new(arena, JutuValue, 2);
    for (size_t end = 0; end < 2; end++)
        ends[end] = isnan(extent[end]) ? jutu_undefined() : jutu_number(extent[end]);
    scope->params = with_param(scope->params, param, jutu_array(ends, 2), arena);
    return in;
}

const JutuTransform jutu_transform_extent = {
    .name = "extent",
    .doc = "A parameter that holds the least and the greatest number of a field.",
    .reads = "extent",
    .run = run,
};
