/*
 * Vega-Lite's predicates. As in Vega-Lite itself they become text of the
 * expression language, so that comparisons, precedence and time zones are the
 * language's own.
 */
#include <math.h>
#include <string.h>

#include "base/fieldpath.h"
#include "base/json.h"
#include "base/time.h"
#include "expr/date_source.h"
#include "expr/eval.h"
#include "expr/literal.h"

typedef struct {
    JutuContext *context;
    GString *out;
    GPtrArray *params; /* names, of the arena */
    GError **error;
    unsigned depth;
} Writer;

/* A field predicate's left side. */
typedef struct {
    const char *expr; /* datum['a'], or time(…) of its time unit */
    const char *unit; /* the time unit without utc and binned; NULL: none */
    const char *pointer;
} Field;

static bool write_predicate(Writer *w, const json_t *predicate, const char *pointer);

static bool fail_predicate(Writer *w, const char *pointer, const char *message)
{
    jutu_error_set(w->error, JUTU_ERROR_SPEC, pointer, "%s", message);
    return false;
}

/* Text of the user's: checked on its own, so that errors speak of it and brackets match. */
static bool write_source(Writer *w, const char *source, const char *pointer)
{
    if (!jutu_expr_parse(source, pointer, w->context, w->error))
        return false;
    g_string_append(w->out, source);
    return true;
}

/* The text of {"expr": …} or {"signal": …}; NULL if it is none. */
static const char *expr_of(const json_t *value)
{
    const char *expr = jutu_json_string(value, "expr", NULL);
    return expr ? expr : jutu_json_string(value, "signal", NULL);
}

static bool is_single_unit(const char *unit)
{
    unsigned units = unit ? jutu_time_unit_parse(unit, NULL, NULL) : 0;
    return units && (units & (units - 1)) == 0;
}

/* Whether a number or text is a part of a date, such as a month, rather than a moment. */
static bool is_part(Writer *w, const json_t *value)
{
    if (json_is_number(value))
        return json_number_value(value) < 10000;
    return isnan(jutu_date_parse(json_string_value(value), w->context->zone));
}

static bool write_literal(Writer *w, const json_t *value)
{
    g_string_append(w->out, jutu_expr_literal(value, w->context->arena));
    return true;
}

/* A moment: time(…) around a DateTime, or around what the field's time unit makes of a value. */
static bool write_moment(Writer *w, const json_t *value, const Field *field)
{
    g_string_append(w->out, "time(");
    bool written;
    if (expr_of(value)) {
        written = write_source(w, expr_of(value), field->pointer);
    } else if (jutu_date_time_is(value)) {
        written = jutu_date_time_write(value, w->out, field->pointer, w->context, w->error);
    } else if (is_single_unit(field->unit) && is_part(w, value)) {
        written = jutu_date_time_write_part(field->unit, value, w->out, field->pointer, w->context,
                                            w->error);
    } else {
        g_string_append(w->out, "datetime(");
        written = write_literal(w, value);
        g_string_append_c(w->out, ')');
    }
    g_string_append_c(w->out, ')');
    return written;
}

static bool write_operand(Writer *w, const json_t *value, const Field *field)
{
    bool reference = expr_of(value) != NULL;
    if (jutu_date_time_is(value) ||
        (field->unit && (reference || json_is_string(value) || json_is_number(value))))
        return write_moment(w, value, field);
    return reference ? write_source(w, expr_of(value), field->pointer) : write_literal(w, value);
}

/* == Operators == */

static bool write_comparison(Writer *w, const json_t *value, const Field *field, const char *symbol)
{
    g_string_append_printf(w->out, "%s%s", field->expr, symbol);
    return write_operand(w, value, field);
}

static bool write_one_of(Writer *w, const json_t *value, const Field *field, const char *symbol)
{
    (void)symbol;
    if (!json_is_array(value))
        return fail_predicate(w, field->pointer, "\"oneOf\" needs an array");
    g_string_append(w->out, "indexof([");
    for (size_t i = 0; i < json_array_size(value); i++) {
        if (i > 0)
            g_string_append_c(w->out, ',');
        if (!write_operand(w, json_array_get(value, i), field))
            return false;
    }
    g_string_append_printf(w->out, "], %s) !== -1", field->expr);
    return true;
}

