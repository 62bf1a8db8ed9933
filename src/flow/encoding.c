/* The demands of an encoding on the data: parsing, bins, time units, groups, stacks, valid rows. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/number.h"
#include "base/time.h"
#include "data/table.h"
#include "expr/literal.h"
#include "flow/node.h"
#include "plan/invalid.h"
#include "plan/selection.h"
#include "transform/aggregates.h"
#include "view/encoding.h"

static bool is_nested(const char *path, JutuArena *arena)
{
    const char *const *parts = jutu_field_split(path, arena);
    return parts[0] && parts[1];
}

static const char *sort_field(const JutuChannelDef *def)
{
    return json_is_object(def->sort) ? jutu_json_string(def->sort, "field", NULL) : NULL;
}

/* Whether what a channel of numbers shows is computed from the field's own numbers. */
static bool needs_numbers(const JutuChannelDef *def)
{
    return def->type == JUTU_QUANTITATIVE && !def->argument &&
           !(def->aggregate && jutu_aggregate_counts(def->aggregate));
}

static const char *implied_type(const JutuChannelDef *def, bool typed, JutuArena *arena)
{
    if (jutu_def_is_time_format(def))
        return "date";
    if (typed && needs_numbers(def) && !is_nested(def->field, arena))
        return "number";
    if (def->type == JUTU_QUANTITATIVE && def->aggregate && !def->argument &&
        jutu_aggregate_is_extreme(def->aggregate))
        return "number";
    return is_nested(def->field, arena) ? "flatten" : NULL;
}

/* Nested fields that the unit's selections go by. */
static void add_selected(const JutuPlan *plan, const JutuView *unit, json_t *implied)
{
    for (size_t s = 0; s < plan->n_selections; s++) {
        const JutuSelection *selection = plan->selections[s];
        for (size_t i = 0; selection->unit == unit && i < selection->n_items; i++) {
            const JutuProjection *item = &selection->items[i];
            if (item->channel == JUTU_NO_CHANNEL && is_nested(item->given, plan->chart->arena) &&
                !json_object_get(implied, item->given))
                json_object_set_new(implied, item->given, json_string("flatten"));
        }
    }
}

json_t *jutu_flow_implied_by_encoding(const JutuPlan *plan, const JutuView *view)
{
    JutuArena *arena = view->chart->arena;
    bool typed = jutu_rule_acts(view->chart->context, JUTU_RULE_typed_cells);
    json_t *implied = json_object();
    const JutuChannelDef *def;
    for (JutuFieldWalk walk = { 0 }; (def = jutu_next_field(&view->encoding, &walk));) {
        JutuChannelDef whole = *def;
        const JutuChannelDef *main = view->encoding.defs[jutu_channels[def->channel].main];
        if (def->type == JUTU_UNTYPED && main)
            whole.type = main->type; /* x2 is parsed as x is */
        const char *type = def->field ? implied_type(&whole, typed, arena) : NULL;
        bool yields = type && strcmp(type, "date") != 0 && (typed || strcmp(type, "flatten") == 0);
        if (type && !(yields && json_object_get(implied, def->field)))
            json_object_set_new(implied, def->field, json_string(type));
        const char *sort = sort_field(def);
        if (!type && sort && is_nested(sort, arena) && !json_object_get(implied, sort))
            json_object_set_new(implied, sort, json_string("flatten"));
    }
    add_selected(plan, view, implied);
    if (view->kind != JUTU_VIEW_UNIT || !view->mark->path || view->encoding.defs[JUTU_ORDER])
        return implied;
    bool lies = jutu_view_orient(view) == JUTU_HORIZONTAL;
    def = view->encoding.defs[lies ? JUTU_Y : JUTU_X]; /* a path is sorted by its dimension */
    if (def && def->is_field && def->type == JUTU_QUANTITATIVE && def->field &&
        !json_object_get(implied, def->field))
        json_object_set_new(implied, def->field, json_string("number"));
    return implied;
}

/* NULL instead of a list without items. */
static json_t *unless_empty(json_t *list)
{
    if (json_array_size(list) || json_object_size(list))
        return list;
    json_decref(list);
    return NULL;
}

/* The text of a bin that is drawn as a category: "10 – 20". */
static json_t *range_formula(const JutuView *view, const JutuChannelDef *def)
{
    const json_t *format, *format_type;
    jutu_def_format(def, &format, &format_type);
    if (!format)
        format = jutu_config(view->chart, "numberFormat", NULL);
    JutuArena *arena = view->chart->arena;
    const char *from = jutu_expr_member("datum", def->column.value, arena);
    const char *to = jutu_expr_member("datum", def->column.end, arena);
    const char *spec = jutu_expr_quote(json_is_string(format) ? json_string_value(format) : "",
                                       arena);
    json_t *formula = json_sprintf("!isValid(%s) || !isFinite(+%s) ? \"null\" : "
                                   "format(%s, %s) + \" – \" + format(%s, %s)",
                                   from, from, from, spec, to, spec);
    return json_pack("{s:o, s:s}", "calculate", formula, "as", def->column.range);
}

