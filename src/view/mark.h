/*
 * Marks as views know them: everything that others must know of a mark is a trait of its row in
 * marks.def. How it is drawn, only mark/ knows.
 */
#pragma once
#include <stdbool.h>

#include "normalise/channel.h"

/* The kind of items that a mark is drawn as. */
typedef enum {
    JUTU_ITEM_RECT,   /* x y width height, radii */
    JUTU_ITEM_SYMBOL, /* x y size shape angle */
    JUTU_ITEM_RULE,   /* x y x2 y2 */
    JUTU_ITEM_TEXT,   /* x y text font… */
    JUTU_ITEM_ARC,    /* x y start end inner outer pad radius */
    JUTU_ITEM_LINE,   /* points of series */
    JUTU_ITEM_AREA,
    JUTU_ITEM_TRAIL,
    JUTU_ITEM_IMAGE,
} JutuItemKind;

/* Whether a mark takes a channel (vega-lite's supportMark). */
typedef enum {
    JUTU_SUPPORT_NEVER,
    JUTU_SUPPORT_BINNED, /* x2 and y2, where x and y come in bins */
    JUTU_SUPPORT_ALWAYS,
} JutuSupport;

typedef enum {
#define JUTU_MARK(name, ...) JUTU_MARK_ID_##name,
#include "view/marks.def"
#undef JUTU_MARK
    JUTU_N_MARKS
} JutuMarkId;

typedef struct JutuMarkType {
    JutuMarkId id;
    const char *name; /* Vega-Lite's: "bar" */
    const char *doc;
    JutuItemKind kind;       /* what is drawn: bars are rects */
    bool path;               /* a series is one shape: line, area, trail */
    bool rect_based;         /* bar, rect, image, tick?: has bands (vega-lite's isRectBasedMark) */
    bool stackable;          /* may stack when told */
    bool stacks;             /* stacks by default: bar, area, arc */
    bool from_zero;          /* the measure's scale shows zero: bar, area */
    bool measures_dimension; /* the dimension's scale needn't show zero: bar area line trail */
    bool filled;             /* by default: not point, line, rule */
    bool oriented;           /* `orient` means something */
    bool covers;             /* hides axes behind it, which therefore lie above: rect */
    bool faint;              /* opacity 0.7 unless aggregated: point tick circle square */
    const char *legend_symbol; /* shape in legends: "circle" "square" "stroke" */
    bool varying_size;         /* size may change along a series: trail */
    JutuChannel has[8];        /* channels it takes that not every mark takes; ends with 0 (x) */
    const char *band_padding;  /* config.scale's member for the gap between its bands */
    JutuSupport ranged;        /* x2 and y2 */
    bool banded;               /* its side along the dimension is a band's: bar, tick */
    bool across;               /* lies across its measure: tick */
    bool transparent; /* what isn't filled is there all the same: bar, point, circle, square */
    bool boxes_stack; /* rounded corners are those of a whole stack: bar */
} JutuMarkType;

extern const JutuMarkType jutu_mark_types[JUTU_N_MARKS];
const JutuMarkType *jutu_mark_find(const char *name);
JutuSupport jutu_mark_support(const JutuMarkType *mark, JutuChannel channel);
