/* image: a picture from a file. */
#include <string.h>

#include "data/data.h"
#include "mark/encode.h"

static double png_number(const unsigned char *bytes)
{
    return (double)((guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 |
                    bytes[3]);
}

/* NULL, and a warning, if the file can't be read. */
static const JutuItemFile *file_new(JutuEncoder *encoder, const char *url)
{
    static const unsigned char signature[] = "\x89PNG\r\n\x1a\n";
    JutuReader *reader = jutu_data_reader(encoder->chart->sources);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = reader ? reader->read(reader, url, &error) : NULL;
    g_autofree char *path = bytes && reader->locate ? reader->locate(reader, url) : NULL;
    if (!path) {
        jutu_chart_warn(encoder->chart, json_object_get(encoder->unit->spec, "mark"),
                        "the image %s isn't drawn: %s", url,
                        error ? error->message : "no files can be read");
        return NULL;
    }
    gsize n;
    const unsigned char *data = g_bytes_get_data(bytes, &n);
    JutuItemFile *file = jutu_new(encoder->arena, JutuItemFile, 1);
    file->path = jutu_arena_strdup(encoder->arena, path);
    if (n >= 24 && memcmp(data, signature, 8) == 0) {
        file->width = png_number(data + 16);
        file->height = png_number(data + 20);
    }
    return file;
}

/* Looks at each file once. */
static void image_finish(JutuEncoder *encoder, JutuItems *items)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    const JutuItemFile **files = jutu_new(encoder->arena, const JutuItemFile *, items->n + 1);
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

const JutuMarkType jutu_mark_image = {
    .name = "image",
    .doc = "A picture from a file.",
    .kind = JUTU_ITEM_IMAGE,
    .rect_based = true,
    .filled = true,
    .legend_symbol = "square",
    .has = { JUTU_URL },
    .band_padding = "rectBandPaddingInner",
    .ranged = JUTU_SUPPORT_ALWAYS,
    .encode = image_encode,
    .finish = image_finish,
};
