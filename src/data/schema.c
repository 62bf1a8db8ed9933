#include "data/schema.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/written.h"
#include "data/schema_rows.h"
#include "data/schema_type.h"

static const char *const *texts_of(const json_t *list, JutuArena *arena)
{
    size_t n = json_array_size(list);
    const char **texts = jutu_new(arena, const char *, n + 1);
    for (size_t i = 0, out = 0; i < n; i++) {
        const json_t *item = json_array_get(list, i);
        const char *text = json_is_object(item) ? jutu_json_string(item, "value", NULL)
                                                : json_string_value(item); /* labelled, or plain */
        if (text)
            texts[out++] = text;
    }
    return texts;
}

static bool read_field(JutuSchemaField *field, const json_t *json, const char *const *missing,
                       const char *file, JutuArena *arena, GError **error)
{
    const char *type = jutu_json_string(json, "type", "any");
    const json_t *own_missing = json_object_get(json, "missingValues");
    *field = (JutuSchemaField){
        .name = jutu_json_string(json, "name", NULL),
        .title = jutu_json_string(json, "title", NULL),
        .description = jutu_json_string(json, "description", NULL),
        .unit = jutu_json_string(json, "unit", jutu_json_string(json, "units", NULL)),
        .role = jutu_json_string(json, "role", NULL),
        .type = jutu_schema_type_find(type),
        .json = json,
        .missing = own_missing ? texts_of(own_missing, arena) : missing,
    };
    if (!field->name) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%s: a field of the schema has no name", file);
        return false;
    }
    if (!field->type) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "%s: the field \"%s\" has the unknown type \"%s\"; use \"number\", "
                       "\"integer\", \"boolean\", \"date\", \"year\" or \"string\"",
                       file, field->name, type);
        return false;
    }
    return true;
}

const JutuSchema *jutu_schema_new(const json_t *json, const char *file, JutuArena *arena,
                                  GError **error)
{
    static const char *const empty_only[] = { "", NULL };
    const json_t *list = json_object_get(json, "fields");
    const json_t *missing = json_object_get(json, "missingValues");
    if (!json_is_array(list)) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%s: the schema has no list \"fields\"", file);
        return NULL;
    }
    size_t n = json_array_size(list);
    JutuSchemaField *fields = jutu_new(arena, JutuSchemaField, n);
    for (size_t i = 0; i < n; i++) {
        if (!read_field(&fields[i], json_array_get(list, i),
                        missing ? texts_of(missing, arena) : empty_only, file, arena, error))
            return NULL;
    }
    JutuSchema *schema = jutu_new(arena, JutuSchema, 1);
    *schema = (JutuSchema){ fields, n, json };
    return schema;
}

const JutuSchemaField *jutu_schema_find(const JutuSchema *schema, const char *name)
{
    for (size_t i = 0; i < schema->n_fields; i++) {
        if (strcmp(schema->fields[i].name, name) == 0)
            return &schema->fields[i];
    }
    return NULL;
}

const JutuSchemaField *jutu_schema_role(const JutuSchema *schema, const char *role)
{
    for (size_t i = 0; i < schema->n_fields; i++) {
        if (g_strcmp0(schema->fields[i].role, role) == 0)
            return &schema->fields[i];
    }
    const JutuSchemaField *named = jutu_schema_find(schema, role);
    return named && !named->role ? named : NULL;
}

bool jutu_schema_is_missing(const JutuSchemaField *field, JutuValue text)
{
    return g_strv_contains(field->missing, text.string);
}

/* The constraints of a field, made ready. */
typedef struct {
    const JutuSchemaField *field;
    JutuContext *context;
    GArray *faults;
    bool required;
    JutuValue minimum, maximum, above, below; /* undefined: none */
    double min_length, max_length;            /* NaN: none */
    GRegex *pattern;                          /* NULL: none */
    const char *pattern_text;
    const json_t *choices; /* NULL: any */
    const JutuValue *choice_values;
    GHashTable *seen;         /* of texts, each with its row + 1, if unique */
    size_t n_types, n_others; /* how many cells aren't of the type, or break a constraint */
} Rules;

/* Whether a message is to be put together: of many alike the first few, unless all are asked for.
 */
static bool is_told(const Rules *rules, size_t n)
{
    return n < JUTU_MOST_ALIKE || rules->context->all_faults;
}

static void add_message(const Rules *rules, size_t row, JutuRule rule, const char *message)
{
    JutuSchemaFault fault = { row, message, rule, rules->field->name, SIZE_MAX };
    g_array_append_val(rules->faults, fault);
}

