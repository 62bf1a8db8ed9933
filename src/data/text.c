#include "data/text.h"

#include <stdint.h>
#include <string.h>

#include "data/encoding_guess.h"

/* The longest first. */
static const struct {
    const char *bytes;
    size_t size;
    JutuEncoding encoding;
} marks[] = {
    { "\xff\xfe\0\0", 4, JUTU_UTF_32LE }, { "\x84\x31\x95\x33", 4, JUTU_GB18030 },
    { "\xef\xbb\xbf", 3, JUTU_UTF_8 },    { "\xff\xfe", 2, JUTU_UTF_16LE },
    { "\xfe\xff", 2, JUTU_UTF_16BE },
};

typedef struct {
    const char *text; /* after the byte order mark */
    size_t length, skipped;
    JutuEncoding mark; /* JUTU_N_ENCODINGS: none */
    const char *name;
} File;

static File file_of(GBytes *bytes, const char *name)
{
    File file = { .mark = JUTU_N_ENCODINGS, .name = name };
    const char *data = g_bytes_get_data(bytes, &file.length);
    file.text = data ? data : "";
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (file.length < marks[i].size || memcmp(file.text, marks[i].bytes, marks[i].size) != 0)
            continue;
        file.mark = marks[i].encoding;
        file.skipped = marks[i].size;
        break;
    }
    file.text += file.skipped;
    file.length -= file.skipped;
    return file;
}

/* What there is beyond ASCII in a text of UTF-8. */
typedef struct {
    const char *invalid;  /* where UTF-8 ends; NULL: nowhere */
    size_t n_two, n_more; /* characters of two bytes, and of more */
} Validity;

/* NULs are characters, unlike in g_utf8_validate(). */
static Validity validity_of(const char *text, size_t length)
{
    const uint64_t high_bits = 0x8080808080808080u;
    Validity validity = { 0 };
    for (size_t i = 0; i < length;) {
        uint64_t word = high_bits;
        if (length - i >= sizeof(word))
            memcpy(&word, text + i, sizeof(word));
        bool plain = !(word & high_bits);
        size_t size = plain                           ? sizeof(word)
                      : (unsigned char)text[i] < 0x80 ? 1
                                                      : jutu_utf8_size(&text[i], length - i);
        if (size == 0) {
            validity.invalid = text + i;
            return validity;
        }
        validity.n_two += size == 2;
        validity.n_more += size > 2 && !plain;
        i += size;
    }
    return validity;
}

static size_t line_of(const File *file, size_t offset)
{
    size_t line = 1;
    for (size_t i = 0; i < MIN(offset, file->length); i++)
        line += file->text[i] == '\n';
    return line;
}

/* Line and column of a byte; the column only if its encoding is of the table. */
static JutuPlace place_of(const File *file, size_t offset, JutuEncoding encoding)
{
    JutuPlace place = { .file = file->name, .line = line_of(file, offset) };
    g_autoptr(JutuDecoder) decoder = encoding < JUTU_N_ENCODINGS ? jutu_decoder_new(encoding)
                                                                 : NULL;
    const char *end = file->text + offset, *feed = memrchr(file->text, '\n', offset);
    const unsigned char *at = (const unsigned char *)(feed ? feed + 1 : file->text);
    for (place.column = decoder != NULL; decoder && at < (const unsigned char *)end; place.column++)
        at += jutu_decoder_next(decoder, at, (size_t)((const unsigned char *)end - at)).size;
    return place;
}

/* Decoded with an encoding of the table, or with one that iconv knows. NULL with error set. */
static GBytes *decode(const File *file, const char *name, JutuBadBytes *bad, GError **error)
{
    JutuEncoding encoding = jutu_encoding_find(name);
    if (encoding < JUTU_N_ENCODINGS) {
        g_autoptr(JutuDecoder) decoder = jutu_decoder_new(encoding);
        if (decoder)
            return jutu_decoder_text(decoder, file->text, file->length, bad);
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "%s: this system has no converter for %s; install it (glibc's gconv "
                       "modules), or save the file as UTF-8",
                       file->name, jutu_encoding_name(encoding));
        return NULL;
    }
    GBytes *bytes = jutu_encoding_convert(name, file->text, file->length, bad);
    if (!bytes)
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "%s: no encoding \"%s\" is known; use \"utf-8\", \"gbk\", \"big5\", "
                       "\"shift_jis\", \"euc-kr\", \"utf-16le\" or \"windows-1252\"",
                       file->name, name);
    return bytes;
}

/* The bytes themselves, which are UTF-8. */
static GBytes *share(const File *file, GBytes *bytes)
{
    return g_bytes_new_from_bytes(bytes, file->skipped, file->length);
}

static void refuse_byte(const File *file, const char *at, const char *advice, GError **error)
{
    jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%s:%zu: the byte 0x%02x isn't UTF-8%s",
                   file->name, line_of(file, (size_t)(at - file->text)), (unsigned char)*at,
                   advice);
}

static void refuse_text(const File *file, const char *encoding, const JutuBadBytes *bad,
                        GError **error)
{
    jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                   "%s:%zu: this isn't %s text; name the file's real encoding", file->name,
                   line_of(file, bad->first_bad), encoding);
}

