/* From placed plots to nodes, in the order in which Vega draws them. */
#include <stdlib.h>

#include "layout/layout_parts.h"
#include "mark/items_draw.h"
#include "page/page.h"

typedef struct {
    const JutuPlot *plot;
    JutuSceneBuilder *out;
} Draw;

/* One thing that is drawn in a view. */
typedef struct {
    void (*draw)(const Draw *draw, size_t i);
    size_t i;
    int zindex;
    size_t order; /* in the document */
} Part;

static void draw_plot(const JutuPlot *plot, JutuSceneBuilder *out);

/* Adds a block as a group of its own. */
static void add_block(const JutuBlock *block, double x, double y, const char *role,
                      JutuSceneBuilder *out)
{
    JutuSceneNode node = {
        .kind = JUTU_SCENE_GROUP,
        .role = role,
        .style = jutu_style_none(),
        .group = { .x = x, .y = y, .opacity = 1, .nodes = block->nodes, .n = block->n }
    };
    out->failed |= block->failed;
    if (node.group.n > 0)
        jutu_scene_add(out, &node);
}

static void draw_grid(const Draw *draw, size_t i)
{
    jutu_block_draw(&draw->plot->guides.axes[i]->lines, 0, 0, draw->out);
}

static void draw_axis(const Draw *draw, size_t i)
{
    jutu_block_draw(&draw->plot->guides.axes[i]->block, 0, 0, draw->out);
}

static void draw_above(const Draw *draw, size_t i)
{
    const JutuPlacedBlock *placed = &draw->plot->placed->above[i];
    jutu_block_draw(placed->block, placed->x, placed->y, draw->out);
}

static void draw_header(const Draw *draw, size_t i)
{
    const double *at = draw->plot->placed->headers[i];
    add_block(&draw->plot->guides.headers[i]->block, at[0], at[1], "header", draw->out);
}

static void draw_child(const Draw *draw, size_t i)
{
    g_autoptr(JutuSceneBuilder) inner = jutu_scene_builder_new(draw->out->arena);
    const JutuPlot *child = draw->plot->children[i];
    draw_plot(child, inner);
    JutuBlock block = jutu_block_take(inner, child->placed->all);
    add_block(&block, child->x, child->y, "view", draw->out);
}

static void draw_marks(const Draw *draw, size_t i)
{
    const JutuPlot *plot = draw->plot;
    const JutuItems *items = plot->marks[i].items;
    if (!items->clip) {
        jutu_items_draw(items, draw->out);
        return;
    }
    g_autoptr(JutuSceneBuilder) inner = jutu_scene_builder_new(draw->out->arena);
    jutu_items_draw(items, inner);
    JutuSceneNode node = { .kind = JUTU_SCENE_GROUP,
                           .role = "clip",
                           .style = jutu_style_none(),
                           .group = { .opacity = 1,
                                      .clipped = true,
                                      .clip = { 0, 0, fmax(plot->frame->width, 0),
                                                fmax(plot->frame->height, 0) } } };
    node.group.nodes = jutu_scene_take(inner, &node.group.n);
    draw->out->failed |= inner->failed;
    if (node.group.n > 0)
        jutu_scene_add(draw->out, &node);
}

static void draw_legend(const Draw *draw, size_t i)
{
    const double *at = draw->plot->placed->legends[i];
    add_block(&draw->plot->guides.legends[i]->block, at[0], at[1], "legend", draw->out);
}

static void draw_title(const Draw *draw, size_t i)
{
    const double *at = draw->plot->placed->title;
    (void)i;
    jutu_block_draw(&draw->plot->guides.title->block, at[0], at[1], draw->out);
}

/* Above a panel's title, on a whole pixel. */
static void draw_panel_rule(const JutuPlot *plot, JutuSceneBuilder *out)
{
    const double *rule = plot->placed->rule;
    JutuSceneNode node = { .kind = JUTU_SCENE_RECT,
                           .role = "panel-rule",
                           .style = jutu_style_none(),
                           .rect = { .box = { rule[0], rule[2], rule[1] - rule[0], 1 } } };
    JutuColor color;
    jutu_color_parse("#c9cfd5", &color);
    node.style.fill = jutu_paint_color(color);
    if (!isnan(rule[2]))
        jutu_scene_add(out, &node);
}

static bool is_seen(const JutuPaint *paint)
{
    return paint->kind != JUTU_PAINT_NONE &&
           !(paint->kind == JUTU_PAINT_COLOR && paint->color.a <= 0);
}

/* The plotting area's rectangle; a thin outline falls on whole pixels. */
static void draw_background(const JutuPlot *plot, JutuSceneBuilder *out)
{
    const JutuStyle *style = &plot->background.style;
    bool stroked = style->stroke.kind != JUTU_PAINT_NONE;
    if (plot->frame->container || (!is_seen(&style->stroke) && !is_seen(&style->fill)))
        return;
    double width = style->stroke_width;
    double shift = stroked && width > 0.5 && width < 1.5 ? 0.5 - fabs(width - 1) : 0;
    JutuSceneNode node = { .kind = JUTU_SCENE_RECT, .role = "background", .style = *style };
    node.rect.box = (JutuRect){ shift, shift, fmax(plot->frame->width, 0),
                                fmax(plot->frame->height, 0) };
    for (int corner = 0; corner < 4; corner++)
        node.rect.radius[corner] = plot->background.corner_radius[corner];
    jutu_scene_add(out, &node);
}

static void add_part(GArray *parts, void (*draw)(const Draw *draw, size_t i), size_t i, int zindex)
{
    Part part = { draw, i, zindex, parts->len };
    g_array_append_val(parts, part);
}

static int by_zindex(const void *a, const void *b)
{
    const Part *one = a, *two = b;
    if (one->zindex != two->zindex)
        return one->zindex < two->zindex ? -1 : 1;
    return one->order < two->order ? -1 : one->order > two->order;
}

static void draw_plot(const JutuPlot *plot, JutuSceneBuilder *out)
{
    g_autoptr(GArray) parts = g_array_new(false, false, sizeof(Part));
    for (size_t i = 0; i < plot->guides.n_axes; i++)
        add_part(parts, draw_grid, i, plot->guides.axes[i]->zindex);
    for (size_t i = 0; i < plot->guides.n_axes; i++)
        add_part(parts, draw_axis, i, plot->guides.axes[i]->zindex);
    for (size_t i = 0; i < plot->placed->n_above; i++)
        add_part(parts, draw_above, i, 0);
    for (size_t i = 0; i < plot->guides.n_headers; i++)
        add_part(parts, draw_header, i, 0);
    for (size_t i = 0; i < plot->n_children; i++)
        add_part(parts, draw_child, i, 0);
    for (size_t i = 0; i < plot->n_marks; i++)
        add_part(parts, draw_marks, i, 0);
    for (size_t i = 0; i < plot->guides.n_legends; i++)
        add_part(parts, draw_legend, i, plot->guides.legends[i]->zindex);
    if (jutu_plot_has_title(plot))
        add_part(parts, draw_title, 0, plot->guides.title->zindex);
    g_array_sort(parts, by_zindex);
    Draw draw = { plot, out };
    draw_background(plot, out);
    draw_panel_rule(plot, out);
    for (guint i = 0; i < parts->len; i++) {
        const Part *part = &g_array_index(parts, Part, i);
        part->draw(&draw, part->i);
    }
}

void jutu_page_draw(const JutuPlot *root, JutuSceneBuilder *out)
{
    draw_plot(root, out);
}
