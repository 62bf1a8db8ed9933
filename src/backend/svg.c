/*
 * svg: text as outlines, so that the picture is the same in every reader.
 *
 * Written here rather than by Cairo's SVG surface: that takes ids from a counter
 * of the whole process, rewrites every shape as a path in points and text at
 * 24.8 fixed point; this keeps rectangles, px and roles, and takes half the room.
 */
#include "backend/svg.h"

#include <math.h>
#include <string.h>

#include "backend/paint.h"
#include "backend/text.h"
#include "base/error.h"
#include "base/limits.h"
#include "jutu/jutu.h"
#include "scene/choices.h"
#include "scene/path.h"

void jutu_svg_escape(GString *out, const char *given)
{
    static const char specials[] = "&<>\"";
    static const char *const entities[] = { "&amp;", "&lt;", "&gt;", "&quot;" };
    g_autofree char *text = g_utf8_make_valid(given, -1);
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        const char *special = c < 0x80 ? strchr(specials, (int)c) : NULL;
        if (special)
            g_string_append(out, entities[special - specials]);
        else if ((c >= 0x20 || c == '\t' || c == '\n') && c != 0xfffe && c != 0xffff)
            g_string_append_len(out, at, g_utf8_next_char(at) - at);
    }
}

void jutu_svg_attribute(GString *out, const char *name, double number)
{
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    jutu_print_px(out, number);
    g_string_append_c(out, '"');
}

static void append_color(GString *out, JutuColor color)
{
    char text[JUTU_COLOR_SIZE];
    color.a = 1; /* opacity has its own attribute, which all readers know */
    g_string_append(out, jutu_color_hex(color, text));
}

static void append_stops(GString *out, const struct JutuGradient *gradient)
{
    for (size_t i = 0; i < gradient->n_stops; i++) {
        const JutuStop *stop = &gradient->stops[i];
        g_string_append(out, "<stop");
        jutu_svg_attribute(out, "offset", stop->offset);
        g_string_append(out, " stop-color=\"");
        append_color(out, stop->color);
        g_string_append_c(out, '"');
        if (stop->color.a < 1)
            jutu_svg_attribute(out, "stop-opacity", stop->color.a);
        g_string_append(out, "/>");
    }
}

/* Defines a gradient for a node with this box. @return its number */
static unsigned define_gradient(JutuSvg *svg, const JutuPaint *paint, JutuRect box)
{
    JutuGradientPlace at = jutu_gradient_place(paint, box);
    bool radial = paint->kind == JUTU_PAINT_RADIAL;
    const char *tag = radial ? "radialGradient" : "linearGradient";
    unsigned number = ++svg->n_others;
    GString *out = svg->defs;
    g_string_append_printf(out, "<%s id=\"" JUTU_SVG_MARK "o%u\" gradientUnits=\"userSpaceOnUse\"",
                           tag, number);
    static const char *const names[2][6] = { { "x1", "y1", NULL, "x2", "y2", NULL },
                                             { "fx", "fy", "fr", "cx", "cy", "r" } };
    const double values[] = { at.x1, at.y1, at.r1, at.x2, at.y2, at.r2 };
    for (int i = 0; i < 6; i++)
        if (names[radial][i])
            jutu_svg_attribute(out, names[radial][i], values[i]);
    if (!radial) {
        g_string_append(out, " gradientTransform=\"matrix(");
        const double matrix[] = { at.matrix[0], 0, 0, at.matrix[1], at.matrix[2], at.matrix[3] };
        for (int i = 0; i < 6; i++) {
            if (i > 0)
                g_string_append_c(out, ' ');
            jutu_print_px(out, matrix[i]);
        }
        g_string_append(out, ")\"");
    }
    g_string_append_c(out, '>');
    append_stops(out, paint->gradient);
    g_string_append_printf(out, "</%s>\n", tag);
    return number;
}

