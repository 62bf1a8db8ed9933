/* Evaluation: the tree is walked once a row; columns and signals are looked up once a run. */
#include "expr/eval.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/time.h"
#include "base/written.h"
#include "expr/regexp.h"

enum {
    BUDGET = 64 * 1024 * 1024, /* bytes that one evaluation may make */
    BUDGET_PER_ROW = 1024,     /* and each row more */
    BUDGET_AT_MOST = 1024 * 1024 * 1024,
};

const char *jutu_eval_excerpt(const char *text, JutuArena *arena)
{
    enum { LONGEST = 60 };
    size_t length = strnlen(text, LONGEST + 1);
    if (length <= LONGEST)
        return text;
    length = LONGEST;
    while ((text[length] & 0xC0) == 0x80) /* not within a character */
        length--;
    return jutu_arena_printf(arena, "%.*s…", (int)length, text);
}

JutuValue jutu_eval_fail(JutuEval *eval, const char *format, ...)
{
    if (eval->failed)
        return jutu_undefined();
    eval->failed = true;
    va_list args;
    va_start(args, format);
    g_autofree char *raw = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *text = g_utf8_make_valid(raw, -1);
    if (!eval->expr)
        return jutu_undefined(); /* folding: it fails again when it is run */
    const char *source = jutu_eval_excerpt(eval->expr->source, eval->arena);
    if (eval->in_rows)
        jutu_error_set(eval->error, JUTU_ERROR_DATA, eval->expr->pointer,
                       "row %zu: %s, in the expression %s", eval->row + 1, text, source);
    else
        jutu_error_set(eval->error, JUTU_ERROR_DATA, eval->expr->pointer,
                       "%s, in the expression %s", text, source);
    return jutu_undefined();
}

bool jutu_eval_charge(JutuEval *eval, size_t bytes)
{
    if (eval->failed)
        return false;
    if (bytes > eval->budget) {
        jutu_eval_fail(eval, "the expression makes too much text or too long arrays");
        return false;
    }
    eval->budget -= bytes;
    return true;
}

bool jutu_eval_charge_text(JutuEval *eval, size_t bytes)
{
    if (bytes > JUTU_MOST_TEXT_BYTES)
        jutu_eval_fail(eval, "a text of %zu bytes is longer than the limit of %d", bytes,
                       JUTU_MOST_TEXT_BYTES);
    return jutu_eval_charge(eval, bytes);
}

bool jutu_eval_charge_items(JutuEval *eval, size_t items)
{
    if (items > JUTU_MOST_ITEMS)
        jutu_eval_fail(eval, "an array of %zu items is longer than the limit of %d", items,
                       JUTU_MOST_ITEMS);
    return jutu_eval_charge(eval, items * sizeof(JutuValue));
}

JutuValue *jutu_eval_items(JutuEval *eval, size_t n)
{
    return jutu_eval_charge_items(eval, n) ? jutu_new(eval->arena, JutuValue, n) : NULL;
}

JutuValue *jutu_eval_copy(JutuArena *arena, const void *values, size_t n)
{
    JutuValue *copy = jutu_new(arena, JutuValue, n);
    if (n > 0)
        memcpy(copy, values, n * sizeof(*copy));
    return copy;
}

static JutuValue join_items(JutuEval *eval, JutuValue array)
{
    JutuText text = jutu_text_new(eval->arena, 16);
    for (size_t i = 0; i < array.length && !eval->failed; i++) {
        if (i > 0)
            jutu_text_add(&text, ",", 1);
        if (jutu_is_nullish(array.items[i]))
            continue;
        JutuValue item = jutu_eval_string(eval, array.items[i]);
        if (text.length + item.length > JUTU_MOST_TEXT_BYTES)
            jutu_eval_charge_text(eval, text.length + item.length);
        else if (jutu_eval_charge(eval, item.length + 1))
            jutu_text_add(&text, item.string, item.length);
    }
    return jutu_text_end(&text);
}

JutuValue jutu_eval_string(JutuEval *eval, JutuValue value)
{
    if (value.type == JUTU_DATE && !jutu_is_spelt(value))
        return jutu_string(jutu_date_text(value.number, eval->context->zone, eval->arena));
    if (value.type == JUTU_ARRAY)
        return join_items(eval, value);
    return jutu_to_string(value, eval->arena);
}

JutuValue jutu_eval_beside(JutuEval *eval, JutuValue value, JutuValue other)
{
    bool as_text = other.type == JUTU_STRING && jutu_is_written(value);
    return as_text ? jutu_eval_string(eval, value) : value;
}

