#include "normalise/rawdef.h"

#include "check.h"

static void test_name(void)
{
    static const struct {
        const char *def;
        JutuRawName options;
        const char *want;
    } table[] = {
        { "{\"field\": \"a\"}", { 0 }, "a" },
        { "{\"field\": \"a.b\"}", { 0 }, "a\\.b" },
        { "{\"field\": \"a.b\"}", { .flat = true }, "a.b" },
        { "{\"aggregate\": \"count\"}", { 0 }, "__count" },
        { "{\"aggregate\": \"mean\", \"field\": \"a\"}", { 0 }, "mean_a" },
        { "{\"aggregate\": \"mean\", \"field\": \"a\"}", { .plain = true }, "a" },
        { "{\"aggregate\": {\"argmax\": \"b\"}, \"field\": \"a\"}", { 0 }, "argmax_b[\"a\"]" },
        { "{\"aggregate\": {\"argmin\": \"b\"}, \"field\": \"a\"}", { .flat = true }, "argmin_b" },
        { "{\"bin\": true, \"field\": \"a\"}", { 0 }, "bin_maxbins_10_a" },
        { "{\"bin\": {\"step\": 0.5, \"extent\": [0, 3]}, \"field\": \"a\"}",
          { .part = "end" },
          "bin_step_0_5_extent_0_3_a_end" },
        { "{\"bin\": {\"extent\": {\"param\": \"p\"}}, \"field\": \"a\"}",
          { .part = "range" },
          "bin_extent_param_p_a_range" },
        { "{\"bin\": \"binned\", \"field\": \"a\"}", { .part = "end" }, "a" },
        { "{\"timeUnit\": \"utcyearmonth\", \"field\": \"t\"}",
          { .part = "end" },
          "utcyearmonth_t_end" },
        { "{\"timeUnit\": {\"unit\": \"minutes\", \"step\": 15}, \"field\": \"t\"}",
          { .part = "mid", .suffix = "x" },
          "minutes_step_15_t_x" },
        { "{\"timeUnit\": {\"maxbins\": 20, \"utc\": true}, \"field\": \"t\"}",
          { 0 },
          "utctimeunit_maxbins_20_t" },
        { "{\"timeUnit\": \"binnedyear\", \"field\": \"t\"}", { .part = "end" }, "t" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        json_auto_t *def = json_loads(table[i].def, 0, NULL);
        CHECK_STR(table[i].def, jutu_rawdef_name(def, &table[i].options, arena), table[i].want);
    }
    jutu_arena_free(arena);
}

static void test_title(void)
{
    static const struct {
        const char *def, *verbal, *functional;
    } table[] = {
        { "{\"field\": \"a\"}", "a", "a" },
        { "{\"aggregate\": \"count\"}", "N", "COUNT(undefined)" },
        { "{\"aggregate\": \"stdev\", \"field\": \"产量\"}", "Stdev of 产量", "STDEV(产量)" },
        { "{\"aggregate\": {\"argmax\": \"b\"}, \"field\": \"a\"}", "a for max b",
          "a for argmax(b)" },
        { "{\"bin\": true, \"field\": \"a\"}", "a (binned)", "BIN(a)" },
        { "{\"bin\": \"binned\", \"field\": \"a\"}", "a", "a" },
        { "{\"timeUnit\": \"yearmonthdate\", \"field\": \"t\"}", "t (year-month-date)",
          "YEARMONTHDATE(t)" },
        { "{\"timeUnit\": \"yeardayofyear\", \"field\": \"t\"}", "t (year-dayofyear)",
          "YEARDAYOFYEAR(t)" },
        { "{\"timeUnit\": \"secondsmilliseconds\", \"field\": \"t\"}", "t (seconds-milliseconds)",
          "SECONDSMILLISECONDS(t)" },
        { "{\"timeUnit\": \"utcday\", \"field\": \"t\"}", "t (day)", "DAY(t)" },
        { "{\"timeUnit\": {\"maxbins\": 9}, \"field\": \"t\"}", "t", "TIMEUNIT(t)" },
    };
    json_auto_t *verbal = json_pack("{s:s}", "countTitle", "N");
    json_auto_t *functional = json_pack("{s:s}", "fieldTitle", "functional");
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        json_auto_t *def = json_loads(table[i].def, 0, NULL);
        CHECK_STR(table[i].def, jutu_rawdef_default_title(def, verbal, arena), table[i].verbal);
        CHECK_STR(table[i].def, jutu_rawdef_default_title(def, functional, arena),
                  table[i].functional);
    }
    jutu_arena_free(arena);
}

