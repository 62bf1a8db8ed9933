/* Literals, names, brackets, members and calls: what operators work on. */
#include <math.h>
#include <string.h>

#include "expr/parser.h"
#include "expr/regexp.h"

/* Names that would reach for JavaScript's prototypes. */
static const char *const disallowed[] = {
    "constructor",    "__defineGetter__",     "__defineSetter__",
    "hasOwnProperty", "__lookupGetter__",     "__lookupSetter__",
    "isPrototypeOf",  "propertyIsEnumerable", "toString",
    "valueOf",        "toLocaleString",       "__proto__",
    "then",
};

static const struct {
    const char *name;
    double value;
} constants[] = {
    { "NaN", NAN },
    { "E", 2.718281828459045 },
    { "LN2", 0.6931471805599453 },
    { "LN10", 2.302585092994046 },
    { "LOG2E", 1.4426950408889634 },
    { "LOG10E", 0.4342944819032518 },
    { "PI", 3.141592653589793 },
    { "SQRT1_2", 0.7071067811865476 },
    { "SQRT2", 1.4142135623730951 },
    { "MIN_VALUE", 5e-324 },
    { "MAX_VALUE", 1.7976931348623157e308 },
};

static const JutuNode *literal(JutuParser *p, JutuValue value)
{
    JutuNode *node = jutu_node_new(p, jutu_run_literal, NULL, NULL, NULL);
    node->value = value;
    node->constant = true;
    return node;
}

/* The index of a name in a list, which grows by it if need be. */
static size_t slot_of(GPtrArray *names, const char *name)
{
    for (guint i = 0; i < names->len; i++)
        if (strcmp(names->pdata[i], name) == 0)
            return i;
    g_ptr_array_add(names, (gpointer)name);
    return names->len - 1;
}

/* == Primaries == */

static const JutuNode *parse_identifier(JutuParser *p, const char *name, size_t at)
{
    if (strcmp(name, "datum") == 0)
        return jutu_node_new(p, jutu_run_datum, NULL, NULL, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(constants); i++)
        if (strcmp(name, constants[i].name) == 0)
            return literal(p, jutu_number(constants[i].value));
    if (strcmp(name, "_") == 0)
        return jutu_parser_fail(p, at, "\"_\" can't be used as a name");
    if (strcmp(name, "event") == 0 || strcmp(name, "item") == 0)
        return jutu_parser_fail(p, at, "\"%s\" belongs to a pointer, which paper doesn't have",
                                name);
    JutuNode *node = jutu_node_new(p, jutu_run_signal, NULL, NULL, NULL);
    node->slot = slot_of(p->signals, name);
    return node;
}

static const JutuNode *parse_regexp(JutuParser *p)
{
    p->lexer.at = p->token.start;
    JutuToken token;
    if (!jutu_lexer_regexp(&p->lexer, &token))
        return jutu_parser_fail(p, p->lexer.at, "%s", p->lexer.problem);
    const char *problem;
    const JutuRegexp *regexp = jutu_regexp_new(token.value, token.flags, p->arena, &problem);
    if (!regexp)
        return jutu_parser_fail(p, token.start, "invalid regular expression: %s", problem);
    if (!jutu_parser_advance(p))
        return NULL;
    return literal(p, (JutuValue){ .type = JUTU_REGEXP, .regexp = regexp });
}

/* The list is a GPtrArray of nodes; it is copied into the arena. */
static void set_items(JutuParser *p, JutuNode *node, const GPtrArray *items)
{
    node->n_items = items->len;
    const JutuNode **copy = jutu_new(p->arena, const JutuNode *, items->len);
    if (items->len > 0)
        memcpy(copy, items->pdata, items->len * sizeof(*copy));
    node->items = copy;
}

static const JutuNode *parse_array(JutuParser *p)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    if (!jutu_parser_expect(p, "["))
        return NULL;
    while (!jutu_parser_sees(p, "]")) {
        const JutuNode *item = jutu_parse_conditional(p);
        if (!item || (!jutu_parser_sees(p, "]") && !jutu_parser_expect(p, ",")))
            return NULL;
        g_ptr_array_add(items, (gpointer)item);
    }
    if (!jutu_parser_advance(p))
        return NULL;
    JutuNode *node = jutu_node_new(p, jutu_run_array, NULL, NULL, NULL);
    set_items(p, node, items);
    return jutu_node_finish(p, node, true);
}

