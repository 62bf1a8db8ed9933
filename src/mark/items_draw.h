/* Items as scene nodes. */
#pragma once
#include "mark/items.h"

/* Draws items in the coordinates of their view; clipping to it is the caller's. What can't be seen
 * is left out. */
void jutu_items_draw(const JutuItems *items, JutuSceneBuilder *out);
