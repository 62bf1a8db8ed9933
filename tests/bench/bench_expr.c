/* jutu-bench-expr [rows]: nanoseconds a row of expressions, over a million rows by default. Not a
 * test: it judges nothing. */
#include <stdio.h>
#include <stdlib.h>

#include "expr/expr.h"

static const char *const sources[] = {
    "datum.a + datum.b",
    "datum.a * 2 + datum.b / 3 - 1 > 5 && datum.b < 4",
    "round(datum.a) % 10 + sqrt(datum.b)",
    "datum.b > 3 ? 'x' : 'y'",
    "datum.s === 'abc'",
    "isValid(datum.a) && isFinite(+datum.a)",
    "max(datum.a, datum.b, 3)",
    "inrange(datum.a, [5, 10])",
    "indexof(['abc', 'd'], datum.s) !== -1",
    "datum.s + '!'",
    "upper(datum.s)",
    "test(/wor/, datum.s)",
    "replace(datum.s, /l/g, 'L')",
    "split(datum.s, ' ')[0]",
    "year(datum.t)",
    "datetime(2020, datum.b, 1)",
    "timeFormat(datum.t, '%Y-%m')",
    "format(datum.a, ',.2f')",
};

static const JutuTable *rows_new(size_t n, JutuArena *arena)
{
    JutuValue *a = jutu_new(arena, JutuValue, n), *b = jutu_new(arena, JutuValue, n);
    JutuValue *s = jutu_new(arena, JutuValue, n), *t = jutu_new(arena, JutuValue, n);
    for (size_t i = 0; i < n; i++) {
        a[i] = jutu_number((double)i / 2);
        b[i] = jutu_number((double)(i % 7));
        s[i] = jutu_string(i % 3 ? "abc" : "hello world");
        t[i] = jutu_number((double)i * 1e6);
    }
    const JutuColumn columns[] = { { "a", a }, { "b", b }, { "s", s }, { "t", t } };
    JutuTable *table = jutu_new(arena, JutuTable, 1);
    *table = (JutuTable){ n, 4, jutu_copy(arena, JutuColumn, columns, 4) };
    return table;
}

static void measure(const char *source, size_t n)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    g_autoptr(GError) error = NULL;
    JutuScope scope = { .context = context, .table = rows_new(n, arena) };
    JutuValue *out = jutu_new(arena, JutuValue, n);
    const JutuExpr *expr = jutu_expr_parse(source, "", context, &error);
    gint64 start = g_get_monotonic_time();
    if (expr && jutu_expr_eval_rows(expr, &scope, out, &error))
        printf("%7.1f ns  %s\n", (double)(g_get_monotonic_time() - start) * 1000 / (double)n,
               source);
    else
        printf("%s\n", error->message);
    jutu_arena_free(arena);
}

int main(int argc, char **argv)
{
    size_t n = argc > 1 ? strtoul(argv[1], NULL, 10) : (size_t)1000 * 1000;
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++)
        measure(sources[i], n);
    return 0;
}
