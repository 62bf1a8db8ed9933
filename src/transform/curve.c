#include "transform/curve.h"

#include <glib.h>
#include <math.h>

#include "transform/args.h"

typedef struct {
    double x, y;
} Point;

void jutu_points_add(JutuPoints *points, size_t group, double x, double y)
{
    if (points->n == points->room) {
        points->room = points->room ? points->room * 2 : 64;
        points->xy = g_renew(double, points->xy, points->room * 2);
        points->groups = g_renew(uint32_t, points->groups, points->room);
    }
    points->groups[points->n] = (uint32_t)group;
    points->xy[points->n * 2] = x;
    points->xy[points->n * 2 + 1] = y;
    points->n++;
}

const JutuTable *jutu_points_take(JutuPoints *points, const JutuGroups *groups,
                                  const char *const *groupby, size_t n_groupby,
                                  const char *const as[2], const JutuTable *in, JutuArena *arena)
{
    JutuColumn *columns = jutu_new(arena, JutuColumn, n_groupby + 2);
    for (size_t f = 0; f < n_groupby; f++) {
        const JutuValue *from = jutu_cells(in, groupby[f], arena);
        JutuValue *cells = jutu_new(arena, JutuValue, points->n + 1);
        for (size_t i = 0; i < points->n; i++)
            cells[i] = from[groups->first[points->groups[i]]];
        columns[f] = (JutuColumn){ jutu_path_name(groupby[f], arena), cells };
    }
    for (size_t axis = 0; axis < 2; axis++) {
        JutuValue *cells = jutu_new(arena, JutuValue, points->n + 1);
        for (size_t i = 0; i < points->n; i++) {
            double number = points->xy[i * 2 + axis];
            if (!isnan(number) || !points->no_nan)
                cells[i] = jutu_number(number);
        }
        columns[n_groupby + axis] = (JutuColumn){ as[axis], cells };
    }
    const JutuTable *out = jutu_table_of(columns, n_groupby + 2, points->n, arena);
    g_free(points->xy);
    g_free(points->groups);
    *points = (JutuPoints){ 0 };
    return out;
}

static Point point_at(JutuCurve curve, const void *self, double x)
{
    return (Point){ x, curve(self, x) };
}

/* The angle at p between the way to r and the way to q, both axes scaled to 1. */
static double bend(Point p, Point q, Point r, double sx, double sy)
{
    double far = atan2(sy * (r.y - p.y), sx * (r.x - p.x));
    double near = atan2(sy * (q.y - p.y), sx * (q.x - p.x));
    return fabs(far - near);
}

static double scale_of(Point first, const GArray *points)
{
    double min = first.y, max = first.y;
    for (guint i = 0; i < points->len; i++) {
        double y = g_array_index(points, Point, i).y;
        if (y < min)
            min = y;
        if (y > max)
            max = y;
    }
    return 1 / (max - min);
}

/* Moves on to the next point, or to one halfway there if the curve bends much before it.
 * @param ahead  points still to come, the nearest last */
static Point next_point(JutuCurve curve, const void *self, Point from, GArray *ahead, double stop,
                        double sx, double sy)
{
    const double enough = 0.5 * G_PI / 180;
    for (;;) {
        Point to = g_array_index(ahead, Point, ahead->len - 1);
        Point middle = point_at(curve, self, (from.x + to.x) / 2);
        if (!(middle.x - from.x >= stop && bend(from, middle, to, sx, sy) > enough)) {
            g_array_set_size(ahead, ahead->len - 1);
            return to;
        }
        g_array_append_val(ahead, middle);
    }
}

void jutu_sample_curve(JutuCurve curve, const void *self, const double extent[2],
                       const double steps[2], double scale, size_t group, JutuPoints *out)
{
    double min_steps = steps[0], max_steps = fmax(steps[0], steps[1]);
    double low = extent[0], high = extent[1], span = high - low;
    Point first = point_at(curve, self, low);
    jutu_points_add(out, group, first.x, first.y * scale);
    if (min_steps == max_steps) {
        for (double i = 1; i < max_steps; i++) {
            Point point = point_at(curve, self, low + i / min_steps * span);
            jutu_points_add(out, group, point.x, point.y * scale);
        }
        Point last = point_at(curve, self, high);
        jutu_points_add(out, group, last.x, last.y * scale);
        return;
    }
    g_autoptr(GArray) ahead = g_array_new(false, false, sizeof(Point));
    Point last = point_at(curve, self, high);
    g_array_append_val(ahead, last);
    for (double i = min_steps - 1; i > 0; i--) {
        Point point = point_at(curve, self, low + i / min_steps * span);
        g_array_append_val(ahead, point);
    }
    double sx = 1 / span, sy = scale_of(first, ahead);
    for (Point at = first; ahead->len > 0;) {
        at = next_point(curve, self, at, ahead, span / max_steps, sx, sy);
        jutu_points_add(out, group, at.x, at.y * scale);
    }
}
