/* The state of selections, as data sets and as values of expressions. */
#include <string.h>

#include "base/fieldpath.h"
#include "base/json.h"
#include "expr/literal.h"
#include "plan/selection.h"

/* == Objects == */

static JutuObject *object_new(size_t most, JutuArena *arena)
{
    JutuObject *object = jutu_new(arena, JutuObject, 1);
    object->names = jutu_new(arena, const char *, most + 1);
    object->values = jutu_new(arena, JutuValue, most + 1);
    return object;
}

static JutuValue *member_of(JutuObject *object, const char *name)
{
    size_t i = 0;
    while (i < object->n && strcmp(object->names[i], name) != 0)
        i++;
    if (i == object->n) {
        ((const char **)object->names)[i] = name;
        ((JutuValue *)object->values)[i] = jutu_undefined();
        object->n++;
    }
    return (JutuValue *)&object->values[i];
}

/* == Stores == */

static JutuValue fields_of(const JutuSelection *selection, JutuArena *arena)
{
    JutuValue *fields = jutu_new(arena, JutuValue, selection->n_items + 1);
    for (size_t i = 0; i < selection->n_items; i++) {
        const JutuProjection *item = &selection->items[i];
        JutuObject *field = object_new(3, arena);
        *member_of(field, "field") = jutu_string(item->field);
        if (item->channel != JUTU_NO_CHANNEL)
            *member_of(field, "channel") = jutu_string(jutu_channels[item->channel].name);
        *member_of(field, "type") = jutu_string(item->type);
        fields[i] = jutu_object_value(field);
    }
    return jutu_array(fields, selection->n_items);
}

static JutuValue store_of(const JutuSelection *selection, JutuArena *arena)
{
    size_t n = selection->n_items;
    JutuValue *entries = jutu_new(arena, JutuValue, selection->n_entries + 1);
    JutuValue fields = fields_of(selection, arena);
    for (size_t e = 0; e < selection->n_entries; e++) {
        JutuObject *entry = object_new(3, arena);
        const JutuValue *values = selection->values + e * n;
        *member_of(entry, "unit") = jutu_string(selection->unit->name);
        if (selection->by_id) {
            *member_of(entry, selection->items[n - 1].field) = values[0];
        } else {
            *member_of(entry, "fields") = fields;
            *member_of(entry, "values") = jutu_array(values, n);
        }
        entries[e] = jutu_object_value(entry);
    }
    return jutu_array(entries, selection->n_entries);
}

static const JutuSelection *first_of(const JutuPlan *plan, const JutuSelection *selection)
{
    size_t i = 0;
    while (strcmp(plan->selections[i]->name, selection->name) != 0)
        i++;
    return plan->selections[i];
}

void jutu_selection_fill_store(const JutuPlan *plan, JutuSelection *selection)
{
    const JutuSelection *first = first_of(plan, selection);
    selection->store = first == selection ? store_of(selection, plan->chart->arena) : first->store;
}

static bool is_store(const char *name, const char *param)
{
    size_t length = strlen(param);
    return strncmp(name, param, length) == 0 && strcmp(name + length, "_store") == 0;
}

bool jutu_selection_store(const JutuPlan *plan, const char *name, JutuValue *out)
{
    for (size_t i = 0; i < plan->n_selections; i++) {
        const JutuSelection *selection = plan->selections[i];
        if (is_store(name, selection->name) || is_store(name, selection->given)) {
            *out = selection->store;
            return true;
        }
    }
    return false;
}

/* == Values (vlSelectionResolve) == */

static JutuValue listed_values(JutuValue value, JutuArena *arena)
{
    if (value.type == JUTU_ARRAY)
        return value;
    JutuValue *item = jutu_new(arena, JutuValue, 1);
    *item = value;
    return jutu_array(item, jutu_is_nullish(value) ? 0 : 1);
}

static JutuValue item_at(JutuValue list, size_t i)
{
    return i < list.length ? list.items[i] : jutu_undefined();
}

