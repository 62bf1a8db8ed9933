/* timeUnit: dates by calendar units. */
#pragma once
#include "transform/transform.h"

typedef struct {
    const char *field; /* a path as Vega reads it */
    const char *as[2]; /* where the unit begins and ends */
    unsigned units;    /* JutuTimeUnit bits; 0: chosen for at most maxbins of them */
    double step;       /* 0: 1 */
    double maxbins;    /* 0: 40 */
    bool utc;
} JutuTimeUnitParams;

/* Reads "utcyearmonth" or {"unit", "step", "maxbins", "utc", "binned"}. @return false if it is no
 * time unit */
bool jutu_time_unit_params(const json_t *time_unit, JutuTimeUnitParams *out, bool *binned);

const JutuTable *jutu_timeunit_run(const JutuTimeUnitParams *params, const JutuTable *in,
                                   const JutuTransformScope *scope, GError **error);
