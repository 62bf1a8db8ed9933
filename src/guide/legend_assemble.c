/*
 * Which plans become one legend: those of one view whose channels show the
 * same field (vega-lite's legend/assemble.ts).
 */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"
#include "guide/legend.h"

/* The field that all units below a view encode by a channel; NULL: none, or not the same. */
static const char *field_of(const JutuView *view, JutuChannel channel, bool *differ)
{
    const JutuChannelDef *def = view->kind == JUTU_VIEW_UNIT
                                    ? jutu_field_def(view->encoding.defs[channel])
                                    : NULL;
    const char *field = def ? def->field : NULL;
    for (size_t c = 0; !*differ && c < view->n_children; c++) {
        const char *other = field_of(view->children[c], channel, differ);
        *differ |= field && other && strcmp(field, other) != 0;
        field = field ? field : other;
    }
    return *differ ? NULL : field;
}

static const JutuScaleType *type_of(const JutuPlan *plan, const JutuView *view, JutuChannel channel)
{
    const JutuScalePlan *scale = jutu_plan_scale(plan, view, channel);
    return scale ? scale->type : NULL;
}

/* A legend that channels join. */
typedef struct {
    JutuLegendPlan *planned;
    const char *field; /* NULL: a legend by itself */
} Joined;

static bool goes_with(const JutuPlan *plan, const JutuView *view, const Joined *joined,
                      JutuChannel channel)
{
    const JutuScaleType *mine = type_of(plan, view, joined->planned->channel);
    const JutuScaleType *theirs = type_of(plan, view, channel);
    return mine && theirs && mine->discrete == theirs->discrete;
}

/* Adds the plain values that a channel's domain was given, each once; false if it was given none.
 */
static bool add_values(json_t *list, GHashTable *seen, const JutuScalePlan *scale)
{
    bool any = false;
    for (size_t d = 0; d < scale->n_domains; d++) {
        size_t i;
        json_t *value;
        json_array_foreach ((json_t *)scale->domains[d].values, i, value) {
            if (json_is_object(value) || json_is_array(value) || json_is_null(value))
                continue;
            any = true;
            if (g_hash_table_add(seen, json_dumps(value, JSON_ENCODE_ANY)))
                json_array_append(list, value);
        }
    }
    return any;
}

/* A legend of several discrete channels shows the values of all given domains. */
static void join_values(const JutuPlan *plan, const JutuView *view, JutuLegendPlan *into,
                        JutuChannel channel)
{
    const JutuScalePlan *mine = jutu_plan_scale(plan, view, into->channel);
    const JutuScalePlan *theirs = jutu_plan_scale(plan, view, channel);
    if (!mine->type->discrete || jutu_bag_is_explicit(&into->props, "values"))
        return;
    json_t *list = json_array();
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);
    bool both = add_values(list, seen, mine) && add_values(list, seen, theirs);
    if (both)
        jutu_bag_set(&into->props, "values", json_incref(list), false);
    json_decref(list);
}

static bool join(const JutuPlan *plan, const JutuView *view, Joined *joined,
                 const JutuLegendPlan *legend)
{
    if (!goes_with(plan, view, joined, legend->channel) ||
        !jutu_legend_merge(joined->planned, legend))
        return false;
    join_values(plan, view, joined->planned, legend->channel);
    return true;
}

static size_t by_order(const JutuViewGuides *entry, JutuLegendPlan *list[JUTU_N_CHANNELS])
{
    size_t n = 0;
    for (size_t order = 1; order <= JUTU_N_CHANNELS; order++) {
        for (size_t c = 0; c < JUTU_N_CHANNELS; c++) {
            if (entry->legends[c] && entry->legends[c]->order == order)
                list[n++] = entry->legends[c];
        }
    }
    return n;
}

/* Groups stand where their first legend came up. */
static size_t insert(Joined *all, size_t n, Joined joined)
{
    size_t at = n;
    for (size_t i = 0; joined.field && i < n; i++) {
        if (all[i].field && strcmp(all[i].field, joined.field) == 0)
            at = i + 1;
    }
    memmove(all + at + 1, all + at, (n - at) * sizeof(*all));
    all[at] = joined;
    return n + 1;
}

static void assemble(const JutuGuidePlan *guides, const JutuView *view, GPtrArray *out)
{
    JutuLegendPlan *list[JUTU_N_CHANNELS];
    Joined all[JUTU_N_CHANNELS + 1];
    size_t n_all = 0, n = by_order(jutu_guide_view(guides, view), list);
    for (size_t i = 0; i < n; i++) {
        bool differ = false, joined = false;
        const char *field = field_of(view, list[i]->channel, &differ);
        for (size_t k = 0; field && !joined && k < n_all; k++)
            joined = all[k].field && strcmp(all[k].field, field) == 0 &&
                     join(guides->plan, view, &all[k], list[i]);
        if (!joined)
            n_all = insert(all, n_all, (Joined){ jutu_legend_clone(list[i]), field });
    }
    for (size_t i = 0; i < n_all; i++) {
        if (json_is_true(jutu_bag_get(&all[i].planned->props, "disable")))
            continue;
        jutu_legend_encode_settle(all[i].planned);
        g_ptr_array_add(out, all[i].planned);
    }
    for (size_t c = 0; view->kind == JUTU_VIEW_LAYER && c < view->n_children; c++)
        assemble(guides, view->children[c], out);
}

JutuLegendPlan **jutu_legends_assemble(const JutuGuidePlan *guides, const JutuView *view)
{
    g_autoptr(GPtrArray) out = g_ptr_array_new();
    assemble(guides, view, out);
    JutuLegendPlan **list = jutu_new(view->chart->arena, JutuLegendPlan *, out->len + 1);
    if (out->len)
        memcpy(list, out->pdata, out->len * sizeof(*list));
    return list;
}
