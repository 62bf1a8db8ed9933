/* Paths that run far off the page: kept as they are where they are near, and led along the edge of
 * a big square elsewhere. */
#include <math.h>
#include <string.h>

#include "scene/path.h"

enum { MOST_HALVINGS = 24 };

/* The path so far, its points within the square; `at` is where the pen would be without it. */
typedef struct {
    JutuPathBuilder *out;
    double most;
    double at[2], start[2];
} Clip;

static double near(double number, double most)
{
    return fmax(-most, fmin(most, number));
}

static bool is_near(const double *points, size_t n, double most)
{
    for (size_t i = 0; i < 2 * n; i++) {
        if (!(fabs(points[i]) <= most))
            return false;
    }
    return true;
}

/* Whether all points are beyond one side, so that no curve of them is seen. */
static bool is_beyond(const double *points, int n, double most)
{
    for (int side = 0; side < 4; side++) {
        int axis = side / 2, sign = side % 2 ? 1 : -1, beyond = 0;
        for (int i = 0; i < n; i++)
            beyond += sign * points[2 * i + axis] > most;
        if (beyond == n)
            return true;
    }
    return false;
}

/* Where the way from `a` to `b` crosses the sides that bound this axis, in order. */
static int crossings(const double a[2], const double b[2], int axis, double most, double out[2][2])
{
    int n = 0;
    double from = a[axis], to = b[axis];
    double sides[] = { from < to ? -most : most, from < to ? most : -most };
    for (int i = 0; i < 2; i++) {
        double side = sides[i];
        if ((from - side) * (to - side) >= 0 || from == to)
            continue;
        /* shares of each end: their difference might be infinite */
        double share = 1 / (1 - (to / 2 - side / 2) / (from / 2 - side / 2));
        out[n][axis] = side;
        out[n][1 - axis] = (1 - share) * a[1 - axis] + share * b[1 - axis];
        n++;
    }
    return n;
}

/* A line whose x is within the square. */
static void add_upright(Clip *clip, const double from[2], const double to[2])
{
    double cross[2][2];
    int n = crossings(from, to, 1, clip->most, cross);
    for (int i = 0; i < n; i++)
        jutu_path_line(clip->out, cross[i][0], cross[i][1]);
    jutu_path_line(clip->out, to[0], near(to[1], clip->most));
}

/* Points beyond a side are led along it: first x, then y. */
static void add_line(Clip *clip, const double to[2])
{
    double cross[3][2];
    int n = crossings(clip->at, to, 0, clip->most, cross);
    cross[n][0] = near(to[0], clip->most);
    cross[n][1] = to[1];
    double from[] = { near(clip->at[0], clip->most), clip->at[1] };
    for (int i = 0; i <= n; i++) {
        add_upright(clip, from, cross[i]);
        memcpy(from, cross[i], sizeof(from));
    }
    memcpy(clip->at, to, sizeof(clip->at));
}

static void halve(const double p[8], double left[8], double right[8])
{
    for (int axis = 0; axis < 2; axis++) {
        double a = p[axis], b = p[2 + axis], c = p[4 + axis], d = p[6 + axis];
        double ab = a / 2 + b / 2, bc = b / 2 + c / 2, cd = c / 2 + d / 2;
        double abc = ab / 2 + bc / 2, bcd = bc / 2 + cd / 2, middle = abc / 2 + bcd / 2;
        left[axis] = a;
        left[2 + axis] = ab;
        left[4 + axis] = abc;
        left[6 + axis] = right[axis] = middle;
        right[2 + axis] = bcd;
        right[4 + axis] = cd;
        right[6 + axis] = d;
    }
}

/* Pieces that are near stay curves; those far away are lines. */
static void add_curve(Clip *clip, const double p[8], int halvings)
{
    if (is_near(p, 4, clip->most)) {
        jutu_path_curve(clip->out, p[2], p[3], p[4], p[5], p[6], p[7]);
        memcpy(clip->at, &p[6], sizeof(clip->at));
    } else if (halvings == 0 || is_beyond(p, 4, clip->most)) {
        add_line(clip, &p[6]);
    } else {
        double left[8], right[8];
        halve(p, left, right);
        add_curve(clip, left, halvings - 1);
        add_curve(clip, right, halvings - 1);
    }
}

static void add_op(Clip *clip, JutuPathOp op, const double *points)
{
    double curve[8] = { clip->at[0], clip->at[1] };
    switch (op) {
    case JUTU_PATH_MOVE:
        memcpy(clip->at, points, sizeof(clip->at));
        memcpy(clip->start, points, sizeof(clip->start));
        jutu_path_move(clip->out, near(points[0], clip->most), near(points[1], clip->most));
        break;
    case JUTU_PATH_LINE:
        add_line(clip, points);
        break;
    case JUTU_PATH_CURVE:
        memcpy(&curve[2], points, 6 * sizeof(double));
        add_curve(clip, curve, MOST_HALVINGS);
        break;
    case JUTU_PATH_CLOSE:
        if (!is_near(clip->at, 1, clip->most) || !is_near(clip->start, 1, clip->most))
            add_line(clip, clip->start);
        jutu_path_close(clip->out);
        memcpy(clip->at, clip->start, sizeof(clip->at));
        break;
    }
}

JutuPath jutu_path_clip(const JutuPath *path, double most, JutuArena *arena)
{
    static const size_t counts[] = {
        [JUTU_PATH_MOVE] = 1, [JUTU_PATH_LINE] = 1, [JUTU_PATH_CURVE] = 3, [JUTU_PATH_CLOSE] = 0
    };
    size_t n = 0;
    for (size_t i = 0; i < path->n_ops; i++)
        n += counts[path->ops[i]];
    if (is_near(path->points, n, most))
        return *path;
    g_autoptr(JutuPathBuilder) out = jutu_path_builder_new();
    Clip clip = { .out = out, .most = most };
    const double *points = path->points;
    for (size_t i = 0; i < path->n_ops; i++) {
        add_op(&clip, (JutuPathOp)path->ops[i], points);
        points += 2 * counts[path->ops[i]];
    }
    return jutu_path_take(out, arena);
}
