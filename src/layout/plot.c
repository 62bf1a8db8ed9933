/* From the view tree to plots: data are read here, facets become their cells. */
#include "layout/plot.h"

#include <math.h>

#include "base/json.h"
#include "frame/cells.h"
#include "mark/brush.h"
#include "mark/encode.h"
#include "plan/scales.h"
#include "plan/selection.h"

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
        jutu_brushes_make(units[i], plot->frame, below, above);
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
    JutuItems *items = jutu_marks_make(model, plot->frame, error);
    g_ptr_array_add(marks->items, items);
    g_ptr_array_add(marks->units, (void *)model);
    return items != NULL;
}

static bool make_marks(JutuPlot *plot, GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new(), units = g_ptr_array_new();
    const JutuModel *model = plot->frame->model;
    JutuArena *arena = plot->frame->chart->arena;
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
    JutuFrame *frame = plot->frame;
    jutu_frame_size(frame, 0);
    jutu_frame_size(frame, 1);
    plot->background = jutu_background_make(frame);
    if (frame->empty)
        return true;
    return jutu_frame_scales_make(frame, error) && make_marks(plot, error) &&
           jutu_axes_make(frame, &plot->guides, error);
}

static bool add_child(JutuPlot *plot, const JutuModel *model, const JutuCell *cell, GError **error)
{
    JutuFrame *frame = plot->frame;
    JutuPlot *child = make(model, plot, cell, error);
    if (!child)
        return false;
    frame->children[frame->n_children++] = child->frame;
    plot->children[plot->n_children++] = child;
    return true;
}

static void set_children(JutuPlot *plot, size_t n, size_t columns)
{
    JutuArena *arena = plot->frame->chart->arena;
    plot->frame->columns = columns;
    plot->frame->children = jutu_new(arena, JutuFrame *, n + 1);
    plot->children = jutu_new(arena, JutuPlot *, n + 1);
}

static bool make_children(JutuPlot *plot, GError **error)
{
    const JutuModel *model = plot->frame->model;
    size_t n = model->n_children;
    set_children(plot, n, model->columns > 0 ? MIN((size_t)model->columns, n) : n);
    for (size_t c = 0; c < n; c++) {
        if (!add_child(plot, model->children[c], NULL, error))
            return false;
    }
    return true;
}

static bool make_cells(JutuPlot *plot, GError **error)
{
    const JutuModel *model = plot->frame->model;
    JutuCells cells;
    if (!jutu_facet_cells(model, &cells, error))
        return false;
    set_children(plot, cells.n, cells.columns);
    for (size_t i = 0; i < cells.n; i++) {
        jutu_flow_enter(model->outputs->facet, cells.cells[i].rows);
        if (!add_child(plot, model->children[0], &cells.cells[i], error))
            return false;
    }
    return plot->frame->empty || jutu_headers_make(plot->frame, &plot->guides, error);
}

static JutuPlot *make(const JutuModel *model, JutuPlot *parent, const JutuCell *cell,
                      GError **error)
{
    JutuPlot *plot = jutu_new(model->chart->arena, JutuPlot, 1);
    JutuFrame *frame = jutu_frame_new(model, parent ? parent->frame : NULL, cell);
    *plot = (JutuPlot){ .frame = frame, .parent = parent, .background = { jutu_style_none() } };
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
    ok = ok && (frame->empty || (jutu_legends_make(frame, &plot->guides, error) &&
                                 jutu_title_make(frame, &plot->guides, error)));
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
