/*
 * scale/ takes values to places on the page, colours and sizes, and knows no channel, no table
 * and no view. One file per kind, one row in scales.def. A scale is plain data in the arena;
 * its kind's functions act on it.
 *
 * The life of a scale: jutu_scale_new(); set its domain, range and the rest;
 * jutu_scale_prepare(); map. Who changes a field prepares it again. (setup.h
 * does all this from the properties of a spec.)
 */
#pragma once
#include "base/color.h"
#include "base/context.h"
#include "base/time.h"
#include "base/value.h"
#include "scale/ramp.h"

typedef struct JutuScale JutuScale;

/* For JutuScaleType.takes: what all continuous and all banded kinds take. */
#define JUTU_TAKES_CONTINUOUS \
    "bins round padding rangeMin rangeMax domainMax domainMid domainMin domainRaw clamp nice " \
    "scheme interpolate"
#define JUTU_TAKES_BANDED "round padding rangeMin rangeMax paddingOuter align"

/* How many ticks, or one at each start of a time interval. */
typedef struct {
    double count;          /* about so many; NaN: as many as the asked function likes */
    JutuInterval interval; /* instead of a count, if it has a type */
} JutuTickCount;

typedef struct {
    const char *name; /* Vega's, "bin-ordinal" */
    const char *doc;
    bool discrete;     /* the domain is a list of values: ordinal, band, point, bin-ordinal */
    bool continuous;   /* both sides are: linear … time, sequential */
    bool discretizing; /* steps of a numeric domain: quantile, quantize, threshold, bin-ordinal */
    bool banded;       /* a place on the page for each value: band, point */
    bool thin;         /* the bands have no width: point */
    bool implicit;     /* values that the domain lacks can be added to it: ordinal */
    bool temporal;
    bool logarithmic;
    bool crowded; /* ticks are closer at one end, so that labels there give way: log, symlog */
    bool ramps;   /* continuous colours go through a ramp ("sequential-", "diverging-" in Vega) */
    bool always_ramps; /* and is never piecewise: sequential */
    bool padded;       /* `padding` of the setup, in pixels, widens the domain */
    bool zeroed;       /* Vega includes zero in the domain unless told not to */
    bool open_ended;   /* the domain's ends aren't those of the outer steps: threshold */
    bool wants_all;    /* its domain is all values of the data, not their extent: quantile */
    bool spanned;      /* labels have as many decimals as the domain and the count of ticks need */

    int precedence;    /* of two that views share, the higher one shows more kinds of data */
    const char *takes; /* Vega-Lite's scale properties that mean something to it, by blanks */

    /* NULL, or sets what differs from d3's defaults. */
    void (*init)(JutuScale *scale);
    /* Domain and range are set: compute what mapping needs. */
    void (*prepare)(JutuScale *scale);
    /* d3's scale(value); undefined where it has no answer. Texts and arrays that it makes live in
     * the context's arena. */
    JutuValue (*map)(const JutuScale *scale, JutuValue value);
    /* NULL, or a faster loop for numbers: out[i] = scale(in[i]) for a numeric range; NaN for NaN.
     */
    void (*map_numbers)(const JutuScale *scale, const double *in, double *out, size_t n);
    /* NULL, or the colour of a number (not of NaN), without a text in between. */
    JutuColor (*color)(const JutuScale *scale, double number);
    /* Instead of these where it picks from the range: the position in it, SIZE_MAX: none. */
    size_t (*pick)(const JutuScale *scale, JutuValue value);
    /* The domain value of a place in a numeric range; NULL: none. */
    JutuValue (*invert)(const JutuScale *scale, double out, JutuArena *arena);
    /* Extends the domain to round values and prepares again; NULL: can't. */
    void (*nice)(JutuScale *scale, JutuTickCount count);
    /* Tick values for about `count`; NULL: the domain itself. */
    const JutuValue *(*ticks)(const JutuScale *scale, JutuTickCount count, JutuArena *arena,
                              size_t *n);
    /* Continuous: what makes equal steps of the domain equal steps of the range, and back; NULL:
     * nothing need be done. */
    double (*lift)(const JutuScale *scale, double value);
    double (*ground)(const JutuScale *scale, double lifted);
    /* Discretizing: the n_range - 1 values at which the next step begins. */
    const double *(*thresholds)(const JutuScale *scale, size_t *n);
    /* Discretizing: the least difference that labels must show; NULL: labels go by `spanned`. */
    double (*least_step)(const JutuScale *scale);
} JutuScaleType;

extern const JutuScaleType *const jutu_scale_types[]; /* ends with NULL */
const JutuScaleType *jutu_scale_type_find(const char *name);

struct JutuScale {
    const JutuScaleType *type;
    JutuContext *context;
    const JutuValue *domain; /* numbers, ms, or categories */
    size_t n_domain;
    const JutuValue *range; /* numbers or colour texts or shapes …; empty with a ramp */
    size_t n_range;
    /* A colour scheme or interpolated colour range: t in [0,1] to a colour. NULL: piecewise range.
     */
    const JutuRamp *ramp;
    const JutuColorSpace *space; /* of colours in between; NULL: by the range's own type */
    double gamma;                /* 1: none */
    bool clamp, round;
    bool domain_implicit; /* ordinal: unknown values get the next range value (d3's implicit) */
    JutuValue unknown;
    double exponent, base, constant;            /* pow, log, symlog */
    double padding_inner, padding_outer, align; /* band, point */
    double least_steps; /* a band scale's range has room for so many: 0 as in Vega; d3 has 1 */
    const double *bins; /* bin boundaries; NULL: it isn't binned */
    size_t n_bins;
    const JutuZone *zone; /* of time scales; NULL: UTC */

    /* filled in by prepare(): */
    double step, bandwidth;  /* of bands */
    const JutuColor *colors; /* of a range that is all colour texts; else NULL */
    void *prepared;          /* the kind's own */
};

/* Whether Vega-Lite's property means something to the kind. */
bool jutu_scale_takes(const JutuScaleType *type, const char *property);

/* A scale of this kind with d3's defaults, in the context's arena. */
JutuScale *jutu_scale_new(const JutuScaleType *type, JutuContext *context);

/* Sets a domain or range of numbers; copies them. Dates of a time scale count as numbers. */
void jutu_scale_set_domain(JutuScale *scale, const double *values, size_t n);
void jutu_scale_set_range(JutuScale *scale, const double *values, size_t n);

/* Computes what mapping needs; before the first use and after every change. */
void jutu_scale_prepare(JutuScale *scale);

static inline JutuValue jutu_scale_map(const JutuScale *scale, JutuValue value)
{
    return scale->type->map(scale, value);
}
double jutu_scale_number(const JutuScale *scale, JutuValue value); /* NaN if it is no number */

/* The colour of a value, without a text in between. @return false, and transparent, if none */
bool jutu_scale_color(const JutuScale *scale, JutuValue value, JutuColor *out);

/* A whole column: NaN gives the unknown value, or NaN. */
void jutu_scale_map_numbers(const JutuScale *scale, const double *in, double *out, size_t n);

double jutu_scale_bandwidth(const JutuScale *scale); /* 0 if it has no bands */

/* The first and last domain value as numbers; NaN where there are none. */
void jutu_scale_extent(const JutuScale *scale, double out[2]);

/* The colour that a value names. @return false, and transparent, if it names none */
bool jutu_color_of(JutuValue value, JutuColor *out);
