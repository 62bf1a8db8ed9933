/* regression: the curve of a given form that fits points best. */
#include <math.h>

#include "base/json.h"
#include "transform/args.h"
#include "transform/curve.h"
#include "transform/samples.h"

typedef struct {
    const JutuFitMethod *method;
    size_t order;
    double freedom;
    bool has_extent;
    double extent[2];
} Regression;

static bool read_def(const json_t *def, Regression *out, const JutuTransformScope *scope,
                     GError **error)
{
    const char *name = jutu_json_string(def, "method", "linear");
    double order = jutu_json_number(def, "order", 3);
    out->method = jutu_fit_find(name);
    static const char *const names[] = { "linear", "log", "exp", "pow", "quad", "poly", NULL };
    if (!out->method)
        jutu_arg_unknown(scope, "method", "method", name, names, error);
    else if (!(order >= 0 && order <= JUTU_MAX_ORDER))
        jutu_arg_error(scope, "order", error, "\"order\" must be from 0 to %d", JUTU_MAX_ORDER);
    else {
        out->order = (size_t)order;
        out->freedom = out->method->by_order ? order : out->method->freedom;
        out->has_extent = jutu_arg_pair(def, "extent", out->extent);
        if (out->has_extent && out->method->above_zero && out->extent[0] <= 0) {
            jutu_warn(scope->context, JUTU_RULE_no_effect, scope->pointer,
                      "the extent is ignored, as logarithms need numbers above 0");
            out->has_extent = false;
        }
        return true;
    }
    return false;
}

/* Vega looks at all rows here, also at those that lack a y. */
static void extent_of(const JutuSeries *series, size_t group, double out[2])
{
    const uint32_t *rows = series->listed.rows + series->listed.start[group];
    out[0] = out[1] = NAN;
    for (size_t i = 0; i < jutu_series_size(series, group); i++) {
        JutuValue cell = series->x[rows[i]];
        double x = jutu_is_nullish(cell) ? NAN : jutu_to_number(cell);
        if (isnan(x))
            continue;
        out[0] = out[0] <= x ? out[0] : x;
        out[1] = out[1] >= x ? out[1] : x;
    }
}

static void add_curve(const Regression *regression, const JutuFit *fit, const JutuSeries *series,
                      size_t group, JutuPoints *out)
{
    const double steps[2] = { 25, 200 };
    double extent[2] = { regression->extent[0], regression->extent[1] };
    if (!regression->has_extent)
        extent_of(series, group, extent);
    if (!regression->method->straight) {
        jutu_sample_curve(fit->predict, fit, extent, steps, 1, group, out);
        return;
    }
    for (size_t end = 0; end < 2; end++)
        jutu_points_add(out, group, extent[end], fit->predict(fit, extent[end]));
}

/* The group's values as an array: what Vega calls keys. */
static JutuValue keys_of(const JutuSeries *series, const JutuTable *in, size_t group,
                         JutuArena *arena)
{
    if (!series->grouped)
        return jutu_undefined();
    JutuValue *items = jutu_new(arena, JutuValue, series->n_groupby + 1);
    for (size_t f = 0; f < series->n_groupby; f++)
        items[f] = jutu_cells(in, series->groupby[f], arena)[series->groups.first[group]];
    return jutu_array(items, series->n_groupby);
}

typedef struct {
    JutuValue *keys, *coef, *r_squared;
    size_t n;
} Params;

static void add_params(Params *out, const JutuFit *fit, JutuValue keys, JutuArena *arena)
{
    JutuValue *coef = jutu_new(arena, JutuValue, fit->n_coef);
    for (size_t i = 0; i < fit->n_coef; i++)
        coef[i] = jutu_number(fit->coef[i]);
    out->keys[out->n] = keys;
    out->coef[out->n] = jutu_array(coef, fit->n_coef);
    out->r_squared[out->n++] = jutu_number(fit->r_squared);
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    Regression regression = { 0 };
    JutuSeries series;
    if (!read_def(def, &regression, scope, error) ||
        !jutu_series_read(def, "regression", in, scope, &series, error))
        return NULL;
    bool by_params = jutu_json_bool(def, "params", false);
    size_t n = series.groups.n;
    if (!jutu_transform_room(scope, n, 200 * (series.n_groupby + 2), error))
        return NULL;
    JutuPoints points = { 0 };
    Params params = { jutu_new(arena, JutuValue, n + 1), jutu_new(arena, JutuValue, n + 1),
                      jutu_new(arena, JutuValue, n + 1), 0 };
    for (size_t g = 0; g < n; g++) {
        if ((double)jutu_series_size(&series, g) <= regression.freedom) {
            jutu_warn(scope->context, JUTU_RULE_no_effect, scope->pointer,
                      "a group with fewer points than the curve has parameters is left out");
            continue;
        }
        JutuSamples samples = jutu_samples_new(&series, g);
        JutuFit fit;
        jutu_fit(regression.method, &samples, regression.order, &fit);
        if (by_params)
            add_params(&params, &fit, keys_of(&series, in, g, arena), arena);
        else
            add_curve(&regression, &fit, &series, g, &points);
        jutu_samples_free(&samples);
    }
    JutuColumn columns[] = { { "keys", params.keys },
                             { "coef", params.coef },
                             { "rSquared", params.r_squared } };
    if (by_params)
        return jutu_table_of(columns, G_N_ELEMENTS(columns), params.n, arena);
    const char *as[2];
    jutu_arg_names(def, jutu_json_string(def, "on", ""), jutu_json_string(def, "regression", ""),
                   as);
    return jutu_points_take(&points, &series.groups, series.groupby, series.n_groupby, as, in,
                            arena);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    return jutu_as_names(def, jutu_json_string(def, "on", NULL),
                         jutu_json_string(def, "regression", NULL), arena);
}

const JutuTransform jutu_transform_regression = {
    .name = "regression",
    .doc = "The curve of a given form that fits points best.",
    .reads = "regression on groupby",
    .run = run,
    .produces = produces,
    .type = "derived",
};
