/* Fitting plotting areas to a page of the theme: what is left of its width and height, after all
 * that stands around them, is shared out in the proportions that the spec has. */
#include <math.h>

#include "base/json.h"
#include "layout/layout_parts.h"

#define LEAST 16.0 /* px of a plotting area */

/* One direction of it. */
typedef struct {
    JutuRoom *next;
    int d;        /* 0: widths, 1: heights */
    bool all;     /* sizes that the spec gives give way, too */
    double *size; /* the room's entries to come; NaN: not yet */
} Fit;

/* Lanes of a container: columns for widths, rows for heights. */
typedef struct {
    const JutuPlot *plot;
    size_t columns, n;
    int d;
} Lanes;

static Lanes lanes_of(const JutuPlot *plot, int d)
{
    size_t columns = plot->frame->grid.columns ? plot->frame->grid.columns : plot->n_children;
    columns = MAX(columns, 1);
    return (Lanes){ plot, columns,
                    d == 0 ? MIN(columns, plot->n_children)
                           : (plot->n_children + columns - 1) / columns,
                    d };
}

static bool in_lane(const Lanes *lanes, size_t lane, size_t i)
{
    return lane == (lanes->d == 0 ? i % lanes->columns : i / lanes->columns);
}

static double size_of(const JutuPlot *plot, int d)
{
    return fmax(d ? plot->frame->height : plot->frame->width, 0);
}

static bool gives_way(const Fit *fit, const JutuFrame *frame)
{
    return fit->all || !frame->asked[fit->d].given;
}

/* How much of a plot's extent may change, and its weight among others. */
static double open_extent(const Fit *fit, const JutuPlot *plot, bool weight)
{
    if (!plot->frame->container) {
        double px = weight ? plot->frame->asked[fit->d].px : size_of(plot, fit->d);
        return gives_way(fit, plot->frame) ? px : 0;
    }
    Lanes lanes = lanes_of(plot, fit->d);
    double sum = 0;
    for (size_t lane = 0; lane < lanes.n; lane++) {
        double most = 0;
        for (size_t i = 0; i < plot->n_children; i++) {
            if (in_lane(&lanes, lane, i))
                most = fmax(most, open_extent(fit, plot->children[i], weight));
        }
        sum += most;
    }
    return sum;
}

/* How far a plot reaches beyond its origin. */
static double far_end(const JutuPlot *plot, int d)
{
    const JutuRect *all = &plot->placed->all;
    return fmax(0, jutu_round_up(d ? all->y + all->height : all->x + all->width));
}

/* A room's entry that stands for so many px of a plot. */
static double entry_of(const Fit *fit, const JutuFrame *frame, double px)
{
    return fit->d == 0 ? px : px / frame->asked[1].px;
}

/* Views of a template have one entry: the least of what its cells could have. */
static void set_size(const Fit *fit, const JutuFrame *frame, double px)
{
    double *size = &fit->size[frame->view->index];
    double entry = entry_of(fit, frame, fmax(px, LEAST));
    *size = isnan(*size) ? entry : fmin(*size, entry);
}

/* What the spec gives is a share of the widest that it gives in the lane; else all of it is. */
static double share_in_lane(const Fit *fit, const Lanes *lanes, size_t lane, const JutuFrame *frame)
{
    double most = 0;
    for (size_t i = 0; i < lanes->plot->n_children; i++) {
        const JutuFrame *other = lanes->plot->children[i]->frame;
        if (in_lane(lanes, lane, i) && !other->container && other->asked[fit->d].given)
            most = fmax(most, other->asked[fit->d].px);
    }
    const JutuAskedSize *asked = &frame->asked[fit->d];
    return asked->given && asked->px > 0 && most > 0 ? asked->px / most : 1;
}

static void fit_plot(const Fit *fit, const JutuPlot *plot, double delta);

/* Makes a lane's plots reach `delta` farther, together with what they leave of it now. */
static void fit_lane(const Fit *fit, const Lanes *lanes, size_t lane, double delta)
{
    const JutuPlot *plot = lanes->plot;
    bool all = plot->frame->grid.align[fit->d] == JUTU_GRID_ALL;
    double end = 0;
    for (size_t i = 0; i < plot->n_children; i++) {
        if (all || in_lane(lanes, lane, i))
            end = fmax(end, far_end(plot->children[i], fit->d));
    }
    for (size_t i = 0; i < plot->n_children; i++) {
        const JutuPlot *child = plot->children[i];
        if (!in_lane(lanes, lane, i))
            continue;
        double more = delta + end - far_end(child, fit->d);
        if (child->frame->container)
            fit_plot(fit, child, more);
        else if (gives_way(fit, child->frame))
            set_size(fit, child->frame, /* in a grid, whose lanes begin at whole px */
                     floor(share_in_lane(fit, lanes, lane, child->frame) *
                           (size_of(child, fit->d) + more)));
    }
}

/* Makes a plot `delta` px larger. */
static void fit_plot(const Fit *fit, const JutuPlot *plot, double delta)
{
    if (!plot->frame->container) {
        if (gives_way(fit, plot->frame))
            set_size(fit, plot->frame, size_of(plot, fit->d) + delta);
        return;
    }
    Lanes lanes = lanes_of(plot, fit->d);
    bool even = fit->d == 0 && plot->frame->view->kind == JUTU_VIEW_FACET;
    double open = open_extent(fit, plot, false), weights = open_extent(fit, plot, true);
    for (size_t lane = 0; lane < lanes.n; lane++) {
        double now = 0, weight = 0;
        for (size_t i = 0; i < plot->n_children; i++) {
            if (!in_lane(&lanes, lane, i))
                continue;
            now = fmax(now, open_extent(fit, plot->children[i], false));
            weight = fmax(weight, open_extent(fit, plot->children[i], true));
        }
        double share = even ? 1 / (double)lanes.n : weights > 0 ? weight / weights : 0;
        fit_lane(fit, &lanes, lane, share * fmax(0, open + delta) - now);
    }
}