GBytes *jutu_text_decode(GBytes *bytes, const char *encoding, const char *name, GError **error)
{
    File file = file_of(bytes, name);
    if (file.mark < JUTU_N_ENCODINGS)
        encoding = jutu_encoding_name(file.mark);
    if (!encoding || jutu_encoding_find(encoding) == JUTU_UTF_8) {
        Validity validity = validity_of(file.text, file.length);
        if (!validity.invalid)
            return share(&file, bytes);
        refuse_byte(&file, validity.invalid,
                    "; save the file as UTF-8 or name its encoding, such as \"gbk\"", error);
        return NULL;
    }
    JutuBadBytes bad;
    GBytes *decoded = decode(&file, encoding, &bad, error);
    if (!decoded || bad.n_bad == 0)
        return decoded;
    g_bytes_unref(decoded);
    refuse_text(&file, encoding, &bad, error);
    return NULL;
}

typedef struct {
    File file;
    const char *pointer;
    JutuContext *context;
} Said;

static void say_bad_bytes(const Said *to, const JutuBadBytes *bad, const char *encoding)
{
    const File *file = &to->file;
    if (bad->n_bad == 0)
        return;
    const char *more = bad->n_bad > 1 ? jutu_arena_printf(to->context->arena, "; %zu more alike",
                                                          bad->n_bad - 1)
                                      : "";
    jutu_warn_at(to->context, JUTU_RULE_bad_bytes,
                 place_of(file, bad->first_bad, jutu_encoding_find(encoding)), to->pointer,
                 "the byte 0x%02x isn't %s; \"\xef\xbf\xbd\" stands for it%s",
                 (unsigned char)file->text[bad->first_bad], encoding, more);
}

/* As much of the text as two readings are told apart by: what isn't ASCII there. */
static const char *excerpt(const Said *to, JutuEncoding encoding, size_t offset)
{
    enum { MOST = 8 };
    const unsigned char *at = (const unsigned char *)to->file.text + offset;
    size_t left = to->file.length - offset;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(JutuDecoder) decoder = jutu_decoder_new(encoding);
    for (size_t i = 0; i < MOST && decoder && left > 0 && (i == 0 || *at >= 0x80); i++) {
        JutuCharacter character = jutu_decoder_next(decoder, at, left);
        g_string_append_unichar(out, character.c < ' ' ? 0xfffd : character.c);
        at += character.size;
        left -= character.size;
    }
    return jutu_arena_strdup(to->context->arena, out->str);
}

/* That two encodings may be meant, and what each makes of the first place where they differ. */
static void say_doubt(const Said *to, JutuEncoding encoding, JutuEncoding other, size_t offset)
{
    jutu_warn_at(to->context, JUTU_RULE_encoding_unsure, place_of(&to->file, offset, encoding),
                 to->pointer,
                 "read as %s (\"%s\"), but it may be %s (\"%s\"); name the file's encoding by "
                 "--encoding, or \"encoding\" in \"format\"",
                 jutu_encoding_name(encoding), excerpt(to, encoding, offset),
                 jutu_encoding_name(other), excerpt(to, other, offset));
}

static void say_guess(const Said *to, const JutuEncodingGuess *guess)
{
    JutuPlace place = { .file = to->file.name };
    const char *name = jutu_encoding_name(guess->encoding);
    if (guess->sure && guess->encoding == JUTU_UTF_8)
        return; /* the bytes that aren't are said */
    if (guess->sure)
        jutu_warn_at(to->context, JUTU_RULE_encoding, place, to->pointer, "isn't UTF-8; read as %s",
                     name);
    else if (guess->missing < JUTU_N_ENCODINGS)
        jutu_warn_at(to->context, JUTU_RULE_encoding_unsure, place, to->pointer,
                     "isn't UTF-8; read as %s, but this system has no converter for %s: install "
                     "it (glibc's gconv modules), or save the file as UTF-8",
                     name, jutu_encoding_name(guess->missing));
    else if (guess->runner_up == JUTU_N_ENCODINGS)
        jutu_warn_at(to->context, JUTU_RULE_encoding_unsure, place, to->pointer,
                     "isn't UTF-8; read as %s, though its characters are unusual: if they are "
                     "wrong, name its encoding by --encoding, or \"encoding\" in \"format\"",
                     name);
    else
        say_doubt(to, guess->encoding, guess->runner_up, guess->differs);
}

/* How many bytes of a text may be no characters before it is held for another encoding. */
static size_t most_bad(const File *file)
{
    return 3 + file->length / 40;
}