/* Both lists, without what the first has already. */
static JutuValue join_values(JutuValue base, JutuValue value, JutuArena *arena)
{
    JutuValue *items = jutu_new(arena, JutuValue, base.length + value.length + 1);
    size_t n = base.length;
    for (size_t i = 0; i < n; i++)
        items[i] = base.items[i];
    for (size_t i = 0; i < value.length; i++) {
        size_t k = 0;
        while (k < n && !jutu_equal_strict(items[k], value.items[i]))
            k++;
        if (k == n || base.length == 0)
            items[n++] = value.items[i];
    }
    return jutu_array(items, n);
}

static JutuValue as_number(JutuValue value)
{
    bool none = jutu_is_blank(value);
    return none ? jutu_null() : jutu_number(jutu_to_number(value));
}

/* The interval that spans both, its lower end first. */
static JutuValue join_ranges(JutuValue base, JutuValue value, JutuArena *arena)
{
    JutuValue low = as_number(item_at(value, 0)), high = as_number(item_at(value, 1));
    if (jutu_less(high, low) == 1) {
        low = item_at(value, 1);
        high = item_at(value, 0);
    }
    JutuValue *ends = jutu_new(arena, JutuValue, 2);
    bool first = base.length == 0;
    ends[0] = first || jutu_less(low, base.items[0]) == 1 ? low : base.items[0];
    ends[1] = first || jutu_less(base.items[1], high) == 1 ? high : base.items[1];
    return jutu_array(ends, 2);
}

/* {"or": [{field: value}, …]}: what points were selected, one by one. */
static JutuValue points_of(const JutuSelection *selection, JutuArena *arena)
{
    JutuValue *points = jutu_new(arena, JutuValue, selection->n_entries + 1);
    for (size_t e = 0; e < selection->n_entries; e++) {
        JutuObject *point = object_new(selection->n_items, arena);
        for (size_t i = 0; i < selection->n_items; i++)
            *member_of(point,
                       selection->items[i].field) = selection->values[e * selection->n_items + i];
        points[e] = jutu_object_value(point);
    }
    JutuObject *all = object_new(1, arena);
    *member_of(all, "or") = jutu_array(points, selection->n_entries);
    return jutu_object_value(all);
}

/* Whether the view is alone, or a layer of the only one: else scales that a selection moves are
 * known to the view alone. */
static bool stands_alone(const JutuView *unit)
{
    const JutuView *parent = unit->parent;
    while (parent && parent->kind == JUTU_VIEW_LAYER)
        parent = parent->parent;
    return !parent;
}

static JutuValue value_of(const JutuSelection *selection, JutuArena *arena)
{
    JutuObject *value = object_new(selection->n_items + 1, arena);
    if (selection->moves_scales && !stands_alone(selection->unit))
        return jutu_object_value(value);
    for (size_t e = 0; e < selection->n_entries; e++) {
        for (size_t i = 0; i < selection->n_items; i++) {
            const JutuProjection *item = &selection->items[i];
            JutuValue *base = member_of(value, item->field);
            if (base->type != JUTU_ARRAY)
                *base = jutu_array(NULL, 0);
            JutuValue more = listed_values(selection->values[e * selection->n_items + i], arena);
            *base = item->type[0] == 'R' ? join_ranges(*base, more, arena)
                                         : join_values(*base, more, arena);
        }
    }
    if (!selection->interval && selection->n_entries > 0)
        *member_of(value, "vlPoint") = points_of(selection, arena);
    return jutu_object_value(value);
}

const JutuObject *jutu_selection_values(const JutuPlan *plan)
{
    JutuArena *arena = plan->chart->arena;
    JutuObject *values = object_new(plan->n_selections, arena);
    for (size_t i = 0; i < plan->n_selections; i++) {
        const JutuSelection *selection = plan->selections[i];
        if (first_of(plan, selection) == selection)
            *member_of(values, selection->name) = value_of(selection, arena);
    }
    return values;
}

/* == References == */

const JutuSelection *jutu_selection_find(const JutuPlan *plan, const JutuView *view,
                                         const char *name)
{
    for (; view; view = view->parent) {
        for (size_t i = plan->n_selections; i-- > 0;) {
            const JutuSelection *selection = plan->selections[i];
            if ((strcmp(selection->name, name) == 0 || strcmp(selection->given, name) == 0) &&
                jutu_view_is_within(selection->unit, view))
                return selection;
        }
    }
    return NULL;
}

