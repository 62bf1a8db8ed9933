#include "base/fieldpath.h"

#include "check.h"

/* What vega-util's splitAccessPath makes of it, joined by '|'; "!" where it throws. */
static void test_split(void)
{
    static const char *const table[][2] = {
        { "a", "a" },
        { "a.b", "a|b" },
        { "a[0].b", "a|0|b" },
        { "['a b']", "a b" },
        { "[\"a.b\"].c", "a.b|c" },
        { "a['b'][\"c\"]", "a|b|c" },
        { "a\\.b", "a.b" },
        { "a\\[0\\]", "a[0]" },
        { "增长率(%)", "增长率(%)" },
        { "研发 投入.合计", "研发 投入|合计" },
        { "..a..b.", "a|b" },
        { "[]", "" },
        { "a[b.c]", "a|b.c" },
        { "a\\", "a" },
        { "\\\\", "\\" },
        { "a\"b", "!" },
        { "'a'", "!" },
        { "a]", "!" },
        { "a[0", "!" },
        { "a['b]", "!" },
        { "", "" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(GError) error = NULL;
        const char *const *parts = jutu_fieldpath_split(table[i][0], arena, &error);
        g_autofree char *got = parts ? g_strjoinv("|", (char **)parts) : g_strdup("!");
        CHECK_STR(table[i][0], got, table[i][1]);
        CHECK_TRUE(table[i][0], (parts == NULL) == (error != NULL));
        jutu_arena_free(arena);
    }
}

static void test_columns(void)
{
    static const struct {
        const char *path, *flat, *escaped;
    } table[] = {
        { "a", "a", "a" },
        { "a.b", "a.b", "a\\.b" },
        { "a\\.b", "a.b", "a\\.b" },
        { "a[0].c", "a.0.c", "a\\.0\\.c" },
        { "a['b c'][\"d\"]", "a.b c.d", "a\\.b c\\.d" },
        { "['x.y']", "x.y", "x\\.y" },
        { "年份 (年)", "年份 (年)", "年份 (年)" },
        { "a\\[b\\]", "a[b]", "a\\[b\\]" },
        { "it\\'s", "it's", "it\\'s" },
        { "", "", "" },
        { "a[b", "a.b", "a\\.b" },
        { "a[b.c", "a.b.c", "a\\.b\\.c" },
        { "a['b.c", "a.b.c", "a\\.b\\.c" },
        { "it's.b", "it's.b", "it\\'s\\.b" },
        { "'a'.b", "a.b", "a\\.b" },
        { "a]b", "a]b", "a\\]b" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        CHECK_STR(table[i].path, jutu_fieldpath_flat(table[i].path, arena), table[i].flat);
        CHECK_STR(table[i].path, jutu_fieldpath_escaped(table[i].path, arena), table[i].escaped);
    }
    jutu_arena_free(arena);
}

static void test_identifier(void)
{
    static const char *const table[][2] = {
        { "a_B9", "a_B9" }, { "9z", "_9z" }, { "b c", "b_c" }, { "芯片", "__" }, { "😀", "__" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_STR(table[i][0], jutu_identifier(table[i][0], arena), table[i][1]);
    jutu_arena_free(arena);
}

SUITE(base_fieldpath, { "columns", test_columns }, { "split", test_split },
      { "identifier", test_identifier });
