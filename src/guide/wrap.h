/*
 * The theme's rule wrap-labels: text of guides that is longer than its room is set in several
 * lines instead of being cut at Vega's limits; a limit that the spec or its config gives still
 * cuts.
 */
#pragma once
#include "guide/guide.h"
#include "guide/reader.h"

/* What text is wrapped with. */
typedef struct {
    const JutuFrame *frame; /* the view, or the one around the guide's */
    const JutuMeasure *measure;
} JutuWrap;

/* Whether the theme wraps labels. */
bool jutu_wrap_acts(const JutuWrap *wrap);

/* The width that labels beside a view may take, px: its share of the page's, or of the column's
 * where views stand beside each other. */
double jutu_wrap_share(const JutuWrap *wrap, double share);

/* Whether a text has a limit that the spec, or a config of these, gives. @param places
 * members of the config, NULL-terminated */
bool jutu_wrap_is_limited(const JutuWrap *wrap, const JutuTextBlock *block, const JutuBag *props,
                          const char *const *places, const char *name);

/* Sets a block in lines of a room, px, without a limit of its own; the first line stands where it
 * stood. */
void jutu_wrap_block(const JutuWrap *wrap, JutuTextBlock *block, double room);

/* The same of a label, whose lines stand around or above its anchor as its baseline has it. */
void jutu_wrap_label(const JutuWrap *wrap, JutuTextBlock *block, double room);

/* Wraps a title's texts to the length of its side, px. */
void jutu_wrap_title(const JutuWrap *wrap, JutuTitle *title, double room);
