#include "data/table.h"

#include <glib.h>
#include <string.h>

#include "base/fieldpath.h"

static const JutuColumn *find_column(const JutuColumn *columns, size_t n, const char *name)
{
    for (size_t c = 0; c < n; c++) {
        if (strcmp(columns[c].name, name) == 0)
            return &columns[c];
    }
    return NULL;
}

const JutuColumn *jutu_table_find(const JutuTable *table, const char *name)
{
    return find_column(table->columns, table->n_columns, name);
}

const JutuTable *jutu_table_with(const JutuTable *table, const JutuColumn *added, size_t n_added,
                                 JutuArena *arena)
{
    size_t n = table->n_columns;
    JutuColumn *columns = jutu_new(arena, JutuColumn, n + n_added);
    memcpy(columns, table->columns, n * sizeof(*columns));
    for (size_t a = 0; a < n_added; a++) {
        const JutuColumn *old = find_column(columns, n, added[a].name);
        columns[old ? (size_t)(old - columns) : n++] = added[a];
    }
    JutuTable *out = jutu_new(arena, JutuTable, 1);
    *out = (JutuTable){ table->n_rows, n, columns, table->origin, table->rows, table->before };
    return out;
}

const JutuTable *jutu_table_gather(const JutuTable *table, const size_t *rows, size_t n,
                                   JutuArena *arena)
{
    JutuColumn *columns = jutu_new(arena, JutuColumn, table->n_columns);
    for (size_t c = 0; c < table->n_columns; c++) {
        const JutuValue *from = table->columns[c].cells;
        JutuValue *cells = jutu_new(arena, JutuValue, n);
        for (size_t i = 0; i < n; i++)
            cells[i] = from[rows[i]];
        columns[c] = (JutuColumn){ .name = table->columns[c].name,
                                   .cells = cells,
                                   .absent = table->columns[c].absent };
    }
    guint32 *from = table->origin ? jutu_new(arena, guint32, n) : NULL;
    for (size_t i = 0; from && i < n; i++)
        from[i] = table->rows ? table->rows[rows[i]] : (guint32)rows[i];
    JutuTable *out = jutu_new(arena, JutuTable, 1);
    *out = (JutuTable){ n, table->n_columns, columns, table->origin, from, table->before };
    return out;
}

JutuValue jutu_table_row(const JutuTable *table, size_t row, JutuArena *arena)
{
    const char **names = jutu_new(arena, const char *, table->n_columns);
    JutuValue *values = jutu_new(arena, JutuValue, table->n_columns);
    size_t n = 0;
    for (size_t c = 0; c < table->n_columns; c++) {
        JutuValue cell = table->columns[c].cells[row];
        if (cell.type == JUTU_UNDEFINED)
            continue;
        names[n] = table->columns[c].name;
        values[n++] = cell;
    }
    JutuObject *object = jutu_new(arena, JutuObject, 1);
    *object = (JutuObject){ n, names, values };
    return jutu_object_value(object);
}

json_t *jutu_table_to_json(const JutuTable *table)
{
    json_t *rows = json_array();
    for (size_t row = 0; row < table->n_rows; row++) {
        json_t *object = json_object();
        for (size_t c = 0; c < table->n_columns; c++) {
            JutuValue cell = table->columns[c].cells[row];
            if (cell.type != JUTU_UNDEFINED)
                json_object_set_new(object, table->columns[c].name, jutu_value_to_json(cell));
        }
        json_array_append_new(rows, object);
    }
    return rows;
}

struct JutuTableBuilder {
    JutuArena *arena;
    size_t n_rows, max_columns;
    GArray *columns;  /* of JutuColumn */
    GHashTable *find; /* name -> position in columns */
};

JutuTableBuilder *jutu_table_builder_new(size_t n_rows, size_t max_columns, JutuArena *arena)
{
    JutuTableBuilder *builder = g_new(JutuTableBuilder, 1);
    *builder = (JutuTableBuilder){
        .arena = arena,
        .n_rows = n_rows,
        .max_columns = max_columns,
        .columns = g_array_new(false, false, sizeof(JutuColumn)),
        .find = g_hash_table_new(g_str_hash, g_str_equal),
    };
    return builder;
}

void jutu_table_builder_free(JutuTableBuilder *builder)
{
    g_array_unref(builder->columns);
    g_hash_table_unref(builder->find);
    g_free(builder);
}