double jutu_eval_number(JutuEval *eval, JutuValue value)
{
    (void)eval;
    return jutu_is_gap(value) ? NAN : jutu_to_number(value);
}

JutuValue jutu_eval_slice(JutuEval *eval, JutuValue string, size_t start, size_t end)
{
    if (!jutu_eval_charge(eval, MIN(string.length, end > start ? (end - start) * 4 : 0)))
        return jutu_undefined();
    JutuValue slice = jutu_utf16_slice(string, start, end, eval->arena);
    eval->broken |= slice.length >= 3 && jutu_utf16_is_broken(slice.string, slice.length);
    return slice;
}

/* == Members == */

/* An index that is written as JavaScript would write it: "0", "12", not "01" or "-1". */
static bool read_index(JutuValue key, size_t *index)
{
    if (key.type == JUTU_NUMBER) {
        *index = key.number >= 0 && key.number < 4294967295.0 ? (size_t)key.number : 0;
        return (double)*index == key.number;
    }
    if (key.type != JUTU_STRING || key.length == 0 || key.length > 10 ||
        (key.string[0] == '0' && key.length > 1))
        return false;
    *index = 0;
    for (size_t i = 0; i < key.length; i++) {
        if (!g_ascii_isdigit(key.string[i]))
            return false;
        *index = *index * 10 + (size_t)(key.string[i] - '0');
    }
    return true;
}

static JutuValue member_of_text(JutuEval *eval, JutuValue text, JutuValue key)
{
    size_t index;
    if (read_index(key, &index))
        return index < text.length && index < jutu_utf16_count(text.string, text.length)
                   ? jutu_eval_slice(eval, text, index, index + 1)
                   : jutu_undefined();
    bool is_length = jutu_is_text(key, "length");
    return is_length ? jutu_number((double)jutu_utf16_count(text.string, text.length))
                     : jutu_undefined();
}

static JutuValue member_of_array(JutuValue array, JutuValue key)
{
    size_t index;
    if (read_index(key, &index))
        return index < array.length ? array.items[index] : jutu_undefined();
    bool is_length = jutu_is_text(key, "length");
    return is_length ? jutu_number(array.length) : jutu_undefined();
}

JutuValue jutu_eval_member(JutuEval *eval, JutuValue object, JutuValue key)
{
    if (jutu_is_written(object))
        return member_of_text(eval, jutu_eval_string(eval, object), key);
    switch ((JutuType)object.type) {
    case JUTU_UNDEFINED:
    case JUTU_NULL:
        return jutu_eval_fail(eval, "%s has no member \"%s\"",
                              object.type == JUTU_NULL ? "null" : "an undefined value",
                              jutu_eval_excerpt(jutu_eval_string(eval, key).string, eval->arena));
    case JUTU_STRING:
        return member_of_text(eval, object, key);
    case JUTU_ARRAY:
        return member_of_array(object, key.type == JUTU_STRING || key.type == JUTU_NUMBER
                                           ? key
                                           : jutu_eval_string(eval, key));
    case JUTU_OBJECT:
        return jutu_member(object, jutu_eval_string(eval, key).string);
    case JUTU_REGEXP:
        return jutu_regexp_member(object.regexp, jutu_eval_string(eval, key).string);
    case JUTU_BOOLEAN:
    case JUTU_NUMBER:
    case JUTU_DATE:
        break;
    }
    return jutu_undefined();
}

JutuValue jutu_eval_named(JutuEval *eval, JutuValue object, const char *name)
{
    return jutu_eval_member(eval, object, jutu_string(name));
}

JutuValue jutu_eval_datum(JutuEval *eval)
{
    if (!eval->scope->table)
        return eval->scope->datum;
    if (eval->datum.type == JUTU_UNDEFINED)
        eval->datum = jutu_table_row(eval->scope->table, eval->row, eval->arena);
    return eval->datum;
}

/* == Nodes == */

JutuValue jutu_run_literal(const JutuNode *node, JutuEval *eval)
{
    (void)eval;
    return node->value;
}

JutuValue jutu_run_datum(const JutuNode *node, JutuEval *eval)
{
    (void)node;
    return jutu_eval_datum(eval);
}

/* "a.b" as b in a; a null on the way is the result. */
static JutuValue read_nested(JutuEval *eval, const char *name)
{
    g_auto(GStrv) path = g_strsplit(name, ".", -1);
    const JutuTable *table = eval->scope->table;
    const JutuColumn *column = table ? jutu_table_find(table, path[0]) : NULL;
    JutuValue value = column   ? column->cells[eval->row]
                      : !table ? jutu_eval_named(eval, eval->scope->datum, path[0])
                               : jutu_undefined();
    for (size_t i = 1; path[i] && jutu_truthy(value); i++)
        value = jutu_eval_named(eval, value, path[i]);
    return value;
}

