#include "base/value.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/time.h"
#include "base/written.h"

JutuValue jutu_string_n(const char *text, size_t length)
{
    return (JutuValue){ .type = JUTU_STRING, .length = (uint32_t)length, .string = text };
}

JutuValue jutu_string(const char *text)
{
    return jutu_string_n(text, strlen(text));
}

JutuValue jutu_array(const JutuValue *items, size_t n)
{
    return (JutuValue){ .type = JUTU_ARRAY, .length = (uint32_t)n, .items = items };
}

JutuValue jutu_object_value(const JutuObject *object)
{
    return (JutuValue){ .type = JUTU_OBJECT, .object = object };
}

bool jutu_is_text(JutuValue value, const char *text)
{
    return value.type == JUTU_STRING && strcmp(value.string, text) == 0;
}

double jutu_to_number(JutuValue value)
{
    switch ((JutuType)value.type) {
    case JUTU_NULL:
        return 0;
    case JUTU_BOOLEAN:
        return value.boolean;
    case JUTU_NUMBER:
    case JUTU_DATE:
        return value.number;
    case JUTU_STRING:
        return jutu_number_parse(value.string, value.length);
    case JUTU_ARRAY: /* by way of its text: [] is 0, [7] and ["7"] are 7, [1, 2] isn't a number */
        if (value.length == 0 || (value.length == 1 && jutu_is_nullish(value.items[0])))
            return 0;
        if (value.length > 1 || value.items[0].type == JUTU_BOOLEAN ||
            value.items[0].type == JUTU_DATE)
            return NAN;
        return jutu_to_number(value.items[0]);
    case JUTU_UNDEFINED:
    case JUTU_OBJECT:
    case JUTU_REGEXP:
        break;
    }
    return NAN;
}

static JutuValue join_items(JutuValue array, JutuArena *arena)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < array.length; i++) {
        if (i > 0)
            g_string_append_c(text, ',');
        if (jutu_is_nullish(array.items[i]))
            continue;
        JutuValue item = jutu_to_string(array.items[i], arena);
        g_string_append_len(text, item.string, item.length);
    }
    return jutu_string_n(jutu_copy(arena, char, text->str, text->len + 1), text->len);
}

JutuValue jutu_to_string(JutuValue value, JutuArena *arena)
{
    char buffer[JUTU_NUMBER_SIZE];
    const char *written = jutu_is_spelt(value) ? jutu_written_text(value, arena) : NULL;
    if (written)
        return jutu_string(written);
    switch ((JutuType)value.type) {
    case JUTU_STRING:
        return value;
    case JUTU_UNDEFINED:
        return jutu_string("undefined");
    case JUTU_NULL:
        return jutu_string("null");
    case JUTU_BOOLEAN:
        return jutu_string(value.boolean ? "true" : "false");
    case JUTU_NUMBER:
        return jutu_string(jutu_arena_strdup(arena, jutu_number_print(value.number, buffer)));
    case JUTU_DATE:
        return jutu_string(jutu_date_text(value.number, NULL, arena));
    case JUTU_ARRAY:
        return join_items(value, arena);
    case JUTU_REGEXP:
        return jutu_string(((const JutuRegexpHead *)value.regexp)->text);
    case JUTU_OBJECT:
        break;
    }
    bool own = value.type == JUTU_OBJECT && value.length > 0;
    return jutu_string(own ? ((const JutuTextObject *)value.object)->text : "[object Object]");
}

const char *jutu_to_text(JutuValue value, JutuArena *arena)
{
    return jutu_to_string(value, arena).string;
}

bool jutu_truthy(JutuValue value)
{
    switch ((JutuType)value.type) {
    case JUTU_UNDEFINED:
    case JUTU_NULL:
        return false;
    case JUTU_BOOLEAN:
        return value.boolean;
    case JUTU_NUMBER:
        return value.number != 0 && !isnan(value.number);
    case JUTU_STRING:
        return value.length > 0;
    case JUTU_DATE:
    case JUTU_ARRAY:
    case JUTU_OBJECT:
    case JUTU_REGEXP:
        break;
    }
    return true;
}

