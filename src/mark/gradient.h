/* Paints from values: colours, and gradients as Vega writes them. */
#pragma once
#include "base/value.h"
#include "scene/scene.h"

/* "red", {"gradient": "linear", "stops": […], …}; what names no colour paints nothing. */
JutuPaint jutu_paint_of(JutuValue value, JutuArena *arena);
