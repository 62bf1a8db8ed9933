/* Blocks of text: titles, subtitles and labels, with the bounds that Vega gives them. */
#include <math.h>
#include <string.h>

#include "scene/choices.h"
#include "text/block.h"
#include "text/vertical.h"

/* One line without white space around; inner line ends stay as they are. */
static void append_line(GString *out, const char *line, JutuArena *arena)
{
    /* no limit: cutting does nothing but take the blanks off */
    g_string_append(out, jutu_measure_cut(jutu_measure_estimate(), line, NULL, 0, NULL, arena));
}

static void append_text(GString *out, const char *text, const char *line_break, JutuArena *arena)
{
    if (!line_break || !*line_break) {
        append_line(out, text, arena);
        return;
    }
    g_auto(GStrv) lines = g_strsplit(text, line_break, -1);
    for (size_t i = 0; lines[i]; i++) {
        if (i > 0)
            g_string_append_c(out, '\n');
        append_line(out, lines[i], arena);
    }
}

const char *jutu_text_lines(JutuValue text, const char *line_break, JutuArena *arena)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    if (text.type == JUTU_ARRAY) {
        for (size_t i = 0; i < text.length; i++) {
            if (i > 0)
                g_string_append_c(lines, '\n');
            if (!jutu_is_nullish(text.items[i]))
                append_line(lines, jutu_to_text(text.items[i], arena), arena);
        }
    } else if (!jutu_is_nullish(text)) {
        append_text(lines, jutu_to_text(text, arena), line_break, arena);
    }
    return jutu_arena_strdup(arena, lines->str);
}

int jutu_font_weight(JutuValue value)
{
    static const struct {
        const char *name;
        int weight;
    } names[] = { { "normal", 400 }, { "bold", 700 }, { "lighter", 300 }, { "bolder", 800 } };
    for (size_t i = 0; value.type == JUTU_STRING && i < G_N_ELEMENTS(names); i++) {
        if (strcmp(value.string, names[i].name) == 0)
            return names[i].weight;
    }
    double number = jutu_is_nullish(value) ? NAN : jutu_to_number(value);
    return number >= 1 && number <= 1000 ? (int)number : 400;
}

JutuAlign jutu_text_align(JutuValue value)
{
    return (JutuAlign)jutu_choice(jutu_align_names,
                                  value.type == JUTU_STRING ? value.string : NULL);
}

JutuBaseline jutu_text_baseline(JutuValue value)
{
    return (JutuBaseline)jutu_choice(jutu_baseline_names,
                                     value.type == JUTU_STRING ? value.string : NULL);
}

static double line_height(const JutuTextBlock *block)
{
    return block->line_height > 0 ? block->line_height : block->font.size + 2;
}

/* The box of text of this width and height, turned about its anchor. */
static JutuRect turned(const JutuTextBlock *block, JutuRect box, double x, double y)
{
    double angle = block->angle * M_PI / 180, c = cos(angle), s = sin(angle);
    double x1 = INFINITY, y1 = INFINITY, x2 = -INFINITY, y2 = -INFINITY;
    for (int corner = 0; corner < 4; corner++) {
        double dx = box.x + (corner & 1 ? box.width : 0) - x;
        double dy = box.y + (corner & 2 ? box.height : 0) - y;
        double turned_x = x + c * dx - s * dy, turned_y = y + s * dx + c * dy;
        x1 = fmin(x1, turned_x);
        x2 = fmax(x2, turned_x);
        y1 = fmin(y1, turned_y);
        y2 = fmax(y2, turned_y);
    }
    return (JutuRect){ x1, y1, x2 - x1, y2 - y1 };
}

static double align_shift(JutuAlign align, double width)
{
    return align == JUTU_ALIGN_CENTER ? -width / 2 : align == JUTU_ALIGN_RIGHT ? -width : 0;
}

