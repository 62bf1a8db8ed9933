/* Shapes: Vega's symbols, rectangles and trails. */
#include <math.h>
#include <string.h>

#include "scene/path.h"

#define HALF_SQRT3 0.86602540378443864676
#define TAN_30 0.5773502691896257

/* Draws within a circle of radius r. */
typedef void (*Symbol)(JutuPathBuilder *path, double r);

static void polygon(JutuPathBuilder *path, const double *points, size_t n)
{
    jutu_path_move(path, points[0], points[1]);
    for (size_t i = 1; i < n; i++)
        jutu_path_line(path, points[2 * i], points[2 * i + 1]);
    jutu_path_close(path);
}

#define POLYGON(path, ...) \
    do { \
        const double points_[] = { __VA_ARGS__ }; \
        polygon((path), points_, G_N_ELEMENTS(points_) / 2); \
    } while (0)

static void circle(JutuPathBuilder *path, double r)
{
    jutu_path_move(path, r, 0);
    jutu_path_arc(path, 0, 0, r, 0, 2 * G_PI, false);
    jutu_path_close(path);
}

static void cross(JutuPathBuilder *path, double r)
{
    double s = r / 2.5;
    POLYGON(path, -r, -s, -r, s, -s, s, -s, r, s, r, s, s, r, s, r, -s, s, -s, s, -r, -s, -r, -s,
            -s);
}

static void diamond(JutuPathBuilder *path, double r)
{
    POLYGON(path, -r, 0, 0, -r, r, 0, 0, r);
}

static void square(JutuPathBuilder *path, double r)
{
    POLYGON(path, -r, -r, r, -r, r, r, -r, r);
}

static void arrow(JutuPathBuilder *path, double r)
{
    double s = r / 7, t = r / 2.5, v = r / 8;
    POLYGON(path, -s, r, s, r, s, -v, t, -v, 0, -r, -t, -v, -s, -v);
}

static void wedge(JutuPathBuilder *path, double r)
{
    double h = HALF_SQRT3 * r, o = h - r * TAN_30, b = r / 4;
    POLYGON(path, 0, -h - o, -b, h - o, b, h - o);
}

static void triangle(JutuPathBuilder *path, double r)
{
    double h = HALF_SQRT3 * r, o = h - r * TAN_30;
    POLYGON(path, 0, -h - o, -r, h - o, r, h - o);
}

static void triangle_up(JutuPathBuilder *path, double r)
{
    double h = HALF_SQRT3 * r;
    POLYGON(path, 0, -h, -r, h, r, h);
}

static void triangle_down(JutuPathBuilder *path, double r)
{
    double h = HALF_SQRT3 * r;
    POLYGON(path, 0, h, -r, -h, r, -h);
}

static void triangle_right(JutuPathBuilder *path, double r)
{
    double h = HALF_SQRT3 * r;
    POLYGON(path, h, 0, -h, -r, -h, r);
}

static void triangle_left(JutuPathBuilder *path, double r)
{
    double h = HALF_SQRT3 * r;
    POLYGON(path, -h, 0, h, -r, h, r);
}

static void stroke(JutuPathBuilder *path, double r)
{
    jutu_path_move(path, -r, 0);
    jutu_path_line(path, r, 0);
}

static const struct {
    const char *name;
    Symbol draw;
} symbols[] = {
    { "circle", circle },
    { "cross", cross },
    { "diamond", diamond },
    { "square", square },
    { "arrow", arrow },
    { "wedge", wedge },
    { "triangle", triangle },
    { "triangle-up", triangle_up },
    { "triangle-down", triangle_down },
    { "triangle-right", triangle_right },
    { "triangle-left", triangle_left },
    { "stroke", stroke },
};

bool jutu_path_symbol(JutuPathBuilder *path, const char *shape, double size)
{
    double r = sqrt(size) / 2;
    for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++) {
        if (strcmp(symbols[i].name, shape) == 0) {
            symbols[i].draw(path, r);
            return true;
        }
    }
    return strpbrk(shape, "mM") && jutu_path_parse_svg(path, shape, r, r, 0, 0);
}

/* A quarter of a rounded corner from where the pen is, around (cx, cy), to (x, y). */
static void corner(JutuPathBuilder *path, double cx, double cy, double x, double y)
{
    /* http://spencermortensen.com/articles/bezier-circle/: the share left of the way to the corner
     */
    const double left = 0.448084975506;
    double x0 = path->x, y0 = path->y;
    jutu_path_curve(path, cx + (x0 - cx) * left, cy + (y0 - cy) * left, cx + (x - cx) * left,
                    cy + (y - cy) * left, x, y);
}

void jutu_path_rect(JutuPathBuilder *path, JutuRect box, const double radius[4])
{
    double x = box.x, y = box.y, x2 = x + box.width, y2 = y + box.height, r[4] = { 0 };
    double most = fmin(box.width, box.height) / 2;
    bool round = false;
    for (int i = 0; radius && i < 4; i++) {
        r[i] = fmax(0, fmin(radius[i], most));
        round |= r[i] > 0;
    }
    if (!round) {
        POLYGON(path, x, y, x2, y, x2, y2, x, y2);
        return;
    }
    jutu_path_move(path, x + r[0], y);
    jutu_path_line(path, x2 - r[1], y);
    corner(path, x2, y, x2, y + r[1]);
    jutu_path_line(path, x2, y2 - r[2]);
    corner(path, x2, y2, x2 - r[2], y2);
    jutu_path_line(path, x + r[3], y2);
    corner(path, x, y2, x, y2 - r[3]);
    jutu_path_line(path, x, y + r[0]);
    corner(path, x, y, x + r[0], y);
    jutu_path_close(path);
}

void jutu_path_trail(JutuPathBuilder *path, const double *points, const double *sizes, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        double x1 = points[2 * i - 2], y1 = points[2 * i - 1], r1 = sizes[i - 1] / 2;
        double x2 = points[2 * i], y2 = points[2 * i + 1], r2 = sizes[i] / 2;
        double ux = y1 - y2, uy = x2 - x1, length = hypot(ux, uy);
        if (length == 0) {
            jutu_path_move(path, x2 + r2, y2);
            jutu_path_arc(path, x2, y2, r2, 0, 2 * G_PI, false);
            jutu_path_close(path);
            continue;
        }
        ux /= length;
        uy /= length;
        double across = atan2(uy, ux);
        jutu_path_move(path, x1 - ux * r1, y1 - uy * r1);
        jutu_path_line(path, x2 - ux * r2, y2 - uy * r2);
        jutu_path_arc(path, x2, y2, r2, across - G_PI, across, false);
        jutu_path_line(path, x1 + ux * r1, y1 + uy * r1);
        jutu_path_arc(path, x1, y1, r1, across, across + G_PI, false);
        jutu_path_close(path);
    }
}
