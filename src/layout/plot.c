/* From frames to plots: marks and guides are made here. */
#include "layout/plot.h"

#include <math.h>

#include "base/json.h"
#include "frame/cells.h"
#include "mark/bounds.h"
#include "mark/brush.h"
#include "mark/mark.h"
#include "mark/text_wrap.h"
#include "plan/scales.h"
#include "plan/selection.h"

/* What plots are made with. */
typedef struct {
    const JutuGuidePlan *guides;
    const JutuMeasure *measure;
    size_t n_shapes; /* of all marks so far, points of paths aside */
} Making;

static JutuPlot *make(Making *making, const JutuFrame *frame, JutuPlot *parent, GError **error);

/* Marks and whose they are, in pairs. */
typedef struct {
    GPtrArray *items, *units;
    size_t *n_shapes;
} Marks;

static bool add_marks(const JutuView *view, JutuPlot *plot, Marks *marks, GError **error);

static void insert_marks(Marks *marks, gint at, const GPtrArray *brushes)
{
    for (guint i = 0; i < brushes->len; i++) {
        g_ptr_array_insert(marks->items, at < 0 ? -1 : at + (gint)i, brushes->pdata[i]);
        g_ptr_array_insert(marks->units, at < 0 ? -1 : at + (gint)i, NULL);
    }
}

/* A layer's marks, or the only unit's, between the halves of the brushes of the units in it. */
static bool add_brushed(const JutuView *const *units, size_t n, JutuPlot *plot, Marks *marks,
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

static bool add_marks(const JutuView *view, JutuPlot *plot, Marks *marks, GError **error)
{
    if (view->kind == JUTU_VIEW_LAYER)
        return add_brushed(view->children, view->n_children, plot, marks, error);
    JutuItems *items = jutu_marks_make(view, plot->frame, marks->n_shapes, error);
    g_ptr_array_add(marks->items, items);
    g_ptr_array_add(marks->units, (void *)view);
    return items != NULL;
}

static bool make_marks(Making *making, JutuPlot *plot, GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new(), units = g_ptr_array_new();
    const JutuView *view = plot->frame->view;
    JutuArena *arena = plot->frame->chart->arena;
    Marks marks = { items, units, &making->n_shapes };
    bool ok = view->kind == JUTU_VIEW_LAYER ? add_marks(view, plot, &marks, error)
                                            : add_brushed(&view, 1, plot, &marks, error);
    plot->n_marks = ok ? items->len : 0;
    plot->marks = jutu_new(arena, JutuPlotMark, plot->n_marks + 1);
    for (size_t i = 0; i < plot->n_marks; i++) {
        JutuPlotMark *mark = &plot->marks[i];
        mark->items = items->pdata[i];
        mark->unit = units->pdata[i];
        jutu_texts_wrap(items->pdata[i], plot->frame, making->measure);
        mark->box = jutu_mark_box(plot->frame, mark->unit, mark->items, making->measure,
                                  &mark->group);
    }
    return ok;
}

/* A cell that no row is in has neither marks nor axes. */
static bool fill(Making *making, JutuPlot *plot, GError **error)
{
    plot->background = jutu_background_make(plot->frame);
    return plot->frame->empty ||
           (make_marks(making, plot, error) &&
            jutu_axes_make(making->guides, plot->frame, making->measure, &plot->guides, error));
}

static bool make_children(Making *making, JutuPlot *plot, GError **error)
{
    const JutuFrame *frame = plot->frame;
    plot->children = jutu_new(frame->chart->arena, JutuPlot *, frame->n_children + 1);
    for (size_t i = 0; i < frame->n_children; i++) {
        plot->children[i] = make(making, frame->children[i], plot, error);
        if (!plot->children[i])
            return false;
        plot->n_children++;
    }
    return frame->empty || frame->view->kind != JUTU_VIEW_FACET ||
           jutu_headers_make(making->guides, frame, making->measure, &plot->guides, error);
}

static JutuPlot *make(Making *making, const JutuFrame *frame, JutuPlot *parent, GError **error)
{
    JutuPlot *plot = jutu_new(frame->chart->arena, JutuPlot, 1);
    *plot = (JutuPlot){ .frame = frame, .parent = parent, .background = { jutu_style_none() } };
    bool ok = frame->container ? make_children(making, plot, error) : fill(making, plot, error);
    ok = ok && (frame->empty ||
                (jutu_legends_make(making->guides, frame, making->measure, &plot->guides, error) &&
                 jutu_title_make(making->guides, frame, making->measure, &plot->guides, error)));
    return ok ? plot : NULL;
}

JutuPlot *jutu_plot_new(const JutuFrame *root, const JutuGuidePlan *guides,
                        const JutuMeasure *measure, GError **error)
{
    Making making = { jutu_guide_plan_for(guides, root, error), measure, 0 };
    JutuPlot *plot = making.guides ? make(&making, root, NULL, error) : NULL;
    if (plot)
        plot->has_unit = jutu_guide_unit(making.guides, &plot->unit);
    return plot;
}
