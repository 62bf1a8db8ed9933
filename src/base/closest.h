/* "did you mean": names that are like a word. */
#pragma once
#include <stddef.h>

/* How many letters must be changed, added, removed or swapped to make b of a, upper and lower case
 * being alike. Words of more than 40 characters are that far from any other. */
unsigned jutu_distance(const char *a, const char *b);

/* The likest of names that end with NULL; NULL if none is like it. */
const char *jutu_closest(const char *word, const char *const *names);