bool jutu_is_painted(const JutuPaint *paint)
{
    return paint->kind != JUTU_PAINT_NONE &&
           (paint->kind != JUTU_PAINT_COLOR || paint->color.a > 0);
}

static void add_line(const JutuTextBlock *block, const char *line, double y, double opacity,
                     JutuSceneNode *node, JutuSceneBuilder *out)
{
    node->style = block->style;
    node->style.fill_opacity *= opacity;
    node->style.stroke_opacity *= opacity;
    node->text.dy = y;
    node->text.text = line;
    if (*line && block->font.size > 0)
        jutu_scene_add(out, node);
}

static bool is_painted(const JutuTextBlock *block, double opacity)
{
    const JutuStyle *style = &block->style;
    return opacity > 0 && ((jutu_is_painted(&style->fill) && style->fill_opacity > 0) ||
                           (jutu_is_painted(&style->stroke) && style->stroke_opacity > 0));
}

void jutu_text_set_node(const JutuTextBlock *block, double x, double y, JutuSceneNode *node)
{
    node->kind = JUTU_SCENE_TEXT;
    node->text.x = x;
    node->text.y = y;
    node->text.dx = block->dx;
    node->text.font = block->font;
    node->text.align = block->align;
    node->text.baseline = block->baseline;
    node->text.line_height = block->line_height;
    node->text.angle = block->angle;
    node->text.limit = block->limit;
    node->text.ellipsis = block->ellipsis;
}

/* The box of n lines of this width. */
static JutuRect box_of(const JutuTextBlock *block, double width, size_t n, double x, double y)
{
    double size = block->font.size;
    double top = block->dy + jutu_baseline_offset(block->baseline, size, block->line_height) -
                 floor(0.8 * size + 0.5);
    JutuRect box = { x + block->dx + align_shift(block->align, width), y + top, width,
                     size + line_height(block) * (double)(n - 1) };
    return block->angle != 0 ? turned(block, box, x, y) : box;
}

static JutuRect columns_box(const JutuTextBlock *block, double x, double y)
{
    return box_of(block, block->vertical->length, MAX(block->vertical->n, 1), x, y);
}

static void draw_columns(const JutuTextBlock *block, double x, double y, double opacity,
                         JutuSceneNode *node, JutuSceneBuilder *out)
{
    node->style = block->style;
    node->style.fill_opacity *= opacity;
    node->style.stroke_opacity *= opacity;
    if (block->font.size > 0)
        jutu_vertical_draw(block->vertical, columns_box(block, x, y), line_height(block), node,
                           out);
}

void jutu_text_set_columns(JutuTextBlock *block, const JutuMeasure *measure, JutuArena *arena)
{
    JutuVerticalSetting how = { measure, block->columns, block->font, block->limit };
    if (block->columns)
        block->vertical = jutu_vertical_new(&how, block->text ? block->text : "", arena);
}

void jutu_text_draw(const JutuTextBlock *block, double x, double y, double opacity,
                    const char *role, JutuSceneBuilder *out)
{
    if (!is_painted(block, opacity))
        return;
    JutuSceneNode node = { .role = role };
    jutu_text_set_node(block, x, y, &node);
    if (block->vertical) {
        draw_columns(block, x, y, opacity, &node, out);
        return;
    }
    g_auto(GStrv) lines = g_strsplit(block->text ? block->text : "", "\n", -1);
    for (size_t i = 0; lines[i]; i++)
        add_line(block, jutu_arena_strdup(out->arena, lines[i]),
                 block->dy + (double)i * line_height(block), opacity, &node, out);
}

