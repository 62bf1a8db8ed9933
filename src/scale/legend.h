/* The contents of a scale's legend: values, their labels and where they stand on its bar. */
#pragma once
#include "scale/labels.h"

typedef enum {
    JUTU_SHOW_SYMBOLS, /* one row each */
    JUTU_SHOW_RAMP,    /* places on a gradient bar */
    JUTU_SHOW_STEPS,   /* parts of a bar, each in one colour */
} JutuShow;

typedef struct {
    JutuValue value;
    const char *label; /* "" or NULL: none */
    double start, end; /* on the bar, 0 to 1; of a ramp both are the place */
    bool ellipsis;     /* stands for all that the limit has cut off */
} JutuShown;

typedef struct {
    JutuShow show;
    const JutuValue *values; /* explicit; NULL: by the scale and style.count */
    size_t n_values;
    double limit;    /* symbols: at most so many; 0: any number */
    bool skip_zero;  /* symbols: sizes; a first value of size 0 isn't shown */
    double min_step; /* between values; NaN: any */
    JutuLabelStyle style;
} JutuLegendQuery;

/* Vega's LegendEntries. @return *n entries, or NULL with error set */
const JutuShown *jutu_legend_show(const JutuScale *scale, const JutuLegendQuery *query,
                                  JutuArena *arena, size_t *n, GError **error);

/* A colour of a gradient bar, at a place from 0 to 1. */
typedef struct {
    double at;
    JutuColor color;
} JutuColorStop;

/* Vega's gradient(): the colours of a scale at its ends and at about 15 ticks between. */
const JutuColorStop *jutu_legend_stops(const JutuScale *scale, JutuArena *arena, size_t *n);
