/* Domains under a theme that decides. */
#pragma once
#include "frame/frame.h"

/* The extent of the positive numbers of a logarithmic scale's column; those that are none are
 * warned of, by their rows. @return false: the rule doesn't act, or there are no positive numbers
 */
bool jutu_positive_extent(const JutuFrame *frame, const JutuScalePlan *planned,
                          const JutuDomainSource *source, double out[2]);

/* Whether an axis whose values are all 0 goes to 1, so that 0 is at its end. */
bool jutu_widens_zeros(const JutuFrame *frame, const JutuScalePlan *planned);
