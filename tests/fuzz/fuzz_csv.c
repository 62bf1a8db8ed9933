/*
 * Any bytes as a data file: as delimited text in some encoding, typed by what
 * it looks like, and as JSON. The first byte chooses delimiter and encoding; of
 * a letter, bars stand for line ends, so that seeds fit in a line.
 */
#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "base/json.h"
#include "data/csv.h"
#include "data/json_rows.h"
#include "data/parse.h"
#include "data/place.h"
#include "data/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { MAX_CELLS = 100000 };

/* Every cell is a text that ends where it says, and rows stand in lines in their order. */
static void check_table(const JutuCsv *csv, const char *text, size_t length,
                        const JutuCsvOptions *options)
{
    for (size_t c = 0; c < csv->table->n_columns; c++) {
        for (size_t row = 0; row < csv->table->n_rows; row++) {
            JutuValue cell = csv->table->columns[c].cells[row];
            g_assert(cell.type == JUTU_STRING && cell.string[cell.length] == '\0');
            g_assert(g_utf8_validate_len(cell.string, strlen(cell.string), NULL));
        }
    }
    size_t n = csv->table->n_rows;
    if (n > 1)
        g_assert(jutu_csv_line(text, length, options, n - 1) >
                 jutu_csv_line(text, length, options, n / 2 - 1));
}

static void read_delimited(const char *text, size_t length, const char *delimiter,
                           JutuContext *context)
{
    JutuCsvOptions options = { .delimiter = delimiter, .max_cells = MAX_CELLS };
    const JutuCsv *csv = jutu_csv_read(text, length, &options, context->arena, NULL);
    if (!csv)
        return;
    check_table(csv, text, length, &options);
    JutuOrigin origin = {
        "x.csv", text, length, &options, csv, csv->table, jutu_lines_new(context->arena)
    };
    jutu_csv_warn(&origin, "", context);
    json_t *parse = json_string("auto");
    g_assert(jutu_parse_columns(csv->table, parse, context, "", NULL));
    json_decref(parse);
}

static void read_json(const char *text, size_t length, JutuArena *arena)
{
    g_autofree char *copy = g_strndup(text, length);
    json_t *json = jutu_json_parse(copy, length, NULL);
    if (json)
        jutu_json_rows(json, NULL, MAX_CELLS, arena, NULL);
    json_decref(json);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const delimiters[] = { ",", ";", "\t", " ", "、" };
    static const char *const encodings[] = { NULL, "gbk", "utf-16le", "windows-1252" };
    if (size == 0)
        return 0;
    const char *delimiter = delimiters[bytes[0] % G_N_ELEMENTS(delimiters)];
    const char *encoding = encodings[(bytes[0] >> 4) % G_N_ELEMENTS(encodings)];
    char *copy = g_memdup2(bytes + 1, size - 1);
    for (size_t i = 0; g_ascii_isalpha(bytes[0]) && i + 1 < size; i++)
        copy[i] = copy[i] == '|' ? '\n' : copy[i];
    g_autoptr(GBytes) file = g_bytes_new_take(copy, size - 1);
    g_autoptr(GBytes) decoded = jutu_text_decode(file, encoding, "x.csv", NULL);
    if (!decoded)
        return 0;
    size_t length;
    const char *text = g_bytes_get_data(decoded, &length);
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    read_delimited(text ? text : "", length, delimiter, context);
    read_json(text ? text : "", length, arena);
    jutu_arena_free(arena);
    return 0;
}
