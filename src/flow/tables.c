#include "flow/tables.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "flow/node.h"
#include "transform/args.h"
#include "transform/bin.h"

static JutuTables *tables_new(const JutuFlow *flow, JutuDataSources *sources)
{
    JutuArena *arena = flow->plan->chart->arena;
    JutuTables *tables = jutu_new(arena, JutuTables, 1);
    *tables = (JutuTables){ .flow = flow, .sources = sources };
    tables->made = jutu_new(arena, const JutuTable *, flow->wanted->len + 1);
    tables->last = jutu_new(arena, size_t, flow->wanted->len + 1);
    return tables;
}

JutuTables *jutu_tables_new(const JutuFlow *flow, JutuDataSources *sources)
{
    JutuArena *arena = flow->plan->chart->arena;
    JutuTables *tables = tables_new(flow, sources);
    tables->nodes = jutu_new(arena, JutuTableNode, flow->wanted->len + 1);
    tables->numbers = jutu_new(arena, size_t, flow->wanted->len + 1);
    tables->extents = jutu_new(arena, JutuTableNode, flow->extents->len + 1);
    for (guint i = 0; i < flow->wanted->len; i++) {
        const JutuFlowNode *node = flow->wanted->pdata[i];
        if (!node->facet)
            tables->nodes[tables->n_nodes++] = (JutuTableNode){ tables, node, 0 };
    }
    for (guint i = 0; i < flow->extents->len; i++) {
        const JutuFlowNode *node = flow->extents->pdata[i];
        if (node->parent && node->wanted && !node->facet)
            tables->extents[tables->n_extents++] = (JutuTableNode){ tables, node, 0 };
    }
    return tables;
}

const JutuTable *jutu_flow_table(const JutuTables *tables, const JutuFlowNode *node)
{
    if (!node->wanted)
        return NULL;
    while (tables && tables->facet != node->facet)
        tables = tables->outer;
    return tables ? tables->made[node->index] : NULL;
}

/* == In the agenda == */

static bool make_table(void *self, GError **error)
{
    const JutuTableNode *of = self;
    const JutuFlowNode *node = of->node;
    const JutuTable **made = &of->tables->made[node->index];
    if (!*made) /* they stay as they are while frames are made anew */
        *made = jutu_flow_run(of->tables, node,
                              node->parent ? of->tables->made[node->parent->index] : NULL, error);
    return *made != NULL;
}

/* The least and the greatest number of a field, as an `extent` transform sets them. */
static bool make_extent(void *self, GError **error)
{
    const JutuTableNode *of = self;
    JutuArena *arena = of->tables->flow->plan->chart->arena;
    const json_t *def = json_array_get(of->node->def, 0);
    const JutuTable *in = jutu_flow_table(of->tables, of->node->parent);
    const JutuValue *cells = jutu_cells(in, jutu_json_string(def, "extent", ""), arena);
    double extent[2] = { NAN, NAN };
    (void)error;
    jutu_field_extent(cells, in->n_rows, extent);
    JutuValue *ends = jutu_new(arena, JutuValue, 2);
    for (int end = 0; end < 2; end++)
        ends[end] = isnan(extent[end]) ? jutu_undefined() : jutu_number(extent[end]);
    jutu_agenda_set(of->tables->agenda, jutu_json_string(def, "param", ""), jutu_array(ends, 2));
    return true;
}

void jutu_tables_add(JutuTables *tables, JutuAgenda *agenda)
{
    tables->agenda = agenda;
    tables->scope = *jutu_agenda_scope(agenda);
    for (size_t i = 0; i < tables->n_nodes; i++) {
        JutuAgendaNode node = { .name = "data", .compute = make_table, .self = &tables->nodes[i] };
        tables->nodes[i].number = jutu_agenda_add(agenda, &node);
        tables->numbers[tables->nodes[i].node->index] = tables->nodes[i].number;
    }
    for (size_t i = 0; i < tables->n_extents; i++) {
        const json_t *def = json_array_get(tables->extents[i].node->def, 0);
        const char *name = jutu_json_string(def, "param", NULL);
        JutuAgendaNode node = { .name = name ? name : "extent",
                                .compute = make_extent,
                                .self = &tables->extents[i] };
        tables->extents[i].number = jutu_agenda_add(agenda, &node);
        if (name)
            jutu_agenda_name(agenda, name, tables->extents[i].number);
    }
}

/* The place in the agenda of a table outside of facets. */
static void reads_table(const JutuTables *tables, size_t number, const JutuFlowNode *node)
{
    if (node && node->wanted && !node->facet)
        jutu_agenda_reads(tables->agenda, number, tables->numbers[node->index]);
}

