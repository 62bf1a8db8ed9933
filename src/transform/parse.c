#include "transform/parse.h"

#include "base/json.h"
#include "data/parse.h"
#include "transform/args.h"

typedef struct {
    const char *field, *type;
    size_t at; /* before this transform */
} Step;

/* What is known of a field. */
typedef struct {
    const char *type; /* NULL: the data say that it isn't parsed */
    bool given;       /* by the data's format, which nothing overrides */
} Known;

struct JutuParsePlan {
    JutuArena *arena;
    GHashTable *known;     /* field → Known */
    GPtrArray *transforms; /* of const json_t, borrowed */
    GArray *steps;         /* of Step */
    bool nothing;
};

static void know(JutuParsePlan *plan, const char *field, const char *type, bool given)
{
    Known *known = jutu_new(plan->arena, Known, 1);
    *known = (Known){ type, given };
    g_hash_table_insert(plan->known, (gpointer)field, known);
}

JutuParsePlan *jutu_parse_plan_new(const json_t *given, JutuArena *arena)
{
    JutuParsePlan *plan = jutu_new(arena, JutuParsePlan, 1);
    plan->arena = arena;
    plan->known = jutu_arena_own(arena, g_hash_table_new(g_str_hash, g_str_equal),
                                 (void (*)(void *))g_hash_table_unref);
    plan->transforms = jutu_arena_own(arena, g_ptr_array_new(),
                                      (void (*)(void *))g_ptr_array_unref);
    plan->steps = jutu_arena_own(arena, g_array_new(false, false, sizeof(Step)),
                                 (void (*)(void *))g_array_unref);
    plan->nothing = json_is_null(given);
    const char *field;
    json_t *type;
    if (json_is_object(given))
        json_object_foreach ((json_t *)given, field, type)
            know(plan, field, json_string_value(type), true);
    return plan;
}

static const char *head_of(const char *path, JutuArena *arena)
{
    static const JutuTable none = { 0 };
    return jutu_field_new(&none, path, arena).first;
}

bool jutu_transform_makes(const json_t *def, const char *field, JutuArena *arena)
{
    const JutuTransform *transform = jutu_transform_find(def);
    if (!transform || !transform->produces)
        return false;
    const char *const *names = transform->produces(def, arena);
    if (!names)
        return true;
    const char *head = head_of(field, arena);
    for (; *names; names++)
        if (strcmp(head_of(*names, arena), head) == 0)
            return true;
    return false;
}

/* Parses as early as the field exists; a later wish for another type wins there. */
static void add_step(JutuParsePlan *plan, const char *field, const char *type)
{
    size_t at = plan->transforms->len;
    while (at > 0 &&
           !jutu_transform_makes(g_ptr_array_index(plan->transforms, at - 1), field, plan->arena))
        at--;
    know(plan, field, type, false);
    for (guint i = 0; i < plan->steps->len; i++) {
        Step *step = &g_array_index(plan->steps, Step, i);
        if (step->at == at && strcmp(step->field, field) == 0) {
            step->type = type;
            return;
        }
    }
    Step step = { field, type, at };
    g_array_append_val(plan->steps, step);
}

void jutu_parse_plan_need(JutuParsePlan *plan, const char *field, const char *type)
{
    const Known *known = g_hash_table_lookup(plan->known, field);
    if (known && (known->given || strcmp(known->type, type) == 0 ||
                  strcmp(known->type, "derived") == 0 || strcmp(type, "flatten") == 0))
        return;
    if (!plan->nothing)
        add_step(plan, field, type);
}

void jutu_parse_plan_date(JutuParsePlan *plan, const char *field)
{
    if (!g_hash_table_contains(plan->known, field))
        add_step(plan, field, "date");
}

void jutu_parse_plan_made(JutuParsePlan *plan, const char *const *fields, const char *type)
{
    for (; fields && *fields; fields++)
        know(plan, *fields, type, false);
}

void jutu_parse_plan_transforms(JutuParsePlan *plan, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *def = json_array_get(list, i);
        const JutuTransform *transform = jutu_transform_find(def);
        if (transform && transform->needs)
            transform->needs(def, plan);
        g_ptr_array_add(plan->transforms, (gpointer)def);
        if (transform && transform->produces)
            jutu_parse_plan_made(plan, transform->produces(def, plan->arena), transform->type);
    }
}

bool jutu_parse_plan_has(const JutuParsePlan *plan, size_t at)
{
    for (guint i = 0; i < plan->steps->len; i++)
        if (g_array_index(plan->steps, Step, i).at == at)
            return true;
    return false;
}

const JutuTable *jutu_parse_plan_apply(const JutuParsePlan *plan, size_t at, const JutuTable *in,
                                       JutuContext *context, GError **error)
{
    for (guint i = 0; in && i < plan->steps->len; i++) {
        const Step *step = &g_array_index(plan->steps, Step, i);
        if (step->at == at)
            in = jutu_parse_field(in, step->field, step->type, context, error);
    }
    return in;
}

const JutuTable *jutu_parse_field(const JutuTable *in, const char *field, const char *type,
                                  JutuContext *context, GError **error)
{
    json_t *parse = json_pack("{ss}", field, type);
    const JutuTable *out = jutu_parse_columns(in, parse, context, "", error);
    json_decref(parse);
    const char *name = jutu_path_flat(field, context->arena);
    if (!out || jutu_table_find(out, name))
        return out;
    /* a field that no row has reads as null from here on */
    JutuValue *cells = jutu_new(context->arena, JutuValue, in->n_rows + 1);
    for (size_t row = 0; row < in->n_rows; row++)
        cells[row] = jutu_null();
    return jutu_table_with(out, &(JutuColumn){ name, cells }, 1, context->arena);
}

json_t *jutu_parse_implied(const JutuTransform *transform, const json_t *def,
                           const JutuParsed *parsed, JutuArena *arena)
{
    if (!transform->needs)
        return NULL;
    JutuParsePlan *plan = jutu_parse_plan_new(parsed->given, arena);
    plan->nothing = parsed->nothing;
    const char *field;
    json_t *type;
    json_object_foreach ((json_t *)parsed->implied, field, type)
        know(plan, field, json_string_value(type), false);
    transform->needs(def, plan);
    if (plan->steps->len == 0)
        return NULL;
    json_t *implied = json_object();
    for (guint i = 0; i < plan->steps->len; i++) {
        const Step *step = &g_array_index(plan->steps, Step, i);
        json_object_set_new(implied, step->field, json_string(step->type));
    }
    return implied;
}
