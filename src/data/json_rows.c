#include "data/json_rows.h"

#include <glib.h>

#include "base/error.h"
#include "base/fieldpath.h"

static const json_t *step_into(const json_t *json, const char *name)
{
    guint64 index;
    if (json_is_array(json) && g_ascii_string_to_unsigned(name, 10, 0, G_MAXUINT32, &index, NULL))
        return json_array_get(json, index);
    return json_object_get(json, name);
}

/* The node that the path leads to; NULL with error set. */
static const json_t *follow_path(const json_t *json, const char *property, JutuArena *arena,
                                 GError **error)
{
    const char *const *parts = jutu_fieldpath_split(property, arena, error);
    if (!parts)
        return NULL;
    for (; *parts; parts++) {
        json = step_into(json, *parts);
        if (!json) {
            jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                           "the JSON has no \"%s\" (of the path \"%s\")", *parts, property);
            return NULL;
        }
    }
    return json;
}

static bool add_object(JutuTableBuilder *builder, size_t row, const json_t *object,
                       JutuArena *arena)
{
    size_t position = 0;
    const char *name;
    json_t *member;
    json_object_foreach ((json_t *)object, name, member) {
        JutuValue value = jutu_value_from_json(member, arena);
        if (!jutu_table_builder_set(builder, row, name, position++, value))
            return false;
    }
    return true;
}

static bool add_list(JutuTableBuilder *builder, size_t row, const json_t *list, JutuArena *arena)
{
    size_t i;
    json_t *item;
    json_array_foreach (list, i, item) {
        char name[24];
        g_snprintf(name, sizeof(name), "%zu", i);
        if (!jutu_table_builder_set(builder, row, name, i, jutu_value_from_json(item, arena)))
            return false;
    }
    return true;
}

static bool add_row(JutuTableBuilder *builder, size_t row, const json_t *json, JutuArena *arena)
{
    if (json_is_object(json))
        return add_object(builder, row, json, arena);
    if (json_is_array(json))
        return add_list(builder, row, json, arena);
    return jutu_table_builder_set(builder, row, "data", 0, jutu_value_from_json(json, arena));
}

const JutuTable *jutu_json_rows(const json_t *json, const char *property, size_t max_cells,
                                JutuArena *arena, GError **error)
{
    if (property && !(json = follow_path(json, property, arena, error)))
        return NULL;
    bool is_list = json_is_array(json);
    size_t n = is_list ? json_array_size(json) : !json_is_null(json);
    size_t max_columns = max_cells > 0 && n > 0 ? max_cells / n : SIZE_MAX;
    g_autoptr(JutuTableBuilder) builder = jutu_table_builder_new(n, max_columns, arena);
    for (size_t row = 0; row < n; row++) {
        if (!add_row(builder, row, is_list ? json_array_get(json, row) : json, arena)) {
            jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                           "%zu rows of more than %zu different members; keep only what the chart "
                           "needs",
                           n, max_columns);
            return NULL;
        }
    }
    return jutu_table_builder_end(builder);
}
