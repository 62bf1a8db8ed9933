/* joinaggregate: what aggregate says of a group, added to each of its rows. */
#include "base/json.h"
#include "transform/aggregate.h"
#include "transform/args.h"
#include "transform/parse.h"

/* A column of all rows from one of all groups. */
static const JutuValue *spread(const JutuValue *cells, const JutuGroups *groups, JutuArena *arena)
{
    JutuValue *out = jutu_new(arena, JutuValue, groups->n_rows + 1);
    for (size_t row = 0; row < groups->n_rows; row++)
        out[row] = cells[groups->of[row]];
    return out;
}

const JutuTable *jutu_joinaggregate_run(const JutuAggregateParams *params, const JutuTable *in,
                                        const JutuTransformScope *scope, GError **error)
{
    JutuArena *arena = scope->context->arena;
    JutuGroups groups;
    JutuColumn *columns = jutu_aggregate_columns(params, "joinaggregate", &groups, in, scope,
                                                 error);
    if (!columns)
        return NULL;
    /* the group's own values come back too: 1 and "1" are one group, and equal afterwards */
    size_t n = params->n_groupby + params->n_measures;
    for (size_t i = 0; i < n; i++)
        columns[i].cells = spread(columns[i].cells, &groups, arena);
    const JutuTable *added = jutu_table_of(columns, n, in->n_rows, arena);
    return jutu_table_with(in, added->columns, added->n_columns, arena);
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    const json_t *list = json_object_get(def, "joinaggregate");
    size_t n = json_array_size(list);
    JutuAggregateMeasure *measures = jutu_new(arena, JutuAggregateMeasure, n + 1);
    for (size_t i = 0; i < n; i++) {
        const json_t *item = json_array_get(list, i);
        const char *op = jutu_json_string(item, "op", "");
        measures[i] = (JutuAggregateMeasure){ op, jutu_json_string(item, "field", NULL),
                                              jutu_measure_name(item, arena), 0 };
    }
    JutuAggregateParams params = { .measures = measures, .n_measures = n };
    params.groupby = jutu_arg_strings(def, "groupby", &params.n_groupby, arena);
    return jutu_joinaggregate_run(&params, in, scope, error);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    return jutu_measure_names(json_object_get(def, "joinaggregate"), arena);
}

static void needs(const json_t *def, JutuParseNeeds *out)
{
    jutu_parse_need_measures(out, json_object_get(def, "joinaggregate"));
}

const JutuTransform jutu_transform_joinaggregate = {
    .name = "joinaggregate",
    .doc = "What aggregate says of a group, added to each of its rows.",
    .reads = "joinaggregate.field groupby",
    .run = run,
    .produces = produces,
    .type = "number",
    .grouped = true,
    .needs = needs,
};
