/* Signals and scales that an expression reads. */
#include <string.h>

#include "base/json.h"
#include "expr/eval.h"

const char *const *jutu_expr_signals(const JutuExpr *expr)
{
    return expr->signals;
}

const char *const *jutu_expr_fields(const JutuExpr *expr)
{
    return expr->fields;
}

static bool reads_scale(const JutuFunction *function)
{
    static const char *const names[] = { "scale", "invert",    "domain",   "range",
                                         "copy",  "bandwidth", "gradient", NULL };
    return function && g_strv_contains(names, function->name);
}

typedef struct {
    void (*found)(const char *function, const char *name, void *data);
    void *data;
} Visit;

static void visit(const JutuNode *node, const Visit *visitor)
{
    if (!node)
        return;
    if (reads_scale(node->function) && node->n_items > 0) {
        JutuValue name = node->items[0]->constant ? node->items[0]->value : jutu_undefined();
        visitor->found(node->function->name, name.type == JUTU_STRING ? name.string : NULL,
                       visitor->data);
    }
    visit(node->a, visitor);
    visit(node->b, visitor);
    visit(node->c, visitor);
    for (size_t i = 0; i < node->n_items; i++)
        visit(node->items[i], visitor);
}

void jutu_expr_scales(const JutuExpr *expr,
                      void (*found)(const char *function, const char *name, void *data), void *data)
{
    Visit visitor = { found, data };
    visit(expr->root, &visitor);
}

static bool is_name(const char *source)
{
    const char *c = source;
    while (g_ascii_isalnum(*c) || *c == '_')
        c++;
    return c > source && !*c && !g_ascii_isdigit(*source);
}

static void visit_source(const char *source, const JutuExprVisitor *visitor)
{
    if (is_name(source)) {
        visitor->name(source, visitor->data);
    } else if (!visitor->mentions || visitor->mentions(source, visitor->data)) {
        const JutuExpr *expr = jutu_expr_parse(source, "", visitor->context, NULL);
        if (expr)
            visitor->expr(expr, visitor->data);
    }
}

void jutu_json_exprs(const json_t *json, const JutuExprVisitor *visitor)
{
    static const char *const sources[] = { "expr", "signal", "calculate", "filter", "test", NULL };
    const char *name;
    json_t *member;
    for (size_t i = 0; i < json_array_size(json); i++)
        jutu_json_exprs(json_array_get(json, i), visitor);
    json_object_foreach ((json_t *)json, name, member) {
        if (json_is_string(member) && strcmp(name, "param") == 0)
            visitor->name(json_string_value(member), visitor->data);
        else if (json_is_string(member) && g_strv_contains(sources, name))
            visit_source(json_string_value(member), visitor);
        else
            jutu_json_exprs(member, visitor);
    }
}

static bool is_impure(const JutuNode *node)
{
    bool impure = node && node->function && (node->function->flags & JUTU_IMPURE);
    if (!node || impure)
        return impure;
    impure = is_impure(node->a) || is_impure(node->b) || is_impure(node->c);
    for (size_t i = 0; i < node->n_items && !impure; i++)
        impure = is_impure(node->items[i]);
    return impure;
}

bool jutu_expr_is_impure(const JutuExpr *expr)
{
    return is_impure(expr->root);
}

JutuValue jutu_json_value(const json_t *json, const JutuScope *scope, const char *pointer,
                          GError **error)
{
    const char *source = jutu_json_string(json, "expr", NULL);
    if (!source)
        source = jutu_json_string(json, "signal", NULL);
    if (!json)
        return jutu_undefined();
    if (!source)
        return jutu_value_from_json(json, scope->context->arena);
    const JutuExpr *expr = jutu_expr_parse(source, pointer, scope->context, error);
    return expr ? jutu_expr_eval(expr, scope, error) : jutu_undefined();
}
