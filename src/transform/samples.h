/* x and y of the rows of a group, for regression and loess. */
#pragma once
#include "transform/fit.h"
#include "transform/groups.h"
#include "transform/transform.h"

typedef struct {
    const JutuValue *x, *y;
    const char *const *groupby;
    size_t n_groupby;
    bool grouped; /* by no field at all, perhaps */
    JutuGroups groups;
    JutuGroupRows listed;
} JutuSeries;

/* Reads `on`, the field named by `member`, and `groupby`. @return false with error set */
bool jutu_series_read(const json_t *def, const char *member, const JutuTable *in,
                      const JutuTransformScope *scope, JutuSeries *out, GError **error);

static inline size_t jutu_series_size(const JutuSeries *series, size_t group)
{
    return series->listed.start[group + 1] - series->listed.start[group];
}

/* Rows whose x and y are numbers; free with jutu_samples_free(). */
JutuSamples jutu_samples_new(const JutuSeries *series, size_t group);
void jutu_samples_sort(JutuSamples *samples); /* by x; equal ones stay in order */
void jutu_samples_free(JutuSamples *samples);
