/* Titles, for the files of this stage: headers are titles too. */
#pragma once
#include "guide/axis.h"

/*
 * Reads properties of a guide from an object, and what that lacks (or has null) from Vega's
 * config, as an axis does.
 * @param props  an object, in the arena
 * @param vega   Vega's config of such guides; NULL: none
 */
void jutu_guide_reader_init(JutuAxisReader *reader, const JutuFrame *frame, const JutuModel *model,
                            const json_t *props, const json_t *vega);

/* A text, such as an anchor; the fallback if it is none. */
const char *jutu_guide_text(JutuAxisReader *reader, const char *name, const char *fallback);

/* Sets what a Vega encoding ({"fill": …, "dx": …}) has of a block and of its opacity. */
void jutu_block_override(JutuAxisReader *reader, const json_t *encode, JutuValue datum,
                         JutuTextBlock *block, double *opacity);

/*
 * A title from Vega's properties: text, subtitle, orient, anchor, frame, style, color … The
 * reader's first error stops it.
 * @param style  of its text unless the properties name others
 */
JutuTitle *jutu_title_new(JutuAxisReader *reader, const char *style);

/* A value of an encoding: constant, {"value"}, {"expr"}, or one with conditions. */
JutuAxisValue jutu_guide_encoded(JutuAxisReader *reader, const json_t *json);

/* The label of a facet's cell, which stands as its title; NULL: it has none, or error is set. */
JutuTitle *jutu_cell_title(const JutuGuidePlan *guides, const JutuFrame *cell, GError **error);
