/* Curves: the lines that d3-shape's interpolators draw through points, and the areas between. */
#include <math.h>
#include <string.h>

#include "scene/path.h"

#define EPSILON 1e-12

typedef struct {
    double x, y;
} Point;

/* A line alone is open; the first edge of an area is followed by the second, which closes it. */
typedef enum { OPEN, FIRST_EDGE, SECOND_EDGE } Part;

typedef struct {
    JutuPathBuilder *path;
    Part part;
    double tension;
    bool horizontal;
} Pen;

typedef void (*Draw)(Pen *pen, const Point *points, size_t n);

static void start(Pen *pen, Point to)
{
    if (pen->part == SECOND_EDGE)
        jutu_path_line(pen->path, to.x, to.y);
    else
        jutu_path_move(pen->path, to.x, to.y);
}

static void line(Pen *pen, Point to)
{
    jutu_path_line(pen->path, to.x, to.y);
}

static void curve(Pen *pen, Point a, Point b, Point to)
{
    jutu_path_curve(pen->path, a.x, a.y, b.x, b.y, to.x, to.y);
}

/* A line that came to a single point is closed, so that round caps show it as a dot. */
static void finish(Pen *pen, bool dot)
{
    if (pen->part == SECOND_EDGE || (pen->part == OPEN && dot))
        jutu_path_close(pen->path);
}

/* (a·wa + b·wb) / by; in this order, so that sums round as d3's do. */
static Point mix(double wa, Point a, double wb, Point b, double by)
{
    return (Point){ (wa * a.x + wb * b.x) / by, (wa * a.y + wb * b.y) / by };
}

static Point knot(Point a, Point b, Point c)
{
    return (Point){ (a.x + 4 * b.x + c.x) / 6, (a.y + 4 * b.y + c.y) / 6 };
}

static void linear(Pen *pen, const Point *p, size_t n)
{
    start(pen, p[0]);
    for (size_t i = 1; i < n; i++)
        line(pen, p[i]);
    finish(pen, n == 1);
}

static void linear_closed(Pen *pen, const Point *p, size_t n)
{
    jutu_path_move(pen->path, p[0].x, p[0].y);
    for (size_t i = 1; i < n; i++)
        line(pen, p[i]);
    jutu_path_close(pen->path);
}

/* t is where between two points the step is; it mirrors on the way back along an area. */
static void steps(Pen *pen, const Point *p, size_t n, double t)
{
    if (pen->part == SECOND_EDGE)
        t = 1 - t;
    start(pen, p[0]);
    for (size_t i = 1; i < n; i++) {
        double x = t <= 0 ? p[i - 1].x : p[i - 1].x * (1 - t) + p[i].x * t;
        if (t > 0)
            line(pen, (Point){ x, p[i - 1].y });
        line(pen, (Point){ x, p[i].y });
        if (t <= 0)
            line(pen, p[i]);
    }
    if (0 < t && t < 1 && n > 1)
        line(pen, p[n - 1]);
    finish(pen, n == 1);
}

static void draw_steps(Pen *pen, const Point *p, size_t n)
{
    steps(pen, p, n, 0.5);
}

static void step_before(Pen *pen, const Point *p, size_t n)
{
    steps(pen, p, n, 0);
}

static void step_after(Pen *pen, const Point *p, size_t n)
{
    steps(pen, p, n, 1);
}

static void spline(Pen *pen, Point a, Point b, Point c)
{
    curve(pen, mix(2, a, 1, b, 3), mix(1, a, 2, b, 3), knot(a, b, c));
}

static void basis(Pen *pen, const Point *p, size_t n)
{
    start(pen, p[0]);
    if (n > 2) {
        line(pen, mix(5, p[0], 1, p[1], 6));
        for (size_t i = 2; i < n; i++)
            spline(pen, p[i - 2], p[i - 1], p[i]);
        spline(pen, p[n - 2], p[n - 1], p[n - 1]);
    }
    if (n > 1)
        line(pen, p[n - 1]);
    finish(pen, n == 1);
}

static void basis_open(Pen *pen, const Point *p, size_t n)
{
    if (n > 2)
        start(pen, knot(p[0], p[1], p[2]));
    for (size_t i = 3; i < n; i++)
        spline(pen, p[i - 2], p[i - 1], p[i]);
    finish(pen, n == 3);
}

