/* Paint and style properties, as Vega names them, from values to JutuStyle. */
#pragma once
#include "view/model.h"

/* A colour text, null ("none"), or a gradient object. */
JutuPaint jutu_paint_from(JutuValue value, JutuArena *arena);

/* The same as a normalised scene has it: a text, null or an object; an owned reference. */
json_t *jutu_paint_to_json(const JutuPaint *paint);

/* Sets one property of a style by Vega's name: fill, stroke, strokeWidth, strokeDash, opacity
 * (multiplied into both) … @return false if the name is none of a style's, and nothing is set */
bool jutu_style_set(JutuStyle *style, const char *name, JutuValue value, JutuArena *arena);

/* Sets all that an object has; members that are no style's are left to the caller. */
void jutu_style_read(JutuStyle *style, const JutuChart *chart, const json_t *object);