static void append_paint(JutuSvg *svg, GString *out, const char *name, const JutuPaint *paint,
                         double opacity, JutuRect box)
{
    g_string_append_printf(out, " %s=\"", name);
    double alpha = opacity;
    switch (paint->kind) {
    case JUTU_PAINT_NONE:
        g_string_append(out, "none\"");
        return;
    case JUTU_PAINT_COLOR:
        append_color(out, paint->color);
        alpha *= paint->color.a;
        break;
    case JUTU_PAINT_LINEAR:
    case JUTU_PAINT_RADIAL:
        g_string_append_printf(out, "url(#" JUTU_SVG_MARK "o%u)", define_gradient(svg, paint, box));
        break;
    }
    g_string_append_c(out, '"');
    if (alpha < 1) {
        g_autofree char *attribute = g_strdup_printf("%s-opacity", name);
        jutu_svg_attribute(out, attribute, alpha);
    }
}

static void append_stroke(JutuSvg *svg, GString *out, const JutuStyle *style, double unit,
                          JutuRect box)
{
    append_paint(svg, out, "stroke", &style->stroke, style->stroke_opacity, box);
    if (style->stroke_width / unit != 1)
        jutu_svg_attribute(out, "stroke-width", style->stroke_width / unit);
    if (style->cap != JUTU_CAP_BUTT)
        g_string_append_printf(out, " stroke-linecap=\"%s\"", jutu_cap_names[style->cap]);
    if (style->join != JUTU_JOIN_MITER)
        g_string_append_printf(out, " stroke-linejoin=\"%s\"", jutu_join_names[style->join]);
    else /* SVG's own limit is 4, Canvas's 10 */
        jutu_svg_attribute(out, "stroke-miterlimit", style->miter_limit);
    if (style->n_dash == 0)
        return;
    g_string_append(out, " stroke-dasharray=\"");
    for (size_t i = 0; i < style->n_dash; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        jutu_print_px(out, style->dash[i] / unit);
    }
    g_string_append_c(out, '"');
    if (style->dash_offset != 0)
        jutu_svg_attribute(out, "stroke-dashoffset", style->dash_offset / unit);
}

/* All attributes of a style. unit: how many px a unit of the node's own space has. */
static char *paint_of(JutuSvg *svg, const JutuSceneNode *node, double unit)
{
    const JutuStyle *style = &node->style;
    bool gradient = style->fill.kind >= JUTU_PAINT_LINEAR ||
                    style->stroke.kind >= JUTU_PAINT_LINEAR;
    JutuRect box = gradient ? jutu_node_bounds(node) : (JutuRect){ 0 };
    GString *out = g_string_new(NULL);
    append_paint(svg, out, "fill", &style->fill, style->fill_opacity, box);
    if (style->stroke.kind != JUTU_PAINT_NONE)
        append_stroke(svg, out, style, unit, box);
    int blend = jutu_blend_find(style->blend);
    if (blend >= 0)
        g_string_append_printf(out, " style=\"mix-blend-mode:%s\"", jutu_blend_modes[blend]);
    return g_string_free(out, FALSE);
}

static void append_class(GString *out, const char *role)
{
    if (!role)
        return;
    g_string_append(out, " class=\"");
    jutu_svg_escape(out, role);
    g_string_append_c(out, '"');
}

static void append_path(GString *out, const JutuPath *path)
{
    g_string_append(out, " d=\"");
    jutu_path_print(out, path);
    g_string_append_c(out, '"');
}

static bool has_radius(const double radius[4])
{
    return radius[0] > 0 || radius[1] > 0 || radius[2] > 0 || radius[3] > 0;
}

static void append_box(GString *out, JutuRect box)
{
    jutu_svg_attribute(out, "x", fmin(box.x, box.x + box.width));
    jutu_svg_attribute(out, "y", fmin(box.y, box.y + box.height));
    jutu_svg_attribute(out, "width", fabs(box.width));
    jutu_svg_attribute(out, "height", fabs(box.height));
}

