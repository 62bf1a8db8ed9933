/* Reading references: whole columns at a time, rules and all. */
#include <math.h>

#include "mark/encode.h"
#include "scene/style.h"

enum { NO_RULE = 0xffff };

/* The rows that a rule is read for; rules NULL: all. */
typedef struct {
    const uint16_t *rules;
    uint16_t rule;
} Rows;

static const Rows all_rows = { 0 };

static inline bool takes(Rows rows, size_t i)
{
    return !rows.rules || rows.rules[i] == rows.rule;
}

static bool has_rules(const JutuRef *ref)
{
    return ref->test || ref->invalid;
}

static bool is_constant(const JutuRef *ref)
{
    return !has_rules(ref) && ref->kind == JUTU_REF_VALUE &&
           (!ref->offset || is_constant(ref->offset));
}

static JutuScope scope_of(const JutuEncoder *encoder)
{
    return (JutuScope){ .context = encoder->chart->context,
                        .table = encoder->table,
                        .params = encoder->frame->scope->params,
                        .host = encoder->host };
}

/* An expression's values. Rules that don't hold in a row aren't asked: they may fail there. */
static JutuValue *expr_values(JutuEncoder *encoder, const JutuExpr *expr, Rows rows)
{
    size_t n = encoder->table->n_rows;
    JutuValue *out = jutu_new(encoder->arena, JutuValue, n + 1);
    GError *error = NULL;
    JutuScope scope = scope_of(encoder);
    if (!rows.rules) {
        jutu_expr_eval_rows(expr, &scope, out, &error);
    } else {
        for (scope.row = 0; scope.row < n && !error; scope.row++) {
            if (takes(rows, scope.row))
                out[scope.row] = jutu_expr_eval(expr, &scope, &error);
        }
    }
    if (error)
        jutu_encoder_fail(encoder, error);
    return out;
}

static bool is_finite_value(JutuValue value)
{
    return !jutu_is_nullish(value) && isfinite(jutu_to_number(value));
}

/* Gives rule k the rows that have none yet and pass its test. */
static void claim(JutuEncoder *encoder, const JutuRef *rule, uint16_t k, uint16_t *rules)
{
    size_t n = encoder->table->n_rows;
    if (rule->invalid) {
        JutuField field = jutu_field_new(encoder->table, rule->invalid, encoder->arena);
        for (size_t i = 0; i < n; i++) {
            if (rules[i] == NO_RULE && !is_finite_value(jutu_field_get(&field, i)))
                rules[i] = k;
        }
        return;
    }
    Rows rest = { k ? rules : NULL, NO_RULE };
    const JutuValue *tests = rule->test ? expr_values(encoder, rule->test, rest) : NULL;
    for (size_t i = 0; i < n; i++) {
        if (rules[i] == NO_RULE && (!tests || jutu_truthy(tests[i])))
            rules[i] = k;
    }
}

/* The rule that holds in each row; NULL where it is the first in all. */
static const uint16_t *rules_of(JutuEncoder *encoder, const JutuRef *ref)
{
    if (!has_rules(ref))
        return NULL;
    size_t n = encoder->table->n_rows;
    uint16_t *rules = jutu_new(encoder->arena, uint16_t, n + 1);
    for (size_t i = 0; i < n; i++)
        rules[i] = NO_RULE;
    for (uint16_t k = 0; ref && k < NO_RULE; k++, ref = has_rules(ref) ? ref->next : NULL)
        claim(encoder, ref, k, rules);
    return rules;
}

static inline double number_of(JutuValue value, double null)
{
    return value.type == JUTU_NUMBER || value.type == JUTU_DATE ? value.number
           : value.type == JUTU_NULL                            ? null
                                                                : jutu_to_number(value);
}

static void between(JutuEncoder *encoder, const JutuRef *ref, double *out)
{
    size_t n = encoder->table->n_rows;
    JutuField start = jutu_field_new(encoder->table, ref->field, encoder->arena);
    JutuField end = jutu_field_new(encoder->table, ref->end ? ref->end : "", encoder->arena);
    for (size_t i = 0; i < n; i++) {
        double from = number_of(jutu_field_get(&start, i), 0);
        out[i] = ref->end ? (1 - ref->at) * from + ref->at * number_of(jutu_field_get(&end, i), 0)
                          : from + ref->plus;
    }
}

