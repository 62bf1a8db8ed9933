#include <cairo.h>
#include <jutu/jutu.h>

#include "backend/backend.h"
#include "backend/png_pack.h"
#include "backend/sample_scene.h"
#include "check.h"

typedef struct {
    const unsigned char *bytes;
    gsize left;
} Source;

static cairo_status_t read_source(void *data, unsigned char *out, unsigned length)
{
    Source *source = data;
    if (length > source->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(out, source->bytes, length);
    source->bytes += length;
    source->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *decode(GBytes *bytes)
{
    Source source;
    source.bytes = g_bytes_get_data(bytes, &source.left);
    return cairo_image_surface_create_from_png_stream(read_source, &source);
}

static uint32_t pixel(cairo_surface_t *image, int x, int y)
{
    const unsigned char *row = cairo_image_surface_get_data(image) +
                               (ptrdiff_t)y * cairo_image_surface_get_stride(image);
    uint32_t color;
    memcpy(&color, row + (ptrdiff_t)4 * x, 4);
    return color;
}

/* The place of a chunk's data, or NULL. */
static const unsigned char *find_chunk(GBytes *bytes, const char *type, const char *start)
{
    gsize length;
    const unsigned char *data = g_bytes_get_data(bytes, &length);
    for (gsize at = 8; at + 12 <= length;) {
        gsize size = (gsize)data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3];
        if (memcmp(data + at + 4, type, 4) == 0 && memcmp(data + at + 8, start, strlen(start)) == 0)
            return data + at + 8;
        at += size + 12;
    }
    return NULL;
}

static void test_picture(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    JutuEncodeOptions options = { .scale = 2, .date = -1 };
    GBytes *bytes = jutu_backend_find("png")->encode(sample_scene(arena), fonts, &options, NULL);
    cairo_surface_t *image = decode(bytes);
    CHECK_SIZE("width", cairo_image_surface_get_width(image), 1280);
    CHECK_SIZE("height", cairo_image_surface_get_height(image), 680);
    CHECK_SIZE("bar", pixel(image, 400, 230) & 0xffffff, 0x1f5a93);
    CHECK_SIZE("paper", pixel(image, 1270, 10) & 0xffffff, 0xffffff);
    size_t ink = 0; /* of the title, 18 characters of 40 px each */
    for (int x = 48; x < 768; x++)
        for (int y = 50; y < 96; y++)
            ink += (pixel(image, x, y) & 0xff) < 0x60;
    CHECK_(ink > 6000 && ink < 16000, "title: %zu dark pixels", ink);
    cairo_surface_destroy(image);

    const unsigned char *resolution = find_chunk(bytes, "pHYs", "");
    CHECK_TRUE("192 pixels an inch",
               resolution && memcmp(resolution, "\0\0\x1d\x87\0\0\x1d\x87\1", 9) == 0);
    CHECK_TRUE("title", find_chunk(bytes, "iTXt", "Title") != NULL);
    CHECK_TRUE("description", find_chunk(bytes, "iTXt", "Description") != NULL);
    CHECK_TRUE("source", find_chunk(bytes, "iTXt", "Source") != NULL);
    g_bytes_unref(bytes);
    jutu_arena_free(arena);
}

/* Packed and read back, pixels are what they were, in each colour type. */
static void test_pack(void)
{
    static const struct {
        const char *row;
        bool alpha;
        size_t n_colors;
        int color_type;
    } table[] = {
        { "palette", false, 5, 3 },
        { "palette, full", false, 256, 3 },
        { "colours", false, 257, 2 },
        { "translucent palette", true, 100, 3 },
        { "translucent colours", true, 1000, 6 },
    };
    enum { WIDTH = 61, HEIGHT = 53 };
    for (size_t i = 0; i < ROWS(table); i++) {
        uint32_t pixels[WIDTH * HEIGHT];
        for (uint32_t p = 0; p < WIDTH * HEIGHT; p++) {
            uint32_t c = (uint32_t)(p % table[i].n_colors), alpha = 255 - c % 7;
            uint32_t gray = alpha * (c % 256) / 255;
            pixels[p] = table[i].alpha ? alpha << 24 | gray << 16 | (c / 256)
                                       : c * 0x010307 & 0xffffff;
        }
        JutuPng png = { WIDTH, HEIGHT, WIDTH, pixels, table[i].alpha, 3780, NULL, 0, NULL };
        GBytes *bytes = jutu_png_pack(&png);
        const unsigned char *header = find_chunk(bytes, "IHDR", "");
        CHECK_SIZE(table[i].row, header ? header[9] : 0, table[i].color_type);
        cairo_surface_t *image = decode(bytes);
        CHECK_SIZE(table[i].row, cairo_surface_status(image), CAIRO_STATUS_SUCCESS);
        size_t wrong = 0;
        for (int p = 0; p < WIDTH * HEIGHT; p++) {
            uint32_t got = pixel(image, p % WIDTH, p / WIDTH);
            wrong += table[i].alpha ? got != pixels[p] : (got ^ pixels[p]) & 0xffffff;
        }
        CHECK_SIZE(table[i].row, wrong, 0);
        cairo_surface_destroy(image);
        g_bytes_unref(bytes);
    }
}

static void test_limits(void)
{
    static const struct {
        double width, height, scale;
        const char *want;
    } table[] = {
        { 640, 400, 60,
          "the chart would be 38400 × 24000 px; its sides must be from 1 to 32767 px: change "
          "width, height or scale" },
        { 640, 640, 51,
          "the picture would have 32640 × 32640 pixels, more than 268000000: lower the scale" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
        GError *error = NULL;
        JutuScene scene = { .width = table[i].width, .height = table[i].height };
        JutuEncodeOptions options = { .scale = table[i].scale };
        CHECK_TRUE("refused", !jutu_backend_find("png")->encode(&scene, fonts, &options, &error));
        CHECK_STR("message", error ? error->message : "none", table[i].want);
        g_clear_error(&error);
    }
}

/* Without a background the paper shows through. */
static void test_transparent(void)
{
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    JutuScene scene = { .width = 10, .height = 10 };
    JutuEncodeOptions options = JUTU_ENCODE_DEFAULTS;
    GBytes *bytes = jutu_backend_find("PNG")->encode(&scene, fonts, &options, NULL);
    cairo_surface_t *image = decode(bytes);
    CHECK_SIZE("transparent", pixel(image, 5, 5), 0);
    cairo_surface_destroy(image);
    g_bytes_unref(bytes);
}

SUITE(png, { "picture", test_picture }, { "pack", test_pack }, { "limits", test_limits },
      { "transparent", test_transparent });
