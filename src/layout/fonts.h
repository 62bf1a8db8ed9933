/*
 * Fonts of one thread: which face a chart's font name and language mean, and
 * how wide text is in it. Never the locale's choice: the language picks faces
 * and glyph forms by a table.
 */
#pragma once
#include <glib.h>

#include "layout/measure.h"

typedef struct JutuFonts JutuFonts;

/*
 * Has Fontconfig read the font folders and the user's own fonts.conf only, which takes 1 ms instead
 * of 10, for the whole process. A program calls it once, before its first JutuFonts and before
 * other threads; without it (a library in someone's program) Fontconfig's usual set-up holds.
 */
void jutu_fonts_quick_start(void);

/* @return owned; for one thread at a time. NULL with error set if there is no font at all */
JutuFonts *jutu_fonts_new(GError **error);
void jutu_fonts_free(JutuFonts *fonts); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuFonts, jutu_fonts_free)

/* Widths as text in this language is drawn. lang: BCP 47; NULL is "zh-Hans". Lives as long as the
 * fonts. */
const JutuMeasure *jutu_fonts_measure(JutuFonts *fonts, const char *lang);
