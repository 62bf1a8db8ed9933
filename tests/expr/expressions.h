/* Tables of expressions and what they give, as text. */
#pragma once
#include "base/json.h"
#include "base/number.h"
#include "base/time.h"
#include "check.h"
#include "expr/expr.h"

typedef struct {
    const char *expr, *want;
} Expression;

static inline void print_value(GString *out, JutuValue value, JutuArena *arena);

static inline void print_items(GString *out, const JutuValue *items, const char *const *names,
                               size_t n, JutuArena *arena)
{
    for (size_t i = 0; i < n; i++) {
        g_string_append(out, i > 0 ? "," : "");
        if (names)
            g_string_append_printf(out, "%s:", names[i]);
        print_value(out, items[i], arena);
    }
}

/* 1, 'text', [1,2], {a:1}, Date ISO */
static inline void print_value(GString *out, JutuValue value, JutuArena *arena)
{
    switch ((JutuType)value.type) {
    case JUTU_STRING:
        g_string_append_printf(out, "'%s'", value.string);
        return;
    case JUTU_DATE:
        g_string_append_printf(out, "Date %s", jutu_date_iso(value.number, arena));
        return;
    case JUTU_ARRAY:
        g_string_append_c(out, '[');
        print_items(out, value.items, NULL, value.length, arena);
        g_string_append_c(out, ']');
        return;
    case JUTU_OBJECT:
        g_string_append_c(out, '{');
        print_items(out, value.object->values, value.object->names, value.object->n, arena);
        g_string_append_c(out, '}');
        return;
    case JUTU_NUMBER:
        g_string_append(
            out, value.number == 0 && signbit(value.number) ? "-0" : jutu_to_text(value, arena));
        return;
    case JUTU_UNDEFINED:
    case JUTU_NULL:
    case JUTU_BOOLEAN:
    case JUTU_REGEXP:
        g_string_append(out, jutu_to_text(value, arena));
        return;
    }
}

/* What an expression gives for a datum (JSON, or NULL), or "error: …". In the arena. */
static inline const char *evaluate(const char *source, const char *datum, JutuContext *context)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    json_t *json = datum ? json_loads(datum, JSON_DECODE_ANY, NULL) : json_object();
    JutuScope scope = { .context = context, .datum = jutu_value_from_json(json, context->arena) };
    json_decref(json);
    const JutuExpr *expr = jutu_expr_parse(source, "/expr", context, &error);
    JutuValue value = expr ? jutu_expr_eval(expr, &scope, &error) : jutu_undefined();
    if (error)
        g_string_append_printf(out, "error: %s", error->message);
    else
        print_value(out, value, context->arena);
    return jutu_arena_strdup(context->arena, out->str);
}

/* An error need only begin as wanted. */
static inline void check_expressions(const Expression *rows, size_t n, const char *datum,
                                     const char *zone_name)
{
    g_autoptr(JutuZone) zone = zone_name ? jutu_zone_new(zone_name, NULL) : NULL;
    for (size_t i = 0; i < n; i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuContext) context = jutu_context_new(arena);
        context->zone = zone;
        const char *got = evaluate(rows[i].expr, datum, context);
        if (g_str_has_prefix(rows[i].want, "error"))
            CHECK_(g_str_has_prefix(got, rows[i].want), "%s: got \"%s\", want \"%s …\"",
                   rows[i].expr, got, rows[i].want);
        else
            CHECK_STR(rows[i].expr, got, rows[i].want);
        jutu_arena_free(arena);
    }
}
