/*
 * Scale plans (vega-lite's compile/scale): type, properties and domains of
 * each scale, merged where views share it.
 */
#pragma once
#include "base/tick.h"
#include "plan/data_kind.h"
#include "scale/scale.h"
#include "view/view.h"

typedef struct JutuPlan JutuPlan;

/* One source of a domain: explicit values, or a column of a unit's table. */
typedef struct {
    const JutuView *unit;
    JutuChannel channel; /* whose definition it comes from: x2 within x's scale */
    const json_t
        *values;   /* explicit: an array; dates are {"expr"} or date times. NULL: of a column */
    bool temporal; /* values are to be read as times */
    const char *column; /* path; NULL with values or bins */
    bool bins;          /* the ends of the unit's bins */
    JutuDataKind data;
    bool all_cells;     /* over all cells of the facet around it */
    const json_t *sort; /* {"op", "field", "order"}, true, or NULL: unsorted */
    bool own_order;     /* no sort is given: as a theme has it */
} JutuDomainSource;

typedef struct JutuScalePlan JutuScalePlan;
struct JutuScalePlan {
    const JutuView *view; /* where it lives */
    JutuChannel channel;
    const JutuScaleType *type;
    bool type_explicit;
    JutuScalePlan *merged_into; /* an ancestor's, or NULL */
    /*
     * Scale properties but type and domain, as JSON. Values may be {"expr"} over width, height,
     * x_bins and the scales of the plot: see jutu_frame_value(). range: an array, a name
     * ("category"), {"step"},
     * {"scheme"} or {"field"}.
     */
    JutuBag props;
    JutuDomainSource *domains;
    size_t n_domains;
    bool domains_explicit;
    const json_t *extent; /* the param that the domain follows, {"param", …}; NULL: none */
};

/* Whether the scale's domain definitely includes zero (ScalePlan.domainHasZero). */
typedef enum { JUTU_ZERO_MAYBE, JUTU_ZERO_DEFINITELY, JUTU_ZERO_DEFINITELY_NOT } JutuHasZero;
JutuHasZero jutu_scale_has_zero(const JutuScalePlan *scale);

/* config.view.step or its discreteWidth/Height (i = 0, 1), in px. */
double jutu_default_step(const JutuChart *chart, int i);

/* Whether x or y has bands with an offset within them. */
bool jutu_has_nested_offset(const JutuEncoding *encoding, JutuChannel channel);

/* For the files of this stage: each fills in its part of the plan for a view and those below. */
bool jutu_scale_allows(const JutuScalePlan *merged, JutuChannel channel, const char *name);
void jutu_scale_types_parse(JutuPlan *plan, const JutuView *view);
void jutu_scale_domains_parse(JutuPlan *plan, const JutuView *view);
void jutu_scale_props_parse(JutuPlan *plan, const JutuView *view);
void jutu_scale_ranges_parse(JutuPlan *plan, const JutuView *view);
void jutu_sizes_parse(JutuPlan *plan, const JutuView *view); /* by types and ranges */
void jutu_axis_resolves_parse(JutuPlan *plan, const JutuView *view);
