/* Placing views, from the inside out: what is drawn in each, its guides, then the grid it is in. */
#include "layout/layout.h"

#include "layout/layout_parts.h"
#include "scene/grid.h"

static JutuBox place_view(JutuPlot *plot, bool fit);

/* How far the view's own outline reaches beyond it. */
static double outline_reach(const JutuPlot *plot)
{
    const JutuStyle *style = &plot->background.style;
    if (plot->frame->container || style->stroke.kind == JUTU_PAINT_NONE ||
        style->stroke_opacity == 0)
        return 0;
    return (style->cap == JUTU_CAP_SQUARE ? M_SQRT2 : 1) * style->stroke_width / 2;
}

/* What is around a panel with those beside it and those above and below. */
static JutuBox around_lanes(const JutuPlot *plot, size_t i)
{
    size_t columns = MAX(plot->frame->columns, 1);
    JutuBox around = jutu_box_of(plot->children[i]->placed->around);
    for (size_t k = 0; k < plot->n_children; k++) {
        JutuBox other = jutu_box_of(plot->children[k]->placed->around);
        if (k / columns == i / columns)
            around.y1 = fmin(around.y1, other.y1);
        if (k % columns == i % columns) {
            around.x1 = fmin(around.x1, other.x1);
            around.x2 = fmax(around.x2, other.x2);
        }
    }
    return around;
}

/* Titles of panels on a page of the theme stand on one line and on one left edge, below a rule. */
static void place_panel_titles(JutuPlot *plot, JutuGridItem *cells)
{
    enum { RULE_TO_TITLE = 9 };
    for (size_t i = 0; i < plot->n_children; i++) {
        JutuPlot *child = plot->children[i];
        if (!jutu_plot_has_title(child))
            continue;
        JutuBox around = around_lanes(plot, i);
        JutuBox title = jutu_plot_title_at(child, jutu_rect_of(&around));
        if (jutu_rule_acts(plot->frame->chart->context, JUTU_RULE_panel_titles)) {
            bool cell = plot->frame->view->kind == JUTU_VIEW_FACET;
            title.y1 = floor(title.y1) - RULE_TO_TITLE;
            child->placed->rule[0] = cell ? 0 : around.x1;
            child->placed->rule[1] = cell && !child->frame->container ? child->frame->width
                                                                      : around.x2;
            child->placed->rule[2] = title.y1;
        }
        jutu_box_unite(&cells[i].bounds, &title);
        child->placed->all = jutu_rect_of(&cells[i].bounds);
    }
}

/* Places a container's children and what stands around them. @return their bounds */
static JutuBox place_cells(JutuPlot *plot)
{
    JutuArena *arena = plot->frame->chart->arena;
    JutuGridItem *cells = jutu_new(arena, JutuGridItem, plot->n_children + 1);
    for (size_t i = 0; i < plot->n_children; i++)
        cells[i].bounds = place_view(plot->children[i], false);
    if (plot->frame->room->page)
        place_panel_titles(plot, cells);
    for (size_t i = 0; i < plot->n_children; i++) {
        JutuPlot *child = plot->children[i];
        jutu_box_grow(&cells[i].bounds, outline_reach(child));
        if (!child->frame->container) {
            cells[i].width = fmax(child->frame->width, 0);
            cells[i].height = fmax(child->frame->height, 0);
        }
    }
    JutuBox bounds = jutu_headers_place(plot, &plot->frame->grid, cells);
    JutuBox above = jutu_above_place(plot, cells);
    jutu_box_unite(&bounds, &above);
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

/* Titles above axes: legends keep clear of them on all sides. */
static void add_above(JutuPlot *plot, Bounds *bounds)
{
    JutuBox above = jutu_above_place(plot, NULL);
    bounds->x.x1 = fmin(bounds->x.x1, above.x1);
    bounds->x.x2 = fmax(bounds->x.x2, above.x2);
    bounds->y.y1 = fmin(bounds->y.y1, above.y1);
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
    plot->placed->rule[0] = plot->placed->rule[1] = plot->placed->rule[2] = NAN;
    Bounds bounds = { view, view, view };
    if (plot->frame->container) {
        JutuBox cells = place_cells(plot);
        jutu_box_unite(&bounds.x, &cells);
        jutu_box_unite(&bounds.y, &cells);
    } else {
        add_marks(plot, &bounds);
        add_axes(plot, &bounds);
        add_above(plot, &bounds);
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

/* One direction of viewSizeLayout(): from the plot's extent to the page's. */
static double page_size(const JutuPlot *root, int i, double *origin, double *area)
{
    const JutuPageAsked *asked = root->frame->page;
    double room = root->frame->room->across; /* instead of the given width; 0: none */
    const JutuRect *all = &root->placed->all;
    double given = root->frame->container ? 0
                                          : fmax(i ? root->frame->height : root->frame->width, 0);
    double start = i ? all->y : all->x, end = start + (i ? all->height : all->width);
    double before = fmax(0, jutu_round_up(-start)), behind = fmax(0, jutu_round_up(end - given));
    double both = asked->padding[i] + asked->padding[i + 2];
    double inside = i == 0 && room > 0 ? room - both : given - (asked->padding_inside ? both : 0);
    *area = given;
    if (asked->none) {
        before = 0;
        *area = inside;
    } else if (asked->fit[i]) {
        *area = fmax(0, inside - before - behind);
    } else {
        inside = given + before + behind;
    }
    *origin = asked->padding[i] + before;
    return fmax(0, inside + both);
}

/* The width of the plotting areas of a row that may be stretched. */
static double stretchable_width(const JutuPlot *plot)
{
    if (!plot->frame->container)
        return jutu_frame_is_stretchable(plot->frame) ? fmax(plot->frame->width, 0) : 0;
    size_t columns = plot->frame->grid.columns ? plot->frame->grid.columns : plot->n_children;
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
    *next = *frame->room;
    if (frame->room->page) {
        place_view(root, false);
        page->width = page_size(root, 0, &page->x, &(double){ 0 });
        page->height = page_size(root, 1, &page->y, &(double){ 0 });
        return jutu_page_fit(root, next);
    }
    place_view(root, frame->page->fit[0] || frame->page->fit[1]);
    if (frame->room->fitted && !frame->container)
        return false; /* Vega fits once: the page stays as it was then */
    if (frame->container && next->stretch == 0)
        next->stretch = stretch_to_fit(root);
    double fit[2];
    page->width = page_size(root, 0, &page->x, &fit[0]);
    page->height = page_size(root, 1, &page->y, &fit[1]);
    bool again = frame->container ? !frame->room->fitted && next->stretch != 1
                                  : fit[0] != frame->width || fit[1] != frame->height;
    next->fitted = true;
    next->fit[0] = frame->container ? NAN : fit[0];
    next->fit[1] = frame->container ? NAN : fit[1];
    return again;
}
