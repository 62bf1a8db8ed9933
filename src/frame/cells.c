#include "frame/cells.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/limits.h"
#include "flow/flow.h"
#include "transform/aggregate.h"
#include "transform/args.h"
#include "transform/groups.h"
#include "transform/own_order.h"
#include "transform/sort.h"

static const JutuChannel facet_channels[] = { JUTU_ROW, JUTU_COLUMN, JUTU_FACET };

static const char *sort_member(const JutuChannelDef *def, const char *name)
{
    return json_is_object(def->sort) ? jutu_json_string(def->sort, name, NULL) : NULL;
}

const char *jutu_facet_sort_column(const JutuView *facet, const JutuChannelDef *def)
{
    JutuArena *arena = facet->chart->arena;
    if (json_is_array(def->sort))
        return jutu_def_sort_column(def, arena);
    const char *field = sort_member(def, "field"), *column = def->column.value;
    if (jutu_facet_sorts_by_rows(def))
        return jutu_arena_printf(arena, "%s_by_%s",
                                 jutu_op_column(sort_member(def, "op"), field, arena), column);
    return column;
}

static bool is_descending(const JutuChannelDef *def)
{
    const char *order = json_is_string(def->sort) ? json_string_value(def->sort)
                                                  : sort_member(def, "order");
    return order && strcmp(order, "descending") == 0;
}

/* One row for each cell that has data: the facet's columns, and what they are sorted by. */
static const JutuTable *key_table(const JutuView *facet, const JutuTable *rows, GError **error)
{
    bool crossed = facet->encoding.defs[JUTU_ROW] && facet->encoding.defs[JUTU_COLUMN];
    JutuAggregateMeasure measures[G_N_ELEMENTS(facet_channels)];
    size_t n = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(facet_channels); i++) {
        const JutuChannelDef *def = facet->encoding.defs[facet_channels[i]];
        const char *by = def ? jutu_facet_sort_column(facet, def) : NULL;
        if (def && json_is_array(def->sort)) {
            measures[n++] = (JutuAggregateMeasure){ .op = "max", .field = by, .as = by };
        } else if (def && jutu_facet_sorts_by_rows(def)) {
            const char *op = sort_member(def, "op");
            measures[n++] = crossed ? (JutuAggregateMeasure){ .op = "max", .field = by, .as = by }
                                    : (JutuAggregateMeasure){ .op = op ? op : "min",
                                                              .field = sort_member(def, "field"),
                                                              .as = by };
        }
    }
    const char *const *columns = jutu_flow_facet_columns(facet);
    JutuAggregateParams params = { columns, g_strv_length((char **)columns), measures, n };
    JutuTransformScope scope = { .context = facet->chart->context, .pointer = "" };
    return jutu_aggregate_run(&params, rows, &scope, error);
}

/* The distinct values of a column, in order of appearance. */
static size_t distinct_values(const JutuTable *keys, const char *column, JutuValue *out,
                              JutuArena *arena)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    JutuField field = jutu_field_new(keys, column, arena);
    size_t n = 0;
    for (size_t i = 0; i < keys->n_rows; i++) {
        JutuValue value = jutu_field_get(&field, i);
        if (g_hash_table_add(seen, (char *)jutu_value_key(value, arena)))
            out[n++] = value;
    }
    return n;
}

static const char *cell_key(const JutuValue *values, size_t n, JutuArena *arena)
{
    g_autoptr(GString) key = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(key, "%s%s", i ? "|" : "", jutu_value_key(values[i], arena));
    return jutu_arena_strdup(arena, key->str);
}

