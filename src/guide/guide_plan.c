#include "guide/guide_plan.h"

const JutuGuidePlan *jutu_guide_plan_new(const JutuPlan *plan)
{
    JutuArena *arena = plan->chart->arena;
    JutuGuidePlan *guides = jutu_new(arena, JutuGuidePlan, 1);
    *guides = (JutuGuidePlan){ plan, jutu_new(arena, JutuViewGuides, plan->n_views) };
    jutu_axes_parse(guides, plan->root);
    jutu_legends_parse(guides, plan->root);
    jutu_headers_parse(guides, plan->root);
    return guides;
}
