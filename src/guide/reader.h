/*
 * How the properties of any guide are read: what the guide itself says, else
 * Vega's config of its kind, as constants, expressions, or conditions for each
 * tick or entry. Knows no axis, legend or title.
 */
#pragma once
#include "base/bag.h"
#include "base/time_format.h"
#include "expr/expr.h"
#include "frame/frame.h"
#include "text/block.h"

/* What a guide's properties are read in. */
typedef struct {
    JutuBag props;      /* as settled */
    const json_t *vega; /* Vega's config of such guides, merged; NULL: none */
    const JutuFrame *frame;
    JutuScope scope;
    GError *error; /* the first; owned */
} JutuGuideReader;

/* One property, ready to be read for each tick. */
typedef struct JutuGuideValue JutuGuideValue;
struct JutuGuideValue {
    const json_t *value;    /* a constant; NULL: none */
    const JutuExpr *expr;   /* instead of it */
    const JutuExpr **tests; /* n_tests; the first one that holds has its value in `then` */
    const JutuGuideValue *then;
    size_t n_tests;
};

/* @param view  whose scales and sizes expressions see */
JutuGuideReader jutu_guide_reader(const JutuFrame *frame, const JutuView *view, JutuBag props,
                                  const json_t *vega);
/* The same over an object, of which null is as good as nothing. @param props  NULL: none */
JutuGuideReader jutu_guide_reader_of(const JutuFrame *frame, const JutuView *view,
                                     const json_t *props, const json_t *vega);

/* The guide's own property, or Vega's. */
JutuGuideValue jutu_guide_value(JutuGuideReader *reader, const char *name);
/* That of a style, such as "guide-label", where the guide has none (or null). */
JutuGuideValue jutu_guide_value_or_style(JutuGuideReader *reader, const char *name,
                                         const char *style, const char *member);
/* A value of an encoding: constant, {"value"}, {"expr"}, or one with conditions. */
JutuGuideValue jutu_guide_encoded(JutuGuideReader *reader, const json_t *json);
/* @param where  what the user wrote, for errors; NULL: nothing */
JutuGuideValue jutu_guide_expr(JutuGuideReader *reader, const char *source, const json_t *where);
/* Vega's, whatever the guide says. */
JutuGuideValue jutu_guide_vega_value(JutuGuideReader *reader, const char *name);
bool jutu_guide_has(const JutuGuideValue *value);

JutuValue jutu_guide_read(JutuGuideReader *reader, const JutuGuideValue *value, JutuValue datum);
double jutu_guide_read_number(JutuGuideReader *reader, const JutuGuideValue *value, JutuValue datum,
                              double fallback);
/* What Vega takes from the guide alone, never from its config. */
JutuValue jutu_guide_own(JutuGuideReader *reader, const char *name);
double jutu_guide_own_number(JutuGuideReader *reader, const char *name, double fallback);
/* Of the guide as a whole: without a tick. */
JutuValue jutu_guide_get(JutuGuideReader *reader, const char *name);
double jutu_guide_get_number(JutuGuideReader *reader, const char *name, double fallback);
/* A text, such as an anchor; the fallback if it is none. */
const char *jutu_guide_get_text(JutuGuideReader *reader, const char *name, const char *fallback);

/* Guides have labels that somebody may read: more than 10,000, or 100,000 categories, fail the
 * reader. */
bool jutu_ticks_are_few(JutuGuideReader *reader, const JutuScale *scale, const JutuChannelDef *def,
                        size_t n);

/* {"year": "%Y", "month": "%b"}: a format for the start of each unit; NULL if it is no object. */
const JutuTimeMulti *jutu_guide_multi_format(JutuValue format, JutuArena *arena);

/* The style of a line: prefix "tick", "grid" or "domain". */
typedef struct {
    JutuGuideValue color, opacity, width, dash, dash_offset, cap;
    JutuGuideValue item_opacity; /* what depends on the tick is the whole item's */
} JutuGuideLine;
JutuGuideLine jutu_guide_line(JutuGuideReader *reader, const char *prefix);
JutuStyle jutu_guide_line_style(JutuGuideReader *reader, const JutuGuideLine *line,
                                JutuValue datum);
bool jutu_is_stroked(const JutuStyle *style);

/* The look of texts: prefix "label" or "title". */
typedef struct {
    JutuGuideValue color, opacity, font, size, weight, style, limit, line_height, angle;
    JutuGuideValue item_opacity;
} JutuGuideText;
JutuGuideText jutu_guide_text(JutuGuideReader *reader, const char *prefix, const char *style);
void jutu_guide_text_style(JutuGuideReader *reader, const JutuGuideText *text, JutuValue datum,
                           JutuTextBlock *block);

/* Sets what a Vega encoding ({"fill": …, "dx": …}) has of a block and of its opacity. */
void jutu_block_override(JutuGuideReader *reader, const json_t *encode, JutuValue datum,
                         JutuTextBlock *block, double *opacity);