static void basis_closed(Pen *pen, const Point *p, size_t n)
{
    Point first = n == 1 ? p[0] : n == 2 ? mix(1, p[0], 2, p[1], 3) : knot(p[0], p[1], p[2]);
    jutu_path_move(pen->path, first.x, first.y);
    if (n == 2)
        line(pen, mix(1, p[1], 2, p[0], 3));
    for (size_t i = 3; n > 2 && i < n + 3; i++)
        spline(pen, p[(i - 2) % n], p[(i - 1) % n], p[i % n]);
    if (n < 3)
        jutu_path_close(pen->path);
}

/* A spline through points pulled towards the straight line from the first to the last. */
static void bundle(Pen *pen, const Point *p, size_t n)
{
    double beta = pen->tension;
    if (n == 1 && beta != 1)
        return;
    g_autofree Point *pulled = g_new(Point, n);
    for (size_t i = 0; i < n; i++) {
        double t = n > 1 ? (double)i / (double)(n - 1) : 0;
        double dx = p[n - 1].x - p[0].x, dy = p[n - 1].y - p[0].y;
        pulled[i].x = beta * p[i].x + (1 - beta) * (p[0].x + t * dx);
        pulled[i].y = beta * p[i].y + (1 - beta) * (p[0].y + t * dy);
    }
    basis(pen, beta == 1 ? p : pulled, n);
}

/* From b to c, given the neighbours a and d. */
static void cardinal_part(Pen *pen, Point a, Point b, Point c, Point d)
{
    double k = (1 - pen->tension) / 6;
    curve(pen, (Point){ b.x + k * (c.x - a.x), b.y + k * (c.y - a.y) },
          (Point){ c.x + k * (b.x - d.x), c.y + k * (b.y - d.y) }, c);
}

static void catmull_rom_part(Pen *pen, Point a, Point b, Point c, Point d)
{
    double ab2 = pow((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y), pen->tension);
    double bc2 = pow((b.x - c.x) * (b.x - c.x) + (b.y - c.y) * (b.y - c.y), pen->tension);
    double cd2 = pow((c.x - d.x) * (c.x - d.x) + (c.y - d.y) * (c.y - d.y), pen->tension);
    double ab = sqrt(ab2), bc = sqrt(bc2), cd = sqrt(cd2);
    Point from = b, to = c;
    if (ab > EPSILON) {
        double weight = 2 * ab2 + 3 * ab * bc + bc2, by = 3 * ab * (ab + bc);
        from.x = (b.x * weight - a.x * bc2 + c.x * ab2) / by;
        from.y = (b.y * weight - a.y * bc2 + c.y * ab2) / by;
    }
    if (cd > EPSILON) {
        double weight = 2 * cd2 + 3 * cd * bc + bc2, by = 3 * cd * (cd + bc);
        to.x = (c.x * weight + b.x * cd2 - d.x * bc2) / by;
        to.y = (c.y * weight + b.y * cd2 - d.y * bc2) / by;
    }
    curve(pen, from, to, c);
}

typedef void (*Part4)(Pen *pen, Point a, Point b, Point c, Point d);

/* Beyond the ends stands `reflect ? the second point : the end itself`. */
static void through(Pen *pen, const Point *p, size_t n, Part4 part, bool reflect)
{
    start(pen, p[0]);
    if (n == 2)
        line(pen, p[1]);
    for (size_t i = 1; n > 2 && i < n; i++) {
        Point before = i > 1 ? p[i - 2] : reflect ? p[1] : p[0];
        Point after = i + 1 < n ? p[i + 1] : reflect ? p[n - 2] : p[n - 1];
        part(pen, before, p[i - 1], p[i], after);
    }
    finish(pen, n == 1);
}

static void through_open(Pen *pen, const Point *p, size_t n, Part4 part)
{
    if (n > 2)
        start(pen, p[1]);
    for (size_t i = 3; i < n; i++)
        part(pen, p[i - 3], p[i - 2], p[i - 1], p[i]);
    finish(pen, n == 3);
}

