/* What a schema says of a table as a whole: which columns there must be, and keys of rows. */
#pragma once
#include "data/schema.h"

/* Whether a field says that the text stands for no value. */
bool jutu_schema_is_missing(const JutuSchemaField *field, JutuValue text);

/* Fields without a column, and columns without a field, as far as "fieldsMatch" asks for them. */
void jutu_schema_check_columns(const JutuSchema *schema, const JutuTable *table, JutuArena *arena,
                               GArray *faults);

/* "primaryKey": each row has one, and no two have the same; of "uniqueKeys" the latter. */
void jutu_schema_check_keys(const JutuSchema *schema, const JutuTable *table, JutuContext *context,
                            GArray *faults);