static const char *message_of(const Rules *rules, JutuValue text, const char *what)
{
    JutuArena *arena = rules->context->arena;
    const char *name = rules->field->name;
    return text.type == JUTU_STRING && text.length > 0
               ? jutu_arena_printf(arena, "%s: \"%s\" %s", name, text.string, what)
               : jutu_arena_printf(arena, "%s: the cell %s", name, what);
}

/* A constraint that a cell breaks. */
static void add_fault(Rules *rules, size_t row, JutuValue text, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
static void add_fault(Rules *rules, size_t row, JutuValue text, const char *format, ...)
{
    const char *message = NULL;
    if (is_told(rules, rules->n_others++)) {
        va_list args;
        va_start(args, format);
        g_autofree char *what = g_strdup_vprintf(format, args);
        va_end(args);
        message = message_of(rules, text, what);
    }
    add_message(rules, row, JUTU_RULE_constraint, message);
}

static void add_type_fault(Rules *rules, size_t row, JutuValue text)
{
    const char *message = NULL;
    if (is_told(rules, rules->n_types++)) {
        const char *what = jutu_arena_printf(rules->context->arena, "isn't %s",
                                             rules->field->type->noun);
        message = message_of(rules, text, what);
    }
    add_message(rules, row, JUTU_RULE_cell_type, message);
}

/* A limit is written as JSON or as a cell would be. */
static JutuValue limit(const JutuSchemaField *field, const json_t *json, JutuContext *context)
{
    JutuValue value = jutu_value_from_json(json, context->arena);
    return value.type == JUTU_STRING ? field->type->read(value, field->json, context) : value;
}

/* The values that there may be: "enum", else "categories", some of which may have labels. */
static const json_t *choice_list(const JutuSchemaField *field)
{
    const json_t *list = jutu_json_path(field->json, "constraints", "enum", NULL);
    if (!list)
        list = json_object_get(field->json, "categories");
    return json_is_array(list) ? list : NULL;
}

static const JutuValue *choices_of(const JutuSchemaField *field, const json_t *list,
                                   JutuContext *context)
{
    JutuValue *values = jutu_new(context->arena, JutuValue, json_array_size(list));
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i);
        values[i] = limit(field, json_is_object(item) ? json_object_get(item, "value") : item,
                          context);
    }
    return values;
}

static Rules rules_of(const JutuSchemaField *field, JutuContext *context, GArray *faults)
{
    const json_t *json = json_object_get(field->json, "constraints");
    const char *pattern = jutu_json_string(json, "pattern", NULL);
    bool unique = jutu_json_bool(json, "unique", false);
    Rules rules = {
        .field = field,
        .context = context,
        .faults = faults,
        .required = jutu_json_bool(json, "required", false),
        .minimum = limit(field, json_object_get(json, "minimum"), context),
        .maximum = limit(field, json_object_get(json, "maximum"), context),
        .above = limit(field, json_object_get(json, "exclusiveMinimum"), context),
        .below = limit(field, json_object_get(json, "exclusiveMaximum"), context),
        .min_length = jutu_json_number(json, "minLength", NAN),
        .max_length = jutu_json_number(json, "maxLength", NAN),
        .pattern_text = pattern,
        .choices = choice_list(field),
        .choice_values = choices_of(field, choice_list(field), context),
        .seen = unique ? g_hash_table_new(g_str_hash, g_str_equal) : NULL,
    };
    if (pattern) {
        /* all of the text, and no pattern takes for ever */
        g_autofree char *whole = g_strdup_printf("(*LIMIT_MATCH=100000)^(?:%s)$", pattern);
        rules.pattern = g_regex_new(whole, G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, NULL);
        if (!rules.pattern)
            add_fault(&rules, SIZE_MAX, jutu_string(pattern),
                      "is no pattern that can be checked; look at its brackets");
    }
    return rules;
}

static void rules_clear(Rules *rules)
{
    g_clear_pointer(&rules->pattern, g_regex_unref);
    g_clear_pointer(&rules->seen, g_hash_table_unref);
}

static const char *print(JutuValue value, const Rules *rules)
{
    bool is_date = strcmp(rules->field->type->parse, "date") == 0;
    return is_date && value.type == JUTU_NUMBER
               ? jutu_arena_printf(rules->context->arena, "%.10s",
                                   jutu_date_iso(value.number, rules->context->arena))
               : jutu_to_text(value, rules->context->arena);
}

