/* Setting legends: where their parts stand, and how they are drawn (Vega's legend layout). */
#include <math.h>
#include <string.h>

#include "guide/legend.h"
#include "scene/grid.h"
#include "scene/path.h"

typedef struct {
    double x, y;
} Point;

/* A legend laid out, in the coordinates of its box. */
typedef struct {
    const JutuLegend *legend;
    const JutuMeasure *measure;
    JutuGridItem *rows; /* of symbols */
    JutuBox bar;        /* within the entries */
    Point entries, title;
    double width, height;
} Placed;

static bool is(const char *text, const char *name)
{
    return strcmp(text, name) == 0;
}

/* Vega counts the points of mitred joins that a stroke could have at most. */
static double stroke_reach(const JutuStyle *style)
{
    enum { NO_LIMIT_GIVEN = 10, VEGA_LIMIT = 4 };
    if (style->stroke.kind == JUTU_PAINT_NONE || style->stroke_opacity == 0)
        return 0;
    double reach = style->stroke_width / 2;
    if (style->cap == JUTU_CAP_SQUARE)
        reach *= sqrt(2);
    double limit = style->miter_limit == NO_LIMIT_GIVEN ? VEGA_LIMIT : style->miter_limit;
    return style->join == JUTU_JOIN_MITER ? fmax(reach, limit * style->stroke_width / 2) : reach;
}

static JutuPath symbol_path(const JutuLegendEntry *entry, JutuArena *arena)
{
    g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
    double size = isfinite(entry->size) && entry->size > 0 ? entry->size : 0;
    if (!jutu_path_symbol(builder, entry->shape, size))
        jutu_path_symbol(builder, "circle", size);
    JutuPath path = jutu_path_take(builder, arena);
    return path;
}

/* The points of a path turned about 0,0. */
static void turn(JutuPath *path, double degrees, JutuArena *arena)
{
    size_t n = 0;
    static const size_t points_of[] = {
        [JUTU_PATH_MOVE] = 1, [JUTU_PATH_LINE] = 1, [JUTU_PATH_CURVE] = 3, [JUTU_PATH_CLOSE] = 0
    };
    for (size_t i = 0; i < path->n_ops; i++)
        n += points_of[path->ops[i]];
    double *points = jutu_new(arena, double, 2 * n + 1);
    double c = cos(degrees * M_PI / 180), s = sin(degrees * M_PI / 180);
    for (size_t i = 0; i < n; i++) {
        points[2 * i] = c * path->points[2 * i] - s * path->points[2 * i + 1];
        points[2 * i + 1] = s * path->points[2 * i] + c * path->points[2 * i + 1];
    }
    path->points = points;
}

static Point symbol_at(const JutuLegend *legend, const JutuLegendEntry *entry)
{
    return (Point){ entry->room / 2 + legend->symbol_offset, entry->middle };
}

static JutuBox symbol_box(const JutuLegend *legend, const JutuLegendEntry *entry, JutuArena *arena)
{
    JutuPath path = symbol_path(entry, arena);
    if (entry->angle != 0 && !is(entry->shape, "circle")) /* its curves aren't quite round */
        turn(&path, entry->angle, arena);
    JutuBox box = jutu_box_of(jutu_path_bounds(&path));
    Point at = symbol_at(legend, entry);
    jutu_box_grow(&box, stroke_reach(&entry->style));
    jutu_box_move(&box, at.x, at.y);
    if (legend->clip_height > 0) {
        box.x1 = fmax(box.x1, 0);
        box.y1 = fmax(box.y1, 0);
        box.y2 = fmin(box.y2, legend->clip_height);
    }
    return box;
}

/* A label's anchor: of a symbol in its row, of a bar from the bar's corner. */
static Point label_at(const JutuLegend *legend, const JutuLegendEntry *entry)
{
    Point at = { entry->room + legend->symbol_offset + legend->label_offset, entry->middle };
    if (legend->kind != JUTU_LEGEND_SYMBOL) {
        double across = legend->thickness + legend->label_offset;
        at = legend->vertical ? (Point){ across, legend->length - entry->position }
                              : (Point){ entry->position, across };
    }
    const JutuTextBlock *block = &entry->label;
    return (Point){ isnan(block->x) ? at.x : block->x, isnan(block->y) ? at.y : block->y };
}

