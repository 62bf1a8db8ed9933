/*
 * guide/ makes axes, legends, headers and titles from settled properties and a frame's scales,
 * and sets them in type; it knows nothing of where on the page they stand, and no mark's items.
 *
 * Each guide is made in two steps: jutu_guide_plan_new() settles properties
 * before the data are read (and merges them over layers and facets);
 * *_make() computes what is shown, once scales exist, drops what overlaps, and
 * sets all of it: a JutuBlock, which the layout places and the page draws.
 * Nothing of a guide changes after it is handed on.
 */
#pragma once
#include "guide/side.h"
#include "scale/scale.h"
#include "scene/scene.h"
#include "text/block.h"
#include "view/view.h"

typedef struct JutuFrame JutuFrame;
typedef struct JutuPlan JutuPlan;
typedef struct JutuGuidePlan JutuGuidePlan;
typedef struct JutuAxisPlan JutuAxisPlan;
typedef struct JutuLegendPlan JutuLegendPlan;

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

typedef struct JutuAxis {
    const JutuScale *scale;
    JutuSide side; /* no corner */
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
    bool upright;          /* the title stands above the axis, as high as the layout has room */
    int zindex;            /* ≥ 1: above the marks */
    JutuBlock lines;       /* its grid, in the coordinates of its view; no bounds */
    JutuBlock block;       /* all else, in the same */
    JutuBlock above;       /* an upright title, its foot at y 0 */
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
    JutuLegendKind kind;
    JutuSide side;
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
    JutuSide title_side;
    JutuAnchor title_anchor;
    double title_padding, padding;
    JutuStyle box; /* around all of it */
    double corner_radius;
    double offset; /* from the view; NaN: as the layout has it for this side */
    double x, y;   /* without a side */
    int zindex;    /* ≥ 1: above the marks */
    JutuBlock block;
} JutuLegend;

typedef struct JutuTitle {
    JutuTextBlock text, subtitle;
    JutuSide side;
    JutuAnchor anchor;
    bool by_group; /* along the view alone, not along all bounds */
    double offset, subtitle_padding;
    int zindex;
    JutuBlock block; /* both texts, the title's anchor at 0, 0 */
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
    JutuBlock block;      /* from the cell's origin */
} JutuHeader;

/* How the legends at a side of a frame stand. */
typedef struct {
    double offset;  /* from the view */
    double margin;  /* between them */
    double anchor;  /* where along the side: 0 to 1 */
    bool by_bounds; /* that is, along all that is drawn, not the view alone */
    bool by_all;    /* their bounds count, not width and height alone */
    bool vertical, center;
} JutuLegendSide;

/* What stands around a frame. */
typedef struct {
    JutuAxis **axes;
    size_t n_axes;
    JutuLegend **legends;
    size_t n_legends;
    JutuLegendSide legend_sides[JUTU_NO_SIDE]; /* of sides that legends are at */
    JutuTitle *title;                          /* NULL: none */
    JutuHeader **headers;                      /* of a facet */
    size_t n_headers;
} JutuGuides;

/* Settles which guides the views have and their properties, in the arena. */
const JutuGuidePlan *jutu_guide_plan_new(const JutuPlan *plan);

/* The plan with what is decided about units once frames are there, in the arena; NULL with error
 * set. */
const JutuGuidePlan *jutu_guide_plan_for(const JutuGuidePlan *guides, const JutuFrame *root,
                                         GError **error);

/* The unit that the page says of all numbers, NULL: none. @return false: nobody decided it */
bool jutu_guide_unit(const JutuGuidePlan *guides, const char **out);

bool jutu_axes_make(const JutuGuidePlan *guides, const JutuFrame *frame, const JutuMeasure *measure,
                    JutuGuides *out, GError **error);

/* What of an axis is made: the headers of a facet have the main part of axes that cells share, but
 * not each of them a title. */
typedef enum { JUTU_AXIS_GRID = 1, JUTU_AXIS_MAIN = 2, JUTU_AXIS_UNTITLED = 4 } JutuAxisParts;

/* The side of a plan's axis, one of the first four, before there are data. */
JutuSide jutu_axis_side(const JutuAxisPlan *planned);
/* An axis with its ticks and texts, not yet set; parts: JutuAxisParts. NULL: there is none, or
 * error is set. */
JutuAxis *jutu_axis_make(const JutuGuidePlan *guides, const JutuAxisPlan *planned,
                         const JutuFrame *frame, int parts, GError **error);

/* FORMAT.md's axis object, an owned reference; NULL if nothing of it is drawn. */
json_t *jutu_axis_to_json(const JutuAxis *axis);

bool jutu_legends_make(const JutuGuidePlan *guides, const JutuFrame *frame,
                       const JutuMeasure *measure, JutuGuides *out, GError **error);
/* FORMAT.md's legend object, an owned reference. */
json_t *jutu_legend_to_json(const JutuLegend *legend);

/* Once the facet's cells are made. */
bool jutu_headers_make(const JutuGuidePlan *guides, const JutuFrame *frame,
                       const JutuMeasure *measure, JutuGuides *out, GError **error);
/* FORMAT.md's header object, an owned reference; NULL if nothing of it is drawn. */
json_t *jutu_header_to_json(const JutuHeader *header);

bool jutu_title_make(const JutuGuidePlan *guides, const JutuFrame *frame,
                     const JutuMeasure *measure, JutuGuides *out, GError **error);
/* Where a title stands at a view of width × height, of which `around` are the bounds with its axes
 * and legends. @param at  the place of its block. @return its bounds there */
JutuRect jutu_title_place(const JutuTitle *title, double width, double height, JutuRect around,
                          double at[2]);
/* FORMAT.md's title object, an owned reference; NULL if nothing of it is drawn. */
json_t *jutu_title_to_json(const JutuTitle *title);
