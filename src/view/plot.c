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

static bool add_marks(const JutuModel *model, JutuPlot *plot, GPtrArray *out, GError **error);

/* A layer's marks, or the only unit's, between the halves of the brushes of the units in it. */
static bool add_brushed(const JutuModel *const *units, size_t n, JutuPlot *plot, GPtrArray *out,
                        GError **error)
{
    g_autoptr(GPtrArray) marks = g_ptr_array_new();
    for (size_t i = 0; i < n; i++) {
        if (!add_marks(units[i], plot, marks, error))
            return false;
    }
    for (size_t i = 0; i < n; i++) {
        g_autoptr(GPtrArray) below = g_ptr_array_new();
        jutu_brushes_make(units[i], plot, below, marks);
        for (guint k = below->len; k-- > 0;)
            g_ptr_array_insert(marks, 0, below->pdata[k]);
    }
    g_ptr_array_extend(out, marks, NULL, NULL);
    return true;
}

static bool add_marks(const JutuModel *model, JutuPlot *plot, GPtrArray *out, GError **error)
{
    if (model->kind == JUTU_MODEL_LAYER)
        return add_brushed((const JutuModel *const *)model->children, model->n_children, plot, out,
                           error);
    JutuItems *items = jutu_marks_make(model, plot, error);
    if (items)
        g_ptr_array_add(out, items);
    return items != NULL;
}

static bool make_marks(JutuPlot *plot, GError **error)
{
    g_autoptr(GPtrArray) marks = g_ptr_array_new();
    const JutuModel *model = plot->model;
    bool ok = model->kind == JUTU_MODEL_LAYER ? add_marks(model, plot, marks, error)
                                              : add_brushed(&model, 1, plot, marks, error);
    plot->n_marks = marks->len;
    g_ptr_array_add(marks, NULL);
    plot->marks = (JutuItems **)jutu_copy(plot->chart->arena, gpointer, marks->pdata, marks->len);
    return ok;
}

/* A unit or layer: everything that is drawn in it is made now, while its cell is entered. A cell
 * that no row is in has neither marks nor axes. */
static bool fill(JutuPlot *plot, bool empty, GError **error)
{
    jutu_plot_size(plot, 0);
    jutu_plot_size(plot, 1);
    if (empty) {
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
    return jutu_headers_make(plot, error);
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
    }
    plot->container = model->kind == JUTU_MODEL_CONCAT || model->kind == JUTU_MODEL_FACET;
    if (!parent)
        model->chart->plot = plot;
    jutu_plot_scales_init(plot);
    bool ok = true;
    switch (model->kind) {
    case JUTU_MODEL_UNIT:
    case JUTU_MODEL_LAYER:
        ok = fill(plot, cell && cell->rows->n_rows == 0, error);
        break;
    case JUTU_MODEL_CONCAT:
        ok = make_children(plot, error);
        break;
    case JUTU_MODEL_FACET:
        ok = make_cells(plot, error);
        break;
    }
    ok = ok && jutu_legends_make(plot, error) && jutu_title_make(plot, error);
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
