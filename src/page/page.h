/*
 * page/ makes the sheet: what layout/ has placed, as nodes of a scene, and around it the texts of a
 * report; it decides neither what a chart shows nor where in it anything stands.
 */
#pragma once
#include "layout/layout.h"

/* Emits the placed plots as scene nodes. */
void jutu_page_draw(const JutuPlot *root, JutuSceneBuilder *out);
