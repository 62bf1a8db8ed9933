/* The order of a column's values under a theme: their own, else the data's. */
#pragma once
#include "base/context.h"
#include "base/natural.h"
#include "base/value.h"

/*
 * The places of cells in the order of their values, as numbers; equal values have one. What is left
 * over (其他) is last.
 * @param[out] found  NULL, or what order it is
 */
const JutuValue *jutu_own_places(const JutuValue *cells, size_t n, bool numbers,
                                 const JutuContext *context, JutuOwnOrder *found);

/* The places of cells in a list of JSON values; what it lacks stands behind. */
const JutuValue *jutu_listed_places(const JutuValue *cells, size_t n, const json_t *list,
                                    JutuArena *arena);

/* Puts what is left over last; the others stay as they stand. @return whether anything moved */
bool jutu_rest_last(JutuValue *values, size_t n, JutuArena *arena);