static void test_given_title(void)
{
    static const struct {
        const char *def;
        bool off;
        const char *want;
    } table[] = {
        { "{\"field\": \"a\", \"title\": \"A\"}", true, "\"A\"" },
        { "{\"field\": \"a\", \"title\": \"A\", \"axis\": {\"title\": \"B\"}}", true, "\"B\"" },
        { "{\"field\": \"a\", \"title\": \"A\", \"legend\": {\"title\": null}}", true, "null" },
        { "{\"field\": \"a\", \"title\": \"A\", \"legend\": {\"title\": null}}", false, "\"A\"" },
        { "{\"field\": \"a\", \"title\": null}", true, "null" },
        { "{\"field\": \"a\", \"title\": null}", false, "\"a\"" },
        { "{\"field\": \"a\", \"title\": [\"A\", \"B\"]}", true, "[\"A\", \"B\"]" },
        { "{\"datum\": 1, \"title\": \"A\"}", true, "\"A\"" },
        { "{\"datum\": 1}", true, "none" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        json_auto_t *def = json_loads(table[i].def, 0, NULL);
        json_auto_t *got = jutu_rawdef_title(def, NULL, table[i].off, arena);
        g_autofree char *text = got ? json_dumps(got, JSON_ENCODE_ANY) : g_strdup("none");
        CHECK_STR(table[i].def, text, table[i].want);
    }
    jutu_arena_free(arena);
}

static void test_complete(void)
{
    static const struct {
        const char *channel, *def, *want;
    } table[] = {
        { "x", "{\"field\": \"a\"}", "{\"field\": \"a\", \"type\": \"nominal\"}" },
        { "x", "{\"field\": \"a\", \"type\": \"Q\"}",
          "{\"field\": \"a\", \"type\": \"quantitative\"}" },
        { "x", "{\"field\": \"a\", \"type\": \"what\"}", "{\"field\": \"a\"}" },
        { "x2", "{\"field\": \"a\"}", "{\"field\": \"a\"}" },
        { "longitude", "{\"field\": \"a\"}", "{\"field\": \"a\", \"type\": \"quantitative\"}" },
        { "x", "{\"aggregate\": \"count\", \"type\": \"nominal\"}",
          "{\"aggregate\": \"count\", \"type\": \"quantitative\"}" },
        { "x", "{\"aggregate\": \"nonsense\", \"field\": \"a\"}",
          "{\"field\": \"a\", \"type\": \"nominal\"}" },
        { "color", "{\"field\": \"a\", \"bin\": true}",
          "{\"bin\": {\"maxbins\": 6}, \"field\": \"a\", \"type\": \"quantitative\"}" },
        { "x", "{\"field\": \"a\", \"timeUnit\": \"utcmonth\"}",
          "{\"field\": \"a\", \"timeUnit\": {\"unit\": \"month\", \"utc\": true},"
          " \"type\": \"temporal\"}" },
        { "x", "{\"field\": \"a\", \"sort\": \"-color\"}",
          "{\"field\": \"a\", \"sort\": {\"encoding\": \"color\", \"order\": \"descending\"},"
          " \"type\": \"nominal\"}" },
        { "x", "{\"field\": \"a\", \"sort\": [2, 1]}",
          "{\"field\": \"a\", \"sort\": [2, 1], \"type\": \"ordinal\"}" },
        { "x", "{\"field\": 3}", "{\"field\": \"3\", \"type\": \"nominal\"}" },
        { "x", "{\"datum\": {\"year\": 2020}}",
          "{\"datum\": {\"year\": 2020}, \"type\": \"temporal\"}" },
        { "x", "{\"datum\": null}", "{\"datum\": null}" },
        { "row", "{\"field\": \"a\", \"header\": {\"orient\": \"left\", \"titleOrient\": \"top\"}}",
          "{\"field\": \"a\", \"type\": \"nominal\","
          " \"header\": {\"labelOrient\": \"left\", \"titleOrient\": \"top\"}}" },
        { "color", "{\"condition\": {\"test\": \"1\", \"field\": \"a\"}, \"value\": 1}",
          "{\"condition\": {\"test\": \"1\", \"field\": \"a\", \"type\": \"nominal\"}, \"value\": "
          "1}" },
        { "size", "7", "{\"value\": 7}" },
        { "tooltip", "null", "null" },
    };
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    for (size_t i = 0; i < ROWS(table); i++) {
        json_auto_t *def = json_loads(table[i].def, JSON_DECODE_ANY, NULL);
        json_auto_t *want = json_loads(table[i].want, JSON_DECODE_ANY, NULL);
        const JutuRawScope scope = { NULL, def, context, false };
        json_auto_t *got = jutu_rawdef_complete(def, table[i].channel, &scope);
        g_autofree char *text = json_dumps(got, JSON_ENCODE_ANY);
        CHECK_(json_equal(got, want), "%s: got %s", table[i].def, text);
    }
    jutu_context_free(context);
    jutu_arena_free(arena);
}

SUITE(normalise_rawdef, { "name", test_name }, { "title", test_title },
      { "given_title", test_given_title }, { "complete", test_complete });
