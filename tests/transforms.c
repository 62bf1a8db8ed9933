#include "transforms.h"

#include "base/json.h"
#include "transform/parse.h"

/* A field that is parsed before transform `at`. */
typedef struct {
    const char *field, *type;
    size_t at;
} ParseStep;

static const char *head_of(const char *path, JutuArena *arena)
{
    static const JutuTable none = { 0 };
    return jutu_field_new(&none, path, arena).first;
}

/* Whether a transform makes the field, or something that it is part of. */
static bool makes(const json_t *def, const char *field, JutuArena *arena)
{
    const JutuTransform *transform = jutu_transform_find(def);
    if (!transform || !transform->produces)
        return false;
    const char *const *names = transform->produces(def, arena);
    if (!names)
        return true;
    for (; *names; names++) {
        if (strcmp(head_of(*names, arena), head_of(field, arena)) == 0)
            return true;
    }
    return false;
}

/* Parses as early as the field exists; a later wish for another type wins there. */
static void add_step(GArray *steps, const json_t *list, size_t i, const char *field,
                     const char *type, JutuArena *arena)
{
    size_t at = i;
    while (at > 0 && !makes(json_array_get(list, at - 1), field, arena))
        at--;
    for (guint s = 0; s < steps->len; s++) {
        ParseStep *step = &g_array_index(steps, ParseStep, s);
        if (step->at == at && strcmp(step->field, field) == 0) {
            step->type = type;
            return;
        }
    }
    ParseStep step = { jutu_arena_strdup(arena, field), jutu_arena_strdup(arena, type), at };
    g_array_append_val(steps, step);
}

/* The parsing that the list implies. */
static GArray *steps_of(const json_t *list, JutuArena *arena)
{
    GArray *steps = g_array_new(false, false, sizeof(ParseStep));
    json_t *known = json_object(), *type;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *def = json_array_get(list, i);
        const JutuTransform *transform = jutu_transform_find(def);
        const JutuParsed parsed = { .implied = known };
        json_t *implied = transform ? jutu_parse_implied(transform, def, &parsed) : NULL;
        const char *field;
        json_object_foreach (implied, field, type)
            add_step(steps, list, i, field, json_string_value(type), arena);
        json_object_update(known, implied);
        json_decref(implied);
        const char *const *made = transform && transform->produces ? transform->produces(def, arena)
                                                                   : NULL;
        for (; made && *made; made++)
            json_object_set_new(known, *made, json_string(transform->type));
    }
    json_decref(known);
    return steps;
}

static bool is_parsed_before(const GArray *steps, size_t at)
{
    for (guint i = 0; i < steps->len; i++) {
        if (g_array_index(steps, ParseStep, i).at == at)
            return true;
    }
    return false;
}

/* Whether a rising transform passes the one that runs before it. */
static bool rises_above(const json_t *def, const json_t *above, JutuArena *arena)
{
    const JutuTransform *transform = jutu_transform_find(above);
    return !transform || !(transform->floor || transform->rises ||
                           makes(above, jutu_json_string(def, "field", ""), arena));
}

static const size_t *order_of(const json_t *list, const GArray *steps, JutuArena *arena)
{
    size_t n = json_array_size(list), floor = 0;
    size_t *order = jutu_new(arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        const json_t *def = json_array_get(list, i);
        const JutuTransform *transform = jutu_transform_find(def);
        size_t at = i;
        if (is_parsed_before(steps, i))
            floor = i;
        if (transform && transform->rises)
            for (; at > floor && rises_above(def, json_array_get(list, order[at - 1]), arena); at--)
                order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

static const JutuTable *parse(const GArray *steps, size_t at, const JutuTable *in,
                              JutuContext *context, GError **error)
{
    for (guint i = 0; in && i < steps->len; i++) {
        const ParseStep *step = &g_array_index(steps, ParseStep, i);
        if (step->at == at)
            in = jutu_parse_field(in, step->field, step->type, context, error);
    }
    return in;
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    const JutuTransform *transform = jutu_transform_find(def);
    if (transform)
        return jutu_transform_run(transform, def, in, scope, error);
    jutu_warn(scope->context, JUTU_RULE_no_effect, scope->pointer,
              "this is no transform; it is ignored");
    return in;
}

const JutuTable *transforms_run(const json_t *list, const JutuTable *in, JutuTransformScope *scope,
                                GError **error)
{
    JutuArena *arena = scope->context->arena;
    const char *pointer = scope->pointer;
    g_autoptr(GArray) steps = steps_of(list, arena);
    const size_t *order = order_of(list, steps, arena);
    size_t n = json_array_size(list);
    for (size_t i = 0; in && i < n; i++) {
        scope->pointer = jutu_arena_printf(arena, "%s/%zu", pointer, order[i]);
        in = parse(steps, i, in, scope->context, error);
        if (in)
            in = run(json_array_get(list, order[i]), in, scope, error);
    }
    scope->pointer = pointer;
    return in ? parse(steps, n, in, scope->context, error) : NULL;
}
