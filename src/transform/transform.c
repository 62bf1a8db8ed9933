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
    for (size_t i = 0; in && i < n; i++) {
        const json_t *def = json_array_get(list, i);
        const JutuTransform *transform = jutu_transform_find(def);
        scope->pointer = jutu_arena_printf(arena, "%s/%zu", pointer, i);
        in = jutu_parse_plan_apply(plan, i, in, scope->context, error);
        if (!transform)
            jutu_warn(scope->context, scope->pointer,
                      "this is no transform that Vega-Lite knows; "
                      "it is skipped");
        else if (in)
            in = transform->run(def, in, scope, error);
    }
    scope->pointer = pointer;
    return in ? jutu_parse_plan_apply(plan, n, in, scope->context, error) : NULL;
}
