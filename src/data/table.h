/*
 * Tables: columns of values. A table is never changed: a transform makes a new
 * one that shares the columns that it keeps.
 */
#pragma once
#include <glib.h>

#include "base/value.h"

/* The column of rows' numbers, from 1: selections without fields go by it. */
#define JUTU_ROW_ID "_vgsid_"

typedef struct {
    const char *name;
    const JutuValue *cells; /* n_rows of them; undefined where a JSON row lacks the member */
    bool absent;            /* no row had it: it was made where it was asked for */
} JutuColumn;

/* The file that a table was read from: data/place.h. */
typedef struct JutuOrigin JutuOrigin;

typedef struct JutuTable {
    size_t n_rows, n_columns;
    const JutuColumn *columns;
    const JutuOrigin *origin;       /* NULL: rows are of no file, or no longer one each */
    const guint32 *rows;            /* which of the origin's each row is; NULL: in its order */
    const struct JutuTable *before; /* rows of a file that these were made of; NULL: none, or
                                       they are rows of it themselves */
} JutuTable;

/* The column of this very name, or NULL. */
const JutuColumn *jutu_table_find(const JutuTable *table, const char *name);

/* A table with `added` columns in place of those of the same name, else after the others. */
const JutuTable *jutu_table_with(const JutuTable *table, const JutuColumn *added, size_t n_added,
                                 JutuArena *arena);

/* The rows of these indices, in this order; indices may repeat. */
const JutuTable *jutu_table_gather(const JutuTable *table, const size_t *rows, size_t n,
                                   JutuArena *arena);

/* A row as an object value: what `datum` is where it is used as a whole. Undefined cells are left
 * out. */
JutuValue jutu_table_row(const JutuTable *table, size_t row, JutuArena *arena);

/* Rows that are objects become columns, in order of first appearance; arrays have the columns "0",
 * "1" ...; other rows have one column, "data" (as Vega ingests them). */
const JutuTable *jutu_table_from_rows(const JutuValue *rows, size_t n, JutuArena *arena);

/* A table made cell by cell, its columns in order of first appearance. */
typedef struct JutuTableBuilder JutuTableBuilder;
JutuTableBuilder *jutu_table_builder_new(size_t n_rows, size_t max_columns, JutuArena *arena);
void jutu_table_builder_free(JutuTableBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuTableBuilder, jutu_table_builder_free)

/*
 * Sets a cell; the column is made if need be.
 * @param name   copied
 * @param guess  the column's likely position: that of the member in its row
 * @return false if there would be too many columns
 */
bool jutu_table_builder_set(JutuTableBuilder *builder, size_t row, const char *name, size_t guess,
                            JutuValue value);
const JutuTable *jutu_table_builder_end(const JutuTableBuilder *builder);

/*
 * A field as Vega reads it: "a", "a.b", "a[0]", "['a b']", with \. and \[ escaped.
 * Splitting is done once; reading is then an index.
 */
typedef struct {
    const char *first;        /* the column's name */
    const char *const *rest;  /* members below it, NULL-terminated; NULL if none */
    const JutuColumn *column; /* bound to a table; NULL: no such column, reads as undefined */
} JutuField;

/* The parts of a path: never NULL; a path that can't be split is one part. NULL-terminated. */
const char *const *jutu_field_split(const char *path, JutuArena *arena);

/* A path that can't be split, as a"b, is a column's whole name. */
JutuField jutu_field_new(const JutuTable *table, const char *path, JutuArena *arena);

/* The value of the row; undefined where the column or a member on the way is missing. */
JutuValue jutu_field_get(const JutuField *field, size_t row);

/* Prints a table as an array of JSON objects; an owned reference. */
json_t *jutu_table_to_json(const JutuTable *table);
