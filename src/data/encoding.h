/* Encodings of text files and their characters. For this folder's files. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef enum {
#define JUTU_ENCODING(id, ...) JUTU_##id,
#include "data/encodings.def"
#undef JUTU_ENCODING
    JUTU_N_ENCODINGS
} JutuEncoding;

/* Reads characters of one encoding; it has converters open and remembers what they said. */
typedef struct JutuDecoder JutuDecoder;

/* The encoding of this name, in any case, or JUTU_N_ENCODINGS. */
JutuEncoding jutu_encoding_find(const char *name);

/* As messages have it: "GB18030". */
const char *jutu_encoding_name(JutuEncoding encoding);

/* NULL if this system has no converter for it. */
JutuDecoder *jutu_decoder_new(JutuEncoding encoding);
void jutu_decoder_free(JutuDecoder *decoder); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuDecoder, jutu_decoder_free)

/* A code of one character; rarely of two: a letter and the accent over it. */
typedef struct {
    gunichar c, accent; /* 0: none */
    size_t size;        /* in bytes; of what is no character, 1 and c is U+FFFD */
    bool bad;
} JutuCharacter;

/* The character at `at`, which has `left` bytes, at least one. */
JutuCharacter jutu_decoder_next(JutuDecoder *decoder, const unsigned char *at, size_t left);

/* A text decoded: U+FFFD stands where bytes are no character. */
typedef struct {
    size_t n_bad, first_bad; /* how many bytes, and where in the file */
} JutuBadBytes;

GBytes *jutu_decoder_text(JutuDecoder *decoder, const char *text, size_t length, JutuBadBytes *bad);

/* Decodes what iconv knows by another name than those of the table. NULL if it doesn't. */
GBytes *jutu_encoding_convert(const char *name, const char *text, size_t length, JutuBadBytes *bad);

/* Bytes of the UTF-8 character at `text`, which isn't ASCII; 0 if it is none: cut short, longer
 * than need be, a surrogate, or beyond U+10FFFF. */
size_t jutu_utf8_size(const char *text, size_t left);
