/* Making frames: everything in one agenda, each value once. */
#include "frame/frame.h"

#include <math.h>

#include "base/json.h"

static JutuFrame *frame_new(const JutuPlan *plan, const JutuView *view, JutuFrame *parent,
                            const JutuCell *cell)
{
    JutuFrame *frame = jutu_new(view->chart->arena, JutuFrame, 1);
    *frame = (JutuFrame){ .plan = plan,
                          .view = view,
                          .chart = view->chart,
                          .parent = parent,
                          .width = NAN,
                          .height = NAN,
                          .container = view->kind == JUTU_VIEW_CONCAT ||
                                       view->kind == JUTU_VIEW_FACET };
    if (parent) {
        frame->room = parent->room;
        frame->tables = parent->tables;
        frame->scope = parent->scope;
    }
    if (cell) {
        frame->facet = cell->keys;
        frame->key = cell->name;
        frame->row = cell->row;
        frame->column = cell->column;
        frame->empty = cell->rows->n_rows == 0;
    }
    jutu_frame_scales_init(frame);
    return frame;
}

/* == The values of one plotting area, as nodes of an agenda == */

static const char *const size_names[] = { "width", "height" };

typedef struct Area Area;

/* A value that a node makes: a size, a discrete domain, or a scale. */
typedef struct {
    Area *area;
    JutuFrameScale *entry; /* NULL: a size */
    int i;                 /* of a size */
    size_t domain, scale;  /* numbers of the nodes; of a size `scale` */
} Value;

struct Area {
    JutuFrame *frame;
    JutuAgenda *agenda;
    Value sizes[2];
    size_t bins; /* the number of their node */
    Value *scales;
    size_t n;
    bool root; /* its values have names for variables and rows */
};

static bool compute_size(void *self, GError **error)
{
    const Value *value = self;
    const Area *area = value->area;
    if (!jutu_frame_size_make(area->frame, value->i, error))
        return false;
    if (area->root)
        jutu_agenda_set_signal(area->agenda, size_names[value->i],
                               jutu_number(jutu_frame_size(area->frame, value->i)));
    return true;
}

static bool compute_bins(void *self, GError **error)
{
    const Area *area = self;
    (void)error;
    jutu_frame_bins_make(area->frame);
    return true;
}

static bool compute_domain(void *self, GError **error)
{
    const Value *value = self;
    GError *problem = NULL;
    value->entry->domain = jutu_domain_values(value->area->frame, value->entry->planned,
                                              &value->entry->n_domain, &problem);
    if (problem)
        g_propagate_error(error, problem);
    return !problem;
}

static bool compute_scale(void *self, GError **error)
{
    const Value *value = self;
    return jutu_frame_scale_make(value->area->frame, value->entry, error);
}

static const Value *value_of(const Area *area, const JutuScalePlan *planned)
{
    for (size_t i = 0; i < area->n; i++) {
        if (area->scales[i].entry->planned == planned)
            return &area->scales[i];
    }
    return NULL;
}

/* Scales that the area makes: its own, and those above that it is the first to use. */
static void collect_above(const JutuFrame *frame, const JutuView *view, GPtrArray *out)
{
    for (size_t c = 0; view->kind == JUTU_VIEW_LAYER && c < view->n_children; c++)
        collect_above(frame, view->children[c], out);
    for (int channel = 0; view->kind == JUTU_VIEW_UNIT && channel < JUTU_N_CHANNELS; channel++) {
        const JutuFrameScale *entry = jutu_frame_find(
            frame->parent, jutu_plan_scale(frame->plan, view, (JutuChannel)channel));
        if (entry && !entry->scale && !g_ptr_array_find(out, entry, NULL))
            g_ptr_array_add(out, (void *)entry);
    }
}

