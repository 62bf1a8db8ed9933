/*
 * Setting up a scale from the properties that a Vega scale has: what zero,
 * domainMin, padding, nice, bins and schemes make of domain and range, in the
 * order in which Vega does it.
 */
#pragma once
#include "scale/ticks.h"

typedef enum { JUTU_ZERO_BY_TYPE, JUTU_ZERO_YES, JUTU_ZERO_NO } JutuZero;

/* Begin with jutu_scale_setup(); NaN, NULL and undefined mean "not given". */
typedef struct {
    const JutuScaleType *type;
    const char *pointer; /* where the spec has the scale, for messages; NULL: "" */

    const JutuValue *domain; /* categories, all values of a quantile scale, or numbers and dates */
    size_t n_domain;
    JutuValue domain_min, domain_mid, domain_max;
    JutuZero zero;
    bool nice;
    JutuTickCount nice_count; /* with nice: jutu_tick_default(), or about so many steps */
    const double *bins;       /* boundaries; or else, if bin_step is a number: */
    size_t n_bins;
    double bin_start, bin_stop, bin_step; /* start and stop NaN: the domain's */

    const JutuValue *range;
    size_t n_range;
    double range_step;       /* px, of band and point scales */
    const char *scheme;      /* name */
    const JutuValue *colors; /* or a scheme of one's own: texts */
    size_t n_colors;
    const double *scheme_extent; /* two numbers */
    double scheme_count;
    bool reverse, round;
    const char *interpolate; /* "rgb" "hcl" … */
    double gamma;

    bool clamp, domain_implicit;
    JutuValue unknown;
    double exponent, base, constant;
    double padding; /* px at each end of a continuous domain; else both of these: */
    double padding_inner, padding_outer, align;
} JutuScaleSetup;

/* A kind's setup with d3's defaults. */
JutuScaleSetup jutu_scale_setup(const JutuScaleType *type);

/* @return a prepared scale, or NULL with error set; warnings go to the context */
JutuScale *jutu_scale_make(const JutuScaleSetup *setup, JutuContext *context, GError **error);
