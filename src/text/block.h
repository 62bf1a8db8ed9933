/*
 * text/ sets text in type: it knows fonts, advances, where lines may break and what is dropped
 * where texts overlap, and not what a text is for: no chart, no guide and no page. Here:
 * blocks of text, lines with a font, a place to stand and the bounds that Vega gives them.
 */
#pragma once
#include <jansson.h>

#include "base/value.h"
#include "scene/scene.h"
#include "text/measure.h"

/* Text set as one block: a title, a subtitle, a label. */
typedef struct {
    const char *text; /* lines joined by \n, without space around; NULL or "": none */
    JutuFont font;
    JutuStyle style;
    JutuAlign align;
    JutuBaseline baseline;
    double angle, limit, line_height, dx, dy; /* line_height 0: font size + 2 */
    double x, y;                              /* explicit position; NaN: automatic */
    const char *columns; /* the language by which it is set in columns instead of being turned by a
                            quarter, once jutu_text_set_columns() is called; NULL: it isn't */
    const struct JutuVertical *vertical; /* these columns */
    const char *ellipsis; /* where `limit` cuts it; NULL: "…", which bounds count of any */
} JutuTextBlock;

/* Something set in type: texts, lines and rules about an origin of their own, and the bounds that
 * the layout counts. */
typedef struct {
    const JutuSceneNode *nodes; /* in the arena */
    size_t n;
    JutuRect bounds; /* of nothing the width is negative */
    bool failed;     /* something of it lies outside of what can be drawn */
} JutuBlock;

/* What a builder has collected; it is empty afterwards. */
JutuBlock jutu_block_take(JutuSceneBuilder *nodes, JutuRect bounds);
/* Draws a block of texts with its origin at x, y; one with anything else at 0, 0. */
void jutu_block_draw(const JutuBlock *block, double x, double y, JutuSceneBuilder *out);

/* How labels that overlap are dropped: Vega's Overlap. */
typedef struct {
    bool given;  /* else all are shown */
    bool greedy; /* else every other one, until none overlap */
    double separation;
    double tolerance; /* px beyond the axis' ends; NaN: labels aren't bound to them */
} JutuOverlap;

/* Drops what overlaps: sets shown[i] by boxes[i]; texts that aren't to be seen stay as they are.
 */
void jutu_drop_overlaps(const JutuOverlap *overlap, const JutuRect *boxes, size_t n, bool *shown);
/* A text or list of texts as a block has it; line_break NULL: none. */
const char *jutu_text_lines(JutuValue text, const char *line_break, JutuArena *arena);
/* Whether anything of a paint is seen. */
bool jutu_is_painted(const JutuPaint *paint);
/* Vega's fontWeight, align and baseline. */
int jutu_font_weight(JutuValue value);
JutuAlign jutu_text_align(JutuValue value);
JutuBaseline jutu_text_baseline(JutuValue value);

/* Draws a block of text with its anchor at x, y; opacity multiplies its style's. */
void jutu_text_draw(const JutuTextBlock *block, double x, double y, double opacity,
                    const char *role, JutuSceneBuilder *out);
/* Sets what all lines of a block with its anchor at x, y have in common; not text, dy and style. */
void jutu_text_set_node(const JutuTextBlock *block, double x, double y, JutuSceneNode *node);
/* Sets a block that asks for it in columns, which then are drawn and have its bounds. */
void jutu_text_set_columns(JutuTextBlock *block, const JutuMeasure *measure, JutuArena *arena);
/* The bounds of a block of text, as Vega counts them. */
JutuRect jutu_text_bounds(const JutuTextBlock *block, double x, double y,
                          const JutuMeasure *measure);
/* The one value of a list in which all are equal, else the list; takes it over. */
json_t *jutu_json_common(json_t *list);
/* Adds to `json` what FORMAT.md's styles have of blocks ("labelColor" …), a list where they differ.
 */
void jutu_text_style_json(json_t *json, const char *prefix, const JutuTextBlock *const *blocks,
                          size_t n);
