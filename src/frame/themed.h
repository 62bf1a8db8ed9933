/* Domains under a theme that decides. */
#pragma once
#include "frame/frame.h"

/* The extent of the positive numbers of a logarithmic scale's column; those that are none are
 * warned of, by their rows. @return false: the rule doesn't act, or there are no positive numbers
 */
bool jutu_positive_extent(const JutuFrame *frame, const JutuScalePlan *planned,
                          const JutuDomainSource *source, double out[2]);

/* Orders the values of a discrete domain: where no sort is given by their own order, what is left
 * over behind those that are sorted by a value. @param sort  as they are sorted; NULL: not */
void jutu_order_values(const JutuFrame *frame, const JutuScalePlan *planned, const json_t *sort,
                       JutuValue *values, size_t n);

/* Warns that the sorts of a domain's sources can't all be followed. @return false: the theme leaves
 * that alone */
bool jutu_sorts_conflict(const JutuFrame *frame, const JutuScalePlan *planned);

/* Widens the extent of a scale of time by what its first and last bar need. */
void jutu_widen_for_bars(const JutuFrame *frame, const JutuScalePlan *planned,
                         const JutuDomainSource *source, double extent[2]);

/* Whether an axis whose values are all 0 goes to 1, so that 0 is at its end. */
bool jutu_widens_zeros(const JutuFrame *frame, const JutuScalePlan *planned);
