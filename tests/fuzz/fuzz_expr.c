/* Any text as an expression, over one datum and over rows, and as a predicate; the first byte
 * chooses. */
#include <stdint.h>
#include <string.h>

#include "base/json.h"
#include "expr/expr.h"
#include "expr/utf16.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* What leaves the language is UTF-8, however deep. */
static void check_value(JutuValue value)
{
    if (value.type == JUTU_STRING)
        g_assert(jutu_utf16_is_valid(value.string, value.length) &&
                 !jutu_utf16_is_broken(value.string, value.length));
    for (size_t i = 0; value.type == JUTU_ARRAY && i < value.length; i++)
        check_value(value.items[i]);
    for (size_t i = 0; value.type == JUTU_OBJECT && i < value.object->n; i++)
        check_value(value.object->values[i]);
}

static void check_error(const GError *error)
{
    g_assert(error && g_utf8_validate(error->message, -1, NULL));
}

static JutuTable make_table(JutuArena *arena)
{
    const JutuValue a[] = { jutu_number(-1.5), jutu_null(), jutu_string("5") };
    const JutuValue b[] = { jutu_string("中文 😀"), jutu_string(""), jutu_date(1.7e12) };
    const JutuColumn columns[] = { { "a", jutu_copy(arena, JutuValue, a, 3) },
                                   { "b", jutu_copy(arena, JutuValue, b, 3) } };
    return (JutuTable){ .n_rows = 3,
                        .n_columns = 2,
                        .columns = jutu_copy(arena, JutuColumn, columns, 2) };
}

static void run_rows(const JutuExpr *expr, JutuContext *context)
{
    const JutuTable table = make_table(context->arena);
    const JutuScope scope = { .context = context, .table = &table };
    JutuValue out[3];
    g_autoptr(GError) error = NULL;
    if (!jutu_expr_eval_rows(expr, &scope, out, &error)) {
        check_error(error);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(out); i++)
        check_value(out[i]);
}

static void run_once(const JutuExpr *expr, JutuContext *context)
{
    static const char datum[] = "{\"a\": [1, \"x\", {\"b\": null}], \"b\": {\"c\": \"ü😀\"}}";
    json_t *json = json_loads(datum, 0, NULL);
    const JutuScope scope = { .context = context,
                              .datum = jutu_value_from_json(json, context->arena) };
    json_decref(json);
    g_autoptr(GError) error = NULL;
    JutuValue value = jutu_expr_eval(expr, &scope, &error);
    if (error)
        check_error(error);
    else
        check_value(value);
}

static const JutuExpr *parse(const char *text, bool predicate, JutuContext *context, GError **error)
{
    if (!predicate)
        return jutu_expr_parse(text, "/expr", context, error);
    json_t *json = jutu_json_parse(text, strlen(text), error);
    const JutuExpr *expr = json ? jutu_predicate_parse(json, "/filter", context, error) : NULL;
    json_decref(json);
    return expr;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    g_autofree char *text = g_strndup((const char *)bytes + 1, size - 1);
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    g_autoptr(GError) error = NULL;
    const JutuExpr *expr = parse(text, bytes[0] & 2, context, &error);
    if (!expr)
        check_error(error);
    else if (bytes[0] & 1)
        run_rows(expr, context);
    else
        run_once(expr, context);
    jutu_arena_free(arena);
    return 0;
}
