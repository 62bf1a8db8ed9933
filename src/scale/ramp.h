/* Ramps: colours that change smoothly from 0 to 1; and the named schemes. */
#pragma once
#include "base/arena.h"
#include "base/color.h"

typedef struct JutuRamp JutuRamp;

/* A ramp through colours. @param space  NULL: "rgb"; @param gamma  1: none */
const JutuRamp *jutu_ramp_through(const JutuColor *colors, size_t n, const JutuColorSpace *space,
                                  double gamma, JutuArena *arena);

/* A part of a ramp, stretched; extent[0] > extent[1] turns it round. */
const JutuRamp *jutu_ramp_part(const JutuRamp *ramp, const double extent[2], JutuArena *arena);

/* The colour at t, 0 to 1; transparent for NaN. */
JutuColor jutu_ramp_at(const JutuRamp *ramp, double t);

/* n colours evenly spaced, as Vega's quantizeInterpolator gives them: the ends aren't among them.
 */
const JutuColor *jutu_ramp_quantize(const JutuRamp *ramp, size_t n, JutuArena *arena);

/*
 * Schemes have Vega's names, in any case. A ramp's name may end in a count,
 * "blues-5": that is a list of so many colours.
 */
typedef struct {
    const JutuColor *colors; /* of a categorical scheme or one with a count; NULL */
    size_t n;
    const JutuRamp *ramp; /* of a continuous scheme; NULL */
} JutuScheme;

/* @return false if there is none of this name */
bool jutu_scheme_find(const char *name, JutuArena *arena, JutuScheme *out);

/* All names, ending with NULL: for "did you mean". */
extern const char *const jutu_scheme_names[];
