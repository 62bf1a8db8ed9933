/* Sizes on a page of the theme: what views ask for, how panels stand side by side, and a first
 * guess at widths, before the layout knows what else the page must hold. */
#include <math.h>

#include "base/json.h"
#include "frame/frame.h"

/* All in px. */
#define LEAST 16.0       /* of a plotting area */
#define BESIDE 45.0      /* what an axis takes, as a guess; with names twice as much */
#define WIDE_GAP 40.0    /* between two panels … */
#define NARROW_GAP 24.0  /* … and from three columns on */
#define ROW_GAP 28.0     /* between rows of panels */
#define OPEN_WIDTH 300.0 /* of a view that says nothing, as a share among others */
#define OPEN_STEP 36.0   /* likewise, of each of its categories */
#define STRIP 44.0       /* the height of a view without a y axis */
#define FEW_STEPS 9.0    /* so wide a category must be in panels, … */
#define GOOD_STEPS 22.0  /* … and should be */
#define LEAST_PANEL 85.0
#define GOOD_PANEL 150.0
#define BROAD_PANEL 320.0
#define PANEL_TEXT 50.0 /* what stands above and below a panel, as a guess */
#define PAGE_TEXT 110.0 /* likewise of a page, … */
#define TALL 1.7        /* … which is so high at most, by its plots' width */

void jutu_room_open(JutuRoom *room, const JutuPlan *plan)
{
    for (int i = 0; i < 2; i++) {
        room->sizes[i] = jutu_new(plan->chart->arena, double, plan->n_views + 1);
        for (size_t v = 0; v < plan->n_views; v++)
            room->sizes[i][v] = NAN;
    }
}

/* The scale of x or y; of layers with several the first one's. NULL: there is none. */
static const JutuScalePlan *scale_of(const JutuFrame *frame, JutuChannel channel)
{
    const JutuScalePlan *own = jutu_plan_scale(frame->plan, frame->view, channel);
    const JutuView *unit = own ? NULL : jutu_view_unit_with(frame->view, channel);
    return unit ? jutu_plan_scale(frame->plan, unit, channel) : own;
}

/* == Heights == */

/* How high a row of a list is by how many rows there are. */
typedef struct {
    double most, step;
} RowStep;

static double row_step(const RowStep *steps, double n)
{
    while (steps->most < n)
        steps++;
    return steps->step;
}

/* Whether a view has cells of colour: rects over two discrete scales. */
static bool has_cells(const JutuFrame *frame, const JutuView *view)
{
    for (size_t c = 0; view->kind == JUTU_VIEW_LAYER && c < view->n_children; c++) {
        if (has_cells(frame, view->children[c]))
            return true;
    }
    const JutuScalePlan *x = jutu_plan_scale(frame->plan, view, JUTU_X);
    return view->kind == JUTU_VIEW_UNIT && view->mark->kind == JUTU_ITEM_RECT &&
           !view->mark->oriented && x && x->type->discrete;
}

/* Rows within one step of y: those of an offset. */
static double rows_within(const JutuFrame *frame, GError **error)
{
    const JutuView *unit = jutu_view_unit_with(frame->view, JUTU_YOFFSET);
    const JutuScalePlan *planned = unit ? jutu_plan_scale(frame->plan, unit, JUTU_YOFFSET) : NULL;
    size_t n = 1;
    if (planned && planned->type->discrete)
        jutu_domain_values(frame, planned, &n, error);
    return fmax(1, (double)n);
}

static double listed_height(const JutuFrame *frame, double steps, GError **error)
{
    static const RowStep bars[] = {
        { 4, 46 }, { 8, 36 }, { 14, 30 }, { 20, 26 }, { INFINITY, 23 }
    };
    static const RowStep cells[] = { { 12, 40 }, { 20, 32 }, { INFINITY, 26 } };
    static const RowStep parts[] = { { 8, 22 }, { 20, 18 }, { INFINITY, 15 } };
    double within = rows_within(frame, error);
    if (within > 1)
        return steps * fmax(26, 1.5 * within * row_step(parts, steps * within));
    return steps * row_step(has_cells(frame, frame->view) ? cells : bars, steps);
}

/* Of a plot without rows, by its width. */
static double plot_height(double width)
{
    return round(fmax(110, fmin(380, 0.4 * width + 84)) / 10) * 10;
}

/* Where all side by side have the same. */
double jutu_page_room(const JutuFrame *frame)
{
    const JutuFrame *parent = frame->parent;
    if (!parent)
        return frame->room->across;
    double columns = fmax(1, (double)parent->columns);
    return (jutu_page_room(parent) - (columns - 1) * jutu_frame_spacing(parent, 0)) / columns;
}

static double open_height(const JutuFrame *frame, GError **error)
{
    const JutuScalePlan *y = scale_of(frame, JUTU_Y), *x = scale_of(frame, JUTU_X);
    double width = jutu_page_room(frame) - BESIDE;
    if (y && y->type->discrete)
        return listed_height(frame, fmax(1, jutu_frame_steps(frame, 1, error)), error);
    if (!y && x)
        return STRIP;
    return plot_height(width);
}

/* == Widths == */

static double open_width(const JutuFrame *frame, GError **error)
{
    const JutuScalePlan *x = scale_of(frame, JUTU_X);
    if (!x || !x->type->discrete)
        return OPEN_WIDTH;
    return fmax(120, fmin(2 * OPEN_WIDTH, OPEN_STEP * jutu_frame_steps(frame, 0, error)));
}

