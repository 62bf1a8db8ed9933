/* Fonts cut down to the glyphs that one picture uses, for Cairo to embed. */
#pragma once
#include <cairo.h>

#include "backend/text.h"

typedef struct JutuSubsets JutuSubsets;

/* Owned; of one picture. */
JutuSubsets *jutu_subsets_new(void);
void jutu_subsets_free(JutuSubsets *subsets); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuSubsets, jutu_subsets_free)

/* Notes a line's glyphs as used. Only before the first call of jutu_subsets_show(). */
void jutu_subsets_add(JutuSubsets *subsets, const JutuShaped *line);

/* Shows a line as text with its first glyph at 0,0. @return false if a font can't be cut down */
bool jutu_subsets_show(JutuSubsets *subsets, cairo_t *cr, const JutuShaped *line, double size);
