/* `invalid`: rows that are null, NaN or infinite in a continuous channel. */
#pragma once
#include "plan/plan.h"

typedef enum {
    JUTU_INVALID_FILTER,
    JUTU_INVALID_BREAK_FILTER_DOMAINS,
    JUTU_INVALID_BREAK_SHOW_DOMAINS,
    JUTU_INVALID_SHOW,
    JUTU_ALWAYS_VALID, /* of a channel: its scale takes any value */
} JutuInvalid;

/* The mode for one channel (getScaleInvalidDataMode): discrete scales are always valid, and
 * config.scale.invalid gives invalid values an output to show. */
JutuInvalid jutu_invalid_of_channel(const JutuPlan *plan, const JutuView *unit,
                                    JutuChannel channel);

/* Whether marks and domains are made without the invalid rows. */
bool jutu_invalid_marks_exclude(const JutuView *unit);
bool jutu_invalid_domains_exclude(const JutuView *unit);

/* Which of the unit's tables a domain is read from (getScaleDataSourceForHandlingInvalidValues). */
JutuDataKind jutu_invalid_domain_data(const JutuView *unit);

/* Whether an invalid value breaks the path. */
bool jutu_invalid_breaks(JutuInvalid mode);
