/*
 * Marks: what a unit draws. One file per mark, one row in marks.def; everything
 * that other stages must know of a mark is a trait of its row.
 */
#pragma once
#include "mark/items.h"
#include "view/channel.h"

typedef struct JutuModel JutuModel;
typedef struct JutuEncoder JutuEncoder; /* mark/encode.h */

/* Whether a mark takes a channel (vega-lite's supportMark). */
typedef enum {
    JUTU_SUPPORT_NEVER,
    JUTU_SUPPORT_BINNED, /* x2 and y2, where x and y come in bins */
    JUTU_SUPPORT_ALWAYS,
} JutuSupport;

typedef struct JutuMarkType {
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
    /* Says where the items' properties come from (encode.h). */
    void (*encode)(JutuEncoder *encoder);
    /* NULL, or what is left to do once the items have their columns. */
    void (*finish)(JutuEncoder *encoder, JutuItems *items);
} JutuMarkType;

extern const JutuMarkType *const jutu_mark_types[]; /* ends with NULL */
const JutuMarkType *jutu_mark_find(const char *name);
JutuSupport jutu_mark_support(const JutuMarkType *mark, JutuChannel channel);
