/* Widths and heights of the view tree (vega-lite's layoutsize): what is given, shared and
 * defaulted. */
#include <string.h>

#include "base/json.h"
#include "plan/plan.h"
#include "view/encoding.h"

static const char *const size_names[2] = { "width", "height" };
static const JutuChannel size_channels[2] = { JUTU_X, JUTU_Y };

static bool is_step(const json_t *json)
{
    return json_is_object(json) && json_object_get(json, "step");
}

/* A size of config.view: width (of old), continuousWidth or discreteWidth. */
static const json_t *view_size(const JutuChart *chart, int i, bool discrete)
{
    static const char *const names[2][2] = { { "continuousWidth", "discreteWidth" },
                                             { "continuousHeight", "discreteHeight" } };
    const json_t *size = jutu_config(chart, "view", size_names[i], NULL);
    return size ? size : jutu_config(chart, "view", names[i][discrete], NULL);
}

double jutu_default_step(const JutuChart *chart, int i)
{
    const json_t *size = view_size(chart, i, true);
    if (!size)
        return jutu_json_number(jutu_config(chart, "view", NULL), "step", 20);
    return is_step(size) ? jutu_json_number(size, "step", 20) : 20;
}

static JutuSize number_size(const JutuChart *chart, const JutuScope *early, const json_t *json)
{
    JutuValue value = jutu_chart_value(chart, early, json);
    return (JutuSize){ JUTU_SIZE_NUMBER, jutu_to_number(value), false };
}

static JutuSize default_size(const JutuPlan *plan, const JutuView *unit, int i)
{
    const JutuChart *chart = unit->chart;
    const JutuScalePlan *scale = jutu_plan_scale(plan, unit, size_channels[i]);
    const json_t *discrete = view_size(chart, i, true);
    bool steps = !discrete || is_step(discrete);
    if (scale && scale->type->discrete) {
        if (steps || is_step(jutu_bag_get(&scale->props, "range")))
            return (JutuSize){ .kind = JUTU_SIZE_STEP };
        return number_size(chart, unit->early, discrete);
    }
    if (scale || unit->mark->kind == JUTU_ITEM_ARC)
        return number_size(chart, unit->early, view_size(chart, i, false));
    if (steps)
        return (JutuSize){ JUTU_SIZE_NUMBER, jutu_default_step(chart, i), false };
    return number_size(chart, unit->early, discrete);
}

static JutuSize unit_size(const JutuPlan *plan, const JutuView *unit, int i)
{
    const json_t *given = unit->given_size[i];
    if (!given)
        return default_size(plan, unit, i);
    if (is_step(given))
        return (JutuSize){ JUTU_SIZE_STEP, 0, true };
    if (json_is_string(given))
        return (JutuSize){ JUTU_SIZE_CONTAINER, 0, true };
    JutuSize size = number_size(unit->chart, unit->early, given);
    size.is_explicit = true;
    return size;
}

static bool same_size(const JutuSize *a, const JutuSize *b)
{
    return a->kind == b->kind && (a->kind != JUTU_SIZE_NUMBER || a->number == b->number);
}

static bool is_independent(const JutuPlan *plan, const JutuView *view, JutuChannel channel)
{
    JutuResolve resolve = jutu_plan_view(plan, view)->resolve_scale[channel];
    if (resolve == JUTU_RESOLVE_DEFAULT)
        return view->kind == JUTU_VIEW_CONCAT;
    return resolve == JUTU_RESOLVE_INDEPENDENT;
}

/* A size that all children have becomes the parent's; else they keep their own. */
static void merge_children(JutuPlan *plan, const JutuView *view, int i, JutuSize *into)
{
    bool independent = is_independent(plan, view, size_channels[i]);
    JutuSize merged = { 0 };
    for (size_t c = 0; c < view->n_children; c++) {
        const JutuSize *size = &jutu_plan_view(plan, view->children[c])->size[i];
        if (independent &&
            (size->kind == JUTU_SIZE_STEP || (merged.kind && !same_size(&merged, size)))) {
            *into = (JutuSize){ 0 };
            return;
        }
        if (!merged.kind || (size->is_explicit && !merged.is_explicit))
            merged = *size;
    }
    *into = merged;
    for (size_t c = 0; c < view->n_children; c++)
        plan->views[view->children[c]->index].size[i] = (JutuSize){ .kind = JUTU_SIZE_MERGED };
}

void jutu_sizes_parse(JutuPlan *plan, const JutuView *view)
{
    JutuViewPlan *entry = &plan->views[view->index];
    for (size_t c = 0; c < view->n_children; c++)
        jutu_sizes_parse(plan, view->children[c]);
    bool is_hconcat = view->kind == JUTU_VIEW_CONCAT && view->columns == 0;
    bool is_vconcat = view->kind == JUTU_VIEW_CONCAT && view->columns == 1;
    for (int i = 0; i < 2; i++) {
        if (view->kind == JUTU_VIEW_UNIT)
            entry->size[i] = unit_size(plan, view, i);
        else if (view->kind == JUTU_VIEW_LAYER || (i == 0 && is_vconcat) || (i == 1 && is_hconcat))
            merge_children(plan, view, i, &entry->size[i]);
        else if (view->kind == JUTU_VIEW_CONCAT)
            merge_children(plan, view, i, &entry->child_size[i]);
    }
}
