/* Where weeks begin. */
#pragma once
#include "base/context.h"

/* Whether weeks begin on Monday, and are ISO's, where a language is spoken. */
bool jutu_weeks_begin_on_monday(const char *lang);

/* Whether a theme has weekdays begin on Monday in the chart's language. */
bool jutu_days_from_monday(const JutuContext *context);

/* Units of time as a theme has them in the chart's language: weeks are ISO's where those are used.
 */
unsigned jutu_local_units(unsigned units, const JutuContext *context);
