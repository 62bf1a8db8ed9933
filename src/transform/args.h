/* Members of a transform, and fields by path, as all transforms read them. */
#pragma once
#include "transform/sort.h"
#include "transform/transform.h"

/* Texts of an array (or of one text alone); what isn't text is left out. NULL-terminated. */
const char *const *jutu_arg_strings(const json_t *def, const char *name, size_t *n,
                                    JutuArena *arena);

/* A text that must be there. */
const char *jutu_arg_field(const json_t *def, const char *name, const JutuTransformScope *scope,
                           GError **error);

/* `as`: two names; where one isn't given, the fallback. */
void jutu_arg_names(const json_t *def, const char *first, const char *second, const char *out[2]);

/* `sort`: [{"field": …, "order": …}] */
const JutuSortKey *jutu_arg_sort(const json_t *def, size_t *n, JutuArena *arena);

/* @return false if the member is no pair of numbers */
bool jutu_arg_pair(const json_t *def, const char *name, double out[2]);

/* Sets an error at a place below the transform. @return NULL */
void *jutu_arg_error(const JutuTransformScope *scope, const char *below, GError **error,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same for a text that is none of these names, which end with NULL: "\"maen\" is no <what>; did
 * you mean \"mean\"?" @return NULL */
void *jutu_arg_unknown(const JutuTransformScope *scope, const char *below, const char *what,
                       const char *given, const char *const *names, GError **error);

/* NULL-terminated names for JutuTransform.produces. */
const char *const *jutu_names(JutuArena *arena, size_t n, const char *const *names);
const char *const *jutu_as_names(const json_t *def, const char *first, const char *second,
                                 JutuArena *arena);

/* The `as` of {"op", "field", "as"} in joinaggregate and window, or the name made of the others. */
const char *jutu_measure_name(const json_t *measure, JutuArena *arena);
const char *const *jutu_measure_names(const json_t *list, JutuArena *arena);

/* The cells of a field by path, gathered where it is nested; never NULL, undefined if missing. */
const JutuValue *jutu_cells(const JutuTable *table, const char *path, JutuArena *arena);

/* An accessor's name, in Vega's terms: the member of a simple path, else the path itself. */
const char *jutu_path_name(const char *path, JutuArena *arena);
/* a.b as the name "a.b" of a flattened column, and as the path a\.b that reads it. */
const char *jutu_path_flat(const char *path, JutuArena *arena);
const char *jutu_path_escape(const char *path, JutuArena *arena);
const char *const *jutu_paths_escape(const char *const *paths, size_t n, JutuArena *arena);

/* Each row so many times, with room for `added` more columns; NULL with error set. */
const JutuTable *jutu_table_repeat(const JutuTable *in, const size_t *times, size_t added,
                                   const JutuTransformScope *scope, GError **error);

/* A table of these columns; of equal names the last counts. */
const JutuTable *jutu_table_of(const JutuColumn *columns, size_t n_columns, size_t n_rows,
                               JutuArena *arena);
