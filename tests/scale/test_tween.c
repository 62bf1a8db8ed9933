#include "scale/tween.h"

#include "check_scale.h"

/* Objects print as [object Object]; their members tell. */
static void print_members(GString *out, JutuValue value, JutuArena *arena)
{
    g_string_assign(out, "{ ");
    for (size_t i = 0; i < value.object->n; i++) {
        g_string_append_printf(out, "%s%s: ", i ? ", " : "", value.object->names[i]);
        print_value(out, value.object->values[i], arena);
    }
    g_string_append(out, " }");
}

static void test_quarter(void)
{
    static const char *const table[][3] = {
        { "1", "3", "1.5" },
        { "'red'", "'blue'", "'rgb(191, 0, 64)'" },
        { "'1.50 of 3'", "'2.50 of 3'", "'1.75 of 3'" },
        { "'a1'", "'b'", "'b'" },
        { "'x'", "'-1e2,5'", "'-1e2,5'" },
        { "5", "'y10z'", "'y6.25z'" },
        { "[1,2,3]", "[5,'a']", "[2, 'a']" },
        { "{'a':1,'b':2}", "{'a':3,'c':4}", "{ a: 1.5, c: 4 }" },
        { "0", "null", "null" },
        { "0", "true", "true" },
        { "'rgba(0,0,0,0)'", "'#08f'", "'rgba(0, 136, 255, 0.25)'" },
        { "'no colour'", "'red'", "'rgb(255, 0, 0)'" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        json_t *a = read_json(table[i][0]), *b = read_json(table[i][1]);
        JutuTween tween = jutu_tween(jutu_value_from_json(a, bench.arena),
                                     jutu_value_from_json(b, bench.arena),
                                     (JutuTweenStyle){ .gamma = 1 }, bench.arena);
        JutuValue got = jutu_tween_at(&tween, 0.25, bench.arena);
        g_autoptr(GString) text = g_string_new(NULL);
        if (got.type == JUTU_OBJECT)
            print_members(text, got, bench.arena);
        else
            print_value(text, got, bench.arena);
        CHECK_STR(table[i][1], text->str, table[i][2]);
        json_decref(a);
        json_decref(b);
        bench_free(bench);
    }
}

static void test_round(void)
{
    static const double table[][2] = {
        { 0.5, 1 },
        { 1.5, 2 },
        { 2.4, 2 },
        { -0.5, 0 },
        { -1.5, -1 },
        { 0.49999999999999994, 0 },
        { 4503599627370497.5, 4503599627370498 },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_EXACT("half goes up", jutu_round(table[i][0]), table[i][1]);
    CHECK_TRUE("NaN stays", isnan(jutu_round(NAN)));
}

SUITE(scale_tween, { "a quarter of the way", test_quarter }, { "round", test_round });
