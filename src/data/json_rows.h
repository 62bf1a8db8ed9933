/* JSON to columns, as Vega takes in rows. */
#pragma once
#include "data/table.h"

/*
 * An array's items are rows: objects have columns of their members' names, other values the one
 * column "data". Anything else is a single row; null is none.
 *
 * @param property   the path to the rows within the JSON; NULL: it is the rows
 * @param max_cells  more are an error; 0: no limit
 * @return NULL with JUTU_ERROR_DATA set
 */
const JutuTable *jutu_json_rows(const json_t *json, const char *property, size_t max_cells,
                                JutuArena *arena, GError **error);
