/* Source to tree: the grammar of vega-expression, and constants folded on the way. */
#include "expr/parser.h"

#include <string.h>

const JutuNode *jutu_parser_fail(JutuParser *p, size_t at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *raw = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *text = g_utf8_make_valid(raw, -1);
    if (p->error && !*p->error)
        jutu_error_set(p->error, JUTU_ERROR_SPEC, p->pointer,
                       "%s, at character %zu of the expression %s", text,
                       (size_t)g_utf8_strlen(p->lexer.source, (gssize)at) + 1,
                       jutu_eval_excerpt(p->lexer.source, p->arena));
    return NULL;
}

const JutuNode *jutu_parser_unexpected(JutuParser *p)
{
    const JutuToken *token = &p->token;
    if (token->kind == JUTU_TOKEN_END)
        return jutu_parser_fail(p, token->start, "the expression ends too early");
    return jutu_parser_fail(p, token->start, "unexpected %.*s",
                            (int)MIN(token->end - token->start, 40),
                            p->lexer.source + token->start);
}

bool jutu_parser_advance(JutuParser *p)
{
    if (jutu_lexer_next(&p->lexer, &p->token))
        return true;
    jutu_parser_fail(p, p->lexer.at, "%s", p->lexer.problem);
    return false;
}

bool jutu_parser_sees(const JutuParser *p, const char *text)
{
    return p->token.kind == JUTU_TOKEN_PUNCTUATOR && strcmp(p->token.text, text) == 0;
}

bool jutu_parser_expect(JutuParser *p, const char *text)
{
    if (jutu_parser_sees(p, text))
        return jutu_parser_advance(p);
    if (p->token.kind == JUTU_TOKEN_END)
        jutu_parser_fail(p, p->token.start, "\"%s\" is missing", text);
    else
        jutu_parser_unexpected(p);
    return false;
}

/* == Nodes == */

JutuNode *jutu_node_new(JutuParser *p, JutuRun run, const JutuNode *a, const JutuNode *b,
                        const JutuNode *c)
{
    JutuNode *node = jutu_new(p->arena, JutuNode, 1);
    *node = (JutuNode){ .run = run, .a = a, .b = b, .c = c };
    return node;
}

const JutuNode *jutu_node_finish(JutuParser *p, JutuNode *node, bool pure)
{
    const JutuNode *const operands[] = { node->a, node->b, node->c };
    bool constant = pure;
    for (size_t i = 0; i < G_N_ELEMENTS(operands) + node->n_items; i++) {
        const JutuNode *operand = i < G_N_ELEMENTS(operands)
                                      ? operands[i]
                                      : node->items[i - G_N_ELEMENTS(operands)];
        if (!operand)
            continue;
        constant &= operand->constant;
        /* a chain of conditions is run in a loop: its length is no height */
        bool chained = operand == node->c && operand->run == jutu_run_conditional;
        node->height = MAX(node->height, operand->height + !chained);
    }
    if (node->height > JUTU_MOST_EXPR_TERMS)
        return jutu_parser_fail(p, p->token.start, "the expression has more than %d terms in a row",
                                JUTU_MOST_EXPR_TERMS);
    if (!constant)
        return node;
    bool failed;
    JutuValue value = jutu_expr_fold(node, p->context, &failed);
    if (failed)
        return node; /* the error comes if it is ever run */
    node->run = jutu_run_literal;
    node->value = value;
    node->constant = true;
    node->height = 0;
    return node;
}

/* == Operators == */

static bool enter(JutuParser *p)
{
    if (p->depth <= JUTU_MOST_EXPR_DEPTH) {
        p->depth++;
        return true;
    }
    jutu_parser_fail(p, p->token.start, "the expression is nested more than %d deep",
                     JUTU_MOST_EXPR_DEPTH);
    return false;
}

static const JutuNode *parse_unary(JutuParser *p)
{
    JutuRun run = p->token.kind == JUTU_TOKEN_PUNCTUATOR ? jutu_operator_unary(p->token.text)
                                                         : NULL;
    if (!run)
        return jutu_parse_postfix(p);
    if (!enter(p) || !jutu_parser_advance(p))
        return NULL;
    const JutuNode *operand = parse_unary(p);
    p->depth--;
    return operand ? jutu_node_finish(p, jutu_node_new(p, run, operand, NULL, NULL), true) : NULL;
}

