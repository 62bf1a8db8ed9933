/* Placing views, from the inside out: what is drawn in each, its guides, then the grid it is in. */
#include "layout/layout.h"

#include <string.h>

#include "base/json.h"
#include "layout/layout_parts.h"
#include "plan/scales.h"
#include "scene/grid.h"

static JutuBox place_view(JutuPlot *plot, bool fit);

/* {"row", "column"} or one value for both: i 0 is the column's. */
static JutuValue row_or_column(const JutuPlot *plot, const json_t *json, int i)
{
    const json_t *own = json_object_get(json, i == 0 ? "column" : "row");
    bool both = json_is_object(json) && !json_object_get(json, "expr");
    return jutu_chart_value(plot->frame->chart, plot->frame->scope, both ? own : json);
}

static JutuGridAlign align_of(JutuValue value, JutuGridAlign fallback)
{
    static const char *const names[] = { "none", "each", "all" };
    for (int i = 0; value.type == JUTU_STRING && i < 3; i++) {
        if (strcmp(value.string, names[i]) == 0)
            return (JutuGridAlign)i;
    }
    return fallback;
}

/* A facet's cells are as wide as each other, unless their scales differ. */
static JutuGridAlign default_align(const JutuFrame *frame)
{
    const JutuModel *model = frame->model;
    const JutuResolve *resolve = jutu_plan_view(frame->plan, model)->resolve_scale;
    if (model->kind != JUTU_MODEL_FACET)
        return JUTU_GRID_EACH;
    bool loose = (!model->encoding.defs[JUTU_ROW] && resolve[JUTU_X] == JUTU_RESOLVE_INDEPENDENT) ||
                 (!model->encoding.defs[JUTU_COLUMN] &&
                  resolve[JUTU_Y] == JUTU_RESOLVE_INDEPENDENT);
    return loose ? JUTU_GRID_NONE : JUTU_GRID_ALL;
}

static double spacing_of(const JutuPlot *plot, int i)
{
    const char *kind = plot->frame->model->kind == JUTU_MODEL_FACET ? "facet" : "concat";
    JutuValue usual = jutu_chart_value(plot->frame->chart, plot->frame->scope,
                                       jutu_config(plot->frame->chart, kind, "spacing", NULL));
    JutuValue own = row_or_column(plot, json_object_get(plot->frame->model->spec, "spacing"), i);
    JutuValue value = jutu_is_nullish(own) ? usual : own;
    return jutu_is_nullish(value) ? 0 : jutu_to_number(value);
}

/* In a facet of facets Vega-Lite leaves the number of columns out. */
static size_t columns_of(const JutuPlot *plot)
{
    bool inner = plot->frame->model->kind == JUTU_MODEL_FACET && plot->parent &&
                 plot->parent->frame->model->kind == JUTU_MODEL_FACET;
    return inner && plot->frame->model->encoding.defs[JUTU_COLUMN] ? 0 : plot->frame->columns;
}

static JutuGrid grid_of(const JutuPlot *plot)
{
    const json_t *spec = plot->frame->model->spec, *align = json_object_get(spec, "align");
    /* {"row": …} leaves nothing for the columns, not even the default */
    JutuGridAlign usual = json_is_object(align) ? JUTU_GRID_NONE : default_align(plot->frame);
    JutuGrid grid = { .columns = columns_of(plot) };
    grid.flush = strcmp(jutu_json_string(spec, "bounds", "full"), "flush") == 0;
    for (int i = 0; i < 2; i++) {
        grid.align[i] = align_of(row_or_column(plot, align, i), usual);
        grid.padding[i] = spacing_of(plot, i);
        grid.center[i] = jutu_truthy(row_or_column(plot, json_object_get(spec, "center"), i));
    }
    return grid;
}

/* How far the view's own outline reaches beyond it. */
static double outline_reach(const JutuPlot *plot)
{
    const JutuStyle *style = &plot->background.style;
    if (plot->frame->container || style->stroke.kind == JUTU_PAINT_NONE ||
        style->stroke_opacity == 0)
        return 0;
    return (style->cap == JUTU_CAP_SQUARE ? M_SQRT2 : 1) * style->stroke_width / 2;
}

