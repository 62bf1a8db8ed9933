/* Outlines of series. */
#pragma once
#include "mark/items.h"
#include "scene/path.h"

/* Appends the line, area or trail of a series, broken where points aren't defined. */
void jutu_items_outline(const JutuItems *items, size_t series, JutuPathBuilder *out);

/* The shape of an arc about 0, 0; its inner radius is the smaller one, however they are given. */
JutuAnnulus jutu_item_annulus(const JutuItems *items, size_t i);

/* Cairo doesn't draw square caps where a line has no length at all: how long it must be. */
#define JUTU_DOT_LENGTH 0.01 /* Cairo counts in 1/256 px */
