/*
 * Domains from data: what vega-lite's mergeDomains and Vega's domain operators
 * make of a scale's sources.
 */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "expr/date_time.h"
#include "frame/frame.h"
#include "frame/themed.h"
#include "plan/selection.h"
#include "transform/aggregate.h"
#include "transform/bin.h"
#include "transform/sort.h"

static JutuBins bins_of(const JutuFrame *frame, const JutuView *unit, const JutuChannelDef *def)
{
    JutuBins bins = { NAN, NAN, NAN };
    const JutuChart *chart = frame->chart;
    const char *name = def->column.value;
    const JutuTable *table = jutu_tables_before_bin(frame->tables, unit, name, true);
    if (!table)
        return bins;
    JutuTransformScope scope = { .context = chart->context,
                                 .params = frame->scope->params,
                                 .host = frame->scope->host,
                                 .pointer = "" };
    JutuBinParams params = { .field = def->field, .as = { "bin", "bin_end" } };
    json_t *bin = jutu_selection_bin(frame->plan, unit, def->bin);
    params.options = jutu_bin_options(bin, 10, &scope);
    json_decref(bin);
    jutu_bin_run(&params, table, &scope, &bins, NULL);
    return bins;
}

static void collect_bins(const JutuFrame *frame, const JutuView *view, GArray *out)
{
    for (size_t c = 0; view->kind == JUTU_VIEW_LAYER && c < view->n_children; c++)
        collect_bins(frame, view->children[c], out);
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        const JutuChannelDef *def = jutu_field_def(view->encoding.defs[channel]);
        if (view->kind != JUTU_VIEW_UNIT || !def || def->binning != JUTU_BIN)
            continue;
        JutuFrameBins bins = { view, (JutuChannel)channel, bins_of(frame, view, def) };
        g_array_append_val(out, bins);
    }
}

void jutu_frame_bins_make(JutuFrame *frame)
{
    g_autoptr(GArray) list = g_array_new(false, false, sizeof(JutuFrameBins));
    if (!frame->container)
        collect_bins(frame, frame->view, list);
    frame->n_bins = list->len;
    if (list->len)
        frame->bins = jutu_copy(frame->chart->arena, JutuFrameBins, (void *)list->data, list->len);
}

JutuBins jutu_frame_bins(const JutuFrame *frame, const JutuView *unit, JutuChannel channel)
{
    for (size_t i = 0; i < frame->n_bins; i++) {
        if (frame->bins[i].unit == unit && frame->bins[i].channel == channel)
            return frame->bins[i].bins;
    }
    const JutuChannelDef *def = jutu_field_def(unit->encoding.defs[channel]);
    return def && def->binning == JUTU_BIN ? bins_of(frame, unit, def)
                                           : (JutuBins){ NAN, NAN, NAN };
}

JutuValue jutu_def_value(const JutuChart *chart, const JutuChannelDef *def, const json_t *json)
{
    bool temporal = def && (def->type == JUTU_TEMPORAL || def->time_unit.units);
    unsigned units = def && !def->time_unit.utc ? def->time_unit.units : 0;
    return jutu_time_value(json, temporal, units, chart->context);
}

/* A source is the same as one before it, whatever its sort. */
static bool same_source(const JutuTables *tables, const JutuDomainSource *a,
                        const JutuDomainSource *b)
{
    if (a->values || b->values)
        return a->values && b->values && json_equal(a->values, b->values);
    if (a->bins || b->bins)
        return a->bins && b->bins && a->unit == b->unit;
    return a->all_cells == b->all_cells && strcmp(a->column, b->column) == 0 &&
           jutu_tables_are_same(tables, a->unit, a->data, b->unit, b->data);
}

/* A domain in the making: its scale's sources, each once. */
typedef struct {
    const JutuFrame *frame;
    const JutuScalePlan *planned;
    const JutuScaleType *type;
    JutuDomainSource *sources;
    size_t n;
} Domain;