static JutuRect label_rect(const Placed *placed, const JutuLegendEntry *entry)
{
    Point at = label_at(placed->legend, entry);
    return jutu_text_bounds(&entry->label, at.x, at.y, placed->measure);
}

static JutuGridAlign grid_align(const char *name)
{
    return is(name, "each") ? JUTU_GRID_EACH : is(name, "all") ? JUTU_GRID_ALL : JUTU_GRID_NONE;
}

/* Rows of symbols and labels. @return the bounds of all */
static JutuBox place_rows(Placed *placed, JutuArena *arena)
{
    const JutuLegend *legend = placed->legend;
    JutuGrid grid = {
        .columns = legend->columns,
        .align = { grid_align(legend->align[0]), grid_align(legend->align[1]) },
        .padding = { legend->column_padding, legend->row_padding },
        .center = { false, true },
    };
    placed->rows = jutu_new(arena, JutuGridItem, legend->n_entries + 1);
    for (size_t i = 0; i < legend->n_entries; i++) {
        const JutuLegendEntry *entry = &legend->entries[i];
        JutuBox box = symbol_box(legend, entry, arena);
        JutuBox label = jutu_box_of(label_rect(placed, entry));
        jutu_box_unite(&box, &label);
        if (legend->clip_height > 0) {
            jutu_box_add(&box, 0, 0);
            jutu_box_add(&box, 0, legend->clip_height);
        }
        placed->rows[i].bounds = box;
    }
    return jutu_grid_place(&grid, placed->rows, legend->n_entries);
}

/* The bar and its labels: of these only those that are shown, once it is known which are. */
static JutuBox place_bar(Placed *placed)
{
    const JutuLegend *legend = placed->legend;
    double width = legend->vertical ? legend->thickness : legend->length;
    double height = legend->vertical ? legend->length : legend->thickness;
    placed->bar = (JutuBox){ 0, 0, width, height };
    if (legend->bar.stroke.kind != JUTU_PAINT_NONE)
        jutu_box_grow(&placed->bar, legend->bar.stroke_width / 2);
    JutuBox all = placed->bar;
    for (size_t i = 0; i < legend->n_entries; i++) {
        JutuBox label = jutu_box_of(label_rect(placed, &legend->entries[i]));
        if (legend->entries[i].shown || !legend->overlap.given)
            jutu_box_unite(&all, &label);
    }
    return all;
}

static double js_round(double number)
{
    return floor(number + 0.5);
}

static double extra_lines(const JutuTextBlock *title)
{
    double height = title->line_height > 0 ? title->line_height : title->font.size + 2, lines = 0;
    for (const char *c = title->text; *c; c++)
        lines += *c == '\n';
    return lines * height;
}

/* Where the title stands along a side: `beside` the entries or the bar, or above or below them. */
static double title_along(const Placed *placed, const JutuBox *entries, JutuAnchor anchor,
                          bool beside)
{
    const JutuLegend *legend = placed->legend;
    bool grades = legend->kind != JUTU_LEGEND_SYMBOL, upright = grades && legend->vertical;
    const JutuBox *box = grades && (beside || !upright) ? &placed->bar : entries;
    double room = (beside ? box->y2 : box->x2) - legend->padding;
    double more = beside ? extra_lines(&legend->title) : 0;
    bool reads_upwards = upright && beside;
    if (anchor == JUTU_ANCHOR_START)
        return js_round(reads_upwards ? room : 0);
    if (anchor == JUTU_ANCHOR_END)
        return js_round((reads_upwards ? 0 : room) - more);
    return js_round((room - more) / 2);
}

