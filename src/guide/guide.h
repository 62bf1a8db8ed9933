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

/* Text set as one block: a title, a subtitle, a label. */
typedef struct {
    const char *text; /* lines joined by \n, without space around; NULL or "": none */
    JutuFont font;
    JutuStyle style;
    JutuAlign align;
    JutuBaseline baseline;
    double angle, limit, line_height, dx, dy; /* line_height 0: font size + 2 */
    double x, y;                              /* explicit position; NaN: automatic */
} JutuTextBlock;

/* A tick, grid line or label of an axis; a label or entry's position of a gradient legend. */
typedef struct {
    JutuValue value;
    double position; /* px along the axis, as FORMAT.md has it for its kind */
    double across;   /* px from the axis line outwards: a tick's end, a label's anchor */
    bool shown;      /* false: without paint, or dropped */
    bool dropped;    /* a label that overlaps others: it takes no room either */
    double opacity;
    JutuStyle style; /* stroke of a tick or line */
    JutuTextBlock label;
} JutuTick;

typedef enum { JUTU_TOP, JUTU_BOTTOM, JUTU_LEFT, JUTU_RIGHT } JutuSide;

/* How labels that overlap are dropped: Vega's Overlap. */
typedef struct {
    bool given;  /* else all are shown */
    bool greedy; /* else every other one, until none overlap */
    double separation;
    double tolerance; /* px beyond the axis' ends; NaN: labels aren't bound to them */
} JutuOverlap;

typedef struct JutuAxis {
    const JutuAxisComponent *component;
    const JutuScale *scale;
    JutuSide side;
    JutuTick *ticks, *grid, *labels;
    size_t n_ticks, n_grid, n_labels;
    bool extra_label; /* the last label is that of an extra tick: of no value, before all others */
    bool has_main;    /* false: a grid alone, as in cells of a facet whose axes are shared */
    bool domain;      /* is the axis line drawn? */
    JutuStyle domain_style;
    double range[2];      /* of the scale, px along the axis */
    double grid_range[2]; /* of the grid lines, px from the view's edge; NaN: all across it */
    double offset, position, translate;
    double grid_offset; /* what of the offset grid lines make up for: Vega forgets its config's */
    double title_padding, min_extent, max_extent;
    JutuOverlap overlap;
    JutuTextBlock title;
    double title_position; /* px along the axis */
    int zindex;            /* ≥ 1: above the marks */
} JutuAxis;

typedef enum { JUTU_LEGEND_SYMBOL, JUTU_LEGEND_GRADIENT, JUTU_LEGEND_DISCRETE } JutuLegendKind;

/* A symbol with its label, a label at a gradient's bar, or a band with the label of its start. */
typedef struct {
    JutuValue value;
    JutuTextBlock label;
    double position;     /* of a gradient's label: px from the low end of its bar */
    bool shown;          /* false: the label is without paint, or dropped because it overlaps */
    double opacity;      /* of the label */
    double room, middle; /* of a symbol: px that it takes along a row; its y in the row */
    double size, angle;
    const char *shape;
    JutuStyle style;   /* of the symbol or band */
    double start, end; /* of a band, px from the low end of the bar */
} JutuLegendEntry;

typedef struct JutuLegend {
    const JutuLegendComponent *component;
    JutuLegendKind kind;
    const char *orient;       /* "right" "top-left" … "none" */
    bool vertical;            /* of a bar: its low end is at the bottom */
    size_t columns;           /* of symbols, which are in reading order; 0: all in one row */
    size_t n_columns;         /* of these, how many have any */
    JutuLegendEntry *entries; /* of a gradient, by value */
    size_t n_entries;
    double length, thickness; /* of a bar */
    JutuStyle bar;            /* of a gradient: filled from its low to its high end */
    JutuColor stops5[5];      /* colours at 0, ¼, ½, ¾, 1 of a gradient */
    JutuOverlap overlap;      /* of a bar's labels */
    double symbol_offset, label_offset, clip_height; /* clip_height 0: none */
    double row_padding, column_padding;
    const char *align[2]; /* of columns and rows of entries: "each" "all" "none" */
    JutuTextBlock title;
    const char *title_orient, *title_anchor;
    double title_padding, padding;
    JutuStyle box; /* around all of it */
    double corner_radius;
    double offset; /* from the view; NaN: as the layout has it for this orient */
    double x, y;   /* where orient is "none" */
    int zindex;    /* ≥ 1: above the marks */
} JutuLegend;

typedef struct JutuTitle {
    JutuTextBlock text, subtitle;
    const char *orient, *anchor, *frame; /* "top", "middle", "bounds" … */
    double offset, subtitle_padding;
    int zindex;
} JutuTitle;

typedef enum {
    JUTU_HEADER_ROW_TITLE,
    JUTU_HEADER_COLUMN_TITLE,
    JUTU_HEADER_ROW,
    JUTU_HEADER_COLUMN,
    JUTU_HEADER_ROW_FOOTER,
    JUTU_HEADER_COLUMN_FOOTER,
} JutuHeaderRole;

/* What stands at the edge of a facet's grid: a title, or what a row or column has there. */
typedef struct JutuHeader {
    JutuHeaderRole role;
    size_t index;     /* the row or column that it belongs to */
    JutuTitle *title; /* its text; NULL: none */
    JutuAxis **axes;  /* shared axes that stand in it */
    size_t n_axes;
    double width, height; /* of its cell, as far as it knows it; else 0 */
    double band;          /* where along the grid (a title) or its cell it stands, 0 to 1; NaN: at
                             the cell's origin */
    bool at_end;          /* a title: beyond the footers instead of the headers */
    double offset;        /* a title: px from the headers */
} JutuHeader;

