/*
 * Plots: frames with what is drawn in them and where it stands.
 */
#pragma once
#include "frame/frame.h"
#include "guide/guide.h"
#include "mark/background.h"
#include "mark/items.h"
#include "scene/box.h"

typedef struct JutuPlot JutuPlot;

typedef struct {
    const JutuItems *items;
    const JutuView *unit; /* whose they are; NULL: a brush */
    JutuBox box;          /* as Vega's layout counts it */
    bool group;           /* axes and legends keep clear of them, too */
} JutuPlotMark;

struct JutuPlot {
    const JutuFrame *frame;
    JutuPlot *parent;
    JutuPlot **children; /* as many as the frame's */
    size_t n_children;

    /* Marks of a unit, or of all layers, and brushes around them; in drawing order. */
    JutuPlotMark *marks;
    size_t n_marks;

    JutuGuides guides;
    bool has_unit;    /* of the root: it is decided which unit the page says: */
    const char *unit; /* NULL: none */
    JutuBackground background; /* the plotting area's own rectangle */

    /* Filled in by the layout: of the view's origin, relative to its parent's. */
    double x, y;
    struct JutuPlaced *placed; /* the layout's own */
};

/*
 * Makes the marks of all frames, and sets their guides.
 * @return the root plot in the arena, or NULL with error set
 */
JutuPlot *jutu_plot_new(const JutuFrame *root, const JutuGuidePlan *guides,
                        const JutuMeasure *measure, GError **error);
