#include "backend/sample_scene.h"

#include <jutu/jutu.h>
#include <math.h>

#include "scene/path.h"

static JutuPaint color(const char *css)
{
    JutuColor parsed;
    jutu_color_parse(css, &parsed);
    return jutu_paint_color(parsed);
}

static void rect(JutuSceneBuilder *out, JutuRect box, const char *fill)
{
    JutuSceneNode node = { .kind = JUTU_SCENE_RECT, .role = "mark", .style = jutu_style_none() };
    node.rect.box = box;
    node.style.fill = color(fill);
    jutu_scene_add(out, &node);
}

typedef struct {
    double x, y;
    const char *text;
    double size;
    int weight;
    const char *fill;
    JutuAlign align;
    JutuBaseline baseline;
    double angle, limit;
} Label;

static void label(JutuSceneBuilder *out, Label label)
{
    JutuSceneNode node = { .kind = JUTU_SCENE_TEXT, .style = jutu_style_none() };
    node.style.fill = color(label.fill);
    node.text.x = label.x;
    node.text.y = label.y;
    node.text.text = label.text;
    node.text.font = (JutuFont){ .size = label.size, .weight = label.weight };
    node.text.align = label.align;
    node.text.baseline = label.baseline;
    node.text.angle = label.angle;
    node.text.limit = label.limit;
    jutu_scene_add(out, &node);
}

static const char ink[] = "#16191d", grey[] = "#5c6570";

static void add_texts(JutuSceneBuilder *out)
{
    static const Label labels[] = {
        { 24, 44, "深圳的研发投入强度高出杭州近三分之二", 20, 700, ink, 0, 0, 0, 0 },
        { 24, 68, "《研发经费》占GDP比重（R&D），2024年：“6.46%”", 13, 400, grey, 0, 0, 0, 0 },
        { 60, 119, "深圳", 13, 400, ink, JUTU_ALIGN_RIGHT, JUTU_BASELINE_MIDDLE, 0, 0 },
        { 60, 173, "杭州", 13, 400, ink, JUTU_ALIGN_RIGHT, JUTU_BASELINE_MIDDLE, 0, 0 },
        { 524, 119, "6.46%", 15, 700, ink, 0, JUTU_BASELINE_MIDDLE, 0, 0 },
        { 350, 173, "3.92%", 15, 700, ink, 0, JUTU_BASELINE_MIDDLE, 0, 0 },
        { 600, 220, "斜着的字 45°", 12, 400, "#a83b45", JUTU_ALIGN_CENTER, 0, -45, 0 },
        { 420, 200, "太长的标签会被截断，末尾是省略号", 12, 400, grey, 0, JUTU_BASELINE_TOP, 0,
          120 },
        { 24, 300, "注：“>”表示“突破”该数。", 11.5, 400, "#667079", 0, 0, 0, 0 },
        { 24, 318, "资料来源：冰川思想库《谁是创新第一城》", 11.5, 400, "#667079", 0, 0, 0, 0 },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++)
        label(out, labels[i]);
}

static void add_line(JutuSceneBuilder *out)
{
    static const double points[] = { 72, 280, 140, 240, 210, 265, 280, 225, 350, 250 };
    g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
    JutuSceneNode line = { .kind = JUTU_SCENE_PATH, .role = "mark", .style = jutu_style_none() };
    jutu_curve_line(builder, "monotone", NAN, false, points, 5);
    line.path.path = jutu_path_take(builder, out->arena);
    line.style.stroke = color("#4d9a94");
    line.style.stroke_width = 2.5;
    line.style.cap = JUTU_CAP_ROUND;
    static const double dash[] = { 6, 4 };
    line.style.dash = dash;
    line.style.n_dash = 2;
    jutu_scene_add(out, &line);

    JutuSceneNode dots = { .kind = JUTU_SCENE_SYMBOLS, .style = jutu_style_none() };
    jutu_path_symbol(builder, "diamond", 90);
    dots.symbols.outline = jutu_path_take(builder, out->arena);
    dots.symbols.points = points;
    dots.symbols.n = 5;
    dots.style.fill = color("white");
    dots.style.stroke = color("#4d9a94");
    dots.href = "https://example.org/?a=1&b='2'";
    jutu_scene_add(out, &dots);
}

static void add_group(JutuSceneBuilder *out)
{
    static const JutuStop stops[] = { { 0, { 0.12, 0.35, 0.58, 1 } },
                                      { 1, { 0.85, 0.9, 0.95, 0.5 } } };
    static const struct JutuGradient gradient = { 0, 0, 1, 1, 0, 0, stops, 2 };
    g_autoptr(JutuSceneBuilder) inner = jutu_scene_builder_new(out->arena);
    g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
    JutuSceneNode ring = { .kind = JUTU_SCENE_PATH, .style = jutu_style_none() };
    jutu_path_annulus(builder, 40, 40, &(JutuAnnulus){ 15, 38, 0, 4.5, 0.05, 4 });
    ring.path.path = jutu_path_take(builder, out->arena);
    ring.style.fill = (JutuPaint){ .kind = JUTU_PAINT_LINEAR, .gradient = &gradient };
    jutu_scene_add(inner, &ring);

    JutuSceneNode group = { .kind = JUTU_SCENE_GROUP, .role = "view", .style = jutu_style_none() };
    group.group.x = 400;
    group.group.y = 225;
    group.group.opacity = 0.8;
    group.group.clipped = true;
    group.group.clip = (JutuRect){ 0, 0, 80, 70 };
    group.group.nodes = jutu_scene_take(inner, &group.group.n);
    jutu_scene_add(out, &group);
}

const struct JutuScene *sample_scene(JutuArena *arena)
{
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
    rect(out, (JutuRect){ 24, 0, 36, 4 }, "#a83b45");
    rect(out, (JutuRect){ 72, 102, 443, 34 }, "#1f5a93");
    rect(out, (JutuRect){ 72, 156, 268.8, 34 }, "#a9c6de");
    add_line(out);
    add_group(out);
    add_texts(out);
    struct JutuScene *scene = jutu_new(arena, struct JutuScene, 1);
    *scene = (struct JutuScene){ .arena = arena,
                                 .width = 640,
                                 .height = 340,
                                 .background = color("white"),
                                 .lang = "zh-Hans",
                                 .title = "深圳的研发投入强度高出杭州近三分之二",
                                 .description = "条形图：深圳6.46%，杭州3.92%。",
                                 .author = "冰川思想库",
                                 .source = "《谁是创新第一城》" };
    scene->nodes = jutu_scene_take(out, &scene->n);
    return scene;
}