/* Moves entries and title beside each other. */
static void place_title(Placed *placed, JutuBox *entries, JutuBox *title)
{
    const JutuLegend *legend = placed->legend;
    double pad = legend->padding, between = legend->title_padding;
    JutuSide side = legend->title_side;
    JutuAnchor anchor = legend->title_anchor;
    bool left = side == JUTU_LEFT, right = side == JUTU_RIGHT, bottom = side == JUTU_BOTTOM;
    Point entry = { pad, pad }, shift = { 0, 0 };
    if (left)
        entry.x += ceil(title->x2 - title->x1) + between;
    else if (!right && !bottom)
        entry.y += title->y2 - title->y1 + between;
    jutu_box_move(entries, entry.x, entry.y);
    if (right)
        shift.x = title_along(placed, entries, JUTU_ANCHOR_END, false) + between;
    else if (!left)
        shift.x = title_along(placed, entries, anchor, false);
    if (left || right)
        shift.y = title_along(placed, entries, anchor, true);
    else if (bottom)
        shift.y = js_round(entries->y2 - pad) + between;
    jutu_box_move(title, shift.x, shift.y);
    double out = js_round(title->x1 - pad);
    if (out < 0) {
        jutu_box_move(entries, -out, 0);
        jutu_box_move(title, -out, 0);
        entry.x -= out;
        shift.x -= out;
    }
    placed->entries = entry;
    placed->title = (Point){ pad + shift.x, pad + shift.y };
}

static Placed place(const JutuLegend *legend, const JutuMeasure *measure, JutuArena *arena)
{
    Placed placed = { .legend = legend, .measure = measure };
    double pad = legend->padding;
    JutuBox all = legend->kind == JUTU_LEGEND_SYMBOL ? place_rows(&placed, arena)
                                                     : place_bar(&placed);
    if (legend->title.text) {
        JutuBox title = jutu_box_of(jutu_text_bounds(&legend->title, pad, pad, measure));
        place_title(&placed, &all, &title);
        jutu_box_unite(&all, &title);
    } else {
        placed.entries = (Point){ pad, pad };
        jutu_box_move(&all, pad, pad);
    }
    bool empty = jutu_box_is_none(&all);
    placed.width = ceil(2 * pad + (empty ? 0 : all.x2 - pad));
    placed.height = ceil(2 * pad + (empty ? 0 : all.y2 - pad));
    return placed;
}

static void draw_rect(JutuRect box, double radius, const JutuStyle *style, const char *role,
                      JutuSceneBuilder *out)
{
    JutuSceneNode node = { .kind = JUTU_SCENE_RECT, .role = role, .style = *style };
    node.rect.box = box;
    for (size_t i = 0; i < 4; i++)
        node.rect.radius[i] = radius;
    jutu_scene_add(out, &node);
}

/* Vega keeps lines of about one px on the pixels. */
static void draw_box(const Placed *placed, JutuSceneBuilder *out)
{
    const JutuStyle *style = &placed->legend->box;
    bool stroked = style->stroke.kind != JUTU_PAINT_NONE;
    double width = style->stroke_width;
    double off = stroked && width > 0.5 && width < 1.5 ? 0.5 - fabs(width - 1) : 0;
    if (stroked || style->fill.kind != JUTU_PAINT_NONE)
        draw_rect((JutuRect){ off, off, placed->width, placed->height },
                  placed->legend->corner_radius, style, "legend", out);
}

static void draw_bar(const Placed *placed, JutuSceneBuilder *out)
{
    const JutuLegend *legend = placed->legend;
    Point at = placed->entries;
    if (legend->kind == JUTU_LEGEND_GRADIENT) {
        JutuRect box = { at.x, at.y, legend->length, legend->thickness };
        if (legend->vertical)
            box = (JutuRect){ at.x, at.y, legend->thickness, legend->length };
        draw_rect(box, 0, &legend->bar, "legend-gradient", out);
        return;
    }
    for (size_t i = 0; i < legend->n_entries; i++) {
        const JutuLegendEntry *entry = &legend->entries[i];
        double low = fmin(entry->start, entry->end), length = fabs(entry->end - entry->start);
        JutuRect box = { at.x + low, at.y, length, legend->thickness };
        if (legend->vertical)
            box = (JutuRect){ at.x, at.y + legend->length - low - length, legend->thickness,
                              length };
        draw_rect(box, 0, &entry->style, "legend-band", out);
    }
}

