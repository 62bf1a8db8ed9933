/* Annulus: d3-shape's arc, a sector of a ring with padding and rounded corners. */
#include <math.h>

#include "scene/path.h"

#define EPSILON 1e-12
#define TAU (2 * G_PI)

typedef struct {
    double x, y;
} Point;

/* A circle that rounds a corner: its centre, and from there to where it touches the side and the
 * ring. */
typedef struct {
    Point centre, side, ring;
} Corner;

/* The four corners of a sector and its radii, about 0,0. */
typedef struct {
    double r0, r1;
    double a0, a1;              /* angles before padding */
    double a00, a01, a10, a11;  /* start inside, start outside, end inside, end outside */
    double da, da0, da1;        /* spans: whole, inside, outside */
    double corner;              /* wanted corner radius */
    double corner0, corner1;    /* possible ones, inside and outside */
    Point in0, out0, in1, out1; /* the corners */
    bool clockwise;
} Sector;

static Point polar(double r, double angle)
{
    return (Point){ r * cos(angle), r * sin(angle) };
}

/* Where the lines p–q and r–s meet. @return false if they are parallel */
static bool intersect(Point p, Point q, Point r, Point s, Point *out)
{
    double x10 = q.x - p.x, y10 = q.y - p.y, x32 = s.x - r.x, y32 = s.y - r.y;
    double t = y32 * x10 - x32 * y10;
    if (t * t < EPSILON)
        return false;
    t = (x32 * (p.y - r.y) - y32 * (p.x - r.x)) / t;
    *out = (Point){ p.x + t * x10, p.y + t * y10 };
    return true;
}

/* The circle of radius rc (below 0: outside the ring r1) that touches the ring and the line p–q. */
static Corner tangents(Point p, Point q, double r1, double rc, bool clockwise)
{
    double x = p.x - q.x, y = p.y - q.y, lo = (clockwise ? rc : -rc) / sqrt(x * x + y * y);
    double ox = lo * y, oy = -lo * x;
    double x11 = p.x + ox, y11 = p.y + oy, x10 = q.x + ox, y10 = q.y + oy;
    double x00 = (x11 + x10) / 2, y00 = (y11 + y10) / 2;
    double dx = x10 - x11, dy = y10 - y11, d2 = dx * dx + dy * dy, r = r1 - rc;
    double det = x11 * y10 - x10 * y11;
    double d = (dy < 0 ? -1 : 1) * sqrt(fmax(0, r * r * d2 - det * det));
    Point a = { (det * dy - dx * d) / d2, (-det * dx - dy * d) / d2 };
    Point b = { (det * dy + dx * d) / d2, (-det * dx + dy * d) / d2 };
    double far_a = (a.x - x00) * (a.x - x00) + (a.y - y00) * (a.y - y00);
    double far_b = (b.x - x00) * (b.x - x00) + (b.y - y00) * (b.y - y00);
    Point c = far_a > far_b ? b : a;
    return (Corner){ c, { -ox, -oy }, { c.x * (r1 / r - 1), c.y * (r1 / r - 1) } };
}

static double clamped_asin(double x)
{
    return asin(fmax(-1, fmin(1, x)));
}

/* Takes half the padding off each end; a sector that has no room for it becomes a line. */
static void pad(Sector *s, double pad_angle)
{
    double half = pad_angle / 2, rp = half > EPSILON ? sqrt(s->r0 * s->r0 + s->r1 * s->r1) : 0;
    if (!(rp > EPSILON))
        return;
    double sign = s->clockwise ? 1 : -1, middle = (s->a0 + s->a1) / 2;
    double p0 = clamped_asin(rp / s->r0 * sin(half)), p1 = clamped_asin(rp / s->r1 * sin(half));
    s->da0 -= p0 * 2;
    s->da1 -= p1 * 2;
    s->a00 = s->da0 > EPSILON ? s->a00 + p0 * sign : middle;
    s->a10 = s->da0 > EPSILON ? s->a10 - p0 * sign : middle;
    s->a01 = s->da1 > EPSILON ? s->a01 + p1 * sign : middle;
    s->a11 = s->da1 > EPSILON ? s->a11 - p1 * sign : middle;
    s->da0 = s->da0 > EPSILON ? s->da0 : 0;
    s->da1 = s->da1 > EPSILON ? s->da1 : 0;
}

/* Narrow sectors have room for smaller corners only. */
static void limit_corners(Sector *s)
{
    Point meet;
    s->corner0 = s->corner1 = s->corner;
    if (s->corner <= EPSILON || s->da >= G_PI)
        return;
    if (!intersect(s->out0, s->in0, s->out1, s->in1, &meet)) {
        s->corner0 = s->corner1 = 0;
        return;
    }
    double ax = s->out0.x - meet.x, ay = s->out0.y - meet.y;
    double bx = s->out1.x - meet.x, by = s->out1.y - meet.y;
    double cosine = (ax * bx + ay * by) / (sqrt(ax * ax + ay * ay) * sqrt(bx * bx + by * by));
    double kc = 1 / sin(acos(fmax(-1, fmin(1, cosine))) / 2);
    double lc = sqrt(meet.x * meet.x + meet.y * meet.y);
    s->corner0 = fmin(s->corner, (s->r0 - lc) / (kc - 1));
    s->corner1 = fmin(s->corner, (s->r1 - lc) / (kc + 1));
}

