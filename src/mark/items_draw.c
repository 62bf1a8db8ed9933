#include "mark/items_draw.h"

#include <math.h>
#include <string.h>

#include "mark/items_shape.h"
#include "mark/items_text.h"

static const char role[] = "mark";

static JutuStyle style_of(const JutuItems *items, size_t i)
{
    JutuStyle style = jutu_style_none();
    double opacity = jutu_item_value(items, JUTU_N_OPACITY, i, 1);
    if (items->fill.data && items->kind != JUTU_ITEM_RULE)
        style.fill = items->fill.data[i * items->fill.stride];
    if (items->stroke.data)
        style.stroke = items->stroke.data[i * items->stroke.stride];
    style.fill_opacity = opacity * jutu_item_value(items, JUTU_N_FILL_OPACITY, i, 1);
    style.stroke_opacity = opacity * jutu_item_value(items, JUTU_N_STROKE_OPACITY, i, 1);
    style.stroke_width = jutu_item_value(items, JUTU_N_STROKE_WIDTH, i, 1);
    style.dash_offset = jutu_item_value(items, JUTU_N_DASH_OFFSET, i, 0);
    style.miter_limit = jutu_item_value(items, JUTU_N_MITER_LIMIT, i, style.miter_limit);
    style.cap = jutu_item_cap(items, i);
    style.join = jutu_item_join(items, i);
    style.blend = jutu_item_string(items, JUTU_S_BLEND, i, NULL);
    if (items->dash.data) {
        style.dash = items->dash.data[i * items->dash.stride].values;
        style.n_dash = items->dash.data[i * items->dash.stride].n;
    }
    return style;
}

static bool paints(const JutuPaint *paint, double opacity)
{
    return paint->kind != JUTU_PAINT_NONE && opacity > 0 &&
           (paint->kind != JUTU_PAINT_COLOR || paint->color.a > 0);
}

static bool fills(const JutuStyle *style)
{
    return paints(&style->fill, style->fill_opacity);
}

static bool strokes(const JutuStyle *style)
{
    return paints(&style->stroke, style->stroke_opacity) && style->stroke_width > 0;
}

static JutuSceneNode node_of(const JutuItems *items, size_t i, JutuSceneKind kind)
{
    return (JutuSceneNode){ .kind = kind,
                            .role = role,
                            .href = jutu_item_string(items, JUTU_S_HREF, i, NULL),
                            .style = style_of(items, i) };
}

static bool is_seen(const JutuSceneNode *node)
{
    return fills(&node->style) || strokes(&node->style);
}

/* == Boxes, rules, arcs, images == */

static void draw_rect(const JutuItems *items, size_t i, JutuSceneBuilder *out)
{
    JutuSceneNode node = node_of(items, i, JUTU_SCENE_RECT);
    JutuRect box = { jutu_item_value(items, JUTU_N_X, i, 0), jutu_item_value(items, JUTU_N_Y, i, 0),
                     jutu_item_value(items, JUTU_N_WIDTH, i, 0),
                     jutu_item_value(items, JUTU_N_HEIGHT, i, 0) };
    bool empty = box.width == 0 || box.height == 0;
    if (!is_seen(&node) || (empty && !strokes(&node.style)))
        return;
    node.rect.box = box;
    double radius = jutu_item_value(items, JUTU_N_CORNER_RADIUS, i, 0);
    for (int corner = 0; corner < 4; corner++)
        node.rect.radius[corner] = jutu_item_value(items, JUTU_N_RADIUS_TOP_LEFT + corner, i,
                                                   radius);
    jutu_scene_add(out, &node);
}

static void add_path(JutuSceneNode *node, JutuPathBuilder *path, JutuSceneBuilder *out)
{
    node->path.path = jutu_path_take(path, out->arena);
    if (node->path.path.n_ops > 0)
        jutu_scene_add(out, node);
}

static void draw_rule(const JutuItems *items, size_t i, JutuSceneBuilder *out)
{
    JutuSceneNode node = node_of(items, i, JUTU_SCENE_PATH);
    double x2 = jutu_item_number(items, JUTU_N_X2, i, NAN);
    double y2 = jutu_item_number(items, JUTU_N_Y2, i, NAN);
    if (!strokes(&node.style) || isnan(x2) || isnan(y2))
        return;
    double x = jutu_item_value(items, JUTU_N_X, i, 0), y = jutu_item_value(items, JUTU_N_Y, i, 0);
    if (x == x2 && y == y2 && jutu_item_cap(items, i) == JUTU_CAP_SQUARE)
        x2 += JUTU_DOT_LENGTH;
    g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
    jutu_path_move(path, x, y);
    jutu_path_line(path, x2, y2);
    add_path(&node, path, out);
}

