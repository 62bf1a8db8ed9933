/* Shared by time and utc scales: linear in the milliseconds, ticks by the calendar. */
#pragma once
#include "scale/scale.h"

/* d3's default domain, the first day of 2000. */
void jutu_time_init(JutuScale *scale, const JutuZone *zone);
void jutu_time_prepare(JutuScale *scale);
JutuValue jutu_time_invert(const JutuScale *scale, double out, JutuArena *arena);
void jutu_time_scale_nice(JutuScale *scale, JutuTickCount count);
const JutuValue *jutu_time_scale_ticks(const JutuScale *scale, JutuTickCount count,
                                       JutuArena *arena, size_t *n);
