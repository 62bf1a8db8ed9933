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

/* A scale of a plot: one for each component that lives at its model, or in its layers. */
typedef struct {
    const JutuScaleComponent *component;
    const JutuValue *domain; /* of discrete scales, known before the range is */
    size_t n_domain;
    bool has_domain, making;
    JutuScale *scale; /* NULL until it is asked for */
} JutuPlotScale;

struct JutuPlot {
    const JutuModel *model;
    JutuChart *chart;
    JutuPlot *parent;
    JutuPlot **children;
    size_t n_children;
    bool container;        /* facet or concat; else a plotting area (unit or layer) */
    size_t columns;        /* of a container, as FORMAT.md counts them */
    double width, height;  /* of a plotting area */
    JutuPlotScale *scales; /* own ones; jutu_plot_scale() also looks at the parents */
    size_t n_scales;

    /* of a facet cell: the facet's values by column name; object value, undefined elsewhere */
    JutuValue facet;
    const char *key;    /* "a, b": for explain; NULL */
    size_t row, column; /* of a cell in its grid */
    bool empty;         /* a cell that no row is in: it has neither marks nor guides */

    /* Marks of a unit, or of all layers, and brushes around them; in drawing order. */
    JutuItems **marks;
    const JutuModel **mark_units; /* whose they are; NULL: a brush */
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
    struct JutuPlaced *placed; /* the layout's own */
};

/*
 * Reads the data, makes scales, marks and guides of the whole chart.
 * @return the root plot in the arena, or NULL with error set
 */
JutuPlot *jutu_plot_new(JutuChart *chart, GError **error);