static bool has_transform(const json_t *list, const json_t *def)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (json_equal(json_array_get(list, i), def))
            return true;
    }
    return false;
}

static void append_once(json_t *list, json_t *def)
{
    if (!has_transform(list, def))
        json_array_append(list, def);
    json_decref(def);
}

/* A bin drawn as a category needs its text. */
static bool needs_range(const JutuChannelDef *def)
{
    return def->binning == JUTU_BIN && jutu_channels[def->channel].range != JUTU_RANGE_NONE &&
           (def->type == JUTU_ORDINAL || def->type == JUTU_NOMINAL);
}

json_t *jutu_flow_bins(const JutuPlan *plan, const JutuView *view)
{
    json_t *list = json_array();
    const JutuChannelDef *def;
    for (JutuFieldWalk walk = { 0 }; (def = jutu_next_field(&view->encoding, &walk));) {
        if (def->binning != JUTU_BIN || !def->field)
            continue;
        append_once(list,
                    json_pack("{s:o, s:s, s:[ss]}", "bin", jutu_selection_bin(plan, view, def->bin),
                              "field", def->field, "as", def->column.value, def->column.end));
        if (needs_range(def))
            append_once(list, range_formula(view, def));
    }
    return unless_empty(list);
}

/* timeOffset('month', datum['…'], step) of the unit's smallest part. */
static const char *offset_text(const JutuTimeUnitDef *unit, const char *name, bool back,
                               JutuArena *arena)
{
    static const struct {
        unsigned unit;
        const char *part;
        int step;
    } parts[] = { { JUTU_MILLISECONDS, "milliseconds", 1 },
                  { JUTU_SECONDS, "seconds", 1 },
                  { JUTU_MINUTES, "minutes", 1 },
                  { JUTU_HOURS, "hours", 1 },
                  { JUTU_DAY_OF_YEAR, "date", 1 },
                  { JUTU_DAY, "date", 1 },
                  { JUTU_DATE_OF_MONTH, "date", 1 },
                  { JUTU_WEEK, "date", 7 },
                  { JUTU_MONTH, "month", 1 },
                  { JUTU_QUARTER, "month", 3 },
                  { JUTU_YEAR, "year", 1 } };
    size_t i = 0;
    while (i + 1 < G_N_ELEMENTS(parts) && !(unit->units & parts[i].unit))
        i++;
    double step = (unit->step > 0 ? unit->step : 1) * parts[i].step;
    return jutu_arena_printf(arena, "%s('%s', %s, %g)", unit->utc ? "utcOffset" : "timeOffset",
                             parts[i].part, jutu_expr_member("datum", name, arena),
                             back ? -step : step);
}

/* Ends of a bar that stands off the middle of its band. */
static void append_offset_rect(json_t *list, const JutuView *view, const JutuTimeUnitDef *unit,
                               const char *start, double position)
{
    JutuArena *arena = view->chart->arena;
    const char *end = jutu_arena_printf(arena, "%s_end", start);
    const char *before = offset_text(unit, start, true, arena);
    const char *from = jutu_expr_member("datum", start, arena);
    const char *to = jutu_expr_member("datum", end, arena);
    double t = position + 0.5;
    char near[JUTU_NUMBER_SIZE], far[JUTU_NUMBER_SIZE];
    jutu_number_print(1 - t, near);
    jutu_number_print(t, far);
    json_array_append_new(
        list, json_pack("{s:o, s:s}", "calculate",
                        json_sprintf("%s * %s + %s * %s", near, before, far, from), "as",
                        jutu_arena_printf(arena, "%s_offsetted_rect_start", start)));
    json_array_append_new(list,
                          json_pack("{s:o, s:s}", "calculate",
                                    json_sprintf("%s * %s + %s * %s", near, from, far, to), "as",
                                    jutu_arena_printf(arena, "%s_offsetted_rect_end", start)));
}

static void append_time_unit(json_t *list, const JutuView *view, const JutuChannelDef *def)
{
    bool is_unit = view->kind == JUTU_VIEW_UNIT;
    bool rect = is_unit && view->mark->rect_based;
    double position = is_unit ? jutu_band_position(view, def, NULL) : NAN;
    const char *start = def->column.value;
    if (!def->time_unit.binned) {
        const json_t *unit = json_object_get(def->json, "timeUnit");
        append_once(
            list, json_pack("{s:O, s:s, s:s}", "timeUnit", unit, "field", def->field, "as", start));
    } else if (rect || (!isnan(position) && position != 0)) {
        JutuArena *arena = view->chart->arena;
        const char *end = jutu_arena_printf(arena, "%s_end", start);
        append_once(list, json_pack("{s:s, s:s}", "calculate",
                                    offset_text(&def->time_unit, start, false, arena), "as", end));
    } else {
        return;
    }
    if (rect && jutu_is_xy(def->channel) && !isnan(position) && position != 0.5)
        append_offset_rect(list, view, &def->time_unit, start, position);
}

json_t *jutu_flow_time_units(const JutuView *view)
{
    json_t *list = json_array();
    const JutuChannelDef *def;
    for (JutuFieldWalk walk = { 0 }; (def = jutu_next_field(&view->encoding, &walk));) {
        if (jutu_has_time_unit(def) && def->field)
            append_time_unit(list, view, def);
    }
    return unless_empty(list);
}

