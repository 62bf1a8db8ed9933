/*
 * Encoding: from a unit's table and scales to the columns of its items. What
 * vega-lite's compile/mark/encode does with production rules is done here once for all rows.
 */
#pragma once
#include "view/plot.h"

struct JutuMarkScope {
    const JutuModel *unit;
    const JutuPlot *plot;   /* scales and size of the view the unit is drawn in */
    const JutuTable *table; /* sorted, of one facet cell */
    JutuContext *context;
};

/* Encodes a unit's marks into items. NULL with error set. */
JutuItems *jutu_marks_make(const JutuModel *unit, const JutuPlot *plot, GError **error);
