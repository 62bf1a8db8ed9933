/*
 * The plan: scales, sizes and selections as far as they can be settled without
 * data, kept by view; it knows no tables and no px. It is complete and const once
 * jutu_plan_new() has made it.
 */
#pragma once
#include "param/params.h"
#include "plan/scales.h"
#include "view/view.h"

typedef struct JutuSelection JutuSelection;

typedef enum {
    JUTU_SIZE_NONE,
    JUTU_SIZE_NUMBER,
    JUTU_SIZE_STEP,
    JUTU_SIZE_CONTAINER,
    JUTU_SIZE_MERGED
} JutuSizeKind;

/* width or height of a view (layoutsize): step is resolved with the scale. */
typedef struct {
    JutuSizeKind kind;
    double number;
    bool is_explicit;
} JutuSize;

/* The plan of one view. */
typedef struct {
    JutuScalePlan *scales[JUTU_N_CHANNELS];     /* its own, merged into an ancestor's or not; NULL:
                                                        none */
    JutuResolve resolve_scale[JUTU_N_CHANNELS]; /* settled where a view below has the scale */
    JutuResolve resolve_axis[2];                /* of x and y, settled where layers have axes */
    JutuSize size[2];                           /* 0: width, 1: height */
    JutuSize child_size[2];                     /* of a concat: what its children share */
} JutuViewPlan;

struct JutuPlan {
    const JutuChart *chart;
    const JutuParams *params;
    const JutuScope *scope; /* what expressions see once sizes and selections are known */
    const JutuView *root;
    JutuViewPlan *views; /* by JutuView.index */
    size_t n_views;
    const JutuSelection **selections; /* in the order of the views */
    size_t n_selections;
};

/*
 * Plans all views. In the arena; messages go to the context.
 */
const JutuPlan *jutu_plan_new(const JutuChart *chart, const JutuParams *params,
                              const JutuView *root, size_t n_views);

static inline const JutuViewPlan *jutu_plan_view(const JutuPlan *plan, const JutuView *view)
{
    return &plan->views[view->index];
}

/* The plan of a channel's scale, wherever it was merged to; NULL: the channel has no scale. */
const JutuScalePlan *jutu_plan_scale(const JutuPlan *plan, const JutuView *view,
                                     JutuChannel channel);

/* The resolve of a scale at a view, its default settled: JUTU_RESOLVE_SHARED or _INDEPENDENT. */
JutuResolve jutu_scale_resolve(const JutuPlan *plan, const JutuView *view, JutuChannel channel);
/* The same of its guide (parseGuideResolve). */
JutuResolve jutu_guide_resolve(const JutuPlan *plan, const JutuView *view, JutuChannel channel);

/* The scope of expressions once sizes and selections are known, in the arena: for
 * jutu_plan_new(). */
const JutuScope *jutu_plan_scope(const JutuPlan *plan);
