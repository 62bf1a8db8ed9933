#include "base/json.h"
#include "data/csv.h"
#include "data/parse.h"
#include "data/text.h"
#include "probe.h"

/* A cell under its name as written, which may hold a NUL. */
static json_t *rows_json(const JutuCsv *csv, const JutuTable *table, JutuArena *arena)
{
    json_t *rows = json_array();
    for (size_t row = 0; row < table->n_rows; row++) {
        json_t *object = json_object();
        for (size_t c = 0; c < csv->n_names; c++) {
            const JutuColumn *column = jutu_table_find(table, csv->names[c].string);
            if (column)
                json_object_setn_new(object, csv->names[c].string, csv->names[c].length,
                                     probe_json(column->cells[row], arena));
        }
        json_array_append_new(rows, object);
    }
    return rows;
}

json_t *probe_csv(const json_t *given, JutuContext *context, GError **error)
{
    const char *path = jutu_json_string(given, "path", "");
    const json_t *format = json_object_get(given, "format");
    const char *type = jutu_json_string(format, "type", "csv");
    JutuCsvOptions options = {
        .delimiter = jutu_json_string(format, "delimiter", g_str_equal(type, "tsv") ? "\t" : ","),
    };
    char *bytes;
    gsize length;
    if (!g_file_get_contents(path, &bytes, &length, error))
        return NULL;
    g_autoptr(GBytes) file = g_bytes_new_take(bytes, length);
    g_autoptr(GBytes) text = jutu_text_decode(
        file, jutu_json_string(given, "declared_encoding", NULL), path, error);
    if (!text)
        return NULL;
    const char *start = g_bytes_get_data(text, &length);
    const JutuCsv *csv = jutu_csv_read(start, length, &options, context->arena, error);
    if (!csv)
        return NULL;

    json_t *parse = json_string("auto");
    const JutuTable *typed = jutu_parse_columns(csv->table, parse, context, "", error);
    json_decref(parse);
    json_t *columns = json_array();
    for (size_t c = 0; c < csv->n_names; c++)
        json_array_append_new(columns, jutu_value_to_json(csv->names[c]));
    return json_pack("{sososo}", "columns", columns, "rows",
                     rows_json(csv, csv->table, context->arena), "typed",
                     rows_json(csv, typed, context->arena));
}