static Domain domain_of(const JutuFrame *frame, const JutuScalePlan *planned)
{
    Domain domain = { frame, planned, planned->type, NULL, 0 };
    domain.sources = jutu_new(frame->chart->arena, JutuDomainSource, planned->n_domains + 1);
    for (size_t i = 0; i < planned->n_domains; i++) {
        bool seen = false;
        for (size_t k = 0; k < domain.n && !seen; k++)
            seen = same_source(frame->tables, &domain.sources[k], &planned->domains[i]);
        if (!seen)
            domain.sources[domain.n++] = planned->domains[i];
    }
    return domain;
}

/* == Sorts == */

/* {"order": "ascending"} says nothing, and a count needs no field. */
static json_t *plain_sort(const json_t *sort)
{
    if (!json_is_object(sort))
        return json_incref((json_t *)sort);
    json_t *copy = json_copy((json_t *)sort);
    if (strcmp(jutu_json_string(copy, "op", ""), "count") == 0)
        json_object_del(copy, "field");
    if (strcmp(jutu_json_string(copy, "order", ""), "ascending") == 0)
        json_object_del(copy, "order");
    return copy;
}

static json_t *unique_sorts(const JutuScalePlan *planned)
{
    json_t *sorts = json_array();
    for (size_t i = 0; i < planned->n_domains; i++) {
        if (!planned->domains[i].sort)
            continue;
        json_t *sort = plain_sort(planned->domains[i].sort);
        bool seen = false;
        for (size_t k = 0; k < json_array_size(sorts) && !seen; k++)
            seen = json_equal(json_array_get(sorts, k), sort);
        if (!seen)
            json_array_append(sorts, sort);
        json_decref(sort);
    }
    return sorts;
}

static const char *op_of(const json_t *sort)
{
    return json_is_object(sort) ? jutu_json_string(sort, "op", NULL) : NULL;
}

/* Of several sorts of one column the only one that isn't by a minimum counts, else the natural one.
 */
static json_t *only_sort(const json_t *sorts)
{
    json_t *found = NULL;
    for (size_t i = 0; i < json_array_size(sorts); i++) {
        const char *op = op_of(json_array_get(sorts, i));
        if (!op)
            return json_true();
        if (strcmp(op, "min") == 0)
            continue;
        if (found)
            return json_true();
        found = json_array_get(sorts, i);
    }
    return found ? found : json_true();
}

/* Over several columns only counts and extremes can be compared. */
static json_t *union_sort(const json_t *sorts)
{
    json_t *found = NULL;
    for (size_t i = 0; i < json_array_size(sorts); i++) {
        json_t *sort = json_array_get(sorts, i);
        const char *op = op_of(sort);
        bool fits = !op || strcmp(op, "count") == 0 || strcmp(op, "min") == 0 ||
                    strcmp(op, "max") == 0;
        sort = fits ? sort : json_true();
        if (found && !json_equal(found, sort))
            return json_true();
        found = sort;
    }
    return found;
}

/* How the categories are sorted: true for their natural order; owned, NULL: not at all. */
static json_t *domain_sort(const Domain *domain)
{
    json_auto_t *sorts = unique_sorts(domain->planned);
    json_t *sort = domain->n > 1                ? union_sort(sorts)
                   : json_array_size(sorts) > 1 ? only_sort(sorts)
                                                : json_array_get(sorts, 0);
    if (json_array_size(sorts) > 1 && jutu_sorts_conflict(domain->frame, domain->planned) &&
        json_is_true(sort))
        return NULL;
    const char *by = json_is_object(sort) ? jutu_json_string(sort, "field", NULL) : NULL;
    bool itself = domain->n == 1 && by && domain->sources[0].column &&
                  strcmp(by, domain->sources[0].column) == 0;
    if (!itself)
        return json_incref(sort);
    /* a column sorted by itself is in its natural order, either way */
    const json_t *order = json_object_get(sort, "order");
    return order ? json_pack("{s:O}", "order", order) : json_true();
}

/* == Values == */

static const JutuTable *source_table(const JutuFrame *frame, const JutuDomainSource *source)
{
    return jutu_tables_unit(frame->tables, source->unit, source->data, source->all_cells);
}

