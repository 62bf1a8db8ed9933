/* Running the data flow. */
#include "flow/flow.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "data/data.h"
#include "flow/node.h"
#include "plan/selection.h"
#include "transform/args.h"
#include "transform/bin.h"
#include "transform/parse.h"
#include "view/asked.h"

static const JutuTable *run_parse(const JutuFlow *node, const JutuTable *in, GError **error)
{
    JutuChart *chart = node->model->chart;
    const char *field;
    json_t *wanted;
    json_object_foreach (node->def, field, wanted) {
        const char *type = json_string_value(wanted);
        if (!in || !type)
            continue;
        in = jutu_data_texts(chart->sources, in, field, &type);
        in = jutu_parse_field(in, field, type, chart->context, error);
    }
    return in;
}

static JutuTransformScope scope_of(const JutuFlow *node, const json_t *where)
{
    JutuChart *chart = node->model->chart;
    return (JutuTransformScope){
        .context = chart->context,
        .params = chart->params,
        .host = &chart->host,
        .pointer = jutu_pointer_of(chart->source, where, chart->arena),
        .self = (void *)node,
    };
}

/* Whether `first` stands before `second` in the tree; nothing stands before itself. */
static bool comes_before(const JutuModel *root, const JutuModel *first, const JutuModel *second)
{
    if (root == first || root == second)
        return root == first && first != second;
    for (size_t c = 0; c < root->n_children; c++) {
        const JutuModel *child = root->children[c];
        bool has_first = jutu_model_is_within(first, child);
        bool has_second = jutu_model_is_within(second, child);
        if (has_first && has_second)
            return comes_before(child, first, second);
        if (has_first || has_second)
            return has_first;
    }
    return false;
}

const JutuTable *jutu_chart_load(JutuChart *chart, const json_t *data, GError **error)
{
    return jutu_data_load(chart->sources, data, jutu_pointer_of(chart->source, data, chart->arena),
                          error);
}

/* The rows that a selection's unit draws and that are selected in it. */
static const JutuTable *load_selected(const JutuFlow *node, const json_t *from, const char *name,
                                      GError **error)
{
    JutuChart *chart = node->model->chart;
    const JutuSelection *selection = jutu_selection_find(node->model, name);
    if (!selection || !comes_before(chart->root, selection->unit, node->model)) {
        jutu_chart_error(chart, from, JUTU_ERROR_SPEC, error,
                         selection ? "the selection \"%s\" must be of a view before this one"
                                   : "\"%s\" is no selection; look up in \"data\" instead",
                         name);
        return NULL;
    }
    const JutuTable *in = jutu_flow_data(selection->unit, JUTU_DATA_MAIN, true, error);
    json_t *filter = json_pack("{s:{s:s}}", "filter", "param", name);
    JutuTransformScope scope = scope_of(node, from);
    const JutuTable *out = in ? jutu_transform_find(filter)->run(filter, in, &scope, error) : NULL;
    json_decref(filter);
    return out;
}

static const JutuTable *load_named(void *self, const json_t *from, GError **error)
{
    const JutuFlow *node = self;
    const char *param = jutu_json_string(from, "param", NULL);
    return param ? load_selected(node, from, param, error)
                 : jutu_chart_load(node->model->chart, json_object_get(from, "data"), error);
}

static const JutuTable *run_transforms(const JutuFlow *node, const JutuTable *in, GError **error)
{
    for (size_t i = 0; in && i < json_array_size(node->def); i++) {
        const json_t *def = json_array_get(node->def, i);
        const JutuTransform *transform = jutu_transform_find(def);
        JutuTransformScope scope = scope_of(node, node->where ? node->where : def);
        scope.load = load_named;
        if (transform)
            in = jutu_transform_run(transform, def, in, &scope, error);
        node->model->chart->params = scope.params; /* `extent` sets one for the whole chart */
    }
    return in;
}

