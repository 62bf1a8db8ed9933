/* aggregate: one row for each group of rows. */
#include "transform/aggregate.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "transform/args.h"
#include "transform/parse.h"

/* All measures of one field; they share its accumulators. */
typedef struct {
    const char *field;
    JutuMeasureCells cells;
    unsigned keeps;
    double rate;
    bool rows;
    size_t *measures; /* positions in the list, in the order of evaluation */
    size_t n;
    JutuTotals *totals; /* of each group */
} FieldMeasures;

typedef struct {
    const JutuAggregateMeasure *measures;
    const JutuAggregate **ops;
    size_t n;
    FieldMeasures *fields;
    size_t n_fields;
    JutuValue **out; /* a column for each measure */
} Plan;

static FieldMeasures *field_of(Plan *plan, const char *field, const JutuTable *in, JutuArena *arena)
{
    for (size_t i = 0; i < plan->n_fields; i++)
        if (strcmp(plan->fields[i].field, field) == 0)
            return &plan->fields[i];
    FieldMeasures *added = &plan->fields[plan->n_fields++];
    *added = (FieldMeasures){ .field = field, .measures = jutu_new(arena, size_t, plan->n) };
    added->cells.cells = jutu_cells(in, field, arena);
    return added;
}

/* Inserts by order; of equal order the first stays first. */
static void insert_measure(Plan *plan, FieldMeasures *field, size_t measure)
{
    size_t at = field->n++;
    for (; at > 0 && plan->ops[field->measures[at - 1]]->order > plan->ops[measure]->order; at--)
        field->measures[at] = field->measures[at - 1];
    field->measures[at] = measure;
    field->keeps |= plan->ops[measure]->keeps;
    field->rows |= plan->ops[measure]->rows;
    if (plan->measures[measure].param != 0)
        field->rate = plan->measures[measure].param;
}

static bool bind(Plan *plan, const char *member, size_t n_groups, const JutuTable *in,
                 const JutuTransformScope *scope, GError **error)
{
    JutuArena *arena = scope->context->arena;
    for (size_t i = 0; i < plan->n; i++) {
        const JutuAggregateMeasure *measure = &plan->measures[i];
        const JutuAggregate *op = plan->ops[i] = jutu_aggregate_find(measure->op);
        const char *below = jutu_arena_printf(arena, "%s/%zu", member, i);
        if (!op)
            return jutu_arg_unknown(scope, below, "aggregate operation", measure->op,
                                    jutu_aggregate_names(arena), error);
        if (!op->counts && !measure->field)
            return jutu_arg_error(scope, below, error, "\"%s\" needs a \"field\"", measure->op);
        plan->out[i] = jutu_new(arena, JutuValue, n_groups + 1);
        if (!op->counts)
            insert_measure(plan, field_of(plan, measure->field, in, arena), i);
    }
    return true;
}

static void accumulate(FieldMeasures *field, const JutuGroups *groups, JutuArena *arena)
{
    JutuTotals *totals = field->totals = jutu_new(arena, JutuTotals, groups->n + 1);
    for (size_t g = 0; g < groups->n; g++)
        jutu_totals_init(&totals[g], field->rate != 0 ? field->rate : __builtin_nan(""));
    for (size_t row = 0; row < groups->n_rows; row++)
        jutu_totals_add(&totals[groups->of[row]], field->keeps, field->cells.cells[row]);
}

static void count_rows(const Plan *plan, const JutuGroups *groups)
{
    for (size_t i = 0; i < plan->n; i++) {
        if (!plan->ops[i]->counts)
            continue;
        for (size_t g = 0; g < groups->n; g++)
            plan->out[i][g] = jutu_number(0);
        for (size_t row = 0; row < groups->n_rows; row++)
            plan->out[i][groups->of[row]].number++;
    }
}

