/* Texts of marks as blocks: what is measured and what is drawn is read here. */
#pragma once
#include "mark/items.h"
#include "text/block.h"

/* A text of a mark. Its style is that of the item. @param x, y  where its anchor is */
JutuTextBlock jutu_item_text(const JutuItems *items, size_t i, double *x, double *y);
