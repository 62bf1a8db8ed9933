#include "data/data.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/limits.h"
#include "data/json_rows.h"
#include "data/load.h"
#include "data/place.h"
#include "data/text.h"
#include "data/unpack.h"

struct JutuDataSources {
    JutuContext *context;
    JutuDataOptions options;
    GHashTable *named;          /* name -> const json_t: a data object */
    GHashTable *tables;         /* key -> const JutuTable */
    JutuDataPackages *packages; /* NULL: files can't be read */
};

/* Says where: the file, if there is one, with line and column where they are known. */
static void set_error(GError **error, const JutuLoad *load, const char *member,
                      const GError *reason)
{
    JutuArena *arena = load->context->arena;
    const JutuWhere *where = reason->domain == JUTU_ERROR ? jutu_error_where(reason) : NULL;
    const char *pointer = jutu_arena_printf(arena, "%s/%s", load->pointer, member);
    const char *place = "";
    if (load->file && where && where->line > 0)
        place = jutu_arena_printf(arena, "%s:%zu:%zu: ", load->file, where->line, where->column);
    else if (load->file && !strstr(reason->message, load->file))
        place = jutu_arena_printf(arena, "%s: ", load->file);
    int code = reason->domain == JUTU_ERROR ? reason->code : JUTU_ERROR_DATA;
    jutu_error_set(error, (JutuError)code, pointer, "%s%s", place, reason->message);
}

static void free_bytes(void *bytes)
{
    g_bytes_unref(bytes);
}

/* Who asks for one by hand is obeyed first, then the spec, then the data package. NULL: nobody
 * names one. JSON is UTF-8 by its standard, whatever the tables beside it are in. */
static const char *encoding_of(const JutuDataSources *sources, const JutuLoad *load)
{
    const char *by_hand = sources->options.encoding;
    if (by_hand && jutu_load_is_delimited(load->type))
        return by_hand;
    return jutu_json_string(load->format, "encoding",
                            load->resource ? load->resource->encoding : NULL);
}

static const JutuTable *read_url(const JutuDataSources *sources, JutuLoad *load, GError **error)
{
    const JutuDataOptions *options = &sources->options;
    if (!options->reader) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "files can't be read here; use \"values\"");
        return NULL;
    }
    g_autoptr(GError) reason = NULL;
    load->resource = jutu_data_packages_find(sources->packages, load->file, &reason);
    if (reason) {
        g_propagate_error(error, g_steal_pointer(&reason));
        return NULL;
    }
    g_autoptr(GBytes) bytes = options->reader->read(options->reader, load->file, error);
    if (!bytes)
        return NULL;
    g_autoptr(GBytes) whole = jutu_unpack(bytes, load->file, JUTU_MOST_FILE_BYTES, error);
    if (!whole)
        return NULL;
    g_autoptr(GBytes) decoded = jutu_text_read(whole, encoding_of(sources, load), load->file,
                                               load->pointer, load->context, error);
    if (!decoded)
        return NULL;
    size_t length;
    const char *text = g_bytes_get_data(decoded, &length);
    jutu_arena_own(load->context->arena, g_bytes_ref(decoded), free_bytes); /* for messages */
    return jutu_load_text(load, text ? text : "", length, error);
}

static const JutuTable *read_values(const JutuLoad *load, GError **error)
{
    const json_t *values = load->values;
    if (json_is_string(values))
        return jutu_load_text(load, json_string_value(values), json_string_length(values), error);
    return jutu_json_rows(values, jutu_json_string(load->format, "property", NULL), load->max_cells,
                          load->context->arena, error);
}

/* Rows of JSON know where they are from, too. */
static const JutuTable *with_origin(const JutuLoad *load, const JutuTable *table)
{
    JutuArena *arena = load->context->arena;
    if (table->origin)
        return table;
    JutuOrigin *origin = jutu_new(arena, JutuOrigin, 1);
    *origin = (JutuOrigin){ .file = load->file, .table = table };
    JutuTable *out = jutu_copy(arena, JutuTable, table, 1);
    out->origin = origin;
    return out;
}

static bool has_room(const JutuDataSources *sources, double n_rows, const char *pointer,
                     GError **error)
{
    size_t most = sources->context->most_rows;
    if (n_rows <= (double)most)
        return true;
    jutu_error_set(error, JUTU_ERROR_DATA, pointer,
                   "%.0f rows are more than %zu; keep only what the chart needs", n_rows, most);
    return false;
}

