/* Where guides stand: sides and corners of a view, and the ends of a side. */
#pragma once

typedef enum {
    JUTU_TOP,
    JUTU_BOTTOM,
    JUTU_LEFT,
    JUTU_RIGHT,
    JUTU_TOP_LEFT,
    JUTU_TOP_RIGHT,
    JUTU_BOTTOM_LEFT,
    JUTU_BOTTOM_RIGHT,
    JUTU_NO_SIDE, /* "none": at a place of its own */
} JutuSide;

typedef enum { JUTU_ANCHOR_START, JUTU_ANCHOR_MIDDLE, JUTU_ANCHOR_END } JutuAnchor;

/* "top", "bottom-left", "none" …; JUTU_NO_SIDE of all other texts and of NULL. */
JutuSide jutu_side_parse(const char *text);
const char *jutu_side_name(JutuSide side);

/* "start", "middle", "end"; the fallback of all other texts and of NULL. */
JutuAnchor jutu_anchor_parse(const char *text, JutuAnchor fallback);
const char *jutu_anchor_name(JutuAnchor anchor);
