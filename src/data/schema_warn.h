/* What isn't as a schema says, to the context's messages. */
#pragma once
#include "data/schema.h"

/* @param table    as read from a file, with its origin
 * @param package  where the schema stands, for messages */
void jutu_schema_warn(const GArray *faults, const JutuTable *table, const char *package,
                      const char *pointer, JutuContext *context);