static JutuValue read_field(JutuEval *eval, const char *name)
{
    JutuValue value = jutu_undefined();
    if (!eval->scope->table)
        value = jutu_eval_named(eval, eval->scope->datum, name);
    bool nested = eval->expr->nested && value.type == JUTU_UNDEFINED && strchr(name, '.');
    return nested ? read_nested(eval, name) : value;
}

JutuValue jutu_run_field(const JutuNode *node, JutuEval *eval)
{
    const JutuValue *cells = eval->columns[node->slot];
    return cells ? cells[eval->row] : read_field(eval, eval->expr->fields[node->slot]);
}

JutuValue jutu_run_signal(const JutuNode *node, JutuEval *eval)
{
    return eval->signals[node->slot];
}

/* datum[key] reads one cell and needn't make the row an object. */
static JutuValue read_cell(JutuEval *eval, JutuValue key)
{
    const char *name = jutu_eval_string(eval, key).string;
    const JutuColumn *column = jutu_table_find(eval->scope->table, name);
    return column ? column->cells[eval->row] : jutu_undefined();
}

JutuValue jutu_run_member(const JutuNode *node, JutuEval *eval)
{
    if (node->a->run == jutu_run_datum && eval->scope->table)
        return read_cell(eval, node->b->run(node->b, eval));
    JutuValue object = node->a->run(node->a, eval);
    return jutu_eval_member(eval, object, node->b->run(node->b, eval));
}

JutuValue jutu_run_array(const JutuNode *node, JutuEval *eval)
{
    JutuValue *items = jutu_eval_items(eval, node->n_items);
    if (!items)
        return jutu_undefined();
    for (size_t i = 0; i < node->n_items; i++)
        items[i] = node->items[i]->run(node->items[i], eval);
    return jutu_array(items, node->n_items);
}

JutuValue jutu_run_object(const JutuNode *node, JutuEval *eval)
{
    JutuValue *values = jutu_eval_items(eval, node->n_items);
    if (!values)
        return jutu_undefined();
    for (size_t i = 0; i < node->n_items; i++)
        values[i] = node->items[i]->run(node->items[i], eval);
    JutuObject *object = jutu_new(eval->arena, JutuObject, 1);
    *object = (JutuObject){ .n = node->n_items, .names = node->names, .values = values };
    return jutu_object_value(object);
}

JutuValue jutu_run_conditional(const JutuNode *node, JutuEval *eval)
{
    do /* a chain of thousands, a ? b : c ? d : …, must not need as many stack frames */
        node = jutu_truthy(node->a->run(node->a, eval)) ? node->b : node->c;
    while (node->run == jutu_run_conditional);
    return node->run(node, eval);
}

JutuValue jutu_run_call(const JutuNode *node, JutuEval *eval)
{
    JutuValue few[6], *args = few;
    if (node->n_items > G_N_ELEMENTS(few))
        args = jutu_eval_items(eval, node->n_items);
    if (!args)
        return jutu_undefined();
    for (size_t i = 0; i < node->n_items; i++)
        args[i] = node->items[i]->run(node->items[i], eval);
    if (eval->failed)
        return jutu_undefined();
    eval->called = node->function;
    if (node->function->math)
        return jutu_number(
            node->function->math(jutu_eval_number(eval, jutu_arg(args, node->n_items, 0))));
    return node->function->fn(eval, args, node->n_items);
}

JutuValue jutu_run_math(const JutuNode *node, JutuEval *eval)
{
    const JutuNode *of = node->n_items > 0 ? node->items[0] : NULL;
    JutuValue value = of ? of->run(of, eval) : jutu_undefined();
    double number = value.type == JUTU_NUMBER ? value.number : jutu_eval_number(eval, value);
    return jutu_number(node->function->math(number));
}

/* == Runs == */

bool jutu_eval_signal(JutuEval *eval, const char *name, JutuValue *out)
{
    GError *error = NULL;
    const JutuScope *scope = eval->scope;
    for (size_t i = 0; scope->params && i < scope->params->n; i++)
        if (strcmp(scope->params->names[i], name) == 0) {
            *out = scope->params->values[i];
            return true;
        }
    bool known = scope->host && scope->host->signal &&
                 scope->host->signal(scope->host->self, name, out, &error);
    if (error && eval->failed)
        g_error_free(error);
    else if (error)
        g_propagate_error(eval->error, error);
    eval->failed |= error != NULL;
    return known;
}

