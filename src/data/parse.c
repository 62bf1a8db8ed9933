#include "data/parse.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/time.h"
#include "base/written.h"
#include "data/typed.h"
#include "data/typed_zone.h"

typedef struct ParseType ParseType;

/* A type, bound to its format. */
typedef struct {
    const ParseType *type;
    const char *format; /* NULL: none */
    JutuContext *context;
} Parser;

struct ParseType {
    const char *name;
    bool takes_format; /* "name:'format'" */
    JutuValue (*parse)(JutuValue value, const Parser *parser);
};

static bool is_typed(const Parser *parser)
{
    return jutu_rule_acts(parser->context, JUTU_RULE_typed_cells);
}

/* What stands for a value that can't be read: as the reference has it, with its text. */
static JutuValue unread(JutuValue unreadable, JutuValue value, const Parser *parser)
{
    JutuArena *arena = parser->context->arena;
    return value.type == JUTU_STRING ? jutu_unread(unreadable, value.string, arena) : unreadable;
}

static JutuValue to_boolean(JutuValue value, const Parser *parser)
{
    (void)parser;
    if (jutu_is_blank(value))
        return jutu_null();
    return jutu_boolean(jutu_truthy(value) && !jutu_is_text(value, "false") &&
                        !jutu_is_text(value, "0"));
}

static JutuValue to_number(JutuValue value, const Parser *parser)
{
    if (is_typed(parser))
        value = jutu_typed_as_number(value, parser->context);
    if (jutu_is_written(value))
        return value;
    if (jutu_is_blank(value))
        return jutu_null();
    double number = jutu_to_number(value);
    return isnan(number) ? unread(jutu_number(number), value, parser) : jutu_number(number);
}

static JutuValue to_string(JutuValue value, const Parser *parser)
{
    JutuValue text = jutu_to_string(value, parser->context->arena);
    bool blank = jutu_is_written(value) ? text.length == 0 : jutu_is_blank(value);
    return blank ? jutu_null() : text;
}

static double date_of(JutuValue value, JutuContext *context)
{
    return jutu_date_parse(jutu_to_text(value, context->arena), context->zone);
}

#define FAR 253402300800000.0 /* the year 10000 */

static JutuValue to_date(JutuValue value, const Parser *parser)
{
    JutuContext *context = parser->context;
    if (is_typed(parser))
        value = jutu_typed_as_date(value, context);
    else if (value.type == JUTU_NUMBER && jutu_is_written(value)) /* 2012 is the year */
        value = jutu_to_string(value, context->arena);
    if (jutu_is_nullish(value) && jutu_is_written(value))
        return value;
    if (jutu_is_blank(value) || jutu_is_numeric(value))
        return jutu_is_blank(value) ? jutu_null() : value;
    double ms = date_of(value, context);
    bool is_far = !(fabs(ms) < FAR); /* 45292 isn't meant as a year */
    return is_far ? unread(jutu_number(ms), value, parser) : jutu_number(ms);
}

static JutuValue by_format(JutuValue value, const Parser *parser, const JutuZone *zone)
{
    const char *text = jutu_to_text(value, parser->context->arena);
    double ms = jutu_time_parse(parser->format, text, zone, NULL);
    JutuValue cell = jutu_is_written(value) ? jutu_string(text) : value;
    return isnan(ms) ? unread(jutu_null(), cell, parser) : jutu_date(ms);
}

static JutuValue to_local_date(JutuValue value, const Parser *parser)
{
    return by_format(value, parser, parser->context->zone);
}

static JutuValue to_utc_date(JutuValue value, const Parser *parser)
{
    return by_format(value, parser, NULL);
}

static JutuValue as_it_is(JutuValue value, const Parser *parser)
{
    (void)parser;
    return value;
}

/* What compares with texts as one, and counts all the same. */
static JutuValue as_written(JutuValue value, const Parser *parser)
{
    return jutu_is_written(value) ? value : to_string(value, parser);
}

static const ParseType types[] = {
    { "boolean", false, to_boolean }, { "integer", false, to_number },
    { "number", false, to_number },   { "date", false, to_date },
    { "string", false, to_string },   { "date", true, to_local_date },
    { "utc", true, to_utc_date },     { "unknown", false, as_it_is },
    { "flatten", false, as_it_is },   { JUTU_PARSE_AS_WRITTEN, false, as_written },
};

/* The format without the quotes around it. */
static const char *unquote(const char *format, JutuArena *arena)
{
    size_t length = strlen(format);
    bool quoted = length >= 2 && strchr("'\"", *format) && format[length - 1] == *format;
    return quoted ? jutu_arena_printf(arena, "%.*s", (int)length - 2, format + 1) : format;
}

/* A parser without a type if there is none of this name. */
static Parser parser_of(const char *name, JutuContext *context)
{
    const char *colon = strchr(name, ':');
    bool has_format = colon && colon[1];
    size_t length = has_format ? (size_t)(colon - name) : strlen(name);
    Parser parser = { .context = context };
    for (size_t i = 0; i < G_N_ELEMENTS(types) && !parser.type; i++) {
        if (types[i].takes_format == has_format && strlen(types[i].name) == length &&
            strncmp(types[i].name, name, length) == 0)
            parser.type = &types[i];
    }
    if (has_format)
        parser.format = unquote(colon + 1, context->arena);
    return parser;
}

/* What was made of the texts of late, by their address: columns read from a file share equal texts,
 * and dates are dear. */
enum { MEMORY = 1024 };