static const JutuNode *parse_binary(JutuParser *p, int above)
{
    const JutuNode *left = parse_unary(p);
    while (left &&
           (p->token.kind == JUTU_TOKEN_PUNCTUATOR || p->token.kind == JUTU_TOKEN_KEYWORD)) {
        int precedence = 0;
        JutuRun run = jutu_operator_binary(p->token.text, &precedence);
        if (!run || precedence <= above)
            break;
        if (!jutu_parser_advance(p))
            return NULL;
        const JutuNode *right = parse_binary(p, precedence);
        left = right ? jutu_node_finish(p, jutu_node_new(p, run, left, right, NULL), true) : NULL;
    }
    return left;
}

/* Builds a ? b : c ? d : … from its end. @param parts  test, value, test, value … else */
static const JutuNode *build_chain(JutuParser *p, const GPtrArray *parts)
{
    const JutuNode *node = parts->pdata[parts->len - 1];
    for (guint i = parts->len - 1; node && i >= 2; i -= 2)
        node = jutu_node_finish(
            p,
            jutu_node_new(p, jutu_run_conditional, parts->pdata[i - 2], parts->pdata[i - 1], node),
            true);
    return node;
}

static const JutuNode *parse_chain(JutuParser *p)
{
    g_autoptr(GPtrArray) parts = NULL;
    for (;;) {
        const JutuNode *test = parse_binary(p, 0);
        if (!test || (!parts && !jutu_parser_sees(p, "?")))
            return test;
        if (!parts)
            parts = g_ptr_array_new();
        g_ptr_array_add(parts, (gpointer)test);
        if (!jutu_parser_sees(p, "?"))
            return build_chain(p, parts);
        if (!jutu_parser_advance(p))
            return NULL;
        const JutuNode *value = jutu_parse_conditional(p);
        if (!value || !jutu_parser_expect(p, ":"))
            return NULL;
        g_ptr_array_add(parts, (gpointer)value);
    }
}

const JutuNode *jutu_parse_conditional(JutuParser *p)
{
    if (!enter(p))
        return NULL;
    const JutuNode *node = parse_chain(p);
    p->depth--;
    return node;
}

/* == Whole expressions == */

static const char *const *list(JutuParser *p, const GPtrArray *names)
{
    const char **copy = jutu_new(p->arena, const char *, (size_t)names->len + 1);
    for (guint i = 0; i < names->len; i++)
        copy[i] = names->pdata[i];
    return copy;
}

static JutuExpr *parse(JutuParser *p)
{
    size_t length = p->lexer.length;
    if (length > JUTU_MOST_EXPR_BYTES) {
        jutu_error_set(p->error, JUTU_ERROR_SPEC, p->pointer,
                       "an expression of %zu bytes is longer than the limit of %d", length,
                       JUTU_MOST_EXPR_BYTES);
        return NULL;
    }
    if (!g_utf8_validate_len(p->lexer.source, length, NULL)) {
        jutu_error_set(p->error, JUTU_ERROR_SPEC, p->pointer, "the expression isn't UTF-8");
        return NULL;
    }
    const JutuNode *root = jutu_parser_advance(p) ? jutu_parse_conditional(p) : NULL;
    if (root && p->token.kind != JUTU_TOKEN_END)
        root = jutu_parser_unexpected(p);
    if (!root)
        return NULL;
    JutuExpr *expr = jutu_new(p->arena, JutuExpr, 1);
    *expr = (JutuExpr){ .root = root,
                        .source = p->lexer.source,
                        .pointer = jutu_arena_strdup(p->arena, p->pointer),
                        .fields = list(p, p->fields),
                        .n_fields = p->fields->len,
                        .signals = list(p, p->signals),
                        .n_signals = p->signals->len,
                        .broken = p->broken,
                        .nested = p->internal };
    return expr;
}

static JutuExpr *parse_source(const char *source, const char *pointer, JutuContext *context,
                              bool internal, GError **error)
{
    g_autoptr(GPtrArray) fields = g_ptr_array_new(), signals = g_ptr_array_new();
    const char *copy = jutu_arena_strdup(context->arena, source);
    JutuParser parser = {
        .lexer = { .source = copy, .length = strlen(copy), .arena = context->arena },
        .context = context,
        .arena = context->arena,
        .pointer = pointer ? pointer : "",
        .error = error,
        .fields = fields,
        .signals = signals,
        .internal = internal,
    };
    return parse(&parser);
}

const JutuExpr *jutu_expr_parse(const char *source, const char *pointer, JutuContext *context,
                                GError **error)
{
    return parse_source(source, pointer, context, false, error);
}

const JutuExpr *jutu_expr_parse_internal(const char *source, const char *const *params,
                                         const char *pointer, JutuContext *context, GError **error)
{
    JutuExpr *expr = parse_source(source, pointer, context, true, error);
    if (expr)
        expr->params = params;
    return expr;
}
