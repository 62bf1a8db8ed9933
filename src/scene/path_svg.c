/* SVG path text: all commands, absolute and relative, reduced to lines and cubic curves. */
#include <ctype.h>
#include <math.h>
#include <string.h>

#include "scene/path.h"

typedef struct {
    double x, y;
} Point;

typedef struct {
    JutuPathBuilder *path;
    const char *at; /* what is left to read */
    double scale_x, scale_y;
    Point offset;
    Point pen, start; /* in the text's own units */
    Point control;    /* the last one, for S and T to mirror */
    char previous;    /* the command before, in upper case */
    bool relative;
} Reader;

static void skip_space(Reader *reader)
{
    while (*reader->at && strchr(" \t\r\n\f", *reader->at))
        reader->at++;
}

/* One comma and any space may stand between numbers. */
static void skip_separator(Reader *reader)
{
    skip_space(reader);
    if (*reader->at == ',') {
        reader->at++;
        skip_space(reader);
    }
}

/* The end of the number at `text`, or `text` if there is none. No sign or dot alone is a number. */
static const char *number_end(const char *text)
{
    const char *at = text + (*text == '+' || *text == '-');
    size_t before = strspn(at, "0123456789"), after = 0;
    at += before;
    if (*at == '.') {
        after = strspn(at + 1, "0123456789");
        at += before + after > 0 ? after + 1 : 0;
    }
    if (before + after == 0)
        return text;
    if (*at == 'e' || *at == 'E') {
        const char *digits = at + 1 + (at[1] == '+' || at[1] == '-');
        if (isdigit((unsigned char)*digits))
            at = digits + strspn(digits, "0123456789");
    }
    return at;
}

static bool read_number(Reader *reader, double *out)
{
    const char *end = number_end(reader->at);
    if (end == reader->at)
        return false;
    *out = g_ascii_strtod(reader->at, NULL);
    reader->at = end;
    skip_separator(reader);
    return isfinite(*out);
}

static bool read_flag(Reader *reader, double *out)
{
    if (*reader->at != '0' && *reader->at != '1')
        return false;
    *out = *reader->at++ - '0';
    skip_separator(reader);
    return true;
}

static Point placed(const Reader *reader, Point p)
{
    return (Point){ p.x * reader->scale_x + reader->offset.x,
                    p.y * reader->scale_y + reader->offset.y };
}

static Point absolute(const Reader *reader, double x, double y)
{
    if (!reader->relative)
        return (Point){ x, y };
    return (Point){ reader->pen.x + x, reader->pen.y + y };
}

static void line_to(Reader *reader, Point to)
{
    Point p = placed(reader, to);
    jutu_path_line(reader->path, p.x, p.y);
    reader->pen = reader->control = to;
}

static void curve_to(Reader *reader, Point a, Point b, Point to)
{
    Point pa = placed(reader, a), pb = placed(reader, b), p = placed(reader, to);
    jutu_path_curve(reader->path, pa.x, pa.y, pb.x, pb.y, p.x, p.y);
    reader->pen = to;
    reader->control = b;
}

static Point towards(Point from, Point to, double share)
{
    return (Point){ from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share };
}

static void quadratic_to(Reader *reader, Point control, Point to)
{
    const double share = 2.0 / 3;
    curve_to(reader, towards(reader->pen, control, share), towards(to, control, share), to);
    reader->control = control;
}

/* The last control point mirrored at the pen, if the command before was one of `commands`. */
static Point mirrored(const Reader *reader, const char *commands)
{
    if (!reader->previous || !strchr(commands, reader->previous))
        return reader->pen;
    return (Point){ 2 * reader->pen.x - reader->control.x, 2 * reader->pen.y - reader->control.y };
}

static void move(Reader *reader, const double *p)
{
    Point to = absolute(reader, p[0], p[1]), at = placed(reader, to);
    jutu_path_move(reader->path, at.x, at.y);
    reader->pen = reader->start = reader->control = to;
}

static void line(Reader *reader, const double *p)
{
    line_to(reader, absolute(reader, p[0], p[1]));
}

static void across(Reader *reader, const double *p)
{
    line_to(reader, (Point){ absolute(reader, p[0], 0).x, reader->pen.y });
}

static void down(Reader *reader, const double *p)
{
    line_to(reader, (Point){ reader->pen.x, absolute(reader, 0, p[0]).y });
}

static void cubic(Reader *reader, const double *p)
{
    curve_to(reader, absolute(reader, p[0], p[1]), absolute(reader, p[2], p[3]),
             absolute(reader, p[4], p[5]));
}

static void smooth(Reader *reader, const double *p)
{
    curve_to(reader, mirrored(reader, "CS"), absolute(reader, p[0], p[1]),
             absolute(reader, p[2], p[3]));
}

static void quadratic(Reader *reader, const double *p)
{
    quadratic_to(reader, absolute(reader, p[0], p[1]), absolute(reader, p[2], p[3]));
}

static void smooth_quadratic(Reader *reader, const double *p)
{
    quadratic_to(reader, mirrored(reader, "QT"), absolute(reader, p[0], p[1]));
}

