/* Bounds of marks, kind by kind, as vega-scenegraph counts them. */
#include <string.h>

#include "mark/bounds.h"
#include "mark/items_shape.h"
#include "mark/items_text.h"
#include "scene/path.h"

/* Px from the view beyond which items are out of sight: the page doesn't grow for them. */
#define OUT_OF_SIGHT 5000.0

typedef struct {
    const JutuItems *items;
    const JutuMeasure *measure;
    JutuArena *arena; /* for the outlines only */
    JutuPathBuilder *path;
    /* the outline of the last symbol at size 1, as all of a mark are mostly the same */
    const char *shape;
    double angle;
    JutuBox outline;
} Marks;

static double x_of(const Marks *marks, size_t i)
{
    return jutu_item_value(marks->items, JUTU_N_X, i, 0);
}
static double y_of(const Marks *marks, size_t i)
{
    return jutu_item_value(marks->items, JUTU_N_Y, i, 0);
}

/* How far the stroke of an item (of paths: a series) reaches beyond its outline. */
static double stroke_reach(const Marks *marks, size_t i, bool mitred)
{
    const JutuItems *items = marks->items;
    if (!items->stroke.data || items->stroke.data[i * items->stroke.stride].kind == JUTU_PAINT_NONE)
        return 0;
    if (jutu_item_value(marks->items, JUTU_N_OPACITY, i, 1) == 0 ||
        jutu_item_value(marks->items, JUTU_N_STROKE_OPACITY, i, 1) == 0)
        return 0;
    double width = jutu_item_value(marks->items, JUTU_N_STROKE_WIDTH, i, 1);
    bool square = jutu_item_cap(items, i) == JUTU_CAP_SQUARE;
    double reach = (square ? M_SQRT2 : 1) * width / 2;
    if (mitred && jutu_item_join(items, i) == JUTU_JOIN_MITER)
        reach = fmax(reach, jutu_item_value(marks->items, JUTU_N_MITER_LIMIT, i, 4) * width / 2);
    return reach;
}

static JutuBox take_outline(Marks *marks)
{
    JutuPath path = jutu_path_take(marks->path, marks->arena);
    return jutu_box_of(jutu_path_bounds(&path));
}

/* Turns a path's points about the origin. */
static void turn(const JutuPath *path, double degrees)
{
    double c = cos(degrees * M_PI / 180), s = sin(degrees * M_PI / 180);
    double *at = (double *)path->points; /* just taken: nobody else has it */
    for (size_t i = 0; i < path->n_ops; i++) {
        static const int points[] = {
            [JUTU_PATH_MOVE] = 1, [JUTU_PATH_LINE] = 1, [JUTU_PATH_CURVE] = 3, [JUTU_PATH_CLOSE] = 0
        };
        for (int p = 0; p < points[path->ops[i]]; p++, at += 2) {
            double x = at[0], y = at[1];
            at[0] = c * x - s * y;
            at[1] = s * x + c * y;
        }
    }
}

static JutuBox rect_box(Marks *marks, size_t i)
{
    double x = x_of(marks, i), y = y_of(marks, i);
    JutuBox box = { x, y, x + jutu_item_value(marks->items, JUTU_N_WIDTH, i, 0),
                    y + jutu_item_value(marks->items, JUTU_N_HEIGHT, i, 0) };
    jutu_box_grow(&box, stroke_reach(marks, i, false));
    return box;
}

static JutuBox symbol_box(Marks *marks, size_t i)
{
    const char *shape = jutu_item_string(marks->items, JUTU_S_SHAPE, i, "circle");
    double angle = jutu_item_value(marks->items, JUTU_N_ANGLE, i, 0);
    if (!marks->shape || (shape != marks->shape && strcmp(shape, marks->shape) != 0) ||
        angle != marks->angle) {
        jutu_path_symbol(marks->path, shape, 1);
        JutuPath path = jutu_path_take(marks->path, marks->arena);
        turn(&path, angle);
        marks->outline = jutu_box_of(jutu_path_bounds(&path));
        marks->shape = shape;
        marks->angle = angle;
    }
    double scale = sqrt(jutu_item_value(marks->items, JUTU_N_SIZE, i, 64));
    if (jutu_box_is_none(&marks->outline) || isnan(scale))
        return jutu_box_none();
    JutuBox box = { marks->outline.x1 * scale, marks->outline.y1 * scale, marks->outline.x2 * scale,
                    marks->outline.y2 * scale };
    jutu_box_grow(&box, stroke_reach(marks, i, true));
    jutu_box_move(&box, x_of(marks, i), y_of(marks, i));
    return box;
}

