#include "data/data.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "data/csv.h"
#include "data/json_rows.h"
#include "data/parse.h"
#include "data/text.h"

struct JutuDataSources {
    JutuContext *context;
    JutuDataOptions options;
    GHashTable *named;  /* name -> const json_t: a data object */
    GHashTable *tables; /* key -> const JutuTable */
};

/* A text or JSON tree to be made a table. */
typedef struct {
    JutuDataSources *sources;
    const json_t *format; /* NULL: none */
    const json_t *values; /* NULL: a file has them */
    const char *type;     /* of the format */
    const char *file;     /* its name for messages; NULL: it stands in the spec */
    const char *pointer;  /* of the data object */
} Load;

/* Says where: the file, if there is one, with line and column where they are known. */
static void set_error(GError **error, const Load *load, const char *member, const GError *reason)
{
    JutuArena *arena = load->sources->context->arena;
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

static const JutuTable *read_json(const Load *load, const char *text, size_t length, GError **error)
{
    JutuArena *arena = load->sources->context->arena;
    g_autofree char *copy = g_strndup(text, length); /* ends in a NUL, as parsing wants */
    json_t *json = jutu_json_parse(copy, length, error);
    if (!json)
        return NULL;
    jutu_json_own(arena, json);
    return jutu_json_rows(json, jutu_json_string(load->format, "property", NULL),
                          load->sources->options.max_cells, arena, error);
}

/* The names of "header", for texts without a line of them. */
static const char *const *header_of(const json_t *format, JutuArena *arena)
{
    const json_t *header = json_object_get(format, "header");
    size_t n = json_array_size(header);
    if (n == 0)
        return NULL;
    const char **names = jutu_new(arena, const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        names[i] = jutu_to_text(jutu_value_from_json(json_array_get(header, i), arena), arena);
    return names;
}

static const JutuTable *read_delimited(const Load *load, const char *text, size_t length,
                                       const char *delimiter, GError **error)
{
    JutuContext *context = load->sources->context;
    JutuCsvOptions options = {
        .delimiter = delimiter,
        .header = header_of(load->format, context->arena),
        .max_cells = load->sources->options.max_cells,
    };
    const JutuCsv *csv = jutu_csv_read(text, length, &options, context->arena, error);
    if (csv)
        jutu_csv_warn(csv, text, length, &options, load->file ? load->file : "values",
                      load->pointer, context);
    return csv ? csv->table : NULL;
}

static const JutuTable *read_csv(const Load *load, const char *text, size_t length, GError **error)
{
    return read_delimited(load, text, length, ",", error);
}

static const JutuTable *read_tsv(const Load *load, const char *text, size_t length, GError **error)
{
    return read_delimited(load, text, length, "\t", error);
}

static const JutuTable *read_dsv(const Load *load, const char *text, size_t length, GError **error)
{
    const char *delimiter = jutu_json_string(load->format, "delimiter", NULL);
    if (delimiter)
        return read_delimited(load, text, length, delimiter, error);
    jutu_error_set(error, JUTU_ERROR_SPEC, NULL,
                   "the type \"dsv\" needs a \"delimiter\" in \"format\"");
    return NULL;
}

static const JutuTable *refuse_topojson(const Load *load, const char *text, size_t length,
                                        GError **error)
{
    (void)load, (void)text, (void)length;
    jutu_error_set(error, JUTU_ERROR_UNSUPPORTED, NULL, "TopoJSON can't be read yet");
    return NULL;
}

static const struct {
    const char *name;
    const JutuTable *(*read)(const Load *load, const char *text, size_t length, GError **error);
} types[] = {
    { "json", read_json },           { "csv", read_csv }, { "tsv", read_tsv }, { "dsv", read_dsv },
    { "topojson", refuse_topojson },
};

static const JutuTable *read_text(const Load *load, const char *text, size_t length, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        if (strcmp(types[i].name, load->type) == 0)
            return types[i].read(load, text, length, error);
    }
    jutu_error_set(error, JUTU_ERROR_SPEC, NULL,
                   "unknown format type \"%s\"; use \"csv\", \"tsv\", \"dsv\" or \"json\"",
                   load->type);
    return NULL;
}

/* The type that the URL's last part names, else "json". */
static const char *type_of_url(const char *url)
{
    const char *dot = strrchr(url, '.');
    for (size_t i = 0; dot && i < G_N_ELEMENTS(types); i++) {
        if (strcmp(types[i].name, dot + 1) == 0)
            return types[i].name;
    }
    return "json";
}

static const JutuTable *read_url(Load *load, GError **error)
{
    const JutuDataOptions *options = &load->sources->options;
    if (!options->reader) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "files can't be read here; use \"values\"");
        return NULL;
    }
    g_autoptr(GBytes) bytes = options->reader->read(options->reader, load->file, error);
    if (!bytes)
        return NULL;
    const char *encoding = jutu_json_string(load->format, "encoding", options->encoding);
    g_autoptr(GBytes) decoded = jutu_text_decode(bytes, encoding, load->file, error);
    if (!decoded)
        return NULL;
    size_t length;
    const char *text = g_bytes_get_data(decoded, &length);
    return read_text(load, text ? text : "", length, error);
}

