/*
 * Mark items: what a mark draws, in px local to its view. One block of columns
 * per mark; a column that is the same for all items is stored once.
 */
#pragma once
#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "scene/scene.h"
#include "view/mark.h"

typedef enum {
    JUTU_N_X,
    JUTU_N_Y,
    JUTU_N_X2,
    JUTU_N_Y2,
    JUTU_N_WIDTH,
    JUTU_N_HEIGHT,
    JUTU_N_SIZE,
    JUTU_N_ANGLE,
    JUTU_N_START_ANGLE,
    JUTU_N_END_ANGLE,
    JUTU_N_INNER_RADIUS,
    JUTU_N_OUTER_RADIUS,
    JUTU_N_PAD_ANGLE,
    JUTU_N_CORNER_RADIUS,
    JUTU_N_RADIUS_TOP_LEFT,
    JUTU_N_RADIUS_TOP_RIGHT,
    JUTU_N_RADIUS_BOTTOM_RIGHT,
    JUTU_N_RADIUS_BOTTOM_LEFT,
    JUTU_N_OPACITY,
    JUTU_N_FILL_OPACITY,
    JUTU_N_STROKE_OPACITY,
    JUTU_N_STROKE_WIDTH,
    JUTU_N_DASH_OFFSET,
    JUTU_N_MITER_LIMIT,
    JUTU_N_FONT_SIZE,
    JUTU_N_FONT_WEIGHT,
    JUTU_N_LIMIT,
    JUTU_N_LINE_HEIGHT,
    JUTU_N_DX, /* of texts: from the anchor, turned with them */
    JUTU_N_DY,
    JUTU_N_RADIUS, /* of texts: from x, y to the anchor, towards theta */
    JUTU_N_THETA,
    JUTU_N_TENSION,
    JUTU_N_DEFINED, /* of paths: 0 breaks the line */
    JUTU_N_NUMBERS
} JutuItemNumber;

typedef enum {
    JUTU_S_SHAPE,
    JUTU_S_TEXT /* lines joined by \n */,
    JUTU_S_FONT,
    JUTU_S_FONT_STYLE,
    JUTU_S_ALIGN,
    JUTU_S_BASELINE,
    JUTU_S_ELLIPSIS,
    JUTU_S_URL,
    JUTU_S_HREF,
    JUTU_S_CAP,
    JUTU_S_JOIN,
    JUTU_S_BLEND,
    JUTU_S_INTERPOLATE,
    JUTU_S_ORIENT,
    JUTU_S_STRINGS
} JutuItemString;

/* data[i * stride]; stride 0: one value for all. data NULL: not set, the format's default holds. */
typedef struct {
    const double *data;
    size_t stride;
} JutuNumbers;
typedef struct {
    const char *const *data;
    size_t stride;
} JutuStrings;
typedef struct {
    const JutuPaint *data;
    size_t stride;
} JutuPaints;
typedef struct {
    const double *values;
    size_t n;
} JutuDash;
typedef struct {
    const JutuDash *data;
    size_t stride;
} JutuDashes;

typedef struct JutuItems {
    JutuItemKind kind;
    bool clip; /* to the view */
    size_t n;
    JutuNumbers number[JUTU_N_NUMBERS];
    JutuStrings string[JUTU_S_STRINGS];
    JutuPaints fill, stroke;
    JutuDashes dash;
    /*
     * Of paths: items [series[s], series[s+1]) are the points of one shape; n_series + 1 entries.
     * Of others NULL. Columns of paths are by point where jutu_item_is_by_point() says so; all
     * others have one entry for each series.
     */
    const size_t *series;
    size_t n_series;
    /* Boxes that items are clipped to: stacks whose ends are rounded. NULL: none is. */
    const struct JutuItemClip {
        JutuRect box;
        double radius[4];
    } * item_clip;                 /* n of them */
    bool aspect, smooth;           /* of images */
    const JutuImage *const *files; /* of images: n of them; NULL where it can't be read */
} JutuItems;

static inline bool jutu_item_clip_is_round(const struct JutuItemClip *clip)
{
    return clip->radius[0] != 0 || clip->radius[1] != 0 || clip->radius[2] != 0 ||
           clip->radius[3] != 0;
}

/* Where an image stands, its align and baseline settled. An unknown width or height is its file's,
 * if asked for, or 0. */
JutuRect jutu_item_image_box(const JutuItems *items, size_t i, bool by_file);

/* Vega's names of the kinds: "rect" … */
extern const char *const jutu_item_kinds[];

/* Columns of paths that differ from point to point. */
static inline bool jutu_item_is_by_point(JutuItemNumber column)
{
    return column <= JUTU_N_Y2 || column == JUTU_N_SIZE || column == JUTU_N_DEFINED;
}

static inline double jutu_item_number(const JutuItems *items, JutuItemNumber which, size_t i,
                                      double fallback)
{
    const JutuNumbers *column = &items->number[which];
    return column->data ? column->data[i * column->stride] : fallback;
}
/* The same where NaN, too, is none. */
static inline double jutu_item_value(const JutuItems *items, JutuItemNumber which, size_t i,
                                     double fallback)
{
    double value = jutu_item_number(items, which, i, fallback);
    return isnan(value) ? fallback : value;
}
static inline const char *jutu_item_string(const JutuItems *items, JutuItemString which, size_t i,
                                           const char *fallback)
{
    const JutuStrings *column = &items->string[which];
    const char *text = column->data ? column->data[i * column->stride] : NULL;
    return text ? text : fallback;
}
/* Choices, the default where an item has none. */
JutuCap jutu_item_cap(const JutuItems *items, size_t i);
JutuJoin jutu_item_join(const JutuItems *items, size_t i);
JutuAlign jutu_item_align(const JutuItems *items, size_t i);
JutuBaseline jutu_item_baseline(const JutuItems *items, size_t i);
/* Whether a series runs from top to bottom: its orient is horizontal. */
bool jutu_item_lies(const JutuItems *items, size_t series);
