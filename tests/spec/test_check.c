#include "spec/check.h"

#include "base/json.h"
#include "check.h"
#include "spec/grammar.h"

/* All messages of a spec, one a line: "error /pointer text". */
static char *messages_of(const char *spec)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    json_t *json = jutu_json_parse(spec, strlen(spec), NULL);
    jutu_spec_check(json, context);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < context->messages->len; i++) {
        const JutuMessage *message = context->messages->pdata[i];
        g_string_append_printf(out, "%s%s %s %s", i ? "\n" : "",
                               message->severity == JUTU_SEVERITY_WARNING ? "warning" : "error",
                               message->pointer, message->text);
    }
    json_decref(json);
    jutu_arena_free(arena);
    return g_string_free(out, false);
}

static void test_messages(void)
{
    static const struct {
        const char *row, *spec, *want;
    } table[] = {
        { "all well", "{\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\"}}}", "" },
        { "misspelt member", "{\"mark\": {\"type\": \"bar\", \"cornerRadus\": 2}}",
          "warning /mark/cornerRadus Vega-Lite has no \"cornerRadus\" here; did you mean "
          "\"cornerRadius\"?" },
        { "far from any member", "{\"wibble\": 2}",
          "warning /wibble Vega-Lite has no \"wibble\" here; it is ignored" },
        { "misspelt value", "{\"mark\": {\"type\": \"bar\", \"orient\": \"horizontl\"}}",
          "error /mark/orient unknown value \"horizontl\"; did you mean \"horizontal\"?" },
        { "wrong kind", "{\"width\": [3]}",
          "error /width this must be a number, or a text, or an object" },
        { "not drawn", "{\"encoding\": {\"longitude\": {\"field\": \"a\"}}}",
          "error /encoding/longitude jutu doesn't draw \"longitude\" yet; leave it out" },
        { "deep within lists",
          "{\"layer\": [{\"mark\": \"bar\"}, {\"encoding\": {\"y\": {\"axis\": {\"grid\": 1}}}}]}",
          "error /layer/1/encoding/y/axis/grid this must be true or false" },
        { "an expression may stand for it",
          "{\"mark\": {\"type\": \"bar\", \"size\": {\"expr\": "
          "\"1+1\"}}}",
          "" },
        { "null is as if it weren't there", "{\"width\": null}", "" },
        { "two at once", "{\"width\": [], \"height\": []}",
          "error /width this must be a number, or a text, or an object\n"
          "error /height this must be a number, or a text, or an object" },
        { "a name to escape", "{\"a/b~c\": 1}",
          "warning /a~1b~0c Vega-Lite has no \"a/b~c\" here; it is ignored" },
        { "ignored on paper", "{\"mark\": {\"type\": \"bar\", \"tooltip\": 12}}", "" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = messages_of(table[i].spec);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

static void test_limit(void)
{
    g_autoptr(GString) spec = g_string_new("{");
    for (int i = 0; i < 50; i++)
        g_string_append_printf(spec, "%s\"member%d\": 1", i ? "," : "", i);
    g_string_append_c(spec, '}');
    g_autofree char *got = messages_of(spec->str);
    g_auto(GStrv) lines = g_strsplit(got, "\n", -1);
    CHECK_SIZE("three of a rule", g_strv_length(lines), 3);
}

/* Every object's members are told apart, and what is said to be a text's choices are. */
static void test_tables(void)
{
    for (size_t i = 0; jutu_object_types[i]; i++) {
        const JutuObjectType *type = jutu_object_types[i];
        for (const JutuMember *member = type->members; member->name; member++) {
            CHECK_TRUE(member->name, member->value.kinds != 0);
            CHECK_TRUE(member->name,
                       !member->value.choices || (member->value.kinds & JUTU_KIND_STRING));
            for (const JutuMember *other = type->members; other < member; other++)
                CHECK_TRUE(type->name, strcmp(other->name, member->name) != 0);
        }
    }
}

static void test_document(void)
{
    g_autofree char *want = jutu_grammar_text();
    g_autofree char *path = g_build_filename(JUTU_TESTS_DIR, "..", "docs", "grammar.md", NULL);
    g_autofree char *got = NULL;
    CHECK_TRUE("docs/grammar.md is there", g_file_get_contents(path, &got, NULL, NULL));
    CHECK_TRUE("docs/grammar.md is what `jutu help grammar` prints", got && strcmp(got, want) == 0);
}

SUITE(spec_check, { "messages", test_messages }, { "limit", test_limit }, { "tables", test_tables },
      { "document", test_document });
