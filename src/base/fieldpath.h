/* Field names as paths: "a.b", "a['b c']", "a\\.b". */
#pragma once
#include "base/arena.h"

/* The steps of a path, NULL-terminated; broken brackets are read as far as they go. */
const char *const *jutu_fieldpath_split(const char *path, JutuArena *arena);

/* The steps joined by dots: what a field is called once it is a column: "a.b" of "a['b']". */
const char *jutu_fieldpath_flat(const char *path, JutuArena *arena);

/* The same as a path: dots, brackets and quotes within it are escaped. */
const char *jutu_fieldpath_escaped(const char *path, JutuArena *arena);

/* A text as an identifier: what isn't [A-Za-z0-9_] becomes "_", and a leading digit gets one. */
const char *jutu_identifier(const char *text, JutuArena *arena);