/* The place of each row's value in a sort list; after its end if it isn't in it. */
static const JutuValue *indices(const JutuFlow *node, const json_t *predicates, const JutuTable *in,
                                GError **error)
{
    JutuChart *chart = node->model->chart;
    size_t n = json_array_size(predicates);
    JutuValue *out = jutu_new(chart->arena, JutuValue, in->n_rows + 1);
    JutuValue *holds = jutu_new(chart->arena, JutuValue, in->n_rows + 1);
    JutuScope scope = { chart->context, in, 0, jutu_undefined(), chart->params, &chart->host };
    for (size_t row = 0; row < in->n_rows; row++)
        out[row] = jutu_number((double)n);
    for (size_t i = n; i-- > 0;) {
        const JutuExpr *expr = jutu_predicate_parse(json_array_get(predicates, i), "",
                                                    chart->context, error);
        if (!expr || !jutu_expr_eval_rows(expr, &scope, holds, error))
            return NULL;
        for (size_t row = 0; row < in->n_rows; row++) {
            if (jutu_truthy(holds[row]))
                out[row] = jutu_number((double)i);
        }
    }
    return out;
}

static const JutuTable *run_index(const JutuFlow *node, const JutuTable *in, GError **error)
{
    const char *name;
    json_t *predicates;
    json_object_foreach (node->def, name, predicates) {
        JutuColumn column = { name, indices(node, predicates, in, error) };
        if (!column.cells)
            return NULL;
        in = jutu_table_with(in, &column, 1, node->model->chart->arena);
    }
    return in;
}

/* Rows have their number from where they were made. */
static const JutuTable *run_identify(JutuFlow *node, const JutuTable *in, GError **error)
{
    static const char name[] = "_vgsid_";
    JutuArena *arena = node->model->chart->arena;
    JutuFlow *before = node->before;
    while (before && !before->parent) /* was merged into another */
        before = before->before;
    if (!node->required)
        return in;
    if (before && !jutu_flow_table(before, error))
        return NULL;
    size_t first = before ? before->last : 0;
    bool numbered = jutu_table_find(in, name) != NULL;
    node->last = first + (numbered ? 0 : in->n_rows);
    if (numbered)
        return in;
    JutuValue *numbers = jutu_new(arena, JutuValue, in->n_rows + 1);
    for (size_t row = 0; row < in->n_rows; row++)
        numbers[row] = jutu_number((double)(first + row + 1));
    return jutu_table_with(in, &(JutuColumn){ name, numbers }, 1, arena);
}

/* A date, or anything that is a finite number when converted; null and undefined are not. */
static bool is_valid(JutuValue value, bool temporal)
{
    if (temporal && value.type == JUTU_DATE)
        return true;
    return !jutu_is_nullish(value) && isfinite(jutu_to_number(value));
}

static const JutuTable *run_filter(const JutuFlow *node, const JutuTable *in)
{
    JutuArena *arena = node->model->chart->arena;
    size_t *rows = jutu_new(arena, size_t, in->n_rows + 1), n = in->n_rows;
    for (size_t i = 0; i < n; i++)
        rows[i] = i;
    const char *path;
    json_t *type;
    json_object_foreach (node->def, path, type) {
        JutuField field = jutu_field_new(in, path, arena);
        bool temporal = strcmp(json_string_value(type), "temporal") == 0;
        size_t kept = 0;
        for (size_t i = 0; i < n; i++) {
            if (is_valid(jutu_field_get(&field, rows[i]), temporal))
                rows[kept++] = rows[i];
        }
        n = kept;
    }
    return n == in->n_rows ? in : jutu_table_gather(in, rows, n, arena);
}

static const JutuTable *run(JutuFlow *node, GError **error)
{
    const JutuTable *in = node->parent ? jutu_flow_table(node->parent, error) : NULL;
    if (node->parent && !in)
        return NULL;
    switch (node->kind) {
    case JUTU_FLOW_SOURCE:
        return jutu_chart_load(node->model->chart, node->def, error);
    case JUTU_FLOW_IDENTIFY:
        return run_identify(node, in, error);
    case JUTU_FLOW_PARSE:
        return run_parse(node, in, error);
    case JUTU_FLOW_TRANSFORMS:
        return run_transforms(node, in, error);
    case JUTU_FLOW_INDEX:
        return run_index(node, in, error);
    case JUTU_FLOW_FILTER:
        return run_filter(node, in);
    case JUTU_FLOW_OUTPUT:
    case JUTU_FLOW_FACET:
        return in;
    }
    return NULL;
}