static void draw_arc(const JutuItems *items, size_t i, JutuSceneBuilder *out)
{
    JutuSceneNode node = node_of(items, i, JUTU_SCENE_PATH);
    if (!is_seen(&node))
        return;
    JutuAnnulus annulus = jutu_item_annulus(items, i);
    g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
    jutu_path_annulus(path, jutu_item_value(items, JUTU_N_X, i, 0),
                      jutu_item_value(items, JUTU_N_Y, i, 0), &annulus);
    add_path(&node, path, out);
}

static void draw_image(const JutuItems *items, size_t i, JutuSceneBuilder *out)
{
    JutuSceneNode node = node_of(items, i, JUTU_SCENE_IMAGE);
    double opacity = jutu_item_value(items, JUTU_N_OPACITY, i, 1);
    node.style = jutu_style_none();
    node.image.box = jutu_item_image_box(items, i, true);
    node.image.png = items->files ? items->files[i] : NULL;
    node.image.stretch = !items->aspect;
    node.image.smooth = items->smooth;
    if (!node.image.png || node.image.box.width <= 0 || node.image.box.height <= 0 || opacity <= 0)
        return;
    if (opacity >= 1) {
        jutu_scene_add(out, &node);
        return;
    }
    JutuSceneNode faint = { .kind = JUTU_SCENE_GROUP,
                            .role = role,
                            .style = jutu_style_none(),
                            .group = { .opacity = opacity, .nodes = &node, .n = 1 } };
    faint.group.nodes = jutu_copy(out->arena, JutuSceneNode, &node, 1);
    jutu_scene_add(out, &faint);
}

/* == Texts == */

static void draw_text(const JutuItems *items, size_t i, JutuSceneBuilder *out)
{
    JutuSceneNode node = node_of(items, i, JUTU_SCENE_TEXT);
    double x, y;
    JutuTextBlock block = jutu_item_text(items, i, &x, &y);
    if (!is_seen(&node) || block.font.size <= 0)
        return;
    jutu_text_set_node(&block, x, y, &node);
    g_auto(GStrv) lines = g_strsplit(block.text, "\n", -1);
    for (size_t line = 0; lines[line]; line++) {
        node.text.dy = block.dy + (double)line * block.line_height;
        node.text.text = jutu_arena_strdup(out->arena, lines[line]);
        if (*lines[line])
            jutu_scene_add(out, &node);
    }
}

/* == Symbols: those that look alike are one node == */

/* Columns that differ from item to item, but for where an item is. */
typedef struct {
    JutuItemNumber numbers[JUTU_N_NUMBERS];
    size_t n_numbers;
    JutuItemString strings[JUTU_S_STRINGS];
    size_t n_strings;
    bool paints;
} Varying;

static Varying varying_of(const JutuItems *items)
{
    Varying varying = { .paints = items->fill.stride || items->stroke.stride ||
                                  items->dash.stride };
    for (int c = 0; c < JUTU_N_NUMBERS; c++) {
        if (items->number[c].stride && c != JUTU_N_X && c != JUTU_N_Y)
            varying.numbers[varying.n_numbers++] = (JutuItemNumber)c;
    }
    for (int c = 0; c < JUTU_S_STRINGS; c++) {
        if (items->string[c].stride)
            varying.strings[varying.n_strings++] = (JutuItemString)c;
    }
    return varying;
}

static bool same_paint(const JutuPaints *paints_of, size_t a, size_t b)
{
    if (!paints_of->stride)
        return true;
    const JutuPaint *one = &paints_of->data[a], *two = &paints_of->data[b];
    return one->kind == two->kind && one->gradient == two->gradient &&
           jutu_color_equal(one->color, two->color);
}

static bool look_alike(const JutuItems *items, const Varying *varying, size_t a, size_t b)
{
    for (size_t c = 0; c < varying->n_numbers; c++) {
        const double *data = items->number[varying->numbers[c]].data;
        if (data[a] != data[b] && !(isnan(data[a]) && isnan(data[b])))
            return false;
    }
    for (size_t c = 0; c < varying->n_strings; c++) {
        const char *const *data = items->string[varying->strings[c]].data;
        if (g_strcmp0(data[a], data[b]) != 0)
            return false;
    }
    if (!varying->paints)
        return true;
    return same_paint(&items->fill, a, b) && same_paint(&items->stroke, a, b) &&
           (!items->dash.stride || items->dash.data[a].values == items->dash.data[b].values);
}

/* The outline that was drawn last; most symbols have the same. */
typedef struct {
    const char *shape;
    double size;
    JutuPath path;
} Outline;

/* @return false if the shape is none */
static bool set_outline(Outline *outline, const char *shape, double size, JutuArena *arena)
{
    if (outline->shape && size == outline->size && strcmp(shape, outline->shape) == 0)
        return true;
    g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
    if (!jutu_path_symbol(path, shape, size))
        return false;
    *outline = (Outline){ shape, size, jutu_path_take(path, arena) };
    return true;
}