/* The values of a unit's channel in the order in which its marks ask a scale for them. */
static const JutuValue *asked_values(const JutuFrame *frame, const JutuView *unit,
                                     JutuChannel channel, size_t *n)
{
    JutuArena *arena = unit->chart->arena;
    const JutuChannelDef *def = jutu_field_def(unit->encoding.defs[channel]);
    const JutuTable *table = def ? jutu_tables_unit(frame->tables, unit, JUTU_DATA_MAIN, true)
                                 : NULL;
    size_t rows = table ? table->n_rows : 0;
    JutuValue *values = jutu_new(arena, JutuValue, rows + 1);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    JutuField field = { 0 };
    if (table)
        field = jutu_field_new(table, def->path.value, arena);
    *n = 0;
    for (size_t row = 0; row < rows; row++) {
        JutuValue value = jutu_field_get(&field, row);
        if (g_hash_table_add(seen, (char *)jutu_value_key(value, arena)))
            values[(*n)++] = value;
    }
    return values;
}

/* Explicit values, each as the field has them. */
static JutuValue *explicit_values(const JutuFrame *frame, const JutuDomainSource *source, size_t *n,
                                  GError **error)
{
    const JutuView *view = source->unit;
    JutuValue whole = json_is_array(source->values)
                          ? jutu_undefined()
                          : jutu_frame_value(frame, view, source->values, error);
    *n = json_is_array(source->values) ? json_array_size(source->values)
         : whole.type == JUTU_ARRAY    ? whole.length
                                       : 0;
    JutuValue *values = jutu_new(frame->chart->arena, JutuValue, *n + 1);
    const JutuChannelDef *def = jutu_field_or_datum_def(view->encoding.defs[source->channel]);
    for (size_t i = 0; i < *n; i++) {
        const json_t *json = json_array_get(source->values, i);
        bool expr = json_object_get(json, "expr") || json_object_get(json, "signal");
        values[i] = !json  ? whole.items[i]
                    : expr ? jutu_frame_value(frame, view, json, error)
                           : jutu_def_value(frame->chart, def, json);
    }
    return values;
}

/* A table of one column, "key", of all values of a source; with the sort's field where it has one.
 */
static const JutuTable *keyed_rows(const JutuFrame *frame, const JutuDomainSource *source,
                                   const json_t *sort, GError **error)
{
    JutuArena *arena = frame->chart->arena;
    JutuColumn *columns = jutu_new(arena, JutuColumn, 2);
    JutuTable *table = jutu_new(arena, JutuTable, 1);
    if (source->values) {
        size_t n;
        columns[0] = (JutuColumn){ "key", explicit_values(frame, source, &n, error) };
        columns[1] = (JutuColumn){ "by", jutu_new(arena, JutuValue, n + 1) };
        *table = (JutuTable){ .n_rows = n, .n_columns = 2, .columns = columns };
        return table;
    }
    const JutuTable *in = source_table(frame, source);
    if (!in)
        return NULL;
    const char *by = json_is_object(sort) ? jutu_json_string(sort, "field", NULL) : NULL;
    JutuField field = jutu_field_new(in, source->column, arena);
    JutuField by_field = by ? jutu_field_new(in, by, arena) : (JutuField){ 0 };
    JutuValue *keys = jutu_new(arena, JutuValue, in->n_rows + 1);
    JutuValue *bys = jutu_new(arena, JutuValue, in->n_rows + 1);
    for (size_t i = 0; i < in->n_rows; i++) {
        keys[i] = jutu_field_get(&field, i);
        if (by)
            bys[i] = jutu_field_get(&by_field, i);
    }
    columns[0] = (JutuColumn){ "key", keys };
    columns[1] = (JutuColumn){ "by", bys };
    *table = (JutuTable){ .n_rows = in->n_rows, .n_columns = 2, .columns = columns };
    return table;
}

