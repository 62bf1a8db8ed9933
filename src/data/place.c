#include "data/place.h"

#include <string.h>

/* The field of this name; the last one counts. 0 if there is none. */
static size_t field_of(const JutuCsv *csv, const char *column)
{
    size_t field = 0;
    for (size_t c = 0; column && c < csv->n_names; c++) {
        if (strcmp(csv->names[c].string, column) == 0)
            field = c;
    }
    return field;
}

static bool ends_line(const char *at, const char *end)
{
    return *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'));
}

static const char *start_of_line(const char *text, const char *end, size_t line)
{
    for (; line > 1 && text < end; text++)
        line -= ends_line(text, end);
    return text;
}

/* Moves the place from the start of its line to that of a field of the row that begins there. */
static void go_to_field(const JutuOrigin *origin, size_t field, JutuPlace *place)
{
    const char *end = origin->text + origin->length;
    const char *at = start_of_line(origin->text, end, place->line);
    const char *delimiter = origin->options->delimiter ? origin->options->delimiter : ",";
    size_t size = strlen(delimiter);
    bool quoted = false, starts = true;
    for (; at < end && field > 0; at++) {
        bool splits = !quoted && (size_t)(end - at) >= size && memcmp(at, delimiter, size) == 0;
        if (splits)
            at += size - 1;
        field -= splits;
        if (*at == '"' && (quoted || starts))
            quoted = !quoted;
        starts = splits || (starts && *at == '"');
        place->column += ((unsigned char)*at & 0xc0) != 0x80;
        if (!quoted && ends_line(at, end))
            break; /* the row is short */
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
    JutuPlace place = { .file = origin->file, .column = 1 };
    place.line = jutu_csv_line(origin->text, origin->length, origin->options,
                               table->rows ? table->rows[row] : row);
    size_t field = field_of(origin->csv, column);
    if (field > 0)
        go_to_field(origin, field, &place);
    return place;
}