static void area_add(Area *area)
{
    JutuFrame *frame = area->frame;
    JutuArena *arena = frame->chart->arena;
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (size_t i = 0; i < frame->n_scales; i++)
        g_ptr_array_add(list, &frame->scales[i]);
    collect_above(frame, frame->view, list);
    area->scales = jutu_new(arena, Value, list->len + 1);
    area->n = list->len;
    for (int i = 0; i < 2; i++) {
        area->sizes[i] = (Value){ .area = area, .i = i };
        JutuAgendaNode node = { .name = size_names[i],
                                .compute = compute_size,
                                .self = &area->sizes[i] };
        area->sizes[i].scale = jutu_agenda_add(area->agenda, &node);
        jutu_agenda_name(area->agenda, size_names[i], area->sizes[i].scale);
    }
    JutuAgendaNode bins = { .name = "bins", .compute = compute_bins, .self = area };
    area->bins = jutu_agenda_add(area->agenda, &bins);
    for (size_t i = 0; i < area->n; i++) {
        JutuFrameScale *entry = list->pdata[i];
        Value *value = &area->scales[i];
        const char *channel = jutu_channels[entry->planned->channel].name;
        JutuAgendaNode domain = { .name = jutu_arena_printf(arena, "domain of %s", channel),
                                  .compute = compute_domain,
                                  .self = value };
        JutuAgendaNode scale = { .name = jutu_arena_printf(arena, "scale of %s", channel),
                                 .compute = compute_scale,
                                 .self = value };
        *value = (Value){ .area = area, .entry = entry };
        value->scale = value->domain = jutu_agenda_add(area->agenda, &scale);
        if (entry->planned->type->discrete)
            value->domain = jutu_agenda_add(area->agenda, &domain);
    }
}

/* Names of the scales as the whole chart sees them. */
static void area_name(const Area *area)
{
    JutuArena *arena = area->frame->chart->arena;
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        jutu_agenda_name(area->agenda,
                         jutu_arena_printf(arena, "%s_bins", jutu_channels[channel].name),
                         area->bins);
        const Value *value = value_of(
            area, jutu_plan_scale(area->frame->plan, area->frame->view, (JutuChannel)channel));
        const char *name = jutu_channels[channel].name;
        if (!value)
            continue;
        jutu_agenda_name(area->agenda, jutu_arena_printf(arena, "domain of %s", name),
                         value->domain);
        jutu_agenda_name(area->agenda, jutu_arena_printf(arena, "scale of %s", name), value->scale);
    }
}

/* == What the values read == */

typedef struct {
    const Area *area;
    const JutuView *view; /* as which it sees scales */
    size_t node;
} Reader;

static void reads_name(const char *name, void *data)
{
    const Reader *reader = data;
    const Area *area = reader->area;
    const char *own = g_str_has_prefix(name, "child_") ? name + strlen("child_") : name;
    bool sized = strcmp(own, "width") == 0 || strcmp(own, "height") == 0;
    if (sized)
        jutu_agenda_reads(area->agenda, reader->node, area->sizes[*own == 'h'].scale);
    else if (jutu_bins_channel(name) != JUTU_NO_CHANNEL)
        jutu_agenda_reads(area->agenda, reader->node, area->bins);
    else if (area->root)
        jutu_agenda_reads_name(area->agenda, reader->node, name);
}

static void reads_scale(const char *function, const char *name, void *data)
{
    const Reader *reader = data;
    bool domain = strcmp(function, "domain") == 0;
    JutuChannel channel = name ? jutu_channel_find(name) : JUTU_NO_CHANNEL;
    const JutuScalePlan *planned = channel == JUTU_NO_CHANNEL
                                       ? NULL
                                       : jutu_plan_scale(reader->area->frame->plan, reader->view,
                                                         channel);
    for (size_t i = 0; i < reader->area->n; i++) {
        const Value *value = &reader->area->scales[i];
        if (!name || value->entry->planned == planned)
            jutu_agenda_reads(reader->area->agenda, reader->node,
                              domain ? value->domain : value->scale);
    }
}

static void reads_expr(const JutuExpr *expr, void *data)
{
    for (const char *const *name = jutu_expr_signals(expr); *name; name++)
        reads_name(*name, data);
    jutu_expr_scales(expr, reads_scale, data);
}

static void link_json(const Area *area, size_t node, const JutuView *view, const json_t *json)
{
    Reader reader = { area, view, node };
    JutuExprVisitor visitor = { area->frame->chart->context, NULL, reads_name, reads_expr,
                                &reader };
    jutu_json_exprs(json, &visitor);
}

static void link_offset(const Area *area, size_t node, int i)
{
    JutuChannel offset = i ? JUTU_YOFFSET : JUTU_XOFFSET;
    const JutuView *unit = jutu_view_unit_with(area->frame->view, offset);
    const Value *value = unit ? value_of(area, jutu_plan_scale(area->frame->plan, unit, offset))
                              : NULL;
    if (value && value->entry->planned->type->discrete)
        jutu_agenda_reads(area->agenda, node, value->domain);
}

