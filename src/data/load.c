#include "data/load.h"

#include <string.h>

#include "base/json.h"
#include "data/dialect.h"
#include "data/json_lines.h"
#include "data/json_rows.h"
#include "data/place.h"
#include "data/schema_warn.h"
#include "data/typed.h"

static const JutuTable *read_json(const JutuLoad *load, const char *text, size_t length,
                                  GError **error)
{
    JutuArena *arena = load->context->arena;
    g_autofree char *copy = g_strndup(text, length); /* ends in a NUL, as parsing wants */
    json_t *json = jutu_json_is_lines(text, length) ? jutu_json_lines(text, length, error)
                                                    : jutu_json_parse(copy, length, error);
    if (!json)
        return NULL;
    jutu_json_own(arena, json);
    return jutu_json_rows(json, jutu_json_string(load->format, "property", NULL), load->max_cells,
                          arena, error);
}

static const JutuTable *read_json_lines(const JutuLoad *load, const char *text, size_t length,
                                        GError **error)
{
    json_t *json = jutu_json_lines(text, length, error);
    if (!json)
        return NULL;
    jutu_json_own(load->context->arena, json);
    return jutu_json_rows(json, jutu_json_string(load->format, "property", NULL), load->max_cells,
                          load->context->arena, error);
}

/* The names of "header", for texts without a line of them; or those of the schema. */
static const char *const *header_of(const JutuLoad *load)
{
    JutuArena *arena = load->context->arena;
    const json_t *header = json_object_get(load->format, "header");
    const JutuDataResource *resource = load->resource;
    const JutuSchema *schema = resource && !resource->has_header && !header ? resource->schema
                                                                            : NULL;
    size_t n = schema ? schema->n_fields : json_array_size(header);
    if (n == 0)
        return NULL;
    const char **names = jutu_new(arena, const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        names[i] = schema ? schema->fields[i].name
                          : jutu_to_text(jutu_value_from_json(json_array_get(header, i), arena),
                                         arena);
    return names;
}

/* As its schema says; cells that aren't of their type are null, and what is wrong is said. */
static const JutuTable *apply_schema(const JutuLoad *load, const JutuTable *table)
{
    g_autoptr(GArray) faults = g_array_new(false, false, sizeof(JutuSchemaFault));
    const JutuTable *read = jutu_schema_apply(load->resource->schema, table, load->context, faults);
    jutu_schema_warn(faults, table, load->resource->package, load->pointer, load->context);
    return read;
}

/* The columns that no schema has read, by what stands in them. */
static const JutuTable *read_types(const JutuLoad *load, const JutuTable *table)
{
    const json_t *parse = json_object_get(load->format, "parse");
    if (!jutu_rule_acts(load->context, JUTU_RULE_typed_cells) || json_is_null(parse))
        return table;
    JutuTyping typing = {
        .decimal_comma = jutu_typed_has_commas(table),
        .schema = load->resource ? load->resource->schema : NULL,
        .pointer = load->pointer,
        .parse = parse,
        .spec = load->spec,
    };
    return jutu_typed_read(table, &typing, load->context);
}

/* The line of the columns' names, as asked by hand, by the spec, by the data package. */
static size_t header_line(const JutuLoad *load)
{
    double line = load->header > 0 ? (double)load->header
                                   : jutu_json_number(load->format, "header", 0);
    if (line >= 1 && line <= G_MAXINT)
        return (size_t)line;
    return load->resource ? load->resource->header_row : 0;
}

/* @param delimiter  as somebody said, or NULL
 * @param usual      of the format */
static const JutuTable *read_delimited(const JutuLoad *load, const char *text, size_t length,
                                       const char *delimiter, const char *usual, GError **error)
{
    JutuContext *context = load->context;
    const JutuDataResource *resource = load->resource;
    JutuCsvOptions *options = jutu_new(context->arena, JutuCsvOptions, 1);
    *options = (JutuCsvOptions){
        .header = header_of(load),
        .max_cells = load->max_cells,
    };
    const char *name = load->file ? load->file : "values";
    JutuDialectAsked asked = { name, load->pointer, delimiter, usual, header_line(load) };
    const JutuCsv *csv = jutu_dialect_read(text, length, &asked, options, context, error);
    if (!csv)
        return NULL;
    JutuOrigin *origin = jutu_new(context->arena, JutuOrigin, 1);
    *origin = (JutuOrigin){ .file = jutu_arena_strdup(context->arena, name),
                            .text = text,
                            .length = length,
                            .options = options,
                            .csv = csv,
                            .table = csv->table,
                            .lines = jutu_lines_new(context->arena) };
    JutuTable *table = jutu_copy(context->arena, JutuTable, csv->table, 1);
    table->origin = origin;
    jutu_csv_warn(origin, load->pointer, context);
    bool described = resource && resource->schema;
    return read_types(load, described ? apply_schema(load, table) : table);
}

static const JutuTable *read_csv(const JutuLoad *load, const char *text, size_t length,
                                 GError **error)
{
    const char *delimiter = load->resource ? load->resource->delimiter : NULL;
    return read_delimited(load, text, length, delimiter, ",", error);
}

static const JutuTable *read_tsv(const JutuLoad *load, const char *text, size_t length,
                                 GError **error)
{
    const char *delimiter = load->resource ? load->resource->delimiter : NULL;
    return read_delimited(load, text, length, delimiter, "\t", error);
}

static const JutuTable *read_dsv(const JutuLoad *load, const char *text, size_t length,
                                 GError **error)
{
    const char *delimiter = jutu_json_string(load->format, "delimiter", NULL);
    if (delimiter)
        return read_delimited(load, text, length, delimiter, ",", error);
    jutu_error_set(error, JUTU_ERROR_SPEC, NULL,
                   "the type \"dsv\" needs a \"delimiter\" in \"format\"");
    return NULL;
}

static const JutuTable *refuse_topojson(const JutuLoad *load, const char *text, size_t length,
                                        GError **error)
{
    (void)load, (void)text, (void)length;
    jutu_error_set(error, JUTU_ERROR_UNSUPPORTED, NULL, "TopoJSON can't be read yet");
    return NULL;
}

static const struct {
    const char *name;
    bool is_delimited;
    const JutuTable *(*read)(const JutuLoad *load, const char *text, size_t length, GError **error);
} types[] = {
    { "json", false, read_json },
    { "csv", true, read_csv },
    { "tsv", true, read_tsv },
    { "dsv", true, read_dsv },
    { "ndjson", false, read_json_lines },
    { "topojson", false, refuse_topojson },
};

bool jutu_load_is_delimited(const char *type)
{
    for (size_t i = 0; type && i < G_N_ELEMENTS(types); i++) {
        if (strcmp(types[i].name, type) == 0)
            return types[i].is_delimited;
    }
    return !type;
}

/* JSON by its first character, else cells and separators. */
static const char *type_of_text(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && g_ascii_isspace(text[at]))
        at++;
    return at < length && (text[at] == '{' || text[at] == '[') ? "json" : "csv";
}

