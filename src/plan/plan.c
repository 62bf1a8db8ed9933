#include "plan/plan.h"

#include <string.h>

#include "plan/selection.h"

JutuResolve jutu_scale_resolve(const JutuPlan *plan, const JutuView *view, JutuChannel channel)
{
    JutuResolve settled = jutu_plan_view(plan, view)->resolve_scale[channel];
    if (settled != JUTU_RESOLVE_DEFAULT)
        return settled;
    if (view->kind == JUTU_VIEW_FACET)
        return channel == JUTU_THETA ? JUTU_RESOLVE_INDEPENDENT : JUTU_RESOLVE_SHARED;
    bool apart = view->kind == JUTU_VIEW_CONCAT &&
                 (jutu_is_xy(channel) || jutu_channels[channel].polar);
    return apart ? JUTU_RESOLVE_INDEPENDENT : JUTU_RESOLVE_SHARED;
}

JutuResolve jutu_guide_resolve(const JutuPlan *plan, const JutuView *view, JutuChannel channel)
{
    if (jutu_scale_resolve(plan, view, channel) == JUTU_RESOLVE_INDEPENDENT)
        return JUTU_RESOLVE_INDEPENDENT;
    JutuResolve resolve = jutu_is_xy(channel)
                              ? jutu_plan_view(plan, view)->resolve_axis[channel == JUTU_Y]
                              : view->resolve_legend[channel];
    return resolve == JUTU_RESOLVE_INDEPENDENT ? resolve : JUTU_RESOLVE_SHARED;
}

const JutuScalePlan *jutu_plan_scale(const JutuPlan *plan, const JutuView *view,
                                     JutuChannel channel)
{
    for (; view; view = view->parent) {
        const JutuScalePlan *scale = jutu_plan_view(plan, view)->scales[channel];
        if (scale && !scale->merged_into)
            return scale;
    }
    return NULL;
}

/* Resolves as the views ask for them, before they are settled. */
static void set_asked(JutuPlan *plan, const JutuView *view)
{
    JutuViewPlan *entry = &plan->views[view->index];
    memcpy(entry->resolve_scale, view->resolve_scale, sizeof(entry->resolve_scale));
    entry->resolve_axis[0] = view->resolve_axis[JUTU_X];
    entry->resolve_axis[1] = view->resolve_axis[JUTU_Y];
    for (size_t c = 0; c < view->n_children; c++)
        set_asked(plan, view->children[c]);
}

const JutuPlan *jutu_plan_new(const JutuChart *chart, const JutuParams *params,
                              const JutuView *root, size_t n_views)
{
    JutuPlan *plan = jutu_new(chart->arena, JutuPlan, 1);
    *plan = (JutuPlan){ .chart = chart,
                        .params = params,
                        .root = root,
                        .views = jutu_new(chart->arena, JutuViewPlan, n_views),
                        .n_views = n_views };
    set_asked(plan, root);
    jutu_scale_types_parse(plan, root);
    jutu_selections_find(plan);
    jutu_scale_domains_parse(plan, root);
    jutu_scale_props_parse(plan, root);
    jutu_scale_ranges_parse(plan, root);
    jutu_sizes_parse(plan, root);
    jutu_axis_resolves_parse(plan, root);
    plan->scope = jutu_plan_scope(plan);
    return plan;
}
