/* The page: the chart as Vega lays it out, or furnished for a report. */
#include "layout/furniture.h"

#include "base/json.h"

static const char *text_of(const JutuTextBlock *block, JutuArena *arena)
{
    if (!block->text || !*block->text)
        return NULL;
    g_autofree char *line = g_strdelimit(g_strdup(block->text), "\n", ' ');
    return jutu_arena_strdup(arena, line);
}

/* What readers of the file are told about it. */
static void describe(const JutuFurniture *furniture, const JutuPlot *root, JutuScene *scene)
{
    const JutuChart *chart = furniture->chart;
    if (root->title)
        scene->title = text_of(&root->title->text, chart->arena);
    scene->description = jutu_json_string(furniture->def, "alt",
                                          jutu_json_string(chart->source, "description", NULL));
}

bool jutu_furniture_draw(const JutuFurniture *furniture, JutuPlot *root, const JutuPage *page,
                         JutuSceneBuilder *out, JutuScene *scene, GError **error)
{
    (void)error;
    describe(furniture, root, scene);
    scene->width = page->width;
    scene->height = page->height;
    g_autoptr(JutuSceneBuilder) inner = jutu_scene_builder_new(out->arena);
    jutu_layout_draw(root, furniture->measure, inner);
    JutuSceneNode node = { .kind = JUTU_SCENE_GROUP,
                           .role = "chart",
                           .style = jutu_style_none(),
                           .group = { .x = page->x, .y = page->y, .opacity = 1 } };
    node.group.nodes = jutu_scene_take(inner, &node.group.n);
    out->failed |= inner->failed;
    jutu_scene_add(out, &node);
    return true;
}
