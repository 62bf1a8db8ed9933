/* Vega-Lite's DateTime objects and time units, as text of the expression language. */
#pragma once
#include "expr/expr.h"

/* Whether an object is a DateTime: it has a member such as "year". */
bool jutu_date_time_is(const json_t *value);

/* Appends datetime(…) or utc(…) for a DateTime. @return false with error set if a part is wrong */
bool jutu_date_time_write(const json_t *value, GString *out, const char *pointer,
                          JutuContext *context, GError **error);

/* The same for one part alone, such as {"month": value}. */
bool jutu_date_time_write_part(const char *part, const json_t *value, GString *out,
                               const char *pointer, JutuContext *context, GError **error);

/* Appends datetime(year(FIELD), …): FIELD cut off at units, JutuTimeUnit's bits. */
void jutu_date_time_write_floor(unsigned units, const char *field, GString *out);
