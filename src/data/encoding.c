#include "data/encoding.h"

#include <errno.h>
#include <string.h>

enum { NO_CHARACTER = 0xfffd, N_PAIRS = 0x10000 };

#define JUTU_SINGLE(name, ...) static const uint16_t high_##name[] = { __VA_ARGS__ };
#include "data/encoding_single.def"
#undef JUTU_SINGLE

typedef struct {
    const char *name;
    JutuCharacter (*next)(JutuDecoder *decoder, const unsigned char *at, size_t left);
    size_t (*size)(const unsigned char *at, size_t left); /* NULL: next() knows */
    const char *converters[2];
    const uint16_t *high; /* characters of the bytes from 80; NULL: several bytes are one */
} Encoding;

/* What a pair of bytes is, once it has been asked for. */
typedef struct {
    gunichar c, accent; /* c is 0: not asked for yet */
} Pair;

struct JutuDecoder {
    const Encoding *encoding;
    GIConv converters[2]; /* the second is opened when it is asked; NULL: none */
    bool asked;
    Pair *pairs; /* NULL: no encoding of pairs */
};

static const JutuCharacter bad_byte = { .c = NO_CHARACTER, .size = 1, .bad = true };

size_t jutu_utf8_size(const char *text, size_t left)
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

static JutuCharacter next_utf8(JutuDecoder *decoder, const unsigned char *at, size_t left)
{
    (void)decoder;
    size_t size = *at < 0x80 ? 1 : jutu_utf8_size((const char *)at, left);
    if (size == 0)
        return bad_byte;
    return (JutuCharacter){ .c = g_utf8_get_char((const char *)at), .size = size };
}

static JutuCharacter next_utf16(const unsigned char *at, size_t left, bool big)
{
    if (left < 2)
        return bad_byte;
    gunichar c = (gunichar)at[!big] << 8 | at[big];
    if (c >= 0xd800 && c < 0xdc00 && left >= 4) {
        gunichar low = (gunichar)at[2 + !big] << 8 | at[2 + big];
        if (low >= 0xdc00 && low < 0xe000)
            return (JutuCharacter){ .c = 0x10000 + ((c & 0x3ff) << 10 | (low & 0x3ff)), .size = 4 };
    }
    if (c >= 0xd800 && c < 0xe000)
        return (JutuCharacter){ .c = NO_CHARACTER, .size = 2, .bad = true };
    return (JutuCharacter){ .c = c, .size = 2 };
}

static JutuCharacter next_utf16le(JutuDecoder *decoder, const unsigned char *at, size_t left)
{
    (void)decoder;
    return next_utf16(at, left, false);
}

static JutuCharacter next_utf16be(JutuDecoder *decoder, const unsigned char *at, size_t left)
{
    (void)decoder;
    return next_utf16(at, left, true);
}

static JutuCharacter next_utf32le(JutuDecoder *decoder, const unsigned char *at, size_t left)
{
    (void)decoder;
    if (left < 4)
        return bad_byte;
    gunichar c = at[0] | (gunichar)at[1] << 8 | (gunichar)at[2] << 16 | (gunichar)at[3] << 24;
    if (!g_unichar_validate(c))
        return (JutuCharacter){ .c = NO_CHARACTER, .size = 4, .bad = true };
    return (JutuCharacter){ .c = c, .size = 4 };
}

static JutuCharacter next_of_one(JutuDecoder *decoder, const unsigned char *at, size_t left)
{
    (void)left;
    gunichar c = *at < 0x80 ? *at : decoder->encoding->high[*at - 0x80];
    return c || !*at ? (JutuCharacter){ .c = c, .size = 1 } : bad_byte;
}

static bool is_between(unsigned char byte, unsigned char first, unsigned char last)
{
    return byte >= first && byte <= last;
}

/* The sizes below are 0 where no character begins so. */
static size_t size_in_gb18030(const unsigned char *at, size_t left)
{
    if (*at == 0x80) /* the euro of windows-936 */
        return 1;
    if (left < 2 || !is_between(at[0], 0x81, 0xfe))
        return 0;
    if (is_between(at[1], '0', '9'))
        return left >= 4 && is_between(at[2], 0x81, 0xfe) && is_between(at[3], '0', '9') ? 4 : 0;
    return is_between(at[1], 0x40, 0xfe) && at[1] != 0x7f ? 2 : 0;
}

static size_t size_in_big5(const unsigned char *at, size_t left)
{
    bool second = left >= 2 && (is_between(at[1], 0x40, 0x7e) || is_between(at[1], 0xa1, 0xfe));
    return second && is_between(at[0], 0x81, 0xfe) ? 2 : 0;
}

