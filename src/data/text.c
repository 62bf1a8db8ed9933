#include "data/text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"

static const struct {
    const char *bytes, *encoding;
} marks[] = {
    { "\xef\xbb\xbf", "utf-8" },
    { "\xff\xfe", "utf-16le" },
    { "\xfe\xff", "utf-16be" },
};

/* The web's names stand for the larger sets that files so called really use. */
static const struct {
    const char *name, *iconv;
} names[] = {
    { "gbk", "GB18030" },       { "gb2312", "GB18030" },      { "cp936", "GB18030" },
    { "shift_jis", "CP932" },   { "sjis", "CP932" },          { "euc-kr", "CP949" },
    { "iso-8859-1", "CP1252" }, { "latin1", "CP1252" },       { "ascii", "CP1252" },
    { "big5", "BIG5-HKSCS" },   { "windows-1252", "CP1252" }, { "utf-16", "UTF-16LE" },
};

static const char *iconv_name(const char *encoding)
{
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (g_ascii_strcasecmp(encoding, names[i].name) == 0)
            return names[i].iconv;
    }
    return encoding;
}

static bool is_utf8(const char *encoding)
{
    return g_ascii_strcasecmp(encoding, "utf-8") == 0 || g_ascii_strcasecmp(encoding, "utf8") == 0;
}

/* Bytes of the character at `text`, which isn't ASCII; 0 if it is no UTF-8: cut short, written
 * longer than need be, a surrogate, or beyond U+10FFFF. */
static size_t character_size(const char *text, size_t left)
{
    const unsigned char *at = (const unsigned char *)text;
    if (*at < 0xc2 || *at > 0xf4)
        return 0;
    size_t size = *at < 0xe0 ? 2 : *at < 0xf0 ? 3 : 4;
    if (size > left)
        return 0;
    for (size_t i = 1; i < size; i++) {
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    }
    bool overlong = (*at == 0xe0 && at[1] < 0xa0) || (*at == 0xf0 && at[1] < 0x90);
    bool surrogate = *at == 0xed && at[1] >= 0xa0;
    bool beyond = *at == 0xf4 && at[1] >= 0x90;
    return overlong || surrogate || beyond ? 0 : size;
}

/* Where UTF-8 ends; NULL if nowhere. NULs are characters, unlike in g_utf8_validate(). */
static const char *find_invalid(const char *text, size_t length)
{
    const uint64_t high_bits = 0x8080808080808080u;
    for (size_t i = 0; i < length;) {
        uint64_t word = high_bits;
        if (length - i >= sizeof(word))
            memcpy(&word, text + i, sizeof(word));
        size_t size = !(word & high_bits)             ? sizeof(word)
                      : (unsigned char)text[i] < 0x80 ? 1
                                                      : character_size(&text[i], length - i);
        if (size == 0)
            return text + i;
        i += size;
    }
    return NULL;
}

static size_t line_of(const char *text, size_t offset)
{
    size_t line = 1;
    for (size_t i = 0; i < offset; i++)
        line += text[i] == '\n';
    return line;
}

/* Takes `bytes` over. */
static GBytes *checked(GBytes *bytes, const char *name, GError **error)
{
    size_t length;
    const char *text = g_bytes_get_data(bytes, &length);
    const char *invalid = text ? find_invalid(text, length) : NULL;
    if (!invalid)
        return bytes;
    jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                   "%s:%zu: the byte 0x%02x isn't UTF-8; save the file as UTF-8 or name its "
                   "encoding, such as \"gbk\"",
                   name, line_of(text, (size_t)(invalid - text)), (unsigned char)*invalid);
    g_bytes_unref(bytes);
    return NULL;
}

static bool is_known(const char *encoding)
{
    GIConv converter = g_iconv_open("UTF-8", encoding);
    bool known = converter != (GIConv)-1; /* NOLINT(performance-no-int-to-ptr): as GLib has it */
    if (known)
        g_iconv_close(converter);
    return known;
}

static GBytes *convert_text(const char *text, size_t length, const char *encoding, const char *name,
                            GError **error)
{
    if (!is_known(iconv_name(encoding))) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "%s: no encoding \"%s\" is known; use \"utf-8\", \"gbk\", \"big5\", "
                       "\"shift_jis\", \"euc-kr\", \"utf-16le\" or \"windows-1252\"",
                       name, encoding);
        return NULL;
    }
    size_t read = 0, written = 0;
    char *utf8 = g_convert(text, (gssize)length, "UTF-8", iconv_name(encoding), &read, &written,
                           NULL);
    if (utf8 && read == length)
        return checked(g_bytes_new_take(utf8, written), name, error);
    g_free(utf8);
    jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                   "%s:%zu: this isn't %s text; name the file's real encoding", name,
                   line_of(text, MIN(read, length)), encoding);
    return NULL;
}

/* The row of `marks` that the text begins with; -1: none. */
static int mark_of(const char *text, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        size_t size = strlen(marks[i].bytes);
        if (length >= size && memcmp(text, marks[i].bytes, size) == 0)
            return (int)i;
    }
    return -1;
}

const char *jutu_text_mark(GBytes *bytes)
{
    size_t length;
    const char *text = g_bytes_get_data(bytes, &length);
    int mark = mark_of(text, length);
    return mark < 0 ? NULL : marks[mark].encoding;
}

GBytes *jutu_text_decode(GBytes *bytes, const char *encoding, const char *name, GError **error)
{
    size_t length, skip = 0;
    const char *data = g_bytes_get_data(bytes, &length), *text = data ? data : "";
    int mark = mark_of(text, length);
    if (mark >= 0) {
        skip = strlen(marks[mark].bytes);
        encoding = marks[mark].encoding;
    }
    if (encoding && !is_utf8(encoding))
        return convert_text(text + skip, length - skip, encoding, name, error);
    return checked(g_bytes_new_from_bytes(bytes, skip, length - skip), name, error);
}
