/* bin: numbers by intervals. */
#pragma once
#include "base/tick.h"
#include "transform/transform.h"

typedef struct {
    const char *field; /* a path as Vega reads it */
    const char *as[2]; /* where an interval begins and ends */
    /* extent: NaN, NaN is that of the data; maxbins as Vega-Lite defaults it, 10 for a transform */
    JutuBinOptions options;
} JutuBinParams;

/* Reads a bin definition, true or an object, with Vega-Lite's default of maxbins. A parameter's
 * extent narrows the span. */
JutuBinOptions jutu_bin_options(const json_t *bin, double maxbins, const JutuTransformScope *scope);

/* @param bins  NULL, or set to the bins that were used */
const JutuTable *jutu_bin_run(const JutuBinParams *params, const JutuTable *in,
                              const JutuTransformScope *scope, JutuBins *bins, GError **error);

/* Least and greatest number of a field, as Vega's extent transform has it: null and "" are no
 * numbers; NaN, NaN if there are none or not all are finite. */
void jutu_field_extent(const JutuValue *cells, size_t n, double out[2]);
