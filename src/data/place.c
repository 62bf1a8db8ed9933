#include "data/place.h"

#include <string.h>

#include "data/typed_text.h"

struct JutuLines {
    GArray *rows;   /* of size_t: the line that each row begins in, from 1 */
    GArray *starts; /* of size_t: the byte that each line begins with */
};

/* Whether a column is called so in the file, where spaces may stand around its name. */
static bool is_called(const char *in_file, const char *column)
{
    size_t length = strlen(in_file);
    const char *start = jutu_cell_trim(in_file, &length);
    return strcmp(in_file, column) == 0 ||
           (strlen(column) == length && memcmp(start, column, length) == 0);
}

/* The field of this name; the last one counts. 0 if there is none. */
static size_t field_of(const JutuCsv *csv, const char *column)
{
    size_t field = 0;
    for (size_t c = 0; column && c < csv->n_names; c++) {
        if (is_called(csv->names[c].string, column))
            field = c;
    }
    return field;
}

static bool ends_line(const char *at, const char *end)
{
    return *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'));
}

static void free_lines(void *data)
{
    JutuLines *lines = data;
    g_clear_pointer(&lines->rows, g_array_unref);
    g_clear_pointer(&lines->starts, g_array_unref);
}

/* Looked for once for all places of a file. */
static void find_lines(const JutuOrigin *origin)
{
    const char *end = origin->text + origin->length;
    GArray *starts = g_array_new(false, false, sizeof(size_t));
    size_t start = 0;
    g_array_append_val(starts, start);
    for (const char *at = origin->text; at < end; at++) {
        start = (size_t)(at - origin->text) + 1;
        if (ends_line(at, end))
            g_array_append_val(starts, start);
    }
    origin->lines->starts = starts;
    origin->lines->rows = jutu_csv_lines(origin->text, origin->length, origin->options);
}

JutuLines *jutu_lines_new(JutuArena *arena)
{
    return jutu_arena_own(arena, jutu_new(arena, JutuLines, 1), free_lines);
}

void jutu_place_go_to_field(const JutuOrigin *origin, size_t field, JutuPlace *place)
{
    if (!origin->lines->rows)
        find_lines(origin);
    const GArray *starts = origin->lines->starts;
    if (place->line == 0 || place->line > starts->len)
        return;
    const char *end = origin->text + origin->length;
    const char *at = origin->text + g_array_index(starts, size_t, place->line - 1);
    const char *delimiter = origin->options->delimiter ? origin->options->delimiter : ",";
    size_t size = strlen(delimiter);
    bool quoted = false, starts_field = true;
    for (; at < end && field > 0; at++) {
        if (!quoted && ends_line(at, end))
            break; /* the row is short */
        bool splits = !quoted && (size_t)(end - at) >= size && memcmp(at, delimiter, size) == 0;
        if (splits)
            at += size - 1;
        field -= splits;
        if (*at == '"' && (quoted || starts_field))
            quoted = !quoted;
        starts_field = splits || (starts_field && *at == '"');
        place->column += ((unsigned char)*at & 0xc0) != 0x80;
        if (ends_line(at, end)) {
            place->line++;
            place->column = 1;
        }
    }
}

JutuPlace jutu_table_place(const JutuTable *table, size_t row, const char *column)
{
    const JutuOrigin *origin = table->origin;
    if (!origin || !origin->text)
        return (JutuPlace){ .file = origin ? origin->file : NULL };
    if (!origin->lines->rows)
        find_lines(origin);
    JutuPlace place = { .file = origin->file, .column = 1 };
    size_t at = table->rows ? table->rows[row] : row;
    const GArray *rows = origin->lines->rows;
    place.line = rows && at < rows->len ? g_array_index(rows, size_t, at) : 0;
    size_t field = field_of(origin->csv, column);
    if (field > 0)
        jutu_place_go_to_field(origin, field, &place);
    return place;
}
