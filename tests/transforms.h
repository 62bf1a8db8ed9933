/* Lists of transforms without a chart: what the tests of transforms, the probe and the benchmark
 * run. */
#pragma once
#include "transform/transform.h"

/*
 * Runs a list in Vega-Lite's order, with the parsing that it implies; errors point at
 * scope->pointer/i. What is no transform is skipped with a warning.
 * @return NULL with error set
 */
const JutuTable *transforms_run(const json_t *list, const JutuTable *in, JutuTransformScope *scope,
                                GError **error);
