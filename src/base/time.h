/* Dates, d3-time's intervals, d3-time-format, and Vega's time units. */
#pragma once
#include "base/date.h"
#include "base/interval.h"
#include "base/time_format.h"
#include "base/time_unit.h"
