/* lookup: cells of another table, found by a key. */
#include "base/json.h"
#include "transform/args.h"
#include "transform/groups.h"

/* Without a loader only data that stand in the spec can be read. */
static const JutuTable *load_inline(const json_t *from, const JutuTransformScope *scope,
                                    GError **error)
{
    JutuArena *arena = scope->context->arena;
    if (scope->load)
        return scope->load(scope->self, from, error);
    const json_t *values = json_object_get(json_object_get(from, "data"), "values");
    if (!json_is_array(values))
        return jutu_arg_error(scope, "from", error, "nothing to look up here; give it \"data\"");
    JutuValue rows = jutu_value_from_json(values, arena);
    return jutu_table_from_rows(rows.items, rows.length, arena);
}

/* For each cell, the last row of the other table whose key has its text, + 1; 0 if none. */
static const size_t *find_all(const JutuValue *keys, size_t n_keys, const JutuValue *cells,
                              size_t n, JutuArena *arena)
{
    g_autofree JutuValue *all = g_new(JutuValue, n_keys + n + 1);
    g_autofree uint32_t *numbers = g_new(uint32_t, n_keys + n + 1);
    for (size_t i = 0; i < n_keys + n; i++)
        all[i] = i < n_keys ? keys[i] : cells[i - n_keys];
    size_t distinct = jutu_number_cells(all, n_keys + n, JUTU_KEYS_PIPE, numbers, arena);
    g_autofree size_t *last = g_new0(size_t, distinct + 1);
    size_t *found = jutu_new(arena, size_t, n + 1);
    for (size_t i = 0; i < n_keys; i++)
        last[numbers[i]] = i + 1;
    for (size_t row = 0; row < n; row++)
        found[row] = last[numbers[n_keys + row]];
    return found;
}

static JutuValue default_of(const json_t *def, JutuArena *arena)
{
    /* Vega-Lite drops a default that is falsy */
    JutuValue value = jutu_value_from_json(json_object_get(def, "default"), arena);
    return jutu_truthy(value) ? value : jutu_null();
}

/* The whole row found as one object; rows found twice are one object. */
static const JutuTable *nest(const JutuTable *other, const size_t *found, const char *as,
                             JutuValue fallback, const JutuTable *in, JutuArena *arena)
{
    JutuValue *objects = jutu_new(arena, JutuValue, other->n_rows + 1);
    JutuValue *cells = jutu_new(arena, JutuValue, in->n_rows + 1);
    for (size_t row = 0; row < in->n_rows; row++) {
        cells[row] = fallback;
        if (!found[row])
            continue;
        JutuValue *object = &objects[found[row] - 1];
        if (object->type == JUTU_UNDEFINED)
            *object = jutu_table_row(other, found[row] - 1, arena);
        cells[row] = *object;
    }
    JutuColumn column = { as, cells };
    return jutu_table_with(in, &column, 1, arena);
}

static const char *nested_name(const json_t *def)
{
    const json_t *from = json_object_get(def, "from");
    return jutu_json_string(def, "as", jutu_json_string(from, "param", "_lookup"));
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    const json_t *from = json_object_get(def, "from");
    const char *field = jutu_arg_field(def, "lookup", scope, error);
    const char *key = jutu_json_string(from, "key", NULL);
    if (!field)
        return NULL;
    if (!key)
        return jutu_arg_error(scope, "from/key", error, "\"key\" must be the name of a field");
    const JutuTable *other = load_inline(from, scope, error);
    if (!other)
        return NULL;
    JutuValue fallback = default_of(def, arena);
    const size_t *found = find_all(jutu_cells(other, key, arena), other->n_rows,
                                   jutu_cells(in, field, arena), in->n_rows, arena);
    if (!jutu_json_has(from, "fields"))
        return nest(other, found, nested_name(def), fallback, in, arena);

    size_t n, n_as;
    const char *const *fields = jutu_arg_strings(from, "fields", &n, arena);
    const char *const *as = jutu_arg_strings(def, "as", &n_as, arena);
    if (jutu_json_has(def, "as") && n_as != n)
        return jutu_arg_error(scope, "as", error, "%zu fields need as many names, not %zu", n,
                              n_as);
    JutuColumn *columns = jutu_new(arena, JutuColumn, n + 1);
    for (size_t f = 0; f < n; f++) {
        const JutuValue *values = jutu_cells(other, fields[f], arena);
        JutuValue *cells = jutu_new(arena, JutuValue, in->n_rows + 1);
        for (size_t row = 0; row < in->n_rows; row++)
            cells[row] = found[row] ? values[found[row] - 1] : fallback;
        columns[f] = (JutuColumn){ .name = n_as ? as[f] : jutu_path_name(fields[f], arena),
                                   .cells = cells };
    }
    return jutu_table_with(in, columns, n, arena);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    size_t n;
    if (jutu_json_has(def, "as"))
        return jutu_arg_strings(def, "as", &n, arena);
    const json_t *from = json_object_get(def, "from");
    if (jutu_json_has(from, "param"))
        return jutu_names(arena, 1, (const char *[]){ jutu_json_string(from, "param", NULL) });
    return jutu_arg_strings(from, "fields", &n, arena);
}

const JutuTransform jutu_transform_lookup = {
    .name = "lookup",
    .doc = "Cells of another table, found by a key.",
    .reads = "lookup",
    .run = run,
    .produces = produces,
    .type = "derived",
};
