#include <string.h>

#include "check.h"
#include "conformance/compare.h"

/* One view with the members of `view`. */
static json_t *scene_of(const char *row, const char *view)
{
    g_autofree char *text = g_strdup_printf(
        "{\"format\": \"jutu-scene/1\", \"background\": \"#ffffff\", \"views\": ["
        "{\"path\": \"0\", \"kind\": \"unit\", \"width\": 10, \"height\": 20, %s}]}",
        view);
    json_error_t error;
    json_t *scene = json_loads(text, 0, &error);
    CHECK_(scene != NULL, "%s: %s", row, error.text);
    return scene;
}

#define RECT "{\"x\": 1, \"y\": 2, \"width\": 3, \"height\": 4, \"fill\": \"#4c78a8\"}"
#define OTHER "{\"x\": 5, \"y\": 2, \"width\": 3, \"height\": 4, \"fill\": \"#4c78a8\"}"
#define RECTS(items) "\"marks\": [{\"type\": \"rect\", \"items\": [" items "]}]"
#define ITEM(type, item) "\"marks\": [{\"type\": \"" type "\", \"items\": [{" item "}]}]"
#define DOT "\"x\": 1, \"y\": 2, \"stroke\": \"#000000\""
#define AXIS(more) "\"axes\": [{\"orient\": \"left\", \"ticks\": [0, 5], " more "}]"
#define LEGEND(more) "\"legends\": [{\"type\": \"symbol\", \"title\": \"g\", " more "}]"
#define LABELS "\"allLabels\": [{\"pos\": 0, \"text\": \"a\"}, {\"pos\": 9, \"text\": \"b\"}]"

typedef struct {
    const char *row, *want, *got;
    size_t n; /* differences */
} Row;

static void check_rows(const Row *table, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        json_t *want = scene_of(table[i].row, table[i].want);
        json_t *got = scene_of(table[i].row, table[i].got);
        g_autoptr(GString) out = g_string_new(NULL);
        size_t found = conform_compare(want, got, out);
        CHECK_(found == table[i].n, "%s: %zu differences, not %zu: %s", table[i].row, found,
               table[i].n, out->str);
        CHECK_TRUE(table[i].row, (out->len > 0) == (table[i].n > 0));
        json_decref(want);
        json_decref(got);
    }
}

static void test_items(void)
{
    static const Row table[] = {
        { "itself", RECTS(RECT), RECTS(RECT), 0 },
        { "nearly",
          ITEM("rect", "\"x\": 1, \"y\": 2, \"width\": 3, \"height\": 4, \"fill\": \"#000000\""),
          ITEM("rect", "\"x\": 1.4, \"y\": 2, \"width\": 3, \"height\": 4, \"fill\": \"#010102\""),
          0 },
        { "too far",
          ITEM("rect", "\"x\": 1, \"y\": 2, \"width\": 3, \"height\": 4, \"fill\": \"#000000\""),
          ITEM("rect", "\"x\": 1.6, \"y\": 2, \"width\": 3, \"height\": 4, \"fill\": \"#000003\""),
          2 },
        { "in another order", RECTS(RECT "," OTHER), RECTS(OTHER "," RECT), 0 },
        { "one twice, one never", RECTS(RECT "," OTHER), RECTS(RECT "," RECT), 1 },
        { "one too few", RECTS(RECT "," OTHER), RECTS(RECT), 1 },
        { "a mark that isn't wanted", RECTS(RECT), RECTS(RECT) ",\"legends\": []", 0 },
        { "no mark", RECTS(RECT), "\"marks\": []", 1 },
        { "another type", ITEM("text", DOT ", \"text\": \"a\", \"size\": 4"),
          ITEM("symbol", DOT ", \"text\": \"a\", \"size\": 4"), 1 },
        { "defaults", ITEM("symbol", DOT ", \"size\": 9"),
          ITEM("symbol",
               DOT ", \"size\": 9, \"shape\": \"circle\", \"strokeWidth\": 1, \"fill\": null"),
          0 },
        { "size by its root", ITEM("symbol", DOT ", \"size\": 100"),
          ITEM("symbol", DOT ", \"size\": 104"), 0 },
        { "size", ITEM("symbol", DOT ", \"size\": 100"), ITEM("symbol", DOT ", \"size\": 107"), 1 },
        { "angles turn round", ITEM("symbol", DOT ", \"size\": 9, \"angle\": 359.8"),
          ITEM("symbol", DOT ", \"size\": 9, \"angle\": 0.1"), 0 },
        { "opacity is folded", ITEM("symbol", DOT ", \"size\": 9, \"opacity\": 0.5"),
          ITEM("symbol", "\"x\": 1, \"y\": 2, \"size\": 9, \"stroke\": \"#00000080\""), 0 },
        { "a solid dash", ITEM("symbol", DOT ", \"size\": 9, \"strokeDash\": [1, 0]"),
          ITEM("symbol", DOT ", \"size\": 9"), 0 },
        { "a dash", ITEM("symbol", DOT ", \"size\": 9, \"strokeDash\": [4]"),
          ITEM("symbol", DOT ", \"size\": 9, \"strokeDash\": [4, 3.8]"), 1 },
        { "a rule from either end", ITEM("rule", DOT ", \"x2\": 9, \"y2\": 2"),
          ITEM("rule", "\"x\": 9, \"y\": 2, \"x2\": 1, \"y2\": 2, \"stroke\": \"#000000\""), 0 },
        { "clip of a mark", RECTS(RECT),
          "\"marks\": [{\"type\": \"rect\", \"clip\": true, \"items\": [" RECT "]}]", 1 },
    };
    check_rows(table, ROWS(table));
}

