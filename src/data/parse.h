/* Cells to typed values, as vega-loader reads them. */
#pragma once
#include "base/context.h"
#include "data/table.h"

/* Texts for a comparison: cells that know how they were written stay what they are. Of jutu's own
 * making: no spec has it. */
#define JUTU_PARSE_AS_WRITTEN "as written"

/*
 * Reads columns as given types: "number", "integer", "boolean", "string", "date", "date:'%Y-%m'",
 * "utc:'%Y-%m'", "unknown" (as it is) and "flatten" (a nested field becomes a column). Empty cells
 * become null, what can't be read NaN (null with a date format). A nested field, "a.b", is left as
 * it is and gives the column "a.b". A date without a format is a number of ms, as in the reference.
 *
 * @param parse    an object of field: type or null (leave it), "auto" (every column by what its
 *                 cells look like), or NULL or null (nothing to do)
 * @param pointer  of `parse` in the spec
 * @return the table itself if there is nothing to do; NULL with JUTU_ERROR_SPEC set if a type is
 *         none
 */
const JutuTable *jutu_parse_columns(const JutuTable *table, const json_t *parse,
                                    JutuContext *context, const char *pointer, GError **error);

/* The type that "auto" takes a column for: "boolean", "integer", "number", "date", "string";
 * "unknown" of no rows. */
const char *jutu_parse_infer(const JutuValue *cells, size_t n, JutuContext *context);
