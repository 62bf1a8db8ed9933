/*
 * Marks: what a unit draws. One file per mark, one row in marks.def; everything
 * that other stages must know of a mark is a trait of its row.
 */
#pragma once
#include "mark/items.h"

typedef struct JutuModel JutuModel;
typedef struct JutuMarkScope JutuMarkScope; /* mark/encode.h */

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
    bool faint;              /* opacity 0.7 unless aggregated: point tick circle square */
    const char *legend_symbol; /* shape in legends: "circle" "square" "stroke" */
    const char *channels;      /* space-separated channels it supports beyond the common ones */
    /* Fills in the items from the scope's table and scales. NULL error: nothing failed. */
    bool (*encode)(const JutuMarkScope *scope, JutuItems *out, GError **error);
} JutuMarkType;

extern const JutuMarkType *const jutu_mark_types[]; /* ends with NULL */
const JutuMarkType *jutu_mark_find(const char *name);
/* Whether the mark takes the channel (channel.ts: supportMark). */
bool jutu_mark_supports(const JutuMarkType *mark, const char *channel);
