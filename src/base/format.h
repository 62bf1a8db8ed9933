/* Number formats, as d3-format has them. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "base/arena.h"

/* Digits, separators and currency of a d3-format locale. */
typedef struct {
    const char *decimal, *thousands;
    const int *grouping; /* sizes from the right, cyclic; 0 ends */
    const char *currency[2];
    const char *const *numerals; /* ten texts, or NULL */
    const char *percent, *minus, *nan;
} JutuNumberLocale;

extern const JutuNumberLocale jutu_number_locale_en; /* d3's default, en-US */

typedef struct {
    char fill[8];             /* one character, UTF-8 */
    char align, sign, symbol; /* '>', '-', 0 where not given */
    bool zero, comma, trim;
    int width, precision; /* -1: not given */
    char type;            /* 0: none */
} JutuFormatSpec;

/* @return false with error set if the text is no format */
bool jutu_format_parse(const char *text, JutuFormatSpec *out, GError **error);

/* d3.format(spec)(value). locale NULL: en-US. */
const char *jutu_format_number(const JutuFormatSpec *spec, double value,
                               const JutuNumberLocale *locale, JutuArena *arena);
/* d3.formatPrefix(spec, reference)(value): one SI prefix, that of the reference value. */
const char *jutu_format_prefix(const JutuFormatSpec *spec, double reference, double value,
                               const JutuNumberLocale *locale, JutuArena *arena);

/* How many decimals or digits tell steps apart; -1 where a step of 0 or NaN leaves it open. */
int jutu_precision_fixed(double step);
int jutu_precision_prefix(double step, double value);
int jutu_precision_round(double step, double max);

/* d3-scale's tickFormat(span[0], span[1], count, specifier), specifier NULL being ",f": the spec
 * with the precision that the step needs, unless one is given; *prefix is true if the labels share
 * the SI prefix of `*reference`. */
bool jutu_format_ticks(const double span[2], double count, const char *specifier,
                       JutuFormatSpec *out, bool *prefix, double *reference, GError **error);
