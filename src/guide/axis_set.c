/* Setting axes, and the room they take (Vega's AxisLayout). */
#include <math.h>

#include "guide/axis.h"
#include "scene/box.h"
#include "text/typeset.h"

/* Titles above axes of narrow views aren't wrapped within this, em. */
#define LEAST_ROOM 12.0

static void add_point(JutuBox *bounds, double x, double y)
{
    bounds->x1 = fmin(bounds->x1, x);
    bounds->y1 = fmin(bounds->y1, y);
    bounds->x2 = fmax(bounds->x2, x);
    bounds->y2 = fmax(bounds->y2, y);
}

static void add_rect(JutuBox *bounds, JutuRect box)
{
    add_point(bounds, box.x, box.y);
    add_point(bounds, box.x + box.width, box.y + box.height);
}

/* Where an axis is drawn: +1 where outwards is down or right. */
typedef struct {
    double x, y; /* its origin, before it is translated */
    double sign;
    bool horizontal;
} Frame;

static Frame frame_of(const JutuAxis *axis, double width, double height, double position)
{
    switch (axis->side) {
    case JUTU_TOP:
        return (Frame){ position, -axis->offset, -1, true };
    case JUTU_BOTTOM:
        return (Frame){ position, height + axis->offset, 1, true };
    case JUTU_LEFT:
        return (Frame){ -axis->offset, position, -1, false };
    default:
        break;
    }
    return (Frame){ width + axis->offset, position, 1, false };
}

/* A line from one place to another, each given along and across the axis. */
static void draw_line(const Frame *frame, const double from[2], const double to[2], double shift,
                      const JutuStyle *style, const char *role, JutuSceneBuilder *out)
{
    static const unsigned char ops[] = { JUTU_PATH_MOVE, JUTU_PATH_LINE };
    double *points = jutu_new(out->arena, double, 4);
    const double *const ends[] = { from, to };
    for (size_t i = 0; i < 2; i++) {
        points[2 * i] = frame->x + shift + ends[i][frame->horizontal ? 0 : 1];
        points[2 * i + 1] = frame->y + shift + ends[i][frame->horizontal ? 1 : 0];
    }
    JutuSceneNode node = { .kind = JUTU_SCENE_PATH,
                           .role = role,
                           .style = *style,
                           .path = { .path = { ops, 2, points } } };
    jutu_scene_add(out, &node);
}

static JutuStyle faded(const JutuTick *tick)
{
    JutuStyle style = tick->style;
    style.stroke_opacity *= tick->opacity;
    return style;
}

/* The grid lines. Vega draws all grids before all axes. */
static void draw_grid(const JutuAxis *axis, double width, double height, JutuSceneBuilder *out)
{
    Frame frame = frame_of(axis, width, height, 0);
    double ends[2] = { axis->grid_range[0], axis->grid_range[1] };
    if (isnan(ends[0])) {
        ends[0] = 0;
        ends[1] = frame.horizontal ? height : width;
    }
    for (size_t i = 0; i < axis->n_grid; i++) {
        const JutuTick *line = &axis->grid[i];
        double from[] = { line->position, -frame.sign * (ends[0] + axis->grid_offset) };
        double to[] = { line->position, -frame.sign * (ends[1] + axis->grid_offset) };
        JutuStyle style = faded(line);
        if (line->shown)
            draw_line(&frame, from, to, axis->translate, &style, "axis-grid", out);
    }
}

/* How far a line's stroke reaches beyond it. */
static double stroke_reach(const JutuTick *tick)
{
    const JutuStyle *style = &tick->style;
    if (style->stroke.kind == JUTU_PAINT_NONE || tick->opacity == 0 || style->stroke_opacity == 0)
        return 0;
    return (style->cap == JUTU_CAP_SQUARE ? M_SQRT2 : 1) * style->stroke_width / 2;
}

static void draw_ticks(const JutuAxis *axis, const Frame *frame, JutuBox *bounds,
                       JutuSceneBuilder *out)
{
    for (size_t i = 0; i < axis->n_ticks; i++) {
        const JutuTick *tick = &axis->ticks[i];
        double from[] = { tick->position, 0 };
        double to[] = { tick->position, frame->sign * tick->across };
        double reach = stroke_reach(tick);
        double x = frame->horizontal ? tick->position : fmin(to[1], 0);
        double y = frame->horizontal ? fmin(to[1], 0) : tick->position;
        double length = fabs(tick->across);
        add_rect(bounds,
                 (JutuRect){ x - reach, y - reach, (frame->horizontal ? 0 : length) + 2 * reach,
                             (frame->horizontal ? length : 0) + 2 * reach });
        JutuStyle style = faded(tick);
        if (tick->shown)
            draw_line(frame, from, to, axis->translate, &style, "axis-tick", out);
    }
}

