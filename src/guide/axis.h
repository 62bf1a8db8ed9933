/*
 * Axes, for the files of this stage: components with settled properties, and
 * their values at each tick.
 */
#pragma once
#include "base/time_format.h"
#include "frame/frame.h"
#include "guide/guide_plan.h"

struct JutuAxisComponent {
    const JutuModel *unit;      /* whose definition and scale it shows */
    const JutuModel *grid_unit; /* whose other scale the grid lines span; NULL: all of the view */
    JutuChannel channel;        /* x or y */
    JutuBag props;              /* vega-lite's AxisComponent; titles of fields: jutu_axis_titles */
};

/* What the rules of an axis see. */
typedef struct {
    const JutuPlan *plan;
    const JutuModel *unit;
    const JutuChannelDef *def;
    JutuChannel channel;
    const JutuScaleType *scale_type;
    const json_t *axis; /* as specified: an object, empty if there is none */
    JutuSide side;
} JutuAxisRule;

/* A member of Vega-Lite's config for this axis: its styles, the config of its kind of scale, of
 * axes. *in_vega: Vega finds it by itself. NULL: nobody says. */
const json_t *jutu_axis_config(const JutuAxisRule *rule, const char *name, bool *in_vega);

/* The value of a property as given, or as it follows from the definition: a new reference; NULL:
 * none. */
json_t *jutu_axis_rule(const JutuAxisRule *rule, const char *name);

/* Whether a settled property counts as specified by the user, for merging. */
bool jutu_axis_is_explicit(const JutuAxisRule *rule, const char *name, const json_t *value);

/* An angle within [0, 360). */
double jutu_normalize_angle(double angle);

/* All property names in vega-lite's order, NULL-terminated. */
extern const char *const jutu_axis_properties[];

/* Titles: a text, a list of texts, null, or a list of {"base", "title"}, one for each field. */
json_t *jutu_axis_title(const JutuAxisRule *rule);
bool jutu_axis_title_is_given(const JutuAxisRule *rule, const json_t *value);
json_t *jutu_axis_titles_merge(const json_t *a, const json_t *b);
/* What is shown of it, a new reference; NULL: nothing. */
json_t *jutu_axis_title_text(const json_t *title);

/* Whether the main part of a view's axis belongs to a facet's header; its grid stays in the cells.
 */
bool jutu_axis_in_header(const JutuViewGuides *view, const JutuAxisComponent *component);

/* What an axis' properties are read in. */
typedef struct {
    const JutuAxisComponent *component;
    const JutuFrame *frame;
    const json_t *vega; /* Vega's config for an axis on this side, merged */
    JutuScope scope;
    GError *error; /* the first; owned */
} JutuAxisReader;

/* One property, ready to be read for each tick. */
typedef struct JutuAxisValue JutuAxisValue;
struct JutuAxisValue {
    const json_t *value;    /* a constant; NULL: none */
    const JutuExpr *expr;   /* instead of it */
    const JutuExpr **tests; /* n_tests; the first one that holds has its value in `then` */
    const JutuAxisValue *then;
    size_t n_tests;
};

void jutu_axis_reader_init(JutuAxisReader *reader, const JutuAxisComponent *component,
                           const JutuFrame *frame, const JutuScale *scale);
/* The axis' own property, or Vega's. */
JutuAxisValue jutu_axis_value(JutuAxisReader *reader, const char *name);
/* That of a style, such as "guide-label", where the axis has none (or null). */
JutuAxisValue jutu_axis_value_or_style(JutuAxisReader *reader, const char *name, const char *style,
                                       const char *member);
/* A value as written: a constant, an expression, or one with conditions. */
JutuAxisValue jutu_axis_value_of(JutuAxisReader *reader, const json_t *json);
JutuAxisValue jutu_axis_expr(JutuAxisReader *reader, const char *source, const json_t *where);
/* Vega's, whatever the axis says. */
JutuAxisValue jutu_axis_vega_value(JutuAxisReader *reader, const char *name);
bool jutu_axis_has(const JutuAxisValue *value);
JutuValue jutu_axis_read(JutuAxisReader *reader, const JutuAxisValue *value, JutuValue datum);
double jutu_axis_read_number(JutuAxisReader *reader, const JutuAxisValue *value, JutuValue datum,
                             double fallback);
/* What Vega takes from the axis alone, never from its config. */
JutuValue jutu_axis_own(JutuAxisReader *reader, const char *name);
double jutu_axis_own_number(JutuAxisReader *reader, const char *name, double fallback);
/* Of the axis as a whole: without a tick. */
JutuValue jutu_axis_get(JutuAxisReader *reader, const char *name);
double jutu_axis_get_number(JutuAxisReader *reader, const char *name, double fallback);

/* Guides have labels that somebody may read: more than 10,000, or 100,000 categories, fail the
 * reader. */
bool jutu_ticks_are_few(JutuAxisReader *reader, const JutuScale *scale, const JutuChannelDef *def,
                        size_t n);

/* {"year": "%Y", "month": "%b"}: a format for the start of each unit; NULL if it is no object. */
const JutuTimeMulti *jutu_axis_multi_format(JutuValue format, JutuArena *arena);
/* Fills in ticks, grid and labels. */
void jutu_axis_ticks_make(JutuAxis *axis, JutuAxisReader *reader, int parts);

/* The style of a line: prefix "tick", "grid" or "domain". */
typedef struct {
    JutuAxisValue color, opacity, width, dash, dash_offset, cap;
    JutuAxisValue item_opacity; /* what depends on the tick is the whole item's */
} JutuAxisLine;
JutuAxisLine jutu_axis_line(JutuAxisReader *reader, const char *prefix);
JutuStyle jutu_axis_line_style(JutuAxisReader *reader, const JutuAxisLine *line, JutuValue datum);
bool jutu_is_stroked(const JutuStyle *style);

/* The look of texts: prefix "label" or "title". */
typedef struct {
    JutuAxisValue color, opacity, font, size, weight, style, limit, line_height, angle;
    JutuAxisValue item_opacity;
} JutuAxisText;
JutuAxisText jutu_axis_text(JutuAxisReader *reader, const char *prefix, const char *style);
void jutu_axis_text_style(JutuAxisReader *reader, const JutuAxisText *text, JutuValue datum,
                          JutuTextBlock *block);

static inline bool jutu_is_horizontal(JutuSide side)
{
    return side == JUTU_TOP || side == JUTU_BOTTOM;
}
