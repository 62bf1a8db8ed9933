/* Dates on axes under a theme: which, and how they are written. */
#pragma once
#include "guide/axis.h"
#include "scale/ticks.h"

/* How a row of dates is written. */
typedef struct {
    const char *full;  /* the first one, and where what they have in common changes */
    const char *brief; /* the others */
    const char *key;   /* what they have in common, "%Y"; NULL: nothing */
    const JutuZone *zone;
    const JutuTimeLocale *locale;
} JutuDateStyle;

/* Whether the labels of an axis are dates that the theme writes. */
bool jutu_dates_act(const JutuAxisPlan *planned, const JutuScale *scale, const JutuChannelDef *def,
                    const JutuContext *context);

JutuDateStyle jutu_date_style(const JutuScale *scale, const JutuChannelDef *def,
                              const JutuValue *values, size_t n, const JutuContext *context);

/* @param before  the date before it in the row; NaN: none */
const char *jutu_date_label(const JutuDateStyle *style, double ms, double before, JutuArena *arena);

/* Of dates in bands that stand side by side every how many have labels. */
size_t jutu_date_step(const JutuDateStyle *style, const JutuScale *scale, const JutuValue *values,
                      size_t n, double font_size);

/* About `count` ticks of a scale of time, no finer than its data, and so few that their labels
 * stand side by side. */
const JutuValue *jutu_date_ticks(const JutuAxisPlan *planned, const JutuFrame *frame,
                                 const JutuScale *scale, JutuTickCount count, double font_size,
                                 size_t *n);
