/* Parts that composite marks (boxplot, errorbar, errorband) share. */
#pragma once
#include "normalise/parts.h"

/* A composite mark in the making. All nodes are borrowed, or owned by the arena. */
typedef struct {
    JutuNormaliser *run;
    JutuArena *arena;
    const char *name;       /* "boxplot" */
    const json_t *unit;     /* its encoding in full */
    const json_t *mark;     /* as an object */
    const json_t *config;   /* of everything */
    const json_t *parts;    /* config.boxplot */
    const json_t *encoding; /* of unit */

    /* the axis along which it summarises, and its definition there without its aggregate */
    bool vertical;
    const char *axis; /* "x" or "y" */
    const json_t *def;
    const char *field; /* "undefined" without one, as column names then have it */
    const char *flat;  /* the same as a column's name */

    /* what the other channels' inline transforms become */
    json_t *bins, *time_units, *aggregate, *groupby;
    json_t *rest; /* the encoding without the axis, reading the transforms' columns */
} JutuComposite;

/* Starts on a unit: its encoding is completed, its params are dropped with a warning. */
JutuComposite jutu_composite_new(const char *name, const json_t *unit,
                                 const JutuInherited *inherited, JutuNormaliser *run);

/* Has a new reference live as long as the render. @return it */
json_t *jutu_composite_keep(const JutuComposite *composite, json_t *json);

/* Whether a unit's mark is of this type. */
bool jutu_is_mark(const json_t *unit, const char *type);

/* Finds the axis by the mark's orient and the kinds of x and y. */
bool jutu_composite_find_orient(JutuComposite *composite, GError **error);
/* Takes an orient that is known; false with error set if that axis has no definition. */
bool jutu_composite_set_orient(JutuComposite *composite, bool vertical, GError **error);

/* A definition on the axis ("x2", "xError" for suffix "2", "Error") without its aggregate; NULL. */
const json_t *jutu_composite_def(const JutuComposite *composite, const char *suffix);

/* Moves the inline transforms of `encoding` out of it: fills bins, time_units … and rest. */
void jutu_composite_extract(JutuComposite *composite, const json_t *encoding);

/* A line of the tooltip: the column prefix + field, titled "Max of a". */
typedef struct {
    const char *prefix, *title;
} JutuSummary;

/* {"tooltip": [...]}, owned: the summaries and the other fields, unless the spec has a tooltip. */
json_t *jutu_composite_tooltip(const JutuComposite *composite, const JutuSummary *summaries,
                               size_t n, bool of_field);

typedef struct {
    const char *name;               /* "box": of the part, in config and style */
    const json_t *mark;             /* its own properties */
    bool own_invalid;               /* the mark's `invalid` or none counts, not the config's */
    const char *position, *end;     /* "lower_box": of the columns; end NULL: it has one position */
    const json_t *encoding, *extra; /* extra goes over encoding, which goes over the positions */
} JutuPart;

/* Appends the layer of a part unless the spec switches it off. */
void jutu_composite_add(const JutuComposite *composite, json_t *layers, const JutuPart *part);
/* The same with a finished spec instead of positions. */
void jutu_composite_add_spec(const JutuComposite *composite, json_t *layers, const JutuPart *part,
                             const json_t *spec);

/* The title of the axis: the definition's own, or its field; owned, NULL if it has neither. */
json_t *jutu_composite_title(const JutuComposite *composite);

/* {"op": op, "field": field, "as": as}, appended to a list of aggregates. */
void jutu_composite_op(json_t *list, const char *op, const char *field, const char *as);

/* A column's name, and the expression that reads one: "lower_box_a", datum['lower_box_a']. */
const char *jutu_composite_column(const JutuComposite *composite, const char *prefix);
const char *jutu_composite_datum(const JutuComposite *composite, const char *prefix);
