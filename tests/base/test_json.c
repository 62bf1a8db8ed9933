#include "base/json.h"

#include <stdlib.h>

#include "check.h"

static const char *describe(JutuArena *arena, const char *text, size_t length)
{
    g_autoptr(GError) error = NULL;
    json_t *json = jutu_json_parse(text, length, &error);
    json_decref(json);
    if (json)
        return "ok";
    const JutuWhere *where = jutu_error_where(error);
    return jutu_arena_printf(arena, "%zu:%zu %s", where->line, where->column, error->message);
}

static void test_parse(void)
{
    static const char *const table[][3] = {
        { "object", "{\"a\": [1, -0, 1e5, null]}", "ok" },
        { "any value", " 12 ", "ok" },
        { "byte order mark", "\xef\xbb\xbf{}", "ok" },
        { "beyond 2^63", "[123456789012345678901234567890]", "ok" },
        { "comma at the end", "{\"a\": 1,\n}", "2:1 a comma before \"}\"; remove it" },
        { "comma at the end of a list", "[1,]", "1:4 a comma before \"]\"; remove it" },
        { "no comma", "{\"年份\": 1 \"b\": 2}", "1:10 a comma or \"}\" should be here" },
        { "no colon", "{\"a\" 1}", "1:6 a colon should be between a name and its value" },
        { "bare name", "{a: 1}", "1:2 a name in double quotes or \"}\" should be here" },
        { "bare word", "{\"图\":tru}", "1:6 no JSON value; text needs double quotes" },
        { "single quotes", "['a']", "1:2 text needs double quotes" },
        { "comment", "// 图\n{}", "1:1 JSON has no comments; remove it" },
        { "line end in a text", "{\"a\": \"x\ny\"}",
          "1:7 a line ends inside a text; close the quotes or write \\n" },
        { "escape", "[\"C:\\data\"]", "1:6 no JSON escape; write \\\\ for a backslash" },
        { "more than one", "{} {}", "1:4 the JSON is complete before this; remove the rest" },
        { "unfinished", "[1,\n2", "2:2 the text ends inside an array; add \"]\"" },
        { "empty", "", "1:1 there is no JSON here; write at least {}" },
        { "out of range", "[1, 1e400]", "1:5 a number beyond 1.8e308; use a smaller one" },
        { "half a pair", "[\"\\ud800\"]", "1:9 half a surrogate pair; write the character itself" },
        { "escaped NUL", "[\"a\\u0000\"]", "1:10 text can't contain \\u0000; remove it" },
        { "leading zero", "[\n 01]", "2:2 no number; write it without a leading zero" },
        { "not UTF-8", "{\"标题\": \"\xff\"}", "1:9 not UTF-8; save the file as UTF-8" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_STR(table[i][0], describe(arena, table[i][1], strlen(table[i][1])), table[i][2]);
    CHECK_STR("NUL byte", describe(arena, "[12\0]", 5), "1:4 a NUL byte; remove it");
    jutu_arena_free(arena);
}

static void test_depth(void)
{
    enum { DEEP = 100000 };
    JutuArena *arena = jutu_arena_new();
    char *text = malloc(DEEP);
    memset(text, '[', DEEP);
    CHECK_STR("deep", describe(arena, text, DEEP),
              "1:2049 nested deeper than 2048 levels; make it flatter");
    free(text);
    jutu_arena_free(arena);
}

static void test_numbers(void)
{
    json_t *json = jutu_json_parse("[9007199254740993, -0]", 22, NULL);
    CHECK_EXACT("rounded", json_number_value(json_array_get(json, 0)), 9007199254740992.0);
    CHECK_TRUE("minus zero", signbit(json_number_value(json_array_get(json, 1))));
    json_decref(json);
}

static void test_members(void)
{
    static const char text[] = "{\"a\":{\"b\":{\"n\":5,\"s\":\"图\",\"t\":true,\"z\":null}}}";
    json_t *json = jutu_json_parse(text, strlen(text), NULL);
    json_t *b = jutu_json_path(json, "a", "b", NULL);
    CHECK_EXACT("number", jutu_json_number(b, "n", 1), 5.0);
    CHECK_EXACT("no number", jutu_json_number(b, "s", 1), 1.0);
    CHECK_STR("text", jutu_json_string(b, "s", "?"), "图");
    CHECK_STR("no text", jutu_json_string(b, "n", "?"), "?");
    CHECK_TRUE("boolean", jutu_json_bool(b, "t", false));
    CHECK_TRUE("no boolean", jutu_json_bool(b, "n", true));
    CHECK_TRUE("null counts", jutu_json_has(b, "z"));
    CHECK_TRUE("absent", !jutu_json_has(b, "y"));
    CHECK_TRUE("path ends", !jutu_json_path(json, "a", "x", "n", NULL));
    CHECK_TRUE("of nothing", !jutu_json_has(NULL, "y"));
    json_decref(json);
}

static void test_pointer(void)
{
    static const char text[] = "{\"a/b\":[0,{\"c~\":7}]}";
    JutuArena *arena = jutu_arena_new();
    json_t *json = jutu_json_parse(text, strlen(text), NULL), *other = json_object();
    json_t *item = json_array_get(jutu_json_path(json, "a/b", NULL), 1);
    CHECK_STR("element", jutu_pointer_of(json, item, arena), "/a~1b/1");
    CHECK_STR("member", jutu_pointer_of(json, json_object_get(item, "c~"), arena), "/a~1b/1/c~0");
    CHECK_STR("root", jutu_pointer_of(json, json, arena), "");
    CHECK_STR("elsewhere", jutu_pointer_of(json, other, arena), "");
    json_decref(other);
    json_decref(json);
    jutu_arena_free(arena);
}

static void test_truth(void)
{
    static const struct {
        const char *text;
        bool truthy, given, off;
    } table[] = {
        { "null", false, false, true }, { "false", false, true, true },
        { "true", true, true, false },  { "0", false, true, false },
        { "-1", true, true, false },    { "\"\"", false, true, false },
        { "\"0\"", true, true, false }, { "[]", true, true, false },
        { "{}", true, true, false },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        json_t *json = jutu_json_parse(table[i].text, strlen(table[i].text), NULL);
        CHECK_SIZE(table[i].text, jutu_json_truthy(json), table[i].truthy);
        CHECK_SIZE(table[i].text, jutu_json_given(json), table[i].given);
        CHECK_SIZE(table[i].text, jutu_json_is_off(json), table[i].off);
        json_decref(json);
    }
    CHECK_TRUE("nothing", !jutu_json_truthy(NULL) && !jutu_json_given(NULL));
    CHECK_TRUE("nothing", !jutu_json_is_off(NULL));
}

SUITE(json, { "parse", test_parse }, { "depth", test_depth }, { "numbers", test_numbers },
      { "members", test_members }, { "pointer", test_pointer }, { "truth", test_truth });
