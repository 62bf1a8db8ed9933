/* Labels: the text of a scale's values at an axis or in a legend, as vega-scale writes them. */
#pragma once
#include "base/format.h"
#include "base/unit.h"
#include "scale/ticks.h"

typedef struct {
    JutuTickCount count;   /* of ticks: sets how many decimals a label needs */
    const char *specifier; /* of d3-format or d3-time-format; NULL: the scale's own */
    const JutuTimeMulti
        *multi;              /* of dates, instead of a specifier: one for each unit; NULL: d3's */
    const char *format_type; /* "time", "utc": labels are dates; NULL or other: by the scale */
    bool all; /* log scales don't leave out labels: values are explicit, or in a legend */
    const JutuNumberStyle *number; /* instead of a specifier: how a theme writes numbers; NULL */
    const JutuNumberLocale *number_locale; /* NULL: en-US */
    const JutuTimeLocale *time_locale;     /* NULL: en-US */
} JutuLabelStyle;

typedef struct JutuLabels JutuLabels;

/* Vega's tickFormat(). NULL with error set if the specifier is none. */
const JutuLabels *jutu_tick_labels(const JutuScale *scale, const JutuLabelStyle *style,
                                   JutuArena *arena, GError **error);

/* Vega's labelFormat(): the same, but of discretizing scales as exact as their steps need. */
const JutuLabels *jutu_legend_labels(const JutuScale *scale, const JutuLabelStyle *style,
                                     JutuArena *arena, GError **error);

/* "" for a value whose label is left out; in the arena. */
const char *jutu_label(const JutuLabels *labels, JutuValue value, JutuArena *arena);

/* The same as a value: a category that is a list is a list of texts, one for each line. */
JutuValue jutu_label_value(const JutuLabels *labels, JutuValue value, JutuArena *arena);

/* "5 – 10", "< 5", "≥ 10": the step from a value to a limit; infinite at the ends. */
const char *jutu_label_range(const JutuLabels *labels, double value, double limit,
                             JutuArena *arena);

/* How many digits of each power of the base can have labels if n ticks are to have `count` of them;
 * NaN: none. */
double jutu_log_digits(double base, double count, size_t n);

/* Whether a log scale labels a value: among its first `digits` multiples of a power of the base. */
bool jutu_log_is_labelled(double base, double value, double digits);
