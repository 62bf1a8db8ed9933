/*
 * Frames: the views as they stand on the page, with sizes and scales. A facet's
 * template becomes one frame for each cell, so this tree has no templates.
 * Knows nothing of marks, guides and places.
 */
#pragma once
#include "flow/flow.h"
#include "frame/cells.h"
#include "plan/scales.h"
#include "scale/scale.h"
#include "view/model.h"

typedef struct JutuFrame JutuFrame;

/* A scale of a frame: one for each component that lives at its model, or in its layers. */
typedef struct {
    const JutuScaleComponent *component;
    const JutuValue *domain; /* of discrete scales, known before the range is */
    size_t n_domain;
    bool has_domain, making;
    JutuScale *scale; /* NULL until it is asked for */
} JutuFrameScale;

struct JutuFrame {
    const JutuModel *model;
    JutuChart *chart;
    JutuFrame *parent;
    JutuFrame **children;
    size_t n_children;
    bool container;         /* facet or concat; else a plotting area (unit or layer) */
    size_t columns;         /* of a container, as FORMAT.md counts them */
    double width, height;   /* of a plotting area, px */
    JutuFrameScale *scales; /* own ones; jutu_frame_scale() also looks at the parents */
    size_t n_scales;

    /* of a facet cell: the facet's values by column name; object value, undefined elsewhere */
    JutuValue facet;
    const char *key;    /* "a, b": for explain; NULL */
    size_t row, column; /* of a cell in its grid */
    bool empty;         /* a cell that no row is in: it has neither marks nor guides */
};

/* A view of the page, its sizes and scales still to be made. @param cell  NULL: it is none */
JutuFrame *jutu_frame_new(const JutuModel *model, JutuFrame *parent, const JutuCell *cell);

/* Prepares the list of scales that live at frame->model, or in its layers. */
void jutu_frame_scales_init(JutuFrame *frame);

/* All of them, made; so that errors show before anything is drawn. */
bool jutu_frame_scales_make(JutuFrame *frame, GError **error);

/*
 * The scale of a model's channel (a layer's own, or one that it shares), made when first asked for.
 * NULL: it has none, or it failed: then frame->chart->failure is set.
 */
const JutuScale *jutu_frame_scale(const JutuFrame *frame, const JutuModel *model,
                                  JutuChannel channel);

/* Width (0) or height (1) of a plotting area; steps are counted here. */
double jutu_frame_size(JutuFrame *frame, int i);
/* Whether a plotting area's width is left open by the spec. */
bool jutu_frame_is_stretchable(const JutuFrame *frame);

/* A JSON value with {"expr"} over width, height, x_bins and the scales as `model` sees them. */
JutuValue jutu_frame_value(const JutuFrame *frame, const JutuModel *model, const json_t *json);

/* What evaluates expressions with the frame as its view, in the arena. */
JutuExprHost *jutu_frame_host(const JutuFrame *frame, const JutuModel *model);

/* The values of a domain, before nice, zero and the like: categories in order, or what extents
 * span. */
const JutuValue *jutu_domain_values(const JutuFrame *frame, const JutuScaleComponent *component,
                                    size_t *n, GError **error);

/* The bins of a unit's binned field, from all its data; all NaN if there are none. */
JutuBins jutu_unit_bins(const JutuModel *unit, const JutuChannelDef *def, GError **error);

/* The first unit below a model that encodes the channel by a field or datum; NULL. */
const JutuModel *jutu_model_unit_with(const JutuModel *model, JutuChannel channel);

/* vega-lite's valueExpr: a JSON value that stands for one of a field, as times where the field has
 * times. */
JutuValue jutu_def_value(const JutuChart *chart, const JutuChannelDef *def, const json_t *json);
