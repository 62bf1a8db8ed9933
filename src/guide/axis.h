/*
 * Axes, for the files of this stage: plans with settled properties, and
 * their values at each tick.
 */
#pragma once
#include "guide/guide_plan.h"
#include "guide/reader.h"
#include "guide/rule.h"

struct JutuAxisPlan {
    const JutuView *unit;      /* whose definition and scale it shows */
    const JutuView *grid_unit; /* whose other scale the grid lines span; NULL: all of the view */
    JutuChannel channel;       /* x or y */
    JutuBag props;             /* vega-lite's AxisPlan; titles of fields: jutu_axis_titles */
};

/* A member of Vega-Lite's config for this axis: its styles, the config of its kind of scale, of
 * axes. *in_vega: Vega finds it by itself. NULL: nobody says. */
const json_t *jutu_axis_config(const JutuGuideRule *rule, const char *name, bool *in_vega);

/* The value of a property as given, or as it follows from the definition: a new reference; NULL:
 * none. */
json_t *jutu_axis_rule(const JutuGuideRule *rule, const char *name);

/* Whether a settled property counts as specified by the user, for merging. */
bool jutu_axis_is_explicit(const JutuGuideRule *rule, const char *name, const json_t *value);

/* All property names in vega-lite's order, NULL-terminated. */
extern const char *const jutu_axis_properties[];

/* Titles: a text, a list of texts, null, or a list of {"base", "title"}, one for each field. */
json_t *jutu_axis_title(const JutuGuideRule *rule);
bool jutu_axis_title_is_given(const JutuGuideRule *rule, const json_t *value);
/* What is shown of it, a new reference; NULL: nothing. */
json_t *jutu_axis_title_text(const json_t *title);
/* The same once there are data, as a theme words it. */
json_t *jutu_axis_title_shown(const JutuGuidePlan *guides, const JutuAxisPlan *planned,
                              const JutuFrame *frame, const JutuScale *scale);

/* Whether the main part of a view's axis belongs to a facet's header; its grid stays in the cells.
 */
bool jutu_axis_in_header(const JutuViewGuides *entry, const JutuAxisPlan *planned);

/* What an axis' properties are read in. */
JutuGuideReader jutu_axis_reader(const JutuAxisPlan *planned, const JutuFrame *frame,
                                 const JutuScale *scale);

/* The values of its ticks. @param whole  numbers are whole, and so are ticks */
const JutuValue *jutu_axis_values(const JutuAxisPlan *planned, const JutuFrame *frame, bool whole,
                                  size_t *n, GError **error);

/* Fills in ticks, grid and labels. @param parts  JutuAxisParts */
void jutu_axis_ticks_make(JutuAxis *axis, const JutuGuidePlan *guides, const JutuAxisPlan *planned,
                          JutuGuideReader *reader, int parts);

/*
 * Sets an axis at a view of width × height, in whose coordinates its blocks are: drops labels that
 * overlap, then all is where it stays.
 */
void jutu_axis_set(JutuAxis *axis, double width, double height, const JutuMeasure *measure,
                   JutuArena *arena);

/* Wraps its title and, of bands, its labels, where the theme does: before it is set. */
void jutu_axis_wrap(JutuAxis *axis, const JutuAxisPlan *planned, const JutuFrame *frame,
                    const JutuMeasure *measure);

/* On a page of the theme drops names that count on, such as years, where not all fit. @return
 * whether it did */
bool jutu_axis_thin(JutuAxis *axis, const JutuAxisPlan *planned, const JutuFrame *frame,
                    const JutuMeasure *measure);

/* Makes labels and title fit where the theme does: before it is set. */
void jutu_axis_fit(JutuAxis *axis, const JutuAxisPlan *planned, const JutuFrame *frame,
                   const JutuMeasure *measure);

static inline bool jutu_axis_is_thinned(const JutuAxis *axis)
{
    bool any = false;
    for (size_t i = 0; i < axis->n_labels && !any; i++)
        any = axis->labels[i].dropped;
    return any;
}

static inline bool jutu_is_horizontal(JutuSide side)
{
    return side == JUTU_TOP || side == JUTU_BOTTOM;
}
