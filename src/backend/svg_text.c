/* SVG text: outlines, each glyph defined once and used where it stands. */
#include <math.h>

#include "backend/svg.h"
#include "backend/text.h"
#include "scene/path.h"

/* Text is drawn in thousandths of an em, y upwards, as most faces are designed. */
#define UNITS 1000.0

/* An outline being written: where the pen is, in whole units, and whether a number came last. */
typedef struct {
    GString *out;
    int x, y;
} Outline;

/* Numbers need a space between them only where there is no sign. printf() would take half of the
 * whole time here. */
static void put_command(Outline *outline, char command, const int *numbers, int n)
{
    char text[128], *end = text + sizeof(text), *at = end;
    for (int i = n; i-- > 0;) {
        unsigned rest = numbers[i] < 0 ? -(unsigned)numbers[i] : (unsigned)numbers[i];
        do
            *--at = (char)('0' + rest % 10);
        while ((rest /= 10) > 0);
        if (numbers[i] < 0)
            *--at = '-';
        else if (i > 0)
            *--at = ' ';
    }
    *--at = command;
    g_string_append_len(outline->out, at, end - at);
}

static int whole(float number)
{
    return (int)lrintf(number);
}

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)funcs, (void)state, (void)user;
    Outline *outline = data;
    int to_x = whole(x), to_y = whole(y);
    put_command(outline, 'm', (int[]){ to_x - outline->x, to_y - outline->y }, 2);
    outline->x = to_x;
    outline->y = to_y;
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)funcs, (void)state, (void)user;
    Outline *outline = data;
    int dx = whole(x) - outline->x, dy = whole(y) - outline->y;
    if (dx == 0 && dy == 0)
        return;
    if (dy == 0)
        put_command(outline, 'h', &dx, 1);
    else if (dx == 0)
        put_command(outline, 'v', &dy, 1);
    else
        put_command(outline, 'l', (int[]){ dx, dy }, 2);
    outline->x += dx;
    outline->y += dy;
}

/* NOLINTNEXTLINE(readability-function-size): the parameters are HarfBuzz's */
static void quadratic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1,
                         float y1, float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    Outline *outline = data;
    int to_x = whole(x), to_y = whole(y);
    put_command(outline, 'q',
                (int[]){ whole(x1) - outline->x, whole(y1) - outline->y, to_x - outline->x,
                         to_y - outline->y },
                4);
    outline->x = to_x;
    outline->y = to_y;
}

/* NOLINTNEXTLINE(readability-function-size): the parameters are HarfBuzz's */
static void cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1,
                     float x2, float y2, float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    Outline *outline = data;
    int to_x = whole(x), to_y = whole(y);
    put_command(outline, 'c',
                (int[]){ whole(x1) - outline->x, whole(y1) - outline->y, whole(x2) - outline->x,
                         whole(y2) - outline->y, to_x - outline->x, to_y - outline->y },
                6);
    outline->x = to_x;
    outline->y = to_y;
}

static void close_path(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
    (void)funcs, (void)user;
    Outline *outline = data;
    g_string_append_c(outline->out, 'z');
    outline->x = whole(state->path_start_x);
    outline->y = whole(state->path_start_y);
}

hb_draw_funcs_t *jutu_svg_draw_funcs(void)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, quadratic_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
    return funcs;
}

/* The number of a glyph's definition, which is written when it is first asked for; 0 for one
 * without ink. */
static unsigned define(JutuSvg *svg, const JutuGlyph *glyph)
{
    void *found, *key = jutu_glyph_key(glyph);
    if (g_hash_table_lookup_extended(svg->glyphs, key, NULL, &found)) {
        g_free(key);
        return GPOINTER_TO_UINT(found);
    }
    g_autoptr(GString) path = g_string_new(NULL);
    hb_font_get_glyph_shape(glyph->face->font, glyph->id, svg->draw, &(Outline){ path, 0, 0 });
    unsigned number = path->len > 0 ? ++svg->n_glyphs : 0;
    if (number > 0) {
        g_string_append_printf(svg->defs, "<path id=\"" JUTU_SVG_MARK "g%u\" d=\"%s\"", number,
                               path->str);
        if (glyph->face->upem != UNITS) {
            g_string_append(svg->defs, " transform=\"scale(");
            char text[G_ASCII_DTOSTR_BUF_SIZE];
            g_string_append(svg->defs,
                            g_ascii_formatd(text, sizeof(text), "%.8g", UNITS / glyph->face->upem));
            g_string_append(svg->defs, ")\"");
        }
        g_string_append(svg->defs, "/>\n");
    }
    g_hash_table_insert(svg->glyphs, key, GUINT_TO_POINTER(number));
    return number;
}

void jutu_svg_text(JutuSvg *svg, const JutuSceneNode *node, const char *paint)
{
    JutuTextPlace place;
    const JutuShaped *shaped = jutu_text_place(svg->scene, svg->fonts, node, &place);
    GString *out = svg->body;
    g_string_append(out, "<g");
    if (node->role) {
        g_string_append(out, " class=\"");
        jutu_svg_escape(out, node->role);
        g_string_append_c(out, '"');
    }
    g_string_append(out, paint);
    g_string_append(out, " transform=\"translate(");
    jutu_print_px(out, place.x);
    g_string_append_c(out, ' ');
    jutu_print_px(out, place.y);
    if (node->text.angle != 0) {
        g_string_append(out, ") rotate(");
        jutu_print_px(out, node->text.angle);
    }
    char scale[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(scale, sizeof(scale), "%.6g", node->text.font.size / UNITS);
    g_string_append_printf(out, ") scale(%s -%s)\">", scale, scale);
    for (size_t i = 0; i < shaped->n; i++) {
        const JutuGlyph *glyph = &shaped->glyphs[i];
        unsigned number = define(svg, glyph);
        if (number == 0)
            continue;
        g_string_append_printf(out, "<use xlink:href=\"#" JUTU_SVG_MARK "g%u\"", number);
        if (glyph->x != 0)
            jutu_svg_attribute(out, "x", glyph->x * UNITS);
        if (glyph->y != 0)
            jutu_svg_attribute(out, "y", -glyph->y * UNITS);
        g_string_append(out, "/>");
    }
    g_string_append(out, "</g>\n");
}
