#include <string.h>

#include "data/dialect.h"
#include "data/dialect_cells.h"

/* How much better than the second best a separator is that is sure. */
static const double clear_lead = 1.67;

/* And than the usual one, that is worth a question though the usual one makes a table, too. */
static const double notable_lead = 1.1;

typedef struct {
    const char *text;
    size_t length;
    const JutuDialectAsked *asked;
    JutuCsvOptions *options;
    JutuContext *context;
} Dialect;

static const char *name_of(const char *delimiter)
{
    return strcmp(delimiter, "\t") == 0 ? "tab" : delimiter;
}

static void say(const Dialect *dialect, JutuRule rule, size_t line, const char *text)
{
    JutuPlace place = { dialect->asked->file, line, line > 0 };
    jutu_warn_at(dialect->context, rule, place, dialect->asked->pointer, "%s", text);
}

/* What tells the layout to a file that can't tell it itself. */
static const char *advice(const Dialect *dialect, size_t header)
{
    return jutu_arena_printf(dialect->context->arena,
                             "say so by --header %zu, \"header\": %zu in \"format\", or "
                             "\"headerRows\": [%zu] in the data package's \"dialect\"",
                             header, header, header);
}

static const JutuCsv *read_with(const Dialect *dialect, const char *delimiter, GError **error)
{
    dialect->options->delimiter = delimiter;
    return jutu_csv_read(dialect->text, dialect->length, dialect->options, dialect->context->arena,
                         error);
}

/* Whether all rows have as many cells as the header, and more than one. */
static bool is_regular(const JutuCsv *csv)
{
    return csv->n_names > 1 && csv->shorter.n == 0 && csv->longer.n == 0 &&
           csv->open_quote.line == 0 && csv->n_stray == 0;
}

/* Begins below a line "sep=;", whose separator counts unless somebody named one. */
static const char *skip_sep_line(const Dialect *dialect)
{
    char delimiter[2] = "";
    size_t size = jutu_dialect_sep_line(dialect->text, dialect->length, delimiter);
    if (size == 0)
        return NULL;
    const char *text = jutu_arena_strdup(dialect->context->arena, delimiter);
    dialect->options->from = size;
    dialect->options->above = 1;
    say(dialect, JUTU_RULE_dialect, 1,
        jutu_arena_printf(dialect->context->arena, "cells are separated by \"%s\", as it says",
                          name_of(text)));
    return text;
}

/* Whether a line of names could be split in more than one way. */
static bool has_other_separator(const JutuCsv *csv)
{
    for (size_t c = 0; c < csv->n_names; c++) {
        if (strpbrk(csv->names[c].string, ",;\t|"))
            return true;
    }
    return false;
}

/* Another separator than the usual one, if that splits the text badly and the other well.
 * @param regular  the usual one makes a table: then another is only asked about */
static const char *better_separator(const Dialect *dialect, const char *usual, bool regular)
{
    JutuArena *arena = dialect->context->arena;
    size_t from = dialect->options->from;
    JutuSeparators found = jutu_dialect_separators(dialect->text + from, dialect->length - from,
                                                   usual);
    bool other = found.best && strcmp(found.best, usual) != 0;
    if (!other ||
        (regular ? found.lead_of_usual < notable_lead : !found.is_table && !found.may_be_table))
        return NULL;
    if (!regular && found.is_table && found.lead_of_usual >= clear_lead) {
        say(dialect, JUTU_RULE_dialect, 0,
            jutu_arena_printf(arena, "cells are separated by \"%s\"", name_of(found.best)));
        if (found.lead < clear_lead)
            say(dialect, JUTU_RULE_dialect_unsure, 0,
                jutu_arena_printf(arena,
                                  "or by \"%s\"? Say which is meant by \"type\": \"dsv\" and "
                                  "\"delimiter\" in \"format\"",
                                  name_of(found.second)));
        return found.best;
    }
    say(dialect, JUTU_RULE_dialect_unsure, 0,
        jutu_arena_printf(arena,
                          "cells are taken to be separated by \"%s\", but it may be \"%s\"; say "
                          "which by \"type\": \"dsv\" and \"delimiter\" in \"format\"",
                          name_of(usual), name_of(found.best)));
    return NULL;
}

