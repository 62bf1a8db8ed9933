/* Building paths, and the outlines that SVG path text, symbols, arcs, trails and curves give. */
#pragma once
#include <stdbool.h>

#include "scene/scene.h"

typedef struct {
    GByteArray *ops;     /* JutuPathOp */
    GArray *points;      /* of double */
    double x0, y0, x, y; /* where the subpath began, and where the pen is */
    bool open;           /* a subpath was begun and isn't closed */
} JutuPathBuilder;

/* Owned. */
JutuPathBuilder *jutu_path_builder_new(void);
void jutu_path_builder_free(JutuPathBuilder *builder); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuPathBuilder, jutu_path_builder_free)

/* Begins a subpath. */
void jutu_path_move(JutuPathBuilder *path, double x, double y);
/* A line or curve without a point to start from starts at its first point. */
void jutu_path_line(JutuPathBuilder *path, double x, double y);
void jutu_path_curve(JutuPathBuilder *path, double x1, double y1, double x2, double y2, double x,
                     double y);
void jutu_path_close(JutuPathBuilder *path); /* nothing where there is nothing to close */

/* Part of a circle as Canvas draws it (angles in radians from 3 o'clock, clockwise), joined to what
 * is there by a line. At most one turn. */
void jutu_path_arc(JutuPathBuilder *path, double cx, double cy, double radius, double start,
                   double end, bool counterclockwise);

/* Copies what was built into the arena and empties the builder. */
JutuPath jutu_path_take(JutuPathBuilder *path, JutuArena *arena);

/* The tight box around a path (curves, not their control points); an empty path has width and
 * height −1. */
JutuRect jutu_path_bounds(const JutuPath *path);

/*
 * The path without what is more than `most` from 0,0 in x or y: lines leave the square where they
 * did, and go on along its edge, so that all within is drawn as before, filled or stroked.
 * @return the path itself, or one in the arena
 */
JutuPath jutu_path_clip(const JutuPath *path, double most, JutuArena *arena);

/* Appends an SVG path string, scaled about 0,0 and moved. @return false if it can't be read; then
 * nothing is appended */
bool jutu_path_parse_svg(JutuPathBuilder *path, const char *text, double scale_x, double scale_y,
                         double x, double y);

/* Appends a path as SVG text, absolute and with three decimals: "M0,10L20,40.5Z". */
void jutu_path_print(GString *out, const JutuPath *path);
/* Appends a number with at most three decimals, whatever the locale: "0.5", "-3", never "-0". */
void jutu_print_px(GString *out, double number);

/* Vega's symbols (circle, square, cross, diamond, triangle-up …, arrow, wedge, stroke) or an SVG
 * path in a box of −1 to 1, of an area of `size` px², centred on 0,0. @return false if the name is
 * neither */
bool jutu_path_symbol(JutuPathBuilder *path, const char *shape, double size);

typedef struct {
    double inner, outer; /* radii */
    double start, end;   /* radians, 0 at 12 o'clock, clockwise */
    double pad_angle, corner_radius;
} JutuAnnulus;

/* d3-shape's arc about cx,cy. */
void jutu_path_annulus(JutuPathBuilder *path, double cx, double cy, const JutuAnnulus *annulus);

/* A rectangle with a radius for each corner (top left, top right, bottom right, bottom left), as
 * Vega draws it; NULL: sharp corners. */
void jutu_path_rect(JutuPathBuilder *path, JutuRect box, const double radius[4]);

/* Vega's trail: a line through n points (x, y) as wide at each as `sizes` says. */
void jutu_path_trail(JutuPathBuilder *path, const double *points, const double *sizes, size_t n);

/*
 * Vega's curves: linear, linear-closed, step, step-before, step-after, basis, basis-open,
 * basis-closed, bundle, cardinal, cardinal-open, cardinal-closed, catmull-rom, catmull-rom-open,
 * catmull-rom-closed, monotone, natural; NULL is linear. Lines take n points (x, y); areas draw
 * the n points and then back along the other edge. Where a line is broken by an invalid row, call
 * once for each piece.
 * @param tension     tension, alpha or beta, whichever the curve has; NaN: its default
 * @param horizontal  the mark's orient: monotone in y instead of x
 */
void jutu_curve_line(JutuPathBuilder *path, const char *curve, double tension, bool horizontal,
                     const double *points, size_t n);
void jutu_curve_area(JutuPathBuilder *path, const char *curve, double tension, bool horizontal,
                     const double *points, const double *other, size_t n);
