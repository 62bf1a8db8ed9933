/* Text of several lines: titles, notes and labels, wrapped as Chinese is. */
#pragma once
#include "text/measure.h"

typedef struct {
    const JutuMeasure *measure;
    const char *lang; /* BCP 47; NULL: zh-Hans */
    JutuFont font;
    double width;      /* of the lines, px; 0 or less: any */
    size_t most_lines; /* what is left over is cut off with an ellipsis; 0: any number */
    bool balance; /* lines of about the same length (titles, labels); false: full ones (notes) */
} JutuTypeset;

typedef struct {
    const char *const *text; /* without white space around */
    size_t n;
    bool cut;  /* the text didn't fit */
    bool torn; /* a word, date or figure had to be divided */
} JutuLines;

/*
 * Breaks a text into as few lines as it fits in, at the best places. Line ends in the text break it
 * as well. Words are torn only where they are wider than a line, or the text wouldn't fit else.
 * @return lines in the arena; none of an empty text
 */
JutuLines jutu_typeset_lines(const JutuTypeset *how, const char *text, JutuArena *arena);

/*
 * The least width, px, in which a text fits into `lines` lines without a torn word; how->width and
 * how->most_lines count for nothing. Its own line ends may make it more lines; 0: an empty text.
 */
double jutu_typeset_narrowest(const JutuTypeset *how, const char *text, size_t lines);
