/*
 * Frames: the views with their tables, sizes and scales in px; they know nothing of
 * marks, guides and places. A facet's template becomes one frame for each cell, so
 * this tree has no templates.
 */
#pragma once
#include "flow/tables.h"
#include "frame/cells.h"
#include "param/params.h"
#include "plan/plan.h"
#include "scale/scale.h"
#include "scene/grid.h"
#include "transform/bin.h"
#include "view/view.h"

typedef struct JutuFrame JutuFrame;

/* The room that the layout of the frames before asked for; all 0: none yet. */
typedef struct {
    bool page;     /* the theme settles sizes, so that they fill `across`; what follows to `stretch`
                      is for others */
    bool fitted;   /* fit holds */
    double fit[2]; /* px, of the root plotting area, that `autosize` fits to */
    double stretch;   /* of widths that the spec leaves open, so that a furnished page is filled; 0:
                         as they are */
    double across;    /* px that the root fits itself into, on a furnished page that has its title;
                         0: as the spec says */
    double down;      /* of a page: px that the root's height fits itself into; 0: any */
    double most_down; /* likewise, but of heights that the spec leaves open, and no long list */
    double *sizes[2]; /* of a page, by JutuView.index: widths of plotting areas in px, heights as
                         multiples of what is asked; NaN: not known yet */
} JutuRoom;

/* A plotting area's width or height as the spec has it, px, before a page makes it fit. */
typedef struct {
    double px;
    bool given;   /* the spec says so; else it follows from what is shown */
    double steps; /* how many, where it gives a step; else 0 */
} JutuAskedSize;

/* What is asked of the page. */
typedef struct {
    bool fit[2];          /* the plotting area gives way, in width and height */
    bool none;            /* what juts out is cut off */
    bool padding_inside;  /* a given size contains the padding */
    double padding[4];    /* left, top, right, bottom */
    JutuPaint background; /* behind everything */
} JutuPageAsked;

/* The bins of a unit's channel, from all its data; all NaN if there are none. */
typedef struct {
    const JutuView *unit;
    JutuChannel channel;
    JutuBins bins;
} JutuFrameBins;

/* A scale of a frame: one for each plan that lives at its view, or in its layers. */
typedef struct {
    const JutuScalePlan *planned;
    const JutuValue *domain; /* of discrete scales, known before the range is; NULL: not yet */
    size_t n_domain;
    JutuScale *scale; /* NULL: nobody has it made */
} JutuFrameScale;

struct JutuFrame {
    const JutuPlan *plan;
    const JutuView *view;
    const JutuChart *chart;
    const JutuRoom *room;
    const JutuTables *tables; /* what marks and scales read */
    const JutuScope *scope;   /* what expressions see by name, this view's own values aside */
    JutuFrame *parent;
    JutuFrame **children;
    size_t n_children;
    bool container;            /* facet or concat; else a plotting area (unit or layer) */
    size_t columns;            /* of a container, as FORMAT.md counts them */
    JutuGrid grid;             /* of a container: how its children stand */
    const JutuPageAsked *page; /* of the root; NULL */
    double width, height;      /* of a plotting area, px */
    JutuAskedSize asked[2];    /* of them, on a page of the theme */
    JutuFrameScale *scales;    /* own ones; jutu_frame_scale() also looks at the parents */
    size_t n_scales;
    JutuFrameBins *bins;
    size_t n_bins;

    /* of a facet cell: the facet's values by column name; object value, undefined elsewhere */
    JutuValue facet;
    const char *key;    /* "a, b": for explain; NULL */
    size_t row, column; /* of a cell in its grid */
    bool empty;         /* a cell that no row is in: it has neither marks nor guides */
};

/* The material of frames. */
typedef struct {
    const JutuPlan *plan;
    JutuTables *tables;   /* those outside of facets; made here if they aren't yet */
    const JutuRoom *room; /* lives as long as the frames */
} JutuFrameInput;

/* Makes a page's room for a plan's views, none of whose sizes is known yet. */
void jutu_room_open(JutuRoom *room, const JutuPlan *plan);

/*
 * Reads the data and makes all frames, with tables, sizes and scales, in this order: tables, sizes,
 * x and y, offsets, other scales; what has a name, where it is read.
 * @return the root's, whole from now on, in the arena; NULL with error set
 */
const JutuFrame *jutu_frames_make(const JutuFrameInput *input, GError **error);

