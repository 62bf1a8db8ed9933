/*
 * Fonts of one thread: which face a chart's font name and language mean, and
 * how wide text is in it. Never the locale's choice: the language picks faces
 * and glyph forms by a table.
 */
#pragma once
#include <glib.h>

#include "jutu/jutu.h"
#include "text/measure.h"

/* The first family of a font list of which none is there, if it names any; owned, NULL: none is
 * missed. @param instead  receives what stands in for it, owned */
char *jutu_fonts_absent(JutuFonts *fonts, const char *lang, const JutuFont *font, char **instead);

/* Widths as text in this language is drawn. lang: BCP 47; NULL is "zh-Hans". Lives as long as the
 * fonts. */
const JutuMeasure *jutu_fonts_measure(JutuFonts *fonts, const char *lang);
