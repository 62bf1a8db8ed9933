#include "guide/guide_plan.h"

#include "frame/frame.h"
#include "guide/units.h"

const JutuGuidePlan *jutu_guide_plan_new(const JutuPlan *plan)
{
    JutuArena *arena = plan->chart->arena;
    JutuGuidePlan *guides = jutu_new(arena, JutuGuidePlan, 1);
    *guides = (JutuGuidePlan){ plan, jutu_new(arena, JutuViewGuides, plan->n_views), NULL };
    jutu_axes_parse(guides, plan->root);
    jutu_legends_parse(guides, plan->root);
    jutu_headers_parse(guides, plan->root);
    return guides;
}

const JutuGuidePlan *jutu_guide_plan_for(const JutuGuidePlan *guides, const JutuFrame *root,
                                         GError **error)
{
    GError *problem = NULL;
    JutuGuidePlan *plan = jutu_copy(root->chart->arena, JutuGuidePlan, guides, 1);
    plan->units = jutu_units_new(guides, root, &problem);
    if (!problem)
        return plan;
    g_propagate_error(error, problem);
    return NULL;
}

bool jutu_guide_unit(const JutuGuidePlan *guides, const char **out)
{
    return jutu_units_of_page(guides->units, out);
}
