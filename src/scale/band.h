/* Bands: equal parts of the page, one for each category. What band and point scales share. */
#pragma once
#include "scale/scale.h"

/* JutuScaleType.prepare, map and invert. */
void jutu_band_prepare(JutuScale *scale);
JutuValue jutu_band_map(const JutuScale *scale, JutuValue value);
JutuValue jutu_band_invert(const JutuScale *scale, double out, JutuArena *arena);