static size_t size_in_euc_jp(const unsigned char *at, size_t left)
{
    size_t size = at[0] == 0x8f ? 3 : at[0] == 0x8e || is_between(at[0], 0xa1, 0xfe) ? 2 : 0;
    for (size_t i = 1; i < MIN(size, left); i++)
        size = is_between(at[i], 0xa1, 0xfe) ? size : 0;
    return size <= left ? size : 0;
}

static size_t size_in_shift_jis(const unsigned char *at, size_t left)
{
    if (is_between(at[0], 0xa1, 0xdf)) /* half-width katakana */
        return 1;
    bool lead = is_between(at[0], 0x81, 0x9f) || is_between(at[0], 0xe0, 0xfc);
    return lead && left >= 2 && is_between(at[1], 0x40, 0xfc) && at[1] != 0x7f ? 2 : 0;
}

static size_t size_of_two(const unsigned char *at, size_t left)
{
    return left >= 2 && is_between(at[0], 0x81, 0xfe) && is_between(at[1], 0x41, 0xfe) ? 2 : 0;
}

/* Versions of GB18030 put these in the private use area, where fonts have nothing. */
static const struct {
    gunichar private_use, c;
} moved[] = {
    { 0xe78d, 0xfe10 },  { 0xe78e, 0xfe12 },  { 0xe78f, 0xfe11 },  { 0xe790, 0xfe13 },
    { 0xe791, 0xfe14 },  { 0xe792, 0xfe15 },  { 0xe793, 0xfe16 },  { 0xe794, 0xfe17 },
    { 0xe795, 0xfe18 },  { 0xe796, 0xfe19 },  { 0xe7c7, 0x1e3f },  { 0xe816, 0x20087 },
    { 0xe817, 0x20089 }, { 0xe818, 0x200cc }, { 0xe81e, 0x9fb4 },  { 0xe826, 0x9fb5 },
    { 0xe82b, 0x9fb6 },  { 0xe82c, 0x9fb7 },  { 0xe831, 0x215d7 }, { 0xe832, 0x9fb8 },
    { 0xe83b, 0x2298f }, { 0xe843, 0x9fb9 },  { 0xe854, 0x9fba },  { 0xe855, 0x241fe },
    { 0xe864, 0x9fbb },
};

static gunichar settle(gunichar c)
{
    for (size_t i = 0; i < G_N_ELEMENTS(moved) && c >= moved[0].private_use; i++) {
        if (moved[i].private_use == c)
            return moved[i].c;
    }
    return c;
}

static bool is_private(gunichar c)
{
    return c >= 0xe000 && c < 0xf900;
}

/* What one converter makes of a code; c is 0 if nothing. Controls from 80 are nothing, though some
 * converters let them pass. */
static Pair convert(GIConv converter, const unsigned char *at, size_t size)
{
    char utf8[16], *in = (char *)at, *out = utf8;
    gsize left = size, room = sizeof(utf8) - 1;
    g_iconv(converter, NULL, NULL, NULL, NULL);
    if (g_iconv(converter, &in, &left, &out, &room) == (gsize)-1 || left > 0)
        return (Pair){ 0 };
    g_iconv(converter, NULL, NULL, &out, &room);
    *out = '\0';
    gunichar c = g_utf8_get_char(utf8);
    return c < 0xa0 ? (Pair){ 0 }
                    : (Pair){ settle(c), g_utf8_get_char(g_utf8_next_char((const char *)utf8)) };
}

/* NULL if there is none of this name, or no name. */
static GIConv open_converter(const char *name)
{
    GIConv converter = name ? g_iconv_open("UTF-8", name) : NULL;
    return converter == (GIConv)-1 ? NULL /* NOLINT(performance-no-int-to-ptr): as GLib has it */
                                   : converter;
}

/* Of two converters the second is asked if the first knows nothing better than private use. */
static Pair look_up(JutuDecoder *decoder, const unsigned char *at, size_t size)
{
    if (size == 1 && *at == 0x80)
        return (Pair){ 0x20ac, 0 };
    Pair first = convert(decoder->converters[0], at, size), second = { 0 };
    if (first.c && !is_private(first.c))
        return first;
    if (!decoder->asked)
        decoder->converters[1] = open_converter(decoder->encoding->converters[1]);
    decoder->asked = true;
    if (decoder->converters[1])
        second = convert(decoder->converters[1], at, size);
    return second.c ? second : first.c ? first : (Pair){ NO_CHARACTER, 0 };
}