static JutuRect label_box(const JutuTick *label, const Frame *frame, const JutuMeasure *measure)
{
    double across = frame->sign * label->across;
    double x = frame->horizontal ? label->position : across;
    double y = frame->horizontal ? across : label->position;
    return jutu_text_bounds(&label->label, x, y, measure);
}

static void draw_labels(const JutuAxis *axis, const Frame *frame, JutuBox *bounds,
                        const JutuMeasure *measure, JutuSceneBuilder *out)
{
    for (size_t i = 0; i < axis->n_labels; i++) {
        const JutuTick *label = &axis->labels[i];
        if (label->dropped)
            continue;
        add_rect(bounds, label_box(label, frame, measure));
        double across = frame->sign * label->across;
        double x = frame->horizontal ? label->position : across;
        double y = frame->horizontal ? across : label->position;
        if (label->shown)
            jutu_text_draw(&label->label, frame->x + axis->translate + x,
                           frame->y + axis->translate + y, label->opacity, "axis-label", out);
    }
}

static double line_height(const JutuTextBlock *block)
{
    return block->line_height > 0 ? block->line_height : block->font.size + 2;
}

/* The height that all lines but the first take. */
static double further_lines(const JutuTextBlock *block)
{
    double n = 0;
    for (const char *at = block->text; *at; at++)
        n += *at == '\n';
    return n * line_height(block);
}

/* A title keeps clear of the labels unless it was told where to stand across the axis. */
static void draw_title(const JutuAxis *axis, const Frame *frame, double extent, JutuBox *bounds,
                       const JutuMeasure *measure, JutuSceneBuilder *out)
{
    const JutuTextBlock *title = &axis->title;
    if (!title->text || !*title->text || axis->upright)
        return;
    double above = axis->side == JUTU_BOTTOM ? 0 : further_lines(title);
    double clear = frame->sign * (extent + above + axis->title_padding);
    double x = frame->horizontal ? axis->title_position : clear;
    double y = frame->horizontal ? clear : axis->title_position;
    x = isnan(title->x) ? x : title->x;
    y = isnan(title->y) ? y : title->y;
    add_rect(bounds, jutu_text_bounds(title, x, y, measure));
    jutu_text_draw(title, frame->x + axis->translate + x, frame->y + axis->translate + y, 1,
                   "axis-title", out);
}

/* A title above the axis, flush with the outer edge of the labels; its foot is at y 0. */
static JutuBlock set_above(const JutuAxis *axis, double extent, double width, double height,
                           const JutuMeasure *measure, JutuArena *arena)
{
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
    JutuTextBlock title = axis->title;
    Frame frame = frame_of(axis, width, height, axis->position);
    double x = frame.x + frame.sign * extent;
    if (width > 0 && !(title.limit > 0)) {
        JutuTypeset how = { .measure = measure,
                            .font = title.font,
                            .width = fmax(width + extent, LEAST_ROOM * title.font.size) };
        JutuLines lines = jutu_typeset_lines(&how, title.text, arena);
        g_autofree char *joined = g_strjoinv("\n", (char **)lines.text);
        title.text = jutu_arena_strdup(arena, joined);
    }
    double y = -further_lines(&title);
    JutuRect bounds = jutu_text_bounds(&title, x, y, measure);
    jutu_text_draw(&title, x + axis->translate, y, 1, "axis-title", out);
    return jutu_block_take(out, bounds);
}

static void draw_domain(const JutuAxis *axis, const Frame *frame, JutuSceneBuilder *out)
{
    double from[] = { axis->range[0], 0 }, to[] = { axis->range[1], 0 };
    if (axis->domain)
        draw_line(frame, from, to, axis->translate, &axis->domain_style, "axis-domain", out);
}

