/* Sizes of plotting areas: as given, by steps, as a layout asked for, or the config's. */
#include <math.h>

#include "base/json.h"
#include "base/limits.h"
#include "base/tick.h"
#include "frame/frame.h"

/* A view's side: more than any picture's, that scales with thousands of steps may take. */

const JutuSize *jutu_frame_settled_size(const JutuFrame *frame, int i)
{
    const JutuView *view = frame->view;
    const JutuSize *size = &jutu_plan_view(frame->plan, view)->size[i];
    while (size->kind == JUTU_SIZE_MERGED && view->parent) {
        view = view->parent;
        const JutuViewPlan *entry = jutu_plan_view(frame->plan, view);
        size = entry->child_size[i].kind ? &entry->child_size[i] : &entry->size[i];
    }
    return size;
}

static double default_size(const JutuChart *chart, int i)
{
    const json_t *own = jutu_config(chart, "view", i ? "height" : "width", NULL);
    if (!own)
        own = jutu_config(chart, "view", i ? "continuousHeight" : "continuousWidth", NULL);
    return json_is_number(own) ? json_number_value(own) : 300;
}

/* A property of a scale that isn't made yet. */
static double scale_number(const JutuFrame *frame, const JutuScalePlan *planned, const char *name,
                           double fallback, GError **error)
{
    JutuValue value = jutu_frame_value(frame, jutu_frame_reader(planned),
                                       jutu_bag_get(&planned->props, name), error);
    return value.type == JUTU_NUMBER ? value.number : fallback;
}

double jutu_frame_steps(const JutuFrame *frame, int i, GError **error)
{
    const JutuScalePlan *planned = jutu_plan_scale(frame->plan, frame->view, i ? JUTU_Y : JUTU_X);
    const JutuFrameScale *entry = jutu_frame_find(frame, planned);
    if (!entry)
        return 0;
    size_t n = entry->n_domain;
    if (!planned->type->discrete)
        jutu_domain_values(frame, planned, &n, error);
    double padding = scale_number(frame, planned, "padding", 0, error);
    double outer = scale_number(frame, planned, "paddingOuter", padding, error);
    double inner = planned->type->thin
                       ? 1
                       : scale_number(frame, planned, "paddingInner", padding, error);
    return jutu_band_space((double)n, inner, outer);
}

double jutu_frame_stepped_size(const JutuFrame *frame, int i, GError **error)
{
    const JutuScalePlan *planned = jutu_plan_scale(frame->plan, frame->view, i ? JUTU_Y : JUTU_X);
    if (!jutu_frame_find(frame, planned))
        return jutu_default_step(frame->chart, i);
    const json_t *range = jutu_bag_get(&planned->props, "range");
    double step = jutu_to_number(
        jutu_frame_value(frame, jutu_frame_reader(planned), json_object_get(range, "step"), error));
    return step * jutu_frame_steps(frame, i, error);
}

bool jutu_frame_is_stepped(const JutuFrame *frame, int i)
{
    return jutu_frame_settled_size(frame, i)->kind == JUTU_SIZE_STEP;
}

bool jutu_frame_is_stretchable(const JutuFrame *frame)
{
    const JutuSize *given = jutu_frame_settled_size(frame, 0);
    if (frame->container || !jutu_plan_scale(frame->plan, frame->view, JUTU_X))
        return false;
    return given->kind == JUTU_SIZE_CONTAINER || given->kind == JUTU_SIZE_NONE ||
           (given->kind == JUTU_SIZE_NUMBER && !given->is_explicit);
}

static double stretch_of(const JutuFrame *frame, int i)
{
    double stretch = i == 0 ? frame->room->stretch : 0;
    return stretch > 0 && jutu_frame_is_stretchable(frame) ? stretch : 1;
}

double jutu_frame_open_size(const JutuFrame *frame, int i, GError **error)
{
    const JutuSize *given = jutu_frame_settled_size(frame, i);
    if (given->kind == JUTU_SIZE_STEP)
        return jutu_frame_stepped_size(frame, i, error);
    return given->kind == JUTU_SIZE_NUMBER ? given->number : default_size(frame->chart, i);
}

static double unlimited_size(const JutuFrame *frame, int i, GError **error)
{
    if (!frame->parent && frame->room->fitted && !isnan(frame->room->fit[i]))
        return frame->room->fit[i];
    const JutuSize *given = jutu_frame_settled_size(frame, i);
    switch (given->kind) {
    case JUTU_SIZE_NUMBER:
        return given->number * stretch_of(frame, i);
    case JUTU_SIZE_STEP:
        return jutu_frame_stepped_size(frame, i, error);
    case JUTU_SIZE_NONE:
    case JUTU_SIZE_CONTAINER:
    case JUTU_SIZE_MERGED:
        break;
    }
    return default_size(frame->chart, i) * stretch_of(frame, i);
}

bool jutu_frame_size_make(JutuFrame *frame, int i, GError **error)
{
    GError *problem = NULL;
    double size = frame->room->page ? jutu_page_size(frame, i, &problem)
                                    : unlimited_size(frame, i, &problem);
    if (!problem && size > JUTU_MOST_PX) /* the number of ticks goes with the size */
        jutu_chart_error(frame->chart, frame->view->given_size[i], JUTU_ERROR_SPEC, &problem,
                         "a view is at most %d px %s; make it smaller", JUTU_MOST_PX,
                         i ? "high" : "wide");
    if (problem) {
        g_propagate_error(error, problem);
        return false;
    }
    *(i ? &frame->height : &frame->width) = size;
    return true;
}

double jutu_frame_size(const JutuFrame *frame, int i)
{
    while (frame->container && frame->n_children)
        frame = frame->children[0]; /* the size of a facet's scales is that of its cells */
    return i ? frame->height : frame->width;
}