/* Group by group, as Vega does: the order shows in random numbers. */
static void evaluate_groups(const Plan *plan, const JutuGroups *groups, const JutuTable *in,
                            JutuContext *context)
{
    bool rows = false;
    for (size_t f = 0; f < plan->n_fields; f++)
        rows |= plan->fields[f].rows;
    JutuGroupRows listed = { 0 };
    if (rows)
        listed = jutu_group_rows(groups, context->arena);
    for (size_t g = 0; g < groups->n; g++) {
        JutuRowStore store = { .context = context, .table = in };
        if (rows)
            jutu_store_move(&store, listed.rows + listed.start[g],
                            listed.start[g + 1] - listed.start[g]);
        for (size_t f = 0; f < plan->n_fields; f++) {
            const FieldMeasures *field = &plan->fields[f];
            for (size_t m = 0; m < field->n; m++) {
                size_t measure = field->measures[m];
                plan->out[measure][g] = plan->ops[measure]->value(&field->totals[g], &field->cells,
                                                                  &store);
            }
        }
    }
}

/* The measures of each group, a column of groups->n cells for each measure. */
static const JutuValue *const *measure_groups(const JutuAggregateMeasure *measures, size_t n,
                                              const char *member, const JutuGroups *groups,
                                              const JutuTable *in, const JutuTransformScope *scope,
                                              GError **error)
{
    JutuArena *arena = scope->context->arena;
    Plan plan = {
        .measures = measures,
        .ops = jutu_new(arena, const JutuAggregate *, n + 1),
        .n = n,
        .fields = jutu_new(arena, FieldMeasures, n + 1),
        .out = jutu_new(arena, JutuValue *, n + 1),
    };
    if (!bind(&plan, member, groups->n, in, scope, error))
        return NULL;
    for (size_t f = 0; f < plan.n_fields; f++)
        accumulate(&plan.fields[f], groups, arena);
    count_rows(&plan, groups);
    evaluate_groups(&plan, groups, in, scope->context);
    return (const JutuValue *const *)plan.out;
}

JutuColumn *jutu_aggregate_columns(const JutuAggregateParams *params, const char *member,
                                   JutuGroups *groups, const JutuTable *in,
                                   const JutuTransformScope *scope, GError **error)
{
    JutuArena *arena = scope->context->arena;
    *groups = jutu_groups(in, params->groupby, params->n_groupby, JUTU_KEYS_PIPE, arena);
    const JutuValue *const *cells = measure_groups(params->measures, params->n_measures, member,
                                                   groups, in, scope, error);
    if (!cells)
        return NULL;
    JutuColumn *columns = jutu_new(arena, JutuColumn, params->n_groupby + params->n_measures + 1);
    for (size_t i = 0; i < params->n_groupby; i++) {
        const char *path = params->groupby[i];
        columns[i] = (JutuColumn){ .name = jutu_path_name(path, arena),
                                   .cells = jutu_group_values(groups, jutu_cells(in, path, arena),
                                                              arena) };
    }
    for (size_t i = 0; i < params->n_measures; i++)
        columns[params->n_groupby + i] = (JutuColumn){ .name = params->measures[i].as,
                                                       .cells = cells[i] };
    return columns;
}

const JutuTable *jutu_aggregate_run(const JutuAggregateParams *params, const JutuTable *in,
                                    const JutuTransformScope *scope, GError **error)
{
    JutuGroups groups;
    const JutuColumn *columns = jutu_aggregate_columns(params, "aggregate", &groups, in, scope,
                                                       error);
    return columns ? jutu_table_of(columns, params->n_groupby + params->n_measures, groups.n,
                                   scope->context->arena)
                   : NULL;
}

/* --- As Vega-Lite has it --- */

/* The name of a measure that has no `as`. */
static const char *default_name(const char *op, const char *field, JutuArena *arena)
{
    return field ? jutu_path_flat(jutu_arena_printf(arena, "%s_%s", op, field), arena) : op;
}

typedef struct {
    JutuAggregateMeasure measure;
    size_t field, op, at;
} Ranked;

