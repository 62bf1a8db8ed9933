#include "expr/regexp.h"

#include "check.h"

static void test_match(void)
{
    JutuArena *arena = jutu_arena_new();
    const char *problem;
    const JutuRegexp *regexp = jutu_regexp_new(jutu_string("(?<y>\\d+)(-)?"), "g", arena, &problem);
    const size_t *spans;
    JutuValue subject = jutu_regexp_subject(regexp, jutu_string("年 2024"), arena);
    CHECK_TRUE("found", jutu_regexp_match(regexp, subject, 0, false, &spans) == JUTU_MATCH_FOUND);
    CHECK_SIZE("begins", spans[0], 4);
    CHECK_SIZE("ends", spans[1], 8);
    CHECK_SIZE("the group", spans[3], 8);
    CHECK_SIZE("no group", spans[4], (size_t)-1);
    CHECK_TRUE("no more", jutu_regexp_match(regexp, subject, 8, false, &spans) == JUTU_MATCH_NONE);
    CHECK_TRUE("not at once",
               jutu_regexp_match(regexp, subject, 0, true, &spans) == JUTU_MATCH_NONE);
    CHECK_SIZE("groups", jutu_regexp_groups(regexp), 2);
    CHECK_SIZE("by name", jutu_regexp_group(regexp, "y"), 1);
    CHECK_SIZE("no such name", jutu_regexp_group(regexp, "z"), 0);
    CHECK_TRUE("global", jutu_regexp_is_global(regexp));
    CHECK_STR("source", jutu_regexp_source(regexp), "(?<y>\\d+)(-)?");
    jutu_arena_free(arena);
}

static void test_problems(void)
{
    static const struct {
        const char *pattern, *flags, *want;
    } table[] = {
        { "a", "gg", "its flags must be of d, g, i, m, s, u, v, y, each once" },
        { "a", "uv", "the flags u and v exclude each other" },
        { "a", "G", "its flags must be of d, g, i, m, s, u, v, y, each once" },
        { "[a", "", "a class without its ]" },
        { "a**", "", "nothing to repeat" },
        { "(?P<a>)", "", "an invalid group" },
        { "\\", "", "a backslash at its end" },
        { "(", "", "missing closing parenthesis" },
        { "\\u{110000}", "u", "an escape \\u{…} that is no character" },
        { "\\p{", "u", "a property without {…}" },
        { "\\q", "u", "an escape that the flag u doesn't allow" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        const char *problem;
        CHECK_TRUE(table[i].pattern, !jutu_regexp_new(jutu_string(table[i].pattern), table[i].flags,
                                                      arena, &problem));
        CHECK_STR(table[i].pattern, problem, table[i].want);
        jutu_arena_free(arena);
    }
}

static void test_hostile(void)
{
    JutuArena *arena = jutu_arena_new();
    const char *problem;
    const size_t *spans;
    const JutuRegexp *slow = jutu_regexp_new(jutu_string("^(x|xx)+$"), "", arena, &problem);
    CHECK_TRUE("too hard",
               jutu_regexp_match(
                   slow, jutu_string("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxy"),
                   0, false, &spans) == JUTU_MATCH_TOO_HARD);
    CHECK_TRUE("no UTF-8", jutu_regexp_match(slow, jutu_string("\xFF\xE4"), 0, false, &spans) ==
                               JUTU_MATCH_NONE);
    jutu_arena_free(arena);
}

SUITE(expr_regexp, { "match", test_match }, { "problems", test_problems },
      { "hostile", test_hostile });
