/* Vega-Lite's date times, {"year": 2020, "month": "jan"}, and other JSON that stands for a time. */
#pragma once
#include <jansson.h>
#include <stdbool.h>

#include "base/context.h"
#include "base/value.h"

/* Whether it is an object with a part of a date. */
bool jutu_is_date_time(const json_t *json);

/* Its moment in ms: what is missing comes from 2012-01-01; months and quarters count from 1, names
 * of months and days are read. NaN where a part makes no sense. Local time is the context's. */
double jutu_date_time(const json_t *json, const JutuContext *context);

/*
 * A JSON value that stands for one of a field (vega-lite's valueExpr): a date time is a date; where
 * the field is temporal or has a time unit, texts and numbers are dates as well; a number or name
 * of a single local unit, such as 3 or "march" of "month", is that unit's.
 * @param units  JutuTimeUnit bits of the field; 0: none. utc: of the unit
 */
JutuValue jutu_time_value(const json_t *json, bool temporal, unsigned units, JutuContext *context);
