/* filter: the rows that a predicate holds for. */
#include "base/json.h"
#include "expr/date_time.h"
#include "transform/args.h"
#include "transform/parse.h"

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    const char *pointer = jutu_arena_printf(arena, "%s/filter", scope->pointer);
    const JutuExpr *expr = jutu_predicate_parse(json_object_get(def, "filter"), pointer,
                                                scope->context, error);
    if (!expr)
        return NULL;
    g_autofree JutuValue *tests = g_new0(JutuValue, in->n_rows + 1);
    JutuScope row = {
        .context = scope->context, .table = in, .params = scope->params, .host = scope->host
    };
    if (!jutu_expr_eval_rows(expr, &row, tests, error))
        return NULL;
    g_autofree size_t *kept = g_new(size_t, in->n_rows + 1);
    size_t n = 0;
    for (size_t i = 0; i < in->n_rows; i++)
        if (jutu_truthy(tests[i]))
            kept[n++] = i;
    return n == in->n_rows ? in : jutu_table_gather(in, kept, n, arena);
}

/* Whether a predicate compares, and the first value that it compares with. */
static bool compares(const json_t *predicate, const json_t **value)
{
    static const char *const members[] = { "equal", "lte", "lt", "gt", "gte" };
    for (size_t i = 0; i < G_N_ELEMENTS(members); i++)
        if ((*value = json_object_get(predicate, members[i])))
            return true;
    const json_t *list = json_object_get(predicate, "range");
    if (json_array_size(list) != 2)
        list = json_object_get(predicate, "oneOf");
    if (!list)
        list = json_object_get(predicate, "in");
    *value = json_array_get(list, 0);
    return json_is_array(list);
}

/* The type that a predicate shows its field to be; NULL: none. */
static const char *implied_type(const json_t *predicate)
{
    const json_t *value;
    if (!compares(predicate, &value))
        return NULL;
    if (jutu_json_has(predicate, "timeUnit") || jutu_is_date_time(value))
        return "date";
    if (json_is_number(value) && json_number_value(value) != 0)
        return "number";
    return json_is_string(value) && json_string_length(value) > 0 ? "string" : NULL;
}

/* @param depth  of and, or, not: Vega-Lite's own limit is the stack */
static void needs_of(const json_t *predicate, JutuParseNeeds *out, int depth)
{
    enum { MAX_DEPTH = 500 };
    const json_t *inner = json_object_get(predicate, "not");
    if (depth > MAX_DEPTH)
        return;
    if (inner)
        needs_of(inner, out, depth + 1);
    const json_t *list = json_object_get(predicate, "and");
    if (!list)
        list = json_object_get(predicate, "or");
    for (size_t i = 0; i < json_array_size(list); i++)
        needs_of(json_array_get(list, i), out, depth + 1);
    const char *field = jutu_json_string(predicate, "field", NULL);
    const char *type = field ? implied_type(predicate) : NULL;
    if (type)
        jutu_parse_need(out, field, type);
}

static void needs(const json_t *def, JutuParseNeeds *out)
{
    needs_of(json_object_get(def, "filter"), out, 0);
}

const JutuTransform jutu_transform_filter = {
    .name = "filter",
    .doc = "The rows that a predicate holds for.",
    .floor = true,
    .run = run,
    .needs = needs,
};
