#include <cairo.h>
#include <stdlib.h>

#include "check.h"
#include "jutu/jutu.h"

/* Charts for what only pixels show: shaping and compression of Chinese text, clipping, joins. */
static const char *const names[] = { "rd_intensity", "gdp_structure", "overview" };

typedef struct {
    const guchar *data;
    gsize size, at;
} Stream;

static cairo_status_t read_bytes(void *closure, unsigned char *out, unsigned n)
{
    Stream *stream = closure;
    if (stream->at + n > stream->size)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(out, stream->data + stream->at, n);
    stream->at += n;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *decode(const void *data, gsize size)
{
    Stream stream = { data, size, 0 };
    return cairo_image_surface_create_from_png_stream(read_bytes, &stream);
}

static GBytes *draw(const char *name, JutuFonts *fonts)
{
    g_autofree char *file = g_strdup_printf("%s.vl.json", name);
    g_autofree char *path = g_build_filename(JUTU_TESTS_DIR, "..", "charts", file, NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return NULL;
    static const char *const folders[] = { JUTU_TESTS_DIR "/..", NULL }; /* where the data are */
    JutuOptions options = {
        .size = sizeof(options), .fonts = fonts, .scale = 2, .allow_read = folders
    };
    g_autoptr(JutuSpec) spec = jutu_spec_parse(text, -1, path, NULL);
    g_autoptr(JutuScene) scene = spec ? jutu_scene_new(spec, &options, NULL) : NULL;
    return scene ? jutu_scene_encode(scene, "png", &options, NULL) : NULL;
}

static int by_size(const void *a, const void *b)
{
    return *(const guchar *)a - *(const guchar *)b;
}

/* Near enough: 95 of 100 channels within 1, the mean below 0.1. Fonts of another version move
 * hairs. */
static void compare(const char *name, cairo_surface_t *got, cairo_surface_t *want)
{
    int width = cairo_image_surface_get_width(want), height = cairo_image_surface_get_height(want);
    CHECK_SIZE(name, cairo_image_surface_get_width(got), width);
    CHECK_SIZE(name, cairo_image_surface_get_height(got), height);
    if (cairo_image_surface_get_width(got) != width ||
        cairo_image_surface_get_height(got) != height)
        return;
    size_t n = (size_t)width * (size_t)height * 4;
    g_autofree guchar *differences = g_malloc(n);
    const guchar *a = cairo_image_surface_get_data(got), *b = cairo_image_surface_get_data(want);
    size_t stride = (size_t)cairo_image_surface_get_stride(got);
    size_t other = (size_t)cairo_image_surface_get_stride(want);
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        size_t row = i / ((size_t)width * 4), column = i % ((size_t)width * 4);
        int difference = a[row * stride + column] - b[row * other + column];
        differences[i] = (guchar)abs(difference);
        sum += differences[i];
    }
    qsort(differences, n, 1, by_size);
    CHECK_(differences[n * 95 / 100] <= 1, "%s: the 95th percentile differs by %d", name,
           differences[n * 95 / 100]);
    CHECK_(sum / (double)n < 0.1, "%s: the mean difference is %g", name, sum / (double)n);
}

static void test_charts(void)
{
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    for (size_t i = 0; i < ROWS(names); i++) {
        g_autofree char *file = g_strdup_printf("%s.png", names[i]);
        g_autofree char *path = g_build_filename(JUTU_TESTS_DIR, "..", "charts", "out", file, NULL);
        cairo_surface_t *want = cairo_image_surface_create_from_png(path);
        g_autoptr(GBytes) bytes = draw(names[i], fonts);
        CHECK_TRUE(names[i], bytes != NULL);
        CHECK_TRUE(names[i], cairo_surface_status(want) == CAIRO_STATUS_SUCCESS);
        if (bytes && cairo_surface_status(want) == CAIRO_STATUS_SUCCESS) {
            gsize size;
            const void *data = g_bytes_get_data(bytes, &size);
            cairo_surface_t *got = decode(data, size);
            compare(names[i], got, want);
            cairo_surface_destroy(got);
        }
        cairo_surface_destroy(want);
    }
}

SUITE(images, { "charts", test_charts });