static JutuValue *cells_of(JutuTableBuilder *builder, const char *name, size_t guess)
{
    GArray *columns = builder->columns;
    if (guess < columns->len) {
        const JutuColumn *column = &g_array_index(columns, JutuColumn, guess);
        if (strcmp(column->name, name) == 0)
            return (JutuValue *)column->cells;
    }
    gpointer at;
    if (g_hash_table_lookup_extended(builder->find, name, NULL, &at))
        return (JutuValue *)g_array_index(columns, JutuColumn, GPOINTER_TO_SIZE(at)).cells;
    if (columns->len >= builder->max_columns)
        return NULL;
    JutuColumn added = {
        jutu_arena_strdup(builder->arena, name),
        jutu_new(builder->arena, JutuValue, builder->n_rows),
    };
    g_hash_table_insert(builder->find, (gpointer)added.name, GSIZE_TO_POINTER(columns->len));
    g_array_append_val(columns, added);
    return (JutuValue *)added.cells;
}

bool jutu_table_builder_set(JutuTableBuilder *builder, size_t row, const char *name, size_t guess,
                            JutuValue value)
{
    JutuValue *cells = cells_of(builder, name, guess);
    if (!cells)
        return false;
    cells[row] = value;
    return true;
}

const JutuTable *jutu_table_builder_end(const JutuTableBuilder *builder)
{
    size_t n = builder->columns->len;
    JutuColumn *columns = jutu_new(builder->arena, JutuColumn, n);
    if (n > 0)
        memcpy(columns, builder->columns->data, n * sizeof(*columns));
    JutuTable *table = jutu_new(builder->arena, JutuTable, 1);
    *table = (JutuTable){ .n_rows = builder->n_rows, .n_columns = n, .columns = columns };
    return table;
}

static void add_row(JutuTableBuilder *builder, JutuValue value, size_t row)
{
    if (value.type == JUTU_OBJECT) {
        for (size_t m = 0; m < value.object->n; m++)
            jutu_table_builder_set(builder, row, value.object->names[m], m,
                                   value.object->values[m]);
    } else if (value.type == JUTU_ARRAY) { /* an object too, whose members are "0", "1" ... */
        char name[24];
        for (size_t m = 0; m < value.length; m++) {
            g_snprintf(name, sizeof(name), "%zu", m);
            jutu_table_builder_set(builder, row, name, m, value.items[m]);
        }
    } else {
        jutu_table_builder_set(builder, row, "data", 0, value);
    }
}

const JutuTable *jutu_table_from_rows(const JutuValue *rows, size_t n, JutuArena *arena)
{
    g_autoptr(JutuTableBuilder) builder = jutu_table_builder_new(n, SIZE_MAX, arena);
    for (size_t row = 0; row < n; row++)
        add_row(builder, rows[row], row);
    return jutu_table_builder_end(builder);
}

const char *const *jutu_field_split(const char *path, JutuArena *arena)
{
    g_autoptr(GError) broken = NULL;
    const char *const *parts = jutu_fieldpath_split(path, arena, &broken);
    if (parts)
        return parts;
    const char **whole = jutu_new(arena, const char *, 2);
    whole[0] = path;
    return whole;
}

JutuField jutu_field_new(const JutuTable *table, const char *path, JutuArena *arena)
{
    const char *const *parts = jutu_field_split(path, arena);
    if (!parts[0])
        return (JutuField){ .first = path };
    return (JutuField){
        .first = parts[0],
        .rest = parts[1] ? parts + 1 : NULL,
        .column = jutu_table_find(table, parts[0]),
    };
}

/* A member of an object, or an item of an array. */
static JutuValue member(JutuValue value, const char *name)
{
    if (value.type != JUTU_ARRAY)
        return jutu_member(value, name);
    if (strcmp(name, "length") == 0)
        return jutu_number(value.length);
    guint64 index;
    if (!g_ascii_string_to_unsigned(name, 10, 0, G_MAXUINT32, &index, NULL))
        return jutu_undefined();
    bool canonical = name[0] != '0' || name[1] == '\0'; /* "01" is a name, not an index */
    return canonical && index < value.length ? value.items[index] : jutu_undefined();
}

JutuValue jutu_field_get(const JutuField *field, size_t row)
{
    if (!field->column)
        return jutu_undefined();
    JutuValue value = field->column->cells[row];
    for (const char *const *name = field->rest; name && *name; name++)
        value = member(value, *name);
    return value;
}
