#include "expr/expressions.h"

static void test_grammar(void)
{
    static const Expression rows[] = {
        { "[1, [2], ]", "[1,[2]]" },
        { "[]", "[]" },
        { "{a: 1, 'b c': [2], 3: null, if: true,}", "{a:1,b c:[2],3:null,if:true}" },
        { "{a: {b: 2}}.a.b", "2" },
        { "(1 + 2) * 3", "9" },
        { "1 + 2 * 3 - 4 / 2", "5" },
        { "1 ? 2 ? 3 : 4 : 5", "3" },
        { "0 ? 1 : 0 ? 2 : 3", "3" },
        { "- -1", "1" },
        { "!!-'2'", "true" },
        { "'abc'.length + [1, 2]['length']", "5" },
        { "if(1, if(0, 1, 2), 3)", "2" },
        { "PI", "3.141592653589793" },
        { "MIN_VALUE", "5e-324" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_errors(void)
{
    static const Expression rows[] = {
        { "", "error: the expression ends too early, at character 1 of the expression " },
        { "1 +", "error: the expression ends too early, at character 4" },
        { "中 + )", "error: unexpected ), at character 5" },
        { "(1", "error: \")\" is missing, at character 3" },
        { "1 2", "error: unexpected 2, at character 3" },
        { "[1 2]", "error: unexpected 2" },
        { "[, 1]", "error: unexpected ," },
        { "{a}", "error: unexpected }" },
        { "{[1]: 2}", "error: unexpected [" },
        { "{a: 1, a: 2}", "error: the member \"a\" is there twice" },
        { "{constructor: 1}", "error: a member can't be called \"constructor\"" },
        { "{__proto__: 1}", "error: a member can't be called \"__proto__\"" },
        { "a = 1", "error: unexpected =" },
        { "datum.a++", "error: unexpected ++" },
        { "--1", "error: unexpected --" },
        { "1, 2", "error: unexpected ," },
        { "2 ** 3", "error: unexpected *" },
        { "a?.b", "error: unexpected ." },
        { "typeof 1", "error: unexpected typeof" },
        { "function () {}", "error: unexpected function" },
        { "`a`", "error: a character that means nothing here" },
        { "_", "error: \"_\" can't be used as a name" },
        { "event.x", "error: \"event\" belongs to a pointer" },
        { "datum.", "error: the expression ends too early" },
        { "datum.f(1)", "error: only functions can be called, by their names" },
        { "abs(1)(2)", "error: only functions can be called, by their names" },
        { "(abs)(2)", "error: only functions can be called, by their names" },
        { "max(1,)", "error: unexpected )" },
        { "if(1, 2)", "error: if() takes 3 arguments, not 2" },
        { "clamp(1, 2)", "error: clamp() needs 3 arguments" },
        { "clamp(1, 2, 3, 4)", "error: clamp() takes 3 arguments, not 4" },
        { "year()", "error: year() needs 1 argument," },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

/* `n` times a text, then `middle`, then `n` times another. */
static const char *nest(JutuArena *arena, size_t n, const char *before, const char *middle,
                        const char *after)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append(text, before);
    g_string_append(text, middle);
    for (size_t i = 0; i < n; i++)
        g_string_append(text, after);
    return jutu_arena_strdup(arena, text->str);
}

static void test_limits(void)
{
    static const struct {
        const char *row;
        size_t n;
        const char *before, *middle, *after, *want;
    } table[] = {
        { "brackets", 200, "(", "1", ")", "1" },
        { "too many brackets", 300, "(", "1", ")", "error: the expression is nested more than" },
        { "nots", 200, "!", "1", "", "true" },
        { "too many nots", 30000, "!", "1", "", "error: the expression is nested more than" },
        { "arrays", 300, "[", "", "]", "error: the expression is nested more than" },
        { "a long chain", 3000, "1+", "1", "", "3001" },
        { "a chain of rows", 3000, "datum.a+", "1", "", "6001" },
        { "too long a chain", 6000, "datum.a+", "1", "",
          "error: the expression has more than 4096" },
        { "choices", 3000, "datum.a==1?1:", "7", "", "7" },
        { "members", 5000, "", "datum.a", ".a", "error: the expression has more than 4096" },
        { "too long a source", 40000, "1+", "1", "", "error: an expression of 80001 bytes" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuContext) context = jutu_context_new(arena);
        const char *source = nest(arena, table[i].n, table[i].before, table[i].middle,
                                  table[i].after);
        const char *got = evaluate(source, "{\"a\": 2}", context);
        CHECK_(g_str_has_prefix(got, table[i].want), "%s: got \"%.80s\"", table[i].row, got);
        jutu_arena_free(arena);
    }
}

static void test_signals(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    const JutuExpr *expr = jutu_expr_parse("datum.b + datum['a'] + datum.b + width - datum[height]",
                                           "", context, NULL);
    CHECK_STR("first", jutu_expr_signals(expr)[0], "width");
    CHECK_STR("second", jutu_expr_signals(expr)[1], "height");
    CHECK_TRUE("neither datum nor its members", !jutu_expr_signals(expr)[2]);
    expr = jutu_expr_parse("1 + PI", "", context, NULL);
    CHECK_TRUE("a constant is none", !jutu_expr_signals(expr)[0]);
    jutu_arena_free(arena);
}

SUITE(expr_parser, { "grammar", test_grammar }, { "errors", test_errors },
      { "limits", test_limits }, { "signals", test_signals });