/* Settles axes (and headers' axes) of the whole tree: compile/axis/parse.ts. */
bool jutu_axes_parse(JutuModel *root, GError **error);
bool jutu_axes_make(JutuPlot *plot, GError **error);

/* What of an axis is made: the headers of a facet have the main part of axes that cells share. */
typedef enum { JUTU_AXIS_GRID = 1, JUTU_AXIS_MAIN = 2 } JutuAxisParts;

/* Whether the main part of a component belongs to a facet's header; its grid stays in the cells. */
bool jutu_axis_in_header(const JutuAxisComponent *component);
/* The side of a component's axis, before there are data. */
JutuSide jutu_axis_side(const JutuAxisComponent *component);
/* An axis with its ticks and texts; parts: JutuAxisParts. NULL: there is none, or error is set. */
JutuAxis *jutu_axis_make(const JutuAxisComponent *component, const JutuPlot *plot, int parts,
                         GError **error);

/* The grid lines of an axis in a view of width × height. Vega draws all grids before all axes. */
void jutu_axis_draw_grid(const JutuAxis *axis, double width, double height, JutuSceneBuilder *out);
/*
 * Draws an axis but for its grid, in the coordinates of a view of width × height: out NULL measures
 * only. The caller puts axes of zindex 0 behind the marks.
 * @return the bounds of all that was drawn, as Vega's layout counts them
 */
JutuRect jutu_axis_draw(const JutuAxis *axis, double width, double height,
                        const JutuMeasure *measure, JutuSceneBuilder *out);
/* Marks labels that overlap as not shown; before drawing and `explain`. */
void jutu_axis_drop_overlaps(JutuAxis *axis, const JutuMeasure *measure);
/* The same for any texts: sets shown[i] by boxes[i]; texts that aren't to be seen stay as they are.
 */
void jutu_drop_overlaps(const JutuOverlap *overlap, const JutuRect *boxes, size_t n, bool *shown);
/* FORMAT.md's axis object, an owned reference; NULL if nothing of it is drawn. */
json_t *jutu_axis_to_json(const JutuAxis *axis);

bool jutu_legends_parse(JutuModel *root, GError **error);
bool jutu_legends_make(JutuPlot *plot, GError **error);
/* Marks labels of a bar that overlap as not shown; before drawing and `explain`. */
void jutu_legend_drop_overlaps(JutuLegend *legend, const JutuMeasure *measure);
/* Draws with the box's top left corner at 0,0: out NULL measures only.
 * @return its bounds, as Vega's layout counts them */
JutuRect jutu_legend_draw(const JutuLegend *legend, const JutuMeasure *measure,
                          JutuSceneBuilder *out);
/* FORMAT.md's legend object, an owned reference. */
json_t *jutu_legend_to_json(const JutuLegend *legend);

bool jutu_headers_parse(JutuModel *root, GError **error);
/* Once the facet's cells are made. */
bool jutu_headers_make(JutuPlot *plot, GError **error);
/* Draws a header in its own coordinates, with overlaps dropped: out NULL measures only.
 * @return the bounds, as Vega's layout counts them; of nothing the width and height are −1 */
JutuRect jutu_header_draw(const JutuHeader *header, const JutuMeasure *measure,
                          JutuSceneBuilder *out);
/* FORMAT.md's header object, an owned reference; NULL if nothing of it is drawn. */
json_t *jutu_header_to_json(const JutuHeader *header);

bool jutu_title_make(JutuPlot *plot, GError **error);
/*
 * Draws a title in the coordinates of a view of width × height, of which `around` are the bounds
 * with its axes and legends: out NULL measures only.
 * @return the bounds, as Vega's layout counts them
 */
JutuRect jutu_title_draw(const JutuTitle *title, double width, double height, JutuRect around,
                         const JutuMeasure *measure, JutuSceneBuilder *out);
/* FORMAT.md's title object, an owned reference; NULL if nothing of it is drawn. */
json_t *jutu_title_to_json(const JutuTitle *title);

/* A text or list of texts as a block has it; line_break NULL: none. */
const char *jutu_text_lines(JutuValue text, const char *line_break, JutuArena *arena);
/* Whether anything of a paint is seen. */
bool jutu_is_painted(const JutuPaint *paint);
/* Vega's fontWeight, align and baseline. */
int jutu_font_weight(JutuValue value);
JutuAlign jutu_text_align(JutuValue value);
JutuBaseline jutu_text_baseline(JutuValue value);

/* A block of text with its anchor at x, y; opacity multiplies its style's. out NULL: nothing is
 * drawn. @return its bounds as Vega counts them */
JutuRect jutu_text_draw(const JutuTextBlock *block, double x, double y, double opacity,
                        const char *role, const JutuMeasure *measure, JutuSceneBuilder *out);
JutuRect jutu_text_bounds(const JutuTextBlock *block, double x, double y,
                          const JutuMeasure *measure);
/* The one value of a list in which all are equal, else the list; takes it over. */
json_t *jutu_json_common(json_t *list);
/* Adds to `json` what FORMAT.md's styles have of blocks ("labelColor" …), a list where they differ.
 */
void jutu_text_style_json(json_t *json, const char *prefix, const JutuTextBlock *const *blocks,
                          size_t n);
