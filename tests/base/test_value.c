#include "base/value.h"

#include <stdlib.h>

#include "check.h"

static const JutuValue one_two[] = { { .type = JUTU_NUMBER, .number = 1 },
                                     { .type = JUTU_NULL },
                                     { .type = JUTU_STRING, .length = 1, .string = "x" } };
static const JutuValue seven[] = { { .type = JUTU_STRING, .length = 1, .string = "7" } };
static const char *const names[] = { "年份", "v" };
static const JutuValue members[] = { { .type = JUTU_NUMBER, .number = 2024 },
                                     { .type = JUTU_UNDEFINED } };
static const JutuObject object = { 2, names, members };

static void test_conversions(void)
{
    static const char date[] = "Thu Jan 15 2026 12:00:00 GMT+0000 (Coordinated Universal Time)";
    const struct {
        const char *row;
        JutuValue value;
        double number;
        const char *text;
        bool truthy;
    } table[] = {
        { "undefined", jutu_undefined(), NAN, "undefined", false },
        { "null", jutu_null(), 0, "null", false },
        { "true", jutu_boolean(true), 1, "true", true },
        { "zero", jutu_number(0), 0, "0", false },
        { "NaN", jutu_number(NAN), NAN, "NaN", false },
        { "number", jutu_number(-1.5), -1.5, "-1.5", true },
        { "empty text", jutu_string(""), 0, "", false },
        { "text", jutu_string("1e3"), 1000, "1e3", true },
        { "Chinese", jutu_string("十二"), NAN, "十二", true },
        { "date", jutu_date(1768478400000), 1768478400000, date, true },
        { "invalid date", jutu_date(NAN), NAN, "Invalid Date", true },
        { "empty array", jutu_array(NULL, 0), 0, "", true },
        { "array of one", jutu_array(seven, 1), 7, "7", true },
        { "array of a null", jutu_array(one_two + 1, 1), 0, "", true },
        { "array", jutu_array(one_two, 3), NAN, "1,,x", true },
        { "object", jutu_object_value(&object), NAN, "[object Object]", true },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        double number = jutu_to_number(table[i].value);
        if (isnan(table[i].number))
            CHECK_TRUE(table[i].row, isnan(number));
        else
            CHECK_EXACT(table[i].row, number, table[i].number);
        CHECK_STR(table[i].row, jutu_to_text(table[i].value, arena), table[i].text);
        CHECK_SIZE(table[i].row, jutu_truthy(table[i].value), table[i].truthy);
    }
    jutu_arena_free(arena);
}

static void test_equal(void)
{
    const struct {
        const char *row;
        JutuValue a, b;
        bool strict, loose;
    } table[] = {
        { "numbers", jutu_number(1), jutu_number(1), true, true },
        { "NaN", jutu_number(NAN), jutu_number(NAN), false, false },
        { "number and text", jutu_number(7), jutu_string("7"), false, true },
        { "texts", jutu_string("7"), jutu_string("7"), true, true },
        { "texts by value", jutu_string("7"), jutu_string("07"), false, false },
        { "null and undefined", jutu_null(), jutu_undefined(), false, true },
        { "null and zero", jutu_null(), jutu_number(0), false, false },
        { "boolean and text", jutu_boolean(true), jutu_string("1"), false, true },
        { "array and text", jutu_array(one_two, 3), jutu_string("1,,x"), false, true },
        { "same array", jutu_array(one_two, 3), jutu_array(one_two, 3), true, true },
        { "other array", jutu_array(one_two, 1), jutu_array(seven, 1), false, false },
        { "array and object", jutu_array(seven, 1), jutu_object_value(&object), false, false },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        CHECK_SIZE(table[i].row, jutu_equal_strict(table[i].a, table[i].b), table[i].strict);
        CHECK_SIZE(table[i].row, jutu_equal_loose(table[i].a, table[i].b), table[i].loose);
        CHECK_SIZE(table[i].row, jutu_equal_loose(table[i].b, table[i].a), table[i].loose);
    }
}

