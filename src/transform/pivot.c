/* pivot: the values of a field become columns. */
#include <math.h>
#include <stdlib.h>

#include "base/json.h"
#include "transform/aggregate.h"
#include "transform/args.h"

/* The columns to come: distinct values of the pivot field, sorted, and which one each row is in. */
typedef struct {
    JutuValue *values;
    size_t n;
    uint32_t *part; /* of each row; n if in none */
} Keys;

typedef struct {
    JutuValue value;
    uint32_t number;
} Numbered;

static int by_value(const void *a, const void *b)
{
    const Numbered *x = a, *y = b;
    bool no_x = x->value.type == JUTU_UNDEFINED, no_y = y->value.type == JUTU_UNDEFINED;
    /* JavaScript sorts undefined to the end, whatever the comparison says */
    int sign = no_x || no_y ? no_x - no_y : jutu_compare(x->value, y->value);
    return sign ? sign : (x->number > y->number) - (x->number < y->number);
}

static Keys keys_of(const JutuValue *cells, size_t n_rows, double limit, JutuArena *arena)
{
    Keys keys = { .part = jutu_new(arena, uint32_t, n_rows + 1) };
    size_t n = jutu_number_cells(cells, n_rows, JUTU_KEYS_PIPE, keys.part, arena);
    g_autofree Numbered *sorted = g_new0(Numbered, n + 1);
    for (size_t row = n_rows; row-- > 0;)
        sorted[keys.part[row]] = (Numbered){ cells[row], keys.part[row] };
    qsort(sorted, n, sizeof(Numbered), by_value);
    keys.n = limit >= 1 && limit < (double)n ? (size_t)limit : n;
    keys.values = jutu_new(arena, JutuValue, keys.n + 1);
    g_autofree uint32_t *place = g_new(uint32_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        place[sorted[i].number] = (uint32_t)MIN(i, keys.n);
        if (i < keys.n)
            keys.values[i] = sorted[i].value;
    }
    for (size_t row = 0; row < n_rows; row++) {
        uint32_t at = place[keys.part[row]];
        /* "1" has the text of 1 but isn't the same */
        bool same = at < keys.n && jutu_equal_strict(cells[row], keys.values[at]);
        keys.part[row] = same ? at : (uint32_t)keys.n;
    }
    return keys;
}

/* A column for each key, of one cell for each group. */
static JutuColumn *measure(const JutuAggregate *op, const Keys *keys, const JutuValue *cells,
                           const JutuGroups *groups, const JutuTable *in, JutuContext *context)
{
    JutuArena *arena = context->arena;
    JutuTotals *totals = jutu_new(arena, JutuTotals, groups->n * keys->n + 1);
    JutuColumn *columns = jutu_new(arena, JutuColumn, keys->n + 1);
    JutuMeasureCells *measured = jutu_new(arena, JutuMeasureCells, keys->n + 1);
    for (size_t i = 0; i < groups->n * keys->n; i++)
        jutu_totals_init(&totals[i], NAN);
    for (size_t row = 0; row < in->n_rows; row++)
        if (keys->part[row] < keys->n)
            jutu_totals_add(&totals[groups->of[row] * keys->n + keys->part[row]], op->keeps,
                            cells[row]);
    for (size_t k = 0; k < keys->n; k++) {
        measured[k] = (JutuMeasureCells){ cells, keys->part, (uint32_t)k };
        const char *name = jutu_to_text(keys->values[k], arena);
        const char *op_name = op->counts ? "__count__" : op->name; /* what Vega calls it here */
        columns[k] = (JutuColumn){ .name = *name ? name : op_name,
                                   .cells = jutu_new(arena, JutuValue, groups->n + 1) };
    }
    JutuGroupRows listed = jutu_group_rows(groups, arena);
    for (size_t g = 0; g < groups->n; g++) {
        JutuRowStore store = { .context = context, .table = in };
        jutu_store_move(&store, listed.rows + listed.start[g],
                        listed.start[g + 1] - listed.start[g]);
        for (size_t k = 0; k < keys->n; k++)
            ((JutuValue *)columns[k].cells)[g] = op->value(&totals[g * keys->n + k], &measured[k],
                                                           &store);
    }
    return columns;
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    const char *field = jutu_arg_field(def, "pivot", scope, error);
    const char *value = field ? jutu_arg_field(def, "value", scope, error) : NULL;
    const char *name = jutu_json_string(def, "op", "sum");
    const JutuAggregate *op = jutu_aggregate_find(name);
    if (!value)
        return NULL;
    if (!op)
        return jutu_arg_unknown(scope, "op", "aggregate operation", name,
                                jutu_aggregate_names(arena), error);
    size_t n;
    const char *const *groupby = jutu_arg_strings(def, "groupby", &n, arena);
    JutuGroups groups = jutu_groups(in, groupby, n, JUTU_KEYS_PIPE, arena);
    Keys keys = keys_of(jutu_cells(in, field, arena), in->n_rows, jutu_json_number(def, "limit", 0),
                        arena);
    const size_t totals = sizeof(JutuTotals);
    const size_t room = 1 + totals / sizeof(JutuValue); /* of a cell and its totals */
    if (!jutu_transform_room(scope, groups.n, keys.n * room, error))
        return NULL;
    const JutuColumn *measures = measure(op, &keys, jutu_cells(in, value, arena), &groups, in,
                                         scope->context);
    JutuColumn *columns = jutu_new(arena, JutuColumn, n + keys.n + 1);
    for (size_t f = 0; f < n; f++)
        columns[f] = (JutuColumn){ .name = jutu_path_name(groupby[f], arena),
                                   .cells = jutu_group_values(
                                       &groups, jutu_cells(in, groupby[f], arena), arena) };
    for (size_t k = 0; k < keys.n; k++)
        columns[n + k] = measures[k];
    return jutu_table_of(columns, n + keys.n, groups.n, arena);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    (void)def, (void)arena;
    return NULL; /* the columns are known only when the data are */
}

const JutuTransform jutu_transform_pivot = {
    .name = "pivot",
    .doc = "The values of a field become columns.",
    .reads = "pivot value groupby",
    .run = run,
    .produces = produces,
    .type = "derived",
};
