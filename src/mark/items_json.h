/* Items as JSON: the marks of a normalised scene, which other renderers' can be compared with. */
#pragma once
#include <jansson.h>

#include "mark/items.h"

/* {"type": "rect", "clip": false, "items": […]}; an owned reference. */
json_t *jutu_items_to_json(const JutuItems *items);
