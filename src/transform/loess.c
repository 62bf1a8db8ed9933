/* loess: a smooth line through points, by local regression. */
#include "base/json.h"
#include "transform/args.h"
#include "transform/curve.h"
#include "transform/samples.h"

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuSeries series;
    if (!jutu_series_read(def, "loess", in, scope, &series, error))
        return NULL;
    double bandwidth = jutu_json_number(def, "bandwidth", 0);
    JutuPoints points = { 0 };
    for (size_t g = 0; g < series.groups.n; g++) {
        JutuSamples samples = jutu_samples_new(&series, g);
        jutu_samples_sort(&samples);
        g_autofree double *fitted = g_new(double, samples.n * 2 + 1);
        size_t n = jutu_loess(&samples, bandwidth != 0 ? bandwidth : 0.3, fitted);
        for (size_t i = 0; i < n; i++)
            jutu_points_add(&points, g, fitted[i * 2], fitted[i * 2 + 1]);
        jutu_samples_free(&samples);
    }
    const char *as[2];
    jutu_arg_names(def, jutu_json_string(def, "on", ""), jutu_json_string(def, "loess", ""), as);
    return jutu_points_take(&points, &series.groups, series.groupby, series.n_groupby, as, in,
                            scope->context->arena);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    return jutu_as_names(def, jutu_json_string(def, "on", NULL),
                         jutu_json_string(def, "loess", NULL), arena);
}

const JutuTransform jutu_transform_loess = {
    .name = "loess",
    .doc = "A smooth line through points, by local regression.",
    .reads = "loess on groupby",
    .run = run,
    .produces = produces,
    .type = "derived",
};
