#include "transform/args.h"

#include <stdarg.h>

#include "base/closest.h"
#include "base/json.h"

const char *const *jutu_arg_strings(const json_t *def, const char *name, size_t *n,
                                    JutuArena *arena)
{
    const json_t *json = json_object_get(def, name);
    size_t size = json_is_array(json) ? json_array_size(json) : 1;
    const char **texts = jutu_new(arena, const char *, size + 1);
    *n = 0;
    for (size_t i = 0; i < size; i++) {
        const json_t *item = json_is_array(json) ? json_array_get(json, i) : json;
        if (json_is_string(item))
            texts[(*n)++] = json_string_value(item);
    }
    return texts;
}

const char *jutu_arg_field(const json_t *def, const char *name, const JutuTransformScope *scope,
                           GError **error)
{
    const char *field = jutu_json_string(def, name, NULL);
    if (!field)
        jutu_arg_error(scope, name, error, "\"%s\" must be the name of a field", name);
    return field;
}

void jutu_arg_names(const json_t *def, const char *first, const char *second, const char *out[2])
{
    const json_t *as = json_object_get(def, "as");
    const char *a = json_string_value(json_array_get(as, 0));
    const char *b = json_string_value(json_array_get(as, 1));
    out[0] = a ? a : first;
    out[1] = b ? b : second;
}

const JutuSortKey *jutu_arg_sort(const json_t *def, size_t *n, JutuArena *arena)
{
    const json_t *sort = json_object_get(def, "sort");
    size_t size = json_is_array(sort) ? json_array_size(sort) : 0;
    JutuSortKey *keys = jutu_new(arena, JutuSortKey, size + 1);
    *n = 0;
    for (size_t i = 0; i < size; i++) {
        const json_t *item = json_array_get(sort, i);
        const char *field = jutu_json_string(item, "field", NULL);
        const char *order = jutu_json_string(item, "order", "ascending");
        if (field)
            keys[(*n)++] = (JutuSortKey){ field, strcmp(order, "descending") == 0 };
    }
    return keys;
}

bool jutu_arg_pair(const json_t *def, const char *name, double out[2])
{
    const json_t *pair = json_object_get(def, name);
    const json_t *first = json_array_get(pair, 0), *second = json_array_get(pair, 1);
    if (!json_is_number(first) || !json_is_number(second))
        return false;
    out[0] = json_number_value(first);
    out[1] = json_number_value(second);
    return true;
}

void *jutu_arg_error(const JutuTransformScope *scope, const char *below, GError **error,
                     const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *pointer = g_strdup_printf("%s/%s", scope->pointer ? scope->pointer : "",
                                               below);
    jutu_error_set(error, JUTU_ERROR_SPEC, pointer, "%s", text);
    return NULL;
}

void *jutu_arg_unknown(const JutuTransformScope *scope, const char *below, const char *what,
                       const char *given, const char *const *names, GError **error)
{
    if (!*given)
        return jutu_arg_error(scope, below, error, "the name of the %s is missing", what);
    const char *closest = jutu_closest(given, names);
    if (closest)
        return jutu_arg_error(scope, below, error, "\"%s\" is no %s; did you mean \"%s\"?", given,
                              what, closest);
    g_autofree char *all = g_strjoinv("\", \"", (char **)names);
    return jutu_arg_error(scope, below, error, "\"%s\" is no %s; there are \"%s\"", given, what,
                          all);
}

const char *const *jutu_names(JutuArena *arena, size_t n, const char *const *names)
{
    const char **out = jutu_new(arena, const char *, n + 1);
    size_t used = 0;
    for (size_t i = 0; i < n; i++)
        if (names[i])
            out[used++] = names[i];
    return out;
}

const char *const *jutu_as_names(const json_t *def, const char *first, const char *second,
                                 JutuArena *arena)
{
    const char *names[2];
    jutu_arg_names(def, first, second, names);
    return jutu_names(arena, 2, names);
}

