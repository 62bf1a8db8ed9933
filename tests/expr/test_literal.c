#include "check.h"
#include "expr/expr.h"
#include "expr/literal.h"

/* What is written is read again as the same. */
static void test_quote(void)
{
    static const char *const table[][2] = {
        { "a", "datum['a']" },
        { "it's", "datum['it\\'s']" },
        { "a\"b", "datum['a\"b']" },
        { "a\\b", "datum['a\\\\b']" },
        { "a\nb\xe2\x80\xa8", "datum['a\\u000ab\\u2028']" },
        { "年份", "datum['年份']" },
        { "", "datum['']" },
    };
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    for (size_t i = 0; i < ROWS(table); i++) {
        const char *text = jutu_expr_member("datum", table[i][0], arena);
        CHECK_STR(table[i][0], text, table[i][1]);
        const JutuExpr *expr = jutu_expr_parse(text, "", context, NULL);
        CHECK_TRUE(table[i][0], expr != NULL);
        if (!expr)
            continue;
        const JutuColumn column = { table[i][0], (JutuValue[]){ jutu_number(7) } };
        const JutuScope scope = { .context = context,
                                  .table = &(JutuTable){
                                      .n_rows = 1, .n_columns = 1, .columns = &column } };
        CHECK_EXACT(table[i][0], jutu_expr_eval(expr, &scope, NULL).number, 7.0);
    }
    jutu_context_free(context);
    jutu_arena_free(arena);
}

static void test_literal(void)
{
    JutuArena *arena = jutu_arena_new();
    json_t *json = json_pack("{s:[b, n, s]}", "a", 1, "it's\xe2\x80\xa8");
    CHECK_STR("object", jutu_expr_literal(json, arena), "{\"a\":[true,null,\"it's\\u2028\"]}");
    CHECK_STR("nothing", jutu_expr_literal(NULL, arena), "null");
    json_decref(json);
    jutu_arena_free(arena);
}

SUITE(expr_literal, { "quote", test_quote }, { "literal", test_literal });
