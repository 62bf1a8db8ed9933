/* Tests of transforms: rows in, rows out, all as JSON with ' in place of " and ` in place
 * of '. */
#pragma once
#include <glib.h>

#include "check.h"

typedef struct {
    const char *row, *data, *transform;
    const char *want; /* rows in any order of members, or "/pointer: message" */
} TransformCase;

/* Runs each case on its own and compares; numbers may differ by 1e-12 of their size. */
void check_transforms(const TransformCase *cases, size_t n);