/* The scale of a view's channel (a layer's own, or one that it shares). NULL: it has none. */
const JutuScale *jutu_frame_scale(const JutuFrame *frame, const JutuView *view,
                                  JutuChannel channel);

/* Width (0) or height (1) of a plotting area, px. */
double jutu_frame_size(const JutuFrame *frame, int i);
/* How many of n panels stand side by side on a page of the theme where the spec leaves it open; 0:
 * it doesn't. */
size_t jutu_page_columns(const JutuFrame *container, size_t n);
/* What a frame has of a page's width, px, with all that stands beside it. */
double jutu_page_room(const JutuFrame *frame);
/* Whether a plotting area's width is left open by the spec. */
bool jutu_frame_is_stretchable(const JutuFrame *frame);

/* A JSON value with {"expr"} over width, height, x_bins and the scales as `view` sees them. The
 * first error is kept: *error may be set already. */
JutuValue jutu_frame_value(const JutuFrame *frame, const JutuView *view, const json_t *json,
                           GError **error);
/* The scope of such expressions and the host that answers them, in the arena. */
JutuScope jutu_frame_scope(const JutuFrame *frame, const JutuView *view);
JutuExprHost *jutu_frame_host(const JutuFrame *frame, const JutuView *view);

/* The bins of a unit's binned field, from all its data; all NaN if there are none. */
JutuBins jutu_frame_bins(const JutuFrame *frame, const JutuView *unit, JutuChannel channel);

/* The first unit below a view that encodes the channel by a field or datum; NULL. */
const JutuView *jutu_view_unit_with(const JutuView *view, JutuChannel channel);

/* vega-lite's valueExpr: a JSON value that stands for one of a field, as times where the field has
 * times. */
JutuValue jutu_def_value(const JutuChart *chart, const JutuChannelDef *def, const json_t *json);

/* == For the files of this stage == */

/* Two units on one scale of x or y are an error, unless that is allowed: of frames with tables. */
bool jutu_frame_check_units(const JutuFrame *frame, GError **error);

/* Settles what is asked of the layout, of frames that are whole otherwise. */
void jutu_frame_ask(JutuFrame *root);

/* Adds the scales that live at frame->view, or in its layers, none of them made. */
void jutu_frame_scales_init(JutuFrame *frame);
/* The entry of a plan, the frame's own or one above; NULL. */
const JutuFrameScale *jutu_frame_find(const JutuFrame *frame, const JutuScalePlan *planned);
/* The view that a plan's expressions are read with: a unit that has the channel. */
const JutuView *jutu_frame_reader(const JutuScalePlan *planned);
void jutu_frame_bins_make(JutuFrame *frame);
/* The channel of "x_bins"; JUTU_NO_CHANNEL: the name is none of bins. */
JutuChannel jutu_bins_channel(const char *name);
/* Whether a side is counted in steps. */
bool jutu_frame_is_stepped(const JutuFrame *frame, int i);
/* The size that counts for a frame: its own, or that of the ancestor which it was merged into. */
const JutuSize *jutu_frame_settled_size(const JutuFrame *frame, int i);
/* How many steps a side has; 0: it isn't counted so. */
double jutu_frame_steps(const JutuFrame *frame, int i, GError **error);
/* The same in px, by the step that is given or the config's. */
double jutu_frame_stepped_size(const JutuFrame *frame, int i, GError **error);
/* A size that nobody gives, by Vega-Lite's defaults. */
double jutu_frame_open_size(const JutuFrame *frame, int i, GError **error);
bool jutu_frame_size_make(JutuFrame *frame, int i, GError **error);
/* A side of a plotting area on a page of the theme, px; sets frame->asked. */
double jutu_page_size(JutuFrame *frame, int i, GError **error);
/* Px between the cells of a container, as the spec, its config or the page has it. */
double jutu_frame_spacing(const JutuFrame *container, int i);
/* The last of these. */
double jutu_page_spacing(const JutuFrame *container, int i);
/* @param frame  whose size it goes by: the cell that a shared scale is first made for */
bool jutu_frame_scale_make(const JutuFrame *frame, JutuFrameScale *entry, GError **error);
/* The values of a domain, before nice, zero and the like: categories in order, or what extents
 * span. */
const JutuValue *jutu_domain_values(const JutuFrame *frame, const JutuScalePlan *planned, size_t *n,
                                    GError **error);
