/* png: drawn by Cairo, packed here: into a palette where the picture has few colours. */
#include <math.h>
#include <string.h>

#include "backend/backend.h"
#include "backend/cairo.h"
#include "backend/paint.h"
#include "backend/png_pack.h"
#include "base/error.h"
#include "base/limits.h"
#include "jutu/jutu.h"

static void add_text(JutuPngText *texts, size_t *n, const char *keyword, const char *text)
{
    if (text)
        texts[(*n)++] = (JutuPngText){ keyword, text };
}

static GBytes *pack(const struct JutuScene *scene, cairo_surface_t *surface,
                    const JutuEncodeOptions *options, double scale)
{
    double ppi = options->ppi > 0 ? options->ppi : 96 * scale;
    JutuPngText texts[4];
    JutuPng png = { .width = (size_t)cairo_image_surface_get_width(surface),
                    .height = (size_t)cairo_image_surface_get_height(surface),
                    .stride = (size_t)cairo_image_surface_get_stride(surface) / 4,
                    .pixels = (const uint32_t *)(void *)cairo_image_surface_get_data(surface),
                    .alpha = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32,
                    .per_metre = (uint32_t)fmin(UINT32_MAX / 2, round(ppi / 0.0254)),
                    .texts = texts,
                    .lang = scene->lang };
    add_text(texts, &png.n_texts, "Title", scene->title);
    add_text(texts, &png.n_texts, "Author", scene->author);
    add_text(texts, &png.n_texts, "Description", scene->description);
    add_text(texts, &png.n_texts, "Source", scene->source);
    return jutu_png_pack(&png);
}

static GBytes *png_encode(const struct JutuScene *scene, JutuFonts *fonts,
                          const JutuEncodeOptions *options, GError **error)
{
    double scale = options->scale > 0 ? options->scale : 1;
    if (!jutu_page_check(scene, scale, JUTU_MOST_PNG_SIDE, error))
        return NULL;
    int width = (int)ceil(scene->width * scale - 1e-6);
    int height = (int)ceil(scene->height * scale - 1e-6);
    size_t most = options->most_pixels > 0 ? options->most_pixels : JUTU_MOST_PNG_PIXELS;
    if ((double)width * height > (double)most) {
        jutu_error_set(error, JUTU_ERROR_DATA, "",
                       "the picture would have %d × %d pixels, more than %zu: lower the scale",
                       width, height, most);
        return NULL;
    }
    bool opaque = scene->background.kind == JUTU_PAINT_COLOR && scene->background.color.a >= 1;
    cairo_surface_t *surface = cairo_image_surface_create(
        opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width, height);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, scale, scale);
    JutuPainter painter = { .cr = cr, .scene = scene, .fonts = fonts, .scale = scale };
    bool ok = jutu_painter_draw(&painter, error);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    GBytes *bytes = ok ? pack(scene, surface, options, scale) : NULL;
    cairo_surface_destroy(surface);
    return bytes;
}

const JutuBackend jutu_backend_png = {
    .name = "png",
    .doc = "Portable Network Graphics, at any scale.",
    .encode = png_encode,
};
