/* Titles that stand above axes: as low as they are clear of all that is there. */
#include "layout/layout_parts.h"

/* Between a title and another that it had to make way for, px. */
#define GAP 4.0
#define HEADER_GAP 8.0 /* the same above headers */

/* What titles keep clear of. */
typedef struct {
    JutuPlot *plot;
    GArray *boxes; /* of JutuBox */
} Room;

static void add_box(Room *room, JutuBox box)
{
    if (!jutu_box_is_none(&box))
        g_array_append_val(room->boxes, box);
}

/* The lowest foot of a box of this width and height that is free, from `foot` upwards. */
static double free_foot(const Room *room, JutuBox box, double foot, double padding)
{
    double height = box.y2 - box.y1;
    for (bool moved = true; moved;) {
        moved = false;
        for (guint i = 0; i < room->boxes->len; i++) {
            const JutuBox *other = &g_array_index(room->boxes, JutuBox, i);
            bool beside = other->x2 <= box.x1 || other->x1 >= box.x2;
            if (beside || other->y2 <= foot - height || !(other->y1 - padding < foot))
                continue;
            foot = other->y1 - padding;
            moved = true;
        }
    }
    return foot;
}

/* An axis with such a title, and where its view is. */
typedef struct {
    const JutuAxis *axis;
    double x, y, gap;
} Title;

static double lowest_foot(const Room *room, const Title *title, double start)
{
    JutuBox box = jutu_box_of(title->axis->above.bounds);
    jutu_box_move(&box, title->x, 0);
    return free_foot(room, box, start, title->gap);
}

/* Titles stand on one line, but for those that others leave no room. */
static JutuBox place_titles(Room *room, const Title *titles, size_t n)
{
    struct JutuPlaced *placed = room->plot->placed;
    JutuBox all = jutu_box_none();
    double line = INFINITY;
    for (size_t i = 0; i < n; i++)
        line = fmin(line, lowest_foot(room, &titles[i], titles[i].y - titles[i].gap));
    for (size_t i = 0; i < n; i++) {
        double foot = lowest_foot(room, &titles[i], line);
        JutuBox box = jutu_box_of(titles[i].axis->above.bounds);
        jutu_box_move(&box, titles[i].x, foot);
        placed->above[placed->n_above++] = (JutuPlacedBlock){ &titles[i].axis->above, titles[i].x,
                                                              foot };
        add_box(room, box);
        jutu_box_unite(&all, &box);
    }
    return all;
}

static void add_title(GArray *titles, const JutuAxis *axis, double x, double y, double least)
{
    Title title = { axis, x, y, fmax(axis->title_padding, least) };
    if (axis->above.n > 0)
        g_array_append_val(titles, title);
}

static bool is_row(const JutuHeader *header)
{
    return header->role == JUTU_HEADER_ROW || header->role == JUTU_HEADER_ROW_FOOTER;
}

static void add_headers(Room *room)
{
    const JutuPlot *plot = room->plot;
    for (size_t i = 0; i < plot->guides.n_headers; i++) {
        JutuBox box = jutu_box_of(plot->guides.headers[i]->block.bounds);
        const double *at = plot->placed->headers[i];
        if (jutu_box_is_none(&box))
            continue;
        jutu_box_move(&box, at[0], at[1]);
        add_box(room, box);
    }
}

/* Titles of a view's axes, and of those that stand in the headers of rows. */
static void find_titles(const JutuPlot *plot, GArray *titles)
{
    for (size_t i = 0; i < plot->guides.n_axes; i++)
        add_title(titles, plot->guides.axes[i], 0, 0, GAP);
    for (size_t i = 0; i < plot->guides.n_headers; i++) {
        const JutuHeader *header = plot->guides.headers[i];
        const double *at = plot->placed->headers[i];
        for (size_t a = 0; is_row(header) && a < header->n_axes; a++)
            add_title(titles, header->axes[a], at[0], at[1], HEADER_GAP);
    }
}

JutuBox jutu_above_place(JutuPlot *plot, const JutuGridItem *cells)
{
    g_autoptr(GArray) boxes = g_array_new(false, false, sizeof(JutuBox));
    g_autoptr(GArray) titles = g_array_new(false, false, sizeof(Title));
    Room room = { plot, boxes };
    find_titles(plot, titles);
    plot->placed->above = jutu_new(plot->frame->chart->arena, JutuPlacedBlock, titles->len + 1);
    plot->placed->n_above = 0;
    if (titles->len == 0)
        return jutu_box_none();
    for (size_t i = 0; cells && i < plot->n_children; i++)
        add_box(&room, cells[i].bounds);
    for (size_t i = 0; i < plot->n_marks; i++)
        add_box(&room, plot->marks[i].box);
    for (size_t i = 0; i < plot->guides.n_axes; i++)
        add_box(&room, jutu_box_of(plot->guides.axes[i]->block.bounds));
    add_headers(&room);
    return place_titles(&room, (const Title *)(void *)titles->data, titles->len);
}
