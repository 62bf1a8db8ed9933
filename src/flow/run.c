/* Running the nodes of the data flow: each from its parent's table. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "data/data.h"
#include "flow/node.h"
#include "plan/selection.h"
#include "transform/args.h"
#include "transform/parse.h"

static const JutuTable *run_parse(const JutuFlowNode *node, const JutuTable *in, GError **error)
{
    const JutuChart *chart = node->view->chart;
    const char *field;
    json_t *wanted;
    json_object_foreach (node->def, field, wanted) {
        const char *type = json_string_value(wanted);
        if (!in || !type)
            continue;
        in = jutu_parse_field(in, field, type, chart->context, error);
    }
    return in;
}

static JutuTransformScope scope_of(JutuTables *tables, const JutuFlowNode *node,
                                   const json_t *where)
{
    const JutuChart *chart = node->view->chart;
    return (JutuTransformScope){
        .context = chart->context,
        .params = tables->scope.params,
        .host = tables->scope.host,
        .pointer = jutu_pointer_of(chart->source, where, chart->arena),
        .self = NULL,
    };
}

/* Whether `first` stands before `second` in the tree; nothing stands before itself. */
static bool comes_before(const JutuView *root, const JutuView *first, const JutuView *second)
{
    if (root == first || root == second)
        return root == first && first != second;
    for (size_t c = 0; c < root->n_children; c++) {
        const JutuView *child = root->children[c];
        bool has_first = jutu_view_is_within(first, child);
        bool has_second = jutu_view_is_within(second, child);
        if (has_first && has_second)
            return comes_before(child, first, second);
        if (has_first || has_second)
            return has_first;
    }
    return false;
}

static const JutuTable *load_data(const JutuTables *tables, const json_t *data, GError **error)
{
    const JutuChart *chart = tables->flow->plan->chart;
    return jutu_data_load(tables->sources, data, jutu_pointer_of(chart->source, data, chart->arena),
                          error);
}

/* A look-up's loader: it reads tables for a node of transforms. */
typedef struct {
    JutuTables *tables;
    const JutuFlowNode *node;
} Loader;

/* The rows that a selection's unit draws and that are selected in it. */
static const JutuTable *load_selected(const Loader *loader, const json_t *from, const char *name,
                                      GError **error)
{
    const JutuFlowNode *node = loader->node;
    const JutuSelection *selection = jutu_selection_find(node->flow->plan, node->view, name);
    if (!selection || !comes_before(node->flow->plan->root, selection->unit, node->view)) {
        jutu_chart_error(node->view->chart, from, JUTU_ERROR_SPEC, error,
                         selection ? "the selection \"%s\" must be of a view before this one"
                                   : "\"%s\" is no selection; look up in \"data\" instead",
                         name);
        return NULL;
    }
    const JutuTable *in = jutu_tables_unit(loader->tables, selection->unit, JUTU_DATA_MAIN, true);
    json_t *filter = json_pack("{s:{s:s}}", "filter", "param", name);
    JutuTransformScope scope = scope_of(loader->tables, node, from);
    const JutuTable *out = in ? jutu_transform_find(filter)->run(filter, in, &scope, error) : NULL;
    json_decref(filter);
    return out;
}

static const JutuTable *load_named(void *self, const json_t *from, GError **error)
{
    const Loader *loader = self;
    const char *param = jutu_json_string(from, "param", NULL);
    return param ? load_selected(loader, from, param, error)
                 : load_data(loader->tables, json_object_get(from, "data"), error);
}

/* Whether the rows have what is read of them: by a transform of the user's, or by an encoding that
 * is about to aggregate them. */
static bool has_fields(const JutuFlowNode *node, const JutuTransform *transform, const json_t *def,
                       const JutuTable *in, GError **error)
{
    if (node->where)
        return jutu_flow_transform_fields(node, transform, def, in, error);
    return !json_object_get(def, "aggregate") || node->view->kind != JUTU_VIEW_UNIT ||
           jutu_flow_encoding_fields(node->view, in, error);
}

/* Whether it is the table of a view whose fields haven't been looked for before. */
static bool is_read(const JutuFlowNode *node)
{
    return node->output == JUTU_DATA_MAIN && (node->view->kind == JUTU_VIEW_FACET ||
                                              (node->view->kind == JUTU_VIEW_UNIT &&
                                               !jutu_encoding_is_aggregate(&node->view->encoding)));
}

