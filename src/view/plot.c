/* From the view tree to plots: data are read here, facets become their cells. */
#include "view/plot.h"

#include <math.h>

#include "base/json.h"
#include "mark/encode.h"
#include "view/background.h"
#include "view/cells.h"
#include "view/scales.h"
#include "view/selection.h"

static JutuPlot *make(const JutuModel *model, JutuPlot *parent, const JutuCell *cell,
                      GError **error);

/* Marks and whose they are, in pairs. */
typedef struct {
    GPtrArray *items, *units;
} Marks;

static bool add_marks(const JutuModel *model, JutuPlot *plot, Marks *marks, GError **error);

static void insert_marks(Marks *marks, gint at, const GPtrArray *brushes)
{
    for (guint i = 0; i < brushes->len; i++) {
        g_ptr_array_insert(marks->items, at < 0 ? -1 : at + (gint)i, brushes->pdata[i]);
        g_ptr_array_insert(marks->units, at < 0 ? -1 : at + (gint)i, NULL);
    }
}

/* A layer's marks, or the only unit's, between the halves of the brushes of the units in it. */
static bool add_brushed(const JutuModel *const *units, size_t n, JutuPlot *plot, Marks *marks,
                        GError **error)
{
    gint start = (gint)marks->items->len;
    for (size_t i = 0; i < n; i++) {
        if (!add_marks(units[i], plot, marks, error))
            return false;
    }
    for (size_t i = 0; i < n; i++) {
        g_autoptr(GPtrArray) below = g_ptr_array_new(), above = g_ptr_array_new();
        jutu_brushes_make(units[i], plot, below, above);
        insert_marks(marks, start, below);
        insert_marks(marks, -1, above);
    }
    return true;
}

static bool add_marks(const JutuModel *model, JutuPlot *plot, Marks *marks, GError **error)
{
    if (model->kind == JUTU_MODEL_LAYER)
        return add_brushed((const JutuModel *const *)model->children, model->n_children, plot,
                           marks, error);
    JutuItems *items = jutu_marks_make(model, plot, error);
    g_ptr_array_add(marks->items, items);
    g_ptr_array_add(marks->units, (void *)model);
    return items != NULL;
}

static bool make_marks(JutuPlot *plot, GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new(), units = g_ptr_array_new();
    const JutuModel *model = plot->model;
    JutuArena *arena = plot->chart->arena;
    Marks marks = { items, units };
    bool ok = model->kind == JUTU_MODEL_LAYER ? add_marks(model, plot, &marks, error)
                                              : add_brushed(&model, 1, plot, &marks, error);
    plot->n_marks = items->len;
    g_ptr_array_add(items, NULL);
    g_ptr_array_add(units, NULL);
    plot->marks = (JutuItems **)jutu_copy(arena, gpointer, items->pdata, items->len);
    plot->mark_units = (const JutuModel **)jutu_copy(arena, gpointer, units->pdata, units->len);
    return ok;
}

/* A unit or layer: everything that is drawn in it is made now, while its cell is entered. A cell
 * that no row is in has neither marks nor axes. */
static bool fill(JutuPlot *plot, GError **error)
{
    jutu_plot_size(plot, 0);
    jutu_plot_size(plot, 1);
    if (plot->empty) {
        jutu_background_make(plot);
        return true;
    }
    if (!jutu_plot_scales_make(plot, error) || !make_marks(plot, error))
        return false;
    jutu_background_make(plot);
    return jutu_axes_make(plot, error);
}

static bool make_children(JutuPlot *plot, GError **error)
{
    const JutuModel *model = plot->model;
    plot->children = jutu_new(plot->chart->arena, JutuPlot *, model->n_children + 1);
    plot->columns = model->columns > 0 ? MIN((size_t)model->columns, model->n_children)
                                       : model->n_children;
    for (size_t c = 0; c < model->n_children; c++) {
        plot->children[c] = make(model->children[c], plot, NULL, error);
        if (!plot->children[c])
            return false;
        plot->n_children++;
    }
    return true;
}

static bool make_cells(JutuPlot *plot, GError **error)
{
    const JutuModel *model = plot->model;
    JutuCells cells;
    if (!jutu_facet_cells(model, &cells, error))
        return false;
    plot->columns = cells.columns;
    plot->children = jutu_new(plot->chart->arena, JutuPlot *, cells.n + 1);
    for (size_t i = 0; i < cells.n; i++) {
        jutu_flow_enter(model->outputs.facet, cells.cells[i].rows);
        plot->children[i] = make(model->children[0], plot, &cells.cells[i], error);
        if (!plot->children[i])
            return false;
        plot->n_children++;
    }
    return plot->empty || jutu_headers_make(plot, error);
}

static JutuPlot *make(const JutuModel *model, JutuPlot *parent, const JutuCell *cell,
                      GError **error)
{
    JutuPlot *plot = jutu_new(model->chart->arena, JutuPlot, 1);
    *plot = (JutuPlot){ .model = model,
                        .chart = model->chart,
                        .parent = parent,
                        .width = NAN,
                        .height = NAN,
                        .style = jutu_style_none() };
    if (cell) {
        plot->facet = cell->keys;
        plot->key = cell->name;
        plot->row = cell->row;
        plot->column = cell->column;
        plot->empty = cell->rows->n_rows == 0;
    }
    plot->container = model->kind == JUTU_MODEL_CONCAT || model->kind == JUTU_MODEL_FACET;
    if (!parent)
        model->chart->plot = plot;
    jutu_plot_scales_init(plot);
    bool ok = true;
    switch (model->kind) {
    case JUTU_MODEL_UNIT:
    case JUTU_MODEL_LAYER:
        ok = fill(plot, error);
        break;
    case JUTU_MODEL_CONCAT:
        ok = make_children(plot, error);
        break;
    case JUTU_MODEL_FACET:
        ok = make_cells(plot, error);
        break;
    }
    ok = ok && (plot->empty || (jutu_legends_make(plot, error) && jutu_title_make(plot, error)));
    if (ok && model->chart->failure) {
        g_propagate_error(error, g_steal_pointer(&model->chart->failure));
        ok = false;
    }
    return ok ? plot : NULL;
}

JutuPlot *jutu_plot_new(JutuChart *chart, GError **error)
{
    return make(chart->root, NULL, NULL, error);
}
