/* Bounds while they are collected: two corners, so that unions are cheap and nothing has a box. */
#pragma once
#include <math.h>
#include <stdbool.h>

#include "scene/scene.h"

typedef struct {
    double x1, y1, x2, y2;
} JutuBox;

/* To whole px, but not up or down a whole one for what sums and rotations add in the last bits. */
static inline double jutu_round_up(double px)
{
    return ceil(px - 1e-6);
}
static inline double jutu_round_down(double px)
{
    return floor(px + 1e-6);
}

/* Contains nothing; united with others it gives the others. */
static inline JutuBox jutu_box_none(void)
{
    return (JutuBox){ INFINITY, INFINITY, -INFINITY, -INFINITY };
}
static inline bool jutu_box_is_none(const JutuBox *box)
{
    return box->x1 > box->x2;
}
static inline void jutu_box_add(JutuBox *box, double x, double y)
{
    box->x1 = fmin(box->x1, x);
    box->y1 = fmin(box->y1, y);
    box->x2 = fmax(box->x2, x);
    box->y2 = fmax(box->y2, y);
}
static inline void jutu_box_unite(JutuBox *box, const JutuBox *other)
{
    box->x1 = fmin(box->x1, other->x1);
    box->y1 = fmin(box->y1, other->y1);
    box->x2 = fmax(box->x2, other->x2);
    box->y2 = fmax(box->y2, other->y2);
}
static inline void jutu_box_move(JutuBox *box, double x, double y)
{
    box->x1 += x;
    box->y1 += y;
    box->x2 += x;
    box->y2 += y;
}
static inline void jutu_box_grow(JutuBox *box, double by)
{
    box->x1 -= by;
    box->y1 -= by;
    box->x2 += by;
    box->y2 += by;
}
/* Width and height below 0 mean nothing. */
static inline JutuBox jutu_box_of(JutuRect rect)
{
    if (!(rect.width >= 0) || !(rect.height >= 0))
        return jutu_box_none();
    return (JutuBox){ rect.x, rect.y, rect.x + rect.width, rect.y + rect.height };
}
static inline JutuRect jutu_rect_of(const JutuBox *box)
{
    return (JutuRect){ box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1 };
}
