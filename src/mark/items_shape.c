#include "mark/items_shape.h"

#include <math.h>

/* One unbroken piece of a series. */
typedef struct {
    const char *curve;
    double tension;
    bool horizontal;
    const double *points, *other, *sizes; /* x, y; the other edge of an area; widths of a trail */
    size_t n;
} Piece;

static bool is_finite(const JutuItems *items, size_t i)
{
    return isfinite(jutu_item_number(items, JUTU_N_X, i, 0)) &&
           isfinite(jutu_item_number(items, JUTU_N_Y, i, 0)) &&
           isfinite(jutu_item_number(items, JUTU_N_X2, i, 0)) &&
           isfinite(jutu_item_number(items, JUTU_N_Y2, i, 0)) &&
           jutu_item_number(items, JUTU_N_DEFINED, i, 1) != 0;
}

static void add_piece(const JutuItems *items, const Piece *piece, JutuPathBuilder *out)
{
    if (items->kind == JUTU_ITEM_TRAIL)
        jutu_path_trail(out, piece->points, piece->sizes, piece->n);
    else if (items->kind == JUTU_ITEM_AREA)
        jutu_curve_area(out, piece->curve, piece->tension, piece->horizontal, piece->points,
                        piece->other, piece->n);
    else
        jutu_curve_line(out, piece->curve, piece->tension, piece->horizontal, piece->points,
                        piece->n);
}

/* A line of one point is as long as its caps. */
static void add_square(const double point[2], JutuPathBuilder *out)
{
    jutu_path_move(out, point[0], point[1]);
    jutu_path_line(out, point[0] + JUTU_DOT_LENGTH, point[1]);
}

void jutu_items_outline(const JutuItems *items, size_t series, JutuPathBuilder *out)
{
    size_t start = items->series[series], end = items->series[series + 1], n = 0;
    bool lies = jutu_item_lies(items, series);
    g_autofree double *points = g_new(double, 2 * (end - start) + 2);
    g_autofree double *other = g_new(double, 2 * (end - start) + 2);
    g_autofree double *sizes = g_new(double, end - start + 1);
    Piece piece = { .curve = jutu_item_string(items, JUTU_S_INTERPOLATE, series, NULL),
                    .tension = jutu_item_number(items, JUTU_N_TENSION, series, NAN),
                    .horizontal = lies,
                    .points = points,
                    .other = other,
                    .sizes = sizes };
    for (size_t i = start; i <= end; i++) {
        if (i == end || !is_finite(items, i)) {
            piece.n = n;
            if (n == 1 && items->kind == JUTU_ITEM_LINE &&
                jutu_item_cap(items, series) == JUTU_CAP_SQUARE)
                add_square(points, out);
            else if (n > 0)
                add_piece(items, &piece, out);
            n = 0;
            continue;
        }
        points[2 * n] = jutu_item_value(items, JUTU_N_X, i, 0);
        points[2 * n + 1] = jutu_item_value(items, JUTU_N_Y, i, 0);
        other[2 * n] = lies ? jutu_item_value(items, JUTU_N_X2, i, points[2 * n]) : points[2 * n];
        other[2 * n + 1] = lies ? points[2 * n + 1]
                                : jutu_item_value(items, JUTU_N_Y2, i, points[2 * n + 1]);
        sizes[n] = jutu_item_value(items, JUTU_N_SIZE, i, 1);
        sizes[n] = sizes[n] != 0 ? sizes[n] : 1;
        n++;
    }
}

JutuAnnulus jutu_item_annulus(const JutuItems *items, size_t i)
{
    double inner = jutu_item_value(items, JUTU_N_INNER_RADIUS, i, 0);
    double outer = jutu_item_value(items, JUTU_N_OUTER_RADIUS, i, 0);
    return (JutuAnnulus){
        .inner = fmin(inner, outer),
        .outer = fmax(inner, outer),
        .start = jutu_item_value(items, JUTU_N_START_ANGLE, i, 0),
        .end = jutu_item_value(items, JUTU_N_END_ANGLE, i, 0),
        .pad_angle = jutu_item_value(items, JUTU_N_PAD_ANGLE, i, 0),
        .corner_radius = jutu_item_value(items, JUTU_N_CORNER_RADIUS, i, 0),
    };
}
