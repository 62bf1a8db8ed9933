/* What expressions see once views are planned and before there are data. */
#include <string.h>

#include "plan/scales.h"
#include "plan/selection.h"

static bool host_call(void *self, const char *function, const JutuValue *args, size_t n,
                      JutuContext *context, JutuValue *out)
{
    const JutuChart *chart = self;
    (void)context;
    return strcmp(function, "data") == 0 && n > 0 && args[0].type == JUTU_STRING &&
           jutu_selection_store(chart, args[0].string, out);
}

/* Sizes that the root has whatever the data are. */
static bool host_signal(void *self, const char *name, JutuValue *out, GError **error)
{
    static const char *const sizes[] = { "width", "height" };
    const JutuChart *chart = self;
    (void)error;
    for (int i = 0; i < 2; i++) {
        const JutuSize *size = &chart->root->size[i];
        if (strcmp(name, sizes[i]) == 0 && size->kind == JUTU_SIZE_NUMBER) {
            *out = jutu_number(size->number);
            return true;
        }
    }
    return false;
}

const JutuScope *jutu_plan_scope(const JutuChart *chart, const JutuParams *params)
{
    JutuExprHost *host = jutu_new(chart->arena, JutuExprHost, 1);
    *host = (JutuExprHost){ host_call, host_signal, (void *)chart };
    return jutu_params_with(params, jutu_selections_resolve(chart), host);
}
