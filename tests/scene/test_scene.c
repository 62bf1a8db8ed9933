#include "scene/scene.h"

#include <jutu/jutu.h>
#include <stdlib.h>

#include "check.h"
#include "scene/path.h"

struct JutuScene;

static JutuSceneNode rect_node(double x, double y, double width, double height)
{
    JutuSceneNode node = { .kind = JUTU_SCENE_RECT, .style = jutu_style_none() };
    node.rect.box = (JutuRect){ x, y, width, height };
    return node;
}

static void test_guards(void)
{
    static const struct {
        const char *row;
        double box[4];
        double want[4];
        bool kept;
    } table[] = {
        { "near", { 1, 2, 3, 4 }, { 1, 2, 3, 4 }, true },
        { "not a number", { NAN, 2, 3, 4 }, { 0 }, false },
        { "infinite", { 1, 2, INFINITY, 4 }, { 0 }, false },
        { "from far to here", { -3e9, 0, 3e9 + 50, 4 }, { -5e5, 0, 5e5 + 50, 4 }, true },
        { "far away", { 2e6, 0, 10, 4 }, { 5e5, 0, 0, 4 }, true },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
        const double *box = table[i].box;
        JutuSceneNode node = rect_node(box[0], box[1], box[2], box[3]);
        jutu_scene_add(out, &node);
        CHECK_TRUE(table[i].row, out->failed == !table[i].kept);
        size_t n;
        const JutuSceneNode *nodes = jutu_scene_take(out, &n);
        CHECK_SIZE(table[i].row, n, table[i].kept ? 1 : 0);
        if (n == 1) {
            const JutuRect *got = &nodes[0].rect.box;
            CHECK_NUM(table[i].row, got->x, table[i].want[0]);
            CHECK_NUM(table[i].row, got->width, table[i].want[2]);
        }
        jutu_arena_free(arena);
    }
}

static void test_paths(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
    g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
    jutu_path_move(path, 0, 0);
    jutu_path_line(path, 150, 8.4e6);
    JutuSceneNode node = { .kind = JUTU_SCENE_PATH, .style = jutu_style_none() };
    node.path.path = jutu_path_take(path, arena);
    jutu_scene_add(out, &node);
    jutu_path_move(path, 0, 0);
    jutu_path_line(path, 150, NAN);
    node.path.path = jutu_path_take(path, arena);
    CHECK_TRUE("a line out of the page is no failure", !out->failed);
    jutu_scene_add(out, &node);
    CHECK_TRUE("a line to nowhere is", out->failed);
    size_t n;
    const JutuSceneNode *nodes = jutu_scene_take(out, &n);
    CHECK_SIZE("nodes", n, 1);
    CHECK_EXACT("brought back", nodes[0].path.path.points[3], 1e6);
    jutu_arena_free(arena);
}

static void test_dashes(void)
{
    static const struct {
        const char *row;
        double dash[3];
        size_t n, want;
    } table[] = {
        { "dashes", { 4, 2, 1 }, 3, 3 },
        { "a zero among others", { 0, 2 }, 2, 2 },
        { "zeros", { 0, 0 }, 2, 0 },
        { "negative", { 4, -2, 9 }, 3, 0 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
        JutuSceneNode node = rect_node(0, 0, 1, 1);
        node.style.dash = table[i].dash;
        node.style.n_dash = table[i].n;
        jutu_scene_add(out, &node);
        size_t n;
        const JutuSceneNode *nodes = jutu_scene_take(out, &n);
        CHECK_SIZE(table[i].row, n, 1);
        CHECK_SIZE(table[i].row, nodes[0].style.n_dash, table[i].want);
        jutu_arena_free(arena);
    }
}

static void test_json(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
    JutuSceneNode node = rect_node(1, 2, 3, 4);
    node.role = "mark";
    node.style.fill = jutu_paint_color((JutuColor){ 1, 0, 0, 1 });
    jutu_scene_add(out, &node);
    JutuSceneNode text = { .kind = JUTU_SCENE_TEXT, .style = jutu_style_none() };
    text.text.text = "深圳";
    text.text.font = (JutuFont){ .size = 13, .weight = 700 };
    jutu_scene_add(out, &text);
    JutuScene scene = { .arena = arena, .width = 10, .height = 20, .lang = "zh-Hans" };
    scene.nodes = jutu_scene_take(out, &scene.n);
    json_t *json = jutu_scene_to_json(&scene);
    char *got = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);
    CHECK_STR("scene", got,
              "{\"height\":20.0,\"lang\":\"zh-Hans\",\"nodes\":[{\"box\":[1.0,2.0,3.0,4.0],"
              "\"fill\":\"#ff0000\",\"kind\":\"rect\",\"role\":\"mark\"},{\"align\":\"left\","
              "\"baseline\":\"alphabetic\",\"font\":{\"size\":13.0,\"weight\":700.0},"
              "\"kind\":\"text\",\"text\":\"深圳\",\"x\":0.0,\"y\":0.0}],\"width\":10.0}");
    free(got);
    json_decref(json);
    jutu_arena_free(arena);
}

SUITE(scene, { "guards", test_guards }, { "paths", test_paths }, { "dashes", test_dashes },
      { "json", test_json });
