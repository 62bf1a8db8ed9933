/* The time zone that the cells of a file speak of. */
#pragma once
#include "base/context.h"
#include "data/table.h"

/* Makes the one offset of a column of times ("…+08:00") the chart's zone, unless one is given or
 * the spec counts in UTC; warns if there are several. */
void jutu_typed_settle_zone(const JutuTable *table, const JutuColumn *column, JutuContext *context);
