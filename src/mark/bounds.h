/* The room that marks take. */
#pragma once
#include "frame/frame.h"
#include "mark/items.h"
#include "scene/box.h"
#include "text/block.h"

/* Bounds of a mark of a frame, as Vega counts them. group: series of paths, and stacks with rounded
 * ends, are groups in Vega, which legends keep clear of. */
JutuBox jutu_mark_box(const JutuFrame *frame, const JutuView *unit, const JutuItems *items,
                      const JutuMeasure *measure, bool *group);
