/* What the files of the layout share. */
#pragma once
#include "layout/layout.h"
#include "scene/grid.h"

/* A block and where its origin stands. */
typedef struct {
    const JutuBlock *block;
    double x, y;
} JutuPlacedBlock;

/* Where a plot's guides stand, in its coordinates: what the layout leaves for drawing. */
struct JutuPlaced {
    JutuRect around;        /* the view with its axes and legends: what a title stands beside */
    JutuRect all;           /* everything */
    double (*legends)[2];   /* x and y of each legend's box */
    double (*headers)[2];   /* of each header's origin */
    double title[2];        /* of the title's block */
    JutuRect title_box;     /* its bounds there; of none the width is negative */
    JutuPlacedBlock *above; /* n_above titles of axes, those in headers too */
    size_t n_above;
    double rule[3];         /* above a panel's title: from x to x, y; NaN: none */
};

/* Places the legends beside a view whose bounds with y axes are `x` and with x axes `y`.
 * fit: legends may be cut off instead of taking from the view. @return bounds of all legends */
JutuBox jutu_legends_place(JutuPlot *plot, const JutuBox *x, const JutuBox *y, bool fit);

/* Places cells and the headers around them. @return bounds of all headers */
JutuBox jutu_headers_place(JutuPlot *plot, const JutuGrid *grid, JutuGridItem *cells);

/* Places the titles that stand above axes, clear of marks and other guides. @param cells  bounds of
 * a container's cells; NULL: the plot is a view. @return bounds of the titles */
JutuBox jutu_above_place(JutuPlot *plot, const JutuGridItem *cells);

/* Sizes of plotting areas that fill the page of the theme. @return whether they differ from what
 * they are, so that the frames are to be made anew */
bool jutu_page_fit(JutuPlot *root, JutuRoom *next);

/* @return bounds of the title, which stands beside placed->around */
JutuBox jutu_plot_title_place(JutuPlot *plot);
/* The same of a title that stands beside `around`. */
JutuBox jutu_plot_title_at(JutuPlot *plot, JutuRect around);

/* Whether a plot draws its title itself: a furnished page does it for the root. */
bool jutu_plot_has_title(const JutuPlot *plot);
