/* Outlines of series. */
#pragma once
#include "mark/items.h"
#include "scene/path.h"

/* Appends the line, area or trail of a series, broken where points aren't defined. */
void jutu_items_outline(const JutuItems *items, size_t series, JutuPathBuilder *out);
