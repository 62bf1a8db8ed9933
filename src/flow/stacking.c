/* Stacks, valid rows and facets: what the flow does after grouping. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/number.h"
#include "expr/literal.h"
#include "flow/node.h"
#include "plan/invalid.h"
#include "view/encoding.h"

static bool list_has(const json_t *list, const char *text)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (strcmp(json_string_value(json_array_get(list, i)), text) == 0)
            return true;
    }
    return false;
}

/* How a theme has the parts of a stack in the order of their scale: the first at zero; owned, NULL:
 * it leaves them as they are. */
static json_t *themed_sort(const JutuView *unit, const char *path)
{
    const JutuContext *context = unit->chart->context;
    for (size_t i = 0; i < unit->stack->n_by; i++) {
        const JutuChannelDef *def = unit->stack->by[i];
        if (strcmp(def->path.value, path) != 0)
            continue;
        if (jutu_def_has_own_order(def, context))
            return json_pack("{s:s, s:s}", "field", path, "own",
                             def->type == JUTU_ORDINAL ? "numbers" : "names");
        if (json_is_array(def->sort) && jutu_rule_acts(context, JUTU_RULE_own_order))
            return json_pack("{s:s, s:O}", "field", path, "list", def->sort);
    }
    return NULL;
}

/* Parts stack in the order of `order`, else by their own columns: last on top of a y. */
static json_t *stack_sort(const JutuView *unit, const json_t *by)
{
    const JutuEncoding *encoding = &unit->encoding;
    json_t *sort = json_array();
    const JutuChannelDef *order = encoding->defs[JUTU_ORDER];
    const char *direction = unit->stack->field_channel == JUTU_Y ? "descending" : "ascending";
    if (order && order->is_field) {
        for (size_t i = 0; i < encoding->n_list[JUTU_ORDER]; i++) {
            order = encoding->list[JUTU_ORDER][i];
            direction = json_is_string(order->sort) ? json_string_value(order->sort) : "ascending";
            json_array_append_new(
                sort, json_pack("{s:s, s:s}", "field", order->path.value, "order", direction));
        }
        return sort;
    }
    if (order && json_is_string(order->sort))
        direction = json_string_value(order->sort);
    json_t *done = json_array();
    for (size_t i = 0; i < json_array_size(by); i++) {
        const char *field = json_string_value(json_array_get(by, i));
        json_t *key = order ? NULL : themed_sort(unit, field);
        if (!key)
            key = json_pack("{s:s, s:s}", "field", field, "order", direction);
        if (!list_has(done, field))
            json_array_append(sort, key);
        json_decref(key);
        json_array_append_new(done, json_string(field));
    }
    json_decref(done);
    return sort;
}

/* The middle of a bin, as only one field can be imputed by. */
static json_t *bin_middle(const JutuView *unit, const JutuChannelDef *def)
{
    double band = isnan(def->band_position) ? 0.5 : def->band_position;
    char near[JUTU_NUMBER_SIZE], far[JUTU_NUMBER_SIZE];
    jutu_number_print(band, near);
    jutu_number_print(1 - band, far);
    JutuArena *arena = unit->chart->arena;
    const char *start = jutu_expr_member("datum", def->column.value, arena);
    const char *end = jutu_expr_member("datum", def->column.end, arena);
    return json_pack("{s:o, s:s}", "calculate",
                     json_sprintf("isValid(%s) && isFinite(+%s) ? %s*%s+%s*%s : %s", start, start,
                                  near, start, far, end, start),
                     "as", def->column.mid);
}

/* Paths have a point of 0 wherever a part is missing. */
static void append_imputes(json_t *list, const JutuView *unit, const JutuChannelDef *def,
                           const json_t *by)
{
    bool binned = def->binning != JUTU_NOT_BINNED;
    if (binned)
        json_array_append_new(list, bin_middle(unit, def));
    const JutuChannelDef *measure = unit->encoding.defs[unit->stack->field_channel];
    json_array_append_new(list, json_pack("{s:s, s:s, s:s, s:i, s:O}", "impute",
                                          measure->path.value, "key", def->path.mid, "method",
                                          "value", "value", 0, "groupby", by));
}

static void append_groupby(json_t *groupby, const JutuView *unit, const JutuChannelDef *def)
{
    bool binned = def->binning != JUTU_NOT_BINNED;
    bool middle = binned && unit->stack->impute;
    json_array_append_new(groupby, json_string(middle ? def->path.mid : def->path.value));
    if (binned && !middle)
        json_array_append_new(groupby, json_string(def->path.end));
}

