/* sample: some rows, each as likely as any other. */
#include "base/json.h"
#include "transform/args.h"

/* Reservoir sampling; a later row takes the place of the one that it ousts. */
static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    const json_t *size = json_object_get(def, "sample");
    if (!json_is_number(size))
        return jutu_arg_error(scope, "sample", error, "\"sample\" must be a number of rows");
    double wanted = json_number_value(size);
    g_autofree size_t *rows = g_new(size_t, in->n_rows + 1);
    size_t n = 0;
    for (size_t row = 0; row < in->n_rows; row++) {
        if ((double)n < wanted) {
            rows[n++] = row;
            continue;
        }
        size_t at = (size_t)((double)(row + 1) * jutu_random(scope->context));
        if (at < n)
            rows[at] = row;
    }
    return n == in->n_rows ? in : jutu_table_gather(in, rows, n, scope->context->arena);
}

const JutuTransform jutu_transform_sample = {
    .name = "sample",
    .doc = "Some rows, each as likely as any other.",
    .run = run,
};
