#include "transform/samples.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "base/json.h"
#include "transform/args.h"

typedef struct {
    double x, y;
    size_t at;
} Sample;

bool jutu_series_read(const json_t *def, const char *member, const JutuTable *in,
                      const JutuTransformScope *scope, JutuSeries *out, GError **error)
{
    JutuArena *arena = scope->context->arena;
    const char *y = jutu_arg_field(def, member, scope, error);
    const char *x = y ? jutu_arg_field(def, "on", scope, error) : NULL;
    if (!x)
        return false;
    out->x = jutu_cells(in, x, arena);
    out->y = jutu_cells(in, y, arena);
    out->grouped = jutu_json_has(def, "groupby");
    out->groupby = jutu_arg_strings(def, "groupby", &out->n_groupby, arena);
    out->groups = jutu_groups(in, out->groupby, out->n_groupby, JUTU_KEYS_COMMA, arena);
    out->listed = jutu_group_rows(&out->groups, arena);
    return true;
}

JutuSamples jutu_samples_new(const JutuSeries *series, size_t group)
{
    const uint32_t *rows = series->listed.rows + series->listed.start[group];
    size_t n = jutu_series_size(series, group);
    JutuSamples samples = { g_new(double, n + 1), g_new(double, n + 1), 0 };
    for (size_t i = 0; i < n; i++) {
        JutuValue u = series->x[rows[i]], v = series->y[rows[i]];
        double x = jutu_is_nullish(u) ? NAN : jutu_to_number(u);
        double y = jutu_is_nullish(v) ? NAN : jutu_to_number(v);
        if (isnan(x) || isnan(y))
            continue;
        samples.x[samples.n] = x;
        samples.y[samples.n++] = y;
    }
    return samples;
}

static int by_x(const void *a, const void *b)
{
    const Sample *p = a, *q = b;
    if (p->x != q->x)
        return p->x < q->x ? -1 : 1;
    return (p->at > q->at) - (p->at < q->at);
}

void jutu_samples_sort(JutuSamples *samples)
{
    g_autofree Sample *sorted = g_new(Sample, samples->n + 1);
    for (size_t i = 0; i < samples->n; i++)
        sorted[i] = (Sample){ samples->x[i], samples->y[i], i };
    qsort(sorted, samples->n, sizeof(Sample), by_x);
    for (size_t i = 0; i < samples->n; i++) {
        samples->x[i] = sorted[i].x;
        samples->y[i] = sorted[i].y;
    }
}

void jutu_samples_free(JutuSamples *samples)
{
    g_free(samples->x);
    g_free(samples->y);
}