/* The values of a reference before its scale. */
static JutuValues source_values(JutuEncoder *encoder, const JutuRef *ref, Rows rows)
{
    size_t n = encoder->table->n_rows;
    if (ref->kind == JUTU_REF_VALUE)
        return (JutuValues){ &ref->value, 0 };
    if (ref->kind == JUTU_REF_EXPR)
        return (JutuValues){ expr_values(encoder, ref->expr, rows), 1 };
    JutuValue *out;
    if (ref->kind == JUTU_REF_FIELD) {
        JutuField field = jutu_field_new(encoder->table, ref->field, encoder->arena);
        if (field.column && !field.rest)
            return (JutuValues){ field.column->cells, 1 };
        out = jutu_new(encoder->arena, JutuValue, n + 1);
        for (size_t i = 0; field.column && i < n; i++)
            out[i] = jutu_field_get(&field, i);
        return (JutuValues){ out, 1 };
    }
    double *numbers = jutu_new(encoder->arena, double, n + 1);
    if (ref->kind == JUTU_REF_BETWEEN)
        between(encoder, ref, numbers);
    else
        ref->numbers(encoder, ref->data, numbers);
    out = jutu_new(encoder->arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++)
        out[i] = jutu_number(numbers[i]);
    return (JutuValues){ out, 1 };
}

/* Values that nothing has to be computed for become numbers directly, in place. */
static void source_numbers(JutuEncoder *encoder, const JutuRef *ref, Rows rows, size_t n,
                           double null, double *out)
{
    if (ref->kind == JUTU_REF_BETWEEN) {
        between(encoder, ref, out);
        return;
    }
    if (ref->kind == JUTU_REF_NUMBERS) {
        ref->numbers(encoder, ref->data, out);
        return;
    }
    JutuValues values = source_values(encoder, ref, rows);
    for (size_t i = 0; i < n; i++)
        out[i] = number_of(values.data[i * values.stride], null);
}

/* One rule's numbers for n rows, or for one if it is constant. */
static void rule_numbers(JutuEncoder *encoder, const JutuRef *ref, Rows rows, size_t n, double null,
                         double *out)
{
    const JutuScale *scale = ref->scale;
    if (!scale) {
        source_numbers(encoder, ref, rows, n, null, out);
    } else if (scale->type->map_numbers && scale->type->continuous) {
        source_numbers(encoder, ref, rows, n, NAN, out);
        jutu_scale_map_numbers(scale, out, out, n);
    } else {
        JutuValues values = source_values(encoder, ref, rows);
        for (size_t i = 0; i < n; i++) {
            if (takes(rows, i))
                out[i] = jutu_scale_number(scale, values.data[i * values.stride]);
        }
    }
    double shift = scale ? ref->band * jutu_scale_bandwidth(scale) : 0;
    if (ref->offset && is_constant(ref->offset)) {
        double constant = 0;
        rule_numbers(encoder, ref->offset, all_rows, 1, 0, &constant);
        shift += constant;
    }
    for (size_t i = 0; shift != 0 && i < n; i++)
        out[i] += shift;
    if (ref->offset && !is_constant(ref->offset)) {
        JutuNumbers offset = jutu_ref_numbers(encoder, ref->offset, 0);
        for (size_t i = 0; i < n; i++)
            out[i] += offset.data[i * offset.stride];
    }
}

JutuNumbers jutu_ref_numbers(JutuEncoder *encoder, const JutuRef *ref, double null)
{
    if (!ref)
        return (JutuNumbers){ 0 };
    size_t n = is_constant(ref) ? 1 : encoder->table->n_rows;
    double *out = jutu_new(encoder->arena, double, n + 1);
    const uint16_t *rules = rules_of(encoder, ref);
    if (!rules) {
        rule_numbers(encoder, ref, all_rows, n, null, out);
        return (JutuNumbers){ out, !is_constant(ref) };
    }
    double *numbers = jutu_new(encoder->arena, double, n + 1);
    for (size_t i = 0; i < n; i++)
        out[i] = null;
    for (uint16_t k = 0; ref && k < NO_RULE; k++, ref = has_rules(ref) ? ref->next : NULL) {
        Rows rows = { rules, k };
        rule_numbers(encoder, ref, rows, n, null, numbers);
        for (size_t i = 0; i < n; i++) {
            if (rules[i] == k)
                out[i] = numbers[i];
        }
    }
    return (JutuNumbers){ out, 1 };
}