/* As somebody said. Few bytes that don't fit are replaced, many are an error. */
static GBytes *read_given(const Said *to, const char *encoding, GError **error)
{
    JutuEncoding known = jutu_encoding_find(encoding);
    File file = to->file;
    if (file.mark < JUTU_N_ENCODINGS && known != file.mark) {
        bool utf16 = g_ascii_strcasecmp(encoding, "utf-16") == 0 && file.mark == JUTU_UTF_16BE;
        if (utf16)
            encoding = jutu_encoding_name(file.mark);
        else {
            file.text -= file.skipped;
            file.length += file.skipped;
            jutu_warn_at(to->context, JUTU_RULE_encoding_unsure, (JutuPlace){ file.name, 1, 1 },
                         to->pointer,
                         "begins with the byte order mark of %s, but is read as %s, as it was "
                         "said to be",
                         jutu_encoding_name(file.mark), encoding);
        }
    }
    JutuBadBytes bad;
    GBytes *decoded = decode(&file, encoding, &bad, error);
    if (!decoded)
        return NULL;
    if (bad.n_bad > most_bad(&file)) {
        refuse_text(&file, encoding, &bad, error);
        g_bytes_unref(decoded);
        return NULL;
    }
    Said said = { file, to->pointer, to->context };
    say_bad_bytes(&said, &bad, encoding);
    return decoded;
}

/* As the byte order mark says, or as the text looks. */
static GBytes *read_as(const Said *to, JutuEncoding encoding, GError **error)
{
    JutuBadBytes bad;
    const char *name = jutu_encoding_name(encoding);
    GBytes *decoded = decode(&to->file, name, &bad, error);
    if (decoded)
        say_bad_bytes(to, &bad, name);
    return decoded;
}

/* UTF-16 without a byte order mark: every separator, digit and line end has a NUL on one side. */
static JutuEncoding find_utf16(const File *file)
{
    enum { SEEN = 4096 };
    size_t n = MIN(file->length, SEEN), zeros[2] = { 0 };
    for (size_t i = 0; i < n; i++)
        zeros[i % 2] += file->text[i] == '\0';
    size_t least = MAX(n / 20, 2);
    if (file->length % 2 != 0 || (zeros[0] > 0) == (zeros[1] > 0) || zeros[0] + zeros[1] < least)
        return JUTU_N_ENCODINGS;
    JutuEncoding encoding = zeros[1] > 0 ? JUTU_UTF_16LE : JUTU_UTF_16BE;
    JutuBadBytes bad;
    g_autoptr(JutuDecoder) decoder = jutu_decoder_new(encoding);
    g_bytes_unref(jutu_decoder_text(decoder, file->text, file->length, &bad));
    return bad.n_bad == 0 ? encoding : JUTU_N_ENCODINGS;
}

/* Few characters of two bytes each may be another encoding's as well. */
static void doubt_utf8(const Said *to, const Validity *validity)
{
    enum { FEW = 40 };
    if (validity->n_two == 0 || validity->n_two > FEW || validity->n_more > 0)
        return;
    JutuEncoding other = jutu_encoding_doubt(to->file.text, to->file.length);
    if (other == JUTU_N_ENCODINGS)
        return;
    size_t at = 0;
    while (at < to->file.length && !(to->file.text[at] & 0x80))
        at++;
    say_doubt(to, JUTU_UTF_8, other, at);
}

static bool is_iso_2022(const File *file)
{
    return memmem(file->text, file->length, "\033$B", 3) ||
           memmem(file->text, file->length, "\033$@", 3);
}

static GBytes *read_unmarked(const Said *to, GBytes *bytes, GError **error)
{
    const File *file = &to->file;
    Validity validity = validity_of(file->text, file->length);
    JutuEncoding utf16 = find_utf16(file);
    if (utf16 < JUTU_N_ENCODINGS) {
        jutu_warn_at(to->context, JUTU_RULE_encoding, (JutuPlace){ .file = file->name },
                     to->pointer, "read as %s, by its NULs", jutu_encoding_name(utf16));
        return read_as(to, utf16, error);
    }
    if (!validity.invalid && !is_iso_2022(file)) {
        doubt_utf8(to, &validity);
        return share(file, bytes);
    }
    if (!validity.invalid) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "%s: this looks like ISO-2022-JP; save the file as UTF-8, or name its "
                       "encoding, \"iso-2022-jp\"",
                       file->name);
        return NULL;
    }
    JutuEncodingGuess guess = jutu_encoding_guess(file->text, file->length);
    if (guess.encoding == JUTU_N_ENCODINGS) {
        refuse_byte(file, validity.invalid,
                    ", and no other encoding fits; is this a text file? Save it as UTF-8, or name "
                    "its encoding",
                    error);
        return NULL;
    }
    say_guess(to, &guess);
    return read_as(to, guess.encoding, error);
}

GBytes *jutu_text_read(GBytes *bytes, const char *encoding, const char *name, const char *pointer,
                       JutuContext *context, GError **error)
{
    Said to = { file_of(bytes, name), pointer, context };
    const File *file = &to.file;
    if (encoding)
        return read_given(&to, encoding, error);
    if (file->mark == JUTU_N_ENCODINGS)
        return read_unmarked(&to, bytes, error);
    if (file->mark != JUTU_UTF_8)
        jutu_warn_at(context, JUTU_RULE_encoding, (JutuPlace){ .file = name }, pointer,
                     "read as %s, as its byte order mark says", jutu_encoding_name(file->mark));
    else if (!validity_of(file->text, file->length).invalid)
        return share(file, bytes);
    return read_as(&to, file->mark, error);
}
