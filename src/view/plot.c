/* From the view tree to plots: data are read here, facets become their cells. */
#include "view/plot.h"

#include <math.h>

#include "base/json.h"
#include "mark/encode.h"
#include "view/background.h"
#include "view/cells.h"
#include "view/scales.h"

static JutuPlot *make(const JutuModel *model, JutuPlot *parent, const JutuCell *cell,
                      GError **error);

void jutu_model_units(const JutuModel *model, GPtrArray *units)
{
    if (model->kind == JUTU_MODEL_UNIT)
        g_ptr_array_add(units, (void *)model);
    for (size_t c = 0; model->kind == JUTU_MODEL_LAYER && c < model->n_children; c++)
        jutu_model_units(model->children[c], units);
}

static bool make_marks(JutuPlot *plot, GError **error)
{
    g_autoptr(GPtrArray) units = g_ptr_array_new();
    jutu_model_units(plot->model, units);
    plot->marks = jutu_new(plot->chart->arena, JutuItems *, units->len + 1);
    for (guint i = 0; i < units->len; i++) {
        plot->marks[i] = jutu_marks_make(units->pdata[i], plot, error);
        if (!plot->marks[i])
            return false;
        plot->n_marks++;
    }
    return true;
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
    plot->container = true;
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
    plot->container = true;
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
