/* A plotting area's own rectangle: vega-lite's view background. */
#pragma once
#include "frame/frame.h"
#include "scene/scene.h"

typedef struct {
    JutuStyle style;
    double corner_radius[4]; /* px, from the top left on, clockwise */
} JutuBackground;

JutuBackground jutu_background_make(const JutuFrame *frame);
