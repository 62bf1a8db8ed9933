/* flatten: arrays in cells become rows. */

#include "base/json.h"
#include "transform/args.h"

/* An array field and where its items go. */
typedef struct {
    const JutuValue *cells;
    const char *as;
    JutuValue *out;
} Flat;

static const char *name_of(const json_t *def, const char *const *fields, size_t i)
{
    const char *as = json_string_value(json_array_get(json_object_get(def, "as"), i));
    return as ? as : fields[i];
}

/* How many rows one becomes: as many as its longest array has items. @return false if a cell has no
 * length at all */
static bool count_rows(const Flat *flats, size_t n, size_t row, size_t *times)
{
    *times = 0;
    for (size_t f = 0; f < n; f++) {
        JutuValue cell = flats[f].cells[row];
        if (jutu_is_nullish(cell))
            return false;
        if (cell.type != JUTU_ARRAY) /* a number has no length, and NaN rows are none */
            return *times = 0, true;
        if (cell.length > *times)
            *times = cell.length;
    }
    return true;
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    size_t n;
    const char *const *fields = jutu_arg_strings(def, "flatten", &n, arena);
    Flat *flats = jutu_new(arena, Flat, n + 1);
    for (size_t f = 0; f < n; f++)
        flats[f] = (Flat){ jutu_cells(in, fields[f], arena), name_of(def, fields, f), NULL };
    g_autofree size_t *times = g_new(size_t, in->n_rows + 1);
    for (size_t row = 0; row < in->n_rows; row++)
        if (!count_rows(flats, n, row, &times[row]))
            return jutu_arg_error(scope, "flatten", error,
                                  "row %zu has null where an array should be; filter it out or "
                                  "calculate [] for it",
                                  row);
    const JutuTable *out = jutu_table_repeat(in, times, n, scope, error);
    if (!out)
        return NULL;
    JutuColumn *columns = jutu_new(arena, JutuColumn, n + 1);
    for (size_t f = 0; f < n; f++) {
        JutuValue *cells = jutu_new(arena, JutuValue, out->n_rows + 1);
        for (size_t row = 0, at = 0; row < in->n_rows; row++) {
            JutuValue array = flats[f].cells[row];
            for (size_t i = 0; i < times[row]; i++, at++)
                cells[at] = i < array.length && !jutu_is_nullish(array.items[i]) ? array.items[i]
                                                                                 : jutu_null();
        }
        columns[f] = (JutuColumn){ flats[f].as, cells };
    }
    return jutu_table_with(out, columns, n, arena);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    size_t n;
    const char *const *fields = jutu_arg_strings(def, "flatten", &n, arena);
    const char **names = jutu_new(arena, const char *, n + 1);
    for (size_t f = 0; f < n; f++)
        names[f] = name_of(def, fields, f);
    return names;
}

const JutuTransform jutu_transform_flatten = {
    .name = "flatten",
    .doc = "Arrays in cells become rows.",
    .reads = "flatten",
    .run = run,
    .produces = produces,
    .type = "derived",
};
