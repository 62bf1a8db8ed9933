/* Field names as paths: "a.b", "a['b c']", "a\\.b". */
#pragma once
#include <glib.h>

#include "base/arena.h"

/*
 * Splits a path as Vega does: "a.b[0]['c d']" into a, b, 0, c d. A backslash takes the next
 * character as it is.
 * @return a NULL-terminated list in the arena. A bracket or quote without its partner gives NULL
 *         with error set; if error is NULL, it is read as far as it goes.
 */
const char *const *jutu_fieldpath_split(const char *path, JutuArena *arena, GError **error);

/* The steps joined by dots: what a field is called once it is a column: "a.b" of "a['b']". */
const char *jutu_fieldpath_flat(const char *path, JutuArena *arena);

/* The same as a path: dots, brackets and quotes within it are escaped. */
const char *jutu_fieldpath_escaped(const char *path, JutuArena *arena);

/* A text as an identifier: what isn't [A-Za-z0-9_] becomes "_", and a leading digit gets one. */
const char *jutu_identifier(const char *text, JutuArena *arena);