static void check_limits(Rules *rules, size_t row, JutuValue text, JutuValue value)
{
    const struct {
        JutuValue limit;
        bool broken;
        const char *what;
    } limits[] = {
        { rules->minimum, jutu_less(value, rules->minimum) == 1, "is below" },
        { rules->maximum, jutu_less(rules->maximum, value) == 1, "is above" },
        { rules->above, jutu_less(rules->above, value) == 0, "isn't above" },
        { rules->below, jutu_less(value, rules->below) == 0, "isn't below" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(limits); i++) {
        if (limits[i].limit.type != JUTU_UNDEFINED && limits[i].broken)
            add_fault(rules, row, text, "%s %s", limits[i].what, print(limits[i].limit, rules));
    }
}

static bool is_choice(const Rules *rules, JutuValue value)
{
    for (size_t i = 0; i < json_array_size(rules->choices); i++) {
        if (jutu_equal_strict(rules->choice_values[i], value))
            return true;
    }
    return false;
}

static void check_unique(Rules *rules, size_t row, JutuValue text)
{
    if (!rules->seen)
        return;
    size_t first = GPOINTER_TO_SIZE(g_hash_table_lookup(rules->seen, text.string));
    if (first == 0) {
        g_hash_table_insert(rules->seen, (gpointer)text.string, GSIZE_TO_POINTER(row + 1));
        return;
    }
    add_fault(rules, row, text, "is there twice, but should be unique");
    g_array_index(rules->faults, JutuSchemaFault, rules->faults->len - 1).other = first - 1;
}

static void check_text(Rules *rules, size_t row, JutuValue text, JutuValue value)
{
    double length = (double)g_utf8_strlen(text.string, -1);
    if (length < rules->min_length)
        add_fault(rules, row, text, "has fewer characters than %g", rules->min_length);
    if (length > rules->max_length)
        add_fault(rules, row, text, "has more characters than %g", rules->max_length);
    g_autoptr(GError) error = NULL;
    if (rules->pattern &&
        !g_regex_match_full(rules->pattern, text.string, text.length, 0, 0, NULL, &error))
        add_fault(rules, row, text, "%s the pattern %s",
                  error ? "is too hard for" : "doesn't match", rules->pattern_text);
    if (rules->choices && !is_choice(rules, value)) {
        char *choices = is_told(rules, rules->n_others) ? json_dumps(rules->choices, JSON_COMPACT)
                                                        : NULL;
        add_fault(rules, row, text, "is none of %s", choices ? choices : "");
        free(choices);
    }
    check_unique(rules, row, text);
}

static JutuValue read_cell(Rules *rules, size_t row, JutuValue text)
{
    const JutuSchemaField *field = rules->field;
    if (jutu_schema_is_missing(field, text)) {
        if (rules->required)
            add_fault(rules, row, text, "has no value, but one is required");
        return jutu_null();
    }
    JutuValue value = field->type->read(text, field->json, rules->context);
    if (value.type == JUTU_UNDEFINED) {
        add_type_fault(rules, row, text);
        return jutu_null();
    }
    check_limits(rules, row, text, value);
    check_text(rules, row, text, value);
    return value;
}

const JutuValue *jutu_schema_read(const JutuSchemaField *field, const JutuValue *texts, size_t n,
                                  JutuContext *context, GArray *faults)
{
    Rules rules = rules_of(field, context, faults);
    bool is_date = strcmp(field->type->parse, "date") == 0;
    JutuValue *cells = jutu_new(context->arena, JutuValue, n);
    for (size_t row = 0; row < n; row++) {
        JutuValue value = read_cell(&rules, row, texts[row]);
        if (is_date && value.type == JUTU_NUMBER)
            value = jutu_date(value.number);
        bool as_it_is = value.type < JUTU_NULL || value.type > JUTU_DATE;
        cells[row] = as_it_is ? value : jutu_written(value, texts[row].string, context->arena);
    }
    rules_clear(&rules);
    return cells;
}

static int by_row(gconstpointer a, gconstpointer b)
{
    size_t x = ((const JutuSchemaFault *)a)->row, y = ((const JutuSchemaFault *)b)->row;
    return (x > y) - (x < y);
}

const JutuTable *jutu_schema_apply(const JutuSchema *schema, const JutuTable *table,
                                   JutuContext *context, GArray *faults)
{
    JutuArena *arena = context->arena;
    JutuColumn *read = jutu_new(arena, JutuColumn, schema->n_fields);
    size_t n = 0;
    for (size_t f = 0; f < schema->n_fields; f++) {
        const JutuSchemaField *field = &schema->fields[f];
        const JutuColumn *column = jutu_table_find(table, field->name);
        if (!column)
            continue;
        read[n++] = (JutuColumn){
            column->name,
            jutu_schema_read(field, column->cells, table->n_rows, context, faults),
        };
    }
    jutu_schema_check_columns(schema, table, arena, faults);
    jutu_schema_check_keys(schema, table, context, faults);
    g_array_sort(faults, by_row);
    return jutu_table_with(table, read, n, arena);
}
