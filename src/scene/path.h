/* Building paths, and the outlines that SVG path text, symbols and arcs give. */
#pragma once
#include <stdbool.h>

#include "scene/scene.h"

typedef struct {
    GByteArray *ops;
    GArray *points; /* of double */
} JutuPathBuilder;

JutuPathBuilder *jutu_path_builder_new(void);
void jutu_path_builder_free(JutuPathBuilder *builder); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuPathBuilder, jutu_path_builder_free)

void jutu_path_move(JutuPathBuilder *path, double x, double y);
void jutu_path_line(JutuPathBuilder *path, double x, double y);
void jutu_path_curve(JutuPathBuilder *path, double x1, double y1, double x2, double y2, double x,
                     double y);
void jutu_path_close(JutuPathBuilder *path);

/* Part of a circle as Canvas draws it (angles in radians from 3 o'clock, clockwise), joined to what
 * is there by a line. */
void jutu_path_arc(JutuPathBuilder *path, double cx, double cy, double radius, double start,
                   double end, bool counterclockwise);

/* Copies what was built into the arena and empties the builder. */
JutuPath jutu_path_take(JutuPathBuilder *path, JutuArena *arena);

/* Appends an SVG path string, scaled about 0,0 and moved. @return false if it can't be read */
bool jutu_path_parse_svg(JutuPathBuilder *path, const char *text, double scale_x, double scale_y,
                         double x, double y);

/* Vega's symbols (circle, square, cross, diamond, triangle-up …, arrow, wedge, stroke) or an SVG
 * path in a box of −1 to 1, of an area of `size` px², centred on 0,0. @return false if the name is
 * neither */
bool jutu_path_symbol(JutuPathBuilder *path, const char *shape, double size);

/* d3-shape's arc (0 at 12 o'clock, clockwise, radians), with pad angle and corner radius, about
 * cx,cy. */
void jutu_path_annulus(JutuPathBuilder *path, double cx, double cy, double inner, double outer,
                       double start, double end, double pad_angle, double corner_radius);

/* A rectangle with a radius for each corner, as Vega draws it. */
void jutu_path_rect(JutuPathBuilder *path, JutuRect box, const double radius[4]);

/* d3-shape's curves: linear, linear-closed, step, step-before, step-after, basis, basis-open,
 * basis-closed, bundle, cardinal, cardinal-open, cardinal-closed, catmull-rom, monotone, natural.
 * Lines take n points (x, y); areas draw the n points and then back along the other edge. */
bool jutu_curve_known(const char *name);
void jutu_curve_line(JutuPathBuilder *path, const char *curve, double tension, bool horizontal,
                     const double *points, size_t n);
void jutu_curve_area(JutuPathBuilder *path, const char *curve, double tension, bool horizontal,
                     const double *points, const double *other, size_t n);