static JutuBox rule_box(Marks *marks, size_t i)
{
    JutuBox box = jutu_box_none();
    double x = x_of(marks, i), y = y_of(marks, i);
    jutu_box_add(&box, x, y);
    jutu_box_add(&box, jutu_item_value(marks->items, JUTU_N_X2, i, x),
                 jutu_item_value(marks->items, JUTU_N_Y2, i, y));
    jutu_box_grow(&box, stroke_reach(marks, i, false));
    return box;
}

static JutuBox text_box(Marks *marks, size_t i)
{
    double x, y;
    JutuTextBlock block = jutu_item_text(marks->items, i, &x, &y);
    return jutu_box_of(jutu_text_bounds(&block, x, y, marks->measure));
}

static JutuBox arc_box(Marks *marks, size_t i)
{
    JutuAnnulus annulus = jutu_item_annulus(marks->items, i);
    jutu_path_annulus(marks->path, 0, 0, &annulus);
    JutuBox box = take_outline(marks);
    double r = annulus.outer; /* curves bulge a little beyond their circle */
    if (!jutu_box_is_none(&box))
        box = (JutuBox){ fmax(box.x1, -r), fmax(box.y1, -r), fmin(box.x2, r), fmin(box.y2, r) };
    jutu_box_grow(&box, stroke_reach(marks, i, true));
    jutu_box_move(&box, x_of(marks, i), y_of(marks, i));
    return box;
}

static JutuBox image_box(Marks *marks, size_t i)
{
    return jutu_box_of(jutu_item_image_box(marks->items, i, true));
}

/* Adds the outline of one unbroken piece of a series, points [from, to). */
static void add_piece(Marks *marks, size_t series, size_t from, size_t to, JutuBox *box)
{
    const JutuItems *items = marks->items;
    bool lies = jutu_item_lies(items, series);
    const char *curve = jutu_item_string(items, JUTU_S_INTERPOLATE, series, "linear");
    double tension = jutu_item_number(items, JUTU_N_TENSION, series, NAN);
    size_t n = to - from;
    g_autofree double *points = g_new(double, 4 * n + 1);
    double *other = points + 2 * n;
    for (size_t i = 0; i < n; i++) {
        double x = x_of(marks, from + i), y = y_of(marks, from + i);
        points[2 * i] = x;
        points[2 * i + 1] = y;
        other[2 * i] = lies ? jutu_item_value(marks->items, JUTU_N_X2, from + i, x) : x;
        other[2 * i + 1] = lies ? y : jutu_item_value(marks->items, JUTU_N_Y2, from + i, y);
    }
    if (items->kind == JUTU_ITEM_TRAIL) {
        for (size_t i = 0; i < n; i++)
            other[i] = jutu_item_value(marks->items, JUTU_N_SIZE, from + i, 1);
        jutu_path_trail(marks->path, points, other, n);
    } else if (items->kind == JUTU_ITEM_AREA) {
        jutu_curve_area(marks->path, curve, tension, lies, points, other, n);
    } else {
        jutu_curve_line(marks->path, curve, tension, lies, points, n);
    }
    JutuBox piece = take_outline(marks);
    jutu_box_unite(box, &piece);
}

static JutuBox series_box(Marks *marks, size_t series)
{
    const JutuItems *items = marks->items;
    JutuBox box = jutu_box_none();
    size_t from = items->series[series], end = items->series[series + 1];
    for (size_t i = from; i <= end; i++) {
        if (i < end && jutu_item_number(items, JUTU_N_DEFINED, i, 1) != 0)
            continue;
        if (i > from)
            add_piece(marks, series, from, i, &box);
        from = i + 1;
    }
    jutu_box_grow(&box, stroke_reach(marks, series, true));
    return box;
}