/* A size in steps goes by its domain, its step and its paddings. */
static void link_size(const Area *area, int i)
{
    static const char *const names[] = { "padding", "paddingInner", "paddingOuter" };
    size_t node = area->sizes[i].scale;
    const JutuScalePlan *planned = jutu_plan_scale(area->frame->plan, area->frame->view,
                                                   i ? JUTU_Y : JUTU_X);
    const Value *value = value_of(area, planned);
    if (area->frame->room->page) /* where heights follow from all that is listed */
        link_offset(area, node, i);
    if (!planned || (!jutu_frame_is_stepped(area->frame, i) && !area->frame->room->page))
        return;
    const JutuView *reader = jutu_frame_reader(planned);
    if (value && planned->type->discrete)
        jutu_agenda_reads(area->agenda, node, value->domain);
    link_json(area, node, reader, json_object_get(jutu_bag_get(&planned->props, "range"), "step"));
    for (size_t n = 0; n < G_N_ELEMENTS(names); n++)
        link_json(area, node, reader, jutu_bag_get(&planned->props, names[n]));
}

static void link_bins(const Area *area, const JutuView *view)
{
    for (size_t c = 0; view->kind == JUTU_VIEW_LAYER && c < view->n_children; c++)
        link_bins(area, view->children[c]);
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        const JutuChannelDef *def = jutu_field_def(view->encoding.defs[channel]);
        if (view->kind == JUTU_VIEW_UNIT && def && def->binning == JUTU_BIN) {
            jutu_tables_reads_bin(area->frame->tables, area->bins, view, def->column.value);
            link_json(area, area->bins, view, def->bin);
        }
    }
}

/* The tables that a domain is read from, and the expressions in it. */
static void link_domain(const Area *area, const Value *value)
{
    const JutuScalePlan *planned = value->entry->planned;
    for (size_t i = 0; i < planned->n_domains; i++) {
        const JutuDomainSource *source = &planned->domains[i];
        bool open = source->values && !json_is_array(source->values);
        if (source->bins)
            jutu_agenda_reads(area->agenda, value->domain, area->bins);
        if (area->root && (source->column || open))
            jutu_tables_reads_unit(area->frame->tables, value->domain, source->unit, source->data,
                                   source->all_cells || open);
        if (source->values)
            link_json(area, value->domain, source->unit, source->values);
    }
    link_json(area, value->domain, planned->view, jutu_bag_get(&planned->props, "domainRaw"));
}

static void link_scale(const Area *area, const Value *value)
{
    const JutuScalePlan *planned = value->entry->planned;
    const JutuView *reader = jutu_frame_reader(planned);
    link_domain(area, value);
    if (json_object_get(jutu_bag_get(&planned->props, "bins"), "bins"))
        jutu_agenda_reads(area->agenda, value->scale, area->bins);
    if (area->root && json_object_get(jutu_bag_get(&planned->props, "range"), "field"))
        jutu_tables_reads_unit(area->frame->tables, value->scale, reader, JUTU_DATA_MAIN, true);
    if (value->domain != value->scale)
        jutu_agenda_reads(area->agenda, value->scale, value->domain);
    link_json(area, value->scale, reader, planned->props.explicit_props);
    link_json(area, value->scale, reader, planned->props.implicit_props);
}

static void area_link(const Area *area)
{
    if (area->root)
        link_bins(area, area->frame->view);
    for (int i = 0; i < 2; i++)
        link_size(area, i);
    for (size_t i = 0; i < area->n; i++)
        link_scale(area, &area->scales[i]);
}

/* == Running == */

/* Positions, then what lies within them, then the rest. */
static int turn_of(const Value *value)
{
    JutuChannel channel = value->entry->planned->channel;
    return jutu_is_xy(channel) ? 0 : jutu_channels[channel].offset ? 1 : 2;
}

static bool area_run(const Area *area, GError **error)
{
    if (!jutu_agenda_run(area->agenda, area->bins, error))
        return false;
    for (int i = 0; i < 2; i++) {
        if (!jutu_agenda_run(area->agenda, area->sizes[i].scale, error))
            return false;
    }
    for (int turn = 0; turn < 3 && !area->frame->empty; turn++) {
        for (size_t i = 0; i < area->n; i++) {
            if (turn_of(&area->scales[i]) == turn &&
                !jutu_agenda_run(area->agenda, area->scales[i].scale, error))
                return false;
        }
    }
    return true;
}