/* The table of this key, read unless it has been. */
static const JutuTable *load_once(JutuDataSources *sources, JutuLoad *load, const char *key,
                                  GError **error)
{
    const JutuTable *table = g_hash_table_lookup(sources->tables, key);
    if (table)
        return table;
    g_autoptr(GError) reason = NULL;
    table = load->values ? read_values(load, &reason) : read_url(sources, load, &reason);
    if (table && !has_room(sources, (double)table->n_rows, load->pointer, error))
        return NULL;
    if (table) {
        table = with_origin(load, table);
        g_hash_table_insert(sources->tables, (gpointer)key, (gpointer)table);
        sources->context->cells += table->n_rows * table->n_columns;
    } else
        set_error(error, load, load->values ? "values" : "url", reason);
    return table;
}

static const JutuTable *load_url(JutuDataSources *sources, const json_t *data, const char *pointer,
                                 GError **error)
{
    const json_t *format = json_object_get(data, "format");
    const char *url = json_string_value(json_object_get(data, "url"));
    if (!url) {
        jutu_error_set(error, JUTU_ERROR_SPEC, pointer, "\"url\" should be a string");
        return NULL;
    }
    JutuLoad load = {
        .context = sources->context,
        .max_cells = sources->options.max_cells,
        .header = sources->options.header,
        .spec = sources->options.spec,
        .format = format,
        .type = jutu_json_string(format, "type", jutu_load_type_of_url(url)),
        .file = url,
        .pointer = pointer,
    };
    json_t *how = format ? json_copy((json_t *)format) : json_object();
    if (!jutu_rule_acts(sources->context, JUTU_RULE_typed_cells))
        json_object_del(how, "parse"); /* is done after this */
    char *text = json_dumps(how, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
    const char *key = jutu_arena_printf(sources->context->arena, "%s %s", url, text);
    free(text);
    json_decref(how);
    return load_once(sources, &load, key, error);
}

static const JutuTable *load_values(JutuDataSources *sources, const json_t *values,
                                    const json_t *format, const char *pointer, GError **error)
{
    JutuLoad load = {
        .context = sources->context,
        .max_cells = sources->options.max_cells,
        .header = sources->options.header,
        .spec = sources->options.spec,
        .format = format,
        .values = values,
        .type = jutu_json_string(format, "type", "json"),
        .pointer = pointer,
    };
    JutuArena *arena = sources->context->arena;
    jutu_json_own(arena, json_incref((json_t *)values)); /* keeps the address its own */
    if (format)
        jutu_json_own(arena, json_incref((json_t *)format));
    const char *key = jutu_arena_printf(arena, "%p %p", (const void *)values, (const void *)format);
    return load_once(sources, &load, key, error);
}

/* d3.range() in a column. */
static const JutuTable *load_sequence(JutuDataSources *sources, const json_t *sequence,
                                      const char *pointer, GError **error)
{
    JutuArena *arena = sources->context->arena;
    double start = jutu_json_number(sequence, "start", NAN);
    double stop = jutu_json_number(sequence, "stop", NAN);
    double step = jutu_json_number(sequence, "step", 1);
    step = step == 0 ? 1 : step;
    double n = fmax(0, ceil((stop - start) / step));
    if (isnan(start) || isnan(stop) || !(n <= (double)sources->options.max_cells)) {
        const char *where = jutu_arena_printf(arena, "%s/sequence", pointer);
        jutu_error_set(error, JUTU_ERROR_SPEC, where,
                       "a sequence has numbers \"start\", \"stop\" and \"step\" with at most %zu "
                       "steps between them",
                       sources->options.max_cells);
        return NULL;
    }
    if (!has_room(sources, n, pointer, error))
        return NULL;
    JutuValue *cells = jutu_new(arena, JutuValue, (size_t)n);
    for (size_t i = 0; i < (size_t)n; i++)
        cells[i] = jutu_number(start + (double)i * step);
    JutuColumn *column = jutu_new(arena, JutuColumn, 1);
    const char *name = jutu_json_string(sequence, "as", "data");
    *column = (JutuColumn){ jutu_arena_strdup(arena, name), cells };
    JutuTable *table = jutu_new(arena, JutuTable, 1);
    *table = (JutuTable){ .n_rows = (size_t)n, .n_columns = 1, .columns = column };
    return table;
}

static bool has_rows(const json_t *data)
{
    return jutu_json_has(data, "url") || jutu_json_has(data, "values") ||
           jutu_json_has(data, "sequence");
}

void jutu_data_define(JutuDataSources *sources, const json_t *data)
{
    const char *name = jutu_json_string(data, "name", NULL);
    if (name && has_rows(data) && !g_hash_table_contains(sources->named, name))
        g_hash_table_insert(sources->named, (gpointer)name, (gpointer)data);
}

static void no_rows_error(const json_t *data, const char *pointer, GError **error)
{
    const char *name = jutu_json_string(data, "name", NULL);
    for (size_t i = 0; i < 2; i++) {
        const char *generator = i ? "sphere" : "graticule";
        if (jutu_json_has(data, generator)) {
            jutu_error_set(error, JUTU_ERROR_UNSUPPORTED, pointer, "\"%s\" can't be drawn yet",
                           generator);
            return;
        }
    }
    if (name)
        jutu_error_set(error, JUTU_ERROR_DATA, pointer,
                       "no data are called \"%s\"; add them to \"datasets\"", name);
    else
        jutu_error_set(error, JUTU_ERROR_SPEC, pointer,
                       "\"data\" needs \"url\", \"values\", \"name\" or \"sequence\"");
}

const JutuTable *jutu_data_load(JutuDataSources *sources, const json_t *data, const char *pointer,
                                GError **error)
{
    static const JutuTable none = { 0 };
    if (!jutu_json_given(data))
        return &none;
    jutu_data_define(sources, data);
    const char *name = jutu_json_string(data, "name", NULL);
    const json_t *format = json_object_get(data, "format");
    const json_t *set = name ? json_object_get(sources->options.datasets, name) : NULL;
    if (set) /* a data set replaces what else the data of its name say */
        return load_values(sources, set, format, pointer, error);
    if (name && !has_rows(data) && g_hash_table_contains(sources->named, name))
        data = g_hash_table_lookup(sources->named, name);
    if (jutu_json_has(data, "values"))
        return load_values(sources, json_object_get(data, "values"),
                           json_object_get(data, "format"), pointer, error);
    if (jutu_json_has(data, "url"))
        return load_url(sources, data, pointer, error);
    if (jutu_json_has(data, "sequence"))
        return load_sequence(sources, json_object_get(data, "sequence"), pointer, error);
    no_rows_error(data, pointer, error);
    return NULL;
}

const JutuDataResource *jutu_data_resource(JutuDataSources *sources, const json_t *data,
                                           GError **error)
{
    const char *url = jutu_json_string(data, "url", NULL);
    const char *name = jutu_json_string(data, "name", NULL);
    if (!url && name)
        url = jutu_json_string(g_hash_table_lookup(sources->named, name), "url", NULL);
    if (!url || !sources->packages)
        return NULL;
    return jutu_data_packages_find(sources->packages, url, error);
}

const char *const *jutu_data_check_package(JutuDataSources *sources, const char *path,
                                           GError **error)
{
    return jutu_data_packages_check(sources->packages, path, error);
}

static GHashTable *own_table(GHashTable *table, JutuArena *arena)
{
    return jutu_arena_own(arena, table, (void (*)(void *))g_hash_table_unref);
}

JutuReader *jutu_data_reader(const JutuDataSources *sources)
{
    return sources->options.reader;
}

JutuDataSources *jutu_data_sources_new(JutuContext *context, const JutuDataOptions *options)
{
    JutuArena *arena = context->arena;
    JutuDataSources *sources = jutu_new(arena, JutuDataSources, 1);
    *sources = (JutuDataSources){
        .context = context,
        .options = *options,
        .named = own_table(g_hash_table_new(g_str_hash, g_str_equal), arena),
        .tables = own_table(g_hash_table_new(g_str_hash, g_str_equal), arena),
    };
    if (options->reader)
        sources->packages = jutu_data_packages_new(options->reader, context);
    if (sources->options.max_cells == 0)
        sources->options.max_cells = context->most_cells;
    return sources;
}
