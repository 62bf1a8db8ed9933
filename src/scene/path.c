/* Path builder: lines, cubic curves and parts of circles, collected and copied into the arena. */
#include "scene/path.h"

#include <math.h>

#define TAU (2 * G_PI)
#define EPSILON 1e-6

JutuPathBuilder *jutu_path_builder_new(void)
{
    JutuPathBuilder *path = g_new0(JutuPathBuilder, 1);
    path->ops = g_byte_array_new();
    path->points = g_array_new(FALSE, FALSE, sizeof(double));
    return path;
}

void jutu_path_builder_free(JutuPathBuilder *path)
{
    if (!path)
        return;
    g_byte_array_unref(path->ops);
    g_array_unref(path->points);
    g_free(path);
}

static void add_op(JutuPathBuilder *path, JutuPathOp op, const double *points, unsigned n)
{
    guint8 byte = (guint8)op;
    g_byte_array_append(path->ops, &byte, 1);
    g_array_append_vals(path->points, points, n);
    path->x = points[n - 2];
    path->y = points[n - 1];
}

void jutu_path_move(JutuPathBuilder *path, double x, double y)
{
    add_op(path, JUTU_PATH_MOVE, (double[]){ x, y }, 2);
    path->x0 = x;
    path->y0 = y;
    path->open = true;
}

/* After a close the pen stands where the subpath began. */
static void begin(JutuPathBuilder *path, double x, double y)
{
    if (path->open)
        return;
    if (path->ops->len > 0)
        jutu_path_move(path, path->x0, path->y0);
    else
        jutu_path_move(path, x, y);
}

void jutu_path_line(JutuPathBuilder *path, double x, double y)
{
    bool first = path->ops->len == 0;
    begin(path, x, y);
    if (!first)
        add_op(path, JUTU_PATH_LINE, (double[]){ x, y }, 2);
}

void jutu_path_curve(JutuPathBuilder *path, double x1, double y1, double x2, double y2, double x,
                     double y)
{
    begin(path, x1, y1);
    add_op(path, JUTU_PATH_CURVE, (double[]){ x1, y1, x2, y2, x, y }, 6);
}

void jutu_path_close(JutuPathBuilder *path)
{
    if (!path->open)
        return;
    guint8 byte = JUTU_PATH_CLOSE;
    g_byte_array_append(path->ops, &byte, 1);
    path->x = path->x0;
    path->y = path->y0;
    path->open = false;
}

void jutu_path_arc(JutuPathBuilder *path, double cx, double cy, double radius, double start,
                   double end, bool counterclockwise)
{
    double x = cx + radius * cos(start), y = cy + radius * sin(start);
    if (!path->open && path->ops->len == 0)
        jutu_path_move(path, x, y);
    else if (!(fabs(path->x - x) <= EPSILON && fabs(path->y - y) <= EPSILON))
        jutu_path_line(path, x, y);

    double turn = counterclockwise ? start - end : end - start;
    if (turn < 0)
        turn = fmod(turn, TAU) + TAU;
    if (!(turn > EPSILON) || !(radius > 0))
        return;
    turn = fmin(turn, TAU);

    /* A quarter in one curve is off by 0.027 % of the radius: seen only in big circles. */
    double most = radius > 50 ? G_PI_4 : G_PI_2;
    int n = (int)ceil(turn / (most + 1e-9));
    double part = (counterclockwise ? -turn : turn) / n, arm = 4.0 / 3 * tan(part / 4) * radius;
    for (int i = 0; i < n; i++) {
        double a = start + i * part, b = i + 1 < n || turn < TAU ? start + (i + 1) * part : start;
        double x2 = cx + radius * cos(b), y2 = cy + radius * sin(b);
        jutu_path_curve(path, cx + radius * cos(a) - arm * sin(a),
                        cy + radius * sin(a) + arm * cos(a), x2 + arm * sin(b), y2 - arm * cos(b),
                        x2, y2);
    }
}

JutuPath jutu_path_take(JutuPathBuilder *path, JutuArena *arena)
{
    JutuPath out = { .n_ops = path->ops->len };
    if (out.n_ops > 0) {
        out.ops = jutu_copy(arena, unsigned char, path->ops->data, path->ops->len);
        out.points = jutu_copy(arena, double, path->points->data, path->points->len);
    }
    g_byte_array_set_size(path->ops, 0);
    g_array_set_size(path->points, 0);
    path->open = false;
    path->x = path->y = path->x0 = path->y0 = 0;
    return out;
}

static void widen(double range[2], double value)
{
    range[0] = fmin(range[0], value);
    range[1] = fmax(range[1], value);
}

/* Adds the turning points of a cubic in one coordinate: where its derivative is 0. */
static void widen_by_curve(double range[2], double p0, double p1, double p2, double p3)
{
    double a = -p0 + 3 * p1 - 3 * p2 + p3, b = 2 * (p0 - 2 * p1 + p2), c = p1 - p0;
    double roots[2] = { NAN, NAN };
    if (fabs(a) < 1e-12) {
        roots[0] = -c / b;
    } else {
        double root = sqrt(b * b - 4 * a * c);
        roots[0] = (-b + root) / (2 * a);
        roots[1] = (-b - root) / (2 * a);
    }
    for (int i = 0; i < 2; i++) {
        double t = roots[i], s = 1 - t;
        if (t > 0 && t < 1)
            widen(range, s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3);
    }
    widen(range, p3);
}

JutuRect jutu_path_bounds(const JutuPath *path)
{
    double xs[2] = { INFINITY, -INFINITY }, ys[2] = { INFINITY, -INFINITY };
    const double *p = path->points;
    for (size_t i = 0; i < path->n_ops; i++) {
        switch ((JutuPathOp)path->ops[i]) {
        case JUTU_PATH_MOVE:
        case JUTU_PATH_LINE:
            widen(xs, p[0]);
            widen(ys, p[1]);
            p += 2;
            break;
        case JUTU_PATH_CURVE: /* there is a point before it: begin() sees to that */
            widen_by_curve(xs, p[-2], p[0], p[2], p[4]);
            widen_by_curve(ys, p[-1], p[1], p[3], p[5]);
            p += 6;
            break;
        case JUTU_PATH_CLOSE:
            break;
        }
    }
    if (xs[0] > xs[1])
        return (JutuRect){ 0, 0, -1, -1 };
    return (JutuRect){ xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0] };
}