const JutuTable *jutu_load_text(const JutuLoad *load, const char *text, size_t length,
                                GError **error)
{
    const char *type = load->type ? load->type : type_of_text(text, length);
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        if (strcmp(types[i].name, type) == 0)
            return types[i].read(load, text, length, error);
    }
    jutu_error_set(error, JUTU_ERROR_SPEC, NULL,
                   "unknown format type \"%s\"; use \"csv\", \"tsv\", \"dsv\", \"json\" or "
                   "\"ndjson\"",
                   type);
    return NULL;
}

/* Endings that are no format's name. */
static const struct {
    const char *ending, *type;
} endings[] = {
    { "jsonl", "ndjson" },
    { "geojson", "json" },
    { "tab", "tsv" },
};

const char *jutu_load_type_of_url(const char *url)
{
    size_t length = strlen(url);
    if (length > 3 && g_ascii_strcasecmp(url + length - 3, ".gz") == 0)
        length -= 3;
    g_autofree char *name = g_strndup(url, length);
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < G_N_ELEMENTS(types); i++) {
        if (g_ascii_strcasecmp(types[i].name, dot + 1) == 0)
            return types[i].name;
    }
    for (size_t i = 0; dot && i < G_N_ELEMENTS(endings); i++) {
        if (g_ascii_strcasecmp(endings[i].ending, dot + 1) == 0)
            return endings[i].type;
    }
    return NULL;
}
