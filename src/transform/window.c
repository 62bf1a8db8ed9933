/* window: a frame slides over the rows of each group. */
#include "transform/window.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "transform/aggregate.h"
#include "transform/args.h"
#include "transform/parse.h"

/* An operation bound to the table. */
typedef struct {
    const JutuWindowOp *op;         /* NULL: an aggregate */
    const JutuAggregate *aggregate; /* NULL: a window operation */
    size_t field;                   /* of an aggregate: which FieldTotals */
    const JutuValue *cells;
    double param;
    JutuWindow window;
    JutuValue *out;
} Bound;

/* The aggregates of one field share its accumulators. */
typedef struct {
    const char *name;
    JutuMeasureCells cells;
    unsigned keeps, slides;
    JutuTotals totals;
    JutuSlide *slide; /* of this partition; NULL: not needed */
} FieldTotals;

typedef struct {
    const JutuWindowParams *params;
    Bound *bound;     /* in the order of the list */
    size_t *sequence; /* aggregates in the order of evaluation */
    size_t n_aggregates;
    FieldTotals *fields;
    size_t n_fields;
    const JutuOrder *order; /* NULL: unsorted */
    JutuRowStore store;
} Run;

static size_t field_of(Run *run, const char *name, const JutuTable *in, JutuArena *arena)
{
    for (size_t i = 0; i < run->n_fields; i++)
        if (strcmp(run->fields[i].name, name) == 0)
            return i;
    FieldTotals *added = &run->fields[run->n_fields];
    *added = (FieldTotals){ .name = name, .cells.cells = jutu_cells(in, name, arena) };
    return run->n_fields++;
}

/* By field, then by the operations' own order; what comes first in the list stays first. */
static void insert_aggregate(Run *run, size_t at)
{
    const Bound *added = &run->bound[at];
    size_t i = run->n_aggregates++;
    for (; i > 0; i--) {
        const Bound *before = &run->bound[run->sequence[i - 1]];
        if (before->field < added->field ||
            (before->field == added->field && before->aggregate->order <= added->aggregate->order))
            break;
        run->sequence[i] = run->sequence[i - 1];
    }
    run->sequence[i] = at;
}

static const char *const *all_names(JutuArena *arena)
{
    const char *const *aggregates = jutu_aggregate_names(arena);
    size_t n_ops = 0, n = 0;
    while (jutu_window_ops[n_ops].name)
        n_ops++;
    const char **names = jutu_new(arena, const char *,
                                  n_ops + g_strv_length((char **)aggregates) + 1);
    for (; n < n_ops; n++)
        names[n] = jutu_window_ops[n].name;
    for (; *aggregates; aggregates++)
        names[n++] = *aggregates;
    return names;
}

static bool bind_measure(Run *run, size_t i, const JutuTable *in, const JutuTransformScope *scope,
                         GError **error)
{
    const JutuWindowMeasure *measure = &run->params->measures[i];
    JutuArena *arena = scope->context->arena;
    Bound *bound = &run->bound[i];
    const char *below = jutu_arena_printf(arena, "window/%zu", i);
    bound->op = jutu_window_op_find(measure->op);
    bound->aggregate = bound->op ? NULL : jutu_aggregate_find(measure->op);
    bound->out = jutu_new(arena, JutuValue, in->n_rows + 1);
    bound->param = measure->param;
    if (!bound->op && !bound->aggregate)
        return jutu_arg_unknown(scope, below, "window or aggregate operation", measure->op,
                                all_names(arena), error);
    if (bound->op ? bound->op->field && !measure->field
                  : !bound->aggregate->counts && !measure->field)
        return jutu_arg_error(scope, below, error, "\"%s\" needs a \"field\"", measure->op);
    if (bound->op && bound->op->positive && !(measure->param > 0))
        return jutu_arg_error(scope, below, error, "\"%s\" needs a \"param\" above 0", measure->op);
    if (measure->field)
        bound->cells = jutu_cells(in, measure->field, arena);
    if (bound->aggregate && !bound->aggregate->counts) {
        bound->field = field_of(run, measure->field, in, arena);
        run->fields[bound->field].keeps |= bound->aggregate->keeps;
        run->fields[bound->field].slides |= bound->aggregate->slides;
        insert_aggregate(run, i);
    }
    return true;
}

static size_t clamp(double at, size_t n)
{
    return at < 0 ? 0 : at > (double)n ? n : (size_t)at;
}