typedef struct {
    const char *text;
    JutuValue value;
} Known;

static const JutuValue *parse_cells(const JutuField *field, size_t n, const Parser *parser)
{
    JutuArena *arena = parser->context->arena;
    JutuValue *cells = jutu_new(arena, JutuValue, n);
    g_autofree Known *memory = g_new0(Known, MEMORY);
    for (size_t row = 0; row < n; row++) {
        JutuValue value = jutu_field_get(field, row);
        if (value.type != JUTU_STRING) {
            cells[row] = parser->type->parse(value, parser);
            continue;
        }
        uint64_t address = (uintptr_t)value.string;
        Known *known = &memory[address * 0x9e3779b97f4a7c15u >> 32 & (MEMORY - 1)];
        if (known->text != value.string)
            *known = (Known){ value.string, parser->type->parse(value, parser) };
        cells[row] = known->value;
    }
    return cells;
}

/* The name of the column that a field gives: its parts, joined by dots. */
static const char *flat_name(const JutuField *field, JutuArena *arena)
{
    if (!field->rest)
        return field->first;
    g_autofree char *rest = g_strjoinv(".", (char **)field->rest);
    return jutu_arena_printf(arena, "%s.%s", field->first, rest);
}

static const JutuTable *parse_fields(const JutuTable *table, const json_t *parse,
                                     JutuContext *context, const char *pointer, GError **error)
{
    JutuColumn *added = jutu_new(context->arena, JutuColumn, json_object_size(parse));
    size_t n = 0;
    const char *name;
    json_t *type;
    json_object_foreach ((json_t *)parse, name, type) {
        Parser parser = { 0 };
        if (json_is_null(type))
            continue;
        if (json_is_string(type))
            parser = parser_of(json_string_value(type), context);
        if (!parser.type) {
            g_autofree char *text = json_dumps(type, JSON_ENCODE_ANY | JSON_COMPACT);
            const char *where = jutu_arena_printf(context->arena, "%s/%s", pointer, name);
            jutu_error_set(error, JUTU_ERROR_SPEC, where,
                           "unknown type %s; use \"number\", \"boolean\", \"string\", \"date\", "
                           "\"date:'%%Y-%%m-%%d'\", \"utc:'%%Y-%%m-%%d'\" or null",
                           text);
            return NULL;
        }
        JutuField field = jutu_field_new(table, name, context->arena);
        if (field.column && parser.type->parse == to_date && is_typed(&parser))
            jutu_typed_settle_zone(table, field.column, context);
        if (field.column)
            added[n++] = (JutuColumn){ flat_name(&field, context->arena),
                                       parse_cells(&field, table->n_rows, &parser) };
    }
    return n > 0 ? jutu_table_with(table, added, n, context->arena) : table;
}

static bool is_boolean(JutuValue value, JutuContext *context)
{
    (void)context;
    return value.type == JUTU_BOOLEAN || jutu_is_text(value, "true") ||
           jutu_is_text(value, "false");
}

static bool is_number(JutuValue value, JutuContext *context)
{
    (void)context;
    return value.type != JUTU_DATE && !isnan(jutu_to_number(value));
}

static bool is_integer(JutuValue value, JutuContext *context)
{
    double number = jutu_to_number(value);
    return is_number(value, context) && isfinite(number) && number == floor(number);
}

static bool is_date(JutuValue value, JutuContext *context)
{
    return !isnan(date_of(value, context));
}

static const struct {
    const char *type;
    bool (*fits)(JutuValue value, JutuContext *context);
} tests[] = {
    { "boolean", is_boolean },
    { "integer", is_integer },
    { "number", is_number },
    { "date", is_date },
};

const char *jutu_parse_infer(const JutuValue *cells, size_t n, JutuContext *context)
{
    if (n == 0)
        return "unknown";
    for (size_t t = 0; t < G_N_ELEMENTS(tests); t++) {
        size_t row = 0;
        while (row < n && (jutu_is_nullish(cells[row]) ||
                           (jutu_is_numeric(cells[row]) && isnan(cells[row].number)) ||
                           tests[t].fits(cells[row], context)))
            row++;
        if (row == n)
            return tests[t].type;
    }
    return "string";
}

static const JutuTable *parse_auto(const JutuTable *table, JutuContext *context)
{
    JutuColumn *added = jutu_new(context->arena, JutuColumn, table->n_columns);
    for (size_t c = 0; c < table->n_columns; c++) {
        const JutuColumn *column = &table->columns[c];
        /* the reference can't look into a column without a name and takes it for text */
        const char *type = *column->name ? jutu_parse_infer(column->cells, table->n_rows, context)
                                         : "string";
        Parser parser = parser_of(type, context);
        JutuField field = { .first = column->name, .column = column };
        added[c] = (JutuColumn){ column->name, parse_cells(&field, table->n_rows, &parser) };
    }
    return jutu_table_with(table, added, table->n_columns, context->arena);
}

const JutuTable *jutu_parse_columns(const JutuTable *table, const json_t *parse,
                                    JutuContext *context, const char *pointer, GError **error)
{
    if (!jutu_json_given(parse))
        return table;
    if (json_is_object(parse))
        return parse_fields(table, parse, context, pointer, error);
    const char *text = json_string_value(parse);
    if (text && strcmp(text, "auto") == 0)
        return parse_auto(table, context);
    jutu_error_set(error, JUTU_ERROR_SPEC, pointer,
                   "this should be an object of field names and types, \"auto\" or null");
    return NULL;
}