/* A member's name and colon; NULL with the error set. */
static const char *parse_key(JutuParser *p, const GPtrArray *names)
{
    JutuToken token = p->token;
    const char *name = token.text;
    if (token.kind == JUTU_TOKEN_END || token.kind == JUTU_TOKEN_PUNCTUATOR) {
        jutu_parser_unexpected(p);
        return NULL;
    }
    if (token.octal) {
        jutu_parser_fail(p, token.start, "octal numbers aren't allowed");
        return NULL;
    }
    if (token.kind == JUTU_TOKEN_STRING || token.kind == JUTU_TOKEN_NUMBER)
        name = jutu_to_text(token.value, p->arena);
    for (size_t i = 0; i < G_N_ELEMENTS(disallowed); i++)
        if (strcmp(name, disallowed[i]) == 0) {
            jutu_parser_fail(p, token.start, "a member can't be called \"%s\"", name);
            return NULL;
        }
    for (guint i = 0; i < names->len; i++)
        if (strcmp(name, names->pdata[i]) == 0) {
            jutu_parser_fail(p, token.start, "the member \"%s\" is there twice", name);
            return NULL;
        }
    return jutu_parser_advance(p) && jutu_parser_expect(p, ":") ? name : NULL;
}

static const JutuNode *parse_object(JutuParser *p)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new(), values = g_ptr_array_new();
    if (!jutu_parser_expect(p, "{"))
        return NULL;
    while (!jutu_parser_sees(p, "}")) {
        const char *name = parse_key(p, names);
        const JutuNode *value = name ? jutu_parse_conditional(p) : NULL;
        if (!value || (!jutu_parser_sees(p, "}") && !jutu_parser_expect(p, ",")))
            return NULL;
        g_ptr_array_add(names, (gpointer)name);
        g_ptr_array_add(values, (gpointer)value);
    }
    if (!jutu_parser_advance(p))
        return NULL;
    JutuNode *node = jutu_node_new(p, jutu_run_object, NULL, NULL, NULL);
    set_items(p, node, values);
    const char **copy = jutu_new(p->arena, const char *, names->len);
    for (guint i = 0; i < names->len; i++)
        copy[i] = names->pdata[i];
    node->names = copy;
    return jutu_node_finish(p, node, true);
}

static const JutuNode *parse_group(JutuParser *p)
{
    if (!jutu_parser_expect(p, "("))
        return NULL;
    const JutuNode *inner = jutu_parse_conditional(p);
    return inner && jutu_parser_expect(p, ")") ? inner : NULL;
}

static const JutuNode *parse_primary(JutuParser *p)
{
    JutuToken token = p->token;
    if (jutu_parser_sees(p, "("))
        return parse_group(p);
    if (jutu_parser_sees(p, "["))
        return parse_array(p);
    if (jutu_parser_sees(p, "{"))
        return parse_object(p);
    if (jutu_parser_sees(p, "/") || jutu_parser_sees(p, "/="))
        return parse_regexp(p);
    if (token.octal)
        return jutu_parser_fail(p, token.start, "octal numbers aren't allowed");
    switch (token.kind) {
    case JUTU_TOKEN_NAME:
        return jutu_parser_advance(p) ? parse_identifier(p, token.text, token.start) : NULL;
    case JUTU_TOKEN_STRING:
        p->broken |= jutu_utf16_is_broken(token.value.string, token.value.length);
        return jutu_parser_advance(p) ? literal(p, token.value) : NULL;
    case JUTU_TOKEN_NUMBER:
    case JUTU_TOKEN_BOOLEAN:
    case JUTU_TOKEN_NULL:
        return jutu_parser_advance(p) ? literal(p, token.value) : NULL;
    case JUTU_TOKEN_END:
    case JUTU_TOKEN_KEYWORD:
    case JUTU_TOKEN_PUNCTUATOR:
    case JUTU_TOKEN_REGEXP:
        break;
    }
    return jutu_parser_unexpected(p);
}

/* == Members and calls == */

static const JutuNode *member_node(JutuParser *p, const JutuNode *object, const JutuNode *key)
{
    if (object->run == jutu_run_datum && key->constant &&
        (key->value.type == JUTU_STRING || key->value.type == JUTU_NUMBER)) {
        JutuNode *node = jutu_node_new(p, jutu_run_field, NULL, NULL, NULL);
        node->slot = slot_of(p->fields, jutu_to_text(key->value, p->arena));
        return node;
    }
    return jutu_node_finish(p, jutu_node_new(p, jutu_run_member, object, key, NULL), true);
}

static const JutuNode *parse_member(JutuParser *p, const JutuNode *object)
{
    bool computed = jutu_parser_sees(p, "[");
    if (!jutu_parser_advance(p))
        return NULL;
    if (computed) {
        const JutuNode *key = jutu_parse_conditional(p);
        return key && jutu_parser_expect(p, "]") ? member_node(p, object, key) : NULL;
    }
    JutuToken token = p->token;
    if (token.kind != JUTU_TOKEN_NAME && token.kind != JUTU_TOKEN_KEYWORD &&
        token.kind != JUTU_TOKEN_BOOLEAN && token.kind != JUTU_TOKEN_NULL)
        return jutu_parser_unexpected(p);
    if (!jutu_parser_advance(p))
        return NULL;
    return member_node(p, object, literal(p, jutu_string(token.text)));
}