/* The element of a box without its end: a rect, or a path if its corners are round. */
static void append_shape(GString *out, JutuRect box, const double radius[4])
{
    if (!has_radius(radius)) {
        g_string_append(out, "<rect");
        append_box(out, box);
        return;
    }
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuPathBuilder) builder = jutu_path_builder_new();
    jutu_path_rect(builder, box, radius);
    JutuPath path = jutu_path_take(builder, arena);
    g_string_append(out, "<path");
    append_path(out, &path);
    jutu_arena_free(arena);
}

static void append_rect(JutuSvg *svg, const JutuSceneNode *node)
{
    g_autofree char *paint = paint_of(svg, node, 1);
    append_shape(svg->body, node->rect.box, node->rect.radius);
    append_class(svg->body, node->role);
    g_string_append_printf(svg->body, "%s/>\n", paint);
}

static void append_symbols(JutuSvg *svg, const JutuSceneNode *node)
{
    g_autofree char *paint = paint_of(svg, node, 1);
    unsigned number = ++svg->n_others;
    g_string_append_printf(svg->defs, "<path id=\"" JUTU_SVG_MARK "o%u\"", number);
    append_path(svg->defs, &node->symbols.outline);
    if (node->symbols.angle != 0) {
        g_string_append(svg->defs, " transform=\"rotate(");
        jutu_print_px(svg->defs, node->symbols.angle);
        g_string_append(svg->defs, ")\"");
    }
    g_string_append(svg->defs, "/>\n");
    g_string_append(svg->body, "<g");
    append_class(svg->body, node->role);
    g_string_append_printf(svg->body, "%s>", paint);
    for (size_t i = 0; i < node->symbols.n; i++) {
        g_string_append_printf(svg->body, "<use xlink:href=\"#" JUTU_SVG_MARK "o%u\"", number);
        jutu_svg_attribute(svg->body, "x", node->symbols.points[2 * i]);
        jutu_svg_attribute(svg->body, "y", node->symbols.points[2 * i + 1]);
        g_string_append(svg->body, "/>");
    }
    g_string_append(svg->body, "</g>\n");
}

/* Defines an image in its own pixels. @return its number */
static unsigned define_image(JutuSvg *svg, const JutuImage *png)
{
    gpointer known = g_hash_table_lookup(svg->images, png);
    if (known)
        return GPOINTER_TO_UINT(known);
    unsigned number = ++svg->n_others;
    gsize size;
    const guchar *bytes = g_bytes_get_data(png->bytes, &size);
    g_autofree char *base64 = g_base64_encode(bytes, size);
    g_string_append_printf(svg->defs, "<image id=\"" JUTU_SVG_MARK "o%u\"", number);
    append_box(svg->defs, (JutuRect){ 0, 0, png->width, png->height });
    g_string_append_printf(svg->defs, " xlink:href=\"data:image/png;base64,%s\"/>\n", base64);
    g_hash_table_insert(svg->images, (gpointer)png, GUINT_TO_POINTER(number));
    return number;
}

