/* Text of several lines: titles and notes, wrapped as Chinese is. */
#pragma once
#include "text/measure.h"

typedef struct {
    const JutuMeasure *measure;
    JutuFont font;
    double width;      /* of the lines, px; 0 or less: any */
    size_t most_lines; /* what is left over is cut off with an ellipsis; 0: any number */
    bool balance;      /* lines of about the same length (a title); false: full ones (a note) */
} JutuTypeset;

typedef struct {
    const char *const *text; /* without white space around */
    size_t n;
    bool cut; /* the text didn't fit */
} JutuLines;

/*
 * Breaks a text into as few lines as it fits in, at the best places. Line ends in the text break it
 * as well. A part without any place to break that is wider than a line is broken anywhere.
 * @return lines in the arena; none of an empty text
 */
JutuLines jutu_typeset_lines(const JutuTypeset *how, const char *text, JutuArena *arena);
