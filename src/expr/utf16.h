/*
 * Strings as JavaScript counts them, in UTF-16 code units, over UTF-8 bytes. Half of a surrogate
 * pair, which UTF-8 can't hold, is kept as the three bytes that its number would have; the halves
 * grow together again where they meet.
 */
#pragma once
#include "base/value.h"

/* How many code units the text has. */
size_t jutu_utf16_count(const char *text, size_t length);

/* A text that is being built. */
typedef struct {
    char *bytes;
    size_t length, room;
    JutuArena *arena;
} JutuText;

/* Builds a text in the arena, with room for so many bytes to begin with; surrogates that make a
 * pair become one character. */
JutuText jutu_text_new(JutuArena *arena, size_t room);
void jutu_text_add(JutuText *text, const char *bytes, size_t length);
void jutu_text_add_unichar(JutuText *text, uint32_t c); /* surrogates too */
JutuValue jutu_text_end(JutuText *text);

/* Code units start to end of a string, as String.prototype.substring cuts it: 0 ≤ start ≤ end. */
JutuValue jutu_utf16_slice(JutuValue string, size_t start, size_t end, JutuArena *arena);

/* Where in the bytes a code unit begins; the byte of its character if it is a second half. */
size_t jutu_utf16_offset(const char *text, size_t length, size_t unit);

/* The character that starts at text, a lone half included; *size is its bytes. */
uint32_t jutu_utf16_next(const char *text, size_t length, size_t *size);

/* Whether a lone half stands in the text; and the text with U+FFFD in its place. */
bool jutu_utf16_is_broken(const char *text, size_t length);
JutuValue jutu_utf16_mend(JutuValue string, JutuArena *arena);

/* Every character beyond the first plane as two lone halves, and back. */
JutuValue jutu_utf16_split_pairs(JutuValue string, JutuArena *arena);
JutuValue jutu_utf16_join_pairs(JutuValue string, JutuArena *arena);

/* Whether the bytes are UTF-8, lone halves allowed. */
bool jutu_utf16_is_valid(const char *text, size_t length);

/* White space and line ends of ECMAScript, U+FEFF included. */
bool jutu_utf16_is_space(uint32_t c);
