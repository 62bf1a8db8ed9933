/* Placed plots as nodes of a scene. */
#pragma once
#include "layout/layout.h"

/* Emits the placed plots as scene nodes. */
void jutu_page_draw(const JutuPlot *root, JutuSceneBuilder *out);