static void through_closed(Pen *pen, const Point *p, size_t n, Part4 part)
{
    Point first = p[n > 1 ? 1 : 0];
    jutu_path_move(pen->path, first.x, first.y);
    if (n == 2)
        line(pen, p[0]);
    for (size_t i = 3; n > 2 && i < n + 3; i++)
        part(pen, p[(i - 3) % n], p[(i - 2) % n], p[(i - 1) % n], p[i % n]);
    if (n < 3)
        jutu_path_close(pen->path);
}

/* Catmull-Rom without alpha is the cardinal spline without tension. */
static Part4 rom(const Pen *pen)
{
    return pen->tension != 0 ? catmull_rom_part : cardinal_part;
}

static void cardinal(Pen *pen, const Point *p, size_t n)
{
    through(pen, p, n, cardinal_part, true);
}

static void cardinal_open(Pen *pen, const Point *p, size_t n)
{
    through_open(pen, p, n, cardinal_part);
}

static void cardinal_closed(Pen *pen, const Point *p, size_t n)
{
    through_closed(pen, p, n, cardinal_part);
}

static void catmull_rom(Pen *pen, const Point *p, size_t n)
{
    through(pen, p, n, rom(pen), pen->tension == 0);
}

static void catmull_rom_open(Pen *pen, const Point *p, size_t n)
{
    through_open(pen, p, n, rom(pen));
}

static void catmull_rom_closed(Pen *pen, const Point *p, size_t n)
{
    through_closed(pen, p, n, rom(pen));
}

static double sign(double x)
{
    return x < 0 ? -1 : 1;
}

/* The slope at b that makes the curve from a over b to c neither over- nor undershoot. */
static double inner_slope(Point a, Point b, Point c)
{
    double h0 = b.x - a.x, h1 = c.x - b.x;
    double s0 = (b.y - a.y) / (h0 != 0 ? h0 : h1 < 0 ? -0.0 : 0.0);
    double s1 = (c.y - b.y) / (h1 != 0 ? h1 : h0 < 0 ? -0.0 : 0.0);
    double p = (s0 * h1 + s1 * h0) / (h0 + h1);
    if (isnan(s0) || isnan(s1) || isnan(p))
        return 0;
    double slope = (sign(s0) + sign(s1)) * fmin(fmin(fabs(s0), fabs(s1)), 0.5 * fabs(p));
    return isnan(slope) ? 0 : slope;
}

static double end_slope(Point a, Point b, double other)
{
    double h = b.x - a.x;
    return h != 0 ? (3 * (b.y - a.y) / h - other) / 2 : other;
}

static Point turned(const Pen *pen, double x, double y)
{
    return pen->horizontal ? (Point){ y, x } : (Point){ x, y };
}

static void monotone_part(Pen *pen, Point a, Point b, double slope_a, double slope_b)
{
    double dx = (b.x - a.x) / 3;
    curve(pen, turned(pen, a.x + dx, a.y + dx * slope_a), turned(pen, b.x - dx, b.y - dx * slope_b),
          turned(pen, b.x, b.y));
}

static void monotone(Pen *pen, const Point *given, size_t n_given)
{
    g_autofree Point *p = g_new(Point, n_given);
    size_t n = 0;
    for (size_t i = 0; i < n_given; i++) {
        Point point = turned(pen, given[i].x, given[i].y);
        if (n == 0 || point.x != p[n - 1].x || point.y != p[n - 1].y)
            p[n++] = point;
    }
    start(pen, turned(pen, p[0].x, p[0].y));
    if (n == 2)
        line(pen, turned(pen, p[1].x, p[1].y));
    double slope = NAN;
    for (size_t i = 2; i < n; i++) {
        double next = inner_slope(p[i - 2], p[i - 1], p[i]);
        monotone_part(pen, p[i - 2], p[i - 1], i > 2 ? slope : end_slope(p[0], p[1], next), next);
        slope = next;
    }
    if (n > 2)
        monotone_part(pen, p[n - 2], p[n - 1], slope, end_slope(p[n - 2], p[n - 1], slope));
    finish(pen, n == 1);
}

