#include "expr/utf16.h"

#include "check.h"

static void test_slice(void)
{
    static const struct {
        const char *text;
        size_t start, end;
        const char *want;
    } table[] = {
        { "hello", 1, 3, "el" },
        { "hello", 0, 5, "hello" },
        { "hello", 3, 99, "lo" },
        { "hello", 9, 99, "" },
        { "hello", 3, 2, "" },
        { "日本語", 1, 2, "本" },
        { "a😀b", 1, 3, "😀" },
        { "a😀b", 1, 2, "\xED\xA0\xBD" },
        { "a😀b", 2, 3, "\xED\xB8\x80" },
        { "a😀b", 2, 4,
          "\xED\xB8\x80"
          "b" },
        { "😀😀", 1, 3, "\xED\xB8\x80\xED\xA0\xBD" },
        { "\xED\xA0\xBD", 0, 1, "\xED\xA0\xBD" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        JutuValue got = jutu_utf16_slice(jutu_string(table[i].text), table[i].start, table[i].end,
                                         arena);
        CHECK_STR(table[i].text, got.string, table[i].want);
        CHECK_SIZE(table[i].text, got.length, strlen(table[i].want));
        jutu_arena_free(arena);
    }
}

static void test_count(void)
{
    CHECK_SIZE("ASCII", jutu_utf16_count("abc", 3), 3);
    CHECK_SIZE("Han", jutu_utf16_count("日本", 6), 2);
    CHECK_SIZE("a pair", jutu_utf16_count("😀", 4), 2);
    CHECK_SIZE("half a pair", jutu_utf16_count("\xED\xA0\xBD", 3), 1);
    CHECK_SIZE("an offset", jutu_utf16_offset("a日😀b", 9, 4), 8);
    CHECK_SIZE("an offset within a pair", jutu_utf16_offset("a日😀b", 9, 3), 4);
    CHECK_SIZE("beyond the end", jutu_utf16_offset("ab", 2, 9), 2);
}

static void test_halves(void)
{
    JutuArena *arena = jutu_arena_new();
    JutuText text = jutu_text_new(arena, 0);
    jutu_text_add(&text, "x\xED\xA0\xBD", 4);
    jutu_text_add(&text, "\xED\xB8\x80y", 4);
    JutuValue joined = jutu_text_end(&text);
    CHECK_STR("halves that meet", joined.string, "x😀y");
    JutuValue halves = jutu_utf16_split_pairs(joined, arena);
    CHECK_STR("apart", halves.string, "x\xED\xA0\xBD\xED\xB8\x80y");
    CHECK_STR("and together", jutu_utf16_join_pairs(halves, arena).string, "x😀y");
    CHECK_TRUE("whole", !jutu_utf16_is_broken("x😀퟿y", 9));
    CHECK_TRUE("broken", jutu_utf16_is_broken("x\xED\xA0\xBDy", 5));
    CHECK_STR("mended", jutu_utf16_mend(jutu_string("x\xED\xA0\xBDy"), arena).string,
              "x\xEF\xBF\xBDy");
    jutu_arena_free(arena);
}

static void test_valid(void)
{
    static const struct {
        const char *text;
        bool want;
    } table[] = {
        { "abc 日本 😀", true }, { "\xED\xA0\xBD", true },  { "\xFF", false },
        { "\xC0\x80", false },  { "\xE4\xB8", false },     { "\xF5\x80\x80\x80", false },
        { "a\x80", false },     { "\xE0\x80\x80", false },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_TRUE(table[i].text,
                   jutu_utf16_is_valid(table[i].text, strlen(table[i].text)) == table[i].want);
}

SUITE(expr_utf16, { "slice", test_slice }, { "count", test_count }, { "halves", test_halves },
      { "valid", test_valid });