static const JutuTable *aggregate_keys(const JutuTable *in, const char *op, const char *field,
                                       JutuContext *context, GError **error)
{
    static const char *const groupby[] = { "key" };
    JutuTransformScope scope = { .context = context, .pointer = "" };
    JutuAggregateMeasure measure = { .op = op, .field = field, .as = "by" };
    JutuAggregateParams params = { groupby, 1, &measure, op ? 1 : 0 };
    return jutu_aggregate_run(&params, in, &scope, error);
}

static const JutuTable *append_rows(const JutuTable *a, const JutuTable *b, JutuArena *arena)
{
    if (!a)
        return b;
    JutuColumn *columns = jutu_new(arena, JutuColumn, a->n_columns);
    for (size_t c = 0; c < a->n_columns; c++) {
        const JutuColumn *other = jutu_table_find(b, a->columns[c].name);
        JutuValue *cells = jutu_new(arena, JutuValue, a->n_rows + b->n_rows + 1);
        memcpy(cells, a->columns[c].cells, a->n_rows * sizeof(JutuValue));
        if (other)
            memcpy(cells + a->n_rows, other->cells, b->n_rows * sizeof(JutuValue));
        columns[c] = (JutuColumn){ a->columns[c].name, cells };
    }
    JutuTable *out = jutu_new(arena, JutuTable, 1);
    *out = (JutuTable){ .n_rows = a->n_rows + b->n_rows,
                        .n_columns = a->n_columns,
                        .columns = columns };
    return out;
}

/* The distinct values of all sources, with what they are sorted by; one after the other. */
static const JutuTable *distinct_rows(const Domain *domain, const json_t *sort, GError **error)
{
    const JutuChart *chart = domain->frame->chart;
    const char *op = op_of(sort);
    const char *field = op && strcmp(op, "count") == 0 ? NULL : "by";
    const JutuTable *all = NULL;
    for (size_t i = 0; i < domain->n; i++) {
        const JutuTable *rows = keyed_rows(domain->frame, &domain->sources[i], sort, error);
        rows = rows ? aggregate_keys(rows, op, field, chart->context, error) : NULL;
        if (!rows)
            return NULL;
        all = append_rows(all, rows, chart->arena);
    }
    if (domain->n < 2)
        return all;
    const char *again = op && strcmp(op, "count") == 0 ? "sum" : op;
    return aggregate_keys(all, again, "by", chart->context, error);
}

static JutuValue *sorted_values(const JutuTable *rows, const json_t *sort, JutuArena *arena)
{
    const char *order = json_is_object(sort) ? jutu_json_string(sort, "order", "") : "";
    JutuSortKey key = { op_of(sort) ? "by" : "key", strcmp(order, "descending") == 0 };
    const uint32_t *sorted = jutu_sorted_rows(rows, &key, 1, arena);
    JutuValue *values = jutu_new(arena, JutuValue, rows->n_rows + 1);
    for (size_t i = 0; i < rows->n_rows; i++)
        values[i] = rows->columns[0].cells[sorted[i]];
    return values;
}

static const JutuValue *category_values(const Domain *domain, size_t *n, GError **error)
{
    json_auto_t *sort = domain_sort(domain);
    const JutuTable *rows = distinct_rows(domain, sort, error);
    *n = rows ? rows->n_rows : 0;
    if (!rows)
        return NULL;
    JutuArena *arena = domain->frame->chart->arena;
    JutuValue *values = sort ? sorted_values(rows, sort, arena)
                             : jutu_new(arena, JutuValue, *n + 1);
    for (size_t i = 0; !sort && i < *n; i++)
        values[i] = rows->columns[0].cells[i];
    jutu_order_values(domain->frame, domain->planned, sort, values, *n);
    return values;
}

static void widen_extent(double extent[2], double value)
{
    if (isnan(value))
        return;
    extent[0] = isnan(extent[0]) || value < extent[0] ? value : extent[0];
    extent[1] = isnan(extent[1]) || value > extent[1] ? value : extent[1];
}

