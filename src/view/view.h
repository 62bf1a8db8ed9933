/*
 * The view tree: the normalised spec with its units typed; it knows no data, scales
 * or px. It is complete and const once it is built: later stages keep what they find out of a view
 * in lists of their own, by its index.
 */
#pragma once
#include "base/bag.h"
#include "normalise/chart.h"
#include "view/def.h"
#include "view/mark.h"

typedef struct JutuView JutuView;

typedef enum { JUTU_VIEW_UNIT, JUTU_VIEW_LAYER, JUTU_VIEW_FACET, JUTU_VIEW_CONCAT } JutuViewKind;

typedef enum { JUTU_RESOLVE_DEFAULT, JUTU_RESOLVE_SHARED, JUTU_RESOLVE_INDEPENDENT } JutuResolve;

/* All definitions of one unit (or of a facet operator: row, column, facet). */
typedef struct {
    const JutuChannelDef *defs[JUTU_N_CHANNELS];        /* NULL: not encoded; the first of a list */
    const JutuChannelDef *const *list[JUTU_N_CHANNELS]; /* of `multiple` channels: all of them */
    size_t n_list[JUTU_N_CHANNELS];
} JutuEncoding;

typedef enum {
    JUTU_UNSTACKED,
    JUTU_STACK_ZERO,
    JUTU_STACK_CENTER,
    JUTU_STACK_NORMALIZE,
} JutuStackOffset;
/* Vega's names of them: "zero" …; NULL of what doesn't stack. */
extern const char *const jutu_stack_offsets[JUTU_STACK_NORMALIZE + 1];

/* How a unit's marks stack (stack.ts). */
typedef struct {
    JutuChannel field_channel; /* x, y, theta or radius */
    JutuChannel groupby_channels[2];
    size_t n_groupby;
    const JutuChannelDef **by; /* definitions that make the parts */
    size_t n_by;
    JutuStackOffset offset;
    bool impute;
} JutuStack;

struct JutuView {
    JutuViewKind kind;
    const JutuChart *chart;
    const JutuScope *early;    /* what expressions see before there are data */
    size_t index;              /* among all views, a view before those within it */
    const JutuView *parent;    /* NULL: the root */
    const JutuView **children; /* a facet has one: the template of its cells */
    size_t n_children;
    const json_t *spec;       /* this node of the normalised spec */
    const char *name;         /* as vega-lite names it: "concat_0", "child", "layer_1" … */
    json_t *transforms;       /* array: the spec's, and what the encoding added before them */
    const json_t *background; /* view background of a unit or layer; NULL */
    const json_t *title;      /* NULL: none */

    JutuResolve resolve_scale[JUTU_N_CHANNELS], resolve_axis[JUTU_N_CHANNELS],
        resolve_legend[JUTU_N_CHANNELS];

    /* of a unit */
    const JutuMarkType *mark;
    json_t *mark_def; /* with orient, filled, opacity … settled (mark/init.ts) */
    JutuEncoding encoding;
    const JutuStack *stack; /* NULL: doesn't stack */

    /* of a facet: encoding has row and column, or facet */
    double columns;  /* of a concat or wrapped facet; 0: not given (a row) */
    bool is_vconcat; /* columns: 1 by construction */

    json_t *given_size[2]; /* the specified width and height, inherited by layers: number,
                               "container" or {"step"}; NULL */
};

/*
 * Builds the tree of chart->spec: encodings, mark definitions, stacks, sizes as given. Data, scales
 * and guides come later.
 * @param[out] n_views  how many there are: each index is less
 * @return the root, in the arena; NULL with error set
 */
const JutuView *jutu_view_build(const JutuChart *chart, const JutuScope *early, size_t *n_views,
                                GError **error);

/* Whether it is the view itself or stands somewhere below it. */
static inline bool jutu_view_is_within(const JutuView *view, const JutuView *around)
{
    while (view && view != around)
        view = view->parent;
    return view != NULL;
}

/* "x"'s definition: a unit's, or the facet's. NULL. */
static inline const JutuChannelDef *jutu_view_def(const JutuView *view, JutuChannel channel)
{
    return view->encoding.defs[channel];
}

/* How a mark, or a legend's gradient, lies. */
typedef enum { JUTU_UNORIENTED, JUTU_HORIZONTAL, JUTU_VERTICAL } JutuOrient;
/* Of "horizontal" or "vertical"; unoriented of all other texts and of NULL. */
JutuOrient jutu_orient_parse(const char *text);

/* The unit's orient as it is settled. */
JutuOrient jutu_view_orient(const JutuView *view);

/*
 * getMarkPropOrConfig: a property of the mark definition, else of its styles, of
 * config.<mark>, of config.mark. `vega_name` is the name under which Vega knows it if another
 * (fontSize of size); NULL.
 * @return borrowed; NULL if nobody sets it
 */
const json_t *jutu_mark_prop(const JutuView *unit, const char *name, const char *vega_name);
/* getMarkConfig: the same without the definition itself. */
const json_t *jutu_mark_config(const JutuView *unit, const char *name, const char *vega_name);
/* getMarkStyleConfig: the same of its styles alone. */
const json_t *jutu_mark_style(const JutuView *unit, const char *name);

/* About a unit, at its mark or what else of it stands in the user's text. */
void jutu_unit_error(const JutuView *unit, JutuError code, GError **error, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void jutu_unit_warn(const JutuView *unit, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Fields that make series of a path mark (pathGroupingFields): column names, NULL-terminated. */
const char *const *jutu_view_series_columns(const JutuView *unit);
/* Whether any channel aggregates. */
bool jutu_encoding_is_aggregate(const JutuEncoding *encoding);
/* getBandPosition; NaN if undefined. */
double jutu_band_position(const JutuView *unit, const JutuChannelDef *def,
                          const JutuChannelDef *def2);
bool jutu_has_band_end(const JutuView *unit, const JutuChannelDef *def, const JutuChannelDef *def2);