static void test_unseen(void)
{
    static const Row table[] = {
        { "no paint", RECTS(RECT),
          RECTS(RECT ", {\"x\": 1, \"y\": 1, \"width\": 3, \"height\": 4}"), 0 },
        { "no area", RECTS(RECT),
          RECTS(RECT ", {\"x\": 1, \"y\": 1, \"width\": 0, \"height\": 4, \"fill\": \"#000000\"}"),
          0 },
        { "a stroke without area is seen", RECTS(RECT),
          RECTS(RECT
                ", {\"x\": 1, \"y\": 1, \"width\": 0, \"height\": 4, \"stroke\": \"#000000\"}"),
          1 },
        { "transparent", "\"marks\": []",
          ITEM("symbol", "\"x\": 1, \"y\": 1, \"size\": 9, \"fill\": \"#00000000\""), 0 },
        { "no width of stroke", "\"marks\": []",
          ITEM("symbol", DOT ", \"size\": 9, \"strokeWidth\": 0"), 0 },
        { "no place", "\"marks\": []",
          ITEM("symbol", "\"x\": null, \"y\": 1, \"size\": 9, \"fill\": \"#000000\""), 0 },
        { "no text", "\"marks\": []", ITEM("text", DOT ", \"text\": \"\""), 0 },
        { "a rule of no length", "\"marks\": []", ITEM("rule", DOT ", \"x2\": 1, \"y2\": 2"), 0 },
        { "a rule of no length has round caps", "\"marks\": []",
          ITEM("rule", DOT ", \"x2\": 1, \"y2\": 2, \"strokeCap\": \"round\""), 1 },
        { "one point of a line",
          ITEM("line", "\"stroke\": \"#000000\", \"segments\": [[[1, 1], [2, 2]], [[3, 3]]]"),
          ITEM("line", "\"stroke\": \"#000000\", \"segments\": [[[1, 1], [2, 2]]]"), 0 },
        { "another gap",
          ITEM("line", "\"stroke\": \"#000000\", \"segments\": [[[1, 1], [2, 2], [3, 3], [4, 4]]]"),
          ITEM("line",
               "\"stroke\": \"#000000\", \"segments\": [[[1, 1], [2, 2]], [[3, 3], [4, 4]]]"),
          1 },
        { "edges of an area",
          ITEM("area", "\"fill\": \"#000000\", \"segments\": [[[1, 1, 5], [2, 2, 6]]]"),
          ITEM("area", "\"fill\": \"#000000\", \"segments\": [[[1, 5, 1], [2, 6, 2]]]"), 0 },
        { "an empty axis", "\"axes\": []", "\"axes\": [{\"orient\": \"left\"}]", 0 },
    };
    check_rows(table, ROWS(table));
}