/* The first position from `low` on whose row sorts not before (or, past: after) that at `like`. */
static size_t bisect(const Run *run, const uint32_t *rows, size_t low, size_t high, size_t like,
                     bool past)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int sign = jutu_order_compare(run->order, rows[middle], rows[like]);
        if (sign < 0 || (past && sign == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The frame of row i: by rows, then widened to whole sets of peers. */
static void set_frame(const Run *run, const uint32_t *rows, size_t n, size_t i, size_t frame[2])
{
    const double *offset = run->params->frame;
    size_t start = isnan(offset[0]) ? 0 : clamp((double)i + offset[0], n);
    size_t end = isnan(offset[1]) ? n : clamp((double)i + offset[1] + 1, n);
    frame[0] = start;
    frame[1] = end;
    if (!run->order || run->params->ignore_peers)
        return;
    if (start > 0 && start < n && jutu_order_compare(run->order, rows[start], rows[start - 1]) == 0)
        frame[0] = bisect(run, rows, 0, start, start, false);
    if (end > 0 && end < n && jutu_order_compare(run->order, rows[end - 1], rows[end]) == 0)
        frame[1] = bisect(run, rows, end, n, end - 1, true);
}

static void slide(Run *run, const uint32_t *rows, const size_t from[2], const size_t to[2])
{
    for (size_t f = 0; f < run->n_fields; f++) {
        FieldTotals *field = &run->fields[f];
        for (size_t i = from[0]; i < to[0]; i++)
            jutu_totals_remove(&field->totals, field->keeps, field->cells.cells[rows[i]]);
        for (size_t i = from[1]; i < to[1]; i++)
            jutu_totals_add(&field->totals, field->keeps, field->cells.cells[rows[i]]);
        if (field->slide)
            jutu_slide_move(field->slide, to[0], to[1]);
    }
}

static void evaluate_row(Run *run, const uint32_t *rows, size_t i, const size_t frame[2])
{
    for (size_t s = 0; s < run->n_aggregates; s++) {
        Bound *bound = &run->bound[run->sequence[s]];
        FieldTotals *field = &run->fields[bound->field];
        run->store.slide = field->slide;
        bound->out[rows[i]] = bound->aggregate->value(&field->totals, &field->cells, &run->store);
    }
    for (size_t m = 0; m < run->params->n_measures; m++) {
        Bound *bound = &run->bound[m];
        if (bound->op) {
            bound->window.index = i;
            bound->window.start = frame[0];
            bound->window.end = frame[1];
            bound->out[rows[i]] = bound->op->next(&bound->window);
        } else if (bound->aggregate->counts) {
            bound->out[rows[i]] = jutu_number((double)frame[1] - (double)frame[0]);
        }
    }
}

/* The state of a frame while it slides over one partition. */
static void begin_partition(Run *run, const uint32_t *rows, size_t n)
{
    JutuArena *arena = run->store.context->arena;
    bool objects = false;
    for (size_t f = 0; f < run->n_fields; f++) {
        FieldTotals *field = &run->fields[f];
        jutu_totals_init(&field->totals, NAN);
        objects |= field->slides & JUTU_SLIDE_ROWS;
        if (field->slides & ~(unsigned)JUTU_SLIDE_ROWS)
            field->slide = jutu_slide_new(field->cells.cells, rows, n, field->slides, arena);
    }
    for (size_t m = 0; m < run->params->n_measures; m++)
        run->bound[m].window = (JutuWindow){ .rows = rows,
                                             .n = n,
                                             .order = run->order,
                                             .cells = run->bound[m].cells,
                                             .param = run->bound[m].param };
    JutuValue *made = objects ? jutu_new(arena, JutuValue, n + 1) : NULL;
    for (size_t i = 0; objects && i < n; i++)
        made[i] = jutu_table_row(run->store.table, rows[i], arena);
    run->store.objects = made;
    run->store.has_quartiles = run->store.has_extent = false; /* but not the interval, as in Vega */
}

static void run_partition(Run *run, uint32_t *rows, size_t n)
{
    if (run->order)
        jutu_order_sort(run->order, rows, n);
    begin_partition(run, rows, n);
    size_t frame[2] = { 0, 0 };
    for (size_t i = 0; i < n; i++) {
        size_t before[2] = { frame[0], frame[1] };
        set_frame(run, rows, n, i, frame);
        slide(run, rows, before, frame);
        jutu_store_move(&run->store, rows + frame[0],
                        frame[1] > frame[0] ? frame[1] - frame[0] : 0);
        run->store.start = frame[0];
        evaluate_row(run, rows, i, frame);
    }
    for (size_t f = 0; f < run->n_fields; f++)
        jutu_slide_free(g_steal_pointer(&run->fields[f].slide));
}

static const JutuTable *result(const Run *run, const JutuTable *in, JutuArena *arena)
{
    size_t n = run->params->n_measures;
    JutuColumn *columns = jutu_new(arena, JutuColumn, n + 1);
    for (size_t m = 0; m < n; m++)
        columns[m] = (JutuColumn){ .name = run->params->measures[m].as,
                                   .cells = run->bound[m].out };
    const JutuTable *added = jutu_table_of(columns, n, in->n_rows, arena);
    return jutu_table_with(in, added->columns, added->n_columns, arena);
}

const JutuTable *jutu_window_run(const JutuWindowParams *params, const JutuTable *in,
                                 const JutuTransformScope *scope, GError **error)
{
    JutuArena *arena = scope->context->arena;
    size_t n = params->n_measures;
    JutuOrder order = jutu_order_new(in, params->sort, params->n_sort, arena);
    Run run = {
        .params = params,
        .bound = jutu_new(arena, Bound, n + 1),
        .sequence = jutu_new(arena, size_t, n + 1),
        .fields = jutu_new(arena, FieldTotals, n + 1),
        .order = params->n_sort ? &order : NULL,
        .store = { .context = scope->context, .table = in },
    };
    for (size_t m = 0; m < n; m++)
        if (!bind_measure(&run, m, in, scope, error))
            return NULL;
    JutuGroups groups = jutu_groups(in, params->groupby, params->n_groupby, JUTU_KEYS_PIPE, arena);
    JutuGroupRows listed = jutu_group_rows(&groups, arena);
    for (size_t g = 0; g < groups.n; g++)
        run_partition(&run, listed.rows + listed.start[g], listed.start[g + 1] - listed.start[g]);
    return result(&run, in, arena);
}

/* --- As Vega-Lite has it --- */

/* Aggregates of a frame that is the whole group are a joinaggregate. */
static bool is_whole(const JutuWindowParams *params, const json_t *frame)
{
    bool whole = json_array_size(frame) == 2 && isnan(params->frame[0]) && isnan(params->frame[1]);
    for (size_t m = 0; whole && m < params->n_measures; m++)
        whole = jutu_aggregate_find(params->measures[m].op) != NULL;
    return whole;
}

static const JutuTable *run_whole(const JutuWindowParams *params, const JutuTable *in,
                                  const JutuTransformScope *scope, GError **error)
{
    JutuAggregateMeasure *measures = jutu_new(scope->context->arena, JutuAggregateMeasure,
                                              params->n_measures + 1);
    for (size_t m = 0; m < params->n_measures; m++)
        measures[m] = (JutuAggregateMeasure){ params->measures[m].op, params->measures[m].field,
                                              params->measures[m].as, 0 };
    JutuAggregateParams aggregate = { params->groupby, params->n_groupby, measures,
                                      params->n_measures };
    return jutu_joinaggregate_run(&aggregate, in, scope, error);
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    const json_t *list = json_object_get(def, "window"), *frame = json_object_get(def, "frame");
    size_t n = json_array_size(list);
    JutuWindowMeasure *measures = jutu_new(arena, JutuWindowMeasure, n + 1);
    for (size_t i = 0; i < n; i++) {
        const json_t *item = json_array_get(list, i);
        measures[i] = (JutuWindowMeasure){ jutu_json_string(item, "op", ""),
                                           jutu_json_string(item, "field", NULL),
                                           jutu_measure_name(item, arena),
                                           jutu_json_number(item, "param", NAN) };
    }
    JutuWindowParams params = { .measures = measures,
                                .n_measures = n,
                                .frame = { NAN, json_is_array(frame) ? NAN : 0 },
                                .ignore_peers = jutu_json_bool(def, "ignorePeers", false) };
    for (size_t end = 0; end < 2; end++)
        if (json_is_number(json_array_get(frame, end)))
            params.frame[end] = json_number_value(json_array_get(frame, end));
    params.groupby = jutu_arg_strings(def, "groupby", &params.n_groupby, arena);
    if (is_whole(&params, frame))
        return run_whole(&params, in, scope, error);
    params.sort = jutu_arg_sort(def, &params.n_sort, arena);
    return jutu_window_run(&params, in, scope, error);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    return jutu_measure_names(json_object_get(def, "window"), arena);
}

static void needs(const json_t *def, JutuParseNeeds *out)
{
    jutu_parse_need_measures(out, json_object_get(def, "window"));
}

const JutuTransform jutu_transform_window = {
    .name = "window",
    .doc = "Ranks, running totals and neighbours' cells.",
    .reads = "window.field groupby sort.field",
    .run = run,
    .produces = produces,
    .type = "number",
    .grouped = true,
    .needs = needs,
};
