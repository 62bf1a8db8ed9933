#include "data/typed.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/written.h"
#include "data/place.h"
#include "data/typed_date.h"

/* A column that is tried to be of a type. */
typedef struct {
    bool decimal_comma;
    bool whole;              /* of numbers: all so far */
    size_t n[JUTU_N_COUNTS]; /* of numbers: how many count what */
    JutuArena *arena;        /* NULL: nobody wants the cells */
} Attempt;

typedef struct {
    const char *type;
    /* Reads a cell; undefined if it isn't of the type. The text itself: the column stays text. */
    JutuValue (*read)(Attempt *attempt, JutuValue text);
} CellType;

/* The value as its cell has it. */
static JutuValue written(const Attempt *attempt, JutuValue value, JutuValue text)
{
    return attempt->arena ? jutu_written(value, text.string, attempt->arena) : value;
}

static JutuValue read_boolean(Attempt *attempt, JutuValue text)
{
    bool yes = jutu_is_text(text, "true");
    return yes || jutu_is_text(text, "false") ? written(attempt, jutu_boolean(yes), text)
                                              : jutu_undefined();
}

/* Years, and 2024.3, could be numbers, and are rather. */
static JutuValue read_date(Attempt *attempt, JutuValue text)
{
    JutuTypedDate date;
    (void)attempt;
    bool is_date = jutu_typed_date(text.string, text.length, &date) &&
                   (!date.is_number || date.span == JUTU_SPAN_DAY);
    return is_date ? text : jutu_undefined();
}

static JutuValue read_number(Attempt *attempt, JutuValue text)
{
    JutuTypedNumber number;
    if (!jutu_typed_number(text.string, text.length, attempt->decimal_comma, &number) ||
        number.identifier)
        return jutu_undefined();
    attempt->whole &= number.number == floor(number.number);
    if (number.number != 0) /* a 0 counts anything */
        attempt->n[number.counts]++;
    return written(attempt, jutu_number(number.number), text);
}

/* In the order in which a column is tried to be one. */
static const CellType types[] = {
    { "boolean", read_boolean },
    { "date", read_date },
    { "number", read_number },
};

/* == What numbers count == */

static bool is_currency(JutuCounts counts)
{
    return counts >= JUTU_COUNTS_YUAN && counts <= JUTU_COUNTS_POUNDS;
}

/* Whether cells that count the one and the other can stand in one column: ￥500 and 300. */
static bool go_together(JutuCounts a, JutuCounts b)
{
    return a == b || (a == JUTU_COUNTS_NOTHING && is_currency(b)) ||
           (b == JUTU_COUNTS_NOTHING && is_currency(a));
}

/* What most cells count. @param mixed  set if others don't go with it */
static JutuCounts most(const size_t *n, bool *mixed)
{
    size_t best = 0;
    JutuCounts counts = JUTU_COUNTS_NOTHING;
    for (int c = 0; c < JUTU_N_COUNTS; c++) {
        size_t alike = n[c] + (n[c] > 0 && is_currency((JutuCounts)c) ? n[0] : 0);
        if (alike > best)
            counts = (JutuCounts)c;
        best = MAX(best, alike);
    }
    *mixed = false;
    for (int c = 0; c < JUTU_N_COUNTS; c++)
        *mixed |= n[c] > 0 && !go_together((JutuCounts)c, counts);
    return counts;
}

/* Leaves out the numbers that count something else than most do. */
static void drop_others(JutuValue *cells, const JutuValue *texts, size_t n, JutuCounts counts,
                        const Attempt *attempt)
{
    JutuTypedNumber number;
    for (size_t row = 0; row < n; row++) {
        bool read = cells[row].type == JUTU_NUMBER &&
                    jutu_typed_number(texts[row].string, texts[row].length, attempt->decimal_comma,
                                      &number);
        if (read && number.number != 0 && !go_together(number.counts, counts))
            cells[row] = written(attempt, jutu_null(), texts[row]);
    }
}

/* == Columns == */

/* Cells stand one below the other with the same text: they are looked at once. */
static bool is_same(const JutuValue *texts, size_t row)
{
    return row > 0 && texts[row].string == texts[row - 1].string;
}

/* Whether all cells are of a type or stand for nothing. @param cells  NULL, or set to them */
static bool read_all(const CellType *type, const JutuValue *texts, size_t n, Attempt *attempt,
                     JutuValue *cells)
{
    size_t taken = 0;
    for (size_t row = 0; row < n; row++) {
        JutuValue text = texts[row], cell;
        if (text.type != JUTU_STRING)
            return false;
        if (is_same(texts, row)) {
            if (cells)
                cells[row] = cells[row - 1];
            continue;
        }
        cell = text.length > 0 ? type->read(attempt, text) : jutu_undefined();
        taken += cell.type != JUTU_UNDEFINED;
        if (cell.type == JUTU_UNDEFINED) {
            if (jutu_cell_kind(text.string, text.length) == JUTU_CELL_VALUE)
                return false;
            cell = written(attempt, jutu_null(), text);
        }
        if (cells)
            cells[row] = cell;
    }
    return taken > 0;
}

