/*
 * Scale components (vega-lite's compile/scale): type, properties and domains of each scale,
 * merged where views share it; and, once the data are read, the scales themselves.
 */
#pragma once
#include "scale/scale.h"
#include "view/model.h"

typedef struct JutuPlot JutuPlot;

/* One source of a domain: explicit values, or a column of a unit's table. */
typedef struct {
    const JutuModel *unit; /* whose table; NULL with `values` */
    JutuChannel channel;
    const json_t *values; /* explicit: array of numbers, texts, date times, {"expr"}; NULL */
    const char *column;   /* NULL with values */
    bool raw; /* from the unaggregated table (a sort by another field, domain: "unaggregated") */
    const json_t *sort; /* {"op","field","order"} | true | NULL: unsorted */
    bool is_explicit;
    /* members that domain helpers need beyond these are the scale stage's own */
} JutuDomainSource;

struct JutuScaleComponent {
    JutuModel *model; /* where it lives */
    JutuChannel channel;
    const JutuScaleType *type;
    bool type_explicit;
    JutuScaleComponent *merged_into; /* an ancestor's, or NULL */
    JutuBag props; /* Vega's scale properties but type and domain: range, nice, zero, padding… */
    JutuDomainSource *domains;
    size_t n_domains;
    void *extra; /* the scale stage's own */
};

/* Types and merging (parseScaleCore), properties, domain sources, ranges that need no data. */
bool jutu_scales_parse(JutuModel *root, GError **error);

/* Whether the scale's domain definitely includes zero (ScaleComponent.domainHasZero). */
typedef enum { JUTU_ZERO_MAYBE, JUTU_ZERO_DEFINITELY, JUTU_ZERO_DEFINITELY_NOT } JutuHasZero;
JutuHasZero jutu_scale_has_zero(const JutuScaleComponent *scale);

/* Sizes of the tree (layoutsize/parse): kinds and merging; after jutu_scales_parse's types. */
void jutu_sizes_parse(JutuModel *root);

/* config.view.step or its discreteWidth/Height (i = 0, 1), in px. */
double jutu_default_step(const JutuChart *chart, int i);

/*
 * Makes the scales that live at plot->model, with the plot's data (entered facet cells included),
 * and settles plot->width and height where they depend on them (steps). Children inherit by
 * pointer.
 */
bool jutu_scales_make(JutuPlot *plot, GError **error);