static void draw_symbol(const JutuLegendEntry *entry, Point at, JutuSceneBuilder *out)
{
    double *point = jutu_new(out->arena, double, 2);
    point[0] = at.x;
    point[1] = at.y;
    JutuSceneNode node = { .kind = JUTU_SCENE_SYMBOLS,
                           .role = "legend-symbol",
                           .style = entry->style };
    node.symbols.outline = symbol_path(entry, out->arena);
    node.symbols.points = point;
    node.symbols.n = 1;
    node.symbols.angle = entry->angle;
    jutu_scene_add(out, &node);
}

static void draw_clipped(const Placed *placed, size_t i, Point at, JutuSceneBuilder *out)
{
    const JutuLegend *legend = placed->legend;
    g_autoptr(JutuSceneBuilder) inner = jutu_scene_builder_new(out->arena);
    draw_symbol(&legend->entries[i], symbol_at(legend, &legend->entries[i]), inner);
    JutuSceneNode node = { .kind = JUTU_SCENE_GROUP, .style = jutu_style_none() };
    node.group.x = at.x;
    node.group.y = at.y;
    node.group.opacity = 1;
    node.group.clipped = true;
    node.group.clip = (JutuRect){ 0, 0, placed->width, legend->clip_height };
    node.group.nodes = jutu_scene_take(inner, &node.group.n);
    jutu_scene_add(out, &node);
}

static void draw_entries(const Placed *placed, JutuSceneBuilder *out)
{
    const JutuLegend *legend = placed->legend;
    for (size_t i = 0; i < legend->n_entries; i++) {
        const JutuLegendEntry *entry = &legend->entries[i];
        Point at = placed->entries, label = label_at(legend, entry);
        if (legend->kind == JUTU_LEGEND_SYMBOL && placed->rows) {
            at.x += placed->rows[i].x;
            at.y += placed->rows[i].y;
            Point symbol = symbol_at(legend, entry);
            if (legend->clip_height > 0)
                draw_clipped(placed, i, at, out);
            else
                draw_symbol(entry, (Point){ at.x + symbol.x, at.y + symbol.y }, out);
        }
        if (entry->shown)
            jutu_text_draw(&entry->label, at.x + label.x, at.y + label.y, entry->opacity,
                           "legend-label", out);
    }
}

/* Marks labels of a bar that overlap as not shown. */
static void drop_overlaps(JutuLegend *legend, const JutuMeasure *measure)
{
    Placed placed = { .legend = legend, .measure = measure };
    size_t n = legend->n_entries;
    if (legend->kind == JUTU_LEGEND_SYMBOL)
        return;
    g_autofree JutuRect *boxes = g_new0(JutuRect, n + 1);
    g_autofree bool *shown = g_new0(bool, n + 1);
    for (size_t i = 0; i < n; i++) {
        boxes[i] = label_rect(&placed, &legend->entries[i]);
        shown[i] = legend->entries[i].shown;
    }
    jutu_drop_overlaps(&legend->overlap, boxes, n, shown);
    for (size_t i = 0; i < n; i++)
        legend->entries[i].shown = shown[i];
}

void jutu_legend_set(JutuLegend *legend, const JutuMeasure *measure, JutuArena *arena)
{
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
    drop_overlaps(legend, measure);
    Placed placed = place(legend, measure, arena);
    draw_box(&placed, out);
    if (legend->kind != JUTU_LEGEND_SYMBOL)
        draw_bar(&placed, out);
    draw_entries(&placed, out);
    if (legend->title.text)
        jutu_text_draw(&legend->title, placed.title.x, placed.title.y, 1, "legend-title", out);
    double reach = legend->box.stroke.kind != JUTU_PAINT_NONE && legend->box.stroke_opacity != 0
                       ? legend->box.stroke_width / 2
                       : 0;
    legend->block = jutu_block_take(
        out, (JutuRect){ -reach, -reach, placed.width + 2 * reach, placed.height + 2 * reach });
}
