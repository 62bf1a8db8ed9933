/*
 * Guides: axes, legends, headers and titles, from the settled properties of
 * Vega-Lite's and Vega's configs to ticks, texts and boxes.
 *
 * Each guide is made in two steps: *_parse() settles properties on the view
 * tree before the data are read (and merges them over layers and facets);
 * *_make() computes what is drawn, once scales exist. Drawing then needs a
 * measurer and gives nodes in the coordinates of the guide's view.
 */
#pragma once
#include "layout/measure.h"
#include "scale/scale.h"
#include "scene/scene.h"
#include "view/model.h"

typedef struct JutuPlot JutuPlot;

/* A tick, grid line or label of an axis; a label or entry's position of a gradient legend. */
typedef struct {
    JutuValue value;
    double position;  /* px along the axis, as FORMAT.md has it for its kind */
    const char *text; /* of a label; "" is none; lines joined by \n */
    bool shown;       /* false: dropped because it overlaps */
    double angle, opacity;
    JutuStyle style; /* stroke of a tick or line; fill of a label */
    JutuFont font;
    JutuAlign align;
    JutuBaseline baseline;
    double limit, offset;
} JutuTick;

typedef enum { JUTU_TOP, JUTU_BOTTOM, JUTU_LEFT, JUTU_RIGHT } JutuSide;

/* Text set as one block: a title, a subtitle, a header's label. */
typedef struct {
    const char *text; /* lines joined by \n; NULL: none */
    JutuFont font;
    JutuStyle style;
    JutuAlign align;
    JutuBaseline baseline;
    double angle, limit, line_height, dx, dy;
    double x, y; /* explicit position; NaN: automatic */
} JutuTextBlock;

typedef struct JutuAxis {
    const JutuAxisComponent *component;
    const JutuScale *scale;
    JutuSide side;
    JutuTick *ticks, *grid, *labels;
    size_t n_ticks, n_grid, n_labels;
    bool domain; /* is the axis line drawn? */
    JutuStyle domain_style;
    double range[2]; /* of the domain line, px along the axis */
    double offset, position, translate, tick_size, tick_offset, label_padding, title_padding;
    double min_extent, max_extent, band_position;
    double label_flush, label_separation;
    const char *label_overlap; /* "parity" "greedy"; NULL: all are shown */
    bool label_bound;
    double label_bound_tolerance;
    JutuTextBlock title;
    const char *title_anchor; /* NULL: middle */
    int zindex;               /* ≥ 1: above the marks */
    const void *extra;        /* the axis stage's own */
} JutuAxis;

typedef enum { JUTU_LEGEND_SYMBOL, JUTU_LEGEND_GRADIENT, JUTU_LEGEND_DISCRETE } JutuLegendKind;

typedef struct {
    JutuTick label;
    double size, angle; /* of its symbol */
    const char *shape;
    JutuStyle style; /* of its symbol or band */
    double opacity;
    double start, end; /* of a band of a discrete gradient, px from the low end */
} JutuLegendEntry;

typedef struct JutuLegend {
    const JutuLegendComponent *component;
    JutuLegendKind kind;
    const char *orient; /* "right" "top-left" … "none" */
    bool vertical;      /* direction */
    size_t columns;
    JutuLegendEntry *entries;
    size_t n_entries;
    double length, thickness; /* of a gradient's bar */
    JutuPaint gradient;       /* from its low to its high end */
    JutuColor stops5[5];      /* colours at 0, ¼, ½, ¾, 1 of a gradient */
    JutuTextBlock title;
    const void *extra; /* the legend stage's own: paddings, fills … */
} JutuLegend;

typedef enum {
    JUTU_HEADER_ROW_TITLE,
    JUTU_HEADER_COLUMN_TITLE,
    JUTU_HEADER_ROW,
    JUTU_HEADER_COLUMN,
    JUTU_HEADER_ROW_FOOTER,
    JUTU_HEADER_COLUMN_FOOTER,
} JutuHeaderRole;

typedef struct JutuHeader {
    JutuHeaderRole role;
    size_t index;        /* the row or column that it belongs to */
    JutuTextBlock label; /* or title */
    JutuAxis **axes;     /* shared axes that stand in it */
    size_t n_axes;
    const void *extra;
} JutuHeader;

typedef struct JutuTitle {
    JutuTextBlock text, subtitle;
    const char *orient, *anchor, *frame; /* "top", "middle", "bounds" … */
    double offset, subtitle_padding;
    int zindex;
} JutuTitle;

/* Settles axes (and headers' axes) of the whole tree: compile/axis/parse.ts. */
bool jutu_axes_parse(JutuModel *root, GError **error);
bool jutu_axes_make(JutuPlot *plot, GError **error);
/*
 * Draws an axis of a plotting area of width × height in its coordinates: what is behind the marks
 * and what is before them, chosen by zindex (grid and axis have each their own).
 * @return the bounds of all that was drawn (without the grid), as Vega's layout counts them
 */
JutuRect jutu_axis_draw(const JutuAxis *axis, double width, double height,
                        const JutuMeasure *measure, JutuSceneBuilder *behind,
                        JutuSceneBuilder *before);
/* Marks labels that overlap as not shown; part of drawing, and of `explain`. */
void jutu_axis_drop_overlaps(JutuAxis *axis, const JutuMeasure *measure);

bool jutu_legends_parse(JutuModel *root, GError **error);
bool jutu_legends_make(JutuPlot *plot, GError **error);
/* Draws with the box's top left corner at 0,0. @return its size, as Vega's layout counts it */
JutuRect jutu_legend_draw(JutuLegend *legend, const JutuMeasure *measure, JutuSceneBuilder *out);

bool jutu_headers_parse(JutuModel *root, GError **error);
bool jutu_headers_make(JutuPlot *plot, GError **error);

bool jutu_title_make(JutuPlot *plot, GError **error);

/* A block of text with its anchor at x, y. @return its bounds */
JutuRect jutu_text_draw(const JutuTextBlock *block, double x, double y, const char *role,
                        const JutuMeasure *measure, JutuSceneBuilder *out);
/* Bounds as Vega counts them, without drawing. */
JutuRect jutu_text_bounds(const JutuTextBlock *block, double x, double y,
                          const JutuMeasure *measure);