/* Adds the combinations of row and column that have no data. */
static const JutuTable *crossed_keys(const JutuView *facet, const JutuTable *keys)
{
    JutuArena *arena = facet->chart->arena;
    const char *row = facet->encoding.defs[JUTU_ROW]->path.value;
    const char *column = facet->encoding.defs[JUTU_COLUMN]->path.value;
    JutuValue *rows = jutu_new(arena, JutuValue, keys->n_rows + 1);
    JutuValue *columns = jutu_new(arena, JutuValue, keys->n_rows + 1);
    size_t n_rows = distinct_values(keys, row, rows, arena);
    size_t n_columns = distinct_values(keys, column, columns, arena), n = keys->n_rows;
    size_t most = MIN(n_rows * n_columns, (size_t)JUTU_MOST_FACETS) + n;
    JutuField row_field = jutu_field_new(keys, row, arena);
    JutuField column_field = jutu_field_new(keys, column, arena);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < keys->n_rows; i++) {
        JutuValue pair[] = { jutu_field_get(&row_field, i), jutu_field_get(&column_field, i) };
        g_hash_table_add(seen, (char *)cell_key(pair, 2, arena));
    }
    JutuColumn *all = jutu_new(arena, JutuColumn, keys->n_columns + 1);
    for (size_t c = 0; c < keys->n_columns; c++) {
        JutuValue *cells = jutu_new(arena, JutuValue, most + 1);
        memcpy(cells, keys->columns[c].cells, n * sizeof(JutuValue));
        all[c] = (JutuColumn){ keys->columns[c].name, cells };
    }
    for (size_t i = 0; i < n_rows * n_columns && n < most; i++) {
        JutuValue pair[] = { rows[i / n_columns], columns[i % n_columns] };
        if (!g_hash_table_add(seen, (char *)cell_key(pair, 2, arena)))
            continue;
        for (size_t c = 0; c < keys->n_columns; c++) {
            if (&keys->columns[c] == row_field.column)
                ((JutuValue *)all[c].cells)[n] = pair[0];
            if (&keys->columns[c] == column_field.column)
                ((JutuValue *)all[c].cells)[n] = pair[1];
        }
        n++;
    }
    JutuTable *out = jutu_new(arena, JutuTable, 1);
    *out = (JutuTable){ .n_rows = n, .n_columns = keys->n_columns, .columns = all };
    return out;
}

/* The places of a channel's values in their own order, or of what is left over behind all others.
 */
static const JutuValue *themed_places(const JutuView *facet, const JutuChannelDef *def,
                                      const JutuTable *keys)
{
    JutuContext *context = facet->chart->context;
    const JutuValue *cells = jutu_cells(keys, def->path.value, context->arena);
    if (jutu_def_has_own_order(def, context)) {
        jutu_chart_why(facet->chart, JUTU_RULE_own_order, def->json,
                       "panels stand in the own order of their names, else as in the data");
        return jutu_own_places(cells, keys->n_rows, def->type == JUTU_ORDINAL, context, NULL);
    }
    if (!jutu_facet_sorts_by_rows(def) || !jutu_rule_acts(context, JUTU_RULE_rest_last))
        return NULL;
    JutuValue *places = jutu_new(context->arena, JutuValue, keys->n_rows + 1);
    for (size_t i = 0; i < keys->n_rows; i++)
        places[i] = jutu_number(cells[i].type == JUTU_STRING && jutu_is_rest(cells[i].string));
    return places;
}

static const JutuTable *sorted_keys(const JutuView *facet, const JutuTable *keys)
{
    JutuArena *arena = facet->chart->arena;
    JutuSortKey by[2 * G_N_ELEMENTS(facet_channels)];
    size_t n = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(facet_channels); i++) {
        const JutuChannelDef *def = facet->encoding.defs[facet_channels[i]];
        if (!def)
            continue;
        bool plain = !json_is_array(def->sort) && !jutu_facet_sorts_by_rows(def);
        const JutuValue *places = themed_places(facet, def, keys);
        if (places)
            by[n++] = (JutuSortKey){ .cells = places };
        if (!places || !plain)
            by[n++] = (JutuSortKey){ plain ? def->path.value : jutu_facet_sort_column(facet, def),
                                     is_descending(def), NULL };
    }
    const uint32_t *sorted = jutu_sorted_rows(keys, by, n, arena);
    size_t *rows = jutu_new(arena, size_t, keys->n_rows + 1);
    for (size_t i = 0; i < keys->n_rows; i++)
        rows[i] = sorted[i];
    return jutu_table_gather(keys, rows, keys->n_rows, arena);
}

/* The key of a row over all facet columns. */
static const char *row_key(const JutuField *fields, size_t n, size_t row, JutuArena *arena)
{
    JutuValue values[8];
    for (size_t i = 0; i < n; i++)
        values[i] = jutu_field_get(&fields[i], row);
    return cell_key(values, n, arena);
}