/* NULL: it is of text. @param cells  set to the values of numbers and booleans; NULL */
static const CellType *type_of(const JutuValue *texts, size_t n, Attempt *attempt,
                               JutuCounts *counts, JutuValue *cells)
{
    bool mixed;
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        if (!read_all(&types[i], texts, n, attempt, cells))
            continue;
        *counts = most(attempt->n, &mixed);
        if (cells && mixed)
            drop_others(cells, texts, n, *counts, attempt);
        return &types[i];
    }
    return NULL;
}

JutuColumnType jutu_typed_infer(const JutuValue *texts, size_t n, bool decimal_comma)
{
    Attempt attempt = { .decimal_comma = decimal_comma, .whole = true };
    JutuColumnType out = { .type = "string" };
    for (size_t row = 0; row < n; row++) {
        if (texts[row].type != JUTU_STRING)
            return (JutuColumnType){ 0 };
    }
    const CellType *type = type_of(texts, n, &attempt, &out.counts, NULL);
    if (type)
        out.type = type->read == read_number && attempt.whole ? "integer" : type->type;
    return n > 0 ? out : (JutuColumnType){ 0 };
}

static JutuValue trimmed(JutuValue text, JutuArena *arena)
{
    size_t length = text.length;
    const char *start = jutu_cell_trim(text.string, &length);
    if (length == 0)
        return jutu_written(jutu_null(), "", arena);
    if (length == text.length)
        return text;
    char *copy = jutu_new(arena, char, length + 1);
    return jutu_string_n(memcpy(copy, start, length), length);
}

/* Names without spaces around them, nothing for empty ones; the cells themselves if none has any.
 */
static const JutuValue *trim_cells(const JutuValue *texts, size_t n, JutuArena *arena)
{
    JutuValue *cells = NULL;
    for (size_t row = 0; row < n; row++) {
        if (texts[row].type != JUTU_STRING)
            return texts;
        JutuValue name = is_same(texts, row) ? cells ? cells[row - 1] : texts[row - 1]
                                             : trimmed(texts[row], arena);
        bool as_is = name.type == JUTU_STRING && name.string == texts[row].string;
        if (!as_is && !cells)
            cells = jutu_copy(arena, JutuValue, texts, n);
        if (cells)
            cells[row] = name;
    }
    return cells ? cells : texts;
}

/* == Names of columns == */

/* Whether a spec writes a name so: as a text or member of its own, or between quotes in one. */
static bool says(const json_t *json, const char *name, const char *const *quoted)
{
    const char *text = json_string_value(json), *key;
    json_t *member;
    if (text)
        return strcmp(text, name) == 0 || strstr(text, quoted[0]) || strstr(text, quoted[1]);
    for (size_t i = 0; i < json_array_size(json); i++) {
        if (says(json_array_get(json, i), name, quoted))
            return true;
    }
    json_object_foreach ((json_t *)json, key, member) {
        if (strcmp(key, name) == 0 || says(member, name, quoted))
            return true;
    }
    return false;
}

static const char *column_name(const JutuTable *table, const char *name, const json_t *spec,
                               JutuArena *arena)
{
    size_t length = strlen(name);
    const char *start = jutu_cell_trim(name, &length);
    if (length == 0 || length == strlen(name))
        return name;
    const char *quoted[] = { jutu_arena_printf(arena, "'%s'", name),
                             jutu_arena_printf(arena, "\"%s\"", name) };
    const char *bare = jutu_arena_printf(arena, "%.*s", (int)length, start);
    bool taken = jutu_table_find(table, bare) != NULL;
    return taken || (spec && says(spec, name, quoted)) ? name : bare;
}

/* Whether a schema says of what type a column is. */
static bool is_described(const JutuSchema *schema, const char *name)
{
    const JutuSchemaField *field = schema ? jutu_schema_find(schema, name) : NULL;
    return field && jutu_json_string(field->json, "type", NULL);
}

