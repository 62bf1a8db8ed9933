/* Whether the axes of layers are one each: where they go by one scale, unless their definitions ask
 * for different sides. Marks need to know it, as well as guides. */
#include <string.h>

#include "base/json.h"
#include "plan/plan.h"

/* The side that a unit's axis is told to be on, one text for each; NULL: it isn't told. */
static const char *given_side(const JutuChannelDef *def)
{
    static const char *const sides[] = { "top", "bottom", "left", "right" };
    const char *side = jutu_json_string(def->guide, "orient", "");
    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
        if (strcmp(side, sides[i]) == 0)
            return sides[i];
    }
    return NULL;
}

/* Joins a layer's axes to those before it. @return false: they don't go together */
static bool join_sides(GPtrArray *merged, const GPtrArray *all, guint start)
{
    guint n = all->len - start;
    if (n > 0 && merged->len > 0 && merged->len != n)
        return false;
    for (guint a = 0; a < n; a++) {
        const char *side = all->pdata[start + a];
        if (merged->len < n)
            g_ptr_array_add(merged, (void *)side);
        else if (!merged->pdata[a])
            merged->pdata[a] = (void *)side;
        else if (side && side != merged->pdata[a])
            return false;
    }
    return true;
}

/* Appends the given sides of the axes that a unit or layer has along x (i = 0) or y. */
static void settle_sides(JutuPlan *plan, const JutuView *view, int i, GPtrArray *out)
{
    JutuChannel channel = i == 0 ? JUTU_X : JUTU_Y;
    if (view->kind == JUTU_VIEW_UNIT) {
        if (jutu_plan_view(plan, view)->scales[channel])
            g_ptr_array_add(
                out, (void *)given_side(jutu_field_or_datum_def(view->encoding.defs[channel])));
        return;
    }
    g_autoptr(GPtrArray) merged = g_ptr_array_new();
    guint first = out->len;
    bool shared = jutu_guide_resolve(plan, view, channel) == JUTU_RESOLVE_SHARED;
    for (size_t c = 0; c < view->n_children; c++) {
        guint start = out->len;
        settle_sides(plan, view->children[c], i, out);
        shared = shared && join_sides(merged, out, start);
    }
    if (!shared || merged->len == 0) {
        plan->views[view->index].resolve_axis[i] = JUTU_RESOLVE_INDEPENDENT;
        return;
    }
    g_ptr_array_set_size(out, (gint)first);
    for (guint a = 0; a < merged->len; a++)
        g_ptr_array_add(out, merged->pdata[a]);
}

void jutu_axis_resolves_parse(JutuPlan *plan, const JutuView *view)
{
    for (int i = 0; i < 2 && view->kind == JUTU_VIEW_LAYER; i++) {
        g_autoptr(GPtrArray) sides = g_ptr_array_new();
        settle_sides(plan, view, i, sides);
    }
    for (size_t c = 0; c < view->n_children && view->kind != JUTU_VIEW_LAYER; c++)
        jutu_axis_resolves_parse(plan, view->children[c]);
}
