/*
 * Furniture: what stands around a chart in a report (figure number, unit, notes,
 * source, from usermeta.jutu), and the page that it makes of it. Without any,
 * the page is the chart as Vega lays it out.
 */
#pragma once
#include "layout/layout.h"

typedef struct {
    const JutuChart *chart;
    double room;       /* of jutu_furniture_room() */
    const json_t *def; /* usermeta.jutu; NULL: none */
    const char *theme; /* NULL: none */
    const JutuMeasure *measure;
} JutuFurniture;

/* The width that the plot of a furnished page may take; 0: there is no furniture. Comes before the
 * layout, as JutuRoom.across. */
double jutu_furniture_room(const json_t *def, const char *theme);

/* How high the plots of a page may be, px. */
typedef struct {
    double down;      /* to be as high as asked; 0: nothing is asked */
    double most_down; /* to be no higher than a page should be */
} JutuFurnitureHeights;

/* By what stands above and below them. */
bool jutu_furniture_heights(const JutuFurniture *furniture, JutuPlot *root,
                            JutuFurnitureHeights *out, GError **error);

/* Draws furniture and plots, and sets the scene's size, title and description. */
bool jutu_furniture_draw(const JutuFurniture *furniture, JutuPlot *root, const JutuPage *page,
                         JutuSceneBuilder *out, JutuScene *scene, GError **error);
