/*
 * Legends, for the files of this stage: plans with settled properties,
 * merged over layers and views, and over channels that show the same field.
 */
#pragma once
#include "guide/guide.h"
#include "guide/reader.h"
#include "guide/rule.h"

/* Vega's legend channels; the first of a legend's is the scale that its entries come from. */
typedef enum {
    JUTU_SHOWS_SIZE,
    JUTU_SHOWS_SHAPE,
    JUTU_SHOWS_FILL,
    JUTU_SHOWS_STROKE,
    JUTU_SHOWS_STROKE_WIDTH,
    JUTU_SHOWS_STROKE_DASH,
    JUTU_SHOWS_OPACITY,
    JUTU_N_SHOWS,
} JutuShows;
extern const char *const jutu_shows_names[JUTU_N_SHOWS]; /* "strokeWidth" … */

/* The scale that a legend's channel shows; unit NULL: none. */
typedef struct {
    const JutuView *unit;
    JutuChannel channel;
} JutuLegendScale;

struct JutuLegendPlan {
    const JutuView *unit; /* whose definition it shows */
    JutuChannel channel;
    size_t order; /* of its channel among those of a view, from 1 */
    JutuLegendScale scales[JUTU_N_SHOWS];
    /* vega-lite's LegendPlan. encode: {"symbols": {"fill": value …}, "labels" …}, where a
     * value is a constant, {"expr"} or one with conditions. */
    JutuBag props;
};

/* What the rules of a legend see. */
typedef struct {
    JutuGuideRule base;           /* axis is the legend as specified, orient its side */
    const char *type, *direction; /* "symbol" "gradient"; direction NULL: vertical */
} JutuLegendRule;

/* The value of a property as given, or as it follows from the definition: a new reference; NULL:
 * none. */
json_t *jutu_legend_rule(const JutuLegendRule *rule, const char *name);
/* Whether a settled property counts as specified by the user, for merging. */
bool jutu_legend_is_explicit(const JutuLegendRule *rule, const char *name, const json_t *value);
/* Settles orient, type and direction. */
JutuLegendRule jutu_legend_rule_new(const JutuPlan *plan, const JutuView *unit, JutuChannel channel,
                                    const JutuChannelDef *def);

/* `encode`: what symbols, bars and texts take from the mark and from legend.encoding; a new
 * reference. */
json_t *jutu_legend_encode(const JutuLegendRule *rule, const JutuBag *props);
/* Of an assembled legend: symbols without what its scales give. */
void jutu_legend_encode_settle(JutuLegendPlan *planned);

/* Joins `other` to a plan. @return false: they don't go together, and nothing is changed */
bool jutu_legend_merge(JutuLegendPlan *into, const JutuLegendPlan *other);
JutuLegendPlan *jutu_legend_clone(const JutuLegendPlan *planned);

/* Settles how a frame's legends stand at its sides. */
void jutu_legend_sides_make(const JutuFrame *frame, JutuGuides *guides);

/* Wraps its texts, where the theme does: before it is set. */
void jutu_legend_wrap(JutuLegend *legend, const JutuLegendPlan *planned, const JutuFrame *frame,
                      const JutuMeasure *measure);
/* Sets a legend with the top left corner of its box at 0, 0: drops labels that overlap, then all is
 * where it stays. */
void jutu_legend_set(JutuLegend *legend, const JutuMeasure *measure, JutuArena *arena);

/* Sets a legend, on a page of the theme in as many rows as it needs there. */
void jutu_legend_fit(JutuLegend *legend, const JutuLegendPlan *planned, const JutuFrame *frame,
                     const JutuMeasure *measure);

/* What a legend is made from. */
typedef struct {
    JutuGuideReader reader;
    const JutuLegendPlan *planned;
    const JutuScale *scales[JUTU_N_SHOWS]; /* NULL: none */
    const JutuScale *scale;                /* the first of them */
    JutuLegend *legend;
} JutuLegendMaker;

/* Fills in symbols, bands and labels. */
void jutu_legend_entries_make(JutuLegendMaker *maker);
/* A part of `encode`: "symbols", "labels" …; NULL. */
const json_t *jutu_legend_part(const JutuLegendMaker *maker, const char *part);
/* The look of texts, whose opacity is that of their fill. */
JutuGuideText jutu_legend_text(JutuGuideReader *reader, const char *prefix, const char *style);
