/* Shaping: a line of text as glyphs with places, in em, so that one result serves all sizes. */
#pragma once
#include <hb.h>

#include "text/fonts.h"

/* A face of a font file, as the glyph ids below mean it. */
typedef struct {
    hb_font_t *font; /* borrowed; scaled to the face's own units: `upem` to the em */
    double upem;
    double slant;      /* of upright letters drawn as italic ones: x for each y; 0: none */
    char *name, *file; /* "Noto Sans CJK SC Bold", "/usr/share/…" */
} JutuFace;

typedef struct {
    const JutuFace *face; /* lives as long as the fonts */
    uint32_t id;
    double x, y;    /* of its origin from the line's start, y downwards */
    size_t cluster; /* the byte of `text` that it stands for */
} JutuGlyph;

typedef struct {
    const char *text; /* the line as drawn: valid UTF-8 without control characters */
    const JutuGlyph *glyphs;
    size_t n;
    double width;
    const gunichar *missing; /* characters that no font has; drawn as the font's empty box */
    size_t n_missing;
} JutuShaped;

/*
 * Shapes a line in a font; its size doesn't matter. Adjacent full-width marks are set closer, and
 * there is a thin space between Han and Latin, as the language has it.
 * @return valid until the next call
 */
const JutuShaped *jutu_shape(JutuFonts *fonts, const char *lang, const char *text,
                             const JutuFont *font);
