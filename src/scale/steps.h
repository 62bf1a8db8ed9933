/* Steps: values of the range that change where the data pass thresholds. */
#pragma once
#include "scale/scale.h"

/* Takes the thresholds, which live in the arena. */
void jutu_steps_set(JutuScale *scale, const double *thresholds, size_t n);
const double *jutu_steps_thresholds(const JutuScale *scale, size_t *n);

/* The count of thresholds at or below a value, as d3.bisect() finds it: 0 for a text that is no
 * number. SIZE_MAX for null and NaN. */
size_t jutu_steps_below(const JutuScale *scale, JutuValue value);
/* The same as a position in the range; SIZE_MAX where it is too short. */
size_t jutu_steps_pick(const JutuScale *scale, JutuValue value);
JutuValue jutu_steps_map(const JutuScale *scale, JutuValue value);

/* The least distance of neighbours; of a single number it is the number. */
double jutu_least_distance(const double *numbers, size_t n);