/* The column that {"param", "field" or "encoding"} means; NULL: the param itself. */
static const char *extent_field(const JutuPlan *plan, const JutuView *view, const json_t *extent)
{
    const JutuSelection *selection = jutu_selection_find(plan, view,
                                                         jutu_json_string(extent, "param", ""));
    const char *field = jutu_json_string(extent, "field", NULL);
    if (!selection || selection->n_items == 0)
        return NULL;
    if (field)
        return jutu_fieldpath_escaped(field, view->chart->arena);
    JutuChannel channel = jutu_channel_find(jutu_json_string(extent, "encoding", ""));
    for (size_t i = 0; channel != JUTU_NO_CHANNEL && i < selection->n_items; i++) {
        if (selection->items[i].channel == channel)
            return selection->items[i].field;
    }
    return selection->items[0].field;
}

const char *jutu_selection_extent(const JutuPlan *plan, const JutuView *view, const json_t *extent)
{
    JutuArena *arena = view->chart->arena;
    const char *name = jutu_identifier(jutu_json_string(extent, "param", ""), arena);
    const char *field = extent_field(plan, view, extent);
    if (!field)
        return name;
    return jutu_expr_member(name, field, arena);
}

json_t *jutu_selection_bin(const JutuPlan *plan, const JutuView *view, const json_t *bin)
{
    const json_t *extent = json_object_get(bin, "extent");
    const char *param = jutu_json_string(extent, "param", NULL);
    if (!param)
        return json_incref((json_t *)bin);
    json_t *copy = json_copy((json_t *)bin);
    json_object_set_new(copy, "extent",
                        json_pack("{s:s, s:s*}", "param",
                                  jutu_identifier(param, view->chart->arena), "field",
                                  extent_field(plan, view, extent)));
    return copy;
}

static void collect_needs(const JutuPlan *plan, const JutuView *view, const json_t *predicate,
                          json_t *list)
{
    static const char *const parts[] = { "and", "or", "not", "test" };
    const char *name = jutu_json_string(predicate, "param", NULL);
    const JutuSelection *selection = name ? jutu_selection_find(plan, view, name) : NULL;
    if (selection && selection->n_entries > 0 && selection->time_units)
        json_array_extend(list, selection->time_units);
    for (size_t i = 0; json_is_object(predicate) && i < G_N_ELEMENTS(parts); i++)
        collect_needs(plan, view, json_object_get(predicate, parts[i]), list);
    for (size_t i = 0; i < json_array_size(predicate); i++)
        collect_needs(plan, view, json_array_get(predicate, i), list);
}

json_t *jutu_selection_needs(const JutuPlan *plan, const JutuView *view, const json_t *predicate)
{
    json_t *list = json_array();
    collect_needs(plan, view, predicate, list);
    if (json_array_size(list))
        return list;
    json_decref(list);
    return NULL;
}

const char *jutu_selection_legend_test(const JutuPlan *plan, const JutuView *unit,
                                       JutuChannel channel)
{
    const JutuChart *chart = unit->chart;
    const JutuChannelDef *def = jutu_field_def(unit->encoding.defs[channel]);
    g_autoptr(GString) test = g_string_new(NULL);
    for (size_t i = 0; def && def->field && i < plan->n_selections; i++) {
        const JutuSelection *selection = plan->selections[i];
        if (selection->unit != unit || !selection->in_legends ||
            (strcmp(selection->items[0].given, def->field) != 0 &&
             selection->items[0].channel != channel))
            continue;
        const char *values = jutu_expr_member(selection->name, def->field, chart->arena);
        g_string_append_printf(test,
                               "%s(!length(data(\"%s_store\")) || "
                               "(%s && indexof(%s, datum.value) >= 0))",
                               test->len ? " || " : "", selection->name, values, values);
    }
    return test->len ? jutu_arena_strdup(chart->arena, test->str) : NULL;
}
