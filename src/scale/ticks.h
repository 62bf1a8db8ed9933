/* Ticks: which values of a scale an axis marks, as vega-scale finds them. */
#pragma once
#include "scale/scale.h"

static inline JutuTickCount jutu_tick_number(double count)
{
    return (JutuTickCount){ .count = count };
}

/* No count is given: as many as the asked function likes. */
static inline JutuTickCount jutu_tick_default(void)
{
    return (JutuTickCount){ .count = __builtin_nan("") };
}

/*
 * One tick every `step` units of time ("year" "quarter" "month" "week" "date"
 * "hours" …). Vega knows no "hour", though its schema does: that is the default
 * count, but an interval if there is a step.
 * @param step  0: the unit itself
 */
JutuTickCount jutu_tick_interval(const char *unit, double step);

/* Vega's tickCount(): no fewer than the scale has bins, and none closer than min_step (NaN: none)
 * in the domain. */
JutuTickCount jutu_tick_count(const JutuScale *scale, JutuTickCount count, double min_step);

/* Vega's tickValues(): bins, ticks, or the domain itself. */
const JutuValue *jutu_scale_ticks(const JutuScale *scale, JutuTickCount count, JutuArena *arena,
                                  size_t *n);

/* Vega's validTicks(): those that lie within the range, in its order, every other one dropped until
 * there are no more than count. *n goes in and comes out. */
const JutuValue *jutu_scale_valid_ticks(const JutuScale *scale, const JutuValue *values,
                                        JutuTickCount count, JutuArena *arena, size_t *n);