JutuRect jutu_text_bounds(const JutuTextBlock *block, double x, double y,
                          const JutuMeasure *measure)
{
    if (block->vertical)
        return columns_box(block, x, y);
    g_auto(GStrv) lines = g_strsplit(block->text ? block->text : "", "\n", -1);
    size_t n = MAX(g_strv_length(lines), 1);
    JutuArena *scratch = jutu_arena_new();
    double width = 0;
    for (size_t i = 0; lines[i]; i++) {
        const char *line = jutu_measure_cut(measure, lines[i], &block->font, block->limit, NULL,
                                            scratch);
        width = fmax(width, jutu_measure_width(measure, line, &block->font));
    }
    jutu_arena_free(scratch);
    return box_of(block, width, n, x, y);
}

JutuBlock jutu_block_take(JutuSceneBuilder *nodes, JutuRect bounds)
{
    JutuBlock block = { .bounds = bounds, .failed = nodes->failed };
    block.nodes = jutu_scene_take(nodes, &block.n);
    nodes->failed = false;
    return block;
}

void jutu_block_draw(const JutuBlock *block, double x, double y, JutuSceneBuilder *out)
{
    for (size_t i = 0; i < block->n; i++) {
        JutuSceneNode node = block->nodes[i];
        if (node.kind == JUTU_SCENE_TEXT && (x != 0 || y != 0)) {
            node.text.x += x;
            node.text.y += y;
        }
        jutu_scene_add(out, &node);
    }
    out->failed |= block->failed;
}

static json_t *color_json(const JutuTextBlock *block)
{
    char text[JUTU_COLOR_SIZE];
    if (block->style.fill.kind != JUTU_PAINT_COLOR || !jutu_is_painted(&block->style.fill))
        return json_null();
    return json_string(jutu_color_hex(block->style.fill.color, text));
}
static json_t *opacity_json(const JutuTextBlock *block)
{
    return json_real(block->style.fill_opacity);
}
static json_t *font_json(const JutuTextBlock *block)
{
    return json_string(block->font.family ? block->font.family : "sans-serif");
}
static json_t *size_json(const JutuTextBlock *block)
{
    return json_real(block->font.size);
}
static json_t *weight_json(const JutuTextBlock *block)
{
    return json_integer(block->font.weight);
}
static json_t *style_json(const JutuTextBlock *block)
{
    return json_string(block->font.italic ? "italic" : "normal");
}
static json_t *align_json(const JutuTextBlock *block)
{
    return json_string(jutu_align_names[block->align]);
}
static json_t *baseline_json(const JutuTextBlock *block)
{
    return json_string(jutu_baseline_names[block->baseline]);
}
static json_t *angle_json(const JutuTextBlock *block)
{
    double angle = fmod(fmod(block->angle, 360) + 360, 360);
    return json_real(angle);
}
static json_t *limit_json(const JutuTextBlock *block)
{
    return json_real(block->limit > 0 ? block->limit : 0);
}

static const struct {
    const char *name;
    json_t *(*print)(const JutuTextBlock *block);
} members[] = {
    { "Color", color_json },   { "Opacity", opacity_json },   { "Font", font_json },
    { "FontSize", size_json }, { "FontWeight", weight_json }, { "FontStyle", style_json },
    { "Align", align_json },   { "Baseline", baseline_json }, { "Angle", angle_json },
    { "Limit", limit_json },
};

json_t *jutu_json_common(json_t *list)
{
    for (size_t i = 1; i < json_array_size(list); i++) {
        if (!json_equal(json_array_get(list, i), json_array_get(list, 0)))
            return list;
    }
    json_t *first = json_array_get(list, 0);
    json_incref(first);
    json_decref(list);
    return first;
}

void jutu_text_style_json(json_t *json, const char *prefix, const JutuTextBlock *const *blocks,
                          size_t n)
{
    for (size_t m = 0; n > 0 && m < G_N_ELEMENTS(members); m++) {
        g_autofree char *name = g_strconcat(prefix, members[m].name, NULL);
        json_t *list = json_array();
        for (size_t i = 0; i < n; i++)
            json_array_append_new(list, members[m].print(blocks[i]));
        json_object_set_new(json, name, jutu_json_common(list));
    }
}
