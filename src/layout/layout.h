/*
 * layout/ says where views, axes, legends, headers and titles stand (Vega's ViewLayout), by their
 * bounds and numbers alone; it reads no spec, evaluates no expression and draws nothing.
 */
#pragma once
#include "layout/plot.h"

/* The page: the root's bounds, padding and autosize settled. */
typedef struct {
    double width, height; /* of the whole image */
    double x, y;          /* of the root view's origin */
} JutuPage;

/*
 * Places everything. autosize fit, or a furnished page, may ask for other sizes than those of the
 * frames: then *next says which, and the frames are to be made anew with it, once; on a page of the
 * theme until it stands still.
 * @return whether that is so
 */
bool jutu_layout(JutuPlot *root, JutuPage *page, JutuRoom *next);

/* Once a page of the theme stands still: what its rules made of the sizes, for `why`, and warnings
 * of what doesn't fit. */
void jutu_page_explain(const JutuPlot *root);

/* The `layout` stage of explain: places and bounds of everything, an owned reference. */
json_t *jutu_layout_to_json(const JutuPlot *root, const JutuPage *page);

/* The `marks` stage of explain: FORMAT.md's scene, an owned reference. */
json_t *jutu_plot_to_json(const JutuPlot *root);
