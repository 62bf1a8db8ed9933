/*
 * Plots: the views as they stand on the page. A facet's template becomes one
 * plot for each cell, so this tree has no templates; everything in it is final
 * but for positions, which the layout fills in.
 */
#pragma once
#include "guide/guide.h"
#include "mark/items.h"
#include "scale/scale.h"
#include "view/model.h"

typedef struct JutuPlot JutuPlot;
struct JutuPlot {
    const JutuModel *model;
    JutuChart *chart;
    JutuPlot *parent;
    JutuPlot **children;
    size_t n_children;
    bool container;                     /* facet or concat; else a plotting area (unit or layer) */
    size_t columns;                     /* of a container, as FORMAT.md counts them */
    double width, height;               /* of a plotting area */
    JutuScale *scales[JUTU_N_CHANNELS]; /* what marks and guides here use; own or inherited */

    /* of a facet cell: the facet's values by column name; object value, undefined elsewhere */
    JutuValue facet;
    const char *key;    /* "a, b": for explain; NULL */
    size_t row, column; /* of a cell in its grid */

    /* Marks of a unit, or of all layers in drawing order. */
    JutuItems **marks;
    size_t n_marks;

    JutuAxis **axes;
    size_t n_axes;
    JutuLegend **legends;
    size_t n_legends;
    JutuTitle *title;     /* NULL: none */
    JutuHeader **headers; /* of a facet */
    size_t n_headers;

    /* The plotting area's own rectangle. */
    JutuStyle style;
    double corner_radius[4];

    /* Filled in by the layout: of the view's origin, relative to its parent's. */
    double x, y;
};

/*
 * Reads the data, makes scales, marks and guides of the whole chart.
 * @return the root plot in the arena, or NULL with error set
 */
JutuPlot *jutu_plot_new(JutuChart *chart, GError **error);
