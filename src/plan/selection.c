/* The fields that selections look at and the values they start from: vega-lite's
 * selection/project.ts. */
#include "plan/selection.h"

#include <string.h>

#include "base/fieldpath.h"
#include "base/json.h"
#include "expr/date_time.h"
#include "plan/plan.h"

typedef struct {
    const JutuPlan *plan;
    JutuSelection *selection;
    const json_t *config; /* config.selection.point or .interval */
    GArray *items;        /* of JutuProjection */
    json_t *encodings, *fields;
} Project;

static JutuChannel single_channel(const char *name)
{
    JutuChannel channel = jutu_channel_find(name);
    bool single = channel != JUTU_NO_CHANNEL && !jutu_channels[channel].facet &&
                  !jutu_channels[channel].multiple;
    return single ? channel : JUTU_NO_CHANNEL;
}

static bool is_known(const Project *project, const char *given)
{
    for (guint i = 0; i < project->items->len; i++) {
        if (strcmp(g_array_index(project->items, JutuProjection, i).given, given) == 0)
            return true;
    }
    return false;
}

/* The column must be made wherever the selection is used. */
static void add_time_unit(JutuSelection *selection, const JutuChannelDef *def)
{
    JutuArena *arena = selection->unit->chart->arena;
    if (!selection->time_units)
        selection->time_units = jutu_json_own(arena, json_array());
    json_array_append_new(selection->time_units,
                          json_pack("{s:O, s:s, s:s}", "timeUnit",
                                    json_object_get(def->json, "timeUnit"), "field", def->field,
                                    "as", def->column.value));
}

static const char *type_of(const Project *project, JutuChannel channel, const JutuChannelDef *def)
{
    const JutuScalePlan *scale = jutu_plan_scale(project->plan, project->selection->unit, channel);
    if (project->selection->interval && scale && !scale->type->discrete)
        return "R";
    return def->binning != JUTU_NOT_BINNED ? "R-RE" : "E";
}

static void add_channel(Project *project, const json_t *name)
{
    JutuSelection *selection = project->selection;
    const JutuView *unit = selection->unit;
    JutuChannel channel = json_is_string(name) ? single_channel(json_string_value(name))
                                               : JUTU_NO_CHANNEL;
    const JutuChannelDef *def = channel == JUTU_NO_CHANNEL
                                    ? NULL
                                    : jutu_field_def(unit->encoding.defs[channel]);
    if (!def || !def->field || def->aggregate) {
        const char *text = json_is_string(name) ? json_string_value(name) : "?";
        jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, selection->param,
                        "the selection can't look at \"%s\": no field of the rows is encoded by it",
                        text);
        return;
    }
    bool has_unit = jutu_has_time_unit(def) && !def->time_unit.binned;
    JutuArena *arena = unit->chart->arena;
    JutuProjection item = {
        .channel = channel,
        .given = has_unit ? def->path.value : def->field,
        .type = type_of(project, channel, def),
    };
    item.field = jutu_fieldpath_escaped(item.given, arena);
    if (has_unit)
        add_time_unit(selection, def);
    if (!is_known(project, item.given))
        g_array_append_val(project->items, item);
}

static void add_field(Project *project, const json_t *name)
{
    JutuArena *arena = project->selection->unit->chart->arena;
    const char *given = json_string_value(name);
    if (!given || is_known(project, given))
        return;
    JutuProjection item = { JUTU_NO_CHANNEL, given, jutu_fieldpath_escaped(given, arena), "E" };
    project->selection->by_id |= strcmp(given, JUTU_ROW_ID) == 0;
    g_array_append_val(project->items, item);
}

static void append_new(json_t **list, json_t *item, JutuArena *arena)
{
    if (!*list)
        *list = jutu_json_own(arena, json_array());
    json_array_append_new(*list, item);
}

/* Values by channel or field say what is looked at, where nothing else does. */
static void infer_items(Project *project, const json_t *value)
{
    JutuArena *arena = project->selection->unit->chart->arena;
    const char *key;
    const json_t *member;
    json_object_foreach ((json_t *)value, key, member) {
        if (single_channel(key) != JUTU_NO_CHANNEL)
            append_new(&project->encodings, json_string(key), arena);
        else if (!project->selection->interval)
            append_new(&project->fields, json_string(key), arena);
        else
            project->encodings = jutu_json_own(
                arena, json_copy(json_object_get(project->config, "encodings")));
    }
}

static const json_t *value_at(const json_t *value, size_t i)
{
    return json_is_array(value) ? json_array_get(value, i) : value;
}

static size_t n_values(const json_t *value)
{
    return json_is_array(value) ? json_array_size(value) : jutu_json_given(value);
}

static void find_items(Project *project)
{
    JutuSelection *selection = project->selection;
    const json_t *select = json_object_get(selection->param, "select");
    const json_t *value = json_object_get(selection->param, "value");
    project->encodings = json_object_get(select, "encodings");
    project->fields = json_object_get(select, "fields");
    if (!project->encodings && !project->fields)
        for (size_t i = 0; i < n_values(value); i++)
            infer_items(project, value_at(value, i));
    if (!project->encodings && !project->fields) {
        project->encodings = json_object_get(project->config, "encodings");
        project->fields = json_object_get(project->config, "fields");
    }
    for (size_t i = 0; i < json_array_size(project->encodings); i++)
        add_channel(project, json_array_get(project->encodings, i));
    for (size_t i = 0; i < json_array_size(project->fields); i++)
        add_field(project, json_array_get(project->fields, i));
    selection->n_items = project->items->len;
    selection->items = jutu_copy(selection->unit->chart->arena, JutuProjection,
                                 (void *)project->items->data, project->items->len);
}