static void test_guides(void)
{
    static const Row table[] = {
        { "an axis", AXIS("\"domain\": true"), AXIS("\"domain\": true, \"labelAngle\": 0"), 0 },
        { "no line", AXIS("\"domain\": true"), AXIS("\"domain\": false"), 1 },
        { "ticks in any order", AXIS("\"grid\": [1, 2]"), AXIS("\"grid\": [2, 1]"), 0 },
        { "a tick too many", AXIS("\"grid\": [1, 2]"), AXIS("\"grid\": [1, 2, 3]"), 1 },
        { "another side", "\"axes\": [{\"orient\": \"left\", \"ticks\": [0]}]",
          "\"axes\": [{\"orient\": \"right\", \"ticks\": [0]}]", 2 },
        { "sides in any order",
          "\"axes\": [{\"orient\": \"left\", \"ticks\": [0]}, {\"orient\": \"top\", \"ticks\": "
          "[1]}]",
          "\"axes\": [{\"orient\": \"top\", \"ticks\": [1]}, {\"orient\": \"left\", \"ticks\": "
          "[0]}]",
          0 },
        { "a label's text", AXIS(LABELS),
          AXIS("\"allLabels\": [{\"pos\": 0, \"text\": \"a\"}, {\"pos\": 9, \"text\": \"c\"}]"),
          2 },
        { "a label is hidden", AXIS(LABELS),
          AXIS(LABELS ", \"labels\": [{\"pos\": 0, \"text\": \"a\"}]"), 1 },
        { "a style is told", AXIS("\"style\": {\"titleColor\": \"#000000\", \"offset\": 0}"),
          AXIS("\"style\": {\"titleColor\": \"#ff0000\", \"offset\": 0, \"more\": 1}"), 1 },
        { "a style is missing", AXIS("\"style\": {\"offset\": 0}"), AXIS("\"style\": {}"), 1 },
        { "a legend", LEGEND("\"labels\": [\"a\"]"), LEGEND("\"labels\": [\"a\"], \"columns\": 1"),
          0 },
        { "a legend's labels", LEGEND("\"labels\": [\"a\"]"), LEGEND("\"labels\": [\"b\"]"), 1 },
        { "a legend's symbols", LEGEND("\"symbols\": [{\"size\": 100, \"fill\": \"#000000\"}]"),
          LEGEND("\"symbols\": [{\"size\": 100, \"fill\": \"#00ff00\"}]"), 1 },
        { "no legend", LEGEND("\"labels\": []"), "\"legends\": []", 1 },
        { "a title", "\"title\": {\"text\": \"a\"}", "\"title\": {\"text\": \"b\"}", 1 },
        { "a subtitle", "\"title\": {\"text\": \"a\", \"subtitle\": \"c\"}",
          "\"title\": {\"text\": \"a\"}", 1 },
        { "a header", "\"headers\": [{\"role\": \"row-title\", \"text\": \"a\"}]",
          "\"headers\": [{\"role\": \"row-title\", \"text\": \"b\"}]", 1 },
        { "an empty header", "\"headers\": []",
          "\"headers\": [{\"role\": \"row-header\", \"text\": null}]", 0 },
        { "a view's paint", "\"stroke\": \"#dddddd\"", "\"stroke\": \"#eeeeee\"", 3 },
    };
    check_rows(table, ROWS(table));
}

static void test_layout(void)
{
    static const Row table[] = {
        { "itself", "{\"x\": 1, \"legends\": [[1, 2, 3, 4]]}",
          "{\"x\": 1, \"legends\": [[1, 2, 3, 4]]}", 0 },
        { "nearly", "{\"x\": 1}", "{\"x\": 1.4}", 0 },
        { "too far", "{\"x\": 1}", "{\"x\": 1.6}", 1 },
        { "more is told", "{\"x\": 1}", "{\"x\": 1, \"y\": 2}", 0 },
        { "less is told", "{\"x\": 1, \"y\": 2}", "{\"x\": 1}", 1 },
        { "a legend less", "{\"legends\": [[1, 2, 3, 4]]}", "{\"legends\": []}", 1 },
        { "in a child", "{\"children\": [{\"x\": 1}, {\"x\": 5}]}",
          "{\"children\": [{\"x\": 1}, {\"x\": 9}]}", 1 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        json_t *want = json_loads(table[i].want, 0, NULL), *got = json_loads(table[i].got, 0, NULL);
        g_autoptr(GString) out = g_string_new(NULL);
        CHECK_SIZE(table[i].row, conform_compare_layout(want, got, out), table[i].n);
        json_decref(want);
        json_decref(got);
    }
}

static void test_no_scene(void)
{
    json_t *scene = scene_of("no scene", RECTS(RECT)), *other = json_pack("{s:s}", "format", "?");
    g_autoptr(GString) out = g_string_new(NULL);
    CHECK_SIZE("no scene", conform_compare(scene, other, out), 1);
    json_decref(scene);
    json_decref(other);
}

SUITE(conform_compare, { "items", test_items }, { "unseen", test_unseen },
      { "guides", test_guides }, { "layout", test_layout }, { "no scene", test_no_scene });
