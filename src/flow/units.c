#include "flow/units.h"

#include <string.h>

#include "base/json.h"

static void add_once(GPtrArray *list, const char *text)
{
    for (guint i = 0; i < list->len; i++) {
        if (strcmp(list->pdata[i], text) == 0)
            return;
    }
    if (*text)
        g_ptr_array_add(list, (gpointer)text);
}

static bool makes(const JutuTransform *transform, const json_t *def, const char *field,
                  JutuArena *arena)
{
    const char *const *names = transform->produces ? transform->produces(def, arena) : NULL;
    for (size_t i = 0; names && names[i]; i++) {
        if (strcmp(names[i], field) == 0)
            return true;
    }
    return false;
}

/* Whether a node stands in the user's text: it isn't what a composite mark was made into. */
static bool is_written(const JutuChart *chart, const json_t *node)
{
    return *jutu_pointer_of(chart->source, node, chart->arena) != '\0';
}

const JutuTransform *jutu_made_by(const JutuView *view, const char *field, const json_t **def)
{
    JutuArena *arena = view->chart->arena;
    for (; view; view = view->parent) {
        const json_t *list = json_object_get(view->spec, "transform");
        for (size_t i = json_array_size(list); i > 0; i--) {
            *def = json_array_get(list, i - 1);
            const JutuTransform *transform = jutu_transform_find(*def);
            if (transform && makes(transform, *def, field, arena) && is_written(view->chart, *def))
                return transform;
        }
    }
    *def = NULL;
    return NULL;
}

static bool has_unit(const JutuView *unit, JutuChannel channel, const JutuChannelDef *def)
{
    bool counts = def->aggregate &&
                  (strcmp(def->aggregate, "count") == 0 ||
                   strcmp(def->aggregate, "distinct") == 0 ||
                   strcmp(def->aggregate, "valid") == 0 || strcmp(def->aggregate, "missing") == 0);
    bool shares = unit->stack && unit->stack->offset == JUTU_STACK_NORMALIZE &&
                  unit->stack->field_channel == jutu_channels[channel].main;
    return def->field && def->type == JUTU_QUANTITATIVE && !counts && !shares;
}

/* What the rows drawn say in the column of units. */
static void add_units_of_rows(const JutuTables *tables, const JutuView *unit,
                              const JutuSchema *schema, GPtrArray *units)
{
    const JutuSchemaField *role = jutu_schema_role(schema, "unit");
    const JutuTable *rows = role ? jutu_tables_drawn(tables, unit) : NULL;
    const JutuColumn *column = rows ? jutu_table_find(rows, role->name) : NULL;
    for (size_t row = 0; column && row < rows->n_rows; row++) {
        if (column->cells[row].type == JUTU_STRING)
            add_once(units, column->cells[row].string);
    }
}

const char *jutu_unit_of_rows(const JutuTables *tables, const JutuView *unit,
                              const JutuSchema *schema)
{
    g_autoptr(GPtrArray) units = g_ptr_array_new();
    add_units_of_rows(tables, unit, schema, units);
    return units->len == 1 ? units->pdata[0] : NULL;
}

/* The columns of the file that a field is: itself, or those folded into it; none if it is made
 * otherwise. In the arena, NULL-terminated. */
static const char *const *columns_of(const JutuView *unit, const char *field)
{
    const json_t *def;
    const JutuTransform *made = jutu_made_by(unit, field, &def);
    const json_t *fold = json_object_get(def, "fold");
    size_t n = made ? json_array_size(fold) : 1, out = 0;
    const char **names = jutu_new(unit->chart->arena, const char *, n + 1);
    if (!made)
        names[0] = field;
    for (size_t i = 0; made && i < n; i++) {
        const char *name = json_string_value(json_array_get(fold, i));
        if (name)
            names[out++] = name;
    }
    return names;
}

static bool units_of(const JutuTables *tables, const JutuView *unit, JutuChannel channel,
                     GPtrArray *units, GError **error)
{
    const JutuChannelDef *def = jutu_field_def(unit->encoding.defs[channel]);
    if (!def || !has_unit(unit, channel, def))
        return true;
    GError *failure = NULL;
    const JutuDataResource *resource = jutu_tables_resource(tables, unit, &failure);
    if (failure) {
        g_propagate_error(error, failure);
        return false;
    }
    const char *const *names = columns_of(unit, def->field);
    for (; resource && resource->schema && *names; names++) {
        const JutuSchemaField *field = jutu_schema_find(resource->schema, *names);
        if (field && field->unit)
            add_once(units, field->unit);
        else if (field)
            add_units_of_rows(tables, unit, resource->schema, units);
    }
    return true;
}

static bool add_scale(const JutuTables *tables, const JutuPlan *plan, const JutuView *view,
                      const JutuScalePlan *scale, GPtrArray *units, GError **error)
{
    for (size_t i = 0; i < view->n_children; i++) {
        if (!add_scale(tables, plan, view->children[i], scale, units, error))
            return false;
    }
    if (view->kind != JUTU_VIEW_UNIT || jutu_plan_scale(plan, view, scale->channel) != scale)
        return true;
    JutuChannel second = jutu_channels[scale->channel].secondary;
    return units_of(tables, view, scale->channel, units, error) &&
           (second == JUTU_NO_CHANNEL || units_of(tables, view, second, units, error));
}

bool jutu_units_of_scale(const JutuTables *tables, const JutuPlan *plan, const JutuScalePlan *scale,
                         GPtrArray *units, GError **error)
{
    return add_scale(tables, plan, scale->view, scale, units, error);
}

bool jutu_units_of_all(const JutuTables *tables, const JutuView *root, GPtrArray *units,
                       GError **error)
{
    for (size_t i = 0; i < root->n_children; i++) {
        if (!jutu_units_of_all(tables, root->children[i], units, error))
            return false;
    }
    for (int channel = 0; root->kind == JUTU_VIEW_UNIT && channel < JUTU_N_CHANNELS; channel++) {
        if (!units_of(tables, root, (JutuChannel)channel, units, error))
            return false;
    }
    return true;
}

bool jutu_unit_is_none(const char *unit)
{
    static const char *const names[] = { "1", "share", "ratio", "fraction", "index", "count" };
    bool found = false;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        found |= strcmp(unit, names[i]) == 0;
    return found;
}
