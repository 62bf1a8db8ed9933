/* Which labels are dropped so that the others don't overlap (Vega's Overlap transform). */
#include <math.h>

#include "text/block.h"

/* Boxes that are less than `apart` px from each other, as Vega has it: touching ones are not. */
static bool meet(const JutuRect *a, const JutuRect *b, double apart)
{
    double right = fmax(b->x - (a->x + a->width), a->x - (b->x + b->width));
    double below = fmax(b->y - (a->y + a->height), a->y - (b->y + b->height));
    return apart > fmax(right, below);
}

static bool any_meet(const JutuRect *boxes, const size_t *items, size_t n, double apart)
{
    for (size_t i = 1; i < n; i++) {
        if (meet(&boxes[items[i - 1]], &boxes[items[i]], apart))
            return true;
    }
    return false;
}

/* Drops every other item. @return how many are left */
static size_t halve(size_t *items, size_t n, bool *shown)
{
    size_t left = 0;
    for (size_t i = 0; i < n; i++) {
        if (i % 2)
            shown[items[i]] = false;
        else
            items[left++] = items[i];
    }
    return left;
}

/* Drops what meets the last one kept. */
static size_t sweep(const JutuRect *boxes, size_t *items, size_t n, double apart, bool *shown)
{
    size_t left = 0;
    for (size_t i = 0; i < n; i++) {
        if (left > 0 && meet(&boxes[items[left - 1]], &boxes[items[i]], apart))
            shown[items[i]] = false;
        else
            items[left++] = items[i];
    }
    return left;
}

void jutu_drop_overlaps(const JutuOverlap *overlap, const JutuRect *boxes, size_t n, bool *shown)
{
    g_autofree size_t *items = g_new(size_t, n + 1);
    size_t left = 0;
    for (size_t i = 0; i < n; i++) {
        if (boxes[i].width > 1 && boxes[i].height > 1)
            items[left++] = i;
    }
    if (!overlap->given || left == 0)
        return;
    size_t last = items[left - 1];
    for (size_t i = 0; i < left; i++)
        shown[items[i]] = true;
    double apart = overlap->separation;
    if (left < 3 || !any_meet(boxes, items, left, apart))
        return;
    do
        left = overlap->greedy ? sweep(boxes, items, left, apart, shown)
                               : halve(items, left, shown);
    while (left >= 3 && any_meet(boxes, items, left, apart));
    /* of two that are left, the last label is one */
    if (left < 3 && !shown[last]) {
        if (left > 1)
            shown[items[left - 1]] = false;
        shown[last] = true;
    }
}
