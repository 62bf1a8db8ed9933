#include "data/schema_rows.h"

#include <string.h>

#include "base/closest.h"
#include "base/json.h"

/* Which columns may lack, or be too many, by "fieldsMatch"; the first is the standard's default. */
static const struct {
    const char *name;
    bool fields, columns; /* must all be there */
} matches[] = {
    { "exact", true, true },     { "equal", true, true },     { "subset", true, false },
    { "superset", false, true }, { "partial", false, false },
};

static size_t match_of(const JutuSchema *schema)
{
    const json_t *json = json_object_get(schema->json, "fieldsMatch");
    const char *name = json_string_value(json_is_array(json) ? json_array_get(json, 0) : json);
    for (size_t i = 0; name && i < G_N_ELEMENTS(matches); i++) {
        if (strcmp(matches[i].name, name) == 0)
            return i;
    }
    return 0;
}

static void add_column_fault(GArray *faults, const char *text)
{
    JutuSchemaFault fault = { SIZE_MAX, text, JUTU_RULE_schema_columns, NULL, SIZE_MAX };
    g_array_append_val(faults, fault);
}

/* The name of a column without a field that this one may mean. */
static const char *meant(const JutuSchema *schema, const JutuTable *table, const char *name)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t c = 0; c < table->n_columns; c++) {
        if (!jutu_schema_find(schema, table->columns[c].name))
            g_ptr_array_add(names, (gpointer)table->columns[c].name);
    }
    g_ptr_array_add(names, NULL);
    return jutu_closest(name, (const char *const *)names->pdata);
}

void jutu_schema_check_columns(const JutuSchema *schema, const JutuTable *table, JutuArena *arena,
                               GArray *faults)
{
    size_t match = match_of(schema);
    for (size_t f = 0; matches[match].fields && f < schema->n_fields; f++) {
        const char *name = schema->fields[f].name;
        if (jutu_table_find(table, name))
            continue;
        const char *near = meant(schema, table, name);
        add_column_fault(faults,
                         jutu_arena_printf(arena, "the schema's field \"%s\" has no column%s%s%s",
                                           name, near ? "; is it \"" : "", near ? near : "",
                                           near ? "\"?" : ""));
    }
    for (size_t c = 0; matches[match].columns && c < table->n_columns; c++) {
        const char *name = table->columns[c].name;
        if (!jutu_schema_find(schema, name))
            add_column_fault(faults, jutu_arena_printf(arena,
                                                       "the column \"%s\" isn't in the schema; add "
                                                       "it there, or say \"fieldsMatch\": "
                                                       "\"subset\"",
                                                       name));
    }
}

/* The columns of a key. */
typedef struct {
    const JutuSchemaField **fields;
    const JutuColumn **columns;
    size_t n;
    const char *names; /* "城市, 年份" */
    bool primary;
    const JutuTable *table;
    JutuContext *context;
    GArray *faults;
} Key;

/* A key is a name or a list of them. @return false if a column isn't there: that is said elsewhere
 */
static bool read_key(Key *key, const JutuSchema *schema, const json_t *json)
{
    JutuArena *arena = key->context->arena;
    key->n = json_is_array(json) ? json_array_size(json) : json_is_string(json);
    key->fields = jutu_new(arena, const JutuSchemaField *, key->n);
    key->columns = jutu_new(arena, const JutuColumn *, key->n);
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < key->n; i++) {
        const char *name = json_string_value(json_is_array(json) ? json_array_get(json, i) : json);
        key->fields[i] = name ? jutu_schema_find(schema, name) : NULL;
        key->columns[i] = name ? jutu_table_find(key->table, name) : NULL;
        if (!key->fields[i] || !key->columns[i])
            return false;
        g_string_append_printf(names, "%s%s", i ? ", " : "", name);
    }
    key->names = jutu_arena_strdup(arena, names->str);
    return key->n > 0;
}

static void add_key_fault(const Key *key, size_t row, const char *text, size_t other)
{
    JutuSchemaFault fault = { row, text, JUTU_RULE_primary_key, key->columns[0]->name, other };
    g_array_append_val(key->faults, fault);
}

/* The row's values, joined by `between`; NULL if one is missing, whose field is set. */
static char *value_of(const Key *key, size_t row, const char *between,
                      const JutuSchemaField **lacks)
{
    GString *value = g_string_new(NULL);
    for (size_t i = 0; i < key->n; i++) {
        JutuValue text = key->columns[i]->cells[row];
        if (jutu_schema_is_missing(key->fields[i], text)) {
            *lacks = key->fields[i];
            g_string_free(value, true);
            return NULL;
        }
        g_string_append_printf(value, "%s%s", i ? between : "", text.string);
    }
    return g_string_free(value, false);
}

static void check_key(const Key *key)
{
    JutuArena *arena = key->context->arena;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    size_t n = 0;
    for (size_t row = 0; row < key->table->n_rows; row++) {
        const JutuSchemaField *lacks = NULL;
        char *value = value_of(key, row, "\x1f", &lacks);
        if (!value && !key->primary)
            continue; /* nothing is like nothing */
        size_t first = value ? GPOINTER_TO_SIZE(g_hash_table_lookup(seen, value)) : 0;
        if (value && first == 0) {
            g_hash_table_insert(seen, value, GSIZE_TO_POINTER(row + 1));
            continue;
        }
        bool told = n++ < JUTU_MOST_ALIKE || key->context->all_faults;
        g_autofree char *shown = value ? value_of(key, row, ", ", &lacks) : NULL;
        const char *kind = key->primary ? "primary key" : "unique key";
        const char *text = !told   ? NULL
                           : lacks ? jutu_arena_printf(arena, "the %s (%s) has no value for %s",
                                                       kind, key->names, lacks->name)
                                   : jutu_arena_printf(arena, "the %s (%s) \"%s\" is there twice",
                                                       kind, key->names, shown);
        add_key_fault(key, row, text, first > 0 ? first - 1 : SIZE_MAX);
        g_free(value);
    }
}

void jutu_schema_check_keys(const JutuSchema *schema, const JutuTable *table, JutuContext *context,
                            GArray *faults)
{
    const json_t *primary = json_object_get(schema->json, "primaryKey");
    const json_t *unique = json_object_get(schema->json, "uniqueKeys");
    for (size_t i = 0; i <= json_array_size(unique); i++) {
        Key key = { .primary = i == 0, .table = table, .context = context, .faults = faults };
        if (read_key(&key, schema, i == 0 ? primary : json_array_get(unique, i - 1)))
            check_key(&key);
    }
}
