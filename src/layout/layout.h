/*
 * The layout: where views, axes, legends, headers and titles stand (Vega's
 * ViewLayout), and the scene drawn from it.
 */
#pragma once
#include "layout/plot.h"
#include "text/measure.h"

/* The page: the root's bounds, padding and autosize settled. */
typedef struct {
    double width, height; /* of the whole image */
    double x, y;          /* of the root view's origin */
} JutuPage;

/*
 * Places everything. autosize fit may settle other widths than the spec's: then *resize says so,
 * and the caller makes the plots again with these sizes (at most once).
 */
typedef struct {
    bool needed;
    double width, height; /* of the root plotting area */
} JutuResize;

bool jutu_layout(JutuPlot *root, const JutuMeasure *measure, JutuPage *page, JutuResize *resize,
                 GError **error);

/* What is behind everything: the spec's `background`, the config's, or white. */
JutuPaint jutu_page_paint(const JutuChart *chart);

/* The `layout` stage of explain: places and bounds of everything, an owned reference. */
json_t *jutu_layout_to_json(JutuPlot *root, const JutuPage *page, const JutuMeasure *measure);

/* The `marks` stage of explain: FORMAT.md's scene, an owned reference. */
json_t *jutu_plot_to_json(JutuPlot *root, const JutuMeasure *measure);
