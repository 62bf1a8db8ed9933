/* The operators, with JavaScript's conversions. */
#include <math.h>
#include <string.h>

#include "base/written.h"
#include "expr/eval.h"

/* Both operands of a node, left first. */
#define OPERANDS \
    JutuValue a = node->a->run(node->a, eval); \
    JutuValue b = node->b->run(node->b, eval)

static inline double number_of(JutuEval *eval, JutuValue value)
{
    return value.type == JUTU_NUMBER ? value.number : jutu_eval_number(eval, value);
}

/* ToInt32: modulo 2^32, NaN and infinities are 0. */
static int32_t to_int32(double number)
{
    if (number >= INT32_MIN && number <= INT32_MAX)
        return (int32_t)number;
    if (!isfinite(number))
        return 0;
    double wrapped = fmod(trunc(number), 4294967296.0);
    return (int32_t)(uint32_t)(int64_t)wrapped;
}

#define ARITHMETIC(name, expression) \
    static JutuValue run_##name(const JutuNode *node, JutuEval *eval) \
    { \
        OPERANDS; \
        double x = number_of(eval, a), y = number_of(eval, b); \
        return jutu_number(expression); \
    }

ARITHMETIC(minus, x - y)
ARITHMETIC(times, x *y)
ARITHMETIC(over, x / y)
ARITHMETIC(modulo, fmod(x, y))
ARITHMETIC(and, to_int32(x) & to_int32(y))
ARITHMETIC(or, to_int32(x) | to_int32(y))
ARITHMETIC(xor, to_int32(x) ^ to_int32(y))
ARITHMETIC(left, (int32_t)((uint32_t)to_int32(x) << (to_int32(y) & 31)))
ARITHMETIC(right, to_int32(x) >> (to_int32(y) & 31))
ARITHMETIC(zero_right, (uint32_t)to_int32(x) >> (to_int32(y) & 31))

static bool is_object(JutuValue value)
{
    return value.type == JUTU_DATE || value.type >= JUTU_ARRAY;
}

static JutuValue concatenate(JutuEval *eval, JutuValue a, JutuValue b)
{
    a = jutu_eval_string(eval, a);
    b = jutu_eval_string(eval, b);
    size_t length = (size_t)a.length + b.length;
    if (a.length == 0 || b.length == 0)
        return a.length == 0 ? b : a;
    if (!jutu_eval_charge_text(eval, length))
        return jutu_undefined();
    JutuText text = jutu_text_new(eval->arena, length);
    jutu_text_add(&text, a.string, a.length);
    jutu_text_add(&text, b.string, b.length);
    return jutu_text_end(&text);
}

static JutuValue run_plus(const JutuNode *node, JutuEval *eval)
{
    OPERANDS;
    if (a.type == JUTU_NUMBER && b.type == JUTU_NUMBER)
        return jutu_number(a.number + b.number);
    bool text = a.type == JUTU_STRING || b.type == JUTU_STRING || is_object(a) || is_object(b);
    return text ? concatenate(eval, a, b) : jutu_number(number_of(eval, a) + number_of(eval, b));
}

static void set_side_by_side(JutuEval *eval, JutuValue *a, JutuValue *b)
{
    *a = jutu_eval_beside(eval, *a, *b);
    *b = jutu_eval_beside(eval, *b, *a);
}

/* A date that was made just now is equal to no other, even of the same moment. */
static bool are_distinct(const JutuNode *node, JutuValue a, JutuValue b)
{
    return a.type == JUTU_DATE && b.type == JUTU_DATE && (node->a->fresh || node->b->fresh);
}

static bool equal_strict(const JutuNode *node, JutuEval *eval)
{
    OPERANDS;
    if (a.type == JUTU_NUMBER && b.type == JUTU_NUMBER)
        return a.number == b.number;
    set_side_by_side(eval, &a, &b);
    return !are_distinct(node, a, b) && jutu_equal_strict(a, b);
}

static bool equal_loose(const JutuNode *node, JutuEval *eval)
{
    OPERANDS;
    if (a.type == JUTU_NUMBER && b.type == JUTU_NUMBER)
        return a.number == b.number;
    set_side_by_side(eval, &a, &b);
    if (is_object(a) != is_object(b) && !jutu_is_nullish(a) && !jutu_is_nullish(b)) {
        a = is_object(a) ? jutu_eval_string(eval, a) : a;
        b = is_object(b) ? jutu_eval_string(eval, b) : b;
    }
    return !are_distinct(node, a, b) && jutu_equal_loose(a, b);
}

static JutuValue run_equal(const JutuNode *node, JutuEval *eval)
{
    return jutu_boolean(equal_loose(node, eval));
}

static JutuValue run_unequal(const JutuNode *node, JutuEval *eval)
{
    return jutu_boolean(!equal_loose(node, eval));
}

