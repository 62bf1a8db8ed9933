/*
 * Units of a chart's numbers, for themes that decide: what the cells are in, which unit the numbers
 * of an axis are shown in, and where that is said. One decision for all axes of a chart, made once
 * the frames are.
 */
#pragma once
#include "base/unit.h"
#include "guide/axis.h"

/* What is known of the numbers of a scale. */
typedef struct {
    JutuUnit unit; /* of the cells */
    enum {
        JUTU_UNIT_UNKNOWN,
        JUTU_UNIT_OF_NAME,   /* the column's name says it: 产值（亿元） */
        JUTU_UNIT_OF_PACKAGE /* the data package does */
    } from;
    bool keeps;        /* as written: made by the spec, or of several units */
    bool whole;        /* all of them are whole numbers */
    bool year;         /* they are years */
    const char *field; /* of the first of them, or "count" and the like */
    const char *said;  /* the unit as the package or the name has it */
} JutuNumbers;

JutuNumbers jutu_numbers_of(const JutuFrame *frame, const JutuScalePlan *planned, GError **error);

/* A column's name without the unit in brackets at its end. In the arena. */
const char *jutu_name_without_unit(const char *name, JutuArena *arena);
/* That unit; NULL: it has none that is known. */
const char *jutu_unit_in_name(const char *name, JutuArena *arena);

/* Whether a title stands in the user's text: a composite mark has its field's name instead. */
bool jutu_title_is_written(const JutuChart *chart, const json_t *title);

/* Whether the chart's title or subtitle says a unit: as a word, not as part of one. */
bool jutu_title_says_unit(const JutuChart *chart, const char *unit);
/* The unit that it says, as the last word of a line or in brackets; NULL: none that is known. */
const char *jutu_unit_in_title(const JutuChart *chart);
/* Whether it says a word. */
bool jutu_title_says(const JutuChart *chart, const char *word);

/* Whether an axis has the two sides of a pyramid: men and women over ages. */
bool jutu_is_pyramid(const JutuFrame *frame, const JutuAxisPlan *planned);

/* NULL with error set, or if nothing is to be decided. */
const JutuUnits *jutu_units_new(const JutuGuidePlan *guides, const JutuFrame *root, GError **error);

/* How an axis writes its numbers; NULL: as Vega does. units may be NULL, here and below. */
const JutuNumberStyle *jutu_units_style(const JutuUnits *units, const JutuAxisPlan *planned,
                                        const JutuScale *scale);
/* The unit that the title of an axis says; NULL: none. */
const char *jutu_units_in_title(const JutuUnits *units, const JutuAxisPlan *planned,
                                const JutuScale *scale);
/* What is known of the numbers; NULL: it has no numbers. */
const JutuNumbers *jutu_units_numbers(const JutuUnits *units, const JutuAxisPlan *planned,
                                      const JutuScale *scale);
/* The unit that the page says, NULL: none. @return false: it isn't decided here */
bool jutu_units_of_page(const JutuUnits *units, const char **out);
