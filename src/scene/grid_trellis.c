/* Headers, footers and titles of a grid of cells. */
#include <glib.h>

#include "scene/grid.h"

typedef struct {
    const JutuGrid *grid;
    const JutuGridItem *cells;
    size_t n, columns;
    JutuBox bounds; /* of all cells */
} Cells;

/* The side of a box that faces out, across the direction d of its row or column. */
static double side_of(const JutuBox *box, int d, bool footer)
{
    if (footer)
        return d == 0 ? box->y2 : box->x2;
    return d == 0 ? box->y1 : box->x1;
}

static double edge_of(const Cells *cells, const JutuGridItem *item, int d, bool footer)
{
    if (cells->grid->flush) {
        double start = d == 0 ? item->y : item->x, size = d == 0 ? item->height : item->width;
        return footer ? start + size : start;
    }
    return side_of(&item->bounds, d, footer);
}

static double further(double a, double b, bool footer)
{
    return footer ? jutu_round_up(fmax(a, b)) : jutu_round_down(fmin(a, b));
}

/* Along its cell, a header stands at the cell's origin or somewhere within its bounds. */
static double along(const JutuGridItem *cell, int d, double band)
{
    if (isnan(band))
        return d == 0 ? cell->x : cell->y;
    double start = d == 0 ? cell->bounds.x1 : cell->bounds.y1;
    double end = d == 0 ? cell->bounds.x2 : cell->bounds.y2;
    return floor(start + band * (end - start) + 0.5);
}

static void move_to(JutuGridItem *item, double x, double y)
{
    jutu_box_move(&item->bounds, x - item->x, y - item->y);
    item->x = x;
    item->y = y;
}

/* d 0: headers (footers) of columns, 1: of rows. @return how far they reach out */
static double place_edge(const Cells *cells, JutuGridEdge *edge, int d, bool footer)
{
    size_t columns = cells->columns, rows = (cells->n + columns - 1) / columns;
    size_t step = d == 0 ? 1 : columns, back = d == 0 ? columns : 1;
    size_t first = !footer ? 0 : d == 0 ? (rows - 1) * columns : columns - 1;
    double margin = 0, reach = 0;
    for (size_t i = first; i < cells->n; i += step)
        margin = further(margin, edge_of(cells, &cells->cells[i], d, footer), footer);
    if (edge->n == 0)
        return margin;
    JutuBox all = jutu_box_none();
    for (size_t h = 0, i = first; h < MIN(edge->n, d == 0 ? columns : rows); h++, i += step) {
        size_t nearest = i;
        while (nearest >= cells->n && nearest >= back)
            nearest -= back;
        JutuGridItem *item = &edge->items[h];
        const JutuGridItem *cell = &cells->cells[MIN(nearest, cells->n - 1)];
        bool hangs = cells->grid->hangs && d == 0 && footer && nearest != i;
        double at = along(cell, d, edge->band);
        double from = hangs ? further(0, edge_of(cells, cell, d, footer), footer) : margin;
        move_to(item, d == 0 ? at : from, d == 0 ? from : at);
        jutu_box_unite(&all, &item->bounds);
        reach = further(reach, side_of(&all, d, footer), footer);
    }
    return reach;
}

static void place_title(const Cells *cells, const JutuTrellis *around, int d, double before,
                        double behind)
{
    JutuGridItem *title = around->title[d];
    double offset = around->title_offset[d], band = around->title_band[d];
    double across = around->title_at_end[d] ? behind + offset : before - offset;
    JutuGridItem all = { .bounds = cells->bounds };
    double at = along(&all, d, band);
    move_to(title, d == 0 ? at : across, d == 0 ? across : at);
}

void jutu_trellis_place(const JutuGrid *grid, JutuGridItem *items, size_t n, JutuTrellis *around)
{
    Cells cells = { .grid = grid, .cells = items, .n = n, .columns = grid->columns };
    double before[2] = { 0, 0 }, behind[2] = { 0, 0 };
    cells.bounds = jutu_grid_place(grid, items, n);
    if (n == 0)
        cells.bounds = (JutuBox){ 0, 0, 0, 0 };
    if (cells.columns == 0)
        cells.columns = n;
    for (int d = 1; d >= 0 && n > 0; d--) {
        before[d] = place_edge(&cells, &around->headers[d], d, false);
        behind[d] = place_edge(&cells, &around->footers[d], d, true);
    }
    for (int d = 1; d >= 0; d--) {
        if (around->title[d])
            place_title(&cells, around, d, before[d], behind[d]);
    }
}