static bool write_valid(Writer *w, const json_t *value, const Field *field, const char *symbol)
{
    (void)symbol;
    const char *form = json_is_true(value) ? "isValid(%s) && isFinite(+%s)"
                                           : "!isValid(%s) || !isFinite(+%s)";
    g_string_append_printf(w->out, form, field->expr, field->expr);
    return true;
}

/* One end of a range: a value, or an item of what an expression gives. */
static bool write_end(Writer *w, const json_t *range, size_t i, const Field *field)
{
    if (json_is_array(range))
        return write_operand(w, json_array_get(range, i), field);
    const char *source = jutu_arena_printf(w->context->arena, "(%s)[%zu]", expr_of(range), i);
    json_t *item = json_pack("{ss}", "expr", source);
    bool written = write_operand(w, item, field);
    json_decref(item);
    return written;
}

static bool write_range(Writer *w, const json_t *range, const Field *field, const char *symbol)
{
    (void)symbol;
    if (!expr_of(range) && json_array_size(range) != 2)
        return fail_predicate(w, field->pointer,
                              "\"range\" needs two values; null leaves an end open");
    bool open[2];
    for (size_t i = 0; i < 2; i++)
        open[i] = json_is_array(range) && json_is_null(json_array_get(range, i));
    if (open[0] && open[1]) {
        g_string_append(w->out, "true");
        return true;
    }
    if (open[0] || open[1]) {
        g_string_append_printf(w->out, "%s %s ", field->expr, open[0] ? "<=" : ">=");
        return write_end(w, range, open[0], field);
    }
    g_string_append_printf(w->out, "inrange(%s, [", field->expr);
    bool written = write_end(w, range, 0, field);
    g_string_append(w->out, ", ");
    written = written && write_end(w, range, 1, field);
    g_string_append(w->out, "])");
    return written;
}

/* The first that is there counts, as in Vega-Lite. */
static const struct {
    const char *name;
    bool (*write)(Writer *w, const json_t *value, const Field *field, const char *symbol);
    const char *symbol;
} operators[] = {
    { "equal", write_comparison, "===" }, { "lt", write_comparison, "<" },
    { "gt", write_comparison, ">" },      { "lte", write_comparison, "<=" },
    { "gte", write_comparison, ">=" },    { "oneOf", write_one_of, NULL },
    { "in", write_one_of, NULL },         { "valid", write_valid, NULL },
    { "range", write_range, NULL },
};

/* == Fields == */

static bool read_time_unit(Writer *w, const json_t *given, Field *field, unsigned *units,
                           bool *binned)
{
    const char *name = json_is_string(given) ? json_string_value(given)
                                             : jutu_json_string(given, "unit", NULL);
    *units = name ? jutu_time_unit_parse(name, NULL, binned) : 0;
    if (*units == 0)
        return fail_predicate(w, field->pointer,
                              "\"timeUnit\" needs a unit, such as \"yearmonth\"");
    *binned |= jutu_json_bool(given, "binned", false);
    field->unit = jutu_time_unit_name(*units, w->context->arena);
    return true;
}

/* datum['a'] of a field's path, each part in brackets or all parts in one. */
static const char *access_to(Writer *w, const char *const *path, bool flat)
{
    g_autofree char *joined = g_strjoinv(".", (char **)path);
    if (flat)
        return jutu_expr_member("datum", joined, w->context->arena);
    const char *expr = "datum";
    for (size_t i = 0; path[i]; i++)
        expr = jutu_expr_member(expr, path[i], w->context->arena);
    return expr;
}

static bool read_field(Writer *w, const json_t *predicate, const char *pointer, Field *field)
{
    const char *name = jutu_json_string(predicate, "field", NULL);
    const json_t *time_unit = json_object_get(predicate, "timeUnit");
    *field = (Field){ .pointer = pointer };
    if (!name || !*name)
        return fail_predicate(w, pointer,
                              "a predicate needs a \"field\", \"param\", \"and\", \"or\" or "
                              "\"not\"");
    const char *const *path = jutu_fieldpath_split(name, w->context->arena, w->error);
    if (!path)
        return false;
    field->expr = access_to(w, path, true);
    if (!jutu_json_given(time_unit))
        return true;
    unsigned units;
    bool binned = false;
    if (!read_time_unit(w, time_unit, field, &units, &binned))
        return false;
    g_autoptr(GString) cut = g_string_new("time(");
    if (binned)
        g_string_append(cut, field->expr);
    else
        jutu_date_time_write_floor(units, access_to(w, path, false), cut);
    g_string_append_c(cut, ')');
    field->expr = jutu_arena_strdup(w->context->arena, cut->str);
    return true;
}

