/* Bars over time without a time unit, under a theme: as wide as the steps of the data. */
#pragma once
#include "frame/frame.h"

/* Whether a unit's bars stand along a channel of time, and nobody says how wide they are. */
bool jutu_bars_in_time(const JutuView *unit, JutuChannel channel);

/* The least time between two dates of a column, ms; NaN: there is one date or none. */
double jutu_time_step(const JutuTable *table, const char *column, JutuArena *arena);