/* Draws items from `first` to `end`, which look alike. */
static void draw_symbols(const JutuItems *items, size_t first, size_t end, Outline *outline,
                         JutuSceneBuilder *out)
{
    JutuSceneNode node = node_of(items, first, JUTU_SCENE_SYMBOLS);
    double size = jutu_item_value(items, JUTU_N_SIZE, first, 64);
    const char *shape = jutu_item_string(items, JUTU_S_SHAPE, first, "circle");
    if (!is_seen(&node) || !(size > 0) || !set_outline(outline, shape, size, out->arena))
        return;
    double *points = jutu_new(out->arena, double, 2 * (end - first));
    for (size_t i = first; i < end; i++) {
        double x = jutu_item_value(items, JUTU_N_X, i, 0),
               y = jutu_item_value(items, JUTU_N_Y, i, 0);
        if (!isfinite(x) || !isfinite(y))
            continue;
        points[2 * node.symbols.n] = x;
        points[2 * node.symbols.n + 1] = y;
        node.symbols.n++;
    }
    node.symbols.outline = outline->path;
    node.symbols.points = points;
    node.symbols.angle = jutu_item_value(items, JUTU_N_ANGLE, first, 0);
    if (node.symbols.n > 0)
        jutu_scene_add(out, &node);
}

static void draw_all_symbols(const JutuItems *items, JutuSceneBuilder *out)
{
    Varying varying = varying_of(items);
    Outline outline = { 0 };
    for (size_t i = 0, end; i < items->n; i = end) {
        for (end = i + 1; end < items->n && look_alike(items, &varying, i, end);)
            end++;
        draw_symbols(items, i, end, &outline, out);
    }
}

/* == Stacks whose ends are rounded == */

static bool same_clip(const struct JutuItemClip *a, const struct JutuItemClip *b)
{
    for (size_t corner = 0; corner < G_N_ELEMENTS(a->radius); corner++) {
        if (a->radius[corner] != b->radius[corner])
            return false;
    }
    return a->box.x == b->box.x && a->box.y == b->box.y && a->box.width == b->box.width &&
           a->box.height == b->box.height;
}

/* The outline of a stack lies above its parts. */
static void draw_outline(const JutuItems *items, size_t i, JutuSceneBuilder *out)
{
    JutuSceneNode node = node_of(items, i, JUTU_SCENE_RECT);
    if (!strokes(&node.style))
        return;
    node.style.fill = (JutuPaint){ .kind = JUTU_PAINT_NONE };
    node.rect.box = items->item_clip[i].box;
    memcpy(node.rect.radius, items->item_clip[i].radius, sizeof(node.rect.radius));
    jutu_scene_add(out, &node);
}

static void draw_stacks(const JutuItems *items, JutuSceneBuilder *out)
{
    for (size_t i = 0, end; i < items->n; i = end) {
        const struct JutuItemClip *clip = &items->item_clip[i];
        g_autoptr(JutuSceneBuilder) inner = jutu_scene_builder_new(out->arena);
        for (end = i; end < items->n && same_clip(clip, &items->item_clip[end]); end++)
            draw_rect(items, end, inner);
        JutuSceneNode group = { .kind = JUTU_SCENE_GROUP,
                                .role = role,
                                .style = jutu_style_none(),
                                .group = { .opacity = 1, .clipped = true, .clip = clip->box } };
        memcpy(group.group.clip_radius, clip->radius, sizeof(clip->radius));
        group.group.nodes = jutu_scene_take(inner, &group.group.n);
        out->failed |= inner->failed;
        if (group.group.n > 0 && isfinite(clip->box.width) && isfinite(clip->box.height)) {
            jutu_scene_add(out, &group);
            draw_outline(items, i, out);
        }
    }
}

static void draw_series(const JutuItems *items, JutuSceneBuilder *out)
{
    g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
    for (size_t s = 0; s < items->n_series; s++) {
        JutuSceneNode node = node_of(items, s, JUTU_SCENE_PATH);
        if (!is_seen(&node))
            continue;
        jutu_items_outline(items, s, path);
        add_path(&node, path, out);
    }
}

void jutu_items_draw(const JutuItems *items, JutuSceneBuilder *out)
{
    static void (*const drawers[])(const JutuItems *, size_t, JutuSceneBuilder *) = {
        [JUTU_ITEM_RECT] = draw_rect, [JUTU_ITEM_RULE] = draw_rule,   [JUTU_ITEM_TEXT] = draw_text,
        [JUTU_ITEM_ARC] = draw_arc,   [JUTU_ITEM_IMAGE] = draw_image,
    };
    if (items->series) {
        draw_series(items, out);
    } else if (items->item_clip) {
        draw_stacks(items, out);
    } else if (items->kind == JUTU_ITEM_SYMBOL) {
        draw_all_symbols(items, out);
    } else {
        for (size_t i = 0; i < items->n; i++)
            drawers[items->kind](items, i, out);
    }
}