/* Places a container's children and what stands around them. @return their bounds */
static JutuBox place_cells(JutuPlot *plot)
{
    JutuArena *arena = plot->frame->chart->arena;
    JutuGridItem *cells = jutu_new(arena, JutuGridItem, plot->n_children + 1);
    for (size_t i = 0; i < plot->n_children; i++) {
        JutuPlot *child = plot->children[i];
        cells[i].bounds = place_view(child, false);
        jutu_box_grow(&cells[i].bounds, outline_reach(child));
        if (!child->frame->container) {
            cells[i].width = fmax(child->frame->width, 0);
            cells[i].height = fmax(child->frame->height, 0);
        }
    }
    JutuGrid grid = grid_of(plot);
    JutuBox bounds = jutu_headers_place(plot, &grid, cells);
    for (size_t i = 0; i < plot->n_children; i++) {
        plot->children[i]->x = cells[i].x;
        plot->children[i]->y = cells[i].y;
        jutu_box_unite(&bounds, &cells[i].bounds);
    }
    return bounds;
}

/* Bounds while guides are placed: of all, and of what legends keep clear of at the sides (x) and
 * at top and bottom (y). */
typedef struct {
    JutuBox all, x, y;
} Bounds;

static void add_marks(const JutuPlot *plot, Bounds *bounds)
{
    for (size_t i = 0; i < plot->n_marks; i++) {
        const JutuPlotMark *mark = &plot->marks[i];
        jutu_box_unite(&bounds->all, &mark->box);
        if (mark->group) {
            jutu_box_unite(&bounds->x, &mark->box);
            jutu_box_unite(&bounds->y, &mark->box);
        }
    }
}

static void add_axes(const JutuPlot *plot, Bounds *bounds)
{
    for (size_t i = 0; i < plot->guides.n_axes; i++) {
        const JutuAxis *axis = plot->guides.axes[i];
        JutuBox box = jutu_box_of(axis->block.bounds);
        bool vertical = axis->side == JUTU_LEFT || axis->side == JUTU_RIGHT;
        jutu_box_unite(vertical ? &bounds->x : &bounds->y, &box);
    }
}

/* Places what is in a view and around it. @param fit  the view is fitted into a given size
 * @return the bounds of all, in the view's coordinates */
static JutuBox place_view(JutuPlot *plot, bool fit)
{
    JutuBox view = { 0, 0, 0, 0 };
    if (!plot->frame->container) {
        view.x2 = fmax(plot->frame->width, 0);
        view.y2 = fmax(plot->frame->height, 0);
    }
    plot->placed = jutu_new(plot->frame->chart->arena, struct JutuPlaced, 1);
    Bounds bounds = { view, view, view };
    if (plot->frame->container) {
        JutuBox cells = place_cells(plot);
        jutu_box_unite(&bounds.x, &cells);
        jutu_box_unite(&bounds.y, &cells);
    } else {
        add_marks(plot, &bounds);
        add_axes(plot, &bounds);
    }
    JutuBox legends = jutu_legends_place(plot, &bounds.x, &bounds.y, fit);
    jutu_box_unite(&bounds.all, &legends);
    jutu_box_unite(&bounds.all, &bounds.x);
    jutu_box_unite(&bounds.all, &bounds.y);
    plot->placed->around = jutu_rect_of(&bounds.all);
    JutuBox title = jutu_plot_title_place(plot);
    jutu_box_unite(&bounds.all, &title);
    plot->placed->all = jutu_rect_of(&bounds.all);
    return bounds.all;
}

/* How the page is made from the root's bounds: `autosize`. */
typedef struct {
    bool fit[2];  /* the plotting area gives way, in width and height */
    bool none;    /* what juts out is cut off */
    bool padding; /* a given size contains the padding */
    double room;  /* across, instead of the given width; 0: none */
} Autosize;

static Autosize autosize_of(const JutuPlot *root)
{
    const json_t *json = json_object_get(root->frame->chart->spec, "autosize");
    const char *type = json_is_string(json) ? json_string_value(json)
                                            : jutu_json_string(json, "type", "pad");
    Autosize size = { .none = strcmp(type, "none") == 0 };
    size.padding = strcmp(jutu_json_string(json, "contains", "content"), "padding") == 0;
    size.fit[0] = strcmp(type, "fit") == 0 || strcmp(type, "fit-x") == 0;
    size.fit[1] = strcmp(type, "fit") == 0 || strcmp(type, "fit-y") == 0;
    size.room = root->frame->room->across;
    if (size.room > 0)
        size.fit[0] = true;
    const JutuViewPlan *view = jutu_plan_view(root->frame->plan, root->frame->model);
    for (int i = 0; i < 2; i++) { /* a size in steps is what it is */
        if (root->frame->container || view->size[i].kind == JUTU_SIZE_STEP)
            size.fit[i] = false;
    }
    return size;
}