static bool is_number_rule(const JutuRef *ref)
{
    return ref->kind == JUTU_REF_NUMBERS || ref->offset || ref->band != 0;
}

static JutuValues rule_values(JutuEncoder *encoder, const JutuRef *ref, Rows rows)
{
    size_t n = is_constant(ref) ? 1 : encoder->table->n_rows;
    bool by_number = is_number_rule(ref);
    if (!ref->scale && !by_number)
        return source_values(encoder, ref, rows);
    JutuValue *out = jutu_new(encoder->arena, JutuValue, n + 1);
    if (by_number) {
        double *numbers = jutu_new(encoder->arena, double, n + 1);
        rule_numbers(encoder, ref, rows, n, 0, numbers);
        for (size_t i = 0; i < n; i++)
            out[i] = jutu_number(numbers[i]);
    } else {
        JutuValues values = source_values(encoder, ref, rows);
        for (size_t i = 0; i < n; i++) {
            if (takes(rows, i))
                out[i] = jutu_scale_map(ref->scale, values.data[i * values.stride]);
        }
    }
    return (JutuValues){ out, !is_constant(ref) };
}

JutuValues jutu_ref_values(JutuEncoder *encoder, const JutuRef *ref)
{
    if (!ref)
        return (JutuValues){ 0 };
    const uint16_t *rules = rules_of(encoder, ref);
    if (!rules)
        return rule_values(encoder, ref, all_rows);
    size_t n = encoder->table->n_rows;
    JutuValue *out = jutu_new(encoder->arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++)
        out[i] = jutu_null();
    for (uint16_t k = 0; ref && k < NO_RULE; k++, ref = has_rules(ref) ? ref->next : NULL) {
        JutuValues values = rule_values(encoder, ref, (Rows){ rules, k });
        for (size_t i = 0; i < n; i++) {
            if (rules[i] == k)
                out[i] = values.data[i * values.stride];
        }
    }
    return (JutuValues){ out, 1 };
}

/* Colours straight from the scale, without texts in between. */
static void scale_paints(JutuEncoder *encoder, const JutuRef *ref, Rows rows, size_t n,
                         JutuPaint *out)
{
    JutuValues values = source_values(encoder, ref, rows);
    for (size_t i = 0; i < n; i++) {
        JutuColor color;
        if (takes(rows, i)) {
            jutu_scale_color(ref->scale, values.data[i * values.stride], &color);
            out[i] = jutu_paint_color(color);
        }
    }
}

static void rule_paints(JutuEncoder *encoder, const JutuRef *ref, Rows rows, size_t n,
                        JutuPaint *out)
{
    if (ref->scale) {
        scale_paints(encoder, ref, rows, n, out);
        return;
    }
    JutuValues values = rule_values(encoder, ref, rows);
    JutuValue last = jutu_undefined();
    JutuPaint paint = { 0 };
    for (size_t i = 0; i < n; i++) {
        JutuValue value = values.data[i * values.stride];
        if (!takes(rows, i))
            continue;
        if (value.type != last.type || value.string != last.string)
            paint = jutu_paint_from(value, encoder->arena);
        last = value;
        out[i] = paint;
    }
}

JutuPaints jutu_ref_paints(JutuEncoder *encoder, const JutuRef *ref)
{
    if (!ref)
        return (JutuPaints){ 0 };
    bool constant = is_constant(ref);
    size_t n = constant ? 1 : encoder->table->n_rows;
    JutuPaint *out = jutu_new(encoder->arena, JutuPaint, n + 1);
    const uint16_t *rules = rules_of(encoder, ref);
    if (!rules) {
        rule_paints(encoder, ref, all_rows, n, out);
    } else {
        for (uint16_t k = 0; ref && k < NO_RULE; k++, ref = has_rules(ref) ? ref->next : NULL)
            rule_paints(encoder, ref, (Rows){ rules, k }, n, out);
    }
    return (JutuPaints){ out, !constant };
}
