/* The scope of expressions once views are planned and before there are data. */
#include <string.h>

#include "plan/scales.h"
#include "plan/selection.h"

static bool host_call(void *self, const char *function, const JutuValue *args, size_t n,
                      JutuContext *context, JutuValue *out)
{
    const JutuPlan *plan = self;
    (void)context;
    return strcmp(function, "data") == 0 && n > 0 && args[0].type == JUTU_STRING &&
           jutu_selection_store(plan, args[0].string, out);
}

/* Sizes that the root has whatever the data are. */
static bool host_signal(void *self, const char *name, JutuValue *out, GError **error)
{
    static const char *const sizes[] = { "width", "height" };
    const JutuPlan *plan = self;
    (void)error;
    for (int i = 0; i < 2; i++) {
        const JutuSize *size = &jutu_plan_view(plan, plan->root)->size[i];
        if (strcmp(name, sizes[i]) == 0 && size->kind == JUTU_SIZE_NUMBER) {
            *out = jutu_number(size->number);
            return true;
        }
    }
    return false;
}

const JutuScope *jutu_plan_scope(const JutuPlan *plan)
{
    JutuExprHost *host = jutu_new(plan->chart->arena, JutuExprHost, 1);
    *host = (JutuExprHost){ host_call, host_signal, (void *)plan };
    return jutu_params_with(plan->params, jutu_selection_values(plan), host);
}