static void append_image(JutuSvg *svg, const JutuSceneNode *node)
{
    const JutuImage *png = node->image.png;
    GString *out = svg->body;
    if (!png)
        return;
    JutuRect place = jutu_image_place(node);
    g_string_append_printf(out, "<use xlink:href=\"#" JUTU_SVG_MARK "o%u\"",
                           define_image(svg, png));
    append_class(out, node->role);
    char across[G_ASCII_DTOSTR_BUF_SIZE], down[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(across, sizeof(across), "%.6g", place.width / png->width);
    g_ascii_formatd(down, sizeof(down), "%.6g", place.height / png->height);
    g_string_append(out, " transform=\"translate(");
    jutu_print_px(out, place.x);
    g_string_append_c(out, ' ');
    jutu_print_px(out, place.y);
    g_string_append_printf(out, ") scale(%s %s)\"", across, down);
    if (!node->image.smooth)
        g_string_append(out, " image-rendering=\"optimizeSpeed\"");
    g_string_append(out, "/>\n");
}

static void append_nodes(JutuSvg *svg, const JutuSceneNode *nodes, size_t n);

static void append_group(JutuSvg *svg, const JutuSceneNode *node)
{
    GString *out = svg->body;
    unsigned clip = node->group.clipped ? ++svg->n_others : 0;
    if (clip > 0) {
        g_string_append_printf(svg->defs, "<clipPath id=\"" JUTU_SVG_MARK "o%u\">", clip);
        append_shape(svg->defs, node->group.clip, node->group.clip_radius);
        g_string_append(svg->defs, "/></clipPath>\n");
    }
    g_string_append(out, "<g");
    append_class(out, node->role);
    if (node->group.x != 0 || node->group.y != 0) {
        g_string_append(out, " transform=\"translate(");
        jutu_print_px(out, node->group.x);
        g_string_append_c(out, ' ');
        jutu_print_px(out, node->group.y);
        g_string_append(out, ")\"");
    }
    if (node->group.opacity < 1)
        jutu_svg_attribute(out, "opacity", fmax(0, node->group.opacity));
    if (clip > 0)
        g_string_append_printf(out, " clip-path=\"url(#" JUTU_SVG_MARK "o%u)\"", clip);
    g_string_append(out, ">\n");
    append_nodes(svg, node->group.nodes, node->group.n);
    g_string_append(out, "</g>\n");
}

static void append_node(JutuSvg *svg, const JutuSceneNode *node)
{
    switch (node->kind) {
    case JUTU_SCENE_GROUP:
        append_group(svg, node);
        return;
    case JUTU_SCENE_RECT:
        append_rect(svg, node);
        return;
    case JUTU_SCENE_PATH: {
        g_autofree char *paint = paint_of(svg, node, 1);
        g_string_append(svg->body, "<path");
        append_class(svg->body, node->role);
        append_path(svg->body, &node->path.path);
        g_string_append_printf(svg->body, "%s/>\n", paint);
        return;
    }
    case JUTU_SCENE_SYMBOLS:
        append_symbols(svg, node);
        return;
    case JUTU_SCENE_TEXT: {
        if (!node->text.text || !(node->text.font.size > 0))
            return;
        g_autofree char *paint = paint_of(svg, node, node->text.font.size / 1000);
        jutu_svg_text(svg, node, paint);
        return;
    }
    case JUTU_SCENE_IMAGE:
        append_image(svg, node);
        return;
    }
}

static void append_nodes(JutuSvg *svg, const JutuSceneNode *nodes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool link = nodes[i].href && jutu_href_is_safe(nodes[i].href);
        if (link) {
            g_string_append(svg->body, "<a xlink:href=\"");
            jutu_svg_escape(svg->body, nodes[i].href);
            g_string_append(svg->body, "\">");
        }
        append_node(svg, &nodes[i]);
        if (link)
            g_string_append(svg->body, "</a>\n");
    }
}

static void append_element(GString *out, const char *tag, const char *id, const char *text)
{
    if (!text)
        return;
    g_string_append_printf(out, "<%s", tag);
    if (id)
        g_string_append_printf(out, " id=\"" JUTU_SVG_MARK "%s\"", id);
    g_string_append_c(out, '>');
    jutu_svg_escape(out, text);
    g_string_append_printf(out, "</%s>\n", tag);
}

