/* density: a smooth curve of how often numbers occur, by a Gaussian kernel. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/limits.h"
#include "base/stats.h"
#include "base/written.h"
#include "transform/args.h"
#include "transform/bin.h"
#include "transform/curve.h"
#include "transform/groups.h"
#include "transform/sort.h"

/* Numbers with a normal distribution about each of them. */
typedef struct {
    const double *numbers;
    size_t n;
    double bandwidth;
} Kernels;

typedef struct {
    const char *field;
    bool counts, shared;
    JutuCurve curve;
    double bandwidth;
    bool has_extent;
    double extent[2], steps[2];
} Density;

static double density_at(const void *self, double x)
{
    const Kernels *kernels = self;
    const double root = sqrt(2 * G_PI);
    double sum = 0;
    for (size_t i = 0; i < kernels->n; i++) {
        double z = (x - kernels->numbers[i]) / kernels->bandwidth;
        sum += exp(-0.5 * z * z) / root;
    }
    return sum / kernels->bandwidth / (double)kernels->n;
}

static double cumulative_at(const void *self, double x)
{
    const Kernels *kernels = self;
    double sum = 0;
    for (size_t i = 0; i < kernels->n; i++)
        sum += jutu_normal_share((x - kernels->numbers[i]) / kernels->bandwidth);
    return sum / (double)kernels->n;
}

/* Scott's rule, with the quartiles' distance where that is less than the deviation. */
static double estimate_bandwidth(const JutuValue *cells, const double *numbers, size_t n)
{
    g_autofree double *given = g_new(double, n + 1);
    g_autofree double *sorted = g_new(double, n + 1);
    size_t n_given = 0, n_sorted = 0;
    for (size_t i = 0; i < n; i++) {
        if (jutu_is_nullish(cells[i]) || isnan(numbers[i]))
            continue;
        given[n_given++] = numbers[i];
        if (cells[i].type != JUTU_STRING || cells[i].length > 0) /* "" is 0 to the deviation only */
            sorted[n_sorted++] = numbers[i];
    }
    jutu_sort_numbers(sorted, n_sorted);
    double q1 = jutu_quantile_sorted(sorted, n_sorted, 0.25);
    double q3 = jutu_quantile_sorted(sorted, n_sorted, 0.75);
    double deviation = jutu_deviation(given, n_given), half = (q3 - q1) / 1.34;
    double width = isnan(deviation) || isnan(half) ? NAN : fmin(deviation, half);
    if (!(width > 0))
        width = deviation;
    if (!(width > 0))
        width = fabs(q1);
    if (!(width > 0))
        width = 1;
    return 1.06 * width * pow((double)n, -0.2);
}

static bool read_def(const json_t *def, Density *out, const JutuTransformScope *scope,
                     GError **error)
{
    double steps = jutu_json_number(def, "steps", 0);
    double min_steps = jutu_json_number(def, "minsteps", 0);
    double max_steps = jutu_json_number(def, "maxsteps", 0);
    out->field = jutu_arg_field(def, "density", scope, error);
    out->counts = jutu_json_bool(def, "counts", false);
    out->curve = jutu_json_bool(def, "cumulative", false) ? cumulative_at : density_at;
    out->bandwidth = jutu_json_number(def, "bandwidth", 0);
    out->shared = strcmp(jutu_json_string(def, "resolve", "shared"), "shared") == 0;
    out->has_extent = jutu_arg_pair(def, "extent", out->extent);
    out->steps[0] = steps != 0 ? steps : min_steps != 0 ? min_steps : 25;
    out->steps[1] = steps != 0 ? steps : max_steps != 0 ? max_steps : 200;
    if (out->shared)
        out->steps[0] = out->steps[1];
    if (fmax(out->steps[0], out->steps[1]) > JUTU_MOST_STEPS) {
        jutu_arg_error(scope, "steps", error, "more than a million steps; choose fewer");
        return false;
    }
    return out->field != NULL;
}

static void add_group(const Density *density, const JutuValue *cells, const uint32_t *rows,
                      size_t n, size_t group, JutuPoints *out)
{
    g_autofree double *numbers = g_new(double, n + 1);
    g_autofree JutuValue *own = g_new(JutuValue, n + 1);
    size_t n_rows = n;
    n = 0;
    for (size_t i = 0; i < n_rows; i++) {
        JutuValue cell = cells[rows[i]];
        if (jutu_is_gap(cell))
            continue;
        own[n] = cell;
        numbers[n++] = jutu_to_number(cell);
    }
    Kernels kernels = { numbers, n, density->bandwidth };
    if (kernels.bandwidth == 0)
        kernels.bandwidth = estimate_bandwidth(own, numbers, n);
    double extent[2] = { density->extent[0], density->extent[1] };
    if (!density->has_extent)
        jutu_field_extent(own, n, extent);
    if (!isnan(extent[0]))
        jutu_sample_curve(density->curve, &kernels, extent, density->steps,
                          density->counts ? (double)n : 1, group, out);
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    Density density = { 0 };
    if (!read_def(def, &density, scope, error))
        return NULL;
    size_t n_groupby;
    const char *const *groupby = jutu_arg_strings(def, "groupby", &n_groupby, arena);
    const JutuValue *cells = jutu_cells(in, density.field, arena);
    if (density.shared && !density.has_extent) {
        jutu_field_extent(cells, in->n_rows, density.extent);
        density.has_extent = true;
    }
    JutuGroups groups = jutu_groups(in, groupby, n_groupby, JUTU_KEYS_COMMA, arena);
    JutuGroupRows listed = jutu_group_rows(&groups, arena);
    JutuPoints points = { 0 };
    size_t steps = (size_t)fmax(0, fmax(density.steps[0], density.steps[1]));
    if (!jutu_transform_room(scope, groups.n * steps, n_groupby + 2, error))
        return NULL;
    for (size_t g = 0; g < groups.n; g++)
        add_group(&density, cells, listed.rows + listed.start[g],
                  listed.start[g + 1] - listed.start[g], g, &points);
    const char *as[2];
    jutu_arg_names(def, "value", "density", as);
    return jutu_points_take(&points, &groups, groupby, n_groupby, as, in, arena);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    return jutu_as_names(def, "value", "density", arena);
}

const JutuTransform jutu_transform_density = {
    .name = "density",
    .doc = "A smooth curve of how often numbers occur.",
    .reads = "density groupby",
    .run = run,
    .produces = produces,
    .type = "derived",
};