void jutu_tables_reads_unit(const JutuTables *tables, size_t number, const JutuView *unit,
                            JutuDataKind kind, bool all)
{
    reads_table(tables, number, jutu_flow_node_of(tables->flow, unit, kind, all));
}

void jutu_tables_reads_bin(const JutuTables *tables, size_t number, const JutuView *unit,
                           const char *as)
{
    reads_table(tables, number, jutu_flow_before_bin(tables->flow, unit, as, true));
}

void jutu_tables_link(JutuTables *tables)
{
    for (size_t i = 0; i < tables->n_nodes; i++) {
        const JutuFlowNode *node = tables->nodes[i].node;
        size_t number = tables->nodes[i].number;
        reads_table(tables, number, node->parent);
        reads_table(tables, number, jutu_flow_numbered_before(node));
        if (node->kind != JUTU_FLOW_TRANSFORMS && node->kind != JUTU_FLOW_INDEX)
            continue;
        jutu_agenda_reads_json(tables->agenda, number, node->def);
        for (size_t t = 0; t < json_array_size(node->def); t++) {
            const JutuView *unit = jutu_flow_looked_up(node, json_array_get(node->def, t));
            if (unit)
                reads_table(tables, number,
                            jutu_flow_node_of(tables->flow, unit, JUTU_DATA_MAIN, true));
        }
    }
    for (size_t i = 0; i < tables->n_extents; i++)
        reads_table(tables, tables->extents[i].number, tables->extents[i].node->parent);
}

bool jutu_tables_run(JutuTables *tables, GError **error)
{
    for (size_t i = 0; i < tables->n_nodes; i++) {
        if (!jutu_agenda_run(tables->agenda, tables->nodes[i].number, error))
            return false;
    }
    for (size_t i = 0; i < tables->n_extents; i++) {
        if (!jutu_agenda_run(tables->agenda, tables->extents[i].number, error))
            return false;
    }
    if (!tables->checked)
        jutu_flow_check_cells(tables);
    tables->checked = true;
    return true;
}

/* == Cells == */

const JutuTables *jutu_tables_of_cell(const JutuTables *outer, const JutuView *facet,
                                      const JutuTable *rows, GError **error)
{
    const JutuFlow *flow = outer->flow;
    JutuTables *tables = tables_new(flow, outer->sources);
    tables->outer = outer;
    tables->facet = jutu_flow_outputs(flow, facet)->facet;
    tables->scope = outer->scope;
    for (guint i = 0; i < flow->wanted->len; i++) {
        const JutuFlowNode *node = flow->wanted->pdata[i];
        if (node->facet != tables->facet)
            continue;
        const JutuTable *in = node->parent == tables->facet ? rows
                                                            : jutu_flow_table(tables, node->parent);
        tables->made[i] = in ? jutu_flow_run(tables, node, in, error) : NULL;
        if (!tables->made[i])
            return NULL;
    }
    return tables;
}

/* == Look-ups == */

const JutuScope *jutu_tables_scope(const JutuTables *tables)
{
    return &tables->scope;
}

const JutuTable *jutu_tables_unit(const JutuTables *tables, const JutuView *unit, JutuDataKind kind,
                                  bool all)
{
    return jutu_flow_table(tables, jutu_flow_node_of(tables->flow, unit, kind, all));
}

const JutuTable *jutu_tables_facet(const JutuTables *tables, const JutuView *facet)
{
    return jutu_flow_table(tables, jutu_flow_outputs(tables->flow, facet)->facet->parent);
}

const JutuTable *jutu_tables_before_bin(const JutuTables *tables, const JutuView *unit,
                                        const char *as, bool all)
{
    const JutuFlowNode *node = jutu_flow_before_bin(tables->flow, unit, as, all);
    return node ? jutu_flow_table(tables, node) : NULL;
}

JutuReader *jutu_tables_reader(const JutuTables *tables)
{
    return jutu_data_reader(tables->sources);
}

const JutuDataResource *jutu_tables_resource(const JutuTables *tables, const JutuView *unit,
                                             GError **error)
{
    const JutuFlowNode *node = jutu_flow_node_of(tables->flow, unit, JUTU_DATA_MAIN, false);
    while (node && node->parent)
        node = node->parent;
    return node ? jutu_data_resource(tables->sources, node->def, error) : NULL;
}

const JutuTable *jutu_tables_drawn(const JutuTables *tables, const JutuView *unit)
{
    const JutuFlowNode *node = jutu_flow_node_of(tables->flow, unit, JUTU_DATA_MAIN, false);
    const JutuTable *table = NULL;
    for (; node && !table; node = node->parent)
        table = jutu_flow_table(tables, node);
    return table && !table->origin && table->before ? table->before : table;
}
