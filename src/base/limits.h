/* The table of limits; the numbers are those of base/limits.def. */
#pragma once
#include <stddef.h>

enum {
#define JUTU_LIMIT(id, value, name, doc) JUTU_MOST_##id = (value),
#include "base/limits.def"
#undef JUTU_LIMIT
};

typedef struct {
    const char *name; /* "png-pixels" */
    size_t value;
    const char *doc; /* a sentence */
} JutuLimit;

extern const JutuLimit jutu_limits[]; /* ends with a NULL name */
