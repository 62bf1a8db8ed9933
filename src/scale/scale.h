/*
 * Scales: from data to page coordinates, colours and other visual values. One
 * file per kind, one row in scales.def. A scale is plain data in the arena; its
 * kind's functions act on it.
 */
#pragma once
#include "base/color.h"
#include "base/context.h"
#include "base/value.h"

typedef struct JutuScale JutuScale;

typedef struct {
    const char
        *name; /* Vega's: "linear" "log" "pow" "sqrt" "symlog" "identity" "time" "utc" "ordinal"
                  "band" "point" "bin-ordinal" "quantile" "quantize" "threshold" "sequential" */
    const char *doc;
    bool discrete;   /* the domain is a list of values: ordinal, band, point */
    bool continuous; /* both sides are: linear … time, identity */
    bool
        discretizing; /* steps of a continuous domain: quantile, quantize, threshold, bin-ordinal */
    bool temporal;
    /* Domain and range are set: compute what mapping needs. May change the domain (nice). */
    void (*prepare)(JutuScale *scale);
    /* d3's scale(value); undefined where it has no answer. */
    JutuValue (*map)(const JutuScale *scale, JutuValue value);
    /* NULL, or a faster loop for numbers: out[i] = scale(in[i]) for a numeric range; NaN for NaN.
     */
    void (*map_numbers)(const JutuScale *scale, const double *in, double *out, size_t n);
    JutuValue (*invert)(const JutuScale *scale, double out, JutuArena *arena); /* NULL: none */
    void (*nice)(JutuScale *scale, double count);                              /* NULL: none */
    /* Tick values for about `count`; NULL: the domain itself. */
    const JutuValue *(*ticks)(const JutuScale *scale, double count, JutuArena *arena, size_t *n);
} JutuScaleType;

extern const JutuScaleType *const jutu_scale_types[]; /* ends with NULL */
const JutuScaleType *jutu_scale_type_find(const char *name);

struct JutuScale {
    const JutuScaleType *type;
    JutuContext *context;
    const JutuValue *domain; /* numbers, ms, or categories */
    size_t n_domain;
    const JutuValue *range; /* numbers or colour texts or shapes …; empty with an interpolator */
    size_t n_range;
    /* A colour scheme or interpolated colour range: t in [0,1] to a colour. NULL: piecewise range.
     */
    const struct JutuRamp *ramp;
    const char *interpolate; /* "rgb" "hcl" …; NULL: by the range's own type */
    double gamma;
    bool clamp, round, reverse;
    bool domain_implicit; /* ordinal: unknown values get the next range value (d3's implicit) */
    JutuValue unknown;
    double exponent, base, constant;            /* pow, log, symlog */
    double padding_inner, padding_outer, align; /* band, point */
    const double *bins;                         /* bin boundaries; NULL: none */
    size_t n_bins;
    double bin_step;
    const JutuZone *zone; /* time */
    /* filled in by prepare(): */
    double step, bandwidth, start;
    GHashTable *index; /* value key → position in the domain; owned by the arena */
    void *prepared;
};

/* A scale of this kind with d3's defaults, in the context's arena. */
JutuScale *jutu_scale_new(const JutuScaleType *type, JutuContext *context);

static inline JutuValue jutu_scale_map(const JutuScale *scale, JutuValue value)
{
    return scale->type->map(scale, value);
}
double jutu_scale_number(const JutuScale *scale, JutuValue value); /* NaN if it is no number */
double jutu_scale_bandwidth(const JutuScale *scale);               /* 0 if it has no bands */

/* Vega's tickValues (vega-scale/src/ticks.js) for a scale and count, or for a time interval. */
const JutuValue *jutu_scale_ticks(const JutuScale *scale, double count, JutuArena *arena,
                                  size_t *n);

/* Schemes, by Vega's names in any case. */
typedef struct JutuRamp JutuRamp;
/* The colours of a categorical scheme; NULL if it has none of this name. */
const JutuColor *jutu_scheme_colors(const char *name, size_t *n);
/* A continuous scheme ("blues", also "blues-5"), or NULL. extent: part of it; NULL: all. */
const JutuRamp *jutu_scheme_ramp(const char *name, const double *extent, JutuArena *arena);
/* A ramp through colours, in a space ("rgb", "hcl", NULL: vega's default). */
const JutuRamp *jutu_ramp_through(const JutuColor *colors, size_t n, const char *interpolate,
                                  double gamma, JutuArena *arena);
JutuColor jutu_ramp_at(const JutuRamp *ramp, double t);
/* n colours evenly spaced, as Vega's quantizeInterpolator gives them. */
const JutuColor *jutu_ramp_quantize(const JutuRamp *ramp, size_t n, JutuArena *arena);
