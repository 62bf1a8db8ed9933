/* quantile: the numbers below which given shares of a field lie. */
#include <math.h>

#include "base/json.h"
#include "base/stats.h"
#include "transform/aggregates.h"
#include "transform/args.h"
#include "transform/curve.h"
#include "transform/groups.h"

enum { MAX_PROBS = 100000 };

static const double *probabilities(const json_t *def, size_t *n, JutuArena *arena)
{
    const json_t *probs = json_object_get(def, "probs");
    double step = jutu_json_number(def, "step", 0);
    step = step > 0 ? step : 0.01;
    double start = step / 2, steps = ceil((1 - 1e-14 - start) / step);
    *n = json_is_array(probs) ? json_array_size(probs)
                              : (size_t)fmax(0, fmin(steps, MAX_PROBS + 1));
    double *out = jutu_new(arena, double, *n + 1);
    for (size_t i = 0; i < *n; i++)
        out[i] = json_is_array(probs) ? json_number_value(json_array_get(probs, i))
                                      : start + (double)i * step;
    return out;
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    const char *field = jutu_arg_field(def, "quantile", scope, error);
    if (!field)
        return NULL;
    size_t n, n_groupby;
    const double *probs = probabilities(def, &n, arena);
    if (n > MAX_PROBS)
        return jutu_arg_error(scope, "step", error, "more than %d steps; choose a wider one",
                              MAX_PROBS);
    const char *const *groupby = jutu_arg_strings(def, "groupby", &n_groupby, arena);
    JutuGroups groups = jutu_groups(in, groupby, n_groupby, JUTU_KEYS_COMMA, arena);
    JutuGroupRows listed = jutu_group_rows(&groups, arena);
    JutuMeasureCells cells = { .cells = jutu_cells(in, field, arena) };
    JutuPoints points = { .no_nan = true };
    /* without groupby there is a group even of no rows */
    size_t n_groups = groups.n > 0 ? groups.n : !jutu_json_has(def, "groupby");
    if (!jutu_transform_room(scope, n_groups * n, n_groupby + 2, error))
        return NULL;
    for (size_t g = 0; g < n_groups; g++) {
        size_t n_numbers;
        g_autofree double *numbers = jutu_sorted_numbers(&cells, listed.rows + listed.start[g],
                                                         listed.start[g + 1] - listed.start[g],
                                                         &n_numbers);
        for (size_t i = 0; i < n; i++)
            jutu_points_add(&points, g, probs[i],
                            jutu_quantile_sorted(numbers, n_numbers, probs[i]));
    }
    const char *as[2];
    jutu_arg_names(def, "prob", "value", as);
    return jutu_points_take(&points, &groups, groupby, n_groupby, as, in, arena);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    return jutu_as_names(def, "prob", "value", arena);
}

const JutuTransform jutu_transform_quantile = {
    .name = "quantile",
    .doc = "The numbers below which given shares of a field lie.",
    .reads = "quantile groupby",
    .run = run,
    .produces = produces,
    .type = "derived",
};
