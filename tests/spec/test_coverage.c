#include <glib.h>
#include <string.h>

#include "check.h"
#include "spec/grammar.h"

enum { PERCENT = 100, KEPT = 95 /* of the members covered, those that are drawn or need not be */ };

static const char members_file[] = JUTU_TESTS_DIR "/lint/vega-lite-6.4.members";

/* Whether a list of words, between blanks, has this one. */
static bool has_word(const char *list, const char *word)
{
    g_auto(GStrv) words = g_strsplit(list, " ", -1);
    return g_strv_contains((const char *const *)words, word);
}

static const JutuMember *find(const JutuObjectType *type, const char *name)
{
    const JutuMember *any = NULL;
    for (const JutuMember *member = type->members; member->name; member++) {
        if (strcmp(member->name, name) == 0)
            return member;
        if (strcmp(member->name, "*") == 0)
            any = member;
    }
    return any;
}

typedef struct {
    size_t all, missing, drawn, ignored;
} Share;

/* Looks a definition's member up in all objects that stand for the definition. */
static void look_up(const char *definition, const char *name, Share *share)
{
    for (size_t i = 0; jutu_object_types[i]; i++) {
        const JutuObjectType *type = jutu_object_types[i];
        if (!has_word(type->covers, definition))
            continue;
        const JutuMember *member = find(type, name);
        CHECK_(member != NULL, "%s has no row for %s.%s", type->name, definition, name);
        share->all++;
        share->missing += !member;
        share->drawn += member && member->status == JUTU_SUPPORTED;
        share->ignored += member && member->status == JUTU_IGNORED;
    }
}

static void test_members(void)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents(members_file, &text, NULL, NULL)) {
        CHECK_(false, "%s can't be read", members_file);
        return;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    Share share = { 0 };
    for (size_t i = 0; lines[i]; i++) {
        char *dot = strrchr(lines[i], '.'); /* definitions may have dots, members have none */
        if (!dot)
            continue;
        *dot = '\0';
        look_up(lines[i], dot + 1, &share);
    }
    CHECK_TRUE("members of the schema", share.all > 1000);
    CHECK_TRUE("kept", PERCENT * (share.drawn + share.ignored) >= KEPT * share.all);
    printf("\n    grammar: %zu members, %zu drawn, %zu without effect on paper, %zu refused\n    ",
           share.all, share.drawn, share.ignored, share.all - share.drawn - share.ignored);
}

/* A definition that the schema hasn't would be covered by nobody's members. */
static void test_definitions(void)
{
    g_autofree char *text = NULL;
    CHECK_TRUE("read", g_file_get_contents(members_file, &text, NULL, NULL));
    for (size_t i = 0; jutu_object_types[i]; i++) {
        g_auto(GStrv) words = g_strsplit(jutu_object_types[i]->covers, " ", -1);
        for (size_t w = 0; words[w]; w++) {
            g_autofree char *start = g_strdup_printf("\n%s.", words[w]);
            bool known = strstr(text, start) || g_str_has_prefix(text, start + 1);
            CHECK_(!*words[w] || known, "%s covers %s, which the schema hasn't",
                   jutu_object_types[i]->name, words[w]);
        }
    }
}

SUITE(coverage, { "members", test_members }, { "definitions", test_definitions });
