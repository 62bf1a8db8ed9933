/* Brushes: interval selections as they are drawn. */
#pragma once
#include "frame/frame.h"
#include "mark/items.h"

/* The unit's own interval selections as rectangles, below and above its marks. */
void jutu_brushes_make(const JutuView *unit, const JutuFrame *plot, GPtrArray *below,
                       GPtrArray *above);