static int by_rank(const void *a, const void *b)
{
    const Ranked *x = a, *y = b;
    if (x->field != y->field)
        return x->field < y->field ? -1 : 1;
    if (x->op != y->op)
        return x->op < y->op ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

/* The position at which a name was first seen. */
static size_t rank(GHashTable *seen, const char *name, size_t at)
{
    gpointer found = g_hash_table_lookup(seen, name);
    if (!found)
        g_hash_table_insert(seen, (gpointer)name, found = GSIZE_TO_POINTER(at + 1));
    return GPOINTER_TO_SIZE(found);
}

/* Vega-Lite collects measures by field, then by operation, and keeps one count only: the last. */
static size_t collect_measures(JutuAggregateMeasure *measures, size_t n, JutuArena *arena)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree Ranked *ranked = g_new(Ranked, n + 1);
    for (size_t i = 0; i < n; i++) {
        const char *field = measures[i].field ? measures[i].field : "";
        const char *op = jutu_arena_printf(arena, "%s %s", measures[i].op, field);
        ranked[i] = (Ranked){ measures[i], rank(seen, field, i), rank(seen, op, i), i };
    }
    qsort(ranked, n, sizeof(Ranked), by_rank);
    size_t used = 0;
    for (size_t i = 0; i < n; i++) {
        bool recount = used > 0 && !ranked[i].measure.field && !measures[used - 1].field;
        measures[recount ? used - 1 : used++] = ranked[i].measure;
    }
    return used;
}

static size_t read_measures(const json_t *list, JutuAggregateMeasure *measures, JutuArena *arena)
{
    size_t n = 0;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i);
        const char *op = jutu_json_string(item, "op", NULL);
        const char *field = jutu_json_string(item, "field", NULL);
        if (!op)
            continue;
        const JutuAggregate *row = jutu_aggregate_find(op);
        if (row && row->counts)
            field = NULL;
        const char *as = jutu_json_string(item, "as", NULL);
        measures[n++] = (JutuAggregateMeasure){ op, field ? jutu_path_escape(field, arena) : NULL,
                                                as && *as ? as : default_name(op, field, arena),
                                                0 };
    }
    return collect_measures(measures, n, arena);
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    const json_t *list = json_object_get(def, "aggregate");
    JutuAggregateMeasure *measures = jutu_new(arena, JutuAggregateMeasure,
                                              json_array_size(list) + 1);
    JutuAggregateParams params = { .measures = measures };
    params.groupby = jutu_arg_strings(def, "groupby", &params.n_groupby, arena);
    params.groupby = jutu_paths_escape(params.groupby, params.n_groupby, arena);
    params.n_measures = read_measures(list, measures, arena);
    if (params.n_groupby + params.n_measures == 0)
        return jutu_arg_error(scope, "aggregate", error,
                              "there is nothing to aggregate; give it [{\"op\": \"count\", "
                              "\"as\": \"n\"}] or a \"groupby\"");
    return jutu_aggregate_run(&params, in, scope, error);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    const json_t *list = json_object_get(def, "aggregate");
    size_t n = json_array_size(list);
    JutuAggregateMeasure *measures = jutu_new(arena, JutuAggregateMeasure, n + 1);
    const char **names = jutu_new(arena, const char *, n + 1);
    n = read_measures(list, measures, arena);
    for (size_t i = 0; i < n; i++)
        names[i] = measures[i].as;
    return names;
}

static void needs(const json_t *def, JutuParseNeeds *out)
{
    jutu_parse_need_measures(out, json_object_get(def, "aggregate"));
}

const JutuTransform jutu_transform_aggregate = {
    .name = "aggregate",
    .doc = "One row for each group of rows: counts, sums, means …",
    .reads = "aggregate.field groupby",
    .run = run,
    .produces = produces,
    .type = "number",
    .grouped = true,
    .needs = needs,
};
