/* The rectangle of a plotting area: `view`, its style and config. */
#pragma once
#include "view/plot.h"

/* Sets plot->style and corner_radius. */
void jutu_background_make(JutuPlot *plot);
