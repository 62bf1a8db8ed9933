/* JavaScript's regular expressions, matched by PCRE2. */
#pragma once
#include "expr/utf16.h"

/*
 * @param pattern  a string; may hold lone halves of surrogate pairs
 * @param flags    of d, g, i, m, s, u, v, y
 * @return an expression in the arena; NULL with *problem set, a text in the arena
 */
const JutuRegexp *jutu_regexp_new(JutuValue pattern, const char *flags, JutuArena *arena,
                                  const char **problem);

/* A text in the form in which an expression reads it: by code unit, or by character with flag u. */
JutuValue jutu_regexp_subject(const JutuRegexp *regexp, JutuValue string, JutuArena *arena);

typedef enum { JUTU_MATCH_NONE, JUTU_MATCH_FOUND, JUTU_MATCH_TOO_HARD } JutuMatch;

/*
 * The first match at or after byte `start` of a subject; with `sticky`, at `start` only.
 * @param spans  pairs of bytes, begin and end, for the match and each group; (size_t)-1 if a group
 *               took no part; they hold until the next match
 */
JutuMatch jutu_regexp_match(const JutuRegexp *regexp, JutuValue subject, size_t start, bool sticky,
                            const size_t **spans);

/* Capturing groups, without the match itself; and the number of a named one, 0 if there is none. */
size_t jutu_regexp_groups(const JutuRegexp *regexp);
bool jutu_regexp_has_names(const JutuRegexp *regexp);
size_t jutu_regexp_group(const JutuRegexp *regexp, const char *name);

/* Flags g and y; the pattern and all flags as they were written, borrowed. */
bool jutu_regexp_is_global(const JutuRegexp *regexp);
bool jutu_regexp_is_sticky(const JutuRegexp *regexp);
const char *jutu_regexp_source(const JutuRegexp *regexp);
const char *jutu_regexp_flags(const JutuRegexp *regexp);

/* source, flags, global, ignoreCase …; undefined for others */
JutuValue jutu_regexp_member(const JutuRegexp *regexp, const char *name);

/* The pattern in PCRE2's syntax; NULL with *problem set. Internal to regexp.c. */
char *jutu_regexp_translate(JutuValue pattern, const char *flags, JutuArena *arena,
                            const char **problem);