/* Passes over what is known to stand above the names, and what below them is no data. */
static void apply_layout(const Dialect *dialect)
{
    JutuCsvOptions *options = dialect->options;
    JutuArena *arena = dialect->context->arena;
    JutuLayout layout = jutu_dialect_layout(dialect->text, dialect->length, options, true);
    options->below = layout.units > 0;
    options->most_rows = MAX(layout.n_rows - options->below, 1);
    if (layout.units > 0)
        say(dialect, JUTU_RULE_dialect, layout.units, "a row of units, and no data");
    if (layout.footer > 0)
        say(dialect, JUTU_RULE_dialect, layout.footer,
            jutu_arena_printf(arena, "\"%s\" and what follows is a footer, and no data",
                              layout.footer_text));
    g_free(layout.footer_text);
}

/* Whether the first line, or the first or last row, look like something else than data. */
static bool is_suspect(const JutuCsv *csv)
{
    size_t n = csv->table->n_rows, filled = 0, last = 0;
    for (size_t c = 0; c < csv->n_names; c++)
        filled += csv->names[c].length > 0;
    if (n == 0 || csv->longer.n * 2 > n || (csv->n_names > 1 && filled < 2) || csv->longer.n == n)
        return true;
    if (csv->shorter.n + csv->blank.n > 0)
        return true;
    for (size_t c = 0; c < csv->table->n_columns; c++) {
        const JutuValue *cells = csv->table->columns[c].cells;
        last += cells[n - 1].length > 0;
    }
    for (size_t c = 0; n > 1 && c < csv->table->n_columns; c++) {
        const JutuValue *cells = csv->table->columns[c].cells;
        if (jutu_cell_is_number(cells[1].string, cells[1].length) && cells[0].length > 0 &&
            !jutu_cell_is_number(cells[0].string, cells[0].length))
            return true;
    }
    JutuValue first = csv->table->columns[0].cells[0];
    bool units = first.length == 0 || strstr(first.string, "单位") ||
                 strstr(first.string, "單位") || g_ascii_strncasecmp(first.string, "unit", 4) == 0;
    return csv->table->n_columns > 1 && (units || last == 1 || filled < csv->n_names);
}

/* Names what looks like a title, units or a footer, but is read as names and data. */
static void suspect_layout(const Dialect *dialect, const JutuCsv *csv)
{
    JutuArena *arena = dialect->context->arena;
    if (dialect->options->header || csv->table->n_columns == 0 || !is_suspect(csv))
        return;
    JutuLayout layout = jutu_dialect_layout(dialect->text, dialect->length, dialect->options,
                                            false);
    size_t first = dialect->options->above + 1;
    const char *how = advice(dialect, layout.header);
    if (layout.header > first)
        say(dialect, JUTU_RULE_title_rows, first,
            jutu_arena_printf(arena,
                              "this looks like a title, and line %zu like the names of the "
                              "columns; if so, %s",
                              layout.header, how));
    if (layout.units > 0)
        say(dialect, JUTU_RULE_title_rows, layout.units,
            jutu_arena_printf(arena,
                              "this looks like a row of units, but is read as data; if it "
                              "is one, %s",
                              how));
    if (layout.names > 0)
        say(dialect, JUTU_RULE_title_rows, layout.names,
            "this looks like names of columns, not like data; if they are, join all lines of names "
            "into one");
    if (layout.footer > 0)
        say(dialect, JUTU_RULE_title_rows, layout.footer,
            jutu_arena_printf(arena,
                              "\"%s\" looks like a footer, but is read as data; if it is "
                              "one, %s",
                              layout.footer_text, how));
    g_free(layout.footer_text);
}

const JutuCsv *jutu_dialect_read(const char *text, size_t length, const JutuDialectAsked *asked,
                                 JutuCsvOptions *options, JutuContext *context, GError **error)
{
    Dialect dialect = { text, length, asked, options, context };
    const char *said = skip_sep_line(&dialect), *given = asked->delimiter ? asked->delimiter : said;
    if (asked->header > 0) {
        options->from = jutu_dialect_line_start(text, length, asked->header);
        options->above = asked->header - 1;
    }
    if (options->from >= length && options->above > 0) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "%s: the names of the columns can't be on line %zu, as the file has not so "
                       "many",
                       asked->file, options->above + 1);
        return NULL;
    }
    const char *usual = jutu_arena_strdup(context->arena, given ? given : asked->usual);
    const JutuCsv *csv = read_with(&dialect, usual, error);
    if (!csv)
        return NULL;
    bool regular = is_regular(csv);
    const char *better = given || (regular && !has_other_separator(csv))
                             ? NULL
                             : better_separator(&dialect, usual, regular);
    if (better && !(csv = read_with(&dialect, better, error)))
        return NULL;
    if (asked->header == 0) {
        suspect_layout(&dialect, csv);
        return csv;
    }
    apply_layout(&dialect);
    return read_with(&dialect, options->delimiter, error);
}