/* left, top, right, bottom */
static void read_padding(const JutuFrame *frame, double out[4])
{
    const JutuChart *chart = frame->chart;
    static const char *const sides[] = { "left", "top", "right", "bottom" };
    const json_t *json = json_object_get(chart->source, "padding");
    if (!json)
        json = jutu_config(chart, "padding", NULL);
    for (int i = 0; i < 4; i++) {
        const json_t *side = json_is_object(json) && !json_object_get(json, "expr")
                                 ? json_object_get(json, sides[i])
                                 : json;
        JutuValue value = jutu_chart_value(chart, frame->scope, side);
        double number = jutu_is_nullish(value) ? 0 : jutu_to_number(value);
        out[i] = isfinite(number) ? number : 0;
    }
}

/* One direction of viewSizeLayout(): from the plot's extent to the page's. */
static double page_size(const JutuPlot *root, int i, const Autosize *autosize,
                        const double padding[4], double *origin, double *area)
{
    const JutuRect *all = &root->placed->all;
    double given = root->frame->container ? 0
                                          : fmax(i ? root->frame->height : root->frame->width, 0);
    double start = i ? all->y : all->x, end = start + (i ? all->height : all->width);
    double before = fmax(0, jutu_round_up(-start)), behind = fmax(0, jutu_round_up(end - given));
    double both = padding[i] + padding[i + 2];
    double inside = i == 0 && autosize->room > 0 ? autosize->room - both
                                                 : given - (autosize->padding ? both : 0);
    *area = given;
    if (autosize->none) {
        before = 0;
        *area = inside;
    } else if (autosize->fit[i]) {
        *area = fmax(0, inside - before - behind);
    } else {
        inside = given + before + behind;
    }
    *origin = padding[i] + before;
    return fmax(0, inside + both);
}

/* The width of the plotting areas of a row that may be stretched. */
static double stretchable_width(const JutuPlot *plot)
{
    if (!plot->frame->container)
        return jutu_frame_is_stretchable(plot->frame) ? fmax(plot->frame->width, 0) : 0;
    size_t columns = columns_of(plot) ? columns_of(plot) : plot->n_children;
    double sum = 0;
    for (size_t c = 0; c < columns; c++) {
        double widest = 0;
        for (size_t i = c; i < plot->n_children; i += columns)
            widest = fmax(widest, stretchable_width(plot->children[i]));
        sum += widest;
    }
    return sum;
}

/* How much wider they must be to fill the page's room; 1: they needn't. */
static double stretch_to_fit(const JutuPlot *root)
{
    double room = root->frame->room->across, open = stretchable_width(root);
    double taken = root->placed->all.width + 1; /* cells stand at whole px */
    if (!root->frame->container || !(room > 0) || !(open > 0) || !isfinite(taken))
        return 1;
    return fmax(open + room - taken, open / 20) / open;
}

bool jutu_layout(JutuPlot *root, JutuPage *page, JutuRoom *next)
{
    const JutuFrame *frame = root->frame;
    Autosize autosize = autosize_of(root);
    *next = *frame->room;
    place_view(root, autosize.fit[0] || autosize.fit[1]);
    if (frame->room->fitted && !frame->container)
        return false; /* Vega fits once: the page stays as it was then */
    if (frame->container && next->stretch == 0)
        next->stretch = stretch_to_fit(root);
    double padding[4], fit[2];
    read_padding(frame, padding);
    page->width = page_size(root, 0, &autosize, padding, &page->x, &fit[0]);
    page->height = page_size(root, 1, &autosize, padding, &page->y, &fit[1]);
    bool again = frame->container ? !frame->room->fitted && next->stretch != 1
                                  : fit[0] != frame->width || fit[1] != frame->height;
    next->fitted = true;
    next->fit[0] = frame->container ? NAN : fit[0];
    next->fit[1] = frame->container ? NAN : fit[1];
    return again;
}
