/* Values and names as text of the expression language, for expressions that the program writes. */
#pragma once
#include <jansson.h>

#include "base/arena.h"

/* A text between quotes, 'it\'s', in the arena. */
const char *jutu_expr_quote(const char *text, JutuArena *arena);

/* Any JSON as a literal, {"a":[1,"b"]}, in the arena; NULL is null. */
const char *jutu_expr_literal(const json_t *json, JutuArena *arena);

/* An expression that reads the member of this very name: datum['it\'s'] of the object datum; in the
 * arena. */
const char *jutu_expr_member(const char *object, const char *name, JutuArena *arena);