static const JutuTable *read_values(Load *load, GError **error)
{
    const json_t *values = load->values;
    if (json_is_string(values))
        return read_text(load, json_string_value(values), json_string_length(values), error);
    return jutu_json_rows(values, jutu_json_string(load->format, "property", NULL),
                          load->sources->options.max_cells, load->sources->context->arena, error);
}

/* The table of this key, read unless it has been. */
static const JutuTable *load_once(Load *load, const char *key, GError **error)
{
    GHashTable *tables = load->sources->tables;
    const JutuTable *table = g_hash_table_lookup(tables, key);
    if (table)
        return table;
    g_autoptr(GError) reason = NULL;
    table = load->values ? read_values(load, &reason) : read_url(load, &reason);
    if (table)
        g_hash_table_insert(tables, (gpointer)key, (gpointer)table);
    else
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
    Load load = {
        .sources = sources,
        .format = format,
        .type = jutu_json_string(format, "type", type_of_url(url)),
        .file = url,
        .pointer = pointer,
    };
    json_t *how = format ? json_copy((json_t *)format) : json_object();
    json_object_del(how, "parse"); /* is done after this */
    char *text = json_dumps(how, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
    const char *key = jutu_arena_printf(sources->context->arena, "%s %s", url, text);
    free(text);
    json_decref(how);
    return load_once(&load, key, error);
}

static const JutuTable *load_values(JutuDataSources *sources, const json_t *values,
                                    const json_t *format, const char *pointer, GError **error)
{
    Load load = {
        .sources = sources,
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
    return load_once(&load, key, error);
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
    JutuValue *cells = jutu_new(arena, JutuValue, (size_t)n);
    for (size_t i = 0; i < (size_t)n; i++)
        cells[i] = jutu_number(start + (double)i * step);
    JutuColumn *column = jutu_new(arena, JutuColumn, 1);
    const char *name = jutu_json_string(sequence, "as", "data");
    *column = (JutuColumn){ jutu_arena_strdup(arena, name), cells };
    JutuTable *table = jutu_new(arena, JutuTable, 1);
    *table = (JutuTable){ (size_t)n, 1, column };
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
    if (!data || json_is_null(data))
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

const JutuTable *jutu_data_parse(JutuDataSources *sources, const JutuTable *table,
                                 const json_t *parse, const char *pointer, GError **error)
{
    return jutu_parse_columns(table, parse, sources->context, pointer, error);
}

static GHashTable *own_table(GHashTable *table, JutuArena *arena)
{
    return jutu_arena_own(arena, table, (void (*)(void *))g_hash_table_unref);
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
    if (sources->options.max_cells == 0)
        sources->options.max_cells = JUTU_MAX_CELLS;
    return sources;
}
