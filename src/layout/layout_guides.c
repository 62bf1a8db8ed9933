/* Placing what stands around views: legends, headers and titles. */
#include "layout/layout_parts.h"

typedef struct {
    JutuPlot *plot;
    const JutuBox *x, *y; /* of the view with its y axes, with its x axes */
    JutuSide of;
    const JutuLegendSide *asked;
} Side;

/* Where along a side legends are anchored: i 0 counts along x, at top and bottom. */
static double along_side(const Side *side, int i, double anchor)
{
    const JutuBox *own = i == 0 ? side->x : side->y, *other = i == 0 ? side->y : side->x;
    double start = i == 0 ? own->x1 : own->y1, end = i == 0 ? own->x2 : own->y2;
    if (side->asked->by_bounds)
        return start + anchor * (end - start);
    const JutuPlot *plot = side->plot;
    double size = plot->frame->container
                      ? 0
                      : fmax(i == 0 ? plot->frame->width : plot->frame->height, 0);
    double from = i == 0 ? other->x1 : other->y1, to = i == 0 ? other->x2 : other->y2;
    return anchor * (size > 0 ? size : to - from + 2 * from);
}

/* How each side hangs on the view: −1 before its start, 1 beyond its end, 0 along it; corners
 * are inside. */
static const struct {
    int place[2];
    bool corner;
} sides[] = {
    [JUTU_LEFT] = { { -1, 0 }, false },       [JUTU_RIGHT] = { { 1, 0 }, false },
    [JUTU_TOP] = { { 0, -1 }, false },        [JUTU_BOTTOM] = { { 0, 1 }, false },
    [JUTU_TOP_LEFT] = { { -1, -1 }, true },   [JUTU_TOP_RIGHT] = { { 1, -1 }, true },
    [JUTU_BOTTOM_LEFT] = { { -1, 1 }, true }, [JUTU_BOTTOM_RIGHT] = { { 1, 1 }, true },
};

static void anchor_legends(const Side *side, JutuGrid *grid)
{
    double anchor = side->asked->anchor, offset = side->asked->offset;
    for (int i = 0; i < 2; i++) {
        int place = sides[side->of].place[i];
        const JutuPlot *plot = side->plot;
        double size = plot->frame->container
                          ? 0
                          : fmax(i == 0 ? plot->frame->width : plot->frame->height, 0);
        const JutuBox *box = i == 0 ? side->x : side->y;
        if (sides[side->of].corner) {
            grid->at[i] = place < 0 ? offset : size - offset;
            grid->anchor[i] = place < 0 ? 0 : 1;
        } else if (place == 0) {
            grid->at[i] = along_side(side, i, anchor);
            grid->anchor[i] = anchor;
        } else {
            grid->at[i] = place < 0 ? jutu_round_down(i == 0 ? box->x1 : box->y1) - offset
                                    : jutu_round_up(i == 0 ? box->x2 : box->y2) + offset;
            grid->anchor[i] = place < 0 ? 1 : 0;
        }
    }
}

/* Places all legends of one side as a grid. */
static void place_side(const Side *side, JutuGridItem *boxes)
{
    JutuPlot *plot = side->plot;
    g_autofree JutuGridItem *items = g_new(JutuGridItem, plot->guides.n_legends);
    size_t n = 0;
    for (size_t i = 0; i < plot->guides.n_legends; i++) {
        if (plot->guides.legends[i]->side == side->of)
            items[n++] = boxes[i];
    }
    const JutuLegendSide *asked = side->asked;
    JutuGrid grid = { .columns = asked->vertical ? 1 : n,
                      .flush = !asked->by_all,
                      .align = { JUTU_GRID_EACH, JUTU_GRID_EACH },
                      .padding = { asked->margin, asked->margin },
                      .center = { asked->center, asked->center } };
    anchor_legends(side, &grid);
    jutu_grid_place(&grid, items, n);
    n = 0;
    for (size_t i = 0; i < plot->guides.n_legends; i++) {
        if (plot->guides.legends[i]->side == side->of)
            boxes[i] = items[n++];
    }
}

/* What a legend adds to the view's bounds. */
static JutuBox legend_reach(const JutuLegend *legend, const JutuGridItem *box, bool fit)
{
    JutuBox reach = box->bounds;
    bool beside = legend->side == JUTU_LEFT || legend->side == JUTU_RIGHT;
    bool above = legend->side == JUTU_TOP || legend->side == JUTU_BOTTOM;
    if (fit && beside)
        reach.y1 = reach.y2 = 0;
    else if (fit && above)
        reach.x1 = reach.x2 = 0;
    else if (fit)
        reach = jutu_box_none();
    return reach;
}

