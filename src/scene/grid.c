/* Grid layout, each direction by itself: the same arithmetic serves columns and rows. */
#include "scene/grid.h"

#include <glib.h>

/* One direction of a grid. */
typedef struct {
    const JutuGrid *grid;
    int d; /* 0: x, 1: y */
    size_t n, columns, lanes;
    double *position; /* of each item */
    double *low, *high;
    double *extent; /* of each lane: the farthest end of its items */
    double most;    /* of these */
} Way;

static size_t lane_of(const Way *way, size_t i)
{
    return way->d == 0 ? i % way->columns : i / way->columns;
}

static void measure(Way *way, const JutuGridItem *items)
{
    for (size_t i = 0; i < way->n; i++) {
        const JutuGridItem *item = &items[i];
        JutuBox box = { 0, 0, item->width, item->height };
        if (!way->grid->flush) {
            box = jutu_box_is_none(&item->bounds) ? (JutuBox){ item->x, item->y, item->x, item->y }
                                                  : item->bounds;
            jutu_box_move(&box, -item->x, -item->y);
        }
        way->low[i] = way->d == 0 ? box.x1 : box.y1;
        way->high[i] = way->d == 0 ? box.x2 : box.y2;
        size_t lane = lane_of(way, i);
        way->extent[lane] = fmax(way->extent[lane], jutu_round_up(way->high[i]));
        way->most = fmax(way->most, jutu_round_up(way->high[i]));
    }
}

/* Distances from the item before: what juts out to the front and the padding, aligned. */
static void set_offsets(Way *way, double *offset)
{
    g_autofree double *widest = g_new0(double, way->lanes + 1);
    JutuGridAlign align = way->grid->align[way->d];
    for (size_t i = 0; i < way->n; i++) {
        size_t lane = lane_of(way, i);
        double jut = way->low[i] < 0 ? jutu_round_up(-way->low[i]) : 0;
        offset[i] = lane > 0 ? way->grid->padding[way->d] + jut : 0;
        size_t of = align == JUTU_GRID_ALL ? 0 : lane;
        widest[of] = fmax(widest[of], offset[i]);
    }
    for (size_t i = 0; i < way->n; i++) {
        size_t lane = lane_of(way, i);
        if (lane == 0)
            continue;
        switch (align) {
        case JUTU_GRID_NONE:
            offset[i] += way->extent[lane - 1];
            break;
        case JUTU_GRID_EACH:
            offset[i] = widest[lane] + way->extent[lane - 1];
            break;
        case JUTU_GRID_ALL:
            offset[i] = widest[0] + way->most;
            break;
        }
    }
}

/* Vega centres what reaches less far than its lane does, counted from the grid's origin. */
static void centre(Way *way)
{
    JutuGridAlign align = way->grid->align[way->d];
    size_t others = way->d == 0 ? (way->n + way->columns - 1) / way->columns : way->columns;
    if (align == JUTU_GRID_NONE || !way->grid->center[way->d] || others < 2)
        return;
    for (size_t i = 0; i < way->n; i++) {
        double extent = align == JUTU_GRID_ALL ? way->most : way->extent[lane_of(way, i)];
        double room = extent - way->high[i] - way->position[i];
        if (room > 0)
            way->position[i] += room / 2;
    }
}

/* Sets way->position. */
static void place_items(Way *way, const JutuGridItem *items)
{
    g_autofree double *offset = g_new0(double, way->n + 1);
    measure(way, items);
    set_offsets(way, offset);
    size_t back = way->d == 0 ? 1 : way->columns;
    for (size_t i = 0; i < way->n; i++)
        way->position[i] = offset[i] + (lane_of(way, i) > 0 ? way->position[i - back] : 0);
    centre(way);
    double first = 0, last = 0;
    for (size_t i = 0; i < way->n; i++) {
        first = fmin(first, way->position[i] + way->low[i]);
        last = fmax(last, way->position[i] + way->high[i]);
    }
    double at = way->grid->at[way->d] - way->grid->anchor[way->d] * (last - first);
    for (size_t i = 0; i < way->n; i++)
        way->position[i] += floor(at + 0.5);
}

JutuBox jutu_grid_place(const JutuGrid *grid, JutuGridItem *items, size_t n)
{
    JutuBox bounds = jutu_box_none();
    if (n == 0)
        return bounds;
    g_autofree double *numbers = g_new0(double, 7 * n);
    size_t columns = grid->columns ? grid->columns : n;
    for (int d = 0; d < 2; d++) {
        Way way = { .grid = grid, .d = d, .n = n, .columns = columns };
        way.lanes = d == 0 ? MIN(columns, n) : (n + columns - 1) / columns;
        way.position = numbers + (size_t)d * n;
        way.low = numbers + 2 * n;
        way.high = numbers + 3 * n;
        way.extent = numbers + (size_t)(4 + d) * n;
        place_items(&way, items);
    }
    for (size_t i = 0; i < n; i++) {
        double dx = numbers[i] - items[i].x, dy = numbers[n + i] - items[i].y;
        items[i].x += dx;
        items[i].y += dy;
        jutu_box_move(&items[i].bounds, dx, dy);
        jutu_box_unite(&bounds, &items[i].bounds);
    }
    return bounds;
}