static void append_metadata(GString *out, const struct JutuScene *scene)
{
    if (!scene->author && !scene->source)
        return;
    g_string_append(out, "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    append_element(out, "dc:creator", NULL, scene->author);
    append_element(out, "dc:source", NULL, scene->source);
    g_string_append(out, "</metadata>\n");
}

static void append_root(GString *out, const struct JutuScene *scene)
{
    g_string_append(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                         "xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    jutu_svg_attribute(out, "width", scene->width);
    jutu_svg_attribute(out, "height", scene->height);
    g_string_append(out, " viewBox=\"0 0 ");
    jutu_print_px(out, scene->width);
    g_string_append_c(out, ' ');
    jutu_print_px(out, scene->height);
    g_string_append_c(out, '"');
    const char *const names[] = { "lang", "xml:lang" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_string_append_printf(out, " %s=\"", names[i]);
        jutu_svg_escape(out, scene->lang ? scene->lang : "zh-Hans");
        g_string_append_c(out, '"');
    }
    g_string_append(out, " role=\"img\"");
    if (scene->title && scene->description)
        g_string_append(out, " aria-labelledby=\"" JUTU_SVG_MARK "t " JUTU_SVG_MARK "d\"");
    else if (scene->title || scene->description)
        g_string_append_printf(out, " aria-labelledby=\"" JUTU_SVG_MARK "%s\"",
                               scene->title ? "t" : "d");
    g_string_append(out, ">\n");
    append_element(out, "title", "t", scene->title);
    append_element(out, "desc", "d", scene->description);
    append_metadata(out, scene);
}

/* Ids begin with five letters made from all the rest of the text: the bytes depend on the chart
 * alone, and several charts can stand in one page. */
static void replace_marks(GString *out)
{
    const size_t length = strlen(JUTU_SVG_MARK);
    guint64 hash = 0xcbf29ce484222325;
    for (size_t i = 0; i < out->len; i++)
        hash = (hash ^ (unsigned char)out->str[i]) * 0x100000001b3;
    char prefix[sizeof(JUTU_SVG_MARK)] = JUTU_SVG_MARK;
    for (size_t i = 0; i < length; i++, hash /= 26)
        prefix[i] = (char)('a' + hash % 26);
    for (char *at = out->str; (at = memchr(at, '\1', (size_t)(out->str + out->len - at)));)
        at = memcpy(at, prefix, length);
}

static GBytes *svg_encode(const struct JutuScene *scene, JutuFonts *fonts,
                          const JutuEncodeOptions *options, GError **error)
{
    (void)options; /* vectors have no pixels, and the file no date */
    if (!jutu_page_check(scene, 1, JUTU_MOST_PX, error))
        return NULL;
    g_autoptr(GString) defs = g_string_new(NULL), body = g_string_sized_new(1 << 16);
    g_autoptr(GHashTable) glyphs = jutu_glyph_table(), images = g_hash_table_new(NULL, NULL);
    JutuSvg svg = { .scene = scene,
                    .fonts = fonts,
                    .defs = defs,
                    .body = body,
                    .glyphs = glyphs,
                    .images = images,
                    .draw = jutu_svg_draw_funcs() };
    if (scene->background.kind != JUTU_PAINT_NONE) {
        JutuSceneNode page = { .kind = JUTU_SCENE_RECT, .style = jutu_style_none() };
        page.rect.box = (JutuRect){ 0, 0, scene->width, scene->height };
        page.style.fill = scene->background;
        append_rect(&svg, &page);
    }
    append_nodes(&svg, scene->nodes, scene->n);
    hb_draw_funcs_destroy(svg.draw);
    GString *out = g_string_sized_new(body->len + defs->len + 1024);
    append_root(out, scene);
    if (defs->len > 0)
        g_string_append_printf(out, "<defs>\n%s</defs>\n", defs->str);
    g_string_append_len(out, body->str, (gssize)body->len);
    g_string_append(out, "</svg>\n");
    replace_marks(out);
    return g_string_free_to_bytes(out);
}

const JutuBackend jutu_backend_svg = {
    .name = "svg",
    .doc = "Scalable Vector Graphics; text is drawn as outlines.",
    .encode = svg_encode,
};
