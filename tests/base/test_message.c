#include "base/context.h"

#include "check.h"

static JutuContext *start(JutuArena **arena)
{
    *arena = jutu_arena_new();
    return jutu_context_new(*arena);
}

static void end(JutuContext *context, JutuArena *arena)
{
    jutu_context_free(context);
    jutu_arena_free(arena);
}

static void test_messages(void)
{
    JutuArena *arena;
    JutuContext *context = start(&arena);
    jutu_warn(context, JUTU_RULE_no_effect, "/mark", "%s has no effect", "tooltip");
    jutu_report(context, JUTU_ERROR_DATA, "/data/url", "no file %d", 7);
    JutuPlace place = { "a.csv", 3, 5 };
    jutu_warn_at(context, JUTU_RULE_encoding, place, "/data", "read as %s", "GB18030");
    const JutuMessage *warning = context->messages->pdata[0], *error = context->messages->pdata[1],
                      *note = context->messages->pdata[2];
    CHECK_SIZE("all", context->messages->len, 3);
    CHECK_SIZE("a warning", warning->severity, JUTU_SEVERITY_WARNING);
    CHECK_SIZE("an error", error->severity, JUTU_SEVERITY_ERROR);
    CHECK_SIZE("a note, by its rule's kind", note->severity, JUTU_SEVERITY_NOTE);
    CHECK_STR("its place", warning->pointer, "/mark");
    CHECK_STR("its text", warning->text, "tooltip has no effect");
    CHECK_SIZE("its code", error->code, JUTU_ERROR_DATA);
    CHECK_STR("the other's text", error->text, "no file 7");
    CHECK_STR("its file", note->place.file, "a.csv");
    CHECK_SIZE("its line", note->place.line, 3);
    end(context, arena);
}

static void test_counts(void)
{
    JutuArena *arena;
    JutuContext *context = start(&arena);
    for (int i = 0; i < 5; i++)
        jutu_warn(context, JUTU_RULE_no_effect, "/mark", "the same");
    CHECK_SIZE("the same again is one", context->messages->len, 1);
    CHECK_SIZE("and isn't counted", g_array_index(context->tallies, JutuTally, 0).unsaid, 0);
    for (int i = 0; i < 50; i++)
        jutu_warn(context, JUTU_RULE_no_effect, "/mark", "warning %d", i);
    CHECK_SIZE("three of a rule", context->messages->len, 3);
    CHECK_SIZE("the others are counted", g_array_index(context->tallies, JutuTally, 0).unsaid, 48);
    jutu_warn_at(context, JUTU_RULE_no_effect, (JutuPlace){ .file = "a.csv" }, "", "of a file");
    CHECK_SIZE("those of a file are apart", context->messages->len, 4);
    for (int i = 0; i < 50; i++)
        jutu_report(context, JUTU_ERROR_SPEC, "/mark", "error %d", i);
    CHECK_SIZE("more errors", context->messages->len, 4 + JUTU_MOST_ERRORS);
    CHECK_TRUE("there are more", jutu_report_is_full(context));
    CHECK_SIZE("which are counted", g_array_index(context->tallies, JutuTally, 2).unsaid, 31);
    end(context, arena);
}

/* Faults of data are all listed where somebody looks for them; other rules stay short. */
static void test_faults(void)
{
    static const struct {
        const char *row;
        bool all;
        JutuRule rule;
        size_t want;
    } table[] = {
        { "a render", false, JUTU_RULE_cell_type, 3 },
        { "a check", true, JUTU_RULE_cell_type, 500 },
        { "a check of something else", true, JUTU_RULE_no_effect, 3 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena;
        JutuContext *context = start(&arena);
        context->all_faults = table[i].all;
        for (size_t n = 0; n < 500; n++)
            jutu_warn_at(context, table[i].rule, (JutuPlace){ "a.csv", n + 1, 1 }, "", "bad");
        CHECK_SIZE(table[i].row, context->messages->len, table[i].want);
        end(context, arena);
    }
}

static void test_refuse(void)
{
    JutuArena *arena;
    JutuContext *context = start(&arena);
    g_autoptr(GError) error = NULL;
    CHECK_TRUE("refused", jutu_refuse(context, JUTU_RULE_mixed_units, "/a", &error, "%s", "two"));
    CHECK_STR("says so", error->message, "two");
    CHECK_STR("by its rule", jutu_error_where(error)->id, "mixed-units");
    g_autoptr(GError) copy = g_error_copy(error), none = NULL;
    CHECK_STR("in copies, too", jutu_error_where(copy)->id, "mixed-units");
    context->allowed[JUTU_RULE_mixed_units] = true;
    CHECK_TRUE("allowed", !jutu_refuse(context, JUTU_RULE_mixed_units, "/a", &none, "two"));
    CHECK_TRUE("is no error", none == NULL);
    end(context, arena);
}

static void test_rules(void)
{
    static const struct {
        const char *row, *given, *error;
        bool silent;
    } table[] = {
        { "nothing", "{}", "none", false },
        { "allowed", "{\"allow\": [\"no-effect\"]}", "none", true },
        { "another", "{\"allow\": [\"log-domain\"]}", "none", false },
        { "misspelt", "{\"allow\": [\"no-efect\", \"no-effect\"]}",
          "there is no rule \"no-efect\"; did you mean \"no-effect\"?", true },
        { "unlike any", "{\"allow\": [\"xyzzy\"]}",
          "there is no rule \"xyzzy\"; `jutu help rules` lists them", false },
        { "no default", "{\"without\": [\"no-effect\"]}",
          "\"no-effect\" is no default of the theme; \"allow\" silences it", false },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena;
        JutuContext *context = start(&arena);
        g_autoptr(GError) error = NULL;
        json_t *given = json_loads(table[i].given, 0, NULL);
        jutu_rules_read(context, given, true, &error);
        json_decref(given);
        CHECK_STR(table[i].row, error ? error->message : "none", table[i].error);
        jutu_warn(context, JUTU_RULE_no_effect, "", "said");
        CHECK_SIZE(table[i].row, context->messages->len, !table[i].silent);
        CHECK_TRUE(table[i].row, jutu_rule_acts(context, JUTU_RULE_no_effect));
        end(context, arena);
    }
}

static void test_why(void)
{
    JutuArena *arena;
    JutuContext *context = start(&arena);
    jutu_why(context, JUTU_RULE_no_effect, "/a", "nobody asks");
    jutu_why_start(context);
    for (int i = 0; i < 2; i++)
        jutu_why(context, JUTU_RULE_no_effect, "/a", "it did %s", "this");
    CHECK_SIZE("each once", context->why->len, 1);
    CHECK_STR("what", ((const JutuMessage *)context->why->pdata[0])->text, "it did this");
    CHECK_TRUE("without a theme none acts", !jutu_rule_acts(context, JUTU_RULE_no_effect));
    end(context, arena);
}

SUITE(message, { "messages", test_messages }, { "counts", test_counts }, { "faults", test_faults },
      { "refuse", test_refuse }, { "rules", test_rules }, { "why", test_why });
