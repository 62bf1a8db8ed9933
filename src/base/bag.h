/*
 * Properties that know whether the user wrote them: Vega-Lite's explicit and
 * implicit values, which decide when guides and scales of several layers merge.
 */
#pragma once
#include <jansson.h>
#include <stdbool.h>

#include "base/arena.h"

typedef struct {
    json_t *explicit_props, *implicit_props; /* objects, owned by the arena */
} JutuBag;

/* An empty one. */
JutuBag jutu_bag_new(JutuArena *arena);

/* NULL if it isn't set; borrowed. */
json_t *jutu_bag_get(const JutuBag *bag, const char *name);
bool jutu_bag_is_explicit(const JutuBag *bag, const char *name);
/* Takes over the reference; NULL sets nothing. */
void jutu_bag_set(JutuBag *bag, const char *name, json_t *value, bool is_explicit);
/* mergeValuesWithExplicit for one property of two bags, the result in `into`: explicit wins over
 * implicit, else `into` unless tie() prefers the other (returns below 0; NULL: never). */
void jutu_bag_merge(JutuBag *into, const JutuBag *other, const char *name,
                    int (*tie)(const char *name, const json_t *a, const json_t *b));
