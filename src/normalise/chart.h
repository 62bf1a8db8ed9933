/*
 * The chart: the spec as written and as normalised, its configs, and what its
 * stages share.
 */
#pragma once
#include "base/context.h"
#include "base/error.h"
#include "expr/expr.h"

typedef struct JutuChart {
    JutuContext *context;
    JutuArena *arena;          /* context's */
    const json_t *source;      /* the spec as written */
    const json_t *spec;        /* normalised */
    const json_t *config;      /* Vega-Lite's config: defaults, theme and user merged */
    const json_t *vega_config; /* what Vega itself falls back to, with the same merged over it */
} JutuChart;

/* A member of config: jutu_config(chart, "axis", "labelAngle", NULL). Borrowed; NULL. */
const json_t *jutu_config(const JutuChart *chart, ...) __attribute__((sentinel));

/* A JSON value with {"expr"} or {"signal"} evaluated without datum; undefined if json is NULL. */
JutuValue jutu_chart_value(const JutuChart *chart, const JutuScope *scope, const json_t *json);

/* An error at a node of the spec. */
void jutu_chart_error(const JutuChart *chart, const json_t *node, JutuError code, GError **error,
                      const char *format, ...) __attribute__((format(printf, 5, 6)));
void jutu_chart_warn(const JutuChart *chart, JutuRule rule, const json_t *node, const char *format,
                     ...) __attribute__((format(printf, 4, 5)));
/* Records that a default of the theme acted at a node of the spec. */
void jutu_chart_why(const JutuChart *chart, JutuRule rule, const json_t *node, const char *format,
                    ...) __attribute__((format(printf, 4, 5)));