JutuBox jutu_legends_place(JutuPlot *plot, const JutuBox *x, const JutuBox *y, bool fit)
{
    JutuBox all = jutu_box_none();
    g_autofree JutuGridItem *boxes = g_new0(JutuGridItem, plot->guides.n_legends + 1);
    plot->placed->legends = (double(*)[2])jutu_new(plot->frame->chart->arena, double,
                                                   2 * plot->guides.n_legends + 1);
    for (size_t i = 0; i < plot->guides.n_legends; i++) {
        const JutuLegend *legend = plot->guides.legends[i];
        JutuRect size = legend->block.bounds;
        boxes[i] = (JutuGridItem){ 0, 0, size.width + 2 * size.x, size.height + 2 * size.y,
                                   jutu_box_of(size) };
        if (legend->side == JUTU_NO_SIDE) {
            boxes[i].x = legend->x;
            boxes[i].y = legend->y;
            jutu_box_move(&boxes[i].bounds, legend->x, legend->y);
        }
    }
    for (size_t i = 0; i < plot->guides.n_legends; i++) {
        size_t first = 0;
        while (plot->guides.legends[first]->side != plot->guides.legends[i]->side)
            first++;
        JutuSide of = plot->guides.legends[i]->side;
        if (first != i || of == JUTU_NO_SIDE)
            continue;
        Side side = { plot, x, y, of, &plot->guides.legend_sides[of] };
        place_side(&side, boxes);
    }
    for (size_t i = 0; i < plot->guides.n_legends; i++) {
        JutuBox reach = legend_reach(plot->guides.legends[i], &boxes[i], fit);
        plot->placed->legends[i][0] = boxes[i].x;
        plot->placed->legends[i][1] = boxes[i].y;
        jutu_box_unite(&all, &reach);
    }
    return all;
}

/* Which edge of the grid a header belongs to. */
static const struct {
    int d; /* 0: columns, 1: rows */
    bool title, footer;
} roles[] = {
    [JUTU_HEADER_ROW_TITLE] = { 1, true, false },  [JUTU_HEADER_COLUMN_TITLE] = { 0, true, false },
    [JUTU_HEADER_ROW] = { 1, false, false },       [JUTU_HEADER_COLUMN] = { 0, false, false },
    [JUTU_HEADER_ROW_FOOTER] = { 1, false, true }, [JUTU_HEADER_COLUMN_FOOTER] = { 0, false, true },
};

/* The headers of a role, as items of the grid, one after the other. */
static JutuGridItem *items_of_role(const JutuPlot *plot, JutuHeaderRole role, JutuGridItem *out,
                                   double *band)
{
    for (size_t i = 0; i < plot->guides.n_headers; i++) {
        const JutuHeader *header = plot->guides.headers[i];
        if (header->role != role)
            continue;
        *band = header->band;
        *out++ = (JutuGridItem){ 0, 0, header->width, header->height,
                                 jutu_box_of(header->block.bounds) };
    }
    return out;
}

static void set_title(JutuTrellis *around, const JutuPlot *plot, JutuHeaderRole role,
                      JutuGridItem *item)
{
    int d = roles[role].d;
    for (size_t i = 0; i < plot->guides.n_headers; i++) {
        const JutuHeader *header = plot->guides.headers[i];
        if (header->role != role)
            continue;
        around->title[d] = item;
        around->title_offset[d] = header->offset;
        around->title_band[d] = header->band;
        around->title_at_end[d] = header->at_end;
    }
}

JutuBox jutu_headers_place(JutuPlot *plot, const JutuGrid *grid, JutuGridItem *cells)
{
    g_autofree JutuGridItem *items = g_new0(JutuGridItem, plot->guides.n_headers + 1);
    JutuGridItem *starts[G_N_ELEMENTS(roles) + 1] = { items };
    JutuTrellis around = { 0 };
    for (JutuHeaderRole role = 0; role < G_N_ELEMENTS(roles); role++) {
        double band = NAN;
        starts[role + 1] = items_of_role(plot, role, starts[role], &band);
        size_t n = (size_t)(starts[role + 1] - starts[role]);
        JutuGridEdge edge = { starts[role], n, band };
        int d = roles[role].d;
        if (roles[role].title)
            set_title(&around, plot, role, starts[role]);
        else if (roles[role].footer)
            around.footers[d] = edge;
        else
            around.headers[d] = edge;
    }
    jutu_trellis_place(grid, cells, plot->n_children, &around);
    JutuBox all = jutu_box_none();
    plot->placed->headers = (double(*)[2])jutu_new(plot->frame->chart->arena, double,
                                                   2 * plot->guides.n_headers + 1);
    for (size_t i = 0; i < plot->guides.n_headers; i++) {
        const JutuGridItem *item = starts[plot->guides.headers[i]->role]++;
        plot->placed->headers[i][0] = item->x;
        plot->placed->headers[i][1] = item->y;
        jutu_box_unite(&all, &item->bounds);
    }
    return all;
}

bool jutu_plot_has_title(const JutuPlot *plot)
{
    return plot->guides.title && (plot->parent || !(plot->frame->room->across > 0));
}

JutuBox jutu_plot_title_place(JutuPlot *plot)
{
    return jutu_plot_title_at(plot, plot->placed->around);
}

JutuBox jutu_plot_title_at(JutuPlot *plot, JutuRect around)
{
    struct JutuPlaced *placed = plot->placed;
    const JutuFrame *frame = plot->frame;
    placed->title_box = (JutuRect){ 0, 0, -1, -1 };
    if (jutu_plot_has_title(plot))
        placed->title_box = jutu_title_place(
            plot->guides.title, frame->container ? 0 : fmax(frame->width, 0),
            frame->container ? 0 : fmax(frame->height, 0), around, placed->title);
    return jutu_box_of(placed->title_box);
}