static bool source_extent(const Domain *domain, const JutuDomainSource *source, double extent[2],
                          GError **error)
{
    const JutuFrame *frame = domain->frame;
    double found[2];
    if (jutu_positive_extent(frame, domain->planned, source, found)) {
        widen_extent(extent, found[0]);
        widen_extent(extent, found[1]);
        return true;
    }
    if (source->bins) {
        JutuBins bins = jutu_frame_bins(frame, source->unit, source->channel);
        widen_extent(extent, bins.start);
        widen_extent(extent, bins.stop);
        return true;
    }
    const JutuTable *rows = keyed_rows(frame, source, NULL, error);
    if (!rows)
        return false;
    jutu_field_extent(rows->columns[0].cells, rows->n_rows, found);
    widen_extent(extent, found[0]);
    widen_extent(extent, found[1]);
    return true;
}

static const JutuValue *extent_values(const Domain *domain, size_t *n, GError **error)
{
    double extent[2] = { NAN, NAN };
    for (size_t i = 0; i < domain->n; i++) {
        if (!source_extent(domain, &domain->sources[i], extent, error))
            return NULL;
    }
    JutuValue *values = jutu_new(domain->frame->chart->arena, JutuValue, 2);
    if (isnan(extent[0]) && domain->n > 1) { /* Vega's extent of several: zero may make it finite */
        extent[0] = INFINITY;
        extent[1] = -INFINITY;
    }
    *n = isnan(extent[0]) ? 0 : 2;
    for (size_t i = 0; i < domain->n; i++)
        jutu_widen_for_bars(domain->frame, domain->planned, &domain->sources[i], extent);
    if (extent[0] == 0 && extent[1] == 0 && jutu_widens_zeros(domain->frame, domain->planned))
        extent[1] = 1;
    values[0] = jutu_number(extent[0]);
    values[1] = jutu_number(extent[1]);
    return values;
}

/* All rows' values, for quantiles. */
static const JutuValue *all_values(const Domain *domain, size_t *n, GError **error)
{
    JutuArena *arena = domain->frame->chart->arena;
    const JutuTable *all = NULL;
    for (size_t i = 0; i < domain->n; i++) {
        const JutuTable *rows = keyed_rows(domain->frame, &domain->sources[i], NULL, error);
        if (!rows)
            return NULL;
        all = append_rows(all, rows, arena);
    }
    *n = all ? all->n_rows : 0;
    return all ? all->columns[0].cells : jutu_new(arena, JutuValue, 1);
}

/* The one list that was given; an open one is filled by what the marks ask for. */
static const JutuValue *listed_values(const Domain *domain, size_t *n, GError **error)
{
    const JutuDomainSource *source = &domain->sources[0];
    const JutuValue *values = explicit_values(domain->frame, source, n, error);
    bool open = *n == 0 && domain->type->implicit && !json_is_array(source->values);
    return open ? asked_values(domain->frame, source->unit, source->channel, n) : values;
}

/* == Which of them a domain is == */

static bool is_one_list(const Domain *domain)
{
    return domain->n == 1 && domain->sources[0].values && !domain->sources[0].temporal;
}

static bool has_categories(const Domain *domain)
{
    return domain->type->discrete;
}

static bool wants_all(const Domain *domain)
{
    return domain->type->wants_all;
}

/* The first that applies gives the values. */
static const struct {
    bool (*applies)(const Domain *domain); /* NULL: to all */
    const JutuValue *(*values)(const Domain *domain, size_t *n, GError **error);
} domain_kinds[] = {
    { is_one_list, listed_values },
    { has_categories, category_values },
    { wants_all, all_values },
    { NULL, extent_values },
};

const JutuValue *jutu_domain_values(const JutuFrame *frame, const JutuScalePlan *planned, size_t *n,
                                    GError **error)
{
    JutuValue raw = jutu_frame_value(frame, planned->view,
                                     jutu_bag_get(&planned->props, "domainRaw"), error);
    if (raw.type == JUTU_ARRAY) {
        *n = raw.length;
        return raw.items;
    }
    Domain domain = domain_of(frame, planned);
    size_t kind = 0;
    while (domain_kinds[kind].applies && !domain_kinds[kind].applies(&domain))
        kind++;
    return domain_kinds[kind].values(&domain, n, error);
}
