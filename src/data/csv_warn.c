#include <string.h>

#include "data/csv.h"

typedef struct {
    const JutuCsv *csv;
    const char *text;
    size_t length;
    const JutuCsvOptions *options;
    const char *name, *pointer;
    JutuContext *context;
} Check;

/* @param line  0: unknown */
static void warn_at(const Check *check, JutuRule rule, size_t line, const char *text)
{
    JutuPlace place = { check->name, line, line > 0 };
    jutu_warn_at(check->context, rule, place, check->pointer, "%s", text);
}

/* "; 3 more rows alike" */
static const char *others(size_t n, JutuArena *arena)
{
    return n > 1 ? jutu_arena_printf(arena, "; %zu more rows alike", n - 1) : "";
}

static void warn_row(const Check *check, JutuCsvRows rows, const char *what)
{
    if (rows.n > 0)
        warn_at(check, JUTU_RULE_ragged_rows,
                jutu_csv_line(check->text, check->length, check->options, rows.first),
                jutu_arena_printf(check->context->arena, "%s%s", what,
                                  others(rows.n, check->context->arena)));
}

static void warn_rows(const Check *check)
{
    const JutuCsv *csv = check->csv;
    JutuArena *arena = check->context->arena;
    warn_row(check, csv->blank, "a blank line is a row of empty cells; remove it");
    warn_row(check, csv->shorter,
             jutu_arena_printf(arena,
                               "fewer cells than the header's %zu; the missing ones are empty",
                               csv->n_names));
    warn_row(check, csv->longer,
             jutu_arena_printf(arena, "more cells than the header's %zu; the rest is dropped",
                               csv->n_names));
    if (csv->open_quote)
        warn_at(check, JUTU_RULE_broken_quotes, 0,
                "a quoted cell has no end and swallows the rest of the file; look at its last "
                "cell");
    if (csv->table->n_rows == 0)
        warn_at(check, JUTU_RULE_no_rows, 0, "there are no rows below the header");
}

static void warn_names(const Check *check)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t c = 0; c < check->csv->n_names; c++) {
        JutuValue name = check->csv->names[c];
        if (name.length == 0)
            warn_at(check, JUTU_RULE_header, 1,
                    jutu_arena_printf(check->context->arena, "column %zu has no name; give it one",
                                      c + 1));
        else if (!g_hash_table_add(seen, (gpointer)name.string))
            warn_at(check, JUTU_RULE_header, 1,
                    jutu_arena_printf(check->context->arena,
                                      "several columns are called \"%s\"; only the last counts",
                                      name.string));
    }
}

static size_t line_of(const char *text, const char *at)
{
    size_t line = 1;
    for (; text < at; text++)
        line += *text == '\n';
    return line;
}

void jutu_csv_warn(const JutuCsv *csv, const char *text, size_t length,
                   const JutuCsvOptions *options, const char *name, const char *pointer,
                   JutuContext *context)
{
    Check check = { csv, text, length, options, name, pointer, context };
    warn_rows(&check);
    if (!options->header)
        warn_names(&check);
    const char *nul = length > 0 ? memchr(text, '\0', length) : NULL;
    if (nul)
        warn_at(&check, JUTU_RULE_nul_bytes, line_of(text, nul),
                "a NUL byte; is this a text file at all?");
}
