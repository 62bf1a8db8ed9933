/* Points of curves by group: what density, quantile, regression and loess give. */
#pragma once
#include "transform/groups.h"

typedef struct {
    double *xy; /* pairs */
    uint32_t *groups;
    size_t n, room;
    bool no_nan; /* a y of NaN is undefined */
} JutuPoints;

/* Adds a point to a group's curve. */
void jutu_points_add(JutuPoints *points, size_t group, double x, double y);

/* The points as a table of the groupby fields and two more; frees them. */
const JutuTable *jutu_points_take(JutuPoints *points, const JutuGroups *groups,
                                  const char *const *groupby, size_t n_groupby,
                                  const char *const as[2], const JutuTable *in, JutuArena *arena);

typedef double (*JutuCurve)(const void *self, double x);

/*
 * Vega's sampleCurve: at least `min_steps` even steps over the extent, and more
 * of them, down to `max_steps`, where the curve bends by over half a degree.
 * Equal steps don't adapt. y is multiplied by `scale` in what is added.
 */
void jutu_sample_curve(JutuCurve curve, const void *self, const double extent[2],
                       const double steps[2], double scale, size_t group, JutuPoints *out);
