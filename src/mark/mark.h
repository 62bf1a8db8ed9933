/*
 * Marks: from a unit's rows and its frame's scales to items, columns of px with their bounds.
 * Knows no guides, and not where a view stands on the page.
 *
 * What others must know of a mark is in view/mark.h; items are in items.h, the room that they take
 * in bounds.h, brushes and backgrounds in files of their own.
 */
#pragma once
#include "frame/frame.h"
#include "mark/items.h"

/* Encodes a unit's marks into items.
 * @param n_shapes  of all marks so far, points of paths aside; these are added
 * @return in the chart's arena; NULL with error set */
JutuItems *jutu_marks_make(const JutuView *unit, const JutuFrame *frame, size_t *n_shapes,
                           GError **error);

/* The text of a field of `datum` as an expression, in the chart's arena.
 * @param format, type  JSON; NULL: not given */
const char *jutu_format_expr(const JutuChart *chart, const JutuChannelDef *def,
                             const json_t *format, const json_t *type);
