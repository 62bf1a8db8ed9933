/* image: a picture from a file. */
#include <string.h>

#include "base/limits.h"
#include "data/data.h"
#include "mark/encode.h"

/* Decoded, 64 million pixels are 256 MB. */

static double png_number(const unsigned char *bytes)
{
    return (double)((guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 |
                    bytes[3]);
}

/* "data:image/png;base64,…", or a file. */
static GBytes *read_bytes(const JutuEncoder *encoder, const char *url, GError **error)
{
    static const char png[] = "data:image/png;base64,";
    JutuReader *reader = jutu_tables_reader(encoder->frame->tables);
    gsize size;
    if (g_ascii_strncasecmp(url, png, strlen(png)) == 0) {
        guchar *bytes = g_base64_decode(url + strlen(png), &size);
        return g_bytes_new_take(bytes, size);
    }
    if (g_ascii_strncasecmp(url, "data:", 5) == 0)
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "\"%.40s…\" can't be read, only \"%s…\"", url,
                       png);
    else if (!reader)
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%s: no files can be read here", url);
    else
        return reader->read(reader, url, error);
    return NULL;
}

static void free_bytes(void *bytes)
{
    g_bytes_unref(bytes);
}

/* A PNG file by its first and last bytes; NULL with error set. */
static const JutuImage *image_new(const JutuEncoder *encoder, const char *url, GError **error)
{
    static const char start[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", end[] = "IEND\xae\x42\x60\x82";
    enum { START = sizeof(start) - 1, END = sizeof(end) - 1, LEAST = 45 };
    g_autoptr(GBytes) bytes = read_bytes(encoder, url, error);
    gsize size = 0;
    const unsigned char *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;
    if (!bytes)
        return NULL;
    if (size < LEAST || memcmp(data, start, START) != 0 ||
        memcmp(data + size - END, end, END) != 0) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%.200s is no PNG file, or not all of one",
                       url);
        return NULL;
    }
    double width = png_number(data + 16), height = png_number(data + 20);
    if (!(width * height > 0) || width * height > JUTU_MOST_IMAGE_PIXELS) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "%.200s has %.0f × %.0f pixels, and may have %.0f million", url, width,
                       height, JUTU_MOST_IMAGE_PIXELS / 1e6);
        return NULL;
    }
    JutuImage *image = jutu_new(encoder->arena, JutuImage, 1);
    *image = (JutuImage){ url, g_steal_pointer(&bytes), width, height };
    jutu_arena_own(encoder->arena, image->bytes, free_bytes);
    return image;
}

/* The image of a file; one that can't be shown is left out, with a warning. */
static const JutuImage *file_new(const JutuEncoder *encoder, const char *url)
{
    g_autoptr(GError) error = NULL;
    const JutuImage *image = image_new(encoder, url, &error);
    if (error)
        jutu_unit_warn(encoder->unit, "an image isn't drawn: %s", error->message);
    return image;
}

/* Looks at each file once. */
static void image_finish(JutuEncoder *encoder, JutuItems *items)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    const JutuImage **files = jutu_new(encoder->arena, const JutuImage *, items->n + 1);
    for (size_t i = 0; i < items->n; i++) {
        const char *url = jutu_item_string(items, JUTU_S_URL, i, NULL);
        gpointer found = NULL;
        if (url && !g_hash_table_lookup_extended(known, url, NULL, &found)) {
            found = (gpointer)file_new(encoder, url);
            g_hash_table_insert(known, (gpointer)url, found);
        }
        files[i] = found;
    }
    items->files = files;
}

static void image_encode(JutuEncoder *encoder)
{
    jutu_encode_base(encoder, 0);
    jutu_encode_rect(encoder, JUTU_X);
    jutu_encode_rect(encoder, JUTU_Y);
    jutu_encode_text(encoder, JUTU_URL, JUTU_P_URL);
}

const JutuMarkEncoder jutu_mark_image = { .encode = image_encode, .finish = image_finish };