static JutuValue run_same(const JutuNode *node, JutuEval *eval)
{
    return jutu_boolean(equal_strict(node, eval));
}

static JutuValue run_not_same(const JutuNode *node, JutuEval *eval)
{
    return jutu_boolean(!equal_strict(node, eval));
}

#define COMPARISON(name, of_numbers, of_values) \
    static JutuValue run_##name(const JutuNode *node, JutuEval *eval) \
    { \
        OPERANDS; \
        if (jutu_is_numeric(a) && jutu_is_numeric(b)) \
            return jutu_boolean(a.number of_numbers b.number); \
        set_side_by_side(eval, &a, &b); \
        return jutu_boolean(!jutu_is_gap(a) && !jutu_is_gap(b) && (of_values)); \
    }

COMPARISON(less, <, jutu_less(a, b) == 1)
COMPARISON(greater, >, jutu_less(b, a) == 1)
COMPARISON(at_most, <=, jutu_less(b, a) == 0)
COMPARISON(at_least, >=, jutu_less(a, b) == 0)

static JutuValue run_in(const JutuNode *node, JutuEval *eval)
{
    OPERANDS;
    JutuValue name = jutu_eval_string(eval, a);
    if (b.type == JUTU_ARRAY && strcmp(name.string, "length") == 0)
        return jutu_boolean(true);
    if (b.type == JUTU_ARRAY)
        return jutu_boolean(jutu_eval_member(eval, b, name).type != JUTU_UNDEFINED);
    if (b.type == JUTU_OBJECT) {
        for (size_t i = 0; i < b.object->n; i++)
            if (strcmp(b.object->names[i], name.string) == 0)
                return jutu_boolean(true);
        return jutu_boolean(false);
    }
    if (is_object(b))
        return jutu_boolean(false);
    return jutu_eval_fail(eval, "\"in\" needs an object or array on its right");
}

static JutuValue run_instanceof(const JutuNode *node, JutuEval *eval)
{
    OPERANDS;
    (void)a, (void)b;
    return jutu_eval_fail(eval, "\"instanceof\" has no classes here; use isDate(), isArray() …");
}

static JutuValue run_both(const JutuNode *node, JutuEval *eval)
{
    JutuValue a = node->a->run(node->a, eval);
    return jutu_truthy(a) ? node->b->run(node->b, eval) : a;
}

static JutuValue run_either(const JutuNode *node, JutuEval *eval)
{
    JutuValue a = node->a->run(node->a, eval);
    return jutu_truthy(a) ? a : node->b->run(node->b, eval);
}

static JutuValue run_negative(const JutuNode *node, JutuEval *eval)
{
    return jutu_number(-number_of(eval, node->a->run(node->a, eval)));
}

static JutuValue run_positive(const JutuNode *node, JutuEval *eval)
{
    return jutu_number(number_of(eval, node->a->run(node->a, eval)));
}

static JutuValue run_not(const JutuNode *node, JutuEval *eval)
{
    return jutu_boolean(!jutu_truthy(node->a->run(node->a, eval)));
}

static JutuValue run_complement(const JutuNode *node, JutuEval *eval)
{
    return jutu_number(~to_int32(number_of(eval, node->a->run(node->a, eval))));
}

static const struct {
    const char *text;
    int precedence;
    JutuRun run;
} binary[] = {
    { "||", 1, run_either },    { "&&", 2, run_both },
    { "|", 3, run_or },         { "^", 4, run_xor },
    { "&", 5, run_and },        { "==", 6, run_equal },
    { "!=", 6, run_unequal },   { "===", 6, run_same },
    { "!==", 6, run_not_same }, { "<", 7, run_less },
    { ">", 7, run_greater },    { "<=", 7, run_at_most },
    { ">=", 7, run_at_least },  { "instanceof", 7, run_instanceof },
    { "in", 7, run_in },        { "<<", 8, run_left },
    { ">>", 8, run_right },     { ">>>", 8, run_zero_right },
    { "+", 9, run_plus },       { "-", 9, run_minus },
    { "*", 11, run_times },     { "/", 11, run_over },
    { "%", 11, run_modulo },
};

static const struct {
    const char *text;
    JutuRun run;
} unary[] = {
    { "+", run_positive },
    { "-", run_negative },
    { "!", run_not },
    { "~", run_complement },
};

JutuRun jutu_operator_binary(const char *text, int *precedence)
{
    for (size_t i = 0; i < G_N_ELEMENTS(binary); i++)
        if (strcmp(text, binary[i].text) == 0) {
            *precedence = binary[i].precedence;
            return binary[i].run;
        }
    return NULL;
}

JutuRun jutu_operator_unary(const char *text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(unary); i++)
        if (strcmp(text, unary[i].text) == 0)
            return unary[i].run;
    return NULL;
}
