/*
 * jutu-probe answers cases made with other programs: a JSON object a line in, its answer out. It
 * holds no logic of its own: a probe reads the case, calls the library and encodes the result.
 *
 * One probe_<family>.c per family, and in sets.def a row for each set of cases:
 * PROBE_SET("d3-format", format) declares and lists probe_format().
 */
#pragma once
#include <jansson.h>

#include "base/context.h"
#include "base/value.h"

/*
 * Answers one case.
 * @param given    the case; borrowed
 * @param context  its arena lives as long as the call; its zone is the environment's TZ
 * @return an owned result, or NULL with error set; probe_skip() for what isn't supported
 */
typedef json_t *ProbeAnswer(const json_t *given, JutuContext *context, GError **error);

#define PROBE_SET(set, name) ProbeAnswer probe_##name;
#include "sets.def"
#undef PROBE_SET

/* Has the case counted as skipped rather than failed. @return NULL */
json_t *probe_skip(GError **error, const char *why);

/* A value as the cases write it: {"$num": "NaN"}, {"$date": ISO or null}, {"$undefined": true};
 * NULL is undefined. In the arena. */
JutuValue probe_value(const json_t *json, JutuArena *arena);

/* The number of a value so written, by ToNumber. */
double probe_number(const json_t *json, JutuArena *arena);

/* A value as the cases write it. @return an owned reference */
json_t *probe_json(JutuValue value, JutuArena *arena);
json_t *probe_json_number(double number);
json_t *probe_json_numbers(const double *numbers, size_t n);
