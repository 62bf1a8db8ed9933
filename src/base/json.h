/* Reading JSON trees: members by path, and where in the spec a node stands. */
#pragma once
#include <jansson.h>

#include "base/context.h"

/* Has the arena give the reference back at its end. @return json */
json_t *jutu_json_own(JutuArena *arena, json_t *json);

/* Members of members: jutu_json_path(spec, "encoding", "x", "axis", NULL); NULL if one is missing.
 */
json_t *jutu_json_path(const json_t *json, ...) __attribute__((sentinel));

/* A member if it is of the kind, else the fallback. */
double jutu_json_number(const json_t *object, const char *name, double fallback);
const char *jutu_json_string(const json_t *object, const char *name, const char *fallback);
bool jutu_json_bool(const json_t *object, const char *name, bool fallback);
/* Whether the member is there at all (null counts). */
bool jutu_json_has(const json_t *object, const char *name);

/* Whether JavaScript takes it for true: not NULL, null, false, 0 or "". */
bool jutu_json_truthy(const json_t *json);
/* Whether there is a value: neither NULL nor null. */
bool jutu_json_given(const json_t *json);
/* Whether something is switched off: null or false, but not NULL. */
bool jutu_json_is_off(const json_t *json);

/*
 * Parses a text as JSON (any value): UTF-8, with or without a BOM, nested at most
 * 2048 deep, no NUL characters. All numbers are reals, as JavaScript has them: ask
 * json_is_number(), never json_is_integer().
 * @return an owned reference, or NULL with JUTU_ERROR_SYNTAX and line and column set
 */
json_t *jutu_json_parse(const char *text, size_t length, GError **error);

/* A step of the way from the root of a tree to a node; the way is put together only for a message.
 */
typedef struct JutuStep {
    const struct JutuStep *outer; /* the step before; NULL: the root */
    const char *name;             /* NULL: an element */
    size_t index;
} JutuStep;

/* Appends the JSON pointer of the node that a way leads to: "/layer/0/mark"; nothing if it is NULL.
 */
void jutu_pointer_append(GString *pointer, const JutuStep *way);

/*
 * The JSON pointer of `node` within `root`, found by identity: rewriting a spec
 * keeps the nodes that the user wrote. "" if it isn't there. In the arena.
 * true, false and null are the same node wherever they stand: ask for their parent.
 */
const char *jutu_pointer_of(const json_t *root, const json_t *node, JutuArena *arena);
