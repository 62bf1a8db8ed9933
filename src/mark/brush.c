/* Brushes: the rectangles that show what interval selections have selected (selection/interval.ts).
 */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "mark/brush.h"
#include "plan/selection.h"
#include "scene/style.h"

/* The part of the view that is selected along x or y; all of it where it isn't looked at. */
typedef struct {
    double ends[2];
    bool projected;
} Side;

static size_t find_item(const JutuSelection *selection, JutuChannel channel)
{
    size_t i = 0;
    while (i < selection->n_items && selection->items[i].channel != channel)
        i++;
    return i;
}

static Side side_of(const JutuSelection *selection, const JutuFrame *frame, JutuChannel channel)
{
    size_t item = find_item(selection, channel);
    if (item == selection->n_items)
        return (Side){ { 0, jutu_frame_size(frame, channel == JUTU_Y) }, false };
    JutuValue value = selection->values[item];
    const JutuScale *scale = jutu_frame_scale(frame, selection->unit, channel);
    if (!scale || value.type != JUTU_ARRAY || value.length < 2)
        return (Side){ { NAN, NAN }, true };
    return (Side){ { jutu_to_number(jutu_scale_map(scale, value.items[0])),
                     jutu_to_number(jutu_scale_map(scale, value.items[1])) },
                   true };
}

/* Whether there is anything to draw it from. */
static bool has_brush(const JutuSelection *selection)
{
    bool placed = find_item(selection, JUTU_X) < selection->n_items ||
                  find_item(selection, JUTU_Y) < selection->n_items;
    return placed && selection->interval && !selection->moves_scales && selection->n_entries > 0;
}

/* A global selection shows in the view that it was made in. Which cell of a facet that is isn't
 * said. */
static bool is_elsewhere(const JutuSelection *selection, const JutuPlan *plan)
{
    for (const JutuView *around = selection->unit; around; around = around->parent) {
        if (selection->global && around->kind == JUTU_VIEW_FACET)
            return true;
    }
    for (size_t i = 0; selection->global && plan->selections[i] != selection; i++) {
        if (strcmp(plan->selections[i]->name, selection->name) == 0)
            return true;
    }
    return false;
}

static void set_number(JutuItems *items, JutuItemNumber which, double number, JutuArena *arena)
{
    items->number[which].data = jutu_copy(arena, double, &number, 1);
}

/* A brush that is elsewhere is a rectangle without sides, as in the reference. */
static JutuItems *rect_new(const Side *x, const Side *y, bool elsewhere, JutuArena *arena)
{
    static const Side none;
    x = elsewhere ? &none : x;
    y = elsewhere ? &none : y;
    JutuItems *items = jutu_new(arena, JutuItems, 1);
    *items = (JutuItems){ .kind = JUTU_ITEM_RECT, .clip = true, .n = 1 };
    set_number(items, JUTU_N_X, fmin(x->ends[0], x->ends[1]), arena);
    set_number(items, JUTU_N_Y, fmin(y->ends[0], y->ends[1]), arena);
    set_number(items, JUTU_N_WIDTH, fabs(x->ends[1] - x->ends[0]), arena);
    set_number(items, JUTU_N_HEIGHT, fabs(y->ends[1] - y->ends[0]), arena);
    return items;
}

/* The look of the brush: the selection's `mark`, or config's. */
static JutuValue brush_look(const JutuSelection *selection, const JutuFrame *frame,
                            const char *name)
{
    const json_t *own = jutu_json_path(selection->param, "select", "mark", name, NULL);
    if (!own)
        own = jutu_config(frame->chart, "selection", "interval", "mark", name, NULL);
    return jutu_frame_value(frame, selection->unit, own, NULL);
}

static void set_paint(JutuPaints *out, JutuValue value, JutuArena *arena)
{
    JutuPaint paint = jutu_paint_from(value, arena);
    out->data = jutu_copy(arena, JutuPaint, &paint, 1);
}

static void set_look(JutuItems *items, JutuItemNumber which, const JutuSelection *selection,
                     const JutuFrame *frame, const char *name)
{
    JutuValue value = brush_look(selection, frame, name);
    if (!jutu_is_nullish(value))
        set_number(items, which, jutu_to_number(value), frame->chart->arena);
}

static void set_dash(JutuItems *items, JutuValue value, JutuArena *arena)
{
    if (value.type != JUTU_ARRAY || value.length == 0)
        return;
    double *lengths = jutu_new(arena, double, value.length);
    for (size_t i = 0; i < value.length; i++)
        lengths[i] = jutu_to_number(value.items[i]);
    JutuDash dash = { lengths, value.length };
    items->dash.data = jutu_copy(arena, JutuDash, &dash, 1);
}

static JutuItems *brush_background(const JutuSelection *selection, const JutuFrame *frame,
                                   JutuItems *items)
{
    set_paint(&items->fill, brush_look(selection, frame, "fill"), frame->chart->arena);
    set_look(items, JUTU_N_FILL_OPACITY, selection, frame, "fillOpacity");
    return items;
}

static JutuItems *brush_outline(const JutuSelection *selection, const JutuFrame *frame,
                                JutuItems *items)
{
    JutuArena *arena = frame->chart->arena;
    set_paint(&items->stroke, brush_look(selection, frame, "stroke"), arena);
    set_look(items, JUTU_N_STROKE_WIDTH, selection, frame, "strokeWidth");
    set_look(items, JUTU_N_STROKE_OPACITY, selection, frame, "strokeOpacity");
    set_look(items, JUTU_N_DASH_OFFSET, selection, frame, "strokeDashOffset");
    set_dash(items, brush_look(selection, frame, "strokeDash"), arena);
    return items;
}

static bool is_flat(const Side *side)
{
    return side->projected && side->ends[0] == side->ends[1];
}

void jutu_brushes_make(const JutuView *unit, const JutuFrame *frame, GPtrArray *below,
                       GPtrArray *above)
{
    const JutuPlan *plan = frame->plan;
    JutuArena *arena = frame->chart->arena;
    for (size_t i = 0; i < plan->n_selections; i++) {
        const JutuSelection *selection = plan->selections[i];
        if (selection->unit != unit || !has_brush(selection))
            continue;
        Side x = side_of(selection, frame, JUTU_X), y = side_of(selection, frame, JUTU_Y);
        bool elsewhere = is_elsewhere(selection, plan);
        if (!isfinite(x.ends[0] + x.ends[1] + y.ends[0] + y.ends[1]))
            continue;
        if (!elsewhere)
            g_ptr_array_insert(below, 0,
                               brush_background(selection, frame, rect_new(&x, &y, false, arena)));
        if (!is_flat(&x) && !is_flat(&y))
            g_ptr_array_add(above,
                            brush_outline(selection, frame, rect_new(&x, &y, elsewhere, arena)));
    }
}