static bool parse_arguments(JutuParser *p, GPtrArray *args)
{
    if (!jutu_parser_expect(p, "("))
        return false;
    if (jutu_parser_sees(p, ")"))
        return jutu_parser_advance(p);
    for (;;) {
        const JutuNode *arg = jutu_parse_conditional(p);
        if (!arg)
            return false;
        g_ptr_array_add(args, (gpointer)arg);
        if (jutu_parser_sees(p, ")"))
            return jutu_parser_advance(p);
        if (!jutu_parser_expect(p, ","))
            return false;
    }
}

static const JutuNode *fail_unknown(JutuParser *p, const char *name, const char *closest, size_t at)
{
    if (closest)
        return jutu_parser_fail(p, at, "there is no function \"%s\"; did you mean \"%s\"?", name,
                                closest);
    return jutu_parser_fail(p, at, "there is no function \"%s\"", name);
}

static const JutuNode *call_node(JutuParser *p, const JutuFunction *function, const GPtrArray *args,
                                 size_t at)
{
    if (args->len < function->min_args)
        return jutu_parser_fail(p, at, "%s() needs %u argument%s", function->name,
                                function->min_args, function->min_args == 1 ? "" : "s");
    if (function->max_args != JUTU_ANY && args->len > function->max_args)
        return jutu_parser_fail(p, at, "%s() takes %u arguments, not %u", function->name,
                                function->max_args, args->len);
    const JutuNode *first = args->len > 0 ? args->pdata[0] : NULL;
    bool literal = first && first->constant && first->value.type == JUTU_STRING;
    if (function->flags & JUTU_LITERAL && !literal)
        return jutu_parser_fail(p, at, "the first argument of %s() must be a text in quotes",
                                function->name);
    bool one = function->math && args->len <= 1;
    JutuNode *node = jutu_node_new(p, one ? jutu_run_math : jutu_run_call, NULL, NULL, NULL);
    node->function = function;
    node->fresh = function->flags & JUTU_FRESH;
    set_items(p, node, args);
    if (function->flags & JUTU_ONE)
        node->n_items = 1;
    return jutu_node_finish(p, node, !(function->flags & JUTU_IMPURE));
}

static const JutuNode *parse_call(JutuParser *p, const char *name, size_t at)
{
    const char *closest;
    const JutuFunction *function = jutu_function_find(name, &closest);
    bool is_if = strcmp(name, "if") == 0;
    if (!is_if && (!function || (function->flags & JUTU_INTERNAL && !p->internal)))
        return fail_unknown(p, name, closest, at);
    if (!is_if && !function->fn && !function->math)
        return jutu_parser_fail(p, at, "%s() isn't there: %s", name, function->doc);
    g_autoptr(GPtrArray) args = g_ptr_array_new();
    if (!parse_arguments(p, args))
        return NULL;
    if (!is_if)
        return call_node(p, function, args, at);
    if (args->len != 3)
        return jutu_parser_fail(p, at, "if() takes 3 arguments, not %u", args->len);
    return jutu_node_finish(
        p, jutu_node_new(p, jutu_run_conditional, args->pdata[0], args->pdata[1], args->pdata[2]),
        true);
}

/* A name that an opening bracket follows is a function's. */
static const JutuNode *parse_callee(JutuParser *p)
{
    JutuToken token = p->token;
    JutuLexer ahead = p->lexer;
    JutuToken next;
    bool named = token.kind == JUTU_TOKEN_NAME ||
                 (token.kind == JUTU_TOKEN_KEYWORD && strcmp(token.text, "if") == 0);
    if (!named)
        return parse_primary(p);
    bool call = jutu_lexer_next(&ahead, &next) && next.kind == JUTU_TOKEN_PUNCTUATOR &&
                strcmp(next.text, "(") == 0;
    if (call)
        return jutu_parser_advance(p) ? parse_call(p, token.text, token.start) : NULL;
    if (token.kind == JUTU_TOKEN_KEYWORD)
        return jutu_parser_unexpected(p);
    return parse_primary(p);
}

const JutuNode *jutu_parse_postfix(JutuParser *p)
{
    const JutuNode *node = parse_callee(p);
    while (node) {
        if (jutu_parser_sees(p, "("))
            return jutu_parser_fail(p, p->token.start,
                                    "only functions can be called, by their names");
        if (jutu_parser_sees(p, "++") || jutu_parser_sees(p, "--"))
            return jutu_parser_unexpected(p);
        if (!jutu_parser_sees(p, ".") && !jutu_parser_sees(p, "["))
            break;
        node = parse_member(p, node);
    }
    return node;
}
