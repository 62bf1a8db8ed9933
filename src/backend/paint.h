/* Shared by the backends: page limits, places of gradients, links, images. */
#pragma once
#include "scene/scene.h"

/* @return false with error set if the page has no area, or a side is longer than `most` px */
bool jutu_page_check(const struct JutuScene *scene, double scale, double most, GError **error);

/* A coordinate, brought within JUTU_FAR of the page. */
double jutu_near(double number);

/* The box that a node's gradients refer to. */
JutuRect jutu_node_bounds(const JutuSceneNode *node);

/* A gradient from one circle to another (or line, with radii 0), in a space that `matrix`
 * {scale x, scale y, x, y} takes to the node's. */
typedef struct {
    double x1, y1, r1, x2, y2, r2;
    double matrix[4];
} JutuGradientPlace;
JutuGradientPlace jutu_gradient_place(const JutuPaint *paint, JutuRect box);

/* CSS mix-blend-modes; ends with NULL. find: −1 if there is none of this name, or it is NULL. */
extern const char *const jutu_blend_modes[];
int jutu_blend_find(const char *name);

/* Where an image that was read is drawn, its aspect kept or not. */
JutuRect jutu_image_place(const JutuSceneNode *node);

/* Whether a link is http, https, mailto or relative. */
bool jutu_href_is_safe(const char *href);