/*
 * UTF-8 sorts as code points do; UTF-16 puts those above U+FFFF, being
 * surrogates, below U+E000. The bytes that tell the two apart are the leading
 * ones, 0xf0 and more against 0xee and 0xef, so moving these is enough.
 */
static int rank_byte(unsigned char byte)
{
    return byte >= 0xf0 ? byte - 2 : byte >= 0xee ? byte + 5 : byte;
}

static int compare_bytes(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t n = MIN(a_length, b_length), i = 0;
    while (i < n && a[i] == b[i])
        i++;
    if (i < n)
        return rank_byte((unsigned char)a[i]) - rank_byte((unsigned char)b[i]);
    return (a_length > b_length) - (a_length < b_length);
}

static bool equal_text(JutuValue a, JutuValue b)
{
    return a.length == b.length && memcmp(a.string, b.string, a.length) == 0;
}

/* Whether a value is an object in JavaScript's sense: not equal to its like. */
static bool is_object(JutuValue value)
{
    return value.type == JUTU_DATE || value.type >= JUTU_ARRAY;
}

bool jutu_equal_strict(JutuValue a, JutuValue b)
{
    if (a.type != b.type)
        return false;
    switch ((JutuType)a.type) {
    case JUTU_UNDEFINED:
    case JUTU_NULL:
        return true;
    case JUTU_BOOLEAN:
        return a.boolean == b.boolean;
    case JUTU_NUMBER:
    case JUTU_DATE:
        return a.number == b.number;
    case JUTU_STRING:
        return equal_text(a, b);
    case JUTU_ARRAY:
        return a.items == b.items && a.length == b.length;
    case JUTU_OBJECT:
        return a.object == b.object;
    case JUTU_REGEXP:
        return a.regexp == b.regexp;
    }
    return false;
}

/* An object against a primitive value: JavaScript compares the object's text. */
static bool equal_to_text_of(JutuValue object, JutuValue primitive)
{
    JutuArena *scratch = jutu_arena_new();
    bool equal = jutu_equal_loose(jutu_to_string(object, scratch), primitive);
    jutu_arena_free(scratch);
    return equal;
}

bool jutu_equal_loose(JutuValue a, JutuValue b)
{
    if (a.type == b.type)
        return jutu_equal_strict(a, b);
    if (jutu_is_nullish(a) || jutu_is_nullish(b))
        return jutu_is_nullish(a) && jutu_is_nullish(b);
    if (is_object(a) && is_object(b))
        return false;
    if (is_object(a))
        return equal_to_text_of(a, b);
    if (is_object(b))
        return equal_to_text_of(b, a);
    return jutu_to_number(a) == jutu_to_number(b);
}

/* The operand of `<` made of a value: the text of an array or object, the number of a date. */
static JutuValue primitive(JutuValue value, JutuArena **scratch)
{
    if (value.type < JUTU_ARRAY)
        return value;
    if (!*scratch)
        *scratch = jutu_arena_new();
    return jutu_to_string(value, *scratch);
}

/* Below, at or above 0 as `<` orders them, UNORDERED where NaN took part. */
enum { UNORDERED = 2 };

static int order(JutuValue a, JutuValue b)
{
    JutuArena *scratch = NULL;
    a = primitive(a, &scratch);
    b = primitive(b, &scratch);
    int sign;
    if (a.type == JUTU_STRING && b.type == JUTU_STRING) {
        int by_text = compare_bytes(a.string, a.length, b.string, b.length);
        sign = (by_text > 0) - (by_text < 0);
    } else {
        double x = jutu_to_number(a), y = jutu_to_number(b);
        sign = isunordered(x, y) ? UNORDERED : (x > y) - (x < y);
    }
    jutu_arena_free(scratch);
    return sign;
}

int jutu_less(JutuValue a, JutuValue b)
{
    int sign = order(a, b);
    return sign == UNORDERED ? -1 : sign < 0;
}

