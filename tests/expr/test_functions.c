#include "expr/eval.h"
#include "expr/expressions.h"

static void test_unknown(void)
{
    static const Expression rows[] = {
        { "foo(1)", "error: there is no function \"foo\", at character 1" },
        { "flor(1)", "error: there is no function \"flor\"; did you mean \"floor\"?" },
        { "toNumer(1)", "error: there is no function \"toNumer\"; did you mean \"toNumber\"?" },
        { "ParseInt('1')", "error: there is no function \"ParseInt\"; did you mean \"parseInt\"?" },
        { "indexOf('a', 'b')",
          "error: there is no function \"indexOf\"; did you mean \"indexof\"?" },
        { "1 + eval('1')", "error: there is no function \"eval\", at character 5" },
        { "hasOwnProperty('a')", "error: there is no function \"hasOwnProperty\"" },
        { "_param('a', true)", "error: there is no function \"_param\"" },
        { "xy()", "error: xy() isn't there: it needs a pointer, which paper doesn't have" },
        { "modify('a')", "error: modify() isn't there: it changes data" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

/* Every row can be looked up, is documented, and is there once. */
static void test_table(void)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t f = 0; jutu_function_families[f]; f++)
        for (const JutuFunction *row = jutu_function_families[f]; row->name; row++) {
            const char *closest;
            CHECK_TRUE(row->name, jutu_function_find(row->name, &closest) == row);
            CHECK_TRUE(row->name, g_hash_table_add(names, (gpointer)row->name));
            CHECK_TRUE(row->name, row->doc && strlen(row->doc) > 0);
            CHECK_TRUE(row->name, !(row->fn && row->math));
            CHECK_TRUE(row->name, row->min_args <= row->max_args || (!row->fn && !row->math));
            CHECK_TRUE(row->name, !row->fn || g_str_has_suffix(row->doc, "."));
        }
    CHECK_TRUE("as many as Vega has", g_hash_table_size(names) > 190);
}

/* No function may crash whatever it is given. */
static void test_any_arguments(void)
{
    static const char *const values[] = { "null",  "-1",          "'a'", "[1, null]", "{a: 1}",
                                          "/a/g",  "1e300",       "NaN", "''",        "datum.none",
                                          "datum", "datetime(0)", "[]",  "true",      "0.5" };
    for (size_t f = 0; jutu_function_families[f]; f++)
        for (const JutuFunction *row = jutu_function_families[f]; row->name; row++)
            for (size_t i = 0; i < ROWS(values) * 4; i++) {
                JutuArena *arena = jutu_arena_new();
                g_autoptr(JutuContext) context = jutu_context_new(arena);
                g_autofree char *source = g_strdup_printf(
                    "%s(%s, %s, %s, %s)", row->name, values[i % ROWS(values)],
                    values[(i * 7 + i / 15) % ROWS(values)], values[(i * 4 + 1) % ROWS(values)],
                    values[(i * 11 + 2) % ROWS(values)]);
                const char *got = evaluate(source, "{\"a\": 1}", context);
                CHECK_TRUE(source, g_utf8_validate(got, -1, NULL));
                jutu_arena_free(arena);
            }
}

SUITE(expr_functions, { "unknown", test_unknown }, { "table", test_table },
      { "any arguments", test_any_arguments });