static double open_size(const JutuFrame *frame, int i, GError **error)
{
    if (i == 0)
        return open_width(frame, error);
    if (jutu_rule_acts(frame->chart->context, JUTU_RULE_page_height))
        return open_height(frame, error);
    return jutu_frame_open_size(frame, 1, error);
}

static bool is_listed(const JutuFrame *frame)
{
    const JutuScalePlan *y = scale_of(frame, JUTU_Y);
    return y && y->type->discrete;
}

static JutuAskedSize asked_size(const JutuFrame *frame, int i, GError **error)
{
    const JutuSize *given = jutu_frame_settled_size(frame, i);
    const JutuScalePlan *planned = jutu_plan_scale(frame->plan, frame->view, i ? JUTU_Y : JUTU_X);
    bool steps = planned && jutu_bag_is_explicit(&planned->props, "range") &&
                 json_object_get(jutu_bag_get(&planned->props, "range"), "step");
    if (given->kind == JUTU_SIZE_NUMBER && given->is_explicit)
        return (JutuAskedSize){ given->number, true, 0 };
    if (steps || (given->kind == JUTU_SIZE_STEP && given->is_explicit))
        return (JutuAskedSize){ jutu_frame_stepped_size(frame, i, error), true,
                                jutu_frame_steps(frame, i, error) };
    return (JutuAskedSize){ open_size(frame, i, error), false, 0 };
}

double jutu_page_size(JutuFrame *frame, int i, GError **error)
{
    double known = frame->room->sizes[i][frame->view->index];
    frame->asked[i] = asked_size(frame, i, error);
    if (i == 1)
        return frame->asked[1].px * (isnan(known) ? 1 : known);
    if (!isnan(known))
        return known;
    /* marks may stand at px of the width that is given, and would hang out of a narrower plot */
    bool pixels = frame->asked[0].given && frame->asked[0].px >= jutu_page_room(frame);
    return fmax(LEAST, jutu_page_room(frame) - (pixels ? 0 : (is_listed(frame) ? 2 : 1) * BESIDE));
}

/* == Panels == */

/* How many categories stand side by side in each panel of a facet; 0: none do. */
static double steps_across(const JutuFrame *container)
{
    const JutuView *view = container->view;
    const JutuScalePlan *planned = view->kind == JUTU_VIEW_FACET
                                       ? jutu_plan_scale(container->plan, view->children[0], JUTU_X)
                                       : NULL;
    size_t n = 0;
    if (planned && planned->type->discrete)
        jutu_domain_values(container, planned, &n, NULL);
    return (double)n;
}

/* What is against so many columns: panels too narrow or broad, many rows or more than the page is
 * high, empty places. */
static double columns_cost(const JutuFrame *container, double width, double n, double columns,
                           double good)
{
    double rows = ceil(n / columns), narrow = fmax(0, good - width) / 20;
    double broad = fmax(0, width - BROAD_PANEL) / 60;
    double most = fmax(PANEL_TEXT, TALL * container->room->across - PAGE_TEXT);
    double tall = fmax(0, rows * (plot_height(width) + PANEL_TEXT) / most - 1);
    return narrow * narrow + broad + 2.5 * fmax(0, rows - 3) + 20 * tall + 2 * (rows * columns - n);
}

/* Whether the spec leaves it open, and a row (hconcat) is too narrow. */
static bool is_open(const JutuFrame *container, size_t n, double least)
{
    const JutuView *view = container->view;
    bool row = json_object_get(view->spec, "hconcat") ||
               json_object_get(json_object_get(view->spec, "facet"), "column");
    double all = jutu_page_room(container) / (double)MAX(n, 1);
    return container->room->page && view->columns == 0 && !view->encoding.defs[JUTU_ROW] &&
           !view->encoding.defs[JUTU_COLUMN] &&
           jutu_rule_acts(container->chart->context, JUTU_RULE_page_columns) &&
           (!row || all < least);
}

size_t jutu_page_columns(const JutuFrame *container, size_t n)
{
    double steps = steps_across(container), all = jutu_page_room(container);
    double least = fmax(fmin(LEAST_PANEL, 0.2 * all), FEW_STEPS * steps);
    double good = fmax(GOOD_PANEL, GOOD_STEPS * steps), best = INFINITY;
    bool shared = container->view->kind == JUTU_VIEW_FACET;
    size_t columns = 1;
    if (!is_open(container, n, LEAST_PANEL + NARROW_GAP))
        return 0;
    for (size_t c = 1; c <= n; c++) {
        double gap = c > 2 ? NARROW_GAP : WIDE_GAP, most = (double)c;
        double beside = BESIDE * (shared ? 1 : most);
        double width = (all - gap * (most - 1) - beside) / most;
        double cost = columns_cost(container, width, (double)n, most, good);
        if ((c == 1 || width >= least) && cost <= best) {
            best = cost;
            columns = c;
        }
    }
    return columns;
}

/* The gap between panels: narrower where there are more of them, or less room. */
double jutu_page_spacing(const JutuFrame *container, int i)
{
    double columns = fmax(1, (double)container->columns), all = jutu_page_room(container);
    if (i == 1)
        return ROW_GAP;
    return fmin(columns > 2 ? NARROW_GAP : WIDE_GAP, 0.25 * all / columns);
}