static const JutuTable *run_transforms(JutuTables *tables, const JutuFlowNode *node,
                                       const JutuTable *in, GError **error)
{
    Loader loader = { tables, node };
    for (size_t i = 0; in && i < json_array_size(node->def); i++) {
        const json_t *def = json_array_get(node->def, i);
        const JutuTransform *transform = jutu_transform_find(def);
        JutuTransformScope scope = scope_of(tables, node, node->where ? node->where : def);
        scope.load = load_named;
        scope.self = &loader;
        if (transform && !has_fields(node, transform, def, in, error))
            return NULL;
        if (transform)
            in = jutu_transform_run(transform, def, in, &scope, error);
        if (tables->facet) /* an `extent` of a cell; others have a place in the order */
            tables->scope.params = scope.params;
    }
    return in;
}

/* The place of each row's value in a sort list; after its end if it isn't in it. */
static const JutuValue *row_indices(const JutuTables *tables, const JutuFlowNode *node,
                                    const json_t *predicates, const JutuTable *in, GError **error)
{
    const JutuChart *chart = node->view->chart;
    size_t n = json_array_size(predicates);
    JutuValue *out = jutu_new(chart->arena, JutuValue, in->n_rows + 1);
    JutuValue *holds = jutu_new(chart->arena, JutuValue, in->n_rows + 1);
    JutuScope scope = { chart->context,    in, 0, jutu_undefined(), tables->scope.params,
                        tables->scope.host };
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

static const JutuTable *run_index(const JutuTables *tables, const JutuFlowNode *node,
                                  const JutuTable *in, GError **error)
{
    const char *name;
    json_t *predicates;
    json_object_foreach (node->def, name, predicates) {
        JutuColumn column = { .name = name,
                              .cells = row_indices(tables, node, predicates, in, error) };
        if (!column.cells)
            return NULL;
        in = jutu_table_with(in, &column, 1, node->view->chart->arena);
    }
    return in;
}

/* Rows have their number from where they were made. */
static const JutuTable *run_identify(JutuTables *tables, const JutuFlowNode *node,
                                     const JutuTable *in)
{
    JutuArena *arena = node->view->chart->arena;
    const JutuFlowNode *before = jutu_flow_numbered_before(node);
    if (!node->required)
        return in;
    size_t first = before ? tables->last[before->index] : 0;
    bool numbered = jutu_table_find(in, JUTU_ROW_ID) != NULL;
    tables->last[node->index] = first + (numbered ? 0 : in->n_rows);
    if (numbered)
        return in;
    JutuValue *numbers = jutu_new(arena, JutuValue, in->n_rows + 1);
    for (size_t row = 0; row < in->n_rows; row++)
        numbers[row] = jutu_number((double)(first + row + 1));
    return jutu_table_with(in, &(JutuColumn){ JUTU_ROW_ID, numbers }, 1, arena);
}

/* A date, or anything that is a finite number when converted; null and undefined are not. */
static bool is_valid(JutuValue value, bool temporal)
{
    if (temporal && value.type == JUTU_DATE)
        return true;
    return !jutu_is_nullish(value) && isfinite(jutu_to_number(value));
}

static const JutuTable *run_filter(const JutuFlowNode *node, const JutuTable *in)
{
    JutuArena *arena = node->view->chart->arena;
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

const JutuTable *jutu_flow_run(JutuTables *tables, const JutuFlowNode *node, const JutuTable *in,
                               GError **error)
{
    switch (node->kind) {
    case JUTU_FLOW_SOURCE:
        return load_data(tables, node->def, error);
    case JUTU_FLOW_IDENTIFY:
        return run_identify(tables, node, in);
    case JUTU_FLOW_PARSE:
        return run_parse(node, in, error);
    case JUTU_FLOW_TRANSFORMS:
        return run_transforms(tables, node, in, error);
    case JUTU_FLOW_INDEX:
        return run_index(tables, node, in, error);
    case JUTU_FLOW_FILTER:
        return run_filter(node, in);
    case JUTU_FLOW_OUTPUT:
        return !is_read(node) || jutu_flow_encoding_fields(node->view, in, error) ? in : NULL;
    case JUTU_FLOW_FACET:
        return in;
    }
    return NULL;
}