const JutuTable *jutu_flow_table(JutuFlow *node, GError **error)
{
    JutuAsked asked = { node, 0, "data", NULL, NULL, NULL };
    if (node->table || !jutu_asked_begin(node->model->chart, &asked, error))
        return node->table;
    node->table = run(node, error);
    jutu_asked_end(node->model->chart, &asked);
    return node->table;
}

static JutuFlow *node_of(const JutuModel *unit, JutuDataKind kind, bool all)
{
    JutuFlow *const *nodes = all && unit->outputs->all[JUTU_DATA_MAIN] ? unit->outputs->all
                                                                       : unit->outputs->nodes;
    return nodes[kind] ? nodes[kind] : nodes[JUTU_DATA_MAIN];
}

const JutuTable *jutu_flow_data(const JutuModel *unit, JutuDataKind kind, bool all, GError **error)
{
    return jutu_flow_table(node_of(unit, kind, all), error);
}

/* Whether two nodes give the same rows: the same is done to the same source. */
static bool same_rows(const JutuFlow *a, const JutuFlow *b)
{
    while (a && a->kind == JUTU_FLOW_OUTPUT)
        a = a->parent;
    while (b && b->kind == JUTU_FLOW_OUTPUT)
        b = b->parent;
    if (a == b)
        return true;
    return a && b && a->kind == b->kind && a->parent && b->parent && a->kind != JUTU_FLOW_FACET &&
           a->grouped == b->grouped && json_equal(a->def, b->def) &&
           same_rows(a->parent, b->parent);
}

bool jutu_flow_is_same(const JutuModel *a, JutuDataKind kind_a, const JutuModel *b,
                       JutuDataKind kind_b)
{
    return same_rows(node_of(a, kind_a, false), node_of(b, kind_b, false));
}

bool jutu_flow_extent(const JutuChart *chart, const char *param, JutuValue *out)
{
    for (guint i = 0; chart->extents && i < chart->extents->len; i++) {
        const JutuFlow *node = chart->extents->pdata[i];
        const json_t *def = json_array_get(node->def, 0);
        if (!node->parent || strcmp(jutu_json_string(def, "param", ""), param) != 0)
            continue;
        const JutuTable *in = jutu_flow_table(node->parent, NULL);
        const JutuValue *cells = in ? jutu_cells(in, jutu_json_string(def, "extent", ""),
                                                 chart->arena)
                                    : NULL;
        double extent[2] = { NAN, NAN };
        if (cells)
            jutu_field_extent(cells, in->n_rows, extent);
        JutuValue *ends = jutu_new(chart->arena, JutuValue, 2);
        for (int end = 0; end < 2; end++)
            ends[end] = isnan(extent[end]) ? jutu_undefined() : jutu_number(extent[end]);
        *out = jutu_array(ends, 2);
        return true;
    }
    return false;
}

const JutuTable *jutu_flow_facet_rows(JutuFlow *facet, GError **error)
{
    return jutu_flow_table(facet->parent, error);
}

static void forget(JutuFlow *node)
{
    for (guint i = 0; i < node->children->len; i++) {
        JutuFlow *child = g_ptr_array_index(node->children, i);
        child->table = NULL;
        forget(child);
    }
}

void jutu_flow_enter(JutuFlow *facet, const JutuTable *rows)
{
    facet->table = rows;
    forget(facet);
}

static bool bins_into(const JutuFlow *node, const char *as)
{
    for (size_t i = 0; node->kind == JUTU_FLOW_TRANSFORMS && i < json_array_size(node->def); i++) {
        const json_t *def = json_array_get(node->def, i);
        const char *name = json_string_value(json_array_get(json_object_get(def, "as"), 0));
        if (json_object_get(def, "bin") && name && strcmp(name, as) == 0)
            return true;
    }
    return false;
}

const JutuTable *jutu_flow_before_bin(const JutuModel *unit, const char *as, bool all,
                                      GError **error)
{
    const JutuOutputs *outputs = unit->outputs;
    JutuFlow *const *nodes = all && outputs->all[JUTU_DATA_MAIN] ? outputs->all : outputs->nodes;
    for (JutuFlow *node = nodes[JUTU_DATA_MAIN]; node; node = node->parent) {
        if (bins_into(node, as))
            return jutu_flow_table(node->parent, error);
    }
    return NULL;
}