/* A value, its date times as their milliseconds. */
static JutuValue plain_value(const json_t *json, JutuContext *context)
{
    if (jutu_is_date_time(json))
        return jutu_number(jutu_date_time(json, context));
    if (!json_is_array(json))
        return jutu_value_from_json(json, context->arena);
    size_t n = json_array_size(json);
    JutuValue *items = jutu_new(context->arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++)
        items[i] = plain_value(json_array_get(json, i), context);
    return jutu_array(items, n);
}

/* The part for a field in one of the param's values: its member, or the value itself. */
static const json_t *part_of(const json_t *value, const JutuProjection *item)
{
    const json_t *part = NULL;
    if (!json_is_object(value) && !json_is_array(value))
        return value;
    if (item->channel != JUTU_NO_CHANNEL)
        part = json_object_get(value, jutu_channels[item->channel].name);
    return part ? part : json_object_get(value, item->given);
}

static void read_values(JutuSelection *selection)
{
    JutuContext *context = selection->unit->chart->context;
    const json_t *given = json_object_get(selection->param, "value");
    size_t n = selection->n_items;
    selection->n_entries = n_values(given);
    JutuValue *values = jutu_new(context->arena, JutuValue, selection->n_entries * n + 1);
    for (size_t e = 0; e < selection->n_entries; e++)
        for (size_t i = 0; i < n; i++)
            values[e * n + i] = plain_value(part_of(value_at(given, e), &selection->items[i]),
                                            context);
    selection->values = values;
}

static const char *select_type(const json_t *param)
{
    const json_t *select = json_object_get(param, "select");
    return json_is_string(select) ? json_string_value(select)
                                  : jutu_json_string(select, "type", "");
}

static JutuSelection *selection_new(const JutuPlan *plan, const JutuView *unit, const json_t *param)
{
    const JutuChart *chart = unit->chart;
    JutuSelection *selection = jutu_new(chart->arena, JutuSelection, 1);
    const char *type = select_type(param);
    g_autoptr(GArray) items = g_array_new(true, false, sizeof(JutuProjection));
    Project project = { plan,  selection, jutu_config(chart, "selection", type, NULL),
                        items, NULL,      NULL };
    const json_t *resolve = json_object_get(json_object_get(param, "select"), "resolve");
    if (!resolve)
        resolve = json_object_get(project.config, "resolve");
    *selection = (JutuSelection){
        .name = jutu_identifier(jutu_json_string(param, "name", ""), chart->arena),
        .given = jutu_json_string(param, "name", ""),
        .unit = unit,
        .param = param,
        .interval = strcmp(type, "interval") == 0,
        .global = !json_is_string(resolve) || strcmp(json_string_value(resolve), "global") == 0,
    };
    const char *bind = jutu_json_string(param, "bind", "");
    selection->moves_scales = selection->interval && selection->global &&
                              strcmp(bind, "scales") == 0;
    find_items(&project);
    read_values(selection);
    const json_t *binding = json_object_get(param, "bind");
    selection->in_legends = selection->global && selection->n_items == 1 && !selection->by_id &&
                            (strcmp(bind, "legend") == 0 || json_object_get(binding, "legend"));
    return selection;
}

static void collect_selections(const JutuPlan *plan, const JutuView *view, GPtrArray *list)
{
    const json_t *params = json_object_get(view->spec, "params");
    for (size_t c = 0; c < view->n_children; c++)
        collect_selections(plan, view->children[c], list);
    for (size_t i = 0; view->kind == JUTU_VIEW_UNIT && i < json_array_size(params); i++) {
        const json_t *param = json_array_get(params, i);
        if (json_object_get(param, "select") && jutu_json_string(param, "name", NULL))
            g_ptr_array_add(list, selection_new(plan, view, param));
    }
}

/* Only scales with a continuous domain can be moved. */
static bool is_movable(const JutuPlan *plan, const JutuSelection *selection,
                       const JutuProjection *item)
{
    const JutuScalePlan *scale = item->channel == JUTU_NO_CHANNEL
                                     ? NULL
                                     : jutu_plan_scale(plan, selection->unit, item->channel);
    return scale && !scale->type->discrete;
}

static void check_bound(const JutuPlan *plan, const JutuSelection *selection)
{
    for (size_t i = 0; selection->moves_scales && i < selection->n_items; i++) {
        if (!is_movable(plan, selection, &selection->items[i]))
            jutu_chart_warn(plan->chart, JUTU_RULE_no_effect, selection->param,
                            "a selection can only be bound to scales with a continuous domain");
    }
}

const json_t *jutu_selection_bound(const JutuPlan *plan, const JutuScalePlan *scale)
{
    const json_t *extent = NULL;
    for (size_t s = 0; s < plan->n_selections; s++) {
        const JutuSelection *selection = plan->selections[s];
        for (size_t i = 0; selection->moves_scales && i < selection->n_items; i++) {
            const JutuProjection *item = &selection->items[i];
            if (is_movable(plan, selection, item) &&
                jutu_plan_scale(plan, selection->unit, item->channel) == scale)
                extent = jutu_json_own(
                    plan->chart->arena,
                    json_pack("{s:s, s:s}", "param", selection->name, "field", item->given));
        }
    }
    return extent;
}

void jutu_selections_find(JutuPlan *plan)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    collect_selections(plan, plan->root, list);
    plan->n_selections = list->len;
    g_ptr_array_add(list, NULL);
    plan->selections = (const JutuSelection **)jutu_copy(plan->chart->arena, gpointer, list->pdata,
                                                         list->len);
    for (size_t i = 0; i < plan->n_selections; i++) {
        jutu_selection_fill_store(plan, list->pdata[i]);
        check_bound(plan, plan->selections[i]);
    }
}
