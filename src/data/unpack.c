#include "data/unpack.h"

#include <libdeflate.h>
#include <stdbool.h>
#include <string.h>

#include "base/error.h"

typedef struct {
    const char *first;
    size_t n_first;
    const char *within;
    size_t n_within;
    const char *what, *advice;
} FileKind;

static const FileKind kinds[] = {
#define JUTU_FILE_KIND(first, within, what, advice) \
    { first, sizeof(first) - 1, within, sizeof(within) - 1, what, advice },
#include "data/file_kinds.def"
#undef JUTU_FILE_KIND
};

static const FileKind *kind_of(const char *data, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        const FileKind *kind = &kinds[i];
        if (length >= kind->n_first && memcmp(data, kind->first, kind->n_first) == 0 &&
            memmem(data, length, kind->within, kind->n_within))
            return kind;
    }
    return NULL;
}

/* What ministries' ".xls" often are. */
static bool is_markup(const char *data, size_t length)
{
    static const char *const starts[] = { "<!doctype html", "<html", "<table", "<?xml" };
    size_t at = length >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (at < length && g_ascii_isspace(data[at]))
        at++;
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++) {
        if (length - at >= strlen(starts[i]) &&
            g_ascii_strncasecmp(data + at, starts[i], strlen(starts[i])) == 0)
            return true;
    }
    return false;
}

static bool is_gzip(const unsigned char *data, size_t length)
{
    return length >= 18 && data[0] == 0x1f && data[1] == 0x8b && data[2] == 8;
}

/* The bytes that the last member of a gzip file says it has, modulo 2^32. */
static size_t told_size(const unsigned char *data, size_t length)
{
    const unsigned char *end = data + length - 4;
    return end[0] | (size_t)end[1] << 8 | (size_t)end[2] << 16 | (size_t)end[3] << 24;
}

/* Unpacks one member behind what there is. @return bytes read of `data`; 0 with error set */
static size_t unpack_member(struct libdeflate_decompressor *unpacker, const unsigned char *data,
                            size_t length, GByteArray *out, const char *name, size_t max_bytes,
                            GError **error)
{
    enum { MOST_RATIO = 1032 }; /* that deflate can reach */
    size_t had = out->len, most = MIN(length * MOST_RATIO, max_bytes - had), room, read, written;
    room = MIN(told_size(data, length) + 64, most);
    for (;;) {
        g_byte_array_set_size(out, (guint)(had + room));
        enum libdeflate_result result = libdeflate_gzip_decompress_ex(
            unpacker, data, length, out->data + had, room, &read, &written);
        if (result == LIBDEFLATE_SUCCESS) {
            g_byte_array_set_size(out, (guint)(had + written));
            return read;
        }
        if (result == LIBDEFLATE_INSUFFICIENT_SPACE && room < most) {
            room = MIN(room * 2 + 4096, most);
            continue;
        }
        const char *why = result == LIBDEFLATE_INSUFFICIENT_SPACE ? "it unpacks to too much"
                                                                  : "it is damaged";
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "%s: this gzip file can't be read, as %s (at most %zu bytes); unpack it "
                       "with `gunzip`",
                       name, why, max_bytes);
        return 0;
    }
}

static GBytes *unpack(const unsigned char *data, size_t length, const char *name, size_t max_bytes,
                      GError **error)
{
    struct libdeflate_decompressor *unpacker = libdeflate_alloc_decompressor();
    GByteArray *out = g_byte_array_new();
    size_t read = 1;
    while (length > 0 && read > 0 && is_gzip(data, length)) {
        read = unpack_member(unpacker, data, length, out, name, max_bytes, error);
        data += read;
        length -= read;
    }
    libdeflate_free_decompressor(unpacker);
    if (read > 0)
        return g_byte_array_free_to_bytes(out);
    g_byte_array_unref(out);
    return NULL;
}

static GBytes *unpacked(GBytes *bytes, const char *name, size_t max_bytes, GError **error)
{
    size_t length;
    const unsigned char *data = g_bytes_get_data(bytes, &length);
    return is_gzip(data, length) ? unpack(data, length, name, MIN(max_bytes, G_MAXINT), error)
                                 : g_bytes_ref(bytes);
}

GBytes *jutu_unpack(GBytes *bytes, const char *name, size_t max_bytes, GError **error)
{
    GBytes *whole = unpacked(bytes, name, max_bytes, error);
    if (!whole)
        return NULL;
    size_t length;
    const char *data = g_bytes_get_data(whole, &length);
    const FileKind *kind = kind_of(data, length);
    if (kind)
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%s is %s, which can't be read: %s", name,
                       kind->what, kind->advice);
    else if (is_markup(data, length))
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "%s is a web page or XML, which can't be read: open it in a spreadsheet and "
                       "save it as \"CSV UTF-8\"",
                       name);
    else
        return whole;
    g_bytes_unref(whole);
    return NULL;
}