typedef struct {
    JutuPathBuilder *path;
    double x, y;
} Pen;

static void arc(Pen *pen, Point c, double r, double from, double to, bool counterclockwise)
{
    jutu_path_arc(pen->path, pen->x + c.x, pen->y + c.y, r, from, to, counterclockwise);
}

/* A ring's arc of radius r between two rounded corners, or the corners alone if they meet. */
static void rounded(Pen *pen, const Sector *s, Corner a, Corner b, double r, double rc, bool inner)
{
    Point centre = { 0, 0 };
    if (rc < s->corner) {
        arc(pen, a.centre, rc, atan2(a.side.y, a.side.x), atan2(b.side.y, b.side.x), !s->clockwise);
        return;
    }
    arc(pen, a.centre, rc, atan2(a.side.y, a.side.x), atan2(a.ring.y, a.ring.x), !s->clockwise);
    arc(pen, centre, r, atan2(a.centre.y + a.ring.y, a.centre.x + a.ring.x),
        atan2(b.centre.y + b.ring.y, b.centre.x + b.ring.x), inner ? s->clockwise : !s->clockwise);
    arc(pen, b.centre, rc, atan2(b.ring.y, b.ring.x), atan2(b.side.y, b.side.x), !s->clockwise);
}

static void outside(Pen *pen, const Sector *s)
{
    if (!(s->da1 > EPSILON)) {
        jutu_path_move(pen->path, pen->x + s->out0.x, pen->y + s->out0.y);
    } else if (s->corner1 > EPSILON) {
        Corner a = tangents(s->in0, s->out0, s->r1, s->corner1, s->clockwise);
        Corner b = tangents(s->out1, s->in1, s->r1, s->corner1, s->clockwise);
        jutu_path_move(pen->path, pen->x + a.centre.x + a.side.x, pen->y + a.centre.y + a.side.y);
        rounded(pen, s, a, b, s->r1, s->corner1, false);
    } else {
        jutu_path_move(pen->path, pen->x + s->out0.x, pen->y + s->out0.y);
        arc(pen, (Point){ 0, 0 }, s->r1, s->a01, s->a11, !s->clockwise);
    }
}

static void inside(Pen *pen, const Sector *s)
{
    if (!(s->r0 > EPSILON) || !(s->da0 > EPSILON)) {
        jutu_path_line(pen->path, pen->x + s->in1.x, pen->y + s->in1.y);
    } else if (s->corner0 > EPSILON) {
        Corner a = tangents(s->in1, s->out1, s->r0, -s->corner0, s->clockwise);
        Corner b = tangents(s->out0, s->in0, s->r0, -s->corner0, s->clockwise);
        jutu_path_line(pen->path, pen->x + a.centre.x + a.side.x, pen->y + a.centre.y + a.side.y);
        rounded(pen, s, a, b, s->r0, s->corner0, true);
    } else {
        arc(pen, (Point){ 0, 0 }, s->r0, s->a10, s->a00, s->clockwise);
    }
}

/* The whole ring, or the disc: no sides. */
static void ring(Pen *pen, const Sector *s)
{
    Point centre = { 0, 0 }, start = polar(s->r1, s->a0), end = polar(s->r0, s->a1);
    jutu_path_move(pen->path, pen->x + start.x, pen->y + start.y);
    arc(pen, centre, s->r1, s->a0, s->a1, !s->clockwise);
    if (s->r0 > EPSILON) {
        jutu_path_move(pen->path, pen->x + end.x, pen->y + end.y);
        arc(pen, centre, s->r0, s->a1, s->a0, s->clockwise);
    }
}

void jutu_path_annulus(JutuPathBuilder *path, double cx, double cy, const JutuAnnulus *annulus)
{
    Pen pen = { path, cx, cy };
    Sector s = { .r0 = fmin(annulus->inner, annulus->outer),
                 .r1 = fmax(annulus->inner, annulus->outer),
                 .a0 = annulus->start - G_PI_2,
                 .a1 = annulus->end - G_PI_2 };
    s.da = s.da0 = s.da1 = fabs(s.a1 - s.a0);
    s.clockwise = s.a1 > s.a0;
    if (!(s.r1 > EPSILON)) {
        jutu_path_move(path, cx, cy);
    } else if (s.da > TAU - EPSILON) {
        ring(&pen, &s);
    } else {
        s.a00 = s.a01 = s.a0;
        s.a10 = s.a11 = s.a1;
        s.corner = fmin((s.r1 - s.r0) / 2, annulus->corner_radius);
        pad(&s, annulus->pad_angle);
        s.in0 = polar(s.r0, s.a00);
        s.out0 = polar(s.r1, s.a01);
        s.in1 = polar(s.r0, s.a10);
        s.out1 = polar(s.r1, s.a11);
        limit_corners(&s);
        outside(&pen, &s);
        inside(&pen, &s);
    }
    jutu_path_close(path);
}