const char *jutu_measure_name(const json_t *measure, JutuArena *arena)
{
    const char *op = jutu_json_string(measure, "op", "");
    const char *field = jutu_json_string(measure, "field", NULL);
    const char *as = jutu_json_string(measure, "as", NULL);
    if (as)
        return as;
    return field ? jutu_path_escape(jutu_arena_printf(arena, "%s_%s", op, field), arena) : op;
}

const char *const *jutu_measure_names(const json_t *list, JutuArena *arena)
{
    size_t n = json_array_size(list);
    const char **names = jutu_new(arena, const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        names[i] = jutu_measure_name(json_array_get(list, i), arena);
    return names;
}

const JutuValue *jutu_cells(const JutuTable *table, const char *path, JutuArena *arena)
{
    JutuField field = jutu_field_new(table, path, arena);
    if (field.column && !(field.rest && field.rest[0]))
        return field.column->cells;
    JutuValue *cells = jutu_new(arena, JutuValue, table->n_rows + 1);
    if (field.column)
        for (size_t row = 0; row < table->n_rows; row++)
            cells[row] = jutu_field_get(&field, row);
    return cells;
}

static JutuField split_path(const char *path, JutuArena *arena)
{
    static const JutuTable none = { 0 };
    return jutu_field_new(&none, path, arena);
}

const char *jutu_path_name(const char *path, JutuArena *arena)
{
    JutuField field = split_path(path, arena);
    return field.rest && field.rest[0] ? path : field.first;
}

static const char *join_path(const char *path, bool escape, JutuArena *arena)
{
    JutuField field = split_path(path, arena);
    g_autoptr(GString) text = g_string_new(NULL);
    const char *piece = field.first;
    for (size_t i = 0; piece; piece = field.rest ? field.rest[i++] : NULL) {
        if (text->len)
            g_string_append(text, escape ? "\\." : ".");
        for (const char *c = piece; *c; c++) {
            if (escape && strchr("[].'\"", *c))
                g_string_append_c(text, '\\');
            g_string_append_c(text, *c);
        }
    }
    return jutu_arena_strdup(arena, text->str);
}

const char *jutu_path_flat(const char *path, JutuArena *arena)
{
    return join_path(path, false, arena);
}

const char *jutu_path_escape(const char *path, JutuArena *arena)
{
    return strpbrk(path, "[].'\"\\") ? join_path(path, true, arena) : path;
}

const char *const *jutu_paths_escape(const char *const *paths, size_t n, JutuArena *arena)
{
    const char **out = jutu_new(arena, const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        out[i] = jutu_path_escape(paths[i], arena);
    return out;
}

const JutuTable *jutu_table_repeat(const JutuTable *in, const size_t *times, size_t added,
                                   const JutuTransformScope *scope, GError **error)
{
    size_t n = 0;
    for (size_t row = 0; row < in->n_rows; row++)
        n += times[row];
    if (!jutu_transform_room(scope, n, in->n_columns + added, error))
        return NULL;
    g_autofree size_t *rows = g_new(size_t, n + 1);
    for (size_t row = 0, at = 0; row < in->n_rows; row++)
        for (size_t i = 0; i < times[row]; i++)
            rows[at++] = row;
    return jutu_table_gather(in, rows, n, scope->context->arena);
}

const JutuTable *jutu_table_of(const JutuColumn *columns, size_t n_columns, size_t n_rows,
                               JutuArena *arena)
{
    g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal);
    JutuColumn *kept = jutu_new(arena, JutuColumn, n_columns + 1);
    size_t n = 0;
    for (size_t i = 0; i < n_columns; i++) {
        gpointer place = g_hash_table_lookup(places, columns[i].name);
        if (!place)
            g_hash_table_insert(places, (gpointer)columns[i].name, place = GSIZE_TO_POINTER(++n));
        kept[GPOINTER_TO_SIZE(place) - 1] = columns[i];
    }
    JutuTable *table = jutu_new(arena, JutuTable, 1);
    *table = (JutuTable){ .n_rows = n_rows, .n_columns = n, .columns = kept };
    return table;
}