/* Cuts off at the view what reaches out of sight. @return whether anything does */
static bool leave_out_far(JutuBox *box, const JutuBox *view)
{
    const JutuBox seen = { view->x1 - OUT_OF_SIGHT, view->y1 - OUT_OF_SIGHT,
                           view->x2 + OUT_OF_SIGHT, view->y2 + OUT_OF_SIGHT };
    if (jutu_box_is_none(box) ||
        (box->x1 >= seen.x1 && box->y1 >= seen.y1 && box->x2 <= seen.x2 && box->y2 <= seen.y2))
        return false;
    if (box->x1 > seen.x2 || box->y1 > seen.y2 || box->x2 < seen.x1 || box->y2 < seen.y1) {
        *box = jutu_box_none();
        return true;
    }
    box->x1 = box->x1 < seen.x1 ? fmin(view->x1, box->x2) : box->x1;
    box->y1 = box->y1 < seen.y1 ? fmin(view->y1, box->y2) : box->y1;
    box->x2 = box->x2 > seen.x2 ? fmax(view->x2, box->x1) : box->x2;
    box->y2 = box->y2 > seen.y2 ? fmax(view->y2, box->y1) : box->y2;
    return true;
}

static JutuBox items_box(const JutuItems *items, const JutuView *unit, const JutuBox *view,
                         const JutuMeasure *measure)
{
    static JutuBox (*const boxes[])(Marks * marks, size_t i) = {
        [JUTU_ITEM_RECT] = rect_box,   [JUTU_ITEM_SYMBOL] = symbol_box,
        [JUTU_ITEM_RULE] = rule_box,   [JUTU_ITEM_TEXT] = text_box,
        [JUTU_ITEM_ARC] = arc_box,     [JUTU_ITEM_LINE] = series_box,
        [JUTU_ITEM_AREA] = series_box, [JUTU_ITEM_TRAIL] = series_box,
        [JUTU_ITEM_IMAGE] = image_box,
    };
    g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
    JutuArena *scratch = jutu_arena_new();
    Marks marks = { .items = items, .measure = measure, .arena = scratch, .path = path };
    JutuBox all = jutu_box_none();
    size_t n = items->series ? items->n_series : items->n, far = 0;
    for (size_t i = 0; i < n; i++) {
        JutuBox box = boxes[items->kind](&marks, i);
        far += leave_out_far(&box, view);
        jutu_box_unite(&all, &box);
    }
    if (far > 0 && unit && !items->clip)
        jutu_unit_warn(
            unit,
            "the page leaves out what reaches more than %.0f px out of the view (marks: %zu); "
            "widen the scale's domain or filter it out",
            OUT_OF_SIGHT, far);
    jutu_arena_free(scratch);
    return all;
}

/* Of stacks with rounded ends: the boxes that clip them, which have the outline. */
static JutuBox clip_box(const JutuItems *items)
{
    Marks marks = { .items = items };
    JutuBox all = jutu_box_none();
    for (size_t i = 0; i < items->n; i++) {
        JutuBox box = jutu_box_of(items->item_clip[i].box);
        jutu_box_grow(&box, stroke_reach(&marks, i, false));
        if (items->item_clip[i].box.width > 0)
            jutu_box_unite(&all, &box);
    }
    return all;
}

JutuBox jutu_mark_box(const JutuFrame *frame, const JutuView *unit, const JutuItems *items,
                      const JutuMeasure *measure, bool *group)
{
    JutuBox view = { 0, 0, fmax(frame->width, 0), fmax(frame->height, 0) };
    JutuBox box = items->item_clip ? clip_box(items) : items_box(items, unit, &view, measure);
    bool series = unit && unit->mark->path && *jutu_view_series_columns(unit);
    *group = series || items->item_clip;
    if (items->clip)
        box = (JutuBox){ fmax(box.x1, view.x1), fmax(box.y1, view.y1), fmin(box.x2, view.x2),
                         fmin(box.y2, view.y2) };
    if (jutu_box_is_none(&box) || box.y1 > box.y2)
        return jutu_box_none();
    if (series)
        jutu_box_unite(&box, &view);
    return box;
}
