/*
 * Scale components (vega-lite's compile/scale): type, properties and domains of
 * each scale, merged where views share it; and, once the data are read, the
 * scales themselves.
 */
#pragma once
#include "base/tick.h"
#include "scale/scale.h"
#include "view/model.h"

typedef struct JutuPlot JutuPlot;

/* One source of a domain: explicit values, or a column of a unit's table. */
typedef struct {
    const JutuModel *unit;
    JutuChannel channel; /* whose definition it comes from: x2 within x's scale */
    const json_t
        *values;   /* explicit: an array; dates are {"expr"} or date times. NULL: of a column */
    bool temporal; /* values are to be read as times */
    const char *column; /* path; NULL with values or bins */
    bool bins;          /* the ends of the unit's bins */
    JutuDataKind data;
    bool all_cells;     /* over all cells of the facet around it */
    const json_t *sort; /* {"op", "field", "order"}, true, or NULL: unsorted */
} JutuDomainSource;

struct JutuScaleComponent {
    JutuModel *model; /* where it lives */
    JutuChannel channel;
    const JutuScaleType *type;
    bool type_explicit;
    JutuScaleComponent *merged_into; /* an ancestor's, or NULL */
    /*
     * Scale properties but type and domain, as JSON. Values may be {"expr"} over width, height,
     * x_bins and the scales of the plot: see jutu_plot_value(). range: an array, a name
     * ("category"), {"step"},
     * {"scheme"} or {"field"}.
     */
    JutuBag props;
    JutuDomainSource *domains;
    size_t n_domains;
    bool domains_explicit;
    const json_t *extent; /* the param that the domain follows, {"param", …}; NULL: none */
};

/* Types and merging, properties, domain sources and ranges of the whole tree. */
bool jutu_scales_parse(JutuModel *root, GError **error);

/* Whether the scale's domain definitely includes zero (ScaleComponent.domainHasZero). */
typedef enum { JUTU_ZERO_MAYBE, JUTU_ZERO_DEFINITELY, JUTU_ZERO_DEFINITELY_NOT } JutuHasZero;
JutuHasZero jutu_scale_has_zero(const JutuScaleComponent *scale);

/* Sizes of the tree (layoutsize/parse): kinds and merging; after the scales' types and ranges. */
void jutu_sizes_parse(JutuModel *root);

/* config.view.step or its discreteWidth/Height (i = 0, 1), in px. */
double jutu_default_step(const JutuChart *chart, int i);

/* The resolve of a scale at a model, its default settled: JUTU_RESOLVE_SHARED or _INDEPENDENT. */
JutuResolve jutu_scale_resolve(const JutuModel *model, JutuChannel channel);
/* The same of its guide (parseGuideResolve). */
JutuResolve jutu_guide_resolve(const JutuModel *model, JutuChannel channel);

/* Whether x or y has bands with an offset within them. */
bool jutu_has_nested_offset(const JutuEncoding *encoding, JutuChannel channel);

/* Prepares the list of scales that live at plot->model, or in its layers. */
void jutu_plot_scales_init(JutuPlot *plot);

/* All of them, made; so that errors show before anything is drawn. */
bool jutu_plot_scales_make(JutuPlot *plot, GError **error);

/*
 * The scale of a model's channel (a layer's own, or one that it shares), made when first asked for.
 * NULL: it has none, or it failed: then plot->chart->failure is set.
 */
const JutuScale *jutu_plot_scale(const JutuPlot *plot, const JutuModel *model, JutuChannel channel);

/* Width (0) or height (1) of a plotting area; steps are counted here. */
double jutu_plot_size(JutuPlot *plot, int i);
/* Whether a plotting area's width is left open by the spec. */
bool jutu_plot_is_stretchable(const JutuPlot *plot);

/* A JSON value with {"expr"} over width, height, x_bins and the scales as `model` sees them. */
JutuValue jutu_plot_value(const JutuPlot *plot, const JutuModel *model, const json_t *json);

/* What evaluates expressions with the plot as its view, in the arena. */
JutuExprHost *jutu_plot_host(const JutuPlot *plot, const JutuModel *model);

/* The values of a domain, before nice, zero and the like: categories in order, or what extents
 * span. */
const JutuValue *jutu_domain_values(const JutuPlot *plot, const JutuScaleComponent *component,
                                    size_t *n, GError **error);

/* The bins of a unit's binned field, from all its data; all NaN if there are none. */
JutuBins jutu_unit_bins(const JutuModel *unit, const JutuChannelDef *def, GError **error);

/* The first unit below a model that encodes the channel by a field or datum; NULL. */
const JutuModel *jutu_model_unit_with(const JutuModel *model, JutuChannel channel);

/* vega-lite's valueExpr: a JSON value that stands for one of a field, as times where the field has
 * times. */
JutuValue jutu_def_value(const JutuChart *chart, const JutuChannelDef *def, const json_t *json);

/* For the files of this stage. */
bool jutu_scale_allows(const JutuScaleComponent *merged, JutuChannel channel, const char *name);
void jutu_scale_types_parse(JutuModel *model);
void jutu_scale_props_parse(JutuModel *model);
void jutu_scale_ranges_parse(JutuModel *model);
void jutu_scale_domains_parse(JutuModel *model);
