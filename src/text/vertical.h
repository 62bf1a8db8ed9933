/*
 * Vertical setting: lines that run from top to bottom, Han upright, marks in their vertical forms,
 * Latin words turned, short figures and acronyms upright. A text becomes cells, one below the
 * other, each with a text node of its own.
 */
#pragma once
#include "text/measure.h"

/* A group of glyphs that is set as one. */
typedef struct {
    const char *text;
    double start;   /* px from the column's top to its em box's, or to where a turned one begins */
    double advance; /* px that it takes of the column */
    double size;    /* px: figures side by side may be smaller than the rest */
    bool turned;    /* by 90°, clockwise */
    bool forms;     /* in the font's vertical forms */
} JutuVerticalCell;

typedef struct {
    const JutuVerticalCell *cells;
    size_t n;
    double length; /* px */
} JutuVerticalColumn;

/* A block of text in columns, the first one at the right; in an arena. */
typedef struct JutuVertical {
    const JutuVerticalColumn *columns;
    size_t n;
    double length; /* of the longest */
} JutuVertical;

/* How a text is set. */
typedef struct {
    const JutuMeasure *measure;
    const char *lang; /* BCP 47; NULL: zh-Hans */
    JutuFont font;
    double limit; /* a longer column is cut, with an ellipsis; 0 or less: none */
} JutuVerticalSetting;

/* Sets lines joined by \n as columns. */
const JutuVertical *jutu_vertical_new(const JutuVerticalSetting *how, const char *text,
                                      JutuArena *arena);

/* Whether a text has any character that stands upright in a column, which is what Latin alone
 * hasn't. */
bool jutu_vertical_suits(const char *text);

/* Adds the nodes of all columns, within a box of the setting's length and `pitch` px a column:
 * each is `node` with another text and place. */
void jutu_vertical_draw(const JutuVertical *vertical, JutuRect box, double pitch,
                        const JutuSceneNode *node, JutuSceneBuilder *out);