json_t *jutu_flow_sort_indices(const JutuView *view)
{
    json_t *indices = json_object();
    const JutuChannelDef *def;
    for (JutuFieldWalk walk = { 0 }; (def = jutu_next_field(&view->encoding, &walk));) {
        if (!json_is_array(def->sort) || !def->field)
            continue;
        const json_t *unit = json_object_get(def->json, "timeUnit");
        json_t *predicates = json_array();
        for (size_t i = 0; i < json_array_size(def->sort); i++) {
            json_t *predicate = json_pack("{s:s, s:O}", "field", def->field, "equal",
                                          json_array_get(def->sort, i));
            if (unit)
                json_object_set(predicate, "timeUnit", (json_t *)unit);
            json_array_append_new(predicates, predicate);
        }
        json_object_set_new(indices, jutu_def_sort_column(def, view->chart->arena), predicates);
    }
    return unless_empty(indices);
}

static void add_text(json_t *list, const char *text)
{
    append_once(list, json_string(text));
}

static void add_dimensions(json_t *groupby, const JutuView *unit, const JutuChannelDef *def)
{
    JutuChannel secondary = jutu_channels[def->channel].secondary;
    const JutuChannelDef *def2 = secondary == JUTU_NO_CHANNEL ? NULL
                                                              : unit->encoding.defs[secondary];
    const char *range_field = jutu_json_string(json_object_get(def->scale, "range"), "field", NULL);
    add_text(groupby, def->path.value);
    if (range_field)
        add_text(groupby, range_field);
    if (def->type == JUTU_UNTYPED || !jutu_has_band_end(unit, def, def2))
        return;
    add_text(groupby, jutu_def_suffixed_path(def, "end", unit->chart->arena));
    if (unit->mark->rect_based && jutu_is_xy(def->channel) &&
        jutu_band_position(unit, def, NULL) != 0.5) {
        add_text(groupby, jutu_def_suffixed_path(def, "offsetted_rect_start", unit->chart->arena));
        add_text(groupby, jutu_def_suffixed_path(def, "offsetted_rect_end", unit->chart->arena));
    }
    if (needs_range(def))
        add_text(groupby, def->path.range);
}

static void add_measures(json_t *measures, const JutuView *unit, const JutuChannelDef *def)
{
    JutuArena *arena = unit->chart->arena;
    const char *field = def->argument ? def->argument : def->field;
    if (strcmp(def->aggregate, "count") == 0) {
        append_once(measures, json_pack("{s:s, s:s}", "op", "count", "as", "__count"));
        return;
    }
    const char *as = def->argument ? jutu_op_column(def->aggregate, field, arena)
                                   : def->column.value;
    append_once(measures,
                json_pack("{s:s, s:s, s:s}", "op", def->aggregate, "field", field, "as", as));
    const json_t *domain = json_object_get(def->scale, "domain");
    if (!json_is_string(domain) || strcmp(json_string_value(domain), "unaggregated") != 0)
        return;
    static const char *const ends[] = { "min", "max" };
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        append_once(measures, json_pack("{s:s, s:s, s:s}", "op", ends[i], "field", field, "as",
                                        jutu_op_column(ends[i], field, arena)));
}

json_t *jutu_flow_aggregate(const JutuView *unit)
{
    if (!jutu_encoding_is_aggregate(&unit->encoding))
        return NULL;
    json_t *measures = json_array(), *groupby = json_array();
    const JutuChannelDef *def;
    for (JutuFieldWalk walk = { 0 }; (def = jutu_next_field(&unit->encoding, &walk));) {
        if (def->aggregate)
            add_measures(measures, unit, def);
        else
            add_dimensions(groupby, unit, def);
    }
    return json_pack("[{s:o, s:o}]", "aggregate", measures, "groupby", groupby);
}

json_t *jutu_flow_impute(const JutuView *unit)
{
    static const char *const params[] = { "method", "value", "frame", "keyvals" };
    const JutuChannelDef *x = unit->encoding.defs[JUTU_X], *y = unit->encoding.defs[JUTU_Y];
    if (!x || !x->is_field || !y || !y->is_field)
        return NULL;
    const JutuChannelDef *imputed = json_is_object(x->impute)   ? x
                                    : json_is_object(y->impute) ? y
                                                                : NULL;
    if (!imputed || !imputed->field)
        return NULL;
    json_t *def = json_pack("{s:s, s:s*}", "impute", imputed->field, "key",
                            imputed == x ? y->field : x->field);
    for (size_t i = 0; i < G_N_ELEMENTS(params); i++) {
        json_t *value = json_object_get(imputed->impute, params[i]);
        if (value)
            json_object_set(def, params[i], value);
    }
    const char *const *series = jutu_view_series_columns(unit);
    if (*series) {
        json_t *groupby = json_array();
        for (; *series; series++)
            json_array_append_new(groupby, json_string(*series));
        json_object_set_new(def, "groupby", groupby);
    }
    return json_pack("[o]", def);
}