static size_t bind_rows(const JutuView *facet, const JutuTable *table, JutuField fields[8])
{
    const char *const *columns = jutu_flow_facet_columns(facet);
    size_t n = 0;
    for (; columns[n] && n < 8; n++)
        fields[n] = jutu_field_new(table, columns[n], facet->chart->arena);
    return n;
}

/* Hands each row to its cell. */
static void divide_rows(const JutuView *facet, const JutuTable *rows, const JutuTable *keys,
                        JutuCell *cells)
{
    JutuArena *arena = facet->chart->arena;
    JutuField of_rows[8], of_keys[8];
    size_t n = bind_rows(facet, rows, of_rows);
    (void)bind_rows(facet, keys, of_keys);
    g_autoptr(GHashTable) index = g_hash_table_new(g_str_hash, g_str_equal);
    GArray **members = jutu_new(arena, GArray *, keys->n_rows + 1);
    for (size_t i = 0; i < keys->n_rows; i++) {
        g_hash_table_insert(index, (char *)row_key(of_keys, n, i, arena), GSIZE_TO_POINTER(i + 1));
        members[i] = g_array_new(false, false, sizeof(size_t));
    }
    for (size_t row = 0; row < rows->n_rows; row++) {
        gpointer at = g_hash_table_lookup(index, row_key(of_rows, n, row, arena));
        if (at)
            g_array_append_val(members[GPOINTER_TO_SIZE(at) - 1], row);
    }
    for (size_t i = 0; i < keys->n_rows; i++) {
        cells[i].rows = jutu_table_gather(rows, (const size_t *)(void *)members[i]->data,
                                          members[i]->len, arena);
        g_array_unref(members[i]);
    }
}

static void place_cells(const JutuView *facet, const JutuTable *keys, JutuCell *cells,
                        JutuCells *out)
{
    JutuArena *arena = facet->chart->arena;
    const JutuChannelDef *row = facet->encoding.defs[JUTU_ROW];
    const JutuChannelDef *column = facet->encoding.defs[JUTU_COLUMN];
    JutuValue *values = jutu_new(arena, JutuValue, keys->n_rows + 1);
    size_t n = keys->n_rows;
    if (column)
        out->columns = distinct_values(keys, column->path.value, values, arena);
    else if (row)
        out->columns = 1;
    else
        out->columns = facet->columns > 0 ? MIN((size_t)facet->columns, n) : n;
    JutuField fields[8];
    size_t n_fields = bind_rows(facet, keys, fields);
    for (size_t i = 0; i < n; i++) {
        JutuValue names[8];
        for (size_t f = 0; f < n_fields; f++)
            names[f] = jutu_field_get(&fields[f], i);
        cells[i].row = out->columns ? i / out->columns : 0;
        cells[i].column = out->columns ? i % out->columns : 0;
        cells[i].keys = jutu_table_row(keys, i, arena);
        cells[i].name = cell_key(names, n_fields, arena);
    }
    out->cells = cells;
    out->n = n;
}

bool jutu_facet_cells(const JutuView *facet, const JutuTable *rows, JutuCells *out, GError **error)
{
    *out = (JutuCells){ 0 };
    const JutuTable *keys = rows ? key_table(facet, rows, error) : NULL;
    if (!keys)
        return false;
    if (facet->encoding.defs[JUTU_ROW] && facet->encoding.defs[JUTU_COLUMN])
        keys = crossed_keys(facet, keys);
    if (keys->n_rows > JUTU_MOST_FACETS) {
        jutu_chart_error(facet->chart, json_object_get(facet->spec, "facet"), JUTU_ERROR_DATA,
                         error, "%zu cells are more than %d; facet by fewer values", keys->n_rows,
                         JUTU_MOST_FACETS);
        return false;
    }
    keys = sorted_keys(facet, keys);
    JutuCell *cells = jutu_new(facet->chart->arena, JutuCell, keys->n_rows + 1);
    divide_rows(facet, rows, keys, cells);
    place_cells(facet, keys, cells, out);
    return true;
}