/* Binds fields to columns and names to signals. */
static bool begin(JutuEval *eval, const JutuExpr *expr, const JutuScope *scope, size_t rows,
                  GError **error)
{
    eval->context = scope->context;
    eval->arena = scope->context->arena;
    eval->expr = expr;
    eval->scope = scope;
    eval->row = scope->row;
    eval->budget = MIN(BUDGET + rows * (size_t)BUDGET_PER_ROW, (size_t)BUDGET_AT_MOST);
    eval->broken = expr->broken;
    eval->error = error;
    bool small = expr->n_fields <= JUTU_EVAL_SLOTS && expr->n_signals <= JUTU_EVAL_SLOTS;
    eval->columns = small ? eval->column_slots
                          : jutu_new(eval->arena, const JutuValue *, expr->n_fields);
    eval->signals = small ? eval->signal_slots : jutu_new(eval->arena, JutuValue, expr->n_signals);
    for (size_t i = 0; i < expr->n_fields && scope->table; i++) {
        const JutuColumn *column = jutu_table_find(scope->table, expr->fields[i]);
        eval->columns[i] = column ? column->cells : NULL;
    }
    for (size_t i = 0; i < expr->n_signals; i++)
        if (!jutu_eval_signal(eval, expr->signals[i], &eval->signals[i])) {
            jutu_eval_fail(eval, "no parameter is called \"%s\" (columns are datum.NAME)",
                           expr->signals[i]);
            return false;
        }
    for (size_t i = 0; expr->params && expr->params[i] && !eval->failed; i++)
        if (!jutu_eval_has_param(eval, expr->params[i])) {
            eval->failed = true;
            jutu_error_set(eval->error, JUTU_ERROR_SPEC, expr->pointer,
                           "no parameter is called \"%s\"; add it to \"params\"", expr->params[i]);
        }
    return !eval->failed;
}

static void end(JutuEval *eval)
{
    if (eval->regexps)
        g_hash_table_unref(eval->regexps);
}

/* Puts U+FFFD where halves of pairs are left, as text that leaves the language must be UTF-8. */
static JutuValue mend(JutuValue value, JutuArena *arena)
{
    if (value.type == JUTU_STRING)
        return jutu_utf16_mend(value, arena);
    if (value.type == JUTU_ARRAY) {
        JutuValue *items = jutu_eval_copy(arena, value.items, value.length);
        for (size_t i = 0; i < value.length; i++)
            items[i] = mend(items[i], arena);
        return jutu_array(items, value.length);
    }
    if (value.type == JUTU_OBJECT && value.length == 0) {
        JutuObject *object = jutu_copy(arena, JutuObject, value.object, 1);
        JutuValue *values = jutu_eval_copy(arena, object->values, object->n);
        for (size_t i = 0; i < object->n; i++)
            values[i] = mend(values[i], arena);
        object->values = values;
        return jutu_object_value(object);
    }
    return value;
}

JutuValue jutu_expr_run(const JutuExpr *expr, const JutuScope *scope, bool *broken, GError **error)
{
    JutuEval eval = { 0 };
    JutuValue value = jutu_undefined();
    if (begin(&eval, expr, scope, 0, error))
        value = expr->root->run(expr->root, &eval);
    end(&eval);
    *broken = eval.broken;
    return eval.failed ? jutu_undefined() : value;
}

JutuValue jutu_expr_eval(const JutuExpr *expr, const JutuScope *scope, GError **error)
{
    bool broken;
    JutuValue value = jutu_expr_run(expr, scope, &broken, error);
    return broken ? mend(value, scope->context->arena) : value;
}

bool jutu_expr_eval_rows(const JutuExpr *expr, const JutuScope *scope, JutuValue *out,
                         GError **error)
{
    JutuEval eval = { 0 };
    size_t n = scope->table->n_rows;
    const JutuNode *root = expr->root;
    bool ready = begin(&eval, expr, scope, n, error);
    eval.in_rows = n > 1;
    for (eval.row = 0; ready && eval.row < n && !eval.failed; eval.row++) {
        eval.datum = jutu_undefined();
        out[eval.row] = root->run(root, &eval);
        if (eval.broken) {
            out[eval.row] = mend(out[eval.row], eval.arena);
            eval.broken = expr->broken;
        }
    }
    end(&eval);
    return !eval.failed;
}

JutuValue jutu_expr_fold(const JutuNode *node, JutuContext *context, bool *failed)
{
    JutuScope scope = { .context = context };
    JutuEval eval = {
        .context = context, .arena = context->arena, .scope = &scope, .budget = BUDGET / 64
    };
    JutuValue value = node->run(node, &eval);
    end(&eval);
    *failed = eval.failed || eval.broken;
    return value;
}