/* Control points of the n-1 parts of a natural spline along one coordinate, into a and b. */
static void natural_controls(const double *x, size_t n, double *a, double *b)
{
    size_t parts = n - 1;
    g_autofree double *r = g_new(double, parts);
    b[0] = 2;
    r[0] = x[0] + 2 * x[1];
    for (size_t i = 1; i < parts; i++) {
        bool last = i == parts - 1;
        double m = (last ? 2 : 1) / b[i - 1];
        b[i] = (last ? 7 : 4) - m;
        r[i] = (last ? 8 * x[i] + x[i + 1] : 4 * x[i] + 2 * x[i + 1]) - m * r[i - 1];
    }
    a[parts - 1] = r[parts - 1] / b[parts - 1];
    for (size_t i = parts - 1; i-- > 0;)
        a[i] = (r[i] - a[i + 1]) / b[i];
    b[parts - 1] = (x[parts] + a[parts - 1]) / 2;
    for (size_t i = 0; i + 1 < parts; i++)
        b[i] = 2 * x[i + 1] - a[i + 1];
}

static void natural(Pen *pen, const Point *p, size_t n)
{
    start(pen, p[0]);
    if (n == 2)
        line(pen, p[1]);
    if (n > 2) {
        g_autofree double *work = g_new(double, 6 * n);
        double *x = work, *y = x + n, *ax = y + n, *bx = ax + n, *ay = bx + n, *by = ay + n;
        for (size_t i = 0; i < n; i++) {
            x[i] = p[i].x;
            y[i] = p[i].y;
        }
        natural_controls(x, n, ax, bx);
        natural_controls(y, n, ay, by);
        for (size_t i = 0; i + 1 < n; i++)
            curve(pen, (Point){ ax[i], ay[i] }, (Point){ bx[i], by[i] }, p[i + 1]);
    }
    finish(pen, n == 1);
}

static const struct {
    const char *name;
    Draw draw;
    double tension; /* the default of tension, alpha or beta */
} curves[] = {
    { "linear", linear, 0 },
    { "linear-closed", linear_closed, 0 },
    { "step", draw_steps, 0 },
    { "step-before", step_before, 0 },
    { "step-after", step_after, 0 },
    { "basis", basis, 0 },
    { "basis-open", basis_open, 0 },
    { "basis-closed", basis_closed, 0 },
    { "bundle", bundle, 0.85 },
    { "cardinal", cardinal, 0 },
    { "cardinal-open", cardinal_open, 0 },
    { "cardinal-closed", cardinal_closed, 0 },
    { "catmull-rom", catmull_rom, 0.5 },
    { "catmull-rom-open", catmull_rom_open, 0.5 },
    { "catmull-rom-closed", catmull_rom_closed, 0.5 },
    { "monotone", monotone, 0 },
    { "natural", natural, 0 },
};

static size_t find_curve(const char *name)
{
    size_t i = 0;
    while (i < G_N_ELEMENTS(curves) && strcmp(curves[i].name, name) != 0)
        i++;
    return i;
}

/* Pairs of doubles as points, the last first if `back`. */
static Point *gather(const double *points, size_t n, bool back)
{
    Point *out = g_new(Point, n);
    for (size_t i = 0; i < n; i++) {
        size_t from = back ? n - 1 - i : i;
        out[i] = (Point){ points[2 * from], points[2 * from + 1] };
    }
    return out;
}

void jutu_curve_line(JutuPathBuilder *path, const char *name, double tension, bool horizontal,
                     const double *points, size_t n)
{
    size_t i = find_curve(name ? name : "linear");
    if (i == G_N_ELEMENTS(curves) || n == 0)
        return;
    g_autofree Point *p = gather(points, n, false);
    Pen pen = { path, OPEN, isnan(tension) ? curves[i].tension : tension, horizontal };
    curves[i].draw(&pen, p, n);
}

void jutu_curve_area(JutuPathBuilder *path, const char *name, double tension, bool horizontal,
                     const double *points, const double *other, size_t n)
{
    size_t i = find_curve(name ? name : "linear");
    if (i == G_N_ELEMENTS(curves) || n == 0)
        return;
    Pen pen = { path, FIRST_EDGE, isnan(tension) ? curves[i].tension : tension, horizontal };
    g_autofree Point *edge = gather(points, n, false);
    curves[i].draw(&pen, edge, n);
    pen.part = SECOND_EDGE;
    g_autofree Point *back = gather(other, n, true);
    curves[i].draw(&pen, back, n);
}