static void close_path(Reader *reader, const double *p)
{
    (void)p;
    jutu_path_close(reader->path);
    reader->pen = reader->control = reader->start;
}

/* An ellipse turned by `angle` and stretched to its radii: from its unit circle to the page. */
static Point on_ellipse(Point centre, Point radius, double angle, Point unit)
{
    double x = unit.x * radius.x, y = unit.y * radius.y;
    return (Point){ centre.x + x * cos(angle) - y * sin(angle),
                    centre.y + x * sin(angle) + y * cos(angle) };
}

static void elliptical(Reader *reader, const double *p)
{
    Point radius = { fabs(p[0]), fabs(p[1]) }, from = reader->pen;
    Point to = absolute(reader, p[5], p[6]);
    double angle = p[2] * G_PI / 180, dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
    if (radius.x == 0 || radius.y == 0 || (dx == 0 && dy == 0)) {
        line_to(reader, to);
        return;
    }
    /* Half the chord, in units of the radii; radii too small to reach are enlarged. */
    Point half = { (cos(angle) * dx + sin(angle) * dy) / radius.x,
                   (cos(angle) * dy - sin(angle) * dx) / radius.y };
    double reach = hypot(half.x, half.y), enlarge = fmax(reach, 1);
    radius.x *= enlarge;
    radius.y *= enlarge;
    half.x /= enlarge;
    half.y /= enlarge;
    reach = hypot(half.x, half.y);

    double side = sqrt(fmax(0, 1 / (reach * reach) - 1)) * (p[3] == p[4] ? -1 : 1);
    Point c = { side * half.y, -side * half.x };
    Point middle = { (from.x + to.x) / 2, (from.y + to.y) / 2 };
    Point centre = on_ellipse(middle, radius, angle, c);
    double start = atan2(half.y - c.y, half.x - c.x);
    double turn = atan2(-half.y - c.y, -half.x - c.x) - start;
    if (turn < 0 && p[4] != 0)
        turn += 2 * G_PI;
    else if (turn > 0 && p[4] == 0)
        turn -= 2 * G_PI;

    int n = (int)ceil(fabs(turn / (G_PI_2 + 0.001)));
    double part = turn / n, arm = 4.0 / 3 * tan(part / 4);
    for (int i = 0; i < n; i++) {
        double a = start + i * part, b = a + part;
        Point one = { cos(a) - arm * sin(a), sin(a) + arm * cos(a) };
        Point two = { cos(b) + arm * sin(b), sin(b) - arm * cos(b) };
        Point end = on_ellipse(centre, radius, angle, (Point){ cos(b), sin(b) });
        curve_to(reader, on_ellipse(centre, radius, angle, one),
                 on_ellipse(centre, radius, angle, two), i + 1 < n ? end : to);
    }
}

static const struct {
    char name;
    int n_params;
    void (*draw)(Reader *reader, const double *params);
} commands[] = {
    { 'M', 2, move },       { 'L', 2, line },       { 'H', 1, across },
    { 'V', 1, down },       { 'Z', 0, close_path }, { 'C', 6, cubic },
    { 'S', 4, smooth },     { 'Q', 4, quadratic },  { 'T', 2, smooth_quadratic },
    { 'A', 7, elliptical },
};

static size_t find_command(char name)
{
    size_t i = 0;
    while (i < G_N_ELEMENTS(commands) && commands[i].name != name)
        i++;
    return i;
}

/* A command and all the parameter lists after it. */
static bool read_command(Reader *reader, size_t which)
{
    bool first = true;
    do {
        double params[7];
        for (int i = 0; i < commands[which].n_params; i++) {
            bool flag = commands[which].name == 'A' && (i == 3 || i == 4);
            if (!(flag ? read_flag : read_number)(reader, &params[i]))
                return false;
        }
        commands[which].draw(reader, params);
        reader->previous = commands[which].name;
        if (first && commands[which].name == 'M')
            which = find_command('L');
        first = false;
        skip_space(reader);
    } while (commands[which].n_params > 0 && number_end(reader->at) > reader->at);
    return true;
}

bool jutu_path_parse_svg(JutuPathBuilder *path, const char *text, double scale_x, double scale_y,
                         double x, double y)
{
    guint n_ops = path->ops->len, n_points = path->points->len;
    Reader reader = {
        .path = path, .at = text, .scale_x = scale_x, .scale_y = scale_y, .offset = { x, y }
    };
    bool ok = true, any = false;
    for (skip_space(&reader); ok && *reader.at; skip_space(&reader)) {
        char letter = *reader.at++;
        size_t which = find_command(g_ascii_toupper(letter));
        ok = which < G_N_ELEMENTS(commands) && (any || commands[which].name == 'M');
        if (!ok)
            break;
        reader.relative = g_ascii_islower(letter);
        skip_space(&reader);
        ok = read_command(&reader, which);
        any = true;
    }
    if (!ok || !any) {
        g_byte_array_set_size(path->ops, n_ops);
        g_array_set_size(path->points, n_points);
        return false;
    }
    return true;
}