static JutuColumn read_column(const JutuTable *table, const JutuColumn *column,
                              const JutuTyping *typing, JutuContext *context)
{
    JutuArena *arena = context->arena;
    size_t n = table->n_rows;
    Attempt attempt = { .decimal_comma = typing->decimal_comma, .whole = true, .arena = arena };
    JutuValue *cells = g_new(JutuValue, n + 1);
    JutuCounts counts;
    bool settled = is_described(typing->schema, column->name) ||
                   json_is_null(json_object_get(typing->parse, column->name));
    const CellType *type = settled ? NULL : type_of(column->cells, n, &attempt, &counts, cells);
    const char *name = column_name(table, column->name, typing->spec, arena);
    if (!type || type->read == read_date) {
        g_free(cells);
        return (JutuColumn){ .name = name, .cells = trim_cells(column->cells, n, arena) };
    }
    jutu_why(context, JUTU_RULE_typed_cells, typing->pointer, "%s has cells of the type %s", name,
             type->type);
    return (JutuColumn){ .name = name, .cells = jutu_arena_own(arena, cells, g_free) };
}

const JutuTable *jutu_typed_read(const JutuTable *table, const JutuTyping *typing,
                                 JutuContext *context)
{
    JutuColumn *columns = jutu_new(context->arena, JutuColumn, table->n_columns + 1);
    for (size_t c = 0; c < table->n_columns; c++)
        columns[c] = read_column(table, &table->columns[c], typing, context);
    JutuTable *out = jutu_copy(context->arena, JutuTable, table, 1);
    out->columns = columns;
    return out;
}

/* == Decimal commas == */

/* What a cell says of commas: digits, a comma, digits. */
typedef struct {
    size_t decimal, thousand, either; /* 3,1; 1,234,567; 1,234 */
    bool point;
} Commas;

static void look_at(Commas *commas, JutuValue text)
{
    size_t n = 0, after = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.string[i];
        commas->point |= c == '.' && i > 0 && g_ascii_isdigit(text.string[i - 1]) &&
                         g_ascii_isdigit(text.string[i + 1]);
        if (!g_ascii_isdigit(c) && c != ',' && !strchr("-+ ()%", c))
            return;
        n += c == ',';
        after = c == ',' ? 0 : after + (size_t)(n > 0 && g_ascii_isdigit(c) != 0);
    }
    bool zero = text.length > 1 && text.string[0] == '0' && text.string[1] == ',';
    commas->thousand += n > 1;
    commas->either += n == 1 && after == 3 && !zero;
    commas->decimal += n == 1 && after > 0 && (after != 3 || zero);
}

bool jutu_typed_has_commas(const JutuTable *table)
{
    const char *delimiter = table->origin && table->origin->options
                                ? table->origin->options->delimiter
                                : NULL;
    bool tabs = g_strcmp0(delimiter, "\t") == 0;
    Commas commas = { .point = !tabs && g_strcmp0(delimiter, ";") != 0 };
    for (size_t c = 0; c < table->n_columns && !commas.point && !commas.thousand; c++) {
        const JutuValue *texts = table->columns[c].cells;
        for (size_t row = 0; row < table->n_rows && !commas.point; row++) {
            if (texts[row].type == JUTU_STRING)
                look_at(&commas, texts[row]);
        }
    }
    bool either = commas.either > 0 && !tabs; /* 1,234 between tabs is rather a thousand */
    return !commas.point && !commas.thousand && (commas.decimal > 0 || either);
}

/* == Cells that are wanted == */

/* The zone of times that don't name one; of days, too, unless the spec counts them in UTC. */
static const JutuZone *zone_of(const JutuTypedDate *date, const JutuContext *context)
{
    return date->span != JUTU_SPAN_TIME && context->dates_in_utc ? NULL : context->zone;
}

JutuValue jutu_typed_as_number(JutuValue value, JutuContext *context)
{
    JutuArena *arena = context->arena;
    bool from_text = value.type == JUTU_STRING ||
                     (value.type == JUTU_DATE && jutu_is_written(value));
    JutuTypedNumber number;
    if (!from_text)
        return value;
    JutuValue text = jutu_to_string(value, arena);
    if (jutu_cell_kind(text.string, text.length) == JUTU_CELL_VALUE &&
        jutu_typed_number(text.string, text.length, false, &number))
        return jutu_written(jutu_number(number.number), text.string, arena);
    return jutu_written(jutu_null(), text.string, arena);
}

JutuValue jutu_typed_as_date(JutuValue value, JutuContext *context)
{
    JutuArena *arena = context->arena;
    JutuTypedDate date;
    if (value.type != JUTU_STRING && !(jutu_is_numeric(value) && jutu_is_written(value)))
        return value;
    JutuValue text = jutu_to_string(value, arena);
    double ms = NAN;
    if (jutu_typed_date(text.string, text.length, &date))
        ms = jutu_typed_date_ms(&date, zone_of(&date, context));
    else if (value.type == JUTU_DATE)
        return value; /* by a schema's format */
    else
        ms = jutu_typed_date_parse(text.string, context->zone);
    return jutu_written(isnan(ms) ? jutu_null() : jutu_date(ms), text.string, arena);
}
