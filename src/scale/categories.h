/* Categories: which place each value has in a discrete domain. What ordinal, band and point share.
 */
#pragma once
#include "scale/scale.h"

typedef struct JutuCategories JutuCategories;

/*
 * Drops repeated values from the scale's domain. Values are the same as keys of
 * a JavaScript Map are: 1 isn't "1", but a date is its milliseconds.
 */
JutuCategories *jutu_categories_new(JutuScale *scale);

/* SIZE_MAX if it isn't among them. */
size_t jutu_categories_find(const JutuCategories *categories, JutuValue value);

/* The same, but adds it behind the others. */
size_t jutu_categories_add(JutuCategories *categories, JutuValue value, JutuArena *arena);
