#include "base/error.h"

#include <stdlib.h>

#include "check.h"

static void test_locate(void)
{
    static const struct {
        const char *row, *text, *pointer;
        size_t line, column;
    } table[] = {
        { "root", "  {}", "", 1, 3 },
        { "member", "{\"mark\": 1}", "/mark", 1, 2 },
        { "on a later line", "{\n  \"title\": \"研发\", \"mark\": 1}", "/mark", 2, 18 },
        { "element", "{\"a\": [10, [20, 30]]}", "/a/1/1", 1, 17 },
        { "member of an element", "[{}, {\"b\": {\"c\": 1}}]", "/1/b/c", 1, 13 },
        { "name as a value", "{\"a\": \"b\", \"b\": 2}", "/b", 1, 12 },
        { "same name inside", "{\"x\": {\"b\": 1}, \"b\": 2}", "/b", 1, 17 },
        { "two alike: the later", "{\"a\": {\"b\": 1},\n\"a\": {\"b\": 2}}", "/a/b", 2, 7 },
        { "brackets in a text", "{\"a\": \"}]\\\"{\", \"b\": 2}", "/b", 1, 16 },
        { "prefix of a name", "{\"xy\": 1, \"x\": 2}", "/x", 1, 11 },
        { "slash in a name", "{\"a/b\": {\"m~n\": 1}}", "/a~1b/m~0n", 1, 10 },
        { "escape in a name", "{\"a\\u0062\\\"\": 1, \"c\": {}}", "/ab\"", 1, 2 },
        { "empty name", "{\"\": {\"\": 1}}", "//", 1, 7 },
        { "absent member: its owner", "{\"a\": {\"b\": 1}}", "/a/zz", 1, 2 },
        { "absent element", "{\"a\": [1]}", "/a/5", 1, 2 },
        { "a number isn't entered", "{\"a\": 1, \"b\": [2]}", "/a/0", 1, 2 },
        { "digits name members too", "{\"0\": 1}", "/0", 1, 2 },
        { "no leading zero", "[1, 2]", "/01", 1, 1 },
        { "cut text", "{\"a\": [\"x", "/a/0", 1, 8 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(GError) error = NULL;
        jutu_error_set(&error, JUTU_ERROR_SPEC, table[i].pointer, "wrong");
        jutu_error_locate(error, table[i].text);
        CHECK_SIZE(table[i].row, jutu_error_where(error)->line, table[i].line);
        CHECK_SIZE(table[i].row, jutu_error_where(error)->column, table[i].column);
    }
}

/* A deep pointer in a long text takes one scan, not one a step. */
static void test_deep(void)
{
    enum { DEEP = 2000, WIDE = 200 };
    g_autoptr(GString) text = g_string_new(NULL), pointer = g_string_new(NULL);
    for (int i = 0; i < DEEP; i++) {
        g_string_append_c(text, '[');
        for (int j = 0; j < WIDE; j++)
            g_string_append(text, "0,");
        g_string_append_printf(pointer, "/%d", WIDE);
    }
    g_string_append(text, "7");
    g_autoptr(GError) error = NULL;
    jutu_error_set(&error, JUTU_ERROR_SPEC, pointer->str, "wrong");
    jutu_error_locate(error, text->str);
    CHECK_SIZE("the innermost", jutu_error_where(error)->column, DEEP * (2 * WIDE + 1) + 1);
}

static void test_place(void)
{
    g_autoptr(GError) error = NULL, copy = NULL;
    jutu_error_set(&error, JUTU_ERROR_SYNTAX, "", "no %s", "JSON");
    jutu_error_place(error, "一\n二三x", strlen("一\n二三"));
    copy = g_error_copy(error);
    CHECK_SIZE("line", jutu_error_where(copy)->line, 2);
    CHECK_SIZE("column", jutu_error_where(copy)->column, 3);
    jutu_error_locate(copy, "[]");
    CHECK_SIZE("a place that is known stays", jutu_error_where(copy)->line, 2);
    CHECK_STR("message", copy->message, "no JSON");
    jutu_error_set(NULL, JUTU_ERROR_SPEC, "/a", "nobody listens");
}

static void test_foreign(void)
{
    g_autoptr(GError) error = g_error_new(G_FILE_ERROR, 1, "not ours");
    jutu_error_locate(error, "{}");
    jutu_error_place(error, "{}", 1);
    CHECK_STR("left alone", error->message, "not ours");
}

SUITE(error, { "locate", test_locate }, { "deep", test_deep }, { "place", test_place },
      { "foreign", test_foreign });
