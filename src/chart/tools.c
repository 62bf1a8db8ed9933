/* Tools besides charts: expressions tried out, and data files shown. */
#include <stdlib.h>
#include <string.h>

#include "backend/backend.h"
#include "base/json.h"
#include "base/limits.h"
#include "chart/chart.h"
#include "data/parse.h"
#include "data/typed.h"

static bool set_zone(JutuContext *context, const JutuOptions *options, GError **error)
{
    const char *name = JUTU_OPTION(options, timezone, NULL);
    return !name || jutu_context_set_zone(context, name, error);
}

/* JSON as the caller gets it: one that g_free() takes. */
static char *dump(json_t *json, size_t flags)
{
    char *text = json_dumps(json, flags | JSON_ENCODE_ANY | JSON_REAL_PRECISION(17));
    char *copy = g_strdup(text ? text : "null");
    free(text);
    json_decref(json);
    return copy;
}

static char *evaluate_text(const char *expression, const char *datum, JutuContext *context,
                           GError **error)
{
    JutuScope scope = { .context = context };
    if (datum) {
        json_t *json = jutu_json_parse(datum, strlen(datum), error);
        if (!json)
            return NULL;
        scope.datum = jutu_value_from_json(json, context->arena);
        json_decref(json);
    }
    const JutuExpr *expr = jutu_expr_parse(expression, "", context, error);
    if (!expr)
        return NULL;
    GError *problem = NULL;
    JutuValue value = jutu_expr_eval(expr, &scope, &problem);
    if (problem) {
        g_propagate_error(error, problem);
        return NULL;
    }
    return dump(jutu_value_to_json(value), JSON_COMPACT);
}

char *jutu_evaluate(const char *expression, const char *datum, const JutuOptions *options,
                    GError **error)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    char *text = set_zone(context, options, error)
                     ? evaluate_text(expression, datum, context, error)
                     : NULL;
    jutu_arena_free(arena);
    return text;
}

/* The types of columns as typed reading sees them, and the units that cells name. */
static void add_types(const JutuTable *table, json_t *out, JutuContext *context)
{
    json_t *types = json_object(), *units = json_object();
    bool commas = jutu_typed_has_commas(table);
    for (size_t c = 0; c < table->n_columns; c++) {
        const JutuColumn *column = &table->columns[c];
        JutuColumnType type = jutu_typed_infer(column->cells, table->n_rows, commas);
        if (!type.type) /* a schema has read it, or there are no rows */
            type.type = jutu_parse_infer(column->cells, table->n_rows, context);
        json_object_set_new(types, column->name, json_string(type.type));
        if (type.counts)
            json_object_set_new(units, column->name, json_string(jutu_counts_unit[type.counts]));
    }
    json_object_set_new(out, "types", types);
    if (json_object_size(units) > 0)
        json_object_set(out, "units", units);
    json_decref(units);
}

/* What was noticed, as it is said in a line: "3:2: …". */
static json_t *notes_of(const JutuContext *context)
{
    json_t *notes = json_array();
    for (guint i = 0; i < context->messages->len; i++) {
        const JutuMessage *message = context->messages->pdata[i];
        json_array_append_new(notes, json_pack("{s:s, s:i, s:i, s:s}", "id",
                                               jutu_rules[message->rule].name, "line",
                                               (int)message->place.line, "column",
                                               (int)message->place.column, "text", message->text));
    }
    return notes;
}

static char *explain_data(const char *path, JutuContext *context, JutuReader *reader,
                          const JutuOptions *given, GError **error)
{
    JutuDataOptions options = { .reader = reader,
                                .encoding = JUTU_OPTION(given, encoding, NULL),
                                .header = (size_t)MAX(JUTU_OPTION(given, header, 0), 0) };
    JutuDataSources *sources = jutu_data_sources_new(context, &options);
    json_t *data = jutu_json_own(context->arena, json_pack("{s:s}", "url", path));
    const JutuTable *table = jutu_data_load(sources, data, "", error);
    if (!table)
        return NULL;
    json_t *out = json_object();
    add_types(table, out, context);
    if (context->messages->len > 0)
        json_object_set_new(out, "notes", notes_of(context));
    json_object_set_new(out, "rows", jutu_table_to_json(table));
    return dump(out, JSON_INDENT(1));
}

