/* Frictionless Table Schema: types and constraints of columns. */
#pragma once
#include "base/context.h"
#include "data/table.h"

typedef struct JutuSchemaType JutuSchemaType;

typedef struct {
    const char *name, *title, *description;
    const char *unit; /* "unit" isn't of the standard, but what everyone writes; NULL */
    const char
        *role; /* what the column says of the others, likewise: see jutu_schema_role(); NULL */
    const JutuSchemaType *type;
    const json_t *json;         /* the field's description, for its options and constraints */
    const char *const *missing; /* texts that stand for no value, NULL-terminated */
} JutuSchemaField;

typedef struct {
    const JutuSchemaField *fields;
    size_t n_fields;
    const json_t *json; /* for its keys, and which columns there must be */
} JutuSchema;

/* A cell, a row, or a column, that isn't as the schema says. */
typedef struct {
    size_t row;         /* SIZE_MAX: the column as a whole */
    const char *text;   /* "GDP: \"n/a\" isn't a number"; NULL: as those before it of this rule */
    JutuRule rule;      /* what is broken */
    const char *column; /* of the cell; NULL: the row as a whole */
    size_t other;       /* another row that it has to do with; SIZE_MAX: none */
} JutuSchemaFault;

/*
 * Reads a "schema" object.
 * @param json  must live as long as the arena
 * @param file  for messages
 * @return NULL with JUTU_ERROR_DATA set if it is none
 */
const JutuSchema *jutu_schema_new(const json_t *json, const char *file, JutuArena *arena,
                                  GError **error);

/* NULL if there is none of this name. */
const JutuSchemaField *jutu_schema_find(const JutuSchema *schema, const char *name);

/*
 * The field that says something of each row: its "unit", "qualifier", how it is "as_written", its
 * "source", its "locator" there, its "status". By its "role", else by its name. NULL: none.
 */
const JutuSchemaField *jutu_schema_role(const JutuSchema *schema, const char *role);

/*
 * Reads the texts of a column as its type says and checks type and constraints: required, unique,
 * minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength, pattern, enum,
 * categories. What isn't of the type becomes null. Cells know their texts.
 * @param faults  of JutuSchemaFault: receives what is wrong
 */
const JutuValue *jutu_schema_read(const JutuSchemaField *field, const JutuValue *texts, size_t n,
                                  JutuContext *context, GArray *faults);

/*
 * Reads all columns that the schema names; the others stay as they are.
 * @param table   of texts
 * @param faults  receives what is wrong by rows, with keys, and what columns there should be
 */
const JutuTable *jutu_schema_apply(const JutuSchema *schema, const JutuTable *table,
                                   JutuContext *context, GArray *faults);