static bool is_nan(JutuValue value)
{
    return jutu_is_numeric(value) && isnan(value.number);
}

int jutu_compare(JutuValue a, JutuValue b)
{
    if (jutu_is_nullish(a) || jutu_is_nullish(b))
        return jutu_is_nullish(b) - jutu_is_nullish(a);
    int sign = order(a, b);
    return sign == UNORDERED ? is_nan(b) - is_nan(a) : sign;
}

JutuValue jutu_member(JutuValue object, const char *name)
{
    if (object.type != JUTU_OBJECT)
        return jutu_undefined();
    for (size_t i = 0; i < object.object->n; i++) {
        if (strcmp(object.object->names[i], name) == 0)
            return object.object->values[i];
    }
    return jutu_undefined();
}

const char *jutu_value_key(JutuValue value, JutuArena *arena)
{
    return jutu_to_text(value, arena);
}

static JutuValue object_from_json(const json_t *json, JutuArena *arena)
{
    JutuObject *object = jutu_new(arena, JutuObject, 1);
    const char **names = jutu_new(arena, const char *, json_object_size(json));
    JutuValue *values = jutu_new(arena, JutuValue, json_object_size(json));
    *object = (JutuObject){ 0, names, values };
    const char *name;
    json_t *member;
    json_object_foreach ((json_t *)json, name, member) {
        names[object->n] = jutu_arena_strdup(arena, name);
        values[object->n++] = jutu_value_from_json(member, arena);
    }
    return jutu_object_value(object);
}

static JutuValue array_from_json(const json_t *json, JutuArena *arena)
{
    size_t n = json_array_size(json);
    JutuValue *items = jutu_new(arena, JutuValue, n);
    for (size_t i = 0; i < n; i++)
        items[i] = jutu_value_from_json(json_array_get(json, i), arena);
    return jutu_array(items, n);
}

JutuValue jutu_value_from_json(const json_t *json, JutuArena *arena)
{
    if (!json)
        return jutu_undefined();
    size_t length = json_string_length(json);
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        return object_from_json(json, arena);
    case JSON_ARRAY:
        return array_from_json(json, arena);
    case JSON_STRING:
        return jutu_string_n(jutu_copy(arena, char, json_string_value(json), length + 1), length);
    case JSON_INTEGER:
    case JSON_REAL:
        return jutu_number(json_number_value(json));
    case JSON_TRUE:
    case JSON_FALSE:
        return jutu_boolean(json_is_true(json));
    case JSON_NULL:
        break;
    }
    return jutu_null();
}

/* Whole numbers go out as such: 5, not 5.0. */
static json_t *number_to_json(double number)
{
    if (!isfinite(number))
        return json_null();
    bool whole = fabs(number) <= 9007199254740992.0 && number == floor(number);
    return whole ? json_integer((json_int_t)number) : json_real(number);
}

static json_t *array_to_json(JutuValue value)
{
    json_t *array = json_array();
    for (size_t i = 0; i < value.length; i++)
        json_array_append_new(array, jutu_value_to_json(value.items[i]));
    return array;
}

static json_t *object_to_json(const JutuObject *object)
{
    json_t *json = json_object();
    for (size_t i = 0; i < object->n; i++) {
        if (object->values[i].type != JUTU_UNDEFINED)
            json_object_set_new(json, object->names[i], jutu_value_to_json(object->values[i]));
    }
    return json;
}

json_t *jutu_value_to_json(JutuValue value)
{
    switch ((JutuType)value.type) {
    case JUTU_BOOLEAN:
        return json_boolean(value.boolean);
    case JUTU_NUMBER:
    case JUTU_DATE:
        return number_to_json(value.number);
    case JUTU_STRING:
        return json_stringn(value.string, value.length);
    case JUTU_ARRAY:
        return array_to_json(value);
    case JUTU_OBJECT:
        return object_to_json(value.object);
    case JUTU_REGEXP:
        return json_string(((const JutuRegexpHead *)value.regexp)->text);
    case JUTU_UNDEFINED:
    case JUTU_NULL:
        break;
    }
    return json_null();
}
