/* Where Unicode's own rules let text be divided, before any language has its say. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A place between two characters, or at an end of the text. */
typedef struct {
    bool line;     /* a line may begin here (UAX 14), or the text ends */
    bool word;     /* UAX 29 */
    bool grapheme; /* what readers take for one character isn't torn */
} JutuSeam;

/* Judges all n + 1 places of valid UTF-8 of n characters. */
void jutu_unicode_seams(const char *text, size_t n, JutuSeam *places);