/* A view among others: no variable reads of it. */
static bool fill_area(JutuFrame *frame, GError **error)
{
    Area area = { .frame = frame, .agenda = jutu_agenda_new(frame->chart, frame->scope) };
    area_add(&area);
    area_link(&area);
    return area_run(&area, error);
}

static bool fill_frame(JutuFrame *frame, GError **error);

static bool add_child(JutuFrame *frame, const JutuView *view, const JutuCell *cell, GError **error)
{
    JutuFrame *child = frame_new(frame->plan, view, frame, cell);
    if (cell) {
        child->tables = jutu_tables_of_cell(frame->tables, frame->view, cell->rows, error);
        if (!child->tables)
            return false;
        child->scope = jutu_tables_scope(child->tables);
    }
    frame->children[frame->n_children++] = child;
    return fill_frame(child, error);
}

static bool fill_concat(JutuFrame *frame, GError **error)
{
    const JutuView *view = frame->view;
    size_t n = view->n_children;
    frame->columns = view->columns > 0 ? MIN((size_t)view->columns, n) : n;
    size_t open = jutu_page_columns(frame, n);
    if (open > 0)
        frame->columns = open;
    frame->children = jutu_new(frame->chart->arena, JutuFrame *, n + 1);
    for (size_t c = 0; c < n; c++) {
        if (!add_child(frame, view->children[c], NULL, error))
            return false;
    }
    return true;
}

static bool fill_facet(JutuFrame *frame, GError **error)
{
    JutuCells cells;
    if (!jutu_facet_cells(frame->view, jutu_tables_facet(frame->tables, frame->view), &cells,
                          error))
        return false;
    size_t open = jutu_page_columns(frame, cells.n);
    frame->columns = open > 0 ? open : cells.columns;
    frame->children = jutu_new(frame->chart->arena, JutuFrame *, cells.n + 1);
    for (size_t i = 0; i < cells.n; i++) {
        JutuCell cell = cells.cells[i];
        cell.row = open > 0 ? i / open : cell.row;
        cell.column = open > 0 ? i % open : cell.column;
        if (!add_child(frame, frame->view->children[0], &cell, error))
            return false;
    }
    return true;
}

static bool fill_frame(JutuFrame *frame, GError **error)
{
    switch (frame->view->kind) {
    case JUTU_VIEW_UNIT:
    case JUTU_VIEW_LAYER:
        return fill_area(frame, error);
    case JUTU_VIEW_CONCAT:
        return fill_concat(frame, error);
    case JUTU_VIEW_FACET:
        return fill_facet(frame, error);
    }
    return false;
}

const JutuFrame *jutu_frames_make(const JutuFrameInput *input, GError **error)
{
    const JutuChart *chart = input->plan->chart;
    JutuAgenda *agenda = jutu_agenda_new(chart, input->plan->scope);
    JutuFrame *root = frame_new(input->plan, input->plan->root, NULL, NULL);
    root->room = input->room;
    root->tables = input->tables;
    root->scope = jutu_agenda_scope(agenda);
    JutuScope *scope = jutu_new(chart->arena, JutuScope, 1);
    *scope = root->container ? *root->scope : jutu_frame_scope(root, root->view);
    Area area = { .frame = root, .agenda = agenda, .root = true };
    JutuVariables *variables = jutu_params_add(input->plan->params, agenda, scope);
    jutu_tables_add(input->tables, agenda);
    if (root->container) { /* as in Vega, where sizes are those of the views */
        for (int i = 0; i < 2; i++)
            jutu_agenda_set_signal(agenda, size_names[i], jutu_number(0));
    } else {
        area_add(&area);
        area_name(&area);
        area_link(&area);
    }
    jutu_variables_link(variables);
    jutu_tables_link(input->tables);
    if (!jutu_tables_run(input->tables, error))
        return NULL;
    if (!root->container && !area_run(&area, error))
        return NULL;
    jutu_variables_run(variables);
    if (root->container && !fill_frame(root, error))
        return NULL;
    jutu_frame_ask(root);
    return jutu_frame_check_units(root, error) ? root : NULL;
}
