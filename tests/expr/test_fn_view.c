#include "expr/expressions.h"

static void test_alone(void)
{
    static const Expression rows[] = {
        { "scale('x', 1)", "undefined" },
        { "invert('x', 1)", "undefined" },
        { "[domain('x'), range('x')]", "[[],[]]" },
        { "bandwidth('x')", "0" },
        { "bandspace(5, 0.1, 0.2)", "5.300000000000001" },
        { "bandspace(0, 0.1, 0.2)", "0" },
        { "bandspace(-3)", "1" },
        { "bandspace('0', 0, 1)", "2" },
        { "data('x')", "[]" },
        { "length(data('x'))", "0" },
        { "data(datum.a)", "error: the first argument of data() must be a text in quotes" },
        { "gradient('x', [0, 0], [1, 1])", "error: gradient() finds no such scale or data" },
        { "vlSelectionTest('x_store', datum)", "false" },
        { "warn('a', 7)", "7" },
        { "info()", "undefined" },
        { "containerSize()", "[undefined,undefined]" },
        { "screen()", "{}" },
    };
    check_expressions(rows, ROWS(rows), "{\"a\": 5}", NULL);
}

/* A view with a scale that doubles, and the data set whose JSON is self. */
static bool call(void *self, const char *function, const JutuValue *args, size_t n,
                 JutuContext *context, JutuValue *out)
{
    if (strcmp(function, "scale") == 0 && n > 1) {
        *out = jutu_number(2 * jutu_to_number(args[1]));
        return true;
    }
    if (strcmp(function, "data") != 0 || strcmp(args[0].string, "pick_store") != 0)
        return false;
    json_t *json = json_loads(self, 0, NULL);
    *out = jutu_value_from_json(json, context->arena);
    json_decref(json);
    return true;
}

static const char *run(const char *source, const char *store, const char *datum, JutuArena *arena)
{
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    const JutuExprHost host = { .call = call, .self = (void *)store };
    json_t *json = json_loads(datum, 0, NULL);
    JutuScope scope = { .context = context,
                        .datum = jutu_value_from_json(json, arena),
                        .host = &host };
    json_decref(json);
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    const JutuExpr *expr = jutu_expr_parse(source, "", context, &error);
    JutuValue value = expr ? jutu_expr_eval(expr, &scope, &error) : jutu_undefined();
    print_value(out, value, arena);
    return jutu_arena_strdup(arena, error ? error->message : out->str);
}

static void test_selections(void)
{
    static const struct {
        const char *row, *store, *expr, *want;
    } table[] = {
        { "a scale", "[]", "scale('x', 4)", "8" },
        { "nothing selected", "[]", "vlSelectionTest('pick_store', datum)", "false" },
        { "a value", "[{'unit': '', 'fields': [{'field': 'a', 'type': 'E'}], 'values': [5]}]",
          "vlSelectionTest('pick_store', datum)", "true" },
        { "one of values",
          "[{'unit': '', 'fields': [{'field': 'a', 'type': 'E'}], 'values': [[4, 5]]}]",
          "vlSelectionTest('pick_store', datum)", "true" },
        { "two fields",
          "[{'unit': '', 'fields': [{'field': 'a', 'type': 'E'}, {'field': 'b', 'type': 'E'}],"
          " 'values': [5, 'y']}]",
          "vlSelectionTest('pick_store', datum)", "false" },
        { "an interval",
          "[{'unit': '', 'fields': [{'field': 'a', 'type': 'R'}], 'values': [[1, 5]]}]",
          "vlSelectionTest('pick_store', datum)", "true" },
        { "a bin", "[{'unit': '', 'fields': [{'field': 'a', 'type': 'R-RE'}], 'values': [[1, 5]]}]",
          "vlSelectionTest('pick_store', datum)", "false" },
        { "a bound", "[{'unit': '', 'fields': [{'field': 'a', 'type': 'E-LT'}], 'values': [5]}]",
          "vlSelectionTest('pick_store', datum)", "false" },
        { "a nested field",
          "[{'unit': '', 'fields': [{'field': 'c.d', 'type': 'E'}], 'values': [7]}]",
          "vlSelectionTest('pick_store', datum)", "true" },
        { "either unit",
          "[{'unit': 'u', 'fields': [{'field': 'a', 'type': 'E'}], 'values': [1]},"
          " {'unit': 'v', 'fields': [{'field': 'a', 'type': 'E'}], 'values': [5]}]",
          "vlSelectionTest('pick_store', datum, 'union')", "true" },
        { "both units",
          "[{'unit': 'u', 'fields': [{'field': 'a', 'type': 'E'}], 'values': [1]},"
          " {'unit': 'v', 'fields': [{'field': 'a', 'type': 'E'}], 'values': [5]}]",
          "vlSelectionTest('pick_store', datum, 'intersect')", "false" },
        { "within a unit",
          "[{'unit': 'u', 'fields': [{'field': 'a', 'type': 'E'}], 'values': [1]},"
          " {'unit': 'u', 'fields': [{'field': 'a', 'type': 'E'}], 'values': [5]}]",
          "vlSelectionTest('pick_store', datum, 'intersect')", "true" },
        { "an id", "[{'_vgsid_': 3}]", "vlSelectionIdTest('pick_store', {_vgsid_: 3})", "true" },
        { "no id", "[{'_vgsid_': 3}]", "vlSelectionIdTest('pick_store', {_vgsid_: 4})", "false" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        char *store = jutu_arena_strdup(arena, table[i].store);
        for (char *at = store; *at; at++)
            *at = *at == '\'' ? '"' : *at;
        CHECK_STR(table[i].row,
                  run(table[i].expr, store, "{\"a\": 5, \"b\": \"x\", \"c\": {\"d\": 7}}", arena),
                  table[i].want);
        jutu_arena_free(arena);
    }
}

SUITE(expr_fn_view, { "alone", test_alone }, { "selections", test_selections });
