#include "expr/expressions.h"

static void test_members(void)
{
    static const Expression rows[] = {
        { "datum.a", "2" },
        { "datum['a.b']", "'dotted'" },
        { "datum[datum.names[1]]", "2" },
        { "datum.nested.x[1].k", "'deep'" },
        { "datum.missing", "undefined" },
        { "datum.a.b", "undefined" },
        { "datum.missing.k", "error: an undefined value has no member \"k\"" },
        { "datum.none.k", "error: null has no member \"k\"" },
        { "datum.names[-1]", "undefined" },
        { "datum.names['0']", "'b'" },
        { "datum.names['00']", "undefined" },
        { "datum.names[1.5]", "undefined" },
        { "datum.names.length", "2" },
        { "'日本'[1]", "'本'" },
        { "'a😀'[1] + 'a😀'[2] == '😀'", "true" },
        { "'a😀'[1]", "'\xEF\xBF\xBD'" },
        { "['a😀'[1], {k: 'a😀'[2]}]", "['\xEF\xBF\xBD',{k:'\xEF\xBF\xBD'}]" },
        { "'\\ud800'", "'\xEF\xBF\xBD'" },
        { "{1: 'one'}[1]", "'one'" },
        { "(5).x", "undefined" },
        { "datum.constructor", "undefined" },
    };
    check_expressions(rows, ROWS(rows),
                      "{\"a\": 2, \"a.b\": \"dotted\", \"none\": null, \"names\": [\"b\", \"a\"],"
                      " \"nested\": {\"x\": [1, {\"k\": \"deep\"}]}}",
                      NULL);
}

static void test_names(void)
{
    static const Expression rows[] = {
        { "foo", "error: no parameter is called \"foo\"" },
        { "true || foo", "error: no parameter is called \"foo\"" },
        { "Infinity", "error: no parameter is called \"Infinity\"" },
        { "undefined", "error: no parameter is called \"undefined\"" },
        { "window", "error: no parameter is called \"window\"" },
        { "constructor", "error: no parameter is called \"constructor\"" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_limits(void)
{
    static const Expression rows[] = {
        { "length(pad('', 1000000, '-'))", "1000000" },
        { "pad('', 2000000, '-')", "error: a text of 1048577 bytes is longer than the limit" },
        { "length(sequence(1000000))", "1000000" },
        { "sequence(1e12)", "error: an array of 1000001 items is longer than the limit" },
        { "timeSequence('seconds', 0, 1e15)", "error: an array of 1000001 items" },
        { "join(sequence(1000000), 'abc')", "error: a text of" },
        { "'' + sequence(1000000)", "error: a text of" },
        { "[sequence(1000000), sequence(1000000), sequence(1000000), sequence(1000000), "
          "sequence(1000000)]",
          "error: the expression makes too much" },
        { "test(/^(a|aa)+$/, pad('', 60, 'a') + 'b')",
          "error: the regular expression /^(a|aa)+$/ takes too long" },
        { "length(replace(pad('', 1000, 'a'), /a/g, pad('', 2000, 'b')))", "error: a text of" },
        { "length(split(pad('', 1000000, 'a'), 'a'))", "error: an array of 1000001 items" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

/* A table of columns a: 1, 2, 3 and s: "x", null, 3. */
static JutuTable make_table(JutuArena *arena)
{
    const JutuValue a[] = { jutu_number(1), jutu_number(2), jutu_number(3) };
    const JutuValue s[] = { jutu_string("x"), jutu_null(), jutu_number(3) };
    const JutuColumn columns[] = { { "a", jutu_copy(arena, JutuValue, a, 3) },
                                   { "s", jutu_copy(arena, JutuValue, s, 3) } };
    return (JutuTable){ .n_rows = 3, .n_columns = 2, .columns = jutu_copy(arena, JutuColumn, columns, 2) };
}

static void test_rows(void)
{
    static const struct {
        const char *expr, *want;
    } table[] = {
        { "datum.a * 10", "10,20,30" },
        { "datum['s']", "'x',null,3" },
        { "datum.none", "undefined,undefined,undefined" },
        { "datum[datum.a > 1 ? 's' : 'a']", "1,null,3" },
        { "datum", "{a:1,s:'x'},{a:2,s:null},{a:3,s:3}" },
        { "datum.s + width", "'x400',400,403" },
        { "limit && datum.a > limit", "false,false,true" },
        { "isTuple(datum) && datum.a == datum['a']", "true,true,true" },
        { "7", "7,7,7" },
        { "'😀'[0]", "'\xEF\xBF\xBD','\xEF\xBF\xBD','\xEF\xBF\xBD'" },
        { "datum.s.x", "error: row 2: null has no member \"x\", in the expression datum.s.x" },
        { "height", "error: no parameter is called \"height\" (columns are datum.NAME), in the "
                    "expression height" },
    };
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    const JutuTable rows = make_table(arena);
    const JutuObject params = { 2, (const char *const[]){ "width", "limit" },
                                (const JutuValue[]){ jutu_number(400), jutu_number(2) } };
    const JutuScope scope = { .context = context, .table = &rows, .params = &params };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuValue out[3];
        g_autoptr(GError) error = NULL;
        g_autoptr(GString) got = g_string_new(NULL);
        const JutuExpr *expr = jutu_expr_parse(table[i].expr, "", context, &error);
        if (expr && jutu_expr_eval_rows(expr, &scope, out, &error))
            print_items(got, out, NULL, 3, arena);
        else
            g_string_printf(got, "error: %s", error->message);
        CHECK_STR(table[i].expr, got->str, table[i].want);
    }
    jutu_arena_free(arena);
}

static bool answer_signal(void *self, const char *name, JutuValue *out, GError **error)
{
    (void)error;
    *out = jutu_number(*(double *)self);
    return strcmp(name, "width") == 0;
}

static void test_one_row(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    const JutuTable rows = make_table(arena);
    double width = 300;
    const JutuExprHost host = { .signal = answer_signal, .self = &width };
    const JutuScope scope = { .context = context, .table = &rows, .row = 2, .host = &host };
    const JutuExpr *expr = jutu_expr_parse("datum.a + width", "", context, NULL);
    CHECK_EXACT("the third row", jutu_expr_eval(expr, &scope, NULL).number, 303.0);
    jutu_arena_free(arena);
}

/* More fields and names than an evaluation has room for without asking. */
static void test_many_fields(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    const JutuTable rows = make_table(arena);
    g_autoptr(GString) source = g_string_new("datum.a");
    for (int i = 0; i < 40; i++)
        g_string_append_printf(source, " + (datum.x%d ? 1 : 0)", i);
    const JutuScope scope = { .context = context, .table = &rows };
    const JutuExpr *expr = jutu_expr_parse(source->str, "", context, NULL);
    JutuValue out[3];
    CHECK_TRUE("runs", jutu_expr_eval_rows(expr, &scope, out, NULL));
    CHECK_EXACT("the last", out[2].number, 3.0);
    jutu_arena_free(arena);
}

SUITE(expr_eval, { "members", test_members }, { "names", test_names }, { "limits", test_limits },
      { "rows", test_rows }, { "one row", test_one_row }, { "many fields", test_many_fields });
