/*
 * check/ looks at what is about to be drawn and says what its reader would miss; it changes
 * nothing. A check is one file and one row of check/checks.def.
 */
#pragma once
#include "layout/plot.h"

/* Runs all checks over a chart that has been laid out; what they find goes to its context. */
void jutu_check_plot(const JutuPlot *root);

/* A check of a whole chart. */
#define JUTU_CHECK(name) void jutu_check_##name(const JutuPlot *root);
#include "check/checks.def"
#undef JUTU_CHECK

/* A mark of a unit, with the rows that it was made of. */
typedef struct {
    const JutuPlot *plot;
    const JutuView *unit;
    const JutuItems *items;
    const JutuTable *rows; /* of the unit in this cell; NULL: unknown */
} JutuCheckedMark;

/* Calls visit() for every mark of a unit, in drawing order. */
void jutu_check_marks(const JutuPlot *root, void (*visit)(const JutuCheckedMark *mark, void *data),
                      void *data);

/* Where a message about a unit stands in the spec: at its mark, unless that was made from another.
 */
const char *jutu_check_place(const JutuView *unit);
