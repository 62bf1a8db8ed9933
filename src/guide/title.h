/* Titles, for the files of this stage: headers are titles too. */
#pragma once
#include "guide/guide.h"
#include "guide/reader.h"

/*
 * A title from Vega's properties: text, subtitle, orient, anchor, frame, style, color … The
 * reader's first error stops it.
 * @param style  of its text unless the properties name others
 */
JutuTitle *jutu_title_new(JutuGuideReader *reader, const char *style);

/* Sets a title with its anchor at 0, 0. */
void jutu_title_set(JutuTitle *title, const JutuMeasure *measure, JutuArena *arena);

/* The label of a facet's cell, which stands as its title; NULL: it has none, or error is set. */
JutuTitle *jutu_cell_title(const JutuGuidePlan *guides, const JutuFrame *cell, GError **error);
