/*
 * Columns of texts as what they say: numbers and names as people write them. The cells know how
 * they were written: base/written.h. Dates stay texts until a channel, a time unit or a function
 * of dates wants them.
 */
#pragma once
#include "base/context.h"
#include "data/schema.h"
#include "data/typed_number.h"

/* What a column holds. */
typedef struct {
    const char *type;  /* "boolean", "integer", "number", "date", "string" */
    JutuCounts counts; /* of numbers: what most of them count */
} JutuColumnType;

typedef struct {
    bool decimal_comma;       /* 3,14 is a number: jutu_typed_has_commas() */
    const JutuSchema *schema; /* whose fields stay as it has read them, if they have a type; NULL */
    const char *pointer;      /* of the data, for what `explain --stage why` says */
    const json_t *parse;      /* columns that it says null of stay texts; NULL */
    const json_t *spec;       /* names of columns that it writes with spaces around stay so; NULL */
} JutuTyping;

/* Whether commas are decimal in a table that was read from a file: semicolons or tabs separate its
 * cells, and none has a point. */
bool jutu_typed_has_commas(const JutuTable *table);

/* The type of a column of texts: numbers, dates or booleans if all of its cells are that or stand
 * for nothing, and none is an identifier. The type is NULL if there are no texts. */
JutuColumnType jutu_typed_infer(const JutuValue *texts, size_t n, bool decimal_comma);

/* The columns of texts of a table as their types say, and names without spaces around. */
const JutuTable *jutu_typed_read(const JutuTable *table, const JutuTyping *typing,
                                 JutuContext *context);

/* A cell that is wanted as a number or a date, whatever the others of its column are: what isn't
 * there or can't be read is null, and looks as it was written. Other values stay as they are. */
JutuValue jutu_typed_as_number(JutuValue value, JutuContext *context);
JutuValue jutu_typed_as_date(JutuValue value, JutuContext *context);
