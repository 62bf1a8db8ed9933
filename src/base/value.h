/*
 * A value as JavaScript has it: what a CSV cell, a JSON member, an expression's
 * result and a scale's input are. 16 bytes, copied freely; what it points to
 * lives in the render's arena and is never modified.
 */
#pragma once
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef enum {
    JUTU_UNDEFINED, /* all bits zero: a fresh array of values is undefined throughout */
    JUTU_NULL,
    JUTU_BOOLEAN,
    JUTU_NUMBER,
    JUTU_DATE, /* a Date: milliseconds since 1970 UTC, NaN if invalid */
    JUTU_STRING,
    JUTU_ARRAY,
    JUTU_OBJECT,
    JUTU_REGEXP,
} JutuType;

typedef struct JutuValue JutuValue;
typedef struct JutuObject JutuObject;
typedef struct JutuRegexp JutuRegexp; /* defined by the expression stage */

/* The first member of a JutuRegexp, the one that all stages know. */
typedef struct {
    const char *text; /* "/source/flags" */
} JutuRegexpHead;

struct JutuValue {
    uint32_t type; /* a JutuType */
    /* bytes of a string (without its NUL), items of an array; of null, booleans, numbers and dates
     * how their cell was written: see base/written.h */
    uint32_t length;
    union {
        bool boolean;
        double number; /* of a number or a date */
        const char *string;
        const JutuValue *items;
        const JutuObject *object;
        const JutuRegexp *regexp;
    };
};

/* Members in the order in which they were written; names are unique. */
struct JutuObject {
    size_t n;
    const char *const *names;
    const JutuValue *values;
};

/* An object with a toString() of its own, such as a colour: its JutuValue has a length of 1. */
typedef struct {
    JutuObject object;
    const char *text;
} JutuTextObject;

static inline JutuValue jutu_null(void)
{
    return (JutuValue){ .type = JUTU_NULL };
}

static inline JutuValue jutu_undefined(void)
{
    return (JutuValue){ .type = JUTU_UNDEFINED };
}

static inline JutuValue jutu_number(double number)
{
    return (JutuValue){ .type = JUTU_NUMBER, .number = number };
}

static inline JutuValue jutu_boolean(bool boolean)
{
    return (JutuValue){ .type = JUTU_BOOLEAN, .boolean = boolean };
}

static inline JutuValue jutu_date(double ms)
{
    return (JutuValue){ .type = JUTU_DATE, .number = ms };
}

JutuValue jutu_string(const char *text);                  /* borrows text */
JutuValue jutu_string_n(const char *text, size_t length); /* borrows; text[length] must be NUL */
JutuValue jutu_array(const JutuValue *items, size_t n);   /* borrows */
JutuValue jutu_object_value(const JutuObject *object);    /* borrows */

static inline bool jutu_is_nullish(JutuValue value)
{
    return value.type <= JUTU_NULL;
}

/* null, undefined or "": what Vega takes for no value where it reads or sums numbers. */
static inline bool jutu_is_blank(JutuValue value)
{
    return jutu_is_nullish(value) || (value.type == JUTU_STRING && value.length == 0);
}

/* Whether it is this very text. */
bool jutu_is_text(JutuValue value, const char *text);

/* A number or a date; both hold a double. */
static inline bool jutu_is_numeric(JutuValue value)
{
    return value.type == JUTU_NUMBER || value.type == JUTU_DATE;
}

/* JavaScript's ToNumber: null is 0, undefined and unreadable text are NaN, "" and "  " are 0. */
double jutu_to_number(JutuValue value);

/* JavaScript's ToString; the result is borrowed from the value or lives in arena. Dates print as
 * toString() does in UTC. */
JutuValue jutu_to_string(JutuValue value, JutuArena *arena);

/* The same as a C string; never NULL. */
const char *jutu_to_text(JutuValue value, JutuArena *arena);

/* JavaScript's ToBoolean: not undefined, null, false, 0, NaN or "". */
bool jutu_truthy(JutuValue value);

/* === and ==. Dates, arrays and objects are equal only to themselves (same pointer, same ms). */
bool jutu_equal_strict(JutuValue a, JutuValue b);
bool jutu_equal_loose(JutuValue a, JutuValue b);

/* JavaScript's < on two values: 1 if a < b, 0 if not, -1 if undefined (NaN took part).
 * Strings compare by UTF-16 code unit. */
int jutu_less(JutuValue a, JutuValue b);

/*
 * vega-util's `ascending`, the order of every sort in Vega: nulls and NaN first,
 * then by `<` as JavaScript compares; mixed types as there.
 * @return below, at or above 0
 */
int jutu_compare(JutuValue a, JutuValue b);

/* The member of an object, or undefined. */
JutuValue jutu_member(JutuValue object, const char *name);

/* A key that is equal for values that a JavaScript Map or Vega's group-by (`${value}`) holds equal:
 * their ToString. */
const char *jutu_value_key(JutuValue value, JutuArena *arena);

/* Copied into the arena; undefined if json is NULL. */
JutuValue jutu_value_from_json(const json_t *json, JutuArena *arena);

/* @return an owned reference; NaN and infinities become null, dates numbers of milliseconds */
json_t *jutu_value_to_json(JutuValue value);
