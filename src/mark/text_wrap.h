/* The theme's rule wrap-labels for texts of marks. */
#pragma once
#include "frame/frame.h"
#include "mark/items.h"
#include "text/measure.h"

/* Sets texts that are longer than the way from their place to the view's edge in several lines,
 * unless the spec limits them. */
void jutu_texts_wrap(JutuItems *items, const JutuFrame *frame, const JutuMeasure *measure);