json_t *jutu_flow_stack(const JutuView *unit)
{
    const JutuStack *stack = unit->stack;
    if (!stack)
        return NULL;
    json_t *list = json_array(), *by = json_array(), *groupby = json_array();
    for (size_t i = 0; i < stack->n_by; i++)
        json_array_append_new(by, json_string(stack->by[i]->path.value));
    for (size_t i = 0; i < stack->n_groupby; i++) {
        const JutuChannelDef *def = unit->encoding.defs[stack->groupby_channels[i]];
        append_groupby(groupby, unit, def);
        if (stack->impute)
            append_imputes(list, unit, def, by);
    }
    const JutuChannelDef *measure = unit->encoding.defs[stack->field_channel];
    json_array_append_new(list,
                          json_pack("{s:s, s:o, s:o, s:s, s:[ss]}", "stack", measure->path.value,
                                    "groupby", groupby, "sort", stack_sort(unit, by), "offset",
                                    jutu_stack_offsets[stack->offset], "as",
                                    jutu_def_suffixed_column(measure, "start", unit->chart->arena),
                                    jutu_def_suffixed_column(measure, "end", unit->chart->arena)));
    json_decref(by);
    return list;
}

json_t *jutu_flow_invalid(const JutuPlan *plan, const JutuView *unit)
{
    g_autoptr(GHashTable) last = g_hash_table_new(g_str_hash, g_str_equal);
    json_t *fields = json_object();
    const JutuChannelDef *def;
    for (JutuFieldWalk walk = { 0 }; (def = jutu_next_field(&unit->encoding, &walk));) {
        JutuInvalid mode = jutu_invalid_of_channel(plan, unit, def->channel);
        bool scaled = jutu_channels[def->channel].range != JUTU_RANGE_NONE;
        if (!scaled || !def->field || mode == JUTU_INVALID_SHOW || mode == JUTU_ALWAYS_VALID)
            continue;
        /* of two channels of one field only the last is looked at */
        const char *before = g_hash_table_lookup(last, def->field);
        if (before)
            json_object_del(fields, before);
        const char *path = def->path.value;
        g_hash_table_insert(last, (char *)def->field, (char *)path);
        if (def->type == JUTU_QUANTITATIVE || def->type == JUTU_TEMPORAL)
            json_object_set_new(
                fields, path,
                json_string(def->type == JUTU_TEMPORAL ? "temporal" : "quantitative"));
    }
    if (json_object_size(fields))
        return fields;
    json_decref(fields);
    return NULL;
}

const char *const *jutu_flow_facet_columns(const JutuView *facet)
{
    static const JutuChannel channels[] = { JUTU_ROW, JUTU_COLUMN, JUTU_FACET };
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(channels); i++) {
        const JutuChannelDef *def = facet->encoding.defs[channels[i]];
        if (!def)
            continue;
        g_ptr_array_add(columns, (char *)def->path.value);
        if (def->binning == JUTU_BIN)
            g_ptr_array_add(columns, (char *)def->path.end);
    }
    g_ptr_array_add(columns, NULL);
    return (const char *const *)jutu_copy(facet->chart->arena, char *, columns->pdata,
                                          columns->len);
}

json_t *jutu_flow_facet_sort(const JutuView *facet)
{
    static const JutuChannel channels[] = { JUTU_ROW, JUTU_COLUMN };
    JutuArena *arena = facet->chart->arena;
    if (!facet->encoding.defs[JUTU_ROW] || !facet->encoding.defs[JUTU_COLUMN])
        return NULL;
    json_t *list = json_array();
    for (size_t i = 0; i < G_N_ELEMENTS(channels); i++) {
        const JutuChannelDef *def = facet->encoding.defs[channels[i]];
        const char *field = json_is_object(def->sort) ? jutu_json_string(def->sort, "field", NULL)
                                                      : NULL;
        if (!jutu_facet_sorts_by_rows(def))
            continue;
        const char *op = jutu_json_string(def->sort, "op", NULL);
        const char *groupby = def->path.value;
        const char *as = jutu_arena_printf(arena, "%s_by_%s", jutu_op_column(op, field, arena),
                                           def->column.value);
        json_array_append_new(list, json_pack("{s:[{s:s, s:s*, s:s}], s:[s]}", "joinaggregate",
                                              "op", op ? op : "min", "field", field, "as", as,
                                              "groupby", groupby));
    }
    if (json_array_size(list))
        return list;
    json_decref(list);
    return NULL;
}