static bool moved(const Fit *fit, const JutuPlot *plot)
{
    double next = fit->size[plot->frame->view->index];
    bool any = !plot->frame->container && !isnan(next) &&
               fabs(next - entry_of(fit, plot->frame, size_of(plot, fit->d))) > 1e-4;
    for (size_t i = 0; i < plot->n_children && !any; i++)
        any = moved(fit, plot->children[i]);
    return any;
}

/* Sizes one direction so that the root's extent comes to `room`. @return whether any changes */
static bool fit_root(const JutuPlot *root, JutuRoom *next, int d, double room, bool all)
{
    const JutuPlan *plan = root->frame->plan;
    const JutuRect *bounds = &root->placed->all;
    double extent = d ? bounds->height : bounds->width;
    Fit fit = { next, d, all, jutu_new(root->frame->chart->arena, double, plan->n_views + 1) };
    for (size_t i = 0; i < plan->n_views; i++)
        fit.size[i] = NAN;
    if (isfinite(extent))
        fit_plot(&fit, root, room - extent);
    for (size_t i = 0; i < plan->n_views; i++)
        fit.size[i] = isnan(fit.size[i]) ? next->sizes[d][i] : fit.size[i];
    next->sizes[d] = fit.size;
    return moved(&fit, root);
}

/* The most rows that are listed below each other. */
static double listed_rows(const JutuPlot *plot)
{
    const JutuFrame *frame = plot->frame;
    if (!frame->container) {
        const JutuScalePlan *y = jutu_plan_scale(frame->plan, frame->view, JUTU_Y);
        const JutuScale *scale = y && y->type->discrete
                                     ? jutu_frame_scale(frame, frame->view, JUTU_Y)
                                     : NULL;
        return scale ? (double)scale->n_domain : 0;
    }
    Lanes lanes = lanes_of(plot, 1);
    double sum = 0;
    for (size_t lane = 0; lane < lanes.n; lane++) {
        double most = 0;
        for (size_t i = 0; i < plot->n_children; i++) {
            if (in_lane(&lanes, lane, i))
                most = fmax(most, listed_rows(plot->children[i]));
        }
        sum += most;
    }
    return sum;
}

bool jutu_page_fit(JutuPlot *root, JutuRoom *next)
{
    enum { LONG_LIST = 20 };
    const JutuRoom *room = root->frame->room;
    double height = root->placed->all.height;
    bool again = fit_root(root, next, 0, room->across, true);
    if (room->down > 0)
        again |= fit_root(root, next, 1, room->down, true);
    else if (room->most_down > 0 && height > room->most_down && listed_rows(root) <= LONG_LIST)
        again |= fit_root(root, next, 1, room->most_down, false);
    return again;
}

/* == What came of it == */

static const char *place_of(const JutuFrame *frame, int d)
{
    const JutuChart *chart = frame->chart;
    const JutuChannelDef *facet = frame->view->encoding.defs[JUTU_FACET];
    const json_t *given = facet ? facet->json : frame->view->given_size[d];
    return jutu_pointer_of(chart->source, given ? given : frame->view->spec, chart->arena);
}

static void explain_area(const JutuPlot *plot)
{
    const JutuFrame *frame = plot->frame;
    JutuContext *context = frame->chart->context;
    const JutuAskedSize *width = &frame->asked[0], *height = &frame->asked[1];
    const char *place = place_of(frame, 0);
    jutu_why(context, JUTU_RULE_page_width, place, "the plot is %.0f px wide", frame->width);
    if (!height->given && jutu_rule_acts(context, JUTU_RULE_page_height))
        jutu_why(context, JUTU_RULE_page_height, place, "the plot is %.0f px high", frame->height);
    if (width->steps > 0 && frame->width < width->px - 0.5)
        jutu_warn(context, JUTU_RULE_page_width, place,
                  "steps of %.4g px don't fit the page; they are %.4g px wide",
                  width->px / width->steps, frame->width / width->steps);
}

static void explain_plot(const JutuPlot *plot)
{
    const JutuFrame *frame = plot->frame;
    if (!frame->container)
        explain_area(plot);
    else if (jutu_page_columns(frame, plot->n_children) > 0)
        jutu_why(frame->chart->context, JUTU_RULE_page_columns, place_of(frame, 0),
                 "%zu panels stand in %zu columns", plot->n_children, frame->columns);
    size_t n = frame->view->kind == JUTU_VIEW_FACET ? MIN(plot->n_children, 1) : plot->n_children;
    for (size_t i = 0; i < n; i++)
        explain_plot(plot->children[i]);
}

void jutu_page_explain(const JutuPlot *root)
{
    const JutuRoom *room = root->frame->room;
    double wide = root->placed->all.width;
    explain_plot(root);
    if (wide > room->across + 1)
        jutu_warn(root->frame->chart->context, JUTU_RULE_page_width, "",
                  "the chart is %.0f px wider than the page; widen it by usermeta.jutu.width, or "
                  "show less",
                  ceil(wide - room->across));
}
