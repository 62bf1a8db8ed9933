#include <string.h>

#include "data/place.h"

typedef struct {
    const JutuOrigin *origin;
    const char *pointer;
    JutuContext *context;
} Check;

static void warn_at(const Check *check, JutuRule rule, JutuPlace place, const char *text)
{
    jutu_warn_at(check->context, rule, place, check->pointer, "%s", text);
}

/* @param line  0: unknown */
static JutuPlace place_of(const Check *check, size_t line, size_t field)
{
    JutuPlace place = { check->origin->file, line, line > 0 };
    if (line > 0)
        jutu_place_go_to_field(check->origin, field, &place);
    return place;
}

/* "; 3 more rows alike" */
static const char *others(size_t n, const char *what, JutuArena *arena)
{
    return n > 1 ? jutu_arena_printf(arena, "; %zu more %s alike", n - 1, what) : "";
}

/* @param field  of the row: where it is wrong */
static void warn_row(const Check *check, JutuCsvRows rows, size_t field, const char *what)
{
    const JutuOrigin *origin = check->origin;
    if (rows.n == 0)
        return;
    size_t line = jutu_csv_line(origin->text, origin->length, origin->options, rows.first);
    warn_at(check, JUTU_RULE_ragged_rows, place_of(check, line, field),
            jutu_arena_printf(check->context->arena, "%s%s", what,
                              others(rows.n, "rows", check->context->arena)));
}

static void warn_rows(const Check *check)
{
    const JutuCsv *csv = check->origin->csv;
    JutuArena *arena = check->context->arena;
    warn_row(check, csv->blank, 0, "a blank line is a row of empty cells; remove it");
    warn_row(check, csv->shorter, csv->n_names,
             jutu_arena_printf(arena,
                               "fewer cells than the header's %zu; the missing ones are empty",
                               csv->n_names));
    warn_row(check, csv->longer, csv->n_names,
             jutu_arena_printf(arena, "more cells than the header's %zu; the rest is dropped",
                               csv->n_names));
    if (csv->table->n_rows == 0)
        warn_at(check, JUTU_RULE_no_rows, place_of(check, 0, 0),
                "there are no rows below the header");
}

static void warn_quotes(const Check *check)
{
    const JutuCsv *csv = check->origin->csv;
    const char *file = check->origin->file;
    JutuArena *arena = check->context->arena;
    if (csv->open_quote.line > 0)
        warn_at(check, JUTU_RULE_broken_quotes,
                (JutuPlace){ file, csv->open_quote.line, csv->open_quote.column },
                "a quoted cell begins here that has no end, and swallows the rest of the file; "
                "close it, or write a quote within it twice");
    if (csv->n_stray > 0)
        warn_at(check, JUTU_RULE_broken_quotes,
                (JutuPlace){ file, csv->stray.line, csv->stray.column },
                jutu_arena_printf(arena,
                                  "text behind a closing quote begins a cell of its own, without "
                                  "its first character; quote the whole cell, and write quotes "
                                  "within it twice%s",
                                  others(csv->n_stray, "cells", arena)));
}

/* Whether a name is a number, but no year or month, as in a file without a line of names. */
static bool is_number(JutuValue name)
{
    char *end;
    g_ascii_strtod(name.string, &end);
    return name.length > 0 && *end == '\0' && g_ascii_isdigit(end[-1]);
}

static bool is_value(JutuValue name)
{
    double number = g_ascii_strtod(name.string, NULL);
    bool is_year = number >= 1000 && number < 3000 && name.length == 4;
    bool is_month = number >= 1 && number <= 31 && name.length <= 2;
    return is_number(name) && !is_year && !is_month;
}

static bool all_are_numbers(const JutuCsv *csv)
{
    size_t n = 0;
    for (size_t c = 0; c < csv->n_names; c++)
        n += is_number(csv->names[c]);
    return n > 1 && n == csv->n_names;
}

static void warn_names(const Check *check)
{
    const JutuCsv *csv = check->origin->csv;
    JutuArena *arena = check->context->arena;
    size_t line = check->origin->options->above + 1;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t c = 0; c < csv->n_names; c++) {
        JutuValue name = csv->names[c];
        const char *text = NULL;
        if (name.length == 0)
            text = jutu_arena_printf(arena, "column %zu has no name; give it one", c + 1);
        else if (!g_hash_table_add(seen, (gpointer)name.string))
            text = jutu_arena_printf(
                arena, "several columns are called \"%s\"; only the last counts", name.string);
        else if (is_value(name) || (c == 0 && all_are_numbers(csv)))
            text = jutu_arena_printf(arena,
                                     "a column is called \"%s\"; if the file has no line of "
                                     "names, add one",
                                     name.string);
        if (text)
            warn_at(check, JUTU_RULE_header, place_of(check, line, c), text);
    }
}

static JutuPlace place_of_byte(const Check *check, const char *at)
{
    JutuPlace place = { check->origin->file, 1, 1 };
    for (const char *from = check->origin->text; from < at; from++) {
        place.column += ((unsigned char)*from & 0xc0) != 0x80;
        if (*from == '\n')
            place = (JutuPlace){ place.file, place.line + 1, 1 };
    }
    return place;
}

void jutu_csv_warn(const JutuOrigin *origin, const char *pointer, JutuContext *context)
{
    Check check = { origin, pointer, context };
    warn_rows(&check);
    warn_quotes(&check);
    if (!origin->options->header)
        warn_names(&check);
    const char *nul = origin->length > 0 ? memchr(origin->text, '\0', origin->length) : NULL;
    if (nul)
        warn_at(&check, JUTU_RULE_nul_bytes, place_of_byte(&check, nul),
                "a NUL byte; is this a text file at all?");
}