/* The caller names the file itself, wherever it leads; its package stands in its folder, or in one
 * above on the way from the current one. */
static JutuReader *reader_of(const char *path, const JutuOptions *options)
{
    const char *local = g_str_has_prefix(path, "file://") ? path + strlen("file://") : path;
    g_autofree char *folder = g_path_get_dirname(local);
    const char *const allowed[] = { local, folder, g_path_is_absolute(local) ? NULL : ".", NULL };
    JutuFileReaderOptions files = { .base = JUTU_OPTION(options, base_dir, NULL),
                                    .allowed = allowed,
                                    .max_bytes = JUTU_MOST_FILE_BYTES,
                                    .input = JUTU_OPTION(options, input, NULL) };
    return jutu_file_reader_new(&files);
}

char *jutu_data_explain(const char *path, const JutuOptions *options, GError **error)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    JutuReader *reader = reader_of(path, options);
    char *text = set_zone(context, options, error)
                     ? explain_data(path, context, reader, options, error)
                     : NULL;
    jutu_file_reader_free(reader);
    jutu_arena_free(arena);
    return text;
}

struct JutuFindings {
    JutuArena *arena;
    JutuReader *reader;
    JutuContext *context;
    const JutuNote *notes;
    size_t n;
};

/* Reads one file of data; what is said of it goes to the context. */
static void look_at(JutuDataSources *sources, const char *path, JutuContext *context)
{
    g_autoptr(GError) error = NULL;
    const json_t *data = jutu_json_own(context->arena, json_pack("{s:s}", "url", path));
    JutuPlace place = { .file = path };
    g_autofree char *prefix = g_strdup_printf("%s: ", path);
    if (!jutu_data_load(sources, data, "", &error))
        jutu_report_at(context, JUTU_ERROR_DATA, place, "", "%s",
                       error->message +
                           (g_str_has_prefix(error->message, prefix) ? strlen(prefix) : 0));
    else if (!jutu_data_resource(sources, data, NULL))
        jutu_warn_at(
            context, JUTU_RULE_no_package, place, "",
            "no datapackage.json says what its columns are; `jutu data --package` writes a "
            "first one");
}

static bool look(const char *path, const JutuFindings *findings, GError **error)
{
    JutuDataOptions options = { .reader = findings->reader };
    JutuDataSources *sources = jutu_data_sources_new(findings->context, &options);
    if (!g_str_has_suffix(path, ".json")) {
        look_at(sources, path, findings->context);
        return true;
    }
    const char *const *files = jutu_data_check_package(sources, path, error);
    for (size_t i = 0; files && files[i]; i++)
        look_at(sources, files[i], findings->context);
    return files != NULL;
}

JutuFindings *jutu_data_check(const char *path, const JutuOptions *options, GError **error)
{
    JutuFindings *findings = g_new0(JutuFindings, 1);
    findings->arena = jutu_arena_new();
    findings->context = jutu_context_new(findings->arena);
    findings->context->all_faults = true;
    findings->reader = reader_of(path, options);
    if (!set_zone(findings->context, options, error) || !look(path, findings, error)) {
        jutu_findings_free(findings);
        return NULL;
    }
    findings->notes = jutu_notes(findings->context, NULL, findings->arena, &findings->n);
    return findings;
}

const JutuNote *jutu_findings_notes(const JutuFindings *findings, size_t *n)
{
    *n = findings->n;
    return findings->notes;
}

void jutu_findings_free(JutuFindings *findings)
{
    if (!findings)
        return;
    jutu_file_reader_free(findings->reader);
    jutu_context_free(findings->context);
    jutu_arena_free(findings->arena);
    g_free(findings);
}

const char *const *jutu_formats(void)
{
    static const char *const names[] = {
#define JUTU_BACKEND(name) #name,
#include "backend/backends.def"
#undef JUTU_BACKEND
        NULL,
    };
    return names;
}
