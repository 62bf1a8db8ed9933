/* fold: columns become rows of a key and a value. */
#include "transform/args.h"

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    size_t n;
    const char *const *fields = jutu_arg_strings(def, "fold", &n, arena);
    const char *as[2];
    jutu_arg_names(def, "key", "value", as);
    g_autofree size_t *times = g_new(size_t, in->n_rows + 1);
    for (size_t row = 0; row < in->n_rows; row++)
        times[row] = n;
    const JutuTable *out = jutu_table_repeat(in, times, 2, scope, error);
    if (!out)
        return NULL;
    JutuValue *keys = jutu_new(arena, JutuValue, out->n_rows + 1);
    JutuValue *values = jutu_new(arena, JutuValue, out->n_rows + 1);
    for (size_t f = 0; f < n; f++) {
        JutuValue name = jutu_string(jutu_path_name(fields[f], arena));
        const JutuValue *cells = jutu_cells(in, fields[f], arena);
        for (size_t row = 0; row < in->n_rows; row++) {
            keys[row * n + f] = name;
            values[row * n + f] = cells[row];
        }
    }
    JutuColumn columns[] = { { as[0], keys }, { as[1], values } };
    return jutu_table_with(out, columns, 2, arena);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    return jutu_as_names(def, "key", "value", arena);
}

const JutuTransform jutu_transform_fold = {
    .name = "fold",
    .doc = "Columns become rows of a key and a value.",
    .reads = "fold",
    .run = run,
    .produces = produces,
    .type = "derived",
};
