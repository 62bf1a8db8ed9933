/*
 * Shared by linear, log, pow, symlog and time scales: a domain cut into pieces,
 * each stretched over a piece of the range, or a ramp of colours over it all.
 */
#pragma once
#include "scale/scale.h"

/* JutuScaleType.prepare, map, map_numbers, color and invert. */
void jutu_continuous_prepare(JutuScale *scale);
JutuValue jutu_continuous_map(const JutuScale *scale, JutuValue value);
void jutu_continuous_map_numbers(const JutuScale *scale, const double *in, double *out, size_t n);
JutuColor jutu_continuous_color(const JutuScale *scale, double number);
double jutu_continuous_invert_number(const JutuScale *scale, double out);
JutuValue jutu_continuous_invert(const JutuScale *scale, double out, JutuArena *arena);

/* d3's "linearish" ticks and nice: of the numbers themselves. */
const JutuValue *jutu_linear_ticks(const JutuScale *scale, JutuTickCount count, JutuArena *arena,
                                   size_t *n);
void jutu_linear_nice(JutuScale *scale, JutuTickCount count);

/* Sets the first and last domain value, prepares again. */
void jutu_scale_set_extent(JutuScale *scale, double first, double last);

/* Numbers as values, dates if `dates`. */
const JutuValue *jutu_values_of(const double *numbers, size_t n, bool dates, JutuArena *arena);

/* The count itself, or `fallback` if none is given. */
double jutu_count_or(JutuTickCount count, double fallback);