static bool write_field(Writer *w, const json_t *predicate, const char *pointer)
{
    Field field;
    if (!read_field(w, predicate, pointer, &field))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(operators); i++) {
        const json_t *value = json_object_get(predicate, operators[i].name);
        if (value)
            return operators[i].write(w, value, &field, operators[i].symbol);
    }
    return fail_predicate(w, pointer,
                          "a predicate of a field needs one of \"equal\", \"lt\", \"lte\", "
                          "\"gt\", \"gte\", \"range\", \"oneOf\", \"valid\"");
}

/* == Compositions == */

static bool write_list(Writer *w, const json_t *list, const char *joint, const char *pointer)
{
    if (json_array_size(list) == 0)
        return fail_predicate(w, pointer, "\"and\" and \"or\" need an array of predicates");
    for (size_t i = 0; i < json_array_size(list); i++) {
        g_string_append(w->out, i > 0 ? joint : "(");
        const char *where = jutu_arena_printf(w->context->arena, "%s/%zu", pointer, i);
        if (!write_predicate(w, json_array_get(list, i), where))
            return false;
    }
    g_string_append_c(w->out, ')');
    return true;
}

static bool write_param(Writer *w, const json_t *predicate, const char *pointer)
{
    const char *name = jutu_json_string(predicate, "param", NULL);
    if (!name)
        return fail_predicate(w, pointer, "\"param\" needs the name of a parameter");
    g_ptr_array_add(w->params, jutu_arena_strdup(w->context->arena, name));
    g_string_append_printf(w->out, "_param(%s, %s)", jutu_expr_quote(name, w->context->arena),
                           jutu_json_bool(predicate, "empty", true) ? "true" : "false");
    return true;
}

static bool write_object(Writer *w, const json_t *predicate, const char *pointer)
{
    const json_t *inner = json_object_get(predicate, "not");
    const json_t *all = json_object_get(predicate, "and");
    const json_t *any = json_object_get(predicate, "or");
    if (inner) {
        g_string_append(w->out, "!(");
        bool written = write_predicate(w, inner,
                                       jutu_arena_printf(w->context->arena, "%s/not", pointer));
        g_string_append_c(w->out, ')');
        return written;
    }
    const json_t *list = all ? all : any;
    if (list)
        return write_list(w, list, all ? ") && (" : ") || (",
                          jutu_arena_printf(w->context->arena, all ? "%s/and" : "%s/or", pointer));
    return jutu_json_has(predicate, "param") ? write_param(w, predicate, pointer)
                                             : write_field(w, predicate, pointer);
}

static bool write_predicate(Writer *w, const json_t *predicate, const char *pointer)
{
    if (w->depth >= JUTU_MOST_EXPR_DEPTH)
        return fail_predicate(w, pointer, "the predicate is nested too deep");
    w->depth++;
    bool written = json_is_string(predicate)
                       ? write_source(w, json_string_value(predicate), pointer)
                   : json_is_object(predicate)
                       ? write_object(w, predicate, pointer)
                       : fail_predicate(w, pointer, "a predicate is an expression or an object");
    w->depth--;
    return written;
}

const JutuExpr *jutu_predicate_parse(const json_t *predicate, const char *pointer,
                                     JutuContext *context, GError **error)
{
    g_autoptr(GString) source = g_string_new(NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    Writer writer = { .context = context, .out = source, .params = names, .error = error };
    pointer = pointer ? pointer : "";
    if (!write_predicate(&writer, predicate, pointer))
        return NULL;
    const char **params = jutu_new(context->arena, const char *, names->len + 1);
    for (guint i = 0; i < names->len; i++)
        params[i] = names->pdata[i];
    return jutu_expr_parse_internal(source->str, params, pointer, context, error);
}
