#include "transform/transform.h"

#include "base/json.h"

#define JUTU_TRANSFORM(name) extern const JutuTransform jutu_transform_##name;
#include "transform/transforms.def"
#undef JUTU_TRANSFORM

const JutuTransform *const jutu_transforms[] = {
#define JUTU_TRANSFORM(name) &jutu_transform_##name,
#include "transform/transforms.def"
#undef JUTU_TRANSFORM
    NULL,
};

const JutuTransform *jutu_transform_find(const json_t *def)
{
    for (const JutuTransform *const *row = jutu_transforms; *row; row++)
        if (jutu_json_has(def, (*row)->name))
            return *row;
    return NULL;
}

bool jutu_transform_room(const JutuTransformScope *scope, size_t rows, size_t cells, GError **error)
{
    const JutuContext *context = scope->context;
    size_t left = context->most_cells - MIN(context->cells, context->most_cells);
    if (rows > context->most_rows)
        jutu_error_set(error, JUTU_ERROR_DATA, scope->pointer,
                       "this makes %zu rows, more than %zu: filter or aggregate before", rows,
                       context->most_rows);
    else if (cells > 0 && rows > left / cells)
        jutu_error_set(error, JUTU_ERROR_DATA, scope->pointer,
                       "this makes %zu rows of %zu cells, which takes the chart's tables above %zu "
                       "cells: filter, aggregate or leave columns out before",
                       rows, cells, context->most_cells);
    else
        return true;
    return false;
}

/* Columns that `in` doesn't have; those that both have mostly stand at the same place. */
static size_t count_new(const JutuTable *out, const JutuTable *in)
{
    size_t n = 0;
    for (size_t c = 0; c < out->n_columns; c++)
        n += c >= in->n_columns || out->columns[c].cells != in->columns[c].cells;
    return n;
}

const JutuTable *jutu_transform_run(const JutuTransform *transform, const json_t *def,
                                    const JutuTable *in, JutuTransformScope *scope, GError **error)
{
    if (!jutu_transform_room(scope, in->n_rows, 1, error))
        return NULL;
    const JutuTable *out = transform->run(def, in, scope, error);
    if (!out)
        return NULL;
    scope->context->cells += out->n_rows * count_new(out, in);
    if (out->origin || out->before || !(in->origin || in->before))
        return out;
    JutuTable *made = jutu_copy(scope->context->arena, JutuTable, out, 1);
    made->before = in->origin ? in : in->before;
    return made;
}
