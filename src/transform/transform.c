#include "transform/transform.h"

#include "base/json.h"
#include "transform/parse.h"

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

/* Whether a rising transform passes the one that runs before it. */
static bool passes(const json_t *def, const json_t *above, JutuArena *arena)
{
    const JutuTransform *transform = jutu_transform_find(above);
    const char *field = jutu_json_string(def, "field", "");
    return !transform ||
           !(transform->floor || transform->rises || jutu_transform_makes(above, field, arena));
}

/* The order in which the list runs. */
static size_t *order_of(const json_t *list, const JutuParsePlan *plan, JutuArena *arena)
{
    size_t n = json_array_size(list), floor = 0;
    size_t *order = jutu_new(arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        const json_t *def = json_array_get(list, i);
        const JutuTransform *transform = jutu_transform_find(def);
        size_t at = i;
        if (jutu_parse_plan_has(plan, i))
            floor = i;
        if (transform && transform->rises)
            for (; at > floor && passes(def, json_array_get(list, order[at - 1]), arena); at--)
                order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

bool jutu_transform_room(const JutuTransformScope *scope, size_t rows, size_t cells, GError **error)
{
    const JutuContext *context = scope->context;
    size_t left = context->most_cells - MIN(context->cells, context->most_cells);
    if (rows > JUTU_MOST_ROWS)
        jutu_error_set(error, JUTU_ERROR_DATA, scope->pointer,
                       "this makes %zu rows, more than %zu: filter or aggregate before", rows,
                       JUTU_MOST_ROWS);
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
    if (out)
        scope->context->cells += out->n_rows * count_new(out, in);
    return out;
}

static const JutuTable *run_one(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                                GError **error)
{
    const JutuTransform *transform = jutu_transform_find(def);
    if (transform)
        return jutu_transform_run(transform, def, in, scope, error);
    jutu_warn(scope->context, scope->pointer,
              "this is no transform that Vega-Lite knows; it is skipped");
    return in;
}

const JutuTable *jutu_transforms_run(const json_t *list, const JutuTable *in,
                                     JutuTransformScope *scope, GError **error)
{
    JutuArena *arena = scope->context->arena;
    const char *pointer = scope->pointer ? scope->pointer : "";
    const JutuParsePlan *plan = scope->plan;
    if (!plan) {
        JutuParsePlan *implied = jutu_parse_plan_new(NULL, arena);
        jutu_parse_plan_transforms(implied, list);
        plan = implied;
    }
    size_t n = json_array_size(list);
    const size_t *order = order_of(list, plan, arena);
    for (size_t i = 0; in && i < n; i++) {
        scope->pointer = jutu_arena_printf(arena, "%s/%zu", pointer, order[i]);
        in = jutu_parse_plan_apply(plan, i, in, scope->context, error);
        if (in)
            in = run_one(json_array_get(list, order[i]), in, scope, error);
    }
    scope->pointer = pointer;
    return in ? jutu_parse_plan_apply(plan, n, in, scope->context, error) : NULL;
}
