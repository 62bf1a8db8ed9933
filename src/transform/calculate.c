/* calculate: a column from an expression. */
#include "base/json.h"
#include "transform/args.h"

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    const char *source = jutu_arg_field(def, "calculate", scope, error);
    const char *as = source ? jutu_arg_field(def, "as", scope, error) : NULL;
    if (!as)
        return NULL;
    const char *pointer = jutu_arena_printf(arena, "%s/calculate", scope->pointer);
    const JutuExpr *expr = jutu_expr_parse(source, pointer, scope->context, error);
    if (!expr)
        return NULL;
    JutuValue *cells = jutu_new(arena, JutuValue, in->n_rows + 1);
    JutuScope row = {
        .context = scope->context, .table = in, .params = scope->params, .host = scope->host
    };
    if (!jutu_expr_eval_rows(expr, &row, cells, error))
        return NULL;
    JutuColumn column = { as, cells };
    return jutu_table_with(in, &column, 1, arena);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    return jutu_names(arena, 1, (const char *[]){ jutu_json_string(def, "as", NULL) });
}

const JutuTransform jutu_transform_calculate = {
    .name = "calculate",
    .doc = "A column from an expression.",
    .run = run,
    .produces = produces,
    .type = "derived",
};
