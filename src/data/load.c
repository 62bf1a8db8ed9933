#include "data/load.h"

#include <string.h>

#include "base/json.h"
#include "data/csv.h"
#include "data/json_rows.h"
#include "data/place.h"
#include "data/schema_warn.h"
#include "data/typed.h"

static const JutuTable *read_json(const JutuLoad *load, const char *text, size_t length,
                                  GError **error)
{
    JutuArena *arena = load->context->arena;
    g_autofree char *copy = g_strndup(text, length); /* ends in a NUL, as parsing wants */
    json_t *json = jutu_json_parse(copy, length, error);
    if (!json)
        return NULL;
    jutu_json_own(arena, json);
    return jutu_json_rows(json, jutu_json_string(load->format, "property", NULL), load->max_cells,
                          arena, error);
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

static const JutuTable *read_delimited(const JutuLoad *load, const char *text, size_t length,
                                       const char *delimiter, GError **error)
{
    JutuContext *context = load->context;
    const JutuDataResource *resource = load->resource;
    JutuCsvOptions *options = jutu_new(context->arena, JutuCsvOptions, 1);
    *options = (JutuCsvOptions){
        .delimiter = jutu_arena_strdup(context->arena, delimiter),
        .header = header_of(load),
        .max_cells = load->max_cells,
    };
    const JutuCsv *csv = jutu_csv_read(text, length, options, context->arena, error);
    if (!csv)
        return NULL;
    const char *name = load->file ? load->file : "values";
    jutu_csv_warn(csv, text, length, options, name, load->pointer, context);
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
    bool described = resource && resource->schema;
    return read_types(load, described ? apply_schema(load, table) : table);
}

static const JutuTable *read_csv(const JutuLoad *load, const char *text, size_t length,
                                 GError **error)
{
    const char *delimiter = load->resource ? load->resource->delimiter : NULL;
    return read_delimited(load, text, length, delimiter ? delimiter : ",", error);
}

static const JutuTable *read_tsv(const JutuLoad *load, const char *text, size_t length,
                                 GError **error)
{
    return read_delimited(load, text, length, "\t", error);
}

static const JutuTable *read_dsv(const JutuLoad *load, const char *text, size_t length,
                                 GError **error)
{
    const char *delimiter = jutu_json_string(load->format, "delimiter", NULL);
    if (delimiter)
        return read_delimited(load, text, length, delimiter, error);
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
    { "topojson", false, refuse_topojson },
};

bool jutu_load_is_delimited(const char *type)
{
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        if (strcmp(types[i].name, type) == 0)
            return types[i].is_delimited;
    }
    return false;
}

const JutuTable *jutu_load_text(const JutuLoad *load, const char *text, size_t length,
                                GError **error)
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

const char *jutu_load_type_of_url(const char *url)
{
    const char *dot = strrchr(url, '.');
    for (size_t i = 0; dot && i < G_N_ELEMENTS(types); i++) {
        if (strcmp(types[i].name, dot + 1) == 0)
            return types[i].name;
    }
    return "json";
}