static void test_order(void)
{
    const struct {
        const char *row;
        JutuValue a, b;
        int less, compare; /* a < b; the sign of the sort order */
    } table[] = {
        { "numbers", jutu_number(2), jutu_number(10), 1, -1 },
        { "texts", jutu_string("2"), jutu_string("10"), 0, 1 },
        { "text and number", jutu_string("2"), jutu_number(10), 1, -1 },
        { "no number", jutu_string("x"), jutu_number(10), -1, 0 },
        { "prefix", jutu_string("上"), jutu_string("上海"), 1, -1 },
        { "null first", jutu_null(), jutu_number(-5), 0, -1 },
        { "undefined and null", jutu_undefined(), jutu_null(), -1, 0 },
        { "NaN before numbers", jutu_number(NAN), jutu_number(-5), -1, -1 },
        { "null before NaN", jutu_null(), jutu_number(NAN), -1, -1 },
        { "invalid date", jutu_date(5), jutu_date(NAN), -1, 1 },
        { "dates", jutu_date(5), jutu_date(6), 1, -1 },
        { "array as text", jutu_array(seven, 1), jutu_string("8"), 1, -1 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuValue a = table[i].a, b = table[i].b;
        int sign = jutu_compare(a, b), back = jutu_compare(b, a);
        CHECK_TRUE(table[i].row, jutu_less(a, b) == table[i].less);
        CHECK_TRUE(table[i].row, (sign > 0) - (sign < 0) == table[i].compare);
        CHECK_TRUE(table[i].row, (back > 0) - (back < 0) == -table[i].compare);
    }
}

/* In the order of JavaScript's sort(). */
static void test_utf16(void)
{
    static const char *const sorted[] = { "",   "B", "a", "ab", "é", "中",
                                          "한", "😀", "😁", "𠮷", "ﬁ", "！" };
    for (size_t i = 0; i < ROWS(sorted); i++) {
        for (size_t j = 0; j < ROWS(sorted); j++) {
            int sign = jutu_compare(jutu_string(sorted[i]), jutu_string(sorted[j]));
            CHECK_TRUE(sorted[i], (sign > 0) - (sign < 0) == (i > j) - (i < j));
        }
    }
}

static void test_json(void)
{
    static const char text[] = "{\"a\":[1,2.5,null,\"图\"],\"b\":true,\"c\":{}}";
    JutuArena *arena = jutu_arena_new();
    json_t *json = json_loads(text, JSON_DECODE_INT_AS_REAL, NULL);
    JutuValue value = jutu_value_from_json(json, arena);
    json_decref(json);
    JutuValue list = jutu_member(value, "a");
    CHECK_SIZE("items", list.length, 4);
    CHECK_EXACT("item", list.items[1].number, 2.5);
    CHECK_STR("text", list.items[3].string, "图");
    CHECK_TRUE("absent", jutu_member(value, "d").type == JUTU_UNDEFINED);
    CHECK_TRUE("of no object", jutu_member(list, "a").type == JUTU_UNDEFINED);
    CHECK_TRUE("of no node", jutu_value_from_json(NULL, arena).type == JUTU_UNDEFINED);

    json_t *back = jutu_value_to_json(value);
    char *dumped = json_dumps(back, JSON_COMPACT);
    CHECK_STR("there and back", dumped, text);
    free(dumped);
    json_decref(back);

    back = jutu_value_to_json(jutu_object_value(&object));
    dumped = json_dumps(back, JSON_COMPACT);
    CHECK_STR("undefined is left out", dumped, "{\"年份\":2024}");
    free(dumped);
    json_decref(back);
    CHECK_TRUE("not finite", json_is_null(jutu_value_to_json(jutu_number(INFINITY))));
    jutu_arena_free(arena);
}

static void test_texts(void)
{
    CHECK_TRUE("undefined is blank", jutu_is_blank(jutu_undefined()));
    CHECK_TRUE("null is blank", jutu_is_blank(jutu_null()));
    CHECK_TRUE("no text is blank", jutu_is_blank(jutu_string("")));
    CHECK_TRUE("a space isn't", !jutu_is_blank(jutu_string(" ")));
    CHECK_TRUE("0 isn't", !jutu_is_blank(jutu_number(0)));
    CHECK_TRUE("this text", jutu_is_text(jutu_string("年"), "年"));
    CHECK_TRUE("another", !jutu_is_text(jutu_string("年份"), "年"));
    CHECK_TRUE("no text", !jutu_is_text(jutu_number(1), "1"));
}

SUITE(value, { "conversions", test_conversions }, { "equal", test_equal }, { "order", test_order },
      { "UTF-16 order", test_utf16 }, { "JSON", test_json }, { "texts", test_texts });
