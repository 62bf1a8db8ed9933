/* Where axes are drawn, and the room they take: wanted numbers are Vega's, of estimated widths. */
#include "chart/chart.h"
#include "check.h"

/* An axis of the numbers 0 to 4 on a view of 100 × 100. */
static JutuRender *render_of(bool vertical, const char *axis)
{
    g_autofree char *spec = g_strdup_printf(
        "{'data': {'values': [{'b': 0}, {'b': 4}]}, 'width': 100, 'height': 100, 'mark': 'point',"
        "'encoding': {'%s': {'field': 'b', 'type': 'quantitative', 'axis': {%s}}}}",
        vertical ? "y" : "x", axis);
    g_strdelimit(spec, "'", '"');
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(spec, -1, NULL, NULL);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    JutuRender *render = parsed ? jutu_render_new(parsed, &options, false, NULL) : NULL;
    if (render && jutu_render_plots(render, NULL) && render->plot->guides.n_axes == 1)
        return render;
    jutu_render_free(render);
    return NULL;
}

static void test_bounds(void)
{
    static const struct {
        const char *row;
        bool vertical;
        const char *axis;
        double want[4]; /* x1 y1 x2 y2 */
    } table[] = {
        { "plain", false, "", { -0.5, 99.5, 100.5, 132 } },
        { "on top", false, "'orient': 'top'", { -0.5, -32, 100.5, 0.5 } },
        { "on the left", true, "", { -30, -5, 0.5, 105 } },
        { "on the right", true, "'orient': 'right'", { 99.5, -5, 130, 105 } },
        { "offset", false, "'offset': 10", { -0.5, 109.5, 100.5, 142 } },
        { "moved, but not by translate",
          false,
          "'position': 5, 'translate': 0",
          { 4.5, 99.5, 105.5, 132 } },
        { "at least", false, "'minExtent': 40", { -0.5, 99.5, 100.5, 155 } },
        { "at most", false, "'maxExtent': 5", { -0.5, 99.5, 100.5, 120 } },
        { "two lines above",
          false,
          "'orient': 'top', 'title': ['a', 'b']",
          { -0.5, -45, 100.5, 0.5 } },
        { "a title with a place", false, "'titleX': 3, 'titleY': 60", { -1, 99.5, 100.5, 171 } },
        { "a level title", true, "'titleAngle': 0, 'titleAlign': 'right'", { -27, -5, 0.5, 105 } },
        { "turned labels",
          false,
          "'labelAngle': 45",
          { -7.0710678118654755, 99.5, 105.65685424949238, 134.72792206135784 } },
        { "wide ticks",
          false,
          "'tickWidth': 4, 'tickCap': 'square'",
          { -2.8284271247461903, 97.171572875253815, 102.82842712474618, 132 } },
        { "unseen ticks take room",
          false,
          "'tickColor': 'transparent', 'labels': false",
          { -0.5, 99.5, 100.5, 120.5 } },
        { "only a line", false, "'labels': false, 'ticks': false", { 0, 100, 100, 115 } },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuRender) render = render_of(table[i].vertical, table[i].axis);
        CHECK_TRUE(table[i].row, render != NULL);
        if (!render)
            continue;
        JutuRect got = render->plot->guides.axes[0]->block.bounds;
        CHECK_NUM(table[i].row, got.x, table[i].want[0]);
        CHECK_NUM(table[i].row, got.y, table[i].want[1]);
        CHECK_NUM(table[i].row, got.x + got.width, table[i].want[2]);
        CHECK_NUM(table[i].row, got.y + got.height, table[i].want[3]);
    }
}

/* The first node of a role: x y x2 y2 of a line, x y angle of a text. */
static char *first_of(const JutuSceneNode *nodes, size_t n, const char *role)
{
    for (size_t i = 0; i < n; i++) {
        const JutuSceneNode *node = &nodes[i];
        const double *points = node->path.path.points;
        if (strcmp(node->role, role) != 0)
            continue;
        if (node->kind == JUTU_SCENE_TEXT)
            return g_strdup_printf("%g %g %g %s", node->text.x, node->text.y, node->text.angle,
                                   node->text.text);
        return g_strdup_printf("%g %g %g %g", points[0], points[1], points[2], points[3]);
    }
    return g_strdup("none");
}

static void test_nodes(void)
{
    static const struct {
        const char *row;
        bool vertical;
        const char *axis, *role, *want;
    } table[] = {
        { "grid below", false, "'offset': 10", "axis-grid", "0.5 100.5 0.5 0.5" },
        { "grid beside", true, "", "axis-grid", "0.5 100.5 100.5 100.5" },
        { "grid from the right", true, "'orient': 'right'", "axis-grid", "100.5 100.5 0.5 100.5" },
        { "tick below", false, "'offset': 10", "axis-tick", "0.5 110.5 0.5 115.5" },
        { "tick beside", true, "", "axis-tick", "0.5 100.5 -4.5 100.5" },
        { "label below", false, "'offset': 10", "axis-label", "0.5 117.5 0 0" },
        { "label beside", true, "", "axis-label", "-6.5 100.5 0 0" },
        { "line", true, "", "axis-domain", "0.5 100.5 0.5 0.5" },
        { "title below", false, "'offset': 10", "axis-title", "50.5 131.5 0 b" },
        { "title beside", true, "", "axis-title", "-18.5 50.5 -90 b" },
        { "no ticks", true, "'tickOpacity': 0", "axis-tick", "none" },
        { "no title", true, "'title': ''", "axis-title", "none" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuRender) render = render_of(table[i].vertical, table[i].axis);
        CHECK_TRUE(table[i].row, render != NULL);
        if (!render)
            continue;
        g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(render->arena);
        const JutuAxis *axis = render->plot->guides.axes[0];
        size_t n;
        jutu_block_draw(&axis->lines, 0, 0, out);
        jutu_block_draw(&axis->block, 0, 0, out);
        const JutuSceneNode *nodes = jutu_scene_take(out, &n);
        g_autofree char *got = first_of(nodes, n, table[i].role);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

SUITE(axis_draw, { "bounds", test_bounds }, { "nodes", test_nodes });
