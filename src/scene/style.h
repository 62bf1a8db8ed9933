/* Paint and style properties, as Vega names them, from values to JutuStyle. */
#pragma once
#include "base/json.h"
#include "base/value.h"
#include "scene/scene.h"

/* A colour text, null ("none"), or a gradient object. */
JutuPaint jutu_paint_from(JutuValue value, JutuArena *arena);

/* The same as a normalised scene has it: a text, null or an object; an owned reference. */
json_t *jutu_paint_to_json(const JutuPaint *paint);

/* Sets one property of a style by Vega's name: fill, stroke, strokeWidth, strokeDash, opacity
 * (multiplied into both) … @return false if the name is none of a style's, and nothing is set */
bool jutu_style_set(JutuStyle *style, const char *name, JutuValue value, JutuArena *arena);

/* Sets FORMAT.md's paint properties of a style. */
void jutu_style_to_json(json_t *json, const JutuStyle *style);