static JutuCharacter next_of_several(JutuDecoder *decoder, const unsigned char *at, size_t left)
{
    if (*at < 0x80)
        return (JutuCharacter){ .c = *at, .size = 1 };
    size_t size = decoder->encoding->size(at, left);
    if (size == 0)
        return bad_byte;
    Pair other, *pair = size > 2 ? &other : &decoder->pairs[size == 1 ? at[0] : at[0] << 8 | at[1]];
    if (size > 2 || pair->c == 0)
        *pair = look_up(decoder, at, size);
    if (pair->c == NO_CHARACTER)
        return bad_byte;
    return (JutuCharacter){ .c = pair->c, .accent = pair->accent, .size = size };
}

static const Encoding encodings[] = {
#define JUTU_ENCODING(id, name, next, size, first, second, high) \
    [JUTU_##id] = { name, next, size, { first, second }, high },
#include "data/encodings.def"
#undef JUTU_ENCODING
};

static const struct {
    const char *label;
    JutuEncoding encoding;
} labels[] = {
#define JUTU_ENCODING_LABEL(label, id) { label, JUTU_##id },
#include "data/encodings.def"
#undef JUTU_ENCODING_LABEL
};

JutuEncoding jutu_encoding_find(const char *name)
{
    for (size_t i = 0; i < JUTU_N_ENCODINGS; i++) {
        if (g_ascii_strcasecmp(name, encodings[i].name) == 0)
            return (JutuEncoding)i;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
        if (g_ascii_strcasecmp(name, labels[i].label) == 0)
            return labels[i].encoding;
    }
    return JUTU_N_ENCODINGS;
}

const char *jutu_encoding_name(JutuEncoding encoding)
{
    return encodings[encoding].name;
}

JutuDecoder *jutu_decoder_new(JutuEncoding encoding)
{
    const Encoding *row = &encodings[encoding];
    JutuDecoder *decoder = g_new(JutuDecoder, 1);
    *decoder = (JutuDecoder){ .encoding = row };
    for (size_t i = 0; i < G_N_ELEMENTS(row->converters) && !decoder->converters[0]; i++)
        decoder->converters[0] = open_converter(row->converters[i]); /* systems lack some */
    if (row->converters[0] && !decoder->converters[0]) {
        jutu_decoder_free(decoder);
        return NULL;
    }
    decoder->pairs = row->converters[0] ? g_new0(Pair, N_PAIRS) : NULL;
    return decoder;
}

void jutu_decoder_free(JutuDecoder *decoder)
{
    if (!decoder)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(decoder->converters); i++) {
        if (decoder->converters[i])
            g_iconv_close(decoder->converters[i]);
    }
    g_free(decoder->pairs);
    g_free(decoder);
}

JutuCharacter jutu_decoder_next(JutuDecoder *decoder, const unsigned char *at, size_t left)
{
    return decoder->encoding->next(decoder, at, left);
}

GBytes *jutu_decoder_text(JutuDecoder *decoder, const char *text, size_t length, JutuBadBytes *bad)
{
    const unsigned char *at = (const unsigned char *)text, *end = at + length;
    JutuCharacter (*next)(JutuDecoder *, const unsigned char *, size_t) = decoder->encoding->next;
    GString *out = g_string_sized_new(length + length / 2);
    *bad = (JutuBadBytes){ 0 };
    while (at < end) {
        JutuCharacter character = next(decoder, at, (size_t)(end - at));
        if (character.bad && bad->n_bad++ == 0)
            bad->first_bad = (size_t)(at - (const unsigned char *)text);
        if (character.c < 0x80)
            g_string_append_c(out, (char)character.c);
        else
            g_string_append_unichar(out, character.c);
        if (character.accent)
            g_string_append_unichar(out, character.accent);
        at += character.size;
    }
    return g_string_free_to_bytes(out);
}

GBytes *jutu_encoding_convert(const char *name, const char *text, size_t length, JutuBadBytes *bad)
{
    GIConv converter = open_converter(name);
    if (!converter)
        return NULL;
    GString *out = g_string_sized_new(length);
    char *in = (char *)text, buffer[4096];
    gsize left = length;
    *bad = (JutuBadBytes){ 0 };
    for (bool more = true; more;) {
        char *to = buffer;
        gsize room = sizeof(buffer);
        more = left > 0;
        gsize done = g_iconv(converter, more ? &in : NULL, &left, &to, &room);
        g_string_append_len(out, buffer, to - buffer);
        if (done != (gsize)-1 || errno == E2BIG)
            continue;
        if (bad->n_bad++ == 0)
            bad->first_bad = length - left;
        g_string_append_unichar(out, NO_CHARACTER);
        in += more, left -= more;
    }
    g_iconv_close(converter);
    return g_string_free_to_bytes(out);
}
