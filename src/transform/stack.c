/* stack: where the pieces of a stacked mark begin and end. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "transform/args.h"
#include "transform/groups.h"
#include "transform/own_order.h"

typedef struct {
    const char *field;          /* a path; NULL: every piece is 1 */
    const char *const *groupby; /* paths; NULL: all rows are one stack */
    size_t n_groupby;
    const JutuSortKey *sort; /* of a stack's pieces; peers in the order of rows */
    size_t n_sort;
    const char *offset; /* "zero", "center", "normalize" */
    const char *as[2];
} StackParams;

/* One stack: its rows in order, and what all stacks come to. */
typedef struct {
    const uint32_t *rows;
    size_t n;
    double sum, max; /* of absolute values: this stack's, and the tallest stack's */
} Pile;

typedef struct {
    const char *name;
    void (*place)(const Pile *pile, const double *sizes, JutuValue *starts, JutuValue *ends);
} Offset;

/* Above 0 upwards, below 0 downwards. */
static void place_zero(const Pile *pile, const double *sizes, JutuValue *starts, JutuValue *ends)
{
    double up = 0, down = 0;
    for (size_t i = 0; i < pile->n; i++) {
        uint32_t row = pile->rows[i];
        double *last = sizes[row] < 0 ? &down : &up;
        starts[row] = jutu_number(*last);
        ends[row] = jutu_number(*last += sizes[row]);
    }
}

static void place_center(const Pile *pile, const double *sizes, JutuValue *starts, JutuValue *ends)
{
    double last = (pile->max - pile->sum) / 2;
    for (size_t i = 0; i < pile->n; i++) {
        uint32_t row = pile->rows[i];
        starts[row] = jutu_number(last);
        ends[row] = jutu_number(last += fabs(sizes[row]));
    }
}

static void place_normalize(const Pile *pile, const double *sizes, JutuValue *starts,
                            JutuValue *ends)
{
    double scale = 1 / pile->sum, last = 0, total = 0;
    for (size_t i = 0; i < pile->n; i++) {
        uint32_t row = pile->rows[i];
        starts[row] = jutu_number(last);
        total += fabs(sizes[row]);
        ends[row] = jutu_number(last = scale * total);
    }
}

static const Offset offsets[] = {
    { "zero", place_zero },
    { "center", place_center },
    { "normalize", place_normalize },
};

static const Offset *find_offset(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(offsets); i++)
        if (!name || strcmp(offsets[i].name, name) == 0)
            return &offsets[i];
    return NULL;
}

static const double *sizes_of(const StackParams *params, const JutuTable *in, JutuArena *arena)
{
    const JutuValue *cells = params->field ? jutu_cells(in, params->field, arena) : NULL;
    double *sizes = jutu_new(arena, double, in->n_rows + 1);
    for (size_t row = 0; row < in->n_rows; row++)
        sizes[row] = cells ? jutu_to_number(cells[row]) : 1;
    return sizes;
}

static const JutuTable *stack_rows(const StackParams *params, const JutuTable *in,
                                   const JutuTransformScope *scope, GError **error)
{
    JutuArena *arena = scope->context->arena;
    const Offset *offset = find_offset(params->offset);
    static const char *const names[] = { "zero", "center", "normalize", NULL };
    if (!offset)
        return jutu_arg_unknown(scope, "offset", "offset", params->offset, names, error);
    JutuOrder order = jutu_order_new(in, params->sort, params->n_sort, arena);
    JutuGroups groups = jutu_groups(in, params->groupby, params->n_groupby, JUTU_KEYS_JSON, arena);
    JutuGroupRows listed = jutu_group_rows(&groups, arena);
    const double *sizes = sizes_of(params, in, arena);
    Pile *piles = jutu_new(arena, Pile, groups.n + 1);
    double max = 0;
    for (size_t g = 0; g < groups.n; g++) {
        uint32_t *rows = listed.rows + listed.start[g];
        piles[g] = (Pile){ .rows = rows, .n = listed.start[g + 1] - listed.start[g] };
        for (size_t i = 0; i < piles[g].n; i++)
            piles[g].sum += fabs(sizes[rows[i]]);
        if (piles[g].sum > max)
            max = piles[g].sum;
        jutu_order_sort(&order, rows, piles[g].n);
    }
    JutuValue *starts = jutu_new(arena, JutuValue, in->n_rows + 1);
    JutuValue *ends = jutu_new(arena, JutuValue, in->n_rows + 1);
    for (size_t g = 0; g < groups.n; g++) {
        piles[g].max = max;
        offset->place(&piles[g], sizes, starts, ends);
    }
    JutuColumn columns[] = { { params->as[0], starts }, { params->as[1], ends } };
    return jutu_table_with(in, columns, 2, arena);
}

/* --- As Vega-Lite has it --- */

static void names_of(const json_t *def, const char *names[2], JutuArena *arena)
{
    const json_t *as = json_object_get(def, "as");
    const char *stem = jutu_json_string(def, "stack", "");
    if (json_is_string(as)) {
        names[0] = json_string_value(as);
        names[1] = jutu_arena_printf(arena, "%s_end", names[0]);
    } else if (json_array_size(as) > 1) {
        jutu_arg_names(def, stem, stem, names);
    } else {
        jutu_arg_names(NULL, jutu_arena_printf(arena, "%s_start", stem),
                       jutu_arena_printf(arena, "%s_end", stem), names);
    }
}

/* Keys that go by a list, or by the own order of their values: what an encoding asks for. */
static const JutuSortKey *keys_of(const json_t *def, size_t *n, const JutuTable *in,
                                  JutuContext *context)
{
    const JutuSortKey *given = jutu_arg_sort(def, n, context->arena);
    JutuSortKey *keys = jutu_copy(context->arena, JutuSortKey, given, *n + 1);
    const json_t *sort = json_object_get(def, "sort");
    for (size_t i = 0; i < *n; i++) {
        const json_t *item = json_array_get(sort, i);
        const json_t *own = json_object_get(item, "own"), *list = json_object_get(item, "list");
        const JutuValue *cells = own || list ? jutu_cells(in, keys[i].field, context->arena) : NULL;
        if (list)
            keys[i].cells = jutu_listed_places(cells, in->n_rows, list, context->arena);
        else if (own)
            keys[i].cells = jutu_own_places(
                cells, in->n_rows, strcmp(json_string_value(own), "numbers") == 0, context, NULL);
    }
    return keys;
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    StackParams params = { .field = jutu_arg_field(def, "stack", scope, error),
                           .offset = jutu_json_string(def, "offset", "zero") };
    if (!params.field)
        return NULL;
    params.groupby = jutu_arg_strings(def, "groupby", &params.n_groupby, arena);
    params.sort = keys_of(def, &params.n_sort, in, scope->context);
    names_of(def, params.as, arena);
    return stack_rows(&params, in, scope, error);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    const char *names[2];
    names_of(def, names, arena);
    return jutu_names(arena, 2, names);
}

const JutuTransform jutu_transform_stack = {
    .name = "stack",
    .doc = "Where the pieces of a stacked mark begin and end.",
    .reads = "stack groupby sort.field",
    .run = run,
    .produces = produces,
    .type = "derived",
    .grouped = true,
};