/* How far ticks and labels reach out, within the axis' limits. */
static double extent_of(const JutuAxis *axis, const JutuBox *bounds)
{
    double reach = 0;
    switch (axis->side) {
    case JUTU_TOP:
        reach = -bounds->y1;
        break;
    case JUTU_BOTTOM:
        reach = bounds->y2;
        break;
    case JUTU_LEFT:
        reach = -bounds->x1;
        break;
    default:
        reach = bounds->x2;
        break;
    }
    return fmax(axis->min_extent, fmin(axis->max_extent, reach));
}

/* All but the grid and an upright title, at a view of width × height. @return its bounds, as
 * Vega's layout counts them */
static JutuRect draw_axis(const JutuAxis *axis, double width, double height,
                          const JutuMeasure *measure, JutuSceneBuilder *out, double *reach)
{
    Frame frame = frame_of(axis, width, height, axis->position);
    JutuBox bounds = jutu_box_none();
    if (axis->has_main) {
        draw_ticks(axis, &frame, &bounds, out);
        draw_labels(axis, &frame, &bounds, measure, out);
        draw_domain(axis, &frame, out);
    }
    double extent = axis->has_main ? extent_of(axis, &bounds) : 0;
    *reach = extent;
    double length = fabs(axis->range[1] - axis->range[0]), across = frame.sign * extent;
    add_point(&bounds, 0, 0);
    add_point(&bounds, frame.horizontal ? length : across, frame.horizontal ? across : length);
    if (axis->has_main)
        draw_title(axis, &frame, extent, &bounds, measure, out);
    return (JutuRect){ bounds.x1 + frame.x, bounds.y1 + frame.y, bounds.x2 - bounds.x1,
                       bounds.y2 - bounds.y1 };
}

/* Whether a label stays between the ends of the scale, or not too far out. */
static bool is_bound(const JutuAxis *axis, JutuRect box)
{
    double tolerance = axis->overlap.tolerance != 0 ? axis->overlap.tolerance : 1;
    bool horizontal = jutu_is_horizontal(axis->side);
    double low = horizontal ? box.x : box.y;
    double high = low + (horizontal ? box.width : box.height);
    return fmin(axis->range[0], axis->range[1]) - tolerance <= low &&
           fmax(axis->range[0], axis->range[1]) + tolerance >= high;
}

/* Marks labels that overlap as not shown. */
static void drop_overlaps(JutuAxis *axis, const JutuMeasure *measure)
{
    size_t n = axis->n_labels, first = axis->extra_label ? n - 1 : 0;
    if (!axis->overlap.given || n == 0)
        return;
    Frame frame = frame_of(axis, 0, 0, 0);
    g_autofree JutuRect *boxes = g_new0(JutuRect, n);
    g_autofree bool *shown = g_new0(bool, n);
    bool any = false; /* has any of them a size? else nothing is done */
    for (size_t i = 0; i < n; i++) {
        JutuTick *label = &axis->labels[(first + i) % n];
        boxes[i] = label_box(label, &frame, measure);
        shown[i] = true;
        any |= boxes[i].width > 1 && boxes[i].height > 1;
        label->opacity = 1; /* as in Vega, whatever labelOpacity says of single labels */
    }
    jutu_drop_overlaps(&axis->overlap, boxes, n, shown);
    for (size_t i = 0; i < n; i++) {
        JutuTick *label = &axis->labels[(first + i) % n];
        bool bound = !(axis->overlap.tolerance >= 0) || is_bound(axis, boxes[i]);
        bool thin = !(boxes[i].width > 1 && boxes[i].height > 1);
        label->dropped = any && (!shown[i] || !bound || thin);
        label->shown = label->shown && !label->dropped;
    }
}

void jutu_axis_set(JutuAxis *axis, double width, double height, const JutuMeasure *measure,
                   JutuArena *arena)
{
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
    for (size_t i = 0; i < axis->n_labels; i++)
        jutu_text_set_columns(&axis->labels[i].label, measure, arena);
    jutu_text_set_columns(&axis->title, measure, arena);
    drop_overlaps(axis, measure);
    draw_grid(axis, width, height, out);
    axis->lines = jutu_block_take(out, (JutuRect){ 0, 0, -1, -1 });
    double extent;
    JutuRect bounds = draw_axis(axis, width, height, measure, out, &extent);
    axis->block = jutu_block_take(out, bounds);
    if (axis->upright && axis->title.text && *axis->title.text)
        axis->above = set_above(axis, extent, width, height, measure, arena);
}
